/**
 * Addresses in a stylesheet.
 *
 * Comes in: a value's text. Goes out: the address that `url()` or a string holds. It opens nothing.
 */
import { string } from "css-tree/utils";

const URL_OR_STRING =
  /^(?:url\(\s*)?("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|(?<=url\(\s*)[^)"'\s]*)\s*\)?/i;

/** The address at the head of `text`, decoded; undefined if there is none. */
export function addressIn(text: string): string | undefined {
  return readAddress(text)?.address;
}

/** The address at the head of `text`, and what stands after it. */
export function readAddress(text: string): { readonly address: string; readonly rest: string } | undefined {
  const match = URL_OR_STRING.exec(text.trim());
  const written = match?.[1];
  if (match === null || written === undefined || written === "") return undefined;
  const address = /^["']/.test(written) ? string.decode(written) : written.replace(/\\([\s\S])/g, "$1");
  return { address, rest: text.trim().slice(match[0].length).trim() };
}
