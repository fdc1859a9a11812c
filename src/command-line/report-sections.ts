/**
 * What `--report` lists, section by section.
 *
 * Comes in: the result of a build. Goes out: sections, each as lines for people and as objects for programs. It prints nothing.
 */
import type { BuildResult } from "../build.ts";
import { nameChanges, type TextChange } from "../core/change.ts";
import type { TypographicReport } from "../core/typographic-report.ts";
import { explainFaults, faultItem, faultLine, typographyItem, typographyTable } from "./typography-lines.ts";

/** One list or table. */
export interface ReportSection {
  /** Of the JSON objects. */
  readonly type: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** What the lines say, field by field. */
  readonly items: readonly object[];
}

export function listSections(result: BuildResult): readonly ReportSection[] {
  const { changes, typography } = result;
  return [listChanges(changes), ...(typography ? [showTypography(typography), listFaults(typography)] : [])];
}

function showTypography(report: TypographicReport): ReportSection {
  return {
    type: "typography",
    title: "How the pages came out:",
    lines: typographyTable(report),
    items: [typographyItem(report)],
  };
}

function listFaults({ faults }: TypographicReport): ReportSection {
  const title =
    faults.length === 0
      ? "No fault was left on any page."
      : "Left on the pages, since no way to set them within the limits avoids it (reword the paragraph to be rid of it):";
  return {
    type: "fault",
    title,
    lines: [...faults.map(faultLine), ...explainFaults(faults)],
    items: faults.map(faultItem),
  };
}

function listChanges(changes: readonly TextChange[]): ReportSection {
  const items = changes.map(({ what, span, before, after }) => ({ what, ...span, before, after }));
  const title = changes.length === 0 ? "Nothing was changed in the text." : "Changed in the text:";
  return { type: "change", title, lines: changes.map(changeLine), items };
}

/** `story/03.txt:12:65  1 word joined that a line's end had cut: eux- mêmes → eux-mêmes` */
function changeLine({ what, span, before, after }: TextChange): string {
  const name = nameChanges(what, 1).replace(/^1 /, "");
  const shown = [before, after].filter((text) => text !== undefined).map(showText);
  return `${span.file}:${span.line}:${span.column}  ${name}${shown.length === 0 ? "" : `: ${shown.join(" → ")}`}`;
}

/** On one line, and not the whole of a long one. */
function showText(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

const LONGEST = 120;
