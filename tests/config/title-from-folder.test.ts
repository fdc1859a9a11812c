import { describe, expect, it } from "vitest";
import { titleFromFolder } from "../../src/config/title-from-folder.ts";

describe("titleFromFolder", () => {
  it.each([
    ["pride-and-prejudice", "Pride and Prejudice"],
    ["books/the_mill on-the-floss/", "The Mill on the Floss"],
    ["of-mice-and-men", "Of Mice and Men"],
    ["what-for", "What For"],
    ["McTeague", "McTeague"],
    ["élan-vital", "Élan Vital"],
    ["/", "Untitled"],
    ["---", "Untitled"],
  ])("%j becomes %j", (folder, title) => {
    expect(titleFromFolder(folder)).toBe(title);
  });
});
