// A raw text for the review of an import: decoded and recognised, with its bytes as
// they came. Runs in a reader process (W61). What is too large is refused by its
// size, before it is read.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { recognise } from '../core/import/index';
import { packRecognition, type DamagedLine } from '../core/import/review/index';
import type { ImportedText, OriginalText } from '../ipc/importing';
import { AppError, toAppError } from '../node/app-error';
import type { BadByte } from '../node/bad-bytes';
import { decodeText, refuseTooLarge, type Encoding } from '../node/decode-text';
import { otherFormat } from '../node/other-format';

const ENCODINGS: Readonly<Record<Encoding, string>> = { 'utf-8': 'UTF-8', 'utf-8-bom': 'UTF-8（带 BOM）', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', gb18030: 'GB18030', big5: 'Big5（繁体）', 'euc-kr': 'EUC-KR（韩文）' };

/** @throws AppError `read-failed`, `text-too-large`, `not-text`, `format-unsupported`. */
export function importFile(file: string): ImportedText {
  return importBytes(readWithin(file), file);
}

function readWithin(file: string): Uint8Array {
  try {
    const status = statSync(file);
    if (!status.isFile()) throw new AppError('read-failed', `“${file}”不是文件，没有导入。请选一个纯文本文件（.txt）。`);
    refuseTooLarge(status.size, file);
    return readFileSync(file);
  } catch (error) {
    throw toAppError(error, 'read-failed', '读取', file);
  }
}

/** The text of bytes that stand under this name. @throws AppError `text-too-large`, `not-text`, `format-unsupported`, `text-empty`. */
export function importBytes(bytes: Uint8Array, file: string): ImportedText {
  const other = otherFormat(bytes);
  if (other !== null) throw new AppError('format-unsupported', `没有导入“${file}”：${other}`);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) {
    throw new AppError('format-unsupported', `“${file}”不是纯文本，没有导入。文稿包和 Word 文件请用“文件 › 打开”。`);
  }
  const { text, encoding, badBytes } = decodeText(bytes, file);
  if (text.trim() === '') throw new AppError('text-empty', `“${file}”里没有文字，没有导入。`);
  return { name: path.basename(file), encoding: ENCODINGS[encoding], text, recognition: packRecognition(recognise(text)), damaged: byLine(badBytes), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function byLine(bad: readonly BadByte[]): DamagedLine[] {
  const lines = new Map<number, number[]>();
  for (const { line, byte } of bad) lines.set(line, [...(lines.get(line) ?? []), byte]);
  return [...lines].map(([line, bytes]) => ({ line, bytes }));
}

/** A text that a package keeps. @throws AppError `text-too-large`, `not-text`. */
export function originalOf(bytes: Uint8Array): OriginalText {
  const { text, encoding } = decodeText(bytes, '导入原文');
  return { text, encoding: ENCODINGS[encoding] };
}
