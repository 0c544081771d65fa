// Opens whatever a command or the window is given (.banxin, raw text, a Word file) as a package,
// and saves packages. What is not needed for a kind of input is not loaded: an
// export of raw text never sees the package reader, nor the other way round.
// FILE#VERSION names a frozen copy, by its name or id, unless a file is called so.
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Recognition } from '../core/import/recognition';
import type { Package } from '../core/model/package';
import type { OpenedPackage, PackageOrigin } from '../core/model/package-file';
import type { ImportedWord } from '../docx/read/import-docx';
import type { RevisionChoice } from '../docx/read/tally';
import { AppError, toAppError } from './app-error';
import { writeAtomically, type FaultPoint } from './atomic-write';
import type { BadByte } from './bad-bytes';

/** What raw text was read as, for `import` and `outline`. */
export interface ReadText {
  readonly text: string;
  readonly encoding: string;
  readonly recognition: Recognition;
  /** Bytes that are no character of the encoding; left out for a Word file. */
  readonly badBytes?: readonly BadByte[];
}

export interface OpenedInput {
  readonly pkg: Package;
  /** Why the package may only be looked at (Chinese), else null. */
  readonly readOnly: string | null;
  /** For saving a package back; null where the input was raw text. */
  readonly origin: PackageOrigin | null;
  /** Where the input was raw text or a Word file (a line a paragraph); null for a package. */
  readonly text: ReadText | null;
  /** Where the input was a Word file. */
  readonly word: ImportedWord | null;
  /** What people should know about the input (Chinese): why it is read-only, which lines were damaged. */
  readonly notes: readonly string[];
}

/** More than any package may hold (zip-archive.ts) and far more than any text. */
const MAX_BYTES = 600 * 1024 * 1024;

/** How a file is opened that can be opened in more than one way. */
export interface OpenChoices {
  /** Tracked changes of a Word file: accepted (default), or the text as it was before them. */
  readonly revisions?: RevisionChoice;
}

/** Files that are Word's by their name; what they are is seen by their bytes. */
const WORD_FILES = new Set(['.docx', '.docm', '.dotx', '.dotm', '.doc', '.dot', '.wps', '.wpt', '.rtf']);

/** Larger than any Word file with its pictures that a report comes in. */
const MAX_WORD_BYTES = 200 * 1024 * 1024;

/** Below every limit: nothing to ask before it is read. */
const SURELY_READ = 16 * 1024 * 1024;

/**
 * Opens a file.
 * @throws AppError `read-failed`, `version-unknown`, the codes of PackageFileError, of DocxError and of decode-text.
 */
export async function openInput(name: string, choices: OpenChoices = {}): Promise<OpenedInput> {
  const { file, version } = splitVersion(name);
  const type = extname(file).toLowerCase();
  if (type !== '.banxin' && !WORD_FILES.has(type)) await refuseLargeText(file);
  const bytes = readBytes(file, WORD_FILES.has(type) ? MAX_WORD_BYTES : MAX_BYTES);
  // A file that ends in .banxin and is none says so itself.
  const formats = type === '.banxin' || !mayBeOther(bytes) ? null : await import('./other-format');
  const other = formats?.otherFormat(bytes) ?? null;
  if (other !== null) throw new AppError('format-unsupported', `打不开“${file}”：${other}`);
  // Office systems call a page's source 某报告.doc: Word opens it, and so do we, as the text that it is.
  if ((WORD_FILES.has(type) && formats?.isWebPage(bytes) !== true) || (type !== '.banxin' && (isCompound(bytes) || (isZip(bytes) && (await import('../docx/read/word-kind')).looksLikeDocx(bytes))))) {
    if (version !== null) throw new AppError('version-unknown', `“${file}”不是文稿包，没有稿次可选`);
    return readWord(bytes, file, choices);
  }
  if (type === '.banxin' || isZip(bytes)) {
    const opened = await readPackageBytes(bytes, file);
    const pkg = version === null ? opened.pkg : atVersion(opened.pkg, version, file);
    return { pkg, readOnly: opened.readOnly, origin: opened.origin, text: null, word: null, notes: opened.readOnly === null ? [] : [opened.readOnly] };
  }
  if (version !== null) throw new AppError('version-unknown', `“${file}”不是文稿包，没有稿次可选`);
  return readText(bytes, file);
}

/** Bytes of a .banxin file as a package. @throws AppError with the codes of PackageFileError; `file` is what messages call it. */
export async function readPackageBytes(bytes: Uint8Array, file: string): Promise<OpenedPackage> {
  const [{ readPackage }, { PackageFileError }] = await Promise.all([import('../core/model/package-file'), import('../core/model/zip-archive')]);
  try {
    return readPackage(bytes);
  } catch (error) {
    if (error instanceof PackageFileError) throw new AppError(error.code, `打不开“${file}”：${error.message}`, error);
    throw error;
  }
}

/** Bytes of a raw text as a package; who saves it gives it an id of its own (textId). */
export async function readText(bytes: Uint8Array, file: string): Promise<OpenedInput> {
  const [{ decodeText, encodingDoubt }, { recognise, toPackage }] = await Promise.all([import('./decode-text'), import('../core/import/index')]);
  const { text, encoding, badLines, badBytes } = decodeText(bytes, file);
  const doubt = encodingDoubt({ text, encoding }, bytes);
  const recognition = recognise(text);
  const pkg = toPackage(recognition, { id: 'text', name: basename(file, extname(file)) });
  return { pkg, readOnly: null, origin: null, text: { text, encoding, recognition, badBytes }, word: null, notes: [...(text.trim() === '' ? [`“${file}”里没有文字`] : []), ...(badLines.length === 0 ? [] : [damaged(badLines, badBytes)]), ...(doubt === null ? [] : [doubt])] };
}

