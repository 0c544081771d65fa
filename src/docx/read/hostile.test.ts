// Word files made to hurt (W61): over a limit, encrypted, broken or untrue in their
// parts. Each ends with a sentence that says what is wrong, or is read as far as it
// goes with what is missing named; none hangs and none reaches out of the file.
import { describe, expect, it } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { docxOf, W, wp } from '../../../test/docx-file';
import { DocxError } from './docx-error';
import { importDocx } from './import-docx';
import { wordKind } from './word-kind';

const GOOD = wp('各位委员：') + wp('一、工作回顾') + wp('一年来，常委会认真履行职能，各项工作取得新的成效。');
const read = (bytes: Uint8Array): ReturnType<typeof importDocx> => importDocx(bytes, { id: 'x', name: 'x' });

function refusal(bytes: Uint8Array): DocxError {
  try {
    if (wordKind(bytes) === 'docx') read(bytes);
  } catch (error) {
    if (error instanceof DocxError) return error;
    throw error;
  }
  throw new Error('was read');
}

/** A compound file whose directory names these streams; the first sector after the head is the stream WordDocument. */
function compound(names: readonly string[], flags = 0): Uint8Array {
  const bytes = Buffer.alloc(512 * 4);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(0xa5ec, 512);
  bytes.writeUInt16LE(flags, 522);
  names.forEach((name, i) => Buffer.from(name, 'utf16le').copy(bytes, 1024 + i * 128));
  return bytes;
}

describe('refused, with what to do', () => {
  const deep = (tag: string, n: number): string => `<${tag}>`.repeat(n) + `</${tag}>`.repeat(n);
  it.each<[string, () => Uint8Array, DocxError['code'], RegExp]>([
    ['an empty file', () => new Uint8Array(0), 'docx-damaged', /是空的/],
    ['a zip that breaks off', () => docxOf(GOOD).subarray(0, 400), 'docx-damaged', /没有写完/],
    ['a zip without a document', () => zipSync({ 'a.txt': strToU8('x') }), 'docx-damaged', /没有正文/],
    ['XML that is not well-formed', () => docxOf('', {}, { 'word/document.xml': '<w:document' }), 'docx-damaged', /document\.xml.*已损坏/],
    ['a prefix that nobody declared', () => docxOf('', {}, { 'word/document.xml': '<w:document/>' }), 'docx-damaged', /已损坏/],
    ['an entity from elsewhere', () => docxOf('', {}, { 'word/document.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }), 'docx-unsafe', /DOCTYPE/],
    ['entities that multiply', () => docxOf('', {}, { 'word/document.xml': `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>` }), 'docx-unsafe', /DOCTYPE/],
    ['XML beyond the limit', () => docxOf(`${wp('一')}<!--${' '.repeat(41 << 20)}-->`, {}, {}, 0), 'docx-too-large', /文字部分展开后超过 40 MB/],
    ['a bomb', () => docxOf(GOOD, {}, { 'word/media/a.bin': new Uint8Array(30 << 20) }), 'docx-too-large', /太大/],
    ['10,000 tables in each other', () => docxOf(deep('w:tbl><w:tr><w:tc', 10_000).replaceAll('</w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>')), 'docx-too-large', /套.*1000 层/],
    ['6,000 entries', () => docxOf(GOOD, {}, Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`x/${i}`, '']))), 'docx-too-large', /太大/],
    ['an encrypted docx', () => compound(['EncryptionInfo', 'EncryptedPackage']), 'docx-encrypted', /密码.*另存为/],
    ['an encrypted doc', () => { const bytes = compound(['WordDocument', '1Table'], 0x0100); new DataView(bytes.buffer, bytes.byteOffset).setUint32(1024 + 116, 0, true); return bytes; }, 'docx-encrypted', /密码/],
    ['an old table', () => compound(['Workbook']), 'format-unsupported', /Excel/],
    ['an old presentation', () => compound(['PowerPoint Document']), 'format-unsupported', /PowerPoint/],
    ['a compound file of something else', () => compound(['CONTENTS']), 'format-unsupported', /另存为/],
    ['RTF', () => strToU8('{\\rtf1\\ansi text}'), 'format-unsupported', /RTF.*另存为/],
    ['a web page', () => strToU8('\ufeff<html xmlns:o="x"><body>x</body></html>'), 'format-unsupported', /网页/],
    ['a mail archive', () => strToU8('MIME-Version: 1.0\n\n'), 'format-unsupported', /网页/],
    ['a PDF', () => strToU8('%PDF-1.7'), 'format-unsupported', /PDF/],
    ['noise', () => Uint8Array.from({ length: 2048 }, (_, i) => (i * 7919) % 251), 'docx-damaged', /不是 Word 文件/],
  ])('%s', (_, make, code, says) => {
    const error = refusal(make());
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(says)]);
  });
});

