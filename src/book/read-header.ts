/**
 * A chapter's own header: a block of YAML between two lines of three hyphens at the top of its file.
 *
 * Comes in: a source file. Goes out: what the header says, and the text with the header's lines blanked, so that every line keeps
 * its number.
 */
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { type Diagnostic, diagnose } from "../core/diagnostic.ts";
import { type SourceFile, type Span, spanAt } from "../core/span.ts";

export interface ChapterHeader {
  readonly title?: string;
  readonly language?: string;
  readonly classes: readonly string[];
}

export interface HeadedText {
  readonly header: ChapterHeader;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

const KEYS = ["title", "language", "class"] as const;

export function readHeader(file: SourceFile): HeadedText {
  const found = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(file.text);
  const yaml = found?.[1];
  if (!found || yaml === undefined || !/^[\w-]+[ \t]*:/m.test(yaml)) {
    return { header: { classes: [] }, text: file.text, diagnostics: [] };
  }
  const blank = found[0].replace(/[^\n]+/g, "");
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const place = (offset: number): Span => {
    const { line, col } = lines.linePos(offset);
    return spanAt(file.path, line + 1, col);
  };
  const diagnostics: Diagnostic[] = document.errors.map((error) =>
    diagnose(
      "config/yaml",
      place(error.pos[0]),
      `This chapter's header is not YAML: ${error.message.split("\n")[0] ?? ""}`,
    ),
  );
  const values = new Map<string, string>();
  for (const pair of isMap(document.contents) ? document.contents.items : []) {
    if (!isScalar(pair.key)) continue;
    const key = String(pair.key.value);
    const span = { ...place(pair.key.range?.[0] ?? 0), length: key.length };
    if (!(KEYS as readonly string[]).includes(key)) {
      const hint = `A chapter's header may have: ${KEYS.join(", ")}.`;
      diagnostics.push(diagnose("config/unknown-key", span, `“${key}” is no key of a chapter's header.`, hint));
    } else if (isScalar(pair.value) && pair.value.value !== null) values.set(key, String(pair.value.value));
    else diagnostics.push(diagnose("config/wrong-type", span, `“${key}” takes one line of text.`));
  }
  const title = values.get("title");
  const language = values.get("language");
  const header = {
    classes: (values.get("class") ?? "").split(/\s+/).filter((name) => name !== ""),
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
  };
  return { header, text: blank + file.text.slice(found[0].length), diagnostics };
}
