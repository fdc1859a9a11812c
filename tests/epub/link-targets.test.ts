import { expect, test } from "vitest";
import { tidyAddress } from "../../src/epub/link-targets.ts";

test.each([
  ["https://example.com/a?b=c&d#e", "https://example.com/a?b=c&d#e"],
  ["https://de.wikipedia.org/wiki/Stra%C3%9Fe_(x)", "https://de.wikipedia.org/wiki/Stra%C3%9Fe_(x)"],
  ["mailto:jane@example.com?subject=A & B", "mailto:jane@example.com?subject=A%20&%20B"],
  ["urn:isbn:9780306406157", "urn:isbn:9780306406157"],
  ["http://example.com/a|b^{c} d", "http://example.com/a%7Cb%5E%7Bc%7D%20d"],
  ["https://example.com/?q=[x]", "https://example.com/?q=%5Bx%5D"],
  ["https://example.com/100%", "https://example.com/100%25"],
  ["https://example.com/#a#b", "https://example.com/#a%23b"],
  ["http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"],
])("%s can be followed", (href, target) => {
  expect(tidyAddress(href)).toBe(target);
});

test.each([
  "http://[foo",
  "http://ex ample.com/",
  "https://foo.bar.`baz/",
  "https://../",
  "file:///etc/passwd",
  "data:text/plain,x",
  "javascript:x",
  "x:y",
  "a.md",
])("%s cannot", (href) => {
  expect(tidyAddress(href)).toBeUndefined();
});
