// A small, strict zip. Writing is deterministic: entries sorted by name, the fixed
// date of DESIGN ("The file"), one compressor, no clock and no machine in it.
// Reading trusts nothing: the directory is measured against the limits before a
// byte is inflated, and every entry against its size and CRC-32 after (fflate's
// own unzip checks neither). Not here: zip64, encryption, streams.
import { inflateSync, zipSync, type Zippable } from 'fflate';

/** `code` is for programs, `message` ready Chinese text. */
export class PackageFileError extends Error {
  constructor(readonly code: 'package-truncated' | 'package-damaged' | 'package-too-large' | 'package-invalid' | 'package-encrypted', message: string) {
    super(message);
    this.name = 'PackageFileError';
  }
}

/** What a package may hold. The ratio counts only above `freeBytes`: a small text may repeat itself as it likes. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes of all entries, inflated. */
  readonly bytes: number;
  /** Inflated bytes over stored bytes. */
  readonly ratio: number;
  readonly freeBytes: number;
}

const MIB = 1 << 20;

/** A report is 0.1 MiB of JSON and a scanned picture 30 MiB: far above both, far below what hurts. */
export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 10_000, bytes: 512 * MIB, ratio: 200, freeBytes: 64 * MIB };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

const damaged = (): PackageFileError => new PackageFileError('package-damaged', '文稿包已损坏，读不出来');
const tooLarge = (what: string): PackageFileError => new PackageFileError('package-too-large', `文稿包${what}，不能打开`);

let crcTable: Uint32Array | null = null;

function makeCrcTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let n = 0; n < 256; n++) {
    let value = n;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    table[n] = value >>> 0;
  }
  return table;
}

/** CRC-32 of ISO 3309, as zip stores it. */
export function crc32(bytes: Uint8Array): number {
  const table = (crcTable ??= makeCrcTable());
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Start of the end record, at most 64 KiB of comment before the end; -1 where there is none. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return -1;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly stored: number;
  readonly size: number;
  readonly local: number;
}

/** UTF-8 without TextDecoder (core's lib has none); malformed bytes become U+FFFD. */
function nameOf(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i++]!;
    const more = lead < 0x80 ? 0 : lead >= 0xf0 && lead < 0xf8 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : -1;
    let code = more === 0 ? lead : lead & (0x3f >> Math.max(more, 0));
    let valid = more >= 0 && lead < 0xf8;
    for (let k = 0; valid && k < more; k++) {
      const next = bytes[i];
      valid = next !== undefined && (next & 0xc0) === 0x80;
      if (valid) code = (code << 6) | (bytes[i++]! & 0x3f);
    }
    out += valid && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }
  return out;
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: ArchiveLimits): Entry[] {
  const end = findEnd(view);
  if (end < 0) throw new PackageFileError('package-truncated', '这不是文稿包，或文件没有写完（缺少结尾）');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > limits.entries) throw tooLarge(`里的文件太多（${count} 个）`);
  const entries: Entry[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const entry: Entry = {
      name: nameOf(bytes.subarray(at + 46, at + 46 + nameLength)), method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true),
      stored: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), local: view.getUint32(at + 42, true),
    };
    if ((flags & 1) !== 0) throw new PackageFileError('package-encrypted', '文稿包加了密码，不能打开');
    if (entry.method !== 0 && entry.method !== 8) throw damaged();
    // Deflate grows data by a few bytes at most: more stored than that means that the size lies.
    if (entry.stored > entry.size + (entry.size >>> 10) + 64 || (entry.method === 0 && entry.stored !== entry.size)) throw damaged();
    total += entry.size;
    if (total > limits.bytes) throw tooLarge(`展开后超过 ${Math.round(limits.bytes / MIB)} 兆字节`);
    entries.push(entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > limits.freeBytes && total > limits.ratio * bytes.length) throw tooLarge('压缩比异常');
  return entries;
}

function readEntry(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { local } = entry;
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw damaged();
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + entry.stored > bytes.length) throw damaged();
  const stored = bytes.subarray(from, from + entry.stored);
  let data: Uint8Array;
  if (entry.method === 0) data = new Uint8Array(stored); // a copy: slice() of a Node Buffer would be a view
  else {
    try {
      data = inflateSync(stored, { out: new Uint8Array(entry.size) });
    } catch {
      // fflate throws plain errors for every malformed stream; there is nothing to tell apart.
      throw damaged();
    }
  }
  if (data.length !== entry.size || crc32(data) !== entry.crc) throw damaged();
  return data;
}

/** Entries of a zip by name. @throws PackageFileError for what is no zip, damaged, or beyond the limits. */
export function readArchive(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out = new Map<string, Uint8Array>();
  for (const entry of readDirectory(bytes, view, limits)) {
    if (out.has(entry.name)) throw damaged();
    out.set(entry.name, readEntry(bytes, view, entry));
  }
  return out;
}

/** Pictures and the like are packed already. */
const PACKED = /\.(?:png|jpe?g|gif|webp|zip|docx|pdf)$/i;

/** A zip of the entries: the same entries, in whatever order, give the same bytes. */
export function writeArchive(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zip = Object.create(null) as Zippable;
  for (const name of [...entries.keys()].sort()) zip[name] = [entries.get(name)!, { level: PACKED.test(name) ? 0 : 6 }];
  return zipSync(zip, { mtime: new Date(1980, 0, 1), level: 6 });
}
