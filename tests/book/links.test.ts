import { describe, expect, it } from "vitest";
import { inlinesOf, walkInlines } from "../../src/book/walk.ts";
import { resolved, textOf, told } from "./book-of.ts";

/** Where a link in the first of two chapters leads, and what is said of it. */
function follow(href: string) {
  const { sections, diagnostics } = resolved({
    "1.md": `# One\n\nSee [there](${href}).\n\n## Under the hill\n`,
    "sub/2.md": "# Two\n\n## Über allen\n\n<span id=mark>x</span>\n\n# Two and a half\n\n## Last\n",
  });
  const blocks = sections[0]?.blocks ?? [];
  const links = walkInlines(inlinesOf(blocks)).flatMap((node) => (node.kind === "link" ? [node] : []));
  return {
    leads: links.map(({ href: to, internal }) => `${internal ? "inside" : "outside"} ${to}`),
    said: told(diagnostics).map((line) => line.replace(/^3:\d+ /, "")),
    text: textOf(blocks.slice(1, 2)),
  };
}

describe("a link", () => {
  it.each([
    ["#under-the-hill", "inside 1#under-the-hill"],
    ["#one", "inside 1#one"],
    ["1.md", "inside 1"],
    ["sub/2.md", "inside sub-2"],
    ["./sub/../sub/2.md", "inside sub-2"],
    ["sub/2.md#two", "inside sub-2#two"],
    ["sub/2.md#uber-allen", "inside sub-2#uber-allen"],
    ["sub/2.md#über-allen", "inside sub-2#uber-allen"],
    ["sub/2.md#mark", "inside sub-2#mark"],
    ["sub/2.md#last", "inside sub-2-two-and-a-half#last"],
    ["https://example.org/#x", "outside https://example.org/#x"],
    ["mailto:a@example.org", "outside mailto:a@example.org"],
  ])("to %s leads %s", (href, place) => {
    expect(follow(href)).toEqual({ leads: [place], said: [], text: "See there." });
  });

  it.each([
    ["#nowhere", "link/unknown-heading"],
    ["sub/2.md#nowhere", "link/unknown-heading"],
    ["3.md", "link/unknown-file"],
    ["2.md", "link/unknown-file"],
    ["3.md#one", "link/unknown-file"],
  ])("to %s is told as %s, and its text stays", (href, code) => {
    expect(follow(href)).toEqual({ leads: [], said: [code], text: "See there." });
  });

  it("in a note is followed too", () => {
    const { diagnostics } = resolved({ "1.md": "# A\n\nx[^1]\n\n[^1]: See [b](#b).\n" });
    expect(diagnostics.map(({ code }) => code)).toEqual(["link/unknown-heading"]);
  });

  it("to a heading that is not there hints at the nearest", () => {
    const { diagnostics } = resolved({ "1.md": "# Alpha\n\n[x](#alpa)\n\n## Omega\n" });
    expect(diagnostics[0]?.hints).toEqual(["The nearest heading is #alpha."]);
  });
});
