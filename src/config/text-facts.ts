/**
 * What the chapters of a book say of it, for what book.yaml leaves out.
 *
 * Comes in: paths of chapters. Goes out: title and author, as a notice of Project Gutenberg's or the lines above the text name
 * them; the language, as that notice names it or the words show it. It reads files, and tells nobody.
 */
import { type FrameFacts, readFrame } from "./gutenberg-frame.ts";
import { encodingInHeader, findHeaderEnd } from "./header.ts";
import { readSource } from "./read-source.ts";
import { recogniseLanguage } from "./recognise-language.ts";
import { readTitleLines } from "./title-lines.ts";

export interface TextFacts extends FrameFacts {
  /** The language that the words are in, as far as they show it: nobody has said so. */
  readonly recognised?: string;
}

/** Of the notices counts only what none says otherwise. */
export function readTextFacts(chapters: readonly string[], encoding: string | undefined): TextFacts {
  const frames: FrameFacts[] = [];
  const texts: (readonly string[])[] = [];
  for (const chapter of chapters) {
    const { value } = readSource(chapter, chapter, chapter, (bytes) => encodingInHeader(bytes) ?? encoding);
    const whole = value?.text.split("\n") ?? [];
    const end = findHeaderEnd(whole);
    const lines = typeof end === "number" ? whole.slice(end + 1) : whole;
    const frame = readFrame(lines);
    if (frame) frames.push(frame);
    texts.push(frame ? lines.slice(frame.from, frame.to) : lines);
  }
  const agreed = (key: keyof FrameFacts): FrameFacts => {
    const [value, ...others] = new Set(frames.flatMap((frame) => frame[key] ?? []));
    return value === undefined || others.length > 0 ? {} : { [key]: value };
  };
  const recognised = recogniseLanguage(texts.flat());
  const written = frames.length === 0 ? readTitleLines(texts[0] ?? []) : undefined;
  return {
    ...written,
    ...agreed("title"),
    ...agreed("author"),
    ...agreed("language"),
    ...(recognised !== undefined && { recognised }),
  };
}
