// What a Word file can have that keeps it from being read, as one error with a code
// for programs and ready Chinese text for people. src/node makes an AppError of it,
// as of the package reader's errors.

export type DocxErrorCode =
  | 'docx-damaged' // no zip, a broken entry, XML that is not well-formed, no document in it
  | 'docx-encrypted'
  | 'docx-too-large' // a limit of size, entries, ratio, depth
  | 'docx-unsafe' // a DOCTYPE: entities are never expanded
  | 'format-unsupported'; // RTF, HTML and other formats under the name of a Word file

/** `message` is a Chinese sentence without the file's name: what is wrong, and what to do. */
export class DocxError extends Error {
  constructor(readonly code: DocxErrorCode, message: string) {
    super(message);
    this.name = 'DocxError';
  }
}

/** What to do with a file that cannot be read. */
export const SAVE_AS_DOCX = '请用 Word 或 WPS 打开它，另存为 Word 文档（.docx），再导入。';