/** Bytes of a Word file as a package. @throws AppError with the codes of DocxError. */
async function readWord(bytes: Uint8Array, file: string, { revisions = 'accepted' }: OpenChoices): Promise<OpenedInput> {
  const [{ DocxError }, { wordKind }, { byParagraph, importDocx }] = await Promise.all([import('../docx/read/docx-error'), import('../docx/read/word-kind'), import('../docx/read/import-docx')]);
  const about = { id: 'text', name: basename(file, extname(file)) };
  try {
    const kind = wordKind(bytes);
    const word = kind === 'docx' ? importDocx(bytes, { ...about, revisions }) : await (await import('../docx/read/old-word')).importOldWord(bytes, about);
    const { insertions, deletions, moves } = word.report.revisions;
    const notes = insertions + deletions + moves === 0 ? [] : [`文件里有修订：插入 ${insertions} 处、删除 ${deletions} 处${moves === 0 ? '' : `、移动 ${moves} 处`}，${revisions === 'accepted' ? '按全部接受修订后的文字取入' : '按修订前的原文取入'}`];
    return { pkg: word.pkg, readOnly: null, origin: null, text: { ...byParagraph(word), encoding: kind === 'docx' ? 'docx' : 'doc' }, word, notes };
  } catch (error) {
    if (error instanceof DocxError) throw new AppError(error.code, `打不开“${file}”：${error.message}`, error);
    throw error;
  }
}

/** A zip, or what begins like markup: what it is is looked at. A text is not, and loads nothing for it. */
function mayBeOther(bytes: Uint8Array): boolean {
  const first = bytes[0] === 0xef ? bytes[3] : bytes[0];
  return isZip(bytes) || first === 0x3c || first === 0x4d || first === 0x6d || (first !== undefined && first <= 0x20);
}

function damaged(lines: readonly number[], bytes: readonly BadByte[]): string {
  const some = lines.slice(0, 10).map((line) => `第 ${line} 行（${hexOf(bytes.filter((bad) => bad.line === line))}）`).join('、');
  return `${some}${lines.length > 10 ? `等共 ${lines.length} 行` : ''}有读不出的字节，印作“\ufffd”，请对照原文补上`;
}

/** Bytes as a hex editor shows them; of many the first. */
function hexOf(bytes: readonly BadByte[]): string {
  const some = bytes.slice(0, 8).map(({ byte }) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  return bytes.length > 8 ? `${some} 等 ${bytes.length} 个` : some;
}

/** Id of a package made from raw text: the text's own, so that the same text gives the same file. */
export async function textId(text: string): Promise<string> {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/**
 * Saves a package. `origin` is what it was opened from, null for a new one.
 * @throws AppError `write-failed`; nothing stands at the target then but what stood before.
 */
export async function savePackage(file: string, pkg: Package, origin: PackageOrigin | null, fault?: (point: FaultPoint) => void): Promise<number> {
  const { writePackage } = await import('../core/model/package-file');
  const bytes = writePackage(pkg, origin);
  const verify = (temporary: string): void => {
    if (Buffer.compare(readFileSync(temporary), bytes) !== 0) throw new AppError('write-failed', `写入“${file}”失败：写下的内容与要写的不同`);
  };
  return writeAtomically(file, (sink) => sink(bytes), { verify, ...(fault === undefined ? {} : { fault }) }).bytes;
}

/** Refuses a text over the limit by its size, before a byte of it but the first four is read. @throws AppError `text-too-large`. */
async function refuseLargeText(file: string): Promise<void> {
  let size: number;
  try {
    size = statSync(file).size;
  } catch {
    return; // Whoever reads it says why.
  }
  if (size <= SURELY_READ) return;
  const { refuseTooLarge } = await import('./decode-text');
  const head = new Uint8Array(4);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, head, 0, 4, 0);
  } finally {
    closeSync(handle);
  }
  if (!isZip(head) && !isCompound(head)) refuseTooLarge(size, file);
}

function readBytes(file: string, most: number): Uint8Array {
  try {
    const status = statSync(file);
    if (status.isCharacterDevice() || status.isBlockDevice()) throw new AppError('read-failed', `读取“${file}”失败：这不是普通文件`);
    const { size } = status;
    if (size > most) throw new AppError('file-too-large', `“${file}”太大（${Math.round(size / 1024 / 1024)} 兆字节，最多 ${Math.round(most / 1024 / 1024)}），不能打开`);
    return readFileSync(file);
  } catch (error) {
    throw toAppError(error, 'read-failed', '读取', file);
  }
}

function splitVersion(name: string): { readonly file: string; readonly version: string | null } {
  const at = name.lastIndexOf('#');
  if (at <= 0 || existsSync(name)) return { file: name, version: null };
  return { file: name.slice(0, at), version: name.slice(at + 1) };
}

const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** The package as it stood in a version; the last of several of one name. Its stage is the version's name. */
function atVersion(pkg: Package, version: string, file: string): Package {
  const found = pkg.versions.find(({ id }) => id === version) ?? pkg.versions.findLast(({ name }) => name === version);
  if (found === undefined) {
    const known = pkg.versions.map(({ name }) => name).join('、');
    throw new AppError('version-unknown', `“${file}”里没有稿次“${version}”${known === '' ? '' : `；有 ${known}`}`);
  }
  return { ...pkg, meeting: found.meeting, articles: found.articles, stage: found.name };
}
