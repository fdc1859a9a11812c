declare module "svg-to-pdfkit" {
  export default function SVGtoPDF(
    document: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: {
      readonly width: number;
      readonly height: number;
      readonly assumePt?: boolean;
      readonly fontCallback?: () => string;
      readonly warningCallback?: (warning: string) => void;
    },
  ): void;
}
