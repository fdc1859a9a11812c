/** Borders, backgrounds and widths of blocks. */
import { describe, expect, it } from "vitest";
import { spanAt } from "../../src/core/span.ts";
import { computeStyles } from "../../src/style/cascade.ts";
import type { ComputedStyle } from "../../src/style/computed-style.ts";
import { readStyle } from "../../src/style/read-style.ts";
import { boxOf } from "../../src/typeset/block/box-of.ts";
import { openFlow } from "../../src/typeset/flow.ts";
import { bestLines, type GalleyLine } from "../../src/typeset/galley.ts";
import { type Box, drawBoxes } from "../../src/typeset/page/draw-boxes.ts";
import { sizePicture } from "../../src/typeset/paragraph/picture-size.ts";
import { el } from "../support/elements.ts";

const SPAN = spanAt("a.md", 1);

function styleOf(css: string): ComputedStyle {
  const div = el("div", {});
  const sheet = readStyle("/book.css", "book.css", `div { font-size: 10pt; ${css} }`).value;
  return computeStyles(sheet, [div], "en").styleOf(div);
}

const ROOM = { left: 10, width: 200 };

describe("the room of a block", () => {
  it.each([
    ["", 10, 200],
    ["margin: 0 20pt 0 30pt", 40, 150],
    ["padding: 0 5pt; border: 1pt solid", 16, 188],
    ["width: 100pt", 10, 100],
    ["width: 50%; margin-left: 10pt", 20, 100],
    ["width: 100pt; margin: 0 auto", 60, 100],
    ["width: 100pt; margin-left: auto", 110, 100],
    ["width: 100pt; margin-left: auto; margin-right: 20pt", 90, 100],
    ["width: 100pt; padding: 0 10pt", 20, 100],
    ["width: 100pt; padding: 0 10pt; box-sizing: border-box", 20, 80],
    ["max-width: 120pt; margin: 0 auto", 50, 120],
    ["max-width: 500pt", 10, 200],
    ["width: 20pt; min-width: 25%", 10, 50],
    ["width: calc(100% - 40pt)", 10, 160],
    ["margin: 0 150pt", 160, 0],
  ])("%s", (css, left, width) => {
    expect(boxOf(styleOf(css), ROOM).frame).toEqual({ left, width });
  });
  it("is drawn only if something of it can be seen", () => {
    expect(boxOf(styleOf("padding: 3pt"), ROOM).box).toBeUndefined();
    expect(boxOf(styleOf("border: 1pt none"), ROOM).box).toBeUndefined();
    expect(boxOf(styleOf("border: 1pt solid; visibility: hidden"), ROOM).box).toBeUndefined();
    expect(boxOf(styleOf("background: red; margin: 0 10pt"), ROOM).box).toMatchObject({
      left: 20,
      width: 180,
      background: [1, 0, 0],
    });
    expect(boxOf(styleOf("border-top: 1pt solid; color: red; padding-top: 2pt"), ROOM)).toMatchObject({
      head: 3,
      foot: 0,
      box: { top: { width: 1, style: "solid", colour: [1, 0, 0] }, bottom: undefined },
    });
  });
});

const edge = { width: 1, style: "solid", colour: [0, 0, 0] } as const;
const frame: Box = { left: 0, width: 100, background: [1, 1, 0], top: edge, end: edge, bottom: edge, start: edge };

/** A line of 12 points. */
const line = (boxes: GalleyLine["boxes"] = []): GalleyLine => ({
  height: 12,
  spaceBefore: 0,
  onGrid: true,
  place: () => ({ items: [] }),
  notes: [],
  breakCost: 0,
  hyphenated: false,
  boxes,
  span: SPAN,
});

const drawn = (...lines: readonly GalleyLine[]): string[] =>
  drawBoxes(lines.map((one, i) => ({ line: one, y: i * 12 }))).map(
    ({ x, y, width, height }) => `${x} ${y} ${width} x ${height}`,
  );

