// Files of other programs that people take for a document to be opened here (an
// OpenDocument text, a sheet): what each is, by its bytes, and the way on. A web page
// is none of them: its source is a text (core/import/markup.ts). In: bytes. Out: a Chinese sentence, or null where it may be ours. Names of entries
// are looked for in the zip's directory alone: nothing is unpacked.
import { SAVE_AS_DOCX } from '../docx/read/docx-error';

/** Entries that tell what a zip is. */
const ZIPS: readonly (readonly [entry: string, what: string])[] = [
  ['OFD.xml', '这是 OFD 版式文件，文字的段落已经拆散，不能导入。请找到它原来的 Word 文件，或把文字复制出来另存为文本（.txt）。'],
  ['xl/workbook.', '这是表格（Excel）文件，里面没有可以导入的文稿。'],
  ['ppt/presentation.', '这是演示（PowerPoint）文件，里面没有可以导入的文稿。'],
  ['Index/Document.iwa', '这是 Pages 文稿，不能直接导入。请在 Pages 里导出为 Word 文档（.docx），再导入。'],
  ['Index.zip', '这是 Pages 文稿，不能直接导入。请在 Pages 里导出为 Word 文档（.docx），再导入。'],
  ['META-INF/container.xml', '这是 EPUB 电子书，不能导入。'],
];

/** A zip's directory stands at its end; this holds that of any document. */
const DIRECTORY = 1 << 18;

/** Whether the bytes are the source of a web page, by how they begin; a declaration of XML or a comment may stand first. */
export function isWebPage(bytes: Uint8Array): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*|<!--[^]*?-->\s*)*<(?:!doctype html|html[\s>])/i.test(Buffer.from(bytes.subarray(0, 2048)).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''));
}

/** What a file is that cannot be opened here, with what to do; null: none of these. */
export function otherFormat(bytes: Uint8Array): string | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = all.subarray(0, 512).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (head.startsWith('PK')) {
    const directory = all.subarray(Math.max(0, all.length - DIRECTORY)).toString('latin1');
    // A Word file may hold a sheet, and a package of ours anything.
    if (directory.includes('word/document') || directory.includes('banxin.json')) return null;
    if (head.includes('mimetypeapplication/vnd.oasis.opendocument')) return head.includes('opendocument.text') ? `这是 OpenDocument 文档（.odt），不能直接导入。${SAVE_AS_DOCX}` : '这是 OpenDocument 的表格或演示文件，里面没有可以导入的文稿。';
    return ZIPS.find(([entry]) => directory.includes(entry))?.[1] ?? null;
  }
  if (/^mime-version:/i.test(head)) return `这是单个文件的网页（.mht），不能直接导入。${SAVE_AS_DOCX}`;
  if (/^<\?xml[^]*(?:<\?mso-application|<w:wordDocument|<pkg:package)/.test(head)) return `这是 XML 格式的 Word 文件，不能直接导入。${SAVE_AS_DOCX}`;
  return null;
}
