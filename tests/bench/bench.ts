/**
 * `npm run bench`: how fast a novel becomes two books.
 *
 * Comes in: the novel in the folder that FLEURON_CORPUS names, or else the sample repeated to a novel's length; with a number, as in
 * `npm run bench -- 5`, so many copies of it in one book. Goes out: the time of each stage, words a second and peak memory, of one
 * build in a fresh process, as an author's is.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { buildBooks } from "fleuron";

const NOVEL = "pride-and-prejudice";
const SAMPLE = "manuscript";
/** Of the novel, so that both manuscripts are about as long. */
const WORDS = 120_000;

interface Manuscript {
  readonly folder: string;
  readonly name: string;
  readonly remove: () => void;
}

function findManuscript(copies: number): Manuscript {
  const folder = path.join(process.env.FLEURON_CORPUS ?? "", NOVEL);
  if (!process.env.FLEURON_CORPUS || !existsSync(folder)) {
    return repeatChapters(SAMPLE, "the sample, repeated", (words) => words < copies * WORDS);
  }
  if (copies === 1) return { folder, name: NOVEL, remove: () => undefined };
  const chapters = copies * chaptersIn(folder).length;
  return repeatChapters(folder, `${NOVEL}, ${copies} times`, (_, made) => made < chapters);
}

/** A manuscript of a folder's chapters over and over, as long as `goesOn`, told how many words and chapters there are, says so. */
function repeatChapters(from: string, name: string, goesOn: (words: number, made: number) => boolean): Manuscript {
  const folder = mkdtempSync(path.join(tmpdir(), "fleuron-bench-"));
  const chapters = chaptersIn(from).map((file) => readFileSync(path.join(from, file), "utf8"));
  writeFileSync(path.join(folder, "book.yaml"), "title: Again and Again\nauthor: Fleuron\nlanguage: en-GB\n");
  let words = 0;
  for (let i = 0; goesOn(words, i); i++) {
    const chapter = chapters[i % chapters.length] ?? "";
    words += countWords(chapter);
    writeFileSync(path.join(folder, `${String(i + 1).padStart(3, "0")}.md`), chapter);
  }
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { folder, name, remove };
}

function chaptersIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort();
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

async function bench({ folder, name }: Manuscript): Promise<void> {
  const words = chaptersIn(folder)
    .map((file) => countWords(readFileSync(path.join(folder, file), "utf8")))
    .reduce((sum, count) => sum + count, 0);
  const stages = new Map<string, number>();
  const onStage = (stage: string, milliseconds: number): void => {
    stages.set(stage, (stages.get(stage) ?? 0) + milliseconds);
  };
  const env = { SOURCE_DATE_EPOCH: "0" };
  const start = performance.now();
  const { books, diagnostics } = await buildBooks({ folder, env, onStage });
  const total = performance.now() - start;
  const [error] = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  if (error) throw new Error(error.message);
  stages.set("the rest", total - [...stages.values()].reduce((sum, time) => sum + time, 0));
  stages.set("in all", total);
  const row = (label: string, value: string): string => `${label.padEnd(16)}${value.padStart(10)}`;
  const size = (kind: string): number => (books.find((book) => book.kind === kind)?.bytes.length ?? 0) / 1024;
  const lines = [
    `${name}: ${words} words, ${books.find((book) => book.kind === "pdf")?.pages ?? 0} pages`,
    "",
    ...[...stages].map(([stage, time]) => row(stage, `${time.toFixed(0)} ms`)),
    "",
    row(
      "processor",
      `${((process.resourceUsage().userCPUTime + process.resourceUsage().systemCPUTime) / 1000).toFixed(0)} ms`,
    ),
    row("words a second", (words / (total / 1000)).toFixed(0)),
    row("peak memory", `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`),
    row("PDF", `${size("pdf").toFixed(0)} kB`),
    row("EPUB", `${size("epub").toFixed(0)} kB`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

// As `main.ts` has it.
setFlagsFromString("--heap-growing-percent=100");
const manuscript = findManuscript(Number(process.argv[2] ?? 1));
try {
  await bench(manuscript);
} finally {
  manuscript.remove();
}
