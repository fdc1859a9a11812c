/**
 * The punctuation of what book.yaml says in words.
 *
 * Comes in: the configuration. Goes out: the same with title and subtitle punctuated as the text is, so that the title page is not
 * the only page with straight quotes. File names and identifiers stay as they were made.
 */
import path from "node:path";
import type { BookConfig } from "../config/book-config.ts";
import type { TextChange } from "../core/change.ts";
import { spanAt } from "../core/span.ts";
import { punctuateLine } from "./punctuate.ts";

export interface PunctuatedConfig {
  readonly value: BookConfig;
  readonly changes: readonly TextChange[];
}

export function punctuateTitles(config: BookConfig): PunctuatedConfig {
  if (config.punctuation === "off") return { value: config, changes: [] };
  const span = spanAt(path.join(config.folder, "book.yaml"), 1);
  const title = punctuateLine(config.title, config.language, span);
  if (config.subtitle === undefined) return { value: { ...config, title: title.text }, changes: title.changes };
  const subtitle = punctuateLine(config.subtitle, config.language, span);
  const value = { ...config, title: title.text, subtitle: subtitle.text };
  return { value, changes: [...title.changes, ...subtitle.changes] };
}
