/**
 * Text as a PDF object.
 *
 * Comes in: a string. Goes out: a text string (ISO 32000-1, clause 7.9.2.2) as it stands in a file.
 */

/** In brackets if it is plain ASCII, else UTF-16 in hexadecimal. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, "\\$&")})`;
  let hex = "feff";
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, "0");
  return `<${hex}>`;
}
