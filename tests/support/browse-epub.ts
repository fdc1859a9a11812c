/**
 * An EPUB in a real browser engine.
 *
 * Comes in: the bytes of an EPUB, a Chromium. Goes out: for every document of the spine what the engine makes of it: its text, what
 * sticks out, which pictures and fonts failed, where links lead, how well text can be read by night. A small server on this machine
 * hands out the files of the book and takes the report.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { measureDocuments } from "./measure-documents.ts";
import type { OutsideTool } from "./outside-tools.ts";

/** What was seen of one document. */
export interface BrowsedDocument {
  /** In the zip. */
  readonly name: string;
  /** As a reader would select it. */
  readonly text: string;
  /** Pixels by which the document is wider than the screen. */
  readonly overflow: number;
  /** Elements whose box leaves the screen at its sides. */
  readonly outside: readonly string[];
  /** Pictures that did not load, or are larger than the screen. */
  readonly badPictures: readonly string[];
  /** `family style weight: status` of every font of the stylesheet. */
  readonly fonts: readonly string[];
  /** Links of the document and the ids in it; addresses in the zip. */
  readonly links: readonly { readonly href: string; readonly from: string; readonly type: string }[];
  readonly ids: readonly string[];
  /** The least contrast of any text on a black page, and that text. */
  readonly darkest: { readonly contrast: number; readonly text: string };
  /** `width: text|text` where a line begins with a dash or closing mark, or a note's number, or ends with an opening mark. */
  readonly badBreaks: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  xhtml: "application/xhtml+xml",
  css: "text/css",
  png: "image/png",
  jpg: "image/jpeg",
  svg: "image/svg+xml",
  ttf: "font/ttf",
};

const PATIENCE = 50_000;

/** Shows the documents on a screen of `width` by `height` CSS pixels, and looks at their lines at each of `widths`. */
export async function browseEpub(
  chromium: OutsideTool,
  epub: Uint8Array,
  width: number,
  height: number,
  widths: readonly number[] = [width],
): Promise<readonly BrowsedDocument[]> {
  const files = unzipSync(epub);
  const page = harness(spineOf(files), width, height, widths);
  return new Promise((resolve, reject) => {
    const profile = mkdtempSync(path.join(tmpdir(), "fleuron-chromium-"));
    const server = createServer((request, response) => {
      if (request.method === "POST")
        readBody(request).then((body) => close(() => resolve(JSON.parse(body))), reject);
      else serve(request, response, files, page);
    });
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"];
      const browser = spawn(
        chromium.command,
        [...chromium.arguments, ...flags, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/`],
        { stdio: "ignore", detached: true },
      );
      browser.on("error", reject);
      stop = () => {
        if (browser.pid !== undefined) process.kill(-browser.pid, "SIGKILL");
      };
    });
    let stop = (): void => undefined;
    const close = (then: () => void): void => {
      clearTimeout(timer);
      stop();
      server.closeAllConnections();
      server.close(() => {
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
        then();
      });
    };
    const timer = setTimeout(() => close(() => reject(new Error("Chromium did not report"))), PATIENCE);
  });
}

/** Documents in reading order. */
export function spineOf(files: Readonly<Record<string, Uint8Array>>): string[] {
  const opf = strFromU8(files["OEBPS/content.opf"] ?? new Uint8Array());
  const items = new Map(
    [...opf.matchAll(/<item id="([^"]*)" href="([^"]*)"/g)].map(([, id, href]) => [id, `OEBPS/${href}`]),
  );
  return [...opf.matchAll(/<itemref idref="([^"]*)"/g)].flatMap(([, id]) => items.get(id) ?? []);
}

function harness(names: readonly string[], ...screen: readonly unknown[]): string {
  return `<!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><script>
(${measureDocuments.toString()})(${[names, ...screen].map((one) => JSON.stringify(one)).join(", ")})
  .catch((error) => [{ name: String(error) }])
  .then((report) => fetch("/report", { method: "POST", body: JSON.stringify(report) }));
</script>`;
}

function serve(
  { url = "/" }: IncomingMessage,
  response: ServerResponse,
  files: Readonly<Record<string, Uint8Array>>,
  page: string,
): void {
  const name = decodeURIComponent(url.slice(1).replace(/[?#].*$/, ""));
  const bytes = name === "" ? page : files[name];
  const type = name === "" ? "text/html" : (TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream");
  response.writeHead(bytes === undefined ? 404 : 200, { "content-type": type });
  response.end(bytes);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
