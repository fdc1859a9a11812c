declare module "css-tree/utils" {
  /** CSS strings with their quotation marks and escapes (CSS Syntax 3, clause 4.3.5). */
  export const string: {
    readonly decode: (written: string) => string;
    readonly encode: (text: string) => string;
  };
}
