/**
 * `npm run pictures`: the pictures at the head of the README.
 *
 * Comes in: the sample book, poppler and Chromium, without which it says so and stops. Goes out: spreads of the PDF and screens of
 * the EPUB, as PNG files in `.github/pictures/`; smaller ones if optipng is there.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { buildBooks } from "fleuron";
import { findTool, type OutsideTool, onPath, runTool } from "../support/outside-tools.ts";

const SAMPLE = "manuscript";
const PICTURES = ".github/pictures";

/** The left page of each spread, counted from the first of the file. */
const SPREADS = { opening: 4, letter: 16 } as const;

/** What each screen of the e-book shows: a document, and which of the pages it fills. */
const SCREENS = [
  { name: "OEBPS/cover.xhtml", page: 0 },
  { name: "OEBPS/text/1-the-proof.xhtml", page: 0 },
  { name: "OEBPS/text/2-the-trap.xhtml", page: 4 },
] as const;

/** In CSS pixels. */
const PAGE = { width: 560, height: 840 } as const;
const SCREEN = { width: 340, height: 510, margin: 28, gap: 26 } as const;

interface Studio {
  readonly folder: string;
  readonly pdftoppm: OutsideTool;
  readonly chromium: OutsideTool;
}

const pdftoppm = findTool("pdftoppm");
const chromium = findTool("chromium");
if (pdftoppm && chromium) {
  const folder = mkdtempSync(path.join(tmpdir(), "fleuron-pictures-"));
  try {
    await makePictures({ folder, pdftoppm, chromium });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
} else {
  const missing = [...(pdftoppm ? [] : ["pdftoppm (of poppler-utils)"]), ...(chromium ? [] : ["Chromium"])];
  process.stderr.write(`No pictures are made, because this is missing: ${missing.join(", ")}\n`);
  process.exitCode = 1;
}

async function makePictures(studio: Studio): Promise<void> {
  const { books } = await buildBooks({ folder: SAMPLE, env: { SOURCE_DATE_EPOCH: "0" } });
  mkdirSync(PICTURES, { recursive: true });
  for (const { kind, bytes } of books) {
    if (kind === "pdf") takeSpreads(studio, bytes);
    if (kind === "epub") takeScreens(studio, unzipSync(bytes));
  }
}

function takeSpreads(studio: Studio, pdf: Uint8Array): void {
  const file = path.join(studio.folder, "book.pdf");
  writeFileSync(file, pdf);
  for (const [name, left] of Object.entries(SPREADS)) {
    const pages = [left, left + 1].map((page) => {
      const image = path.join(studio.folder, `page-${page}`);
      const range = ["-f", `${page}`, "-l", `${page}`, "-singlefile"];
      const size = ["-scale-to-x", `${PAGE.width}`, "-scale-to-y", `${PAGE.height}`];
      const { status, stderr } = runTool(studio.pdftoppm, ...range, ...size, "-gray", "-png", file, image);
      if (status !== 0) throw new Error(`pdftoppm could not draw page ${page}: ${stderr}`);
      return `<img src="${path.basename(image)}.png" width="${PAGE.width}" height="${PAGE.height}">`;
    });
    const look = "body { display: flex; gap: 1px; border: 1px solid #bbb; background: #bbb }";
    photograph(studio, name, look, pages.join(""), 2 * PAGE.width + 3, PAGE.height + 2);
  }
}

function takeScreens(studio: Studio, files: Readonly<Record<string, Uint8Array>>): void {
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(studio.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const frames = SCREENS.map(({ name, page }) => {
    const text = strFromU8(files[name] ?? new Uint8Array());
    const shown = `${name}.shown.xhtml`;
    writeFileSync(path.join(studio.folder, shown), text.replace("</head>", `${inPages(name, page)}</head>`));
    return `<iframe src="${shown}" width="${SCREEN.width}" height="${SCREEN.height}"></iframe>`;
  });
  const { width, height, gap } = SCREEN;
  const look = `body { display: flex; gap: ${gap}px } iframe { border: 1px solid #bbb }`;
  photograph(studio, "e-book", look, frames.join(""), 3 * (width + 2) + 2 * gap, height + 2);
}

/** Pages as reading systems make them: columns as wide as the screen. The cover has the screen for itself. */
function inPages(name: string, page: number): string {
  if (name.endsWith("cover.xhtml")) return "";
  const { width, height, margin } = SCREEN;
  const text = `width: ${width - 2 * margin}px; height: ${height - 2 * margin}px; margin: ${margin}px !important`;
  const columns = `columns: ${width - 2 * margin}px; column-gap: ${2 * margin}px; column-fill: auto`;
  return `<style>
html { overflow: hidden; font-size: 14.5px; line-height: 1.3 }
body { ${text}; ${columns}; transform: translateX(${-page * width}px) }
</style>`;
}

/** Writes a PNG of the HTML, `width` by `height` CSS pixels. */
function photograph(
  studio: Studio,
  name: string,
  look: string,
  html: string,
  width: number,
  height: number,
): void {
  const page = path.join(studio.folder, `${name}.html`);
  const picture = path.resolve(PICTURES, `${name}.png`);
  writeFileSync(page, `<!DOCTYPE html><meta charset="utf-8"><style>* { margin: 0 } ${look}</style>${html}`);
  const { status, stderr } = runTool(
    studio.chromium,
    ...["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"],
    ...[
      "--disable-lcd-text",
      "--virtual-time-budget=5000",
      `--user-data-dir=${path.join(studio.folder, "profile")}`,
    ],
    ...[`--window-size=${width},${height}`, `--screenshot=${picture}`, pathToFileURL(page).href],
  );
  if (status !== 0) throw new Error(`Chromium could not draw ${name}: ${stderr}`);
  const optipng = onPath("optipng");
  if (optipng) runTool(optipng, "-quiet", "-o3", "-strip", "all", picture);
  process.stdout.write(`${picture}  ${(readFileSync(picture).length / 1024).toFixed(0)} kB\n`);
}