describe('read as far as it goes', () => {
  const texts = (bytes: Uint8Array): string => read(bytes).text;
  const named = (bytes: Uint8Array): string[] => read(bytes).report.notTaken.map(({ what }) => what);
  const relations = (inside: string): Record<string, string> => ({ 'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>` });
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  it.each<[string, () => Uint8Array, readonly string[]]>([
    ['styles that are named and not there', () => docxOf(GOOD, {}, relations(`<Relationship Id="r" Type="${R}/styles" Target="styles.xml"/>`)), ['缺少或损坏的部分']],
    ['broken footnotes', () => docxOf(GOOD, { footnotes: '' }, { 'word/footnotes.xml': '<w:footnotes' }), ['缺少或损坏的部分']],
    ['relations that lead out of the file', () => docxOf(GOOD, {}, relations(`<Relationship Id="r" Type="${R}/header" Target="../../../../etc/passwd"/><Relationship Id="s" Type="${R}/comments" Target="file:///etc/passwd" TargetMode="External"/>`)), ['缺少或损坏的部分']],
    ['broken relations', () => docxOf(GOOD, {}, { 'word/_rels/document.xml.rels': '<Relationships' }), ['缺少或损坏的部分']],
    ['no relations of the package', () => docxOf(GOOD, {}, { '_rels/.rels': '<x/>' }), []],
    ['names with backslashes', () => zipSync({ 'word\\document.xml': strToU8(`<w:document xmlns:w="${W}"><w:body>${GOOD}</w:body></w:document>`) }), []],
    ['a picture that is a link', () => docxOf(`${GOOD}<w:p><w:r><w:pict><v:shape><v:imagedata r:id="p"/></v:shape></w:pict></w:r></w:p>`, {}, relations(`<Relationship Id="p" Type="${R}/image" Target="http://example.com/a.png" TargetMode="External"/>`)), ['链接的图片（不在文件里）']],
    ['styles in a circle', () => docxOf(GOOD + wp('末尾。', '<w:pStyle w:val="A"/>'), { styles: '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>' }), []],
    ['a field that never ends, in front of the text', () => docxOf(`<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${GOOD}`), []],
    ['contents that never end, in front of the text', () => docxOf(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>一、工作回顾</w:t></w:r></w:p>${GOOD}`), ['目录']],
    ['comments on nothing, and nothing of a comment', () => docxOf(`${GOOD}<w:p><w:commentRangeEnd w:id="7"/><w:commentRangeStart w:id="8"/><w:r><w:t>末。</w:t></w:r></w:p>`, { comments: '<w:comment w:id="9" w:author="甲"><w:p><w:r><w:t>没有位置</w:t></w:r></w:p></w:comment>' }), ['批注（所批的文字没有取入）']],
    ['a note that is not there', () => docxOf(`${GOOD}<w:p><w:r><w:t>见注</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r></w:p>`, { footnotes: '' }), []],
    ['numbers out of range', () => docxOf(GOOD + wp('末。', '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-1"/></w:numPr><w:ind w:firstLine="x"/>', '<w:sz w:val="NaN"/>')), []],
  ])('%s', (_, make, missing) => {
    const bytes = make();
    expect(texts(bytes)).toContain('一、工作回顾');
    expect([...new Set(named(bytes))]).toEqual(missing);
  });

  it('a paragraph split into 15,000 runs, 5,000 paragraphs, 4,000 bold words and breaks in one, in seconds', () => {
    const runs = `<w:p>${'<w:r><w:t>一年来</w:t></w:r>'.repeat(15_000)}</w:p>`;
    const from = performance.now();
    expect(read(docxOf(GOOD + runs)).text.length).toBeGreaterThan(45_000);
    expect(read(docxOf(GOOD + wp('各项工作取得新的成效。').repeat(5_000))).pkg.articles.length).toBeGreaterThan(0);
    const bold = '<w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r><w:r><w:t>细文</w:t><w:br/></w:r>';
    expect(read(docxOf(`${GOOD}<w:p>${bold.repeat(4000)}</w:p>`)).text.length).toBeGreaterThan(12_000);
    // Linear: under a second on a quiet machine; where it was not, the bold words alone took a quarter of a minute.
    expect(performance.now() - from).toBeLessThan(12_000);
  });
});
