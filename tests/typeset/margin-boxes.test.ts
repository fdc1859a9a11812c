/** Paged Media 3, clause 5.3: how the boxes of an edge share it. Page of 400 x 600 with a margin of 50 all round: 300 to share. */
import { describe, expect, it } from "vitest";
import type { MarginBoxName } from "../../src/style/page-rule.ts";
import { type BoxClaim, placeMarginBoxes } from "../../src/typeset/page/margin-boxes.ts";

const PAGE = { width: 400, height: 600, top: 50, right: 50, bottom: 50, left: 50 };

/** Widest content, narrowest content. */
const auto = (most: number, least = most): BoxClaim => ({
  along: { least, most, floor: 0, ceiling: Infinity },
  across: undefined,
});
const fixed = (length: number): BoxClaim => ({
  along: { fixed: length, least: 0, most: 1000, floor: 0, ceiling: Infinity },
  across: undefined,
});
const bounded = (most: number, floor: number, ceiling: number): BoxClaim => ({
  along: { least: most, most, floor, ceiling },
  across: undefined,
});

const place = (claims: Partial<Record<MarginBoxName, BoxClaim>>) => {
  const placed = placeMarginBoxes(new Map(Object.entries(claims) as [MarginBoxName, BoxClaim][]), PAGE);
  return (name: MarginBoxName) => {
    const { x, y, width, height } = placed.get(name) ?? { x: -1, y: -1, width: -1, height: -1 };
    return [x, y, width, height].map((length) => Math.round(length * 100) / 100);
  };
};

/** Left edge and width of the boxes of the top edge. */
const share = (left?: BoxClaim, center?: BoxClaim, right?: BoxClaim) => {
  const at = place({
    ...(left && { "top-left": left }),
    ...(center && { "top-center": center }),
    ...(right && { "top-right": right }),
  });
  return (["top-left", "top-center", "top-right"] as const).map((name) => [at(name)[0], at(name)[2]]);
};
const NONE = [-1, -1];

describe("the boxes of an edge", () => {
  it("have all of it if they are alone", () => {
    expect(share(auto(20))).toEqual([[50, 300], NONE, NONE]);
    expect(share(undefined, auto(20))).toEqual([NONE, [50, 300], NONE]);
    expect(share(undefined, undefined, auto(20))).toEqual([NONE, NONE, [50, 300]]);
  });

  it("share what is over in proportion to their content", () => {
    expect(share(auto(50), undefined, auto(100))).toEqual([[50, 100], NONE, [150, 200]]);
    expect(share(auto(0), undefined, auto(0))).toEqual([[50, 150], NONE, [200, 150]]);
  });

  it("share what is lacking in proportion to what their content can give", () => {
    expect(share(auto(200, 100), undefined, auto(300, 100))).toEqual([[50, 133.33], NONE, [183.33, 166.67]]);
    expect(share(auto(400, 200), undefined, auto(400, 400))).toEqual([[50, 100], NONE, [150, 200]]);
  });

  it("stand around the middle one, which stays in the middle", () => {
    expect(share(auto(20), auto(60), auto(50))).toEqual([
      [50, 93.75],
      [143.75, 112.5],
      [256.25, 93.75],
    ]);
    expect(share(auto(50), auto(100))).toEqual([[50, 75], [125, 150], NONE]);
  });

  it("have the widths that are said, and the others the rest", () => {
    expect(share(fixed(40), undefined, auto(10))).toEqual([[50, 40], NONE, [90, 260]]);
    expect(share(auto(10), undefined, fixed(40))).toEqual([[50, 260], NONE, [310, 40]]);
    expect(share(fixed(40), auto(10), fixed(60))).toEqual([
      [50, 40],
      [110, 180],
      [290, 60],
    ]);
    expect(share(auto(10), fixed(100), auto(10))).toEqual([
      [50, 100],
      [150, 100],
      [250, 100],
    ]);
  });

  it("keep to their bounds", () => {
    expect(share(bounded(50, 0, 60), undefined, auto(100))).toEqual([[50, 60], NONE, [110, 240]]);
    expect(share(bounded(50, 150, Infinity), undefined, auto(100))).toEqual([[50, 150], NONE, [200, 150]]);
  });

  it("share the height at the sides", () => {
    const at = place({ "left-top": auto(100), "left-bottom": auto(100), "right-middle": auto(20) });
    expect(at("left-top")).toEqual([0, 50, 50, 250]);
    expect(at("left-bottom")).toEqual([0, 300, 50, 250]);
    expect(at("right-middle")).toEqual([350, 50, 50, 500]);
  });
});

describe("a box", () => {
  it("in a corner fills it", () => {
    const at = place({ "top-left-corner": auto(5), "bottom-right-corner": auto(5) });
    expect(at("top-left-corner")).toEqual([0, 0, 50, 50]);
    expect(at("bottom-right-corner")).toEqual([350, 550, 50, 50]);
  });

  it("smaller than its margin stands next to the text", () => {
    const small = { ...auto(20), across: 30 };
    const at = place({ "top-left": small, "bottom-left": small, "left-middle": small, "right-middle": small });
    expect(at("top-left")).toEqual([50, 20, 300, 30]);
    expect(at("bottom-left")).toEqual([50, 550, 300, 30]);
    expect(at("left-middle")).toEqual([20, 50, 30, 500]);
    expect(at("right-middle")).toEqual([350, 50, 30, 500]);
  });
});
