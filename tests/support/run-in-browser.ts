/**
 * A page in a real browser that reports back.
 *
 * Comes in: a Chromium, a page, the files that it may ask for. Goes out: what the page posted to `/report`, as JSON. A small server on
 * this machine hands out the files.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { OutsideTool } from "./outside-tools.ts";

const TYPES: Readonly<Record<string, string>> = {
  xhtml: "application/xhtml+xml",
  css: "text/css",
  js: "text/javascript",
  png: "image/png",
  jpg: "image/jpeg",
  svg: "image/svg+xml",
  ttf: "font/ttf",
};

const PATIENCE = 50_000;

/** `fileOf` gives what stands at an address, without its leading slash; the page itself is at the root. */
export async function runInBrowser<T>(
  chromium: OutsideTool,
  page: string,
  fileOf: (name: string) => Uint8Array | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const profile = mkdtempSync(path.join(tmpdir(), "fleuron-chromium-"));
    const server = createServer((request, response) => {
      if (request.method === "POST")
        readBody(request).then((body) => close(() => resolve(JSON.parse(body))), reject);
      else serve(request, response, fileOf, page);
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

function serve(
  { url = "/" }: IncomingMessage,
  response: ServerResponse,
  fileOf: (name: string) => Uint8Array | undefined,
  page: string,
): void {
  const name = decodeURIComponent(url.slice(1).replace(/[?#].*$/, ""));
  const bytes = name === "" ? page : fileOf(name);
  const type = name === "" ? "text/html" : (TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream");
  response.writeHead(bytes === undefined ? 404 : 200, { "content-type": type });
  response.end(bytes);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
