// Streams of a compound file ([MS-CFB]), which a Word 97–2003 file is, by name. Only as
// much as the numbers of an old Word file need (old-numbers.ts); its text is
// word-extractor's business, which keeps its own reader to itself. In: bytes. Out: the
// bytes of a stream, or null. Chains are followed no further than the file is long.

const END = 0xfffffffe;
/** Smaller streams lie in the mini stream. */
const MINI = 4096;

export class CompoundFile {
  private readonly view: DataView;
  private readonly sector: number;
  private readonly fat: number[];
  private readonly miniFat: number[];
  private readonly mini: Uint8Array;
  private readonly directory: Uint8Array;

  /** @throws RangeError where the file is damaged. */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.sector = 1 << this.view.getUint16(30, true);
    if (this.sector !== 512 && this.sector !== 4096) throw new RangeError('sector size');
    this.fat = this.readFat();
    this.directory = this.chain(this.view.getUint32(48, true), this.fat);
    this.miniFat = numbers(this.chain(this.view.getUint32(60, true), this.fat));
    const root = this.entry(0);
    this.mini = root === null ? new Uint8Array() : this.chain(root.start, this.fat);
  }

  /** A stream at the file's root, or null where there is none of that name. */
  stream(name: string): Uint8Array | null {
    for (let at = 0; at * 128 + 128 <= this.directory.length; at++) {
      const entry = this.entry(at);
      if (entry === null || entry.type !== 2 || entry.name !== name) continue;
      const whole = entry.size < MINI ? this.miniChain(entry.start) : this.chain(entry.start, this.fat);
      return whole.subarray(0, entry.size);
    }
    return null;
  }

  private entry(at: number): { readonly name: string; readonly type: number; readonly start: number; readonly size: number } | null {
    const from = at * 128;
    if (from + 128 > this.directory.length) return null;
    const view = new DataView(this.directory.buffer, this.directory.byteOffset + from, 128);
    const length = Math.min(64, view.getUint16(64, true));
    const name = Array.from({ length: Math.max(0, length / 2 - 1) | 0 }, (_, i) => String.fromCharCode(view.getUint16(2 * i, true))).join('');
    return { name, type: view.getUint8(66), start: view.getUint32(116, true), size: view.getUint32(120, true) };
  }

  /** The table of sectors: 109 of its own sectors are named in the head, more in a chain. */
  private readFat(): number[] {
    const sectors: number[] = [];
    for (let i = 0; i < 109; i++) sectors.push(this.view.getUint32(76 + 4 * i, true));
    const each = this.sector / 4 - 1;
    for (let next = this.view.getUint32(68, true), n = 0; next < END && n * this.sector < this.bytes.length; n++) {
      const more = numbers(this.at(next));
      sectors.push(...more.slice(0, each));
      next = more[each] ?? END;
    }
    return sectors.filter((one) => one < END).flatMap((one) => numbers(this.at(one)));
  }

  private at(sector: number): Uint8Array {
    const from = (sector + 1) * this.sector;
    if (from >= this.bytes.length) throw new RangeError('a sector behind the end');
    return this.bytes.subarray(from, from + this.sector);
  }

  private chain(start: number, table: readonly number[]): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let next = start; next < END && parts.length * this.sector <= this.bytes.length; next = table[next] ?? END) parts.push(this.at(next));
    return joined(parts);
  }

  private miniChain(start: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let next = start; next < END && parts.length * 64 <= MINI; next = this.miniFat[next] ?? END) parts.push(this.mini.subarray(next * 64, next * 64 + 64));
    return joined(parts);
  }
}

function numbers(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(4 * i, true));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
