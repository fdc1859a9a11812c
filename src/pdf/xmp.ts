/**
 * What the file says of itself in XMP.
 *
 * Comes in: metadata. Goes out: an XMP packet (ISO 16684-1), escaped, the same facts as in the file's Info dictionary. pdfkit's own
 * (0.20) is not escaped.
 */

/** What the file says of itself. */
export interface FileFacts {
  readonly title: string;
  /** Empty if there is none. */
  readonly author: string;
  readonly subject: string;
  readonly language: string;
  /** `CCYY-MM-DDThh:mm:ssZ`. */
  readonly modified: string;
}

/** The program's name, as Creator and Producer. */
export const PROGRAM = "Fleuron";

/** `accessible`: whether the file may say that it conforms to PDF/UA-1 (ISO 14289-1, clause 5). */
export function writeXmp(facts: FileFacts, accessible: boolean): string {
  const { title, author, subject, language, modified } = facts;
  const alternatives = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const properties = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${alternatives(title)}</dc:title>`,
    author === "" ? "" : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`,
    subject === "" ? "" : `<dc:description>${alternatives(subject)}</dc:description>`,
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${modified}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${modified}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool>`,
    `<pdf:Producer>${PROGRAM}</pdf:Producer>`,
    accessible ? "<pdfuaid:part>1</pdfuaid:part>" : "",
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${properties.filter((property) => property !== "").join("\n")}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
