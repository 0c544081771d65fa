// What a file that calls itself .docx, .doc or .wps really is, by its bytes: names
// lie (an RTF or a web page saved as .doc is as common as a .doc), and what is
// encrypted shows so before anything is read. Old binary files are compound files;
// their directory names what is inside.
import { ENCRYPTED } from './parts';
import { DocxError, SAVE_AS_DOCX } from './docx-error';

/** `binary`: Word 97–2003, which WPS writes as .wps too. */
export type WordKind = 'docx' | 'binary';

const COMPOUND = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean => start.every((byte, i) => bytes[i] === byte);
const holds = (bytes: Uint8Array, name: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

/** Is a zip a Word file? Its directory, at the end, names the parts. */
export function looksLikeDocx(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(Math.max(0, bytes.length - (1 << 20))).toString('latin1');
  return tail.includes('[Content_Types].xml') && !tail.includes('banxin.json');
}

/** @throws DocxError for what is neither: encrypted, of another program, damaged. */
export function wordKind(bytes: Uint8Array): WordKind {
  if (bytes.length === 0) throw new DocxError('docx-damaged', '这个文件是空的，没有内容可以导入。');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'docx';
  if (startsWith(bytes, COMPOUND)) return compoundKind(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart().toLowerCase();
  if (head.startsWith('{\\rtf')) throw new DocxError('format-unsupported', `这是 RTF 文件（名字是 Word 的），不能直接导入。${SAVE_AS_DOCX}`);
  if (/^(?:<!doctype html|<html|mime-version:|<\?xml[^]*<html)/.test(head)) throw new DocxError('format-unsupported', `这是网页格式的文件（名字是 Word 的），不能直接导入。${SAVE_AS_DOCX}`);
  if (head.startsWith('<?xml')) throw new DocxError('format-unsupported', `这是 XML 格式的 Word 文件，不能直接导入。${SAVE_AS_DOCX}`);
  if (head.startsWith('%pdf')) throw new DocxError('format-unsupported', '这是 PDF 文件，不能按 Word 导入。请找到它原来的 Word 文件，或把文字复制出来另存为文本（.txt）。');
  throw new DocxError('docx-damaged', `这不是 Word 文件，或文件已损坏。${SAVE_AS_DOCX}`);
}

function compoundKind(bytes: Uint8Array): WordKind {
  if (holds(bytes, 'EncryptedPackage')) throw new DocxError('docx-encrypted', ENCRYPTED);
  if (!holds(bytes, 'WordDocument')) {
    const other = holds(bytes, 'Workbook') || holds(bytes, 'Book') ? '表格（Excel）' : holds(bytes, 'PowerPoint Document') ? '演示（PowerPoint）' : null;
    throw new DocxError('format-unsupported', other === null ? `这个文件不是 Word 97–2003 的文档，读不出来。${SAVE_AS_DOCX}` : `这是${other}文件，里面没有可以导入的文稿。`);
  }
  if (isEncryptedBinary(bytes)) throw new DocxError('docx-encrypted', ENCRYPTED);
  return 'binary';
}

/** Bit 8 of the flags at the head of the stream WordDocument ([MS-DOC] 2.5.2, fEncrypted). */
function isEncryptedBinary(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) return false;
  const size = 1 << view.getUint16(30, true);
  if (size !== 512 && size !== 4096) return false;
  const name = Buffer.from('WordDocument', 'utf16le');
  const entry = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(name);
  if (entry < 0 || entry + 120 > bytes.length) return false;
  const start = (view.getUint32(entry + 116, true) + 1) * size;
  if (start + 12 > bytes.length || view.getUint16(start, true) !== 0xa5ec) return false;
  return (view.getUint16(start + 10, true) & 0x0100) !== 0;
}
