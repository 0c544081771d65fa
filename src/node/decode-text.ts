// Bytes of a text file → text. The encoding is found, never asked for, and
// reported: UTF-8 with or without BOM, UTF-16 in both orders, GB18030 (whose
// subset GBK is what old Windows files are), Big5, and Korean in EUC-KR, so that it
// is not taken for a Chinese text of rare words. Bad bytes become U+FFFD and are
// listed with their lines; a file that is no text, or too large, is refused. In
// src/node because core has no TextDecoder. A BOM is not part of the text.
import { isUtf8 } from 'node:buffer';
import { AppError } from './app-error';
import { badBytesOf, type BadByte } from './bad-bytes';

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'euc-kr';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** 1-based lines that hold bytes of no character in this encoding (printed as U+FFFD), ascending. */
  readonly badLines: readonly number[];
  /** Each of those bytes. */
  readonly badBytes: readonly BadByte[];
}

/** Largest text read, in bytes: a hundred times the longest report, and still under a second. */
export const LARGEST_TEXT = 64 * 1024 * 1024;

/**
 * The text of a file's bytes. `file` names it in messages.
 * @throws AppError `text-too-large` over LARGEST_TEXT; `not-text` for a binary file.
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  refuseTooLarge(bytes.length, file);
  const marked = byMark(bytes);
  if (marked !== null) return decoded(bytes, marked, file);
  if (holdsSignature(bytes)) throw notText(file);
  const wide = withoutMark(bytes);
  if (wide !== null) return decoded(bytes, wide, file);
  if (bytes.includes(0)) throw notText(file);
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8', file);
  return likelier(bytes, file);
}

/** Refuses a size before the file is read. @throws AppError `text-too-large`. */
export function refuseTooLarge(length: number, file: string): void {
  if (length <= LARGEST_TEXT) return;
  throw new AppError('text-too-large', `“${file}”有 ${Math.ceil(length / 1024 / 1024)} MB，超过了可以导入的 ${LARGEST_TEXT / 1024 / 1024} MB。请把文字另存为较小的文件再导入。`);
}

function notText(file: string): AppError {
  return new AppError('not-text', `“${file}”不是文本文件，不能导入。请用原来的软件打开，另存为纯文本（.txt）。`);
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** First bytes of files that are no text though much of them may look like one. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0xd0, 0xcf, 0x11, 0xe0], // old Office
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x1f, 0x8b, 0x08], // gzip
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // {\rtf
];

function holdsSignature(bytes: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, i) => bytes[i] === byte));
}

/**
 * UTF-16 without a mark: an even length, and one half of the pairs is nearly always a high byte of Han, marks or
 * ASCII (4E–9F, 00, 20, 30, FF), the other half is not. Bytes of GB18030 and UTF-8 text lie at 80 and above.
 */
function withoutMark(bytes: Uint8Array): Encoding | null {
  const size = Math.min(bytes.length, 4096) & ~1;
  if (size < 4 || bytes.length % 2 !== 0) return null;
  let first = 0;
  let second = 0;
  let breaks = 0;
  const isHigh = (byte: number): boolean => (byte >= 0x4e && byte <= 0x9f) || byte === 0 || byte === 0x20 || byte === 0x30 || byte === 0xff;
  for (let i = 0; i < size; i += 2) {
    const a = bytes[i] as number;
    const b = bytes[i + 1] as number;
    if (isHigh(a)) first += 1;
    if (isHigh(b)) second += 1;
    // A line break, a digit or a space in UTF-16: one byte 00. Other encodings of a text have no 00 at all.
    if ((a === 0 && b !== 0 && b < 0x80) || (b === 0 && a !== 0 && a < 0x80)) breaks += 1;
  }
  const pairs = size / 2;
  // One pair of a short text may be half a character.
  const most = Math.min(pairs * 0.95, pairs - 1);
  const encoding = second > first && second >= most ? 'utf-16le' : first > second && first >= most ? 'utf-16be' : null;
  if (encoding === null) return null;
  // One line of nothing but Han and its marks has no byte 00: what it says must read as Chinese, and better so than as GB18030.
  if (breaks > 0) return encoding;
  const read = (as: Encoding): number => plainness(new TextDecoder(LABELS[as]).decode(bytes.subarray(0, 4096)));
  return !isUtf8(bytes) && read(encoding) > 0.2 && read(encoding) > read('gb18030') * 2 ? encoding : null;
}

