// A Word file of ours as Word (and WPS in its manner) writes it after somebody pressed
// save: other ids for styles, lists, relations, bookmarks and comments, runs cut where
// the caret stood, marks of the spelling check, revision ids, the properties that Word
// adds to content controls. Nothing of the text and its structure is another. In and
// out: bytes. Known from files that Word 2016 to 365 saved; not Word itself.
import { strFromU8, strToU8 } from 'fflate';
import { readArchive, writeArchive } from '../../src/core/model/zip-archive';

export interface Habits {
  /** A comment that a Word user put before all others: Word numbers comments anew, in the order of the text. */
  readonly comment?: { readonly by: string; readonly text: string };
}

/** The file as it is after saving. */
export function asWordSaves(bytes: Uint8Array, { comment }: Habits = {}): Uint8Array {
  const files = readArchive(bytes);
  const at = (name: string): string => strFromU8(files.get(name)!);
  const edit = (name: string, change: (xml: string) => string): void => {
    const data = files.get(name);
    if (data !== undefined) files.set(name, strToU8(change(strFromU8(data))));
  };
  // Chinese Word names styles 1, 2, a, a3…: ids tell nothing, names do.
  const styles = new Map([...at('word/styles.xml').matchAll(/w:styleId="([^"]*)"/g)].map(([, id], index) => [id!, index % 3 === 0 ? `${index + 1}` : `a${index}`]));
  const styled = (xml: string): string => xml.replace(/(w:styleId=|<w:(?:pStyle|rStyle|basedOn|next|link|tblStyle) w:val=)"([^"]*)"/g, (_, head: string, id: string) => `${head}"${styles.get(id) ?? id}"`);
  const numbered = (xml: string): string => xml.replace(/<w:numId w:val="([1-9]\d*)"/g, (_, id: string) => `<w:numId w:val="${Number(id) + 20}"`);
  const runs = (xml: string): string => xml.replace(/<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: xml:space="preserve")?>([^<]{2,})<\/w:t><\/w:r>/g, (_, format: string | undefined, text: string) => {
    const cut = Math.ceil([...text.replace(/&[^;]*;/g, '.')].length / 2);
    // An entity is never cut.
    const [first, second] = text.includes('&') || /[\ud800-\udfff]/.test(text) ? [text, ''] : [text.slice(0, cut), text.slice(cut)];
    const run = (part: string): string => (part === '' ? '' : `<w:r w:rsidRPr="00A77B3E">${format ?? ''}<w:t xml:space="preserve">${part}</w:t></w:r>`);
    return `<w:proofErr w:type="gramStart"/>${run(first)}<w:proofErr w:type="gramEnd"/>${run(second)}`;
  });
  let paragraph = 0;
  const paragraphs = (xml: string): string => xml.replace(/<w:p>/g, () => `<w:p w14:paraId="${(0x10000000 + ++paragraph).toString(16).toUpperCase()}" w14:textId="77777777" w:rsidR="00B5141A" w:rsidRDefault="00B5141A">`);
  const controls = (xml: string): string => xml.replace(/<w:sdtPr>((?:(?!<\/w:sdtPr>).)*?<w:id [^>]*>(?:<w:lock [^>]*>)?)/g, '<w:sdtPr><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>$1<w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder>');
  const bookmarks = (xml: string): string => xml.replace(/(<w:bookmark(?:Start|End) w:id=)"(\d+)"/g, (_, head: string, id: string) => `${head}"${Number(id) + 500}"`);
  const shift = comment === undefined ? 0 : 1;
  const commented = (xml: string): string => xml.replace(/(<w:comment(?:RangeStart|RangeEnd|Reference)? w:id=)"(\d+)"/g, (_, head: string, id: string) => `${head}"${Number(id) + shift}"`);
  edit('word/styles.xml', (xml) => numbered(styled(xml)));
  edit('word/numbering.xml', (xml) => styled(xml).replace(/w:abstractNumId="(\d+)"/g, (_, id: string) => `w:abstractNumId="${Number(id) + 7}"`).replace(/<w:abstractNumId w:val="(\d+)"/g, (_, id: string) => `<w:abstractNumId w:val="${Number(id) + 7}"`).replace(/<w:num w:numId="(\d+)"/g, (_, id: string) => `<w:num w:numId="${Number(id) + 20}"`));
  edit('word/document.xml', (xml) => {
    const saved = paragraphs(bookmarks(commented(controls(runs(numbered(styled(xml)))))));
    const goBack = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>';
    const placed = comment === undefined ? '' : '<w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">先看</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>';
    return saved.replace(/(<w:pStyle w:val="[^"]*"\/>(?:(?!<\/w:pPr>).)*<\/w:pPr>)(?=(?:(?!<w:p ).)*我代表)/, `$1${goBack}${placed}`);
  });
  edit('word/comments.xml', (xml) => commented(runs(styled(xml))).replace(/(<w:comments [^>]*>)/, comment === undefined ? '$1' : `$1<w:comment w:id="0" w:author="${comment.by}" w:date="2026-01-09T08:00:00Z"><w:p w14:paraId="7F000001"><w:r><w:t>${comment.text}</w:t></w:r></w:p></w:comment>`));
  for (const name of ['word/footerOdd.xml', 'word/footerEven.xml', 'word/footerNone.xml', 'word/headerDraft.xml']) edit(name, (xml) => runs(styled(xml)));
  const relation = (id: string): string => `rId${100 + [...id].reduce((sum, char) => sum * 3 + char.charCodeAt(0), 0)}`;
  edit('word/_rels/document.xml.rels', (xml) => xml.replace(/ Id="([^"]*)"/g, (_, id: string) => ` Id="${relation(id)}"`));
  edit('word/document.xml', (xml) => xml.replace(/ r:id="([^"]*)"/g, (_, id: string) => ` r:id="${relation(id)}"`));
  return writeArchive(files);
}
