/**
 * What faults of a page cost.
 *
 * Comes in: nothing. Goes out: the weights that setting puts on page breaks and make-up adds up, in one currency with the demerits
 * of lines. They are proportioned after Plass (1981) and Mittelbach (2018): facing pages end level before all else, a widow is
 * worse than an orphan, and a paragraph a line longer is no fault at all next to either.
 */

/** Facing pages that end at different depths although the chapter goes on after them. */
export const UNEVEN = 10_000_000;
/** More for each line of difference. */
export const UNEVEN_LINE = 1_000_000;
/** A page that ends above the foot, times the square of the lines it lacks. */
export const SHORT_PAGE = 20_000;
/** Fewer than two lines under a heading. */
export const STRANDED_HEADING = 10_000_000;
export const WIDOW = 5_000_000;
export const ORPHAN = 2_000_000;
/** A hyphen at the end of a recto, which the reader must turn, and of a verso. */
export const HYPHEN_AT_TURN = 2_000_000;
export const HYPHEN_AT_SPREAD = 1_000_000;
/** A scene break as a page's last line: seen, but it ends nothing there. */
export const ORNAMENT_AT_FOOT = 300_000;
/** For each line that a chapter's last page lacks of {@link LEAST_LAST_LINES}. */
export const SHORT_LAST_PAGE = 50_000;
export const LEAST_LAST_LINES = 5;
/** A spread that runs a line short as a whole, and one that runs long, closer to its folio. */
export const SHORT_SPREAD = 3_000;
export const LONG_SPREAD = 6_000;
export const SPLIT_NOTE = 100_000;
/** Notes that are left over after a chapter's last line. */
export const NOTES_ALONE = 1_000_000;
/** A figure that stands at the head of the next page instead of at its place. */
export const FLOATED = 20_000;
/** One that stands at the foot of the page instead, text that follows it above. */
export const AT_FOOT = 10_000;
/** One that stands at its place with room for so few lines below it on the page that they look left over. */
export const CROWDED = 30_000;
export const FEW_LINES = 3;
/** A page of figures alone. */
export const FIGURES_ALONE = 200_000;
export const SPLIT_TABLE_ROW = 100_000;
/** A break where none is allowed, or something deeper than the page. */
export const NO_OTHER_WAY = 100_000_000;
