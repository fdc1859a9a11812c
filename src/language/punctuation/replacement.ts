/**
 * What punctuation changes.
 *
 * Comes in: nothing. Goes out: the types that its parts share.
 */

/** The text of one block, its inline markup left out. */
export interface Passage {
  /** {@link OPAQUE} stands for what is no prose; `\n` for a line end that is kept, `\r` for one that is a space. */
  readonly text: string;
  /** Other matter (a quotation, verse, a picture) stands between this passage and the one before it. */
  readonly afterGap: boolean;
}

/** Passages that follow each other: speech may run from one into the next. */
export type Run = readonly Passage[];

/** Stands for a character that is no prose: code, a picture, an address. To its neighbours it is what a letter is. */
export const OPAQUE = "\ufffc";

/** One mark set right. */
export interface Replacement {
  readonly what: "quote" | "apostrophe" | "prime" | "dash" | "ellipsis" | "space";
  /** UTF-16 offsets in the passage's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}
