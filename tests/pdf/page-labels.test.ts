import { expect, it } from "vitest";
import { labelRanges } from "../../src/pdf/page-labels.ts";

it.each([
  [
    ["i", "ii", "iii", "1", "2"],
    [0, { S: "r" }, 3, { S: "D" }],
  ],
  [
    ["5", "6", "8", "9"],
    [0, { S: "D", St: 5 }, 2, { S: "D", St: 8 }],
  ],
  [
    ["I", "II", "cover", "cover", "3"],
    [0, { S: "R" }, 2, { P: "cover" }, 3, { P: "cover" }, 4, { S: "D", St: 3 }],
  ],
  [["iiii"], [0, { P: "iiii" }]],
  [[], []],
])("%j", (labels, ranges) => {
  expect(labelRanges(labels)).toEqual(ranges);
});
