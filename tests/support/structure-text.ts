/**
 * A PDF's structure as `pdfinfo` reads it: an independent reader's opinion of what a voice would read.
 */
import { type OutsideTool, runTool } from "./outside-tools.ts";

/** The tree with its text, for golden files: without object numbers, and without what depends on where pages break. */
export function dumpStructure(pdfinfo: OutsideTool, file: string): string {
  const { stdout, stderr } = runTool(pdfinfo, "-struct-text", file);
  if (stderr.includes("Error")) throw new Error(stderr);
  return stdout
    .replace(/Object \d+ 0/g, "Object")
    .replace(/\/BBox \[[\d. ]+\]/g, "/BBox")
    .replace(/^( *)"(.*)"\n\1"/gm, '$1"$2');
}

/** The text of each block, in reading order: phrases inside belong to it, and so do its parts on several pages. */
export function readBlocks(pdfinfo: OutsideTool, file: string): string[] {
  const blocks: string[] = [];
  for (const line of dumpStructure(pdfinfo, file).split("\n")) {
    const [, text] = /^\s*"(.*)"$/s.exec(line) ?? [];
    if (text !== undefined) blocks.push((blocks.pop() ?? "") + text);
    else if (!/\(inline\)|^\s*(?:Object|\/)|^$/.test(line)) blocks.push("");
  }
  return blocks.filter((block) => block !== "");
}