describe("a box on its pages", () => {
  const [head, middle, foot] = [
    line([{ box: frame, edge: "head" }]),
    line([{ box: frame }]),
    line([{ box: frame, edge: "foot" }]),
  ];
  it("is drawn whole on one", () => {
    expect(drawn(line(), head, middle, foot)).toEqual([
      "0 12 100 x 36",
      "0 12 100 x 1",
      "0 47 100 x 1",
      "0 12 1 x 36",
      "99 12 1 x 36",
    ]);
  });
  it("is open where it is cut", () => {
    expect(drawn(head, middle)).toEqual(["0 0 100 x 24", "0 0 100 x 1", "0 0 1 x 24", "99 0 1 x 24"]);
    expect(drawn(middle, foot, line())).toEqual(["0 0 100 x 24", "0 23 100 x 1", "0 0 1 x 24", "99 0 1 x 24"]);
    expect(drawn(middle)).toEqual(["0 0 100 x 12", "0 0 1 x 12", "99 0 1 x 12"]);
  });
  it("lies under the boxes inside it", () => {
    const inner: Box = {
      ...frame,
      left: 10,
      width: 80,
      top: undefined,
      end: undefined,
      bottom: undefined,
      start: undefined,
    };
    expect(drawn(line([{ box: frame }, { box: inner }]), line([{ box: frame }]))).toEqual([
      "0 0 100 x 24",
      "0 0 1 x 24",
      "99 0 1 x 24",
      "10 0 80 x 12",
    ]);
  });
});

describe("the flow", () => {
  const text = { ...line(), boxes: undefined };
  const { boxes: _, spaceBefore: __, ...plain } = text;
  const run = (fill: (flow: ReturnType<typeof openFlow>) => void): readonly GalleyLine[] => {
    const flow = openFlow(12);
    fill(flow);
    return flow.finish().flatMap((chunk) => bestLines(chunk.pieces));
  };
  it("puts lines into the boxes that are open, and keeps edges with them", () => {
    const lines = run((flow) => {
      flow.openBox(frame);
      flow.addEdge("head", 5, SPAN, [frame]);
      flow.addLine(plain);
      flow.addEdge("foot", 6, SPAN, [frame]);
      flow.closeBox();
      flow.addLine(plain);
    });
    expect(lines.map(({ height, breakCost, boxes }) => [height, breakCost, boxes?.map((b) => b.edge)])).toEqual([
      [5, Infinity, ["head"]],
      [12, Infinity, [undefined]],
      [6, 0, ["foot"]],
      [12, 0, undefined],
    ]);
  });
  it("collapses margins, negative ones too, but not through an edge", () => {
    const lines = run((flow) => {
      flow.addMargin(10);
      flow.addMargin(24);
      flow.addMargin(-4);
      flow.addLine(plain);
      flow.addMargin(8);
      flow.addEdge("head", 2, SPAN, []);
      flow.addMargin(9);
      flow.addLine({ ...plain, onGrid: false });
    });
    expect(lines.map((one) => one.spaceBefore)).toEqual([20, 8, 9]);
  });
  it("gives what stands off the grid as much white above as below", () => {
    const code = { ...plain, height: 10, onGrid: false };
    const lines = run((flow) => {
      flow.addLine(plain);
      flow.addMargin(12);
      for (let i = 0; i < 4; i++) flow.addLine(code);
      flow.addMargin(12);
      flow.addLine(plain);
    });
    // 40 points take four lines of 12: of the 8 that are left, 4 stand above.
    expect(lines.map((one) => one.spaceBefore)).toEqual([0, 16, 0, 0, 0, 12]);
  });
  it("leaves the grid where body lines stand at other distances, until something else comes", () => {
    const heading = { ...plain, onGrid: false };
    const lines = run((flow) => {
      for (const [space, one] of [
        [0, plain],
        [12, plain],
        [3, plain],
        [12, plain],
        [0, heading],
        [5, plain],
      ] as const) {
        flow.addMargin(space);
        flow.addLine(one);
      }
    });
    expect(lines.map((one) => one.onGrid)).toEqual([true, true, false, false, false, true]);
  });
});

describe("a picture of 200 by 100", () => {
  it.each([
    ["", 200, 100],
    ["width: 50pt", 50, 25],
    ["width: 50%", 150, 75],
    ["height: 20pt", 40, 20],
    ["width: 50pt; height: 50pt", 50, 50],
    ["max-width: 25%", 75, 37.5],
    ["max-height: 10%", 80, 40],
    ["width: 10pt; min-width: 30pt", 30, 15],
    ["width: 1000pt", 300, 150],
    ["height: 1000pt; width: 10pt", 3.8, 380],
  ])("%s", (css, width, height) => {
    const size = sizePicture({ width: 200, height: 100 }, styleOf(css), { width: 300, height: 380 }, 400);
    expect(size.width).toBeCloseTo(width, 6);
    expect(size.height).toBeCloseTo(height, 6);
  });
});