/** The commonest characters and marks of official Chinese, and those of them that differ in traditional writing. */
const COMMON = new Set('，。、；：的一是在和了有大会中人国政工作市发委员展全年要新为民报加议进提建党會國發員為報議進黨');

/** Which part of a text the commonest characters make; its first part is looked at. */
function plainness(text: string): number {
  const size = Math.min(text.length, 32_768);
  let common = 0;
  for (let i = 0; i < size; i += 1) if (COMMON.has(text[i] as string)) common += 1;
  return size === 0 ? 0 : common / size;
}

const LABELS: Readonly<Record<Encoding, string>> = { 'utf-8': 'utf-8', 'utf-8-bom': 'utf-8', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', gb18030: 'gb18030', big5: 'big5', 'euc-kr': 'euc-kr' };

function decoded(bytes: Uint8Array, encoding: Encoding, file: string): DecodedText {
  const text = new TextDecoder(LABELS[encoding]).decode(bytes);
  if (looksBinary(text)) throw notText(file);
  return withBadLines(bytes, text, encoding, encoding === 'utf-8' ? [] : badLines(text));
}

function withBadLines(bytes: Uint8Array, text: string, encoding: Encoding, lines: readonly number[]): DecodedText {
  return { text, encoding, badLines: lines, badBytes: lines.length === 0 ? [] : badBytesOf(bytes, LABELS[encoding], lines) };
}

/** From this plainness on a text reads as Chinese: reports have 0.2 to 0.35, what was read in a wrong encoding hardly 0.02. */
const PLAIN = 0.1;

/**
 * Neither clean UTF-8 nor marked: GB18030, Big5, or UTF-8 that lost a few bytes. Which of them reads as Chinese tells, not
 * which has fewer faults: nearly any bytes are characters of GB18030, though rare ones.
 */
function likelier(bytes: Uint8Array, file: string): DecodedText {
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const gb = new TextDecoder('gb18030').decode(bytes);
  const [utf8Plain, gbPlain] = [plainness(utf8), plainness(gb)];
  const isUtf = utf8Plain > gbPlain || (utf8Plain === gbPlain && faults(utf8) <= faults(gb));
  const big5 = !isUtf && gbPlain < PLAIN ? new TextDecoder('big5').decode(bytes) : '';
  const isBig5 = plainness(big5) >= Math.max(PLAIN, 2 * gbPlain) && faults(big5) * 10 <= big5.length;
  const isKorean = !isUtf && !isBig5 && gbPlain < PLAIN && isMostlyHangul(bytes);
  const [text, encoding] = isUtf ? ([utf8, 'utf-8'] as const) : isBig5 ? ([big5, 'big5'] as const) : isKorean ? ([new TextDecoder('euc-kr').decode(bytes), 'euc-kr'] as const) : ([gb, 'gb18030'] as const);
  // A text may have lost a few bytes; what can hardly be read in any encoding is none.
  if (faults(text) * 10 > text.length || looksBinary(text)) throw notText(file);
  return withBadLines(bytes, text, encoding, badLines(text));
}

/** Fewer Hangul or kana could be the words of a short Chinese list by chance. */
const LEAST_FOREIGN = 12;
/** Syllables of a Korean greeting: from so many on a text is asked about. */
const LEAST_SYLLABLES = 5;
/** Bytes that are looked at: a text is the same in its beginning as in its middle. */
const LOOKED_AT = 65_536;

/** How many of a text's two-byte characters are of a kind, and how many there are of those that `kind` judges; null: not to be counted. */
function countPairs(bytes: Uint8Array, kind: (lead: number, trail: number) => boolean | null): { readonly pairs: number; readonly of: number } {
  let pairs = 0;
  let of = 0;
  for (let i = 0; i + 1 < Math.min(bytes.length, LOOKED_AT); i += 1) {
    const lead = bytes[i] as number;
    if (lead < 0x81) continue;
    const is = kind(lead, bytes[(i += 1)] as number);
    if (is === null) continue;
    pairs += 1;
    if (is) of += 1;
  }
  return { pairs, of };
}

/** Whether nearly all two-byte characters, marks apart, lie in the rows B0 to C8 of EUC-KR, where its Hangul stand; those of Chinese in GB 2312 reach to F7, a third of any text beyond C8. */
function isMostlyHangul(bytes: Uint8Array): boolean {
  const { pairs, of } = countPairs(bytes, (lead) => (lead >= 0xa1 && lead <= 0xac ? null : lead >= 0xb0 && lead <= 0xc8));
  return of >= LEAST_FOREIGN && of * 10 >= pairs * 9;
}

/** Whether all two-byte characters of a text too short to be told by them are such as Hangul in EUC-KR. */
function mayBeHangul(bytes: Uint8Array): boolean {
  const { pairs, of } = countPairs(bytes, (lead) => (lead >= 0xa1 && lead <= 0xac ? null : lead >= 0xb0 && lead <= 0xc8));
  return of === pairs && of >= LEAST_SYLLABLES && of < LEAST_FOREIGN;
}

/** What people should know of how a text was read (Chinese); null where there is no doubt. */
export function encodingDoubt({ text, encoding }: Pick<DecodedText, 'text' | 'encoding'>, bytes: Uint8Array): string | null {
  if (encoding === 'big5') return '看来是 Big5 编码的繁体文本，已照它读入；文字有错的，请在原来的软件里另存为 UTF-8 再导入';
  if (encoding === 'euc-kr') return '看来是 EUC-KR 编码的韩文文本，不是中文，已照它读入；应是中文的，请在原来的软件里另存为 UTF-8 再导入';
  if (encoding === 'gb18030' && isMuchKana(text)) return FOREIGN;
  if (encoding === 'gb18030' && plainness(text) < DOUBTFUL && mayBeHangul(bytes)) return '只有几个字，按 GB18030 读入，也可能是 EUC-KR 编码的韩文；请核对，有错的在原来的软件里另存为 UTF-8 再导入';
  if (encoding !== 'gb18030' || plainness(text) >= DOUBTFUL || !isMostlyRare(bytes)) return null;
  return FOREIGN;
}

const FOREIGN = '按 GB18030 读出的文字不像中文，可能是别的编码（如日文、韩文的）；请核对，有错的在原来的软件里另存为 UTF-8 再导入';

/** Whether a tenth of the text is kana: EUC-JP has its kana where GB 2312 has them, and other Han where that has its Han. */
function isMuchKana(text: string): boolean {
  const size = Math.min(text.length, 32_768);
  let kana = 0;
  for (let i = 0; i < size; i += 1) if (text.charCodeAt(i) >= 0x3041 && text.charCodeAt(i) <= 0x30fe) kana += 1;
  return kana >= LEAST_FOREIGN && kana * 10 >= size;
}

/** Below this plainness a text may be no Chinese; a list of names has as little, but no rare characters. */
const DOUBTFUL = 0.02;
const LEAST_TO_JUDGE = 40;

/** Whether a third of the two-byte characters, of enough to judge by, lie beyond those of GB 2312, which has nearly all that simplified Chinese is written in. */
function isMostlyRare(bytes: Uint8Array): boolean {
  const { pairs, of } = countPairs(bytes, (lead, trail) => lead < 0xa1 || trail < 0xa1);
  return pairs >= LEAST_TO_JUDGE && of * 3 > pairs;
}

function faults(text: string): number {
  let n = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) n += 1;
  return n;
}

function badLines(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    for (; from < at; from += 1) {
      const c = text.charCodeAt(from);
      if (c === 0x0a || (c === 0x0d && text.charCodeAt(from + 1) !== 0x0a)) line += 1;
    }
    if (lines.at(-1) !== line) lines.push(line);
  }
  return lines;
}

/** Control characters that no text holds, more than one in two hundred, in its first part. */
function looksBinary(text: string): boolean {
  const size = Math.min(text.length, 8192);
  let controls = 0;
  for (let i = 0; i < size; i += 1) {
    const c = text.charCodeAt(i);
    if (c < 0x20 && (c < 0x09 || c > 0x0d)) controls += 1;
  }
  return controls * 200 > size;
}
