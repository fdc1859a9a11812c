import { expect, test } from "vitest";
import { parseCounterChanges } from "../../src/style/counter-changes.ts";
import { ofParagraph } from "./css.ts";

test.each([
  ["none", []],
  ["page", [{ name: "page", value: 0 }]],
  [
    "page 1 note -2",
    [
      { name: "page", value: 1 },
      { name: "note", value: -2 },
    ],
  ],
  [
    "a b 3",
    [
      { name: "a", value: 0 },
      { name: "b", value: 3 },
    ],
  ],
  ["1 page", undefined],
  ["page 1.5", undefined],
  ["", undefined],
])("counter-reset: %s", (value, changes) => {
  expect(parseCounterChanges(value, 0)).toEqual(changes);
});

test("pages and strings are fields of a style", () => {
  const css = "section { page: chapter; string-set: a 'x' } p { page: auto; counter-increment: item }";
  expect(ofParagraph(css)).toMatchObject({
    page: "chapter",
    stringSet: [],
    counterIncrement: [{ name: "item", value: 1 }],
  });
});
