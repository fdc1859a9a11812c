/**
 * A page's content stream.
 *
 * Comes in: placed runs and rules. Goes out: PDF operators as text (ISO 32000-1, Annex A), in the page's own coordinates. It
 * draws no pictures and makes no links.
 */
import type { Face } from "../fonts/face.ts";
import type { Colour } from "../style/computed-style.ts";
import type { PlacedRule, PlacedRun } from "../typeset/page/page.ts";
import { type EmbeddedFont, formatNumber as n } from "./embedded-font.ts";

export type FontOf = (face: Face) => EmbeddedFont;

/** Operators that draw the items; `height` is the page's, since PDF counts upwards. */
export function writeContent(items: readonly (PlacedRun | PlacedRule)[], height: number, fontOf: FontOf): string {
  const out: string[] = [`q 1 0 0 -1 0 ${n(height)} cm`];
  let colour = "";
  for (const item of items) {
    const wanted = fillColour(item.colour);
    if (wanted !== colour) out.push(wanted);
    colour = wanted;
    if (item.kind === "rule") {
      out.push(`${n(item.x)} ${n(height - item.y - item.height)} ${n(item.width)} ${n(item.height)} re f`);
    } else out.push(writeRun(item, height, fontOf(item.face)));
  }
  out.push("Q");
  return out.join("\n");
}

/** Equal parts are written as a grey, so that black text is one ink. */
function fillColour([r, g, b]: Colour): string {
  return r === g && g === b ? `${n(r)} g` : `${n(r)} ${n(g)} ${n(b)} rg`;
}

/** Tc and Tz (ISO 32000-1, clauses 9.3.2 and 9.3.4) carry tracking and scale, so that a word is encoded once for all its lines. */
function writeRun(run: PlacedRun, height: number, font: EmbeddedFont): string {
  const em = 1000 / (run.size * run.scale);
  const spacing = run.letterSpacing * em;
  let strings = "";
  let pen = 0;
  for (const word of run.words) {
    const at = word.dx * em;
    if (word.spaced) {
      strings += font.space.strings;
      pen += font.space.advance + spacing;
    }
    if (Math.abs(at - pen) > 0.05) strings += n(pen - at);
    const encoded = font.encode(word.shaped);
    strings += encoded.strings;
    pen = at + encoded.advance + spacing * word.shaped.glyphs.length;
  }
  const state = `/${font.id} ${n(run.size)} Tf ${n(run.letterSpacing / run.scale)} Tc ${n(run.scale * 100)} Tz`;
  const text = `BT ${state} 1 0 0 1 ${n(run.x)} ${n(height - run.y)} Tm [${strings}] TJ ET`;
  const lacking = run.words.some((w) => w.shaped.missing !== "");
  return lacking ? `/Span <</ActualText <${utf16(textOf(run))}>>> BDC\n${text}\nEMC` : text;
}

function textOf(run: PlacedRun): string {
  return run.words.map((w) => (w.spaced ? " " : "") + w.shaped.text).join("");
}

/** A text string (ISO 32000-1, clause 7.9.2.2). */
function utf16(text: string): string {
  let out = "feff";
  for (let i = 0; i < text.length; i++) out += text.charCodeAt(i).toString(16).padStart(4, "0");
  return out;
}
