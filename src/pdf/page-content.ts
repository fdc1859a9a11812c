/**
 * A page's content stream.
 *
 * Comes in: placed runs and rules with what they belong to. Goes out: PDF operators as text (ISO 32000-1, Annex A), in the page's
 * own coordinates, every item inside marked content. It draws no pictures and makes no links.
 */
import type { Face } from "../fonts/face.ts";
import type { Colour } from "../style/computed-style.ts";
import type { PlacedRule, PlacedRun } from "../typeset/page/page.ts";
import { type EmbeddedFont, formatNumber as n } from "./embedded-font.ts";
import { NO_SPACES, type RunSpaces } from "./reading-spaces.ts";
import type { PageTagger, Tag } from "./tag-pages.ts";

export type FontOf = (face: Face) => EmbeddedFont;

/** What writing needs beside the items. */
export interface ContentMeans {
  /** The page's, points: PDF counts upwards. */
  readonly height: number;
  readonly fontOf: FontOf;
  readonly tagger: PageTagger;
  readonly spaces: ReadonlyMap<PlacedRun, RunSpaces>;
}

/** Operators that draw the items. */
export function writeContent(items: readonly (PlacedRun | PlacedRule)[], means: ContentMeans): string {
  const { height, fontOf, tagger, spaces } = means;
  const out: string[] = [`q 1 0 0 -1 0 ${n(height)} cm`];
  let colour = "";
  let open: Tag | undefined;
  for (const item of items) {
    const tag = tagger.tagOf(item);
    if (tag !== open) {
      if (open !== undefined) out.push("EMC");
      out.push(tagger.begin(tag));
      open = tag;
    }
    const wanted = fillColour(item.colour);
    if (wanted !== colour) out.push(wanted);
    colour = wanted;
    if (item.kind === "rule") {
      out.push(`${n(item.x)} ${n(height - item.y - item.height)} ${n(item.width)} ${n(item.height)} re f`);
    } else out.push(writeRun(item, height, fontOf(item.face), spaces.get(item) ?? NO_SPACES));
  }
  if (open !== undefined) out.push("EMC");
  out.push("Q");
  return out.join("\n");
}

/** Equal parts are written as a grey, so that black text is one ink. */
function fillColour([r, g, b]: Colour): string {
  return r === g && g === b ? `${n(r)} g` : `${n(r)} ${n(g)} ${n(b)} rg`;
}

/** Tc and Tz (ISO 32000-1, clauses 9.3.2 and 9.3.4) carry tracking and scale, so that a word is encoded once for all its lines. */
function writeRun(run: PlacedRun, height: number, font: EmbeddedFont, spaces: RunSpaces): string {
  const em = 1000 / (run.size * run.scale);
  const spacing = run.letterSpacing * em;
  const gap = font.space.advance + spacing;
  const start = run.words[0]?.spaced ? 0 : -(spaces.before.get(0) ?? 0) * gap;
  let strings = "";
  let pen = start;
  run.words.forEach((word, i) => {
    const at = word.dx * em;
    const count = spaces.before.get(i) ?? (word.spaced ? 1 : 0);
    strings += font.space.strings.repeat(count);
    pen += count * gap;
    if (Math.abs(at - pen) > 0.05) strings += n(pen - at);
    const encoded = font.encode(word.shaped, word.hyphenated === true);
    strings += encoded.strings;
    pen = at + encoded.advance + spacing * word.shaped.glyphs.length;
  });
  strings += font.space.strings.repeat(spaces.after);
  const state = `/${font.id} ${n(run.size)} Tf ${n(run.letterSpacing / run.scale)} Tc ${n(run.scale * 100)} Tz`;
  return `BT ${state} 1 0 0 1 ${n(run.x + start / em)} ${n(height - run.y)} Tm [${strings}] TJ ET`;
}
