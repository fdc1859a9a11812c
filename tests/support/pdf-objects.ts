/**
 * A PDF's objects as `qpdf` reads them: dictionaries as records with keys like `/Type`, references as strings like `12 0 R`.
 */
import { type OutsideTool, runTool } from "./outside-tools.ts";

export type PdfValue = string | number | boolean | null | readonly PdfValue[] | PdfDictionary;
export interface PdfDictionary {
  readonly [key: string]: PdfValue;
}

export interface PdfObjects {
  readonly catalog: PdfDictionary;
  readonly pages: readonly PdfDictionary[];
  /** Every indirect dictionary, stream dictionaries too, by its reference. */
  readonly all: ReadonlyMap<string, PdfDictionary>;
  /** What a value refers to, or itself. */
  readonly follow: (value: PdfValue | undefined) => PdfValue | undefined;
  readonly dictionary: (value: PdfValue | undefined) => PdfDictionary;
  readonly list: (value: PdfValue | undefined) => readonly PdfValue[];
  /** A stream's bytes, decoded, one character each. */
  readonly stream: (reference: PdfValue | undefined) => string;
}

interface QpdfObject {
  readonly value?: PdfValue;
  readonly stream?: { readonly dict: PdfDictionary; readonly data: string };
}

export function readObjects(qpdf: OutsideTool, file: string): PdfObjects {
  const { stdout } = runTool(qpdf, "--json=2", "--json-key=qpdf", "--json-stream-data=inline", file);
  const [, objects = {}] = (JSON.parse(stdout) as { qpdf: [unknown, Record<string, QpdfObject>] }).qpdf;
  const isReference = (value: PdfValue | undefined): value is string =>
    typeof value === "string" && /^\d+ 0 R$/.test(value);
  const follow: PdfObjects["follow"] = (value) => {
    if (!isReference(value)) return value;
    const object = objects[`obj:${value}`];
    return object?.stream?.dict ?? object?.value;
  };
  const dictionary: PdfObjects["dictionary"] = (value) => {
    const found = follow(value);
    return found !== null && typeof found === "object" && !Array.isArray(found) ? (found as PdfDictionary) : {};
  };
  const list: PdfObjects["list"] = (value) => {
    const found = follow(value);
    return Array.isArray(found) ? (found as readonly PdfValue[]) : [];
  };
  const all = new Map(
    Object.keys(objects)
      .filter((key) => key.startsWith("obj:"))
      .map((key) => [key.slice(4), dictionary(key.slice(4))]),
  );
  const catalog = dictionary(dictionary(objects.trailer?.value)["/Root"]);
  return {
    catalog,
    pages: list(dictionary(catalog["/Pages"])["/Kids"]).map(dictionary),
    all,
    follow,
    dictionary,
    list,
    stream: (reference) =>
      Buffer.from(objects[`obj:${String(reference)}`]?.stream?.data ?? "", "base64").toString("latin1"),
  };
}
