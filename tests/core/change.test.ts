import { describe, expect, it } from "vitest";
import { CHANGES, countChanges, nameChanges, sortChanges, type TextChange } from "../../src/core/change.ts";
import { spanAt } from "../../src/core/span.ts";

const change = (what: TextChange["what"], file: string, line: number, column = 1): TextChange => ({
  what,
  span: spanAt(file, line, column),
});

describe("changes", () => {
  it("are counted by kind, in the order of the table", () => {
    const all = [change("scene/mark", "a", 1), change("text/encoding", "a", 1), change("scene/mark", "a", 9)];
    expect([...countChanges(all)]).toEqual([
      ["text/encoding", 1],
      ["scene/mark", 2],
    ]);
    expect(countChanges([]).size).toBe(0);
  });

  it("have a name for one and for several", () => {
    expect(nameChanges("scene/mark", 1)).toBe("1 mark made a scene break");
    expect(nameChanges("scene/mark", 2)).toBe("2 marks made scene breaks");
    for (const [one, several] of Object.values(CHANGES)) expect(one).not.toBe(several);
  });

  it("stand in reading order", () => {
    const all = [change("scene/mark", "b", 1), change("scene/mark", "a", 2), change("scene/mark", "a", 1, 5)];
    const sorted = sortChanges(all, ["a", "b"]).map(({ span }) => `${span.file}${span.line}:${span.column}`);
    expect(sorted).toEqual(["a1:5", "a2:1", "b1:1"]);
  });
});
