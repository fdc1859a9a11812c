import { expect, test } from "vitest";
import { collectImages, nameImages } from "../../src/epub/collect-images.ts";
import { config, img, p } from "../support/elements.ts";
import { GIF, PNG, SVG, WEBP } from "../support/images.ts";

function namesOf(...paths: readonly string[]) {
  const names = nameImages(paths);
  return paths.map((path) => names.get(path));
}

test("an image is named after its file", () => {
  expect(namesOf("/book/images/The Sea.png", "/book/Größe_2.jpg", "/book/b.c.svg")).toEqual([
    "the-sea",
    "grosse-2",
    "b-c",
  ]);
});

test("files of one name take their ending or their folder's name, wherever the book lies on the machine", () => {
  expect(namesOf("/home/x/a/map.png", "/home/x/b/map.png")).toEqual(["a-map", "b-map"]);
  expect(namesOf("/srv/books/a/map.png", "/srv/books/b/map.png")).toEqual(["a-map", "b-map"]);
  expect(namesOf("/x/map.png", "/x/map.jpg", "/x/sea.jpg")).toEqual(["map-png", "map-jpg", "sea"]);
  expect(namesOf("/x/a/map.png", "/x/b/map.png", "/x/a-map.png")).toEqual(["a-map-png", "b-map", "a-map"]);
  expect(namesOf("/x/a/m.png", "/x/a/m.jpg", "/x/b/m.png", "/x/b/m.jpg")).toEqual([
    "a-m-png",
    "a-m-jpg",
    "b-m-png",
    "b-m-jpg",
  ]);
});

test("names that no slug tells apart, and other scripts, take a hash that knows nothing of the machine", () => {
  const [spaced = "", hyphened = ""] = namesOf("/x/a b.png", "/x/a-b.png");
  expect(spaced).toMatch(/^a-b-[0-9a-f]{8}$/);
  expect(hyphened).toMatch(/^a-b-[0-9a-f]{8}$/);
  expect(spaced).not.toBe(hyphened);
  expect(namesOf("/elsewhere/a-b.png", "/elsewhere/a b.png")).toEqual([hyphened, spaced]);
  const [sea = "", sky = ""] = namesOf("/x/море.png", "/x/небо.png");
  expect(sea).toMatch(/^[0-9a-f]{8}$/);
  expect(sky).not.toBe(sea);
});

test("the format is read from the bytes, and each file once", () => {
  const read: string[] = [];
  const files: Record<string, Uint8Array> = { "/a.jpg": PNG, "/b.gif": GIF, "/c.svg": SVG };
  const { value, diagnostics } = collectImages(
    [p(img("/a.jpg", "A"), img("/b.gif", "B")), p(img("/a.jpg", "A again"), img("/c.svg", "C"))],
    config({ cover: { path: "/b.gif" } }),
    (path) => {
      read.push(path);
      return files[path] ?? new Uint8Array();
    },
  );
  expect(diagnostics).toEqual([]);
  expect(read).toEqual(["/b.gif", "/a.jpg", "/c.svg"]);
  expect([...value.values()].map((i) => [i.id, i.href, i.mediaType, i.properties])).toEqual([
    ["image-b", "images/b.gif", "image/gif", ["cover-image"]],
    ["image-a", "images/a.png", "image/png", []],
    ["image-c", "images/c.svg", "image/svg+xml", []],
  ]);
});

test("a format that e-readers do not share does not go in", () => {
  const { value } = collectImages([p(img("/x/sea.webp", "The sea"))], config(), () => WEBP);
  expect(value.size).toBe(0);
});

test("a file that cannot be read is reported", () => {
  const { value, diagnostics } = collectImages([p(img("/x/gone.png", "Gone"))], config(), () => {
    throw new Error("ENOENT");
  });
  expect(value.size).toBe(0);
  expect(diagnostics).toMatchObject([{ code: "image/missing", severity: "error" }]);
  expect(diagnostics[0]?.message).toContain("gone.png");
});
