/**
 * What elements are before any stylesheet speaks, after the HTML standard's rendering section (clause 15.3).
 *
 * Comes in: nothing. Goes out: CSS. It says what each element is, with space around blocks in whole lines; how a book looks is
 * said in `styles/book.css`.
 */
import { ROLE_NAMES, roleEntry } from "../book/roles.ts";
import { MARGIN_BOXES } from "./page-rule.ts";

export const USER_AGENT_CSS = `
${markPages()}
html, body, address, article, aside, blockquote, caption, center, dd, details, div, dl, dt, fieldset, figcaption,
figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, legend, main, nav, ol, p, pre, section, summary,
ul { display: block }
li { display: list-item }
table { display: table; text-indent: 0 }
thead, tbody, tfoot { display: table-row-group }
tr { display: table-row }
td, th { display: table-cell }
[hidden], head, link, meta, script, style, template, title { display: none }

address, cite, dfn, em, i, var { font-style: italic }
b, strong, h1, h2, h3, h4, h5, h6, th { font-weight: bold }
code, kbd, pre, samp, tt { font-family: monospace; hyphens: none }
pre { white-space: pre; text-align: left; text-indent: 0 }
small, sub, sup { font-size: smaller }
sub { vertical-align: sub }
sup { vertical-align: super }
.noteref { font-size: 0.65em; vertical-align: super }
ins, u { text-decoration: underline }
del, s, strike { text-decoration: line-through }
caption, center, th { text-align: center }

h1 { font-size: 2em }
h2 { font-size: 1.5em }
h3 { font-size: 1.17em }
h1, h2, h3, h4, h5, h6 { margin: 1lh 0; break-after: avoid }
blockquote, figure { margin: 1lh 30pt }
dd { margin-left: 30pt }
dl, hr, ol, p, pre, ul { margin: 1lh 0 }
li ol, li ul { margin: 0 }
ol, ul { padding-left: 30pt }
ol { list-style-type: decimal }
ul { list-style-type: disc }
li ul { list-style-type: circle }
li li ul { list-style-type: square }
`;

/** A section begins a page. Blank pages, and those that show one thing alone, carry neither head nor folio. */
function markPages(): string {
  const alone = ROLE_NAMES.filter((role) => roleEntry(role).display);
  const silence = MARGIN_BOXES.map((name) => `@${name} { content: none }`).join(" ");
  return `
@page :blank { ${silence} }
@page ${alone.join(", ")} { ${silence} }
${alone.map((role) => `section.${role} { page: ${role} }`).join("\n")}
${ROLE_NAMES.map((role) => `section.${role}`).join(", ")}, nav.toc { break-before: page }
section.halftitlepage, section.titlepage, section.dedication, section.epigraph, nav.toc { break-before: recto }
section.frontispiece { break-before: verso }
section.halftitlepage, section.titlepage, section.dedication { margin-top: 18vh; text-align: center; text-indent: 0 }
`;
}
