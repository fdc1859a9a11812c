declare module "subset-font" {
  export interface SubsetOptions {
    readonly targetFormat?: "sfnt" | "woff" | "woff2";
    /** Numbers of names (OpenType `name` table) kept beside the ones every font needs. */
    readonly preserveNameIds?: readonly number[];
    /** OpenType feature tags; absent: all. */
    readonly keepFeatures?: readonly string[];
  }
  export default function subsetFont(font: Uint8Array, text: string, options?: SubsetOptions): Promise<Buffer>;
}
