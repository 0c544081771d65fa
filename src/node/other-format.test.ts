import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { isWebPage, otherFormat } from './other-format';

const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8(name === 'mimetype' ? 'application/vnd.oasis.opendocument.text' : 'x')])), { level: 0 });

it.each<[string, Uint8Array, RegExp | null]>([
  ['an OpenDocument text', zip('mimetype', 'content.xml'), /OpenDocument 文档.+另存为 Word 文档（\.docx），再导入。$/],
  ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), /OFD.+原来的 Word 文件/],
  ['a sheet', zip('[Content_Types].xml', 'xl/workbook.xml'), /Excel/],
  ['Pages', zip('Index/Document.iwa', 'preview.jpg'), /在 Pages 里导出为 Word/],
  ['a Word file that holds a sheet', zip('word/document.xml', 'word/embeddings/xl/workbook.xml'), null],
  ['a zip of anything', zip('a.txt'), null],
  ['a web page, which is read as the text of its source', strToU8('\ufeff\n<!DOCTYPE html><html><body>正文</body></html>'), null],
  ['one in one file', strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related'), /\.mht/],
  ['Word 2003 XML', strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'), /XML 格式的 Word/],
  ['a text', strToU8('一、工作回顾\n<html>不在开头'), null],
])('%s', (_, bytes, says) => {
  const said = otherFormat(bytes);
  if (says === null) expect(said).toBeNull();
  else expect(said).toMatch(says);
});

it.each<[string, string, boolean]>([
  ['a page', '\ufeff\n<!DOCTYPE html><html>', true],
  ['one that Word or a browser saved', '<?xml version="1.0"?>\n<!-- saved from url=(0001)x -->\n<html xmlns:o="urn:schemas-microsoft-com:office:office">', true],
  ['Word 2003 XML', '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', false],
  ['a text that speaks of one', '一、工作回顾\n<html>', false],
])('a web page by its beginning: %s', (_, text, is) => {
  expect(isWebPage(strToU8(text))).toBe(is);
});
