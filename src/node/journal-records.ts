// The journal's file format: a magic word, then records one after another, each with
// its length and a checksum, so that a tail torn by a kill or a bad disk is found and
// cut off, and everything before it is read. A record is a JSON head and, where it
// carries a package, that package's bytes. In: bytes. Out: records and where they end.
// What the records mean is journal.ts (writing) and recovery.ts (reading).
import { crc32 } from 'node:zlib';
import type { ChangeGroup } from '../core/model/change';

/** First bytes of a journal; the digit is the version of this format. */
export const MAGIC = Buffer.from('BANXINJ1');

/** Where a journal starts from; its blob is the package, whole. */
export interface OpenHead {
  readonly kind: 'open';
  readonly session: string;
  /** Counts the journals of one session: a good save begins the next. */
  readonly generation: number;
  readonly packageId: string;
  readonly name: string;
  /** Where it is saved; null where it never was. */
  readonly file: string | null;
  /** SHA-256 of that file as it was opened or last saved; null where there is none. */
  readonly hash: string | null;
  readonly version: number;
  /** Milliseconds since the epoch, as every `at` here. */
  readonly at: number;
  readonly machine: string;
  readonly pid: number;
  /** Changes in the blob that no file holds: a recovered text is work before its first key. */
  readonly changes: number;
  /** The journal whose text this is; it is done with once this one stands. */
  readonly recoveredFrom: string | null;
}

export type Head =
  | OpenHead
  | { readonly kind: 'change'; readonly version: number; readonly at: number; readonly group: ChangeGroup }
  /** The blob is the whole package of that version. */
  | { readonly kind: 'whole'; readonly version: number; readonly at: number }
  /** The package of that version stands in that file. */
  | { readonly kind: 'saved'; readonly version: number; readonly at: number; readonly file: string; readonly hash: string };

export interface JournalRecord<H = Head> {
  readonly head: H;
  readonly blob: Uint8Array;
}

const KINDS: ReadonlySet<unknown> = new Set<Head['kind']>(['open', 'change', 'whole', 'saved']);
/** Bytes before a payload: its length, its checksum. */
const PREFIX = 8;

/** A record as it stands in the file. */
export function encodeRecord<H extends { readonly kind: string }>(head: H, blob: Uint8Array = new Uint8Array()): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const bytes = Buffer.allocUnsafe(PREFIX + 4 + json.length + blob.length);
  bytes.writeUInt32LE(bytes.length - PREFIX, 0);
  bytes.writeUInt32LE(json.length, PREFIX);
  json.copy(bytes, PREFIX + 4);
  bytes.set(blob, PREFIX + 4 + json.length);
  bytes.writeUInt32LE(crc32(bytes.subarray(PREFIX)), 4);
  return bytes;
}

/** Reads records up to the first that is not whole. `end` is where the good part ends; it is 0 where the bytes are no journal. */
export function decodeRecords(bytes: Buffer): Decoded<Head> {
  return decodeFile<Head>(bytes, MAGIC, KINDS);
}

interface Decoded<H> {
  readonly records: readonly JournalRecord<H>[];
  readonly end: number;
}

/** The same of a file of records of other kinds, with a magic word of its own. */
export function decodeFile<H extends { readonly kind: string }>(bytes: Buffer, magic: Buffer, kinds: ReadonlySet<unknown>): Decoded<H> {
  if (!bytes.subarray(0, magic.length).equals(magic)) return { records: [], end: 0 };
  const records: JournalRecord<H>[] = [];
  let at = magic.length;
  while (at + PREFIX + 4 <= bytes.length) {
    const length = bytes.readUInt32LE(at);
    const payload = bytes.subarray(at + PREFIX, at + PREFIX + length);
    if (length < 4 || payload.length !== length || crc32(payload) !== bytes.readUInt32LE(at + 4)) break;
    const record = readPayload<H>(payload, kinds);
    if (record === null) break;
    records.push(record);
    at += PREFIX + length;
  }
  return { records, end: at };
}

function readPayload<H extends { readonly kind: string }>(payload: Buffer, kinds: ReadonlySet<unknown>): JournalRecord<H> | null {
  const length = payload.readUInt32LE(0);
  if (4 + length > payload.length) return null;
  try {
    const head = JSON.parse(payload.toString('utf8', 4, 4 + length)) as H | null;
    return kinds.has(head?.kind) ? { head: head as H, blob: payload.subarray(4 + length) } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
