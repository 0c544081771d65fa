// A Word file for a test, put together from the XML of its parts: the smallest that
// the reader takes, so that a case shows its own XML and nothing else.
import { strToU8, zipSync } from 'fflate';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"`;

/** Parts beside the document by the last word of their relation: `numbering`, `styles`…; the XML is what stands inside their root. */
export type DocxParts = Readonly<Record<string, string>>;

const ROOTS: Readonly<Record<string, string>> = { numbering: 'w:numbering', styles: 'w:styles', footnotes: 'w:footnotes', endnotes: 'w:endnotes', comments: 'w:comments', settings: 'w:settings', header: 'w:hdr', footer: 'w:ftr' };

/** Bytes of a .docx with this body. `files` are put in as they are, and stand for others of their name; `level` 0: not compressed. */
export function docxOf(body: string, parts: DocxParts = {}, files: Readonly<Record<string, string | Uint8Array>> = {}, level: 0 | 6 = 6): Uint8Array {
  const relations = Object.keys(parts).map((type, i) => `<Relationship Id="rId${i + 1}" Type="${R}/${type}" Target="${type}.xml"/>`).join('');
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(parts).map(([type, inside]) => [`word/${type}.xml`, `<${ROOTS[type] ?? type} ${NAMESPACES}>${inside}</${ROOTS[type] ?? type}>`])),
    ...files,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data])), { level });
}

/** A paragraph; `properties` is the XML inside w:pPr. */
export function wp(text: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A paragraph of a list. */
export function wli(list: number, level: number, text: string): string {
  return wp(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** A level of an abstract numbering. */
export function wlvl(level: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}
