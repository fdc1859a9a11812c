/**
 * Where a block is being set.
 *
 * Comes in: nothing. Goes out: the types that every function of this folder takes.
 */
import type { Element, MarkedSection } from "../../book/element.ts";
import type { TreeStyles } from "../../style/cascade.ts";
import type { ComputedStyle } from "../../style/computed-style.ts";
import type { PageMark } from "../../style/page-marks.ts";
import type { Flow } from "../flow.ts";
import type { GalleyNote } from "../galley.ts";
import type { Composer } from "../paragraph/compose.ts";

/** What setting needs beside the text. */
export interface Setting extends Composer {
  /** The style of a part of an element that is no element of the tree. */
  readonly pseudoOf: TreeStyles["pseudoOf"];
  /** Width of the text block on pages without a name. */
  readonly measure: number;
  /** The style of `body`. */
  readonly body: ComputedStyle;
  /** Width of the text block on pages of a name. */
  readonly measureOf: (page: string) => number;
  /** What an element changes for the page that it begins on. */
  readonly marksOf: (element: Element) => readonly PageMark[];
  /** The leading of the body, on whose grid its lines stand. */
  readonly leading: number;
  /** Called after each section with how many are set. */
  readonly onSection: (done: number) => void;
}

/** The room a block has: from the text block's left edge. */
export interface Frame {
  readonly left: number;
  readonly width: number;
}

/** What a block being set belongs to. */
export interface Place {
  readonly setting: Setting;
  readonly flow: Flow;
  readonly frame: Frame;
  /** The named page that the frame belongs to. */
  readonly page: string;
  readonly section: MarkedSection;
  /** The block whose text is being set; absent at the root. */
  readonly block?: Element;
  /** Sets the note that `href` leads to; nothing if it is set already or leads to no note. */
  readonly setNote: (href: string) => readonly GalleyNote[];
  /** True inside a block with room above or below its text, whose lines keep to it rather than to the baseline grid. */
  readonly offGrid?: boolean;
  /** The list item's marker that stands before the next line, wherever that is. */
  readonly marker?: Marker;
}

/** What stands before a list item's first line. */
export interface Marker {
  readonly text: string;
  readonly style: ComputedStyle;
  /** The list item. */
  readonly element: Element;
  /** Left edge of the list item's text. */
  readonly left: number;
  placed: boolean;
}
