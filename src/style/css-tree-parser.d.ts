/** The parser alone: css-tree's main module also loads a lexer's data, which takes three times as long to start. */
declare module "css-tree/parser" {
  import type { parse as Parse } from "css-tree";

  const parse: typeof Parse;
  export default parse;
}
