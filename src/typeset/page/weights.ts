/**
 * What faults of a page cost.
 *
 * Comes in: nothing. Goes out: the weights that setting puts on page breaks and make-up adds up. They are proportioned after
 * Plass (1981) and Mittelbach (2018): a widow is worse than an orphan, both are worse than a page that ends short.
 */

export const WIDOW = 1_000_000;
export const ORPHAN = 200_000;
export const HYPHEN_AT_PAGE_END = 30_000;
/** Times the square of the lines a page ends short. */
export const SHORT_PAGE = 3_000;
export const SHORT_LAST_PAGE = 50_000;
/** A chapter's last page has at least so many lines. */
export const LEAST_LAST_LINES = 5;
export const SPLIT_NOTE = 10_000;
export const SPLIT_TABLE_ROW = 100_000;
