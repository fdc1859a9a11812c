import { describe, expect, test } from "vitest";
import { parseContent, parseStringSet } from "../../src/style/content.ts";
import { formatCounter, readCounterStyle } from "../../src/style/counter-style.ts";

describe("parts of a content list", () => {
  test.each([
    [`"a 'b' \\2014 \\"c\\""`, [{ kind: "text", text: `a 'b' —"c"` }]],
    [`'one\\A two'`, [{ kind: "text", text: "one\ntwo" }]],
    ["counter(page)", [{ kind: "counter", name: "page", style: "decimal", styled: false }]],
    ["COUNTER(page, UPPER-LATIN)", [{ kind: "counter", name: "page", style: "upper-alpha", styled: true }]],
    [
      `counters(item, ".", lower-roman)`,
      [{ kind: "counters", name: "item", separator: ".", style: "lower-roman", styled: true }],
    ],
    ["attr(data-name)", [{ kind: "attribute", name: "data-name" }]],
    ["string(chapter)", [{ kind: "string", name: "chapter", choice: "first" }]],
    ["string(chapter, first-except)", [{ kind: "string", name: "chapter", choice: "first-except" }]],
    [
      "target-counter(attr(href url), page, lower-roman)",
      [
        {
          kind: "targetCounter",
          target: { kind: "attribute", name: "href" },
          name: "page",
          style: "lower-roman",
          styled: true,
        },
      ],
    ],
    [
      `target-counters(url(#a), section, "-")`,
      [
        {
          kind: "targetCounter",
          target: { kind: "address", href: "#a" },
          name: "section",
          separator: "-",
          style: "decimal",
          styled: false,
        },
      ],
    ],
    [
      `target-text("#a", before)`,
      [{ kind: "targetText", target: { kind: "address", href: "#a" }, choice: "before" }],
    ],
    ["leader('. ')", [{ kind: "leader", pattern: ". " }]],
    ["leader(dotted)", [{ kind: "leader", pattern: ". " }]],
    [`leader(")")`, [{ kind: "leader", pattern: ")" }]],
    ["content()", [{ kind: "content", choice: "text" }]],
    ["content(before)", [{ kind: "content", choice: "before" }]],
    ["open-quote", [{ kind: "quote", quote: "open" }]],
    [`url("a,b.svg")`, [{ kind: "picture", address: "a,b.svg" }]],
    [
      `"p. "counter(page)" of "counter(pages)`,
      [
        { kind: "text", text: "p. " },
        { kind: "counter", name: "page", style: "decimal", styled: false },
        { kind: "text", text: " of " },
        { kind: "counter", name: "pages", style: "decimal", styled: false },
      ],
    ],
    [`"seen" / "spoken"`, [{ kind: "text", text: "seen" }]],
    ["none", "none"],
    ["Normal", "normal"],
  ])("%s", (value, parts) => {
    expect(parseContent(value)).toEqual(parts);
  });
  test.each([
    "",
    "chapter",
    "counter()",
    "counter(page, fancy)",
    "string(a, b)",
    "element(x)",
    "leader('')",
    "3",
    '"a" / "b" / "c"',
  ])("%s is not understood", (value) => {
    expect(parseContent(value)).toBeUndefined();
  });
});

test("string-set names one string or several", () => {
  expect(parseStringSet("none")).toEqual([]);
  expect(parseStringSet(`chapter content(), mark "a, b" counter(c)`)).toEqual([
    { name: "chapter", list: [{ kind: "content", choice: "text" }] },
    {
      name: "mark",
      list: [
        { kind: "text", text: "a, b" },
        { kind: "counter", name: "c", style: "decimal", styled: false },
      ],
    },
  ]);
  expect(parseStringSet("title")).toBeUndefined();
  expect(parseStringSet('"title" content()')).toBeUndefined();
});

test.each([
  [4, "lower-roman", "iv"],
  [1994, "upper-roman", "MCMXCIV"],
  [4000, "lower-roman", "4000"],
  [0, "lower-roman", "0"],
  [28, "lower-alpha", "ab"],
  [26, "upper-latin", "Z"],
  [703, "upper-alpha", "AAA"],
  [3, "lower-greek", "γ"],
  [7, "decimal-leading-zero", "07"],
  [-7, "decimal", "-7"],
  [3, "disc", "•"],
  [3, "none", ""],
])("%d in %s is %s", (n, name, text) => {
  expect(formatCounter(n, readCounterStyle(name) ?? "none")).toBe(text);
});
