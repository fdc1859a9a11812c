/**
 * What elements look like before any stylesheet speaks, after the HTML standard's rendering section.
 *
 * Comes in: nothing. Goes out: CSS. It says what each element is; how a book looks is said in `styles/book.css`.
 */
export const USER_AGENT_CSS = `
html, body, section, div, p, h1, h2, h3, h4, h5, h6, blockquote, figure, figcaption, ul, ol, pre, hr, aside, nav,
header, footer { display: block }
li { display: list-item }
table { display: table }
thead, tbody { display: table-row-group }
tr { display: table-row }
td, th { display: table-cell }
em, i { font-style: italic }
strong, b, th, h1, h2, h3, h4, h5, h6 { font-weight: 700 }
code, pre { font-family: monospace; hyphens: none }
sub { vertical-align: sub; font-size: smaller }
sup { vertical-align: super; font-size: smaller }
del { text-decoration: line-through }
pre { white-space: pre }
ol { list-style-type: decimal }
ul { list-style-type: disc }
ul, ol { padding-left: 2em }
th { text-align: center }
`;
