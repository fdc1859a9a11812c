/** Whole books with stylesheets of their own. */
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { buildBooks } from "../src/build.ts";

const designer = fileURLToPath(new URL("books/designer/", import.meta.url));

test("a stylesheet as one writes it for a formatter of paged media makes both books without a warning", async () => {
  const { books, diagnostics } = await buildBooks({ folder: designer, env: { SOURCE_DATE_EPOCH: "0" } });
  expect(diagnostics.filter(({ span }) => !span?.file.endsWith("pages.css"))).toEqual([]);
  expect(books.map((book) => book.kind)).toEqual(["epub", "pdf"]);
  const files = unzipSync(books[0]?.bytes ?? new Uint8Array());
  const css = Object.entries(files).find(([name]) => name.endsWith(".css"))?.[1];
  expect(strFromU8(css ?? new Uint8Array())).not.toMatch(/@page|@import|string-set|var\(|--\w/);
});
