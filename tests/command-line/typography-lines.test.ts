import { expect, it } from "vitest";
import {
  explainFaults,
  faultItem,
  faultLine,
  healthLine,
  typographyItem,
  typographyTable,
} from "../../src/command-line/typography-lines.ts";
import { spanAt } from "../../src/core/span.ts";
import {
  LINE_LIMITS,
  NEIGHBOUR_LIMITS,
  PAGE_LIMITS,
  type PageFault,
  type TypographicReport,
} from "../../src/core/typographic-report.ts";

const span = spanAt("novel/02.md", 12);
const report: TypographicReport = {
  pages: 320,
  lines: 10_000,
  hyphens: 187,
  spreads: 99,
  levelSpreads: 98,
  gridLines: 9_990,
  linesOnGrid: 9_990,
  variants: 20,
  loosest: { space: 0.357, page: "146", span },
  tightest: { space: 0.151, page: "iii", span },
  faults: [
    { kind: "widow", page: "12", span },
    { kind: "runt", page: "13", span },
    { kind: "runt", page: "14", span },
  ],
};

it("says on one line how the pages came out", () => {
  expect(healthLine(report)).toBe(
    "Pages: 10000 lines, 1.9 hyphens in 100; widest word space 0.36 em (page 146); 98 of 99 spreads level; 1 widow; 2 runts (--report lists each)",
  );
});

it("says nothing of what there is none of", () => {
  const { loosest: _, tightest: __, ...rest } = report;
  const short = {
    ...rest,
    lines: 5,
    hyphens: 0,
    spreads: 0,
    levelSpreads: 0,
    loosest: undefined,
    tightest: undefined,
    faults: [],
  };
  expect(healthLine(short)).toBe("Pages: 5 lines, 0.0 hyphens in 100");
  expect(healthLine({ ...short, lines: 0 })).toBe("");
});

it("tells of lines off the grid", () => {
  expect(healthLine({ ...report, linesOnGrid: 9_980, faults: [] })).toContain("; 10 lines off the grid");
});

it("has a row in the table for every figure and every kind of fault", () => {
  const table = typographyTable(report);
  expect(table).toContain("lines that end in a hyphen                            187 (1.87 in 100)");
  expect(table).toContain("runts                                                 2");
  expect(table).toContain("orphans                                               0");
});

it("names each fault with its page and the place to reword", () => {
  expect(report.faults.map(faultLine)).toEqual([
    "page 12  widow: novel/02.md:12:1",
    "page 13  runt: novel/02.md:12:1",
    "page 14  runt: novel/02.md:12:1",
  ]);
});

it("gives programs the same", () => {
  expect(typographyItem(report)).toMatchObject({
    lines: 10_000,
    loosest: { space: 0.357, page: "146", file: "novel/02.md", line: 12 },
    faults: { widow: 1, runt: 2, orphan: 0 },
  });
  expect(report.faults.map(faultItem)[0]).toEqual({
    kind: "widow",
    page: "12",
    file: "novel/02.md",
    line: 12,
    column: 1,
    length: 1,
    why: PAGE_LIMITS,
  });
});

it("says what a line lacks, and at which limits", () => {
  const runt: PageFault = { kind: "runt", page: "14", span, lacks: 0.42 };
  const loose: PageFault = { kind: "loose", page: "15", span };
  expect(faultLine(runt)).toBe("page 14  runt: novel/02.md:12:1, lacks 0.4 pt");
  expect(faultItem(runt)).toMatchObject({ lacks: 0.4, why: `lacks 0.4 pt ${LINE_LIMITS}` });
  expect(explainFaults([runt, runt, loose, ...report.faults])).toEqual([
    `It lacks so much ${LINE_LIMITS}.`,
    `Else ${NEIGHBOUR_LIMITS}.`,
    `Else ${PAGE_LIMITS}.`,
  ]);
});
