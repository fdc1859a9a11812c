import { describe, expect, it } from "vitest";
import { showCount, showSize, showTime } from "../../src/command-line/show-quantity.ts";

describe("quantities", () => {
  it("of bytes", () => {
    expect([0, 999, 1000, 23_600, 999_499, 999_500, 1_260_000].map(showSize)).toEqual([
      "0 B",
      "999 B",
      "1 kB",
      "24 kB",
      "999 kB",
      "1.0 MB",
      "1.3 MB",
    ]);
  });

  it("of time", () => {
    expect([0, 449, 59_949, 59_950, 65_000].map(showTime)).toEqual([
      "0.0 s",
      "0.4 s",
      "59.9 s",
      "1 min 0 s",
      "1 min 5 s",
    ]);
  });

  it("of things", () => {
    expect([0, 1, 2].map((count) => showCount(count, "page"))).toEqual(["0 pages", "1 page", "2 pages"]);
  });
});
