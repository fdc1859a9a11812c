import { describe, expect, it } from "vitest";
import { identifierUri, isbnDigits, isIsbn, uuidOf } from "../../src/config/identifiers.ts";

describe("ISBN", () => {
  it.each([
    "978-0-14-143951-8",
    "ISBN 9780141439518",
    "0-306-40615-2",
    "urn:isbn:080442957X",
    "979‑10‑90636‑07‑1",
  ])("%s is one", (written) => {
    expect(isIsbn(isbnDigits(written))).toBe(true);
  });

  it("is broken by any single wrong digit", () => {
    const right = "9780141439518";
    for (let place = 3; place < right.length; place++) {
      for (let digit = 0; digit <= 9; digit++) {
        const changed = right.slice(0, place) + digit + right.slice(place + 1);
        expect(isIsbn(changed), changed).toBe(changed === right);
      }
    }
  });

  it("has the right length and prefix", () => {
    expect(isIsbn("978014143951")).toBe(false);
    expect(isIsbn("1234567890128")).toBe(false);
    expect(isIsbn("")).toBe(false);
  });
});

describe("identifierUri", () => {
  it.each([
    ["https://example.org/books/1", "https://example.org/books/1"],
    ["doi:10.1000/182", "doi:10.1000/182"],
    ["978-0-14-143951-8", "urn:isbn:9780141439518"],
    ["6E8BC430-9C3A-11D9-9669-0800200C9A66", "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66"],
    ["my book", undefined],
    ["urn:isbn:9780141439519", undefined],
    ["12345", undefined],
  ])("%s", (written, uri) => {
    expect(identifierUri(written)).toBe(uri);
  });
});

describe("uuidOf", () => {
  it("is a version 5 UUID, the same for ever", () => {
    expect(uuidOf("Middlemarch")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf("Middlemarch")).toBe("e5ba7268-b2c9-5a1c-ba5d-a4b322705a35");
    expect(uuidOf("Emma")).not.toBe(uuidOf("Middlemarch"));
  });
});
