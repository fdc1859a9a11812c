/**
 * What every e-book needs on every screen, whatever its stylesheet says.
 *
 * Comes in: nothing. Goes out: CSS that stands before the stylesheet, which may say otherwise. It makes nothing beautiful; it keeps
 * things on the page. Each rule is there because a real engine went wrong without it (`tests/epub/reading-systems.test.ts`).
 */

/**
 * - Old engines take elements that came with HTML 5 for words in a line, and drop their margins.
 * - Words and addresses wider than a telephone are broken rather than cut off.
 * - Lines of code turn over.
 * - Pictures keep their shape inside the screen, high or wide. Old engines know no `vh`, and skip that line.
 * - MuPDF and old readers show the hidden navs as chapters of the contents: they know no `hidden` attribute.
 * - The number of a note is raised, so that no stylesheet can make “said1” of it by saying nothing.
 */
export const READER_CSS = `article, aside, figcaption, figure, footer, header, main, nav, section {
  display: block;
}
body {
  overflow-wrap: break-word;
  word-wrap: break-word;
}
pre {
  white-space: pre-wrap;
}
img {
  height: auto;
  max-width: 100%;
  max-height: 100%;
  max-height: 95vh;
}
.noteref {
  font-size: 0.65em;
  line-height: 0;
  vertical-align: super;
}
.landmarks,
.page-list {
  display: none;
}
`;
