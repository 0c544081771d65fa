// Whether a JPEG's file is whole: its segments, the Huffman data of each scan down to its last
// block, its end marker. What is cut off or damaged prints as white or as stripes and no
// program that writes it into a PDF notices, since it goes in as it is compressed. Reads
// baseline and progressive files of any colours (ITU-T T.81); decodes codes, no picture.

/** What stands at a marker that begins a frame; nothing for DHT, JPG and DAC, which stand among them. */
const FRAME = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Frames that every press takes: baseline, extended, progressive. */
const USUAL = new Set([0xc0, 0xc1, 0xc2]);
/** Dots of a picture at the most: no page is so large, and what claims more claims it to fill memory. */
export const MOST_DOTS = 150_000_000;

const CUT = '文件不完整，图到一半就断了';
const BAD = '文件是坏的，读不下去';

/** A Huffman table: largest code of each length (−1: none), what to take from a code to have its value's index, values. */
interface Codes {
  readonly most: Int32Array;
  readonly offset: Int32Array;
  readonly values: Uint8Array;
}

interface Component {
  readonly id: number;
  readonly h: number;
  readonly v: number;
  /** Blocks that it has of its own, and that whole units of a scan of several have. */
  readonly wide: number;
  readonly high: number;
  readonly stride: number;
  /** Of a progressive file: which coefficients are no zeros, block by block. */
  readonly nonzero: Uint8Array | null;
  isScanned: boolean;
}

interface Frame {
  readonly isProgressive: boolean;
  readonly components: readonly Component[];
  readonly across: number;
  readonly down: number;
}

/** What is wrong with it, in Chinese, as what follows 图片; null for one that is whole. `bytes` begin with SOI. */
export function wholeJpegFault(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<number, Codes>();
  let frame: Frame | null = null;
  let restart = 0;
  let at = 2;
  for (;;) {
    // Anything may fill the place before a marker, as decoders take it.
    while (at < bytes.length && bytes[at] !== 0xff) at++;
    while (at < bytes.length && bytes[at] === 0xff) at++;
    const marker = bytes[at];
    if (marker === undefined) return CUT;
    at++;
    if (marker === 0xd9) return frame !== null && frame.components.every(({ isScanned }) => isScanned) ? null : CUT;
    // Stuffed, TEM, or a restart that no scan asked for.
    if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) continue;
    if (at + 2 > bytes.length) return CUT;
    const length = view.getUint16(at);
    if (length < 2) return BAD;
    const end = at + length;
    if (end > bytes.length) return CUT;
    const segment = bytes.subarray(at + 2, end);
    if (FRAME(marker)) {
      if (!USUAL.has(marker)) return '是少见的 JPEG（无损或算术编码），报社读不了';
      const read: Frame | string = frame === null ? readFrame(segment, marker, bytes.length) : BAD;
      if (typeof read === 'string') return read;
      frame = read;
    } else if (marker === 0xc4) {
      if (!readTables(segment, tables)) return BAD;
    } else if (marker === 0xdd) restart = segment.length < 2 ? 0 : view.getUint16(at + 2);
    else if (marker === 0xda) {
      if (frame === null) return BAD;
      const bits = new Bits(bytes, end);
      const wrong = readScan(segment, frame, tables, restart, bits);
      if (wrong !== null) return wrong;
      at = bits.at;
      continue;
    }
    at = end;
  }
}

function readFrame(segment: Uint8Array, marker: number, length: number): Frame | string {
  const count = segment[5] ?? 0;
  if (segment.length < 6 + 3 * count || count < 1 || count > 4) return BAD;
  const [height, width] = [segment[1]! * 256 + segment[2]!, segment[3]! * 256 + segment[4]!];
  if (width === 0 || height === 0) return BAD;
  if (width * height > MOST_DOTS) return '太大了，先缩小';
  const sizes = Array.from({ length: count }, (_, i) => ({ id: segment[6 + 3 * i]!, h: segment[7 + 3 * i]! >> 4, v: segment[7 + 3 * i]! & 15 }));
  if (sizes.some(({ h, v }) => h < 1 || h > 4 || v < 1 || v > 4)) return BAD;
  const [most, tall] = [Math.max(...sizes.map(({ h }) => h)), Math.max(...sizes.map(({ v }) => v))];
  const [across, down] = [Math.ceil(width / 8 / most), Math.ceil(height / 8 / tall)];
  // A block takes a bit of a file at the least: what claims more was never there, and is given no memory.
  if (across * down > length * 8) return CUT;
  const isProgressive = marker === 0xc2;
  return {
    isProgressive, across, down,
    components: sizes.map(({ id, h, v }): Component => ({
      id, h, v, wide: Math.ceil(Math.ceil((width * h) / most) / 8), high: Math.ceil(Math.ceil((height * v) / tall) / 8), stride: across * h,
      nonzero: isProgressive ? new Uint8Array(across * h * down * v * 64) : null, isScanned: false,
    })),
  };
}

/** Puts the tables of a DHT segment under their class and number. False where it ends too early. */
function readTables(segment: Uint8Array, tables: Map<number, Codes>): boolean {
  for (let at = 0; at < segment.length;) {
    if (at + 17 > segment.length) return false;
    const [most, offset] = [new Int32Array(17).fill(-1), new Int32Array(17)];
    let [code, total] = [0, 0];
    for (let size = 1; size <= 16; size++) {
      const count = segment[at + size]!;
      offset[size] = total - code;
      if (count > 0) most[size] = code + count - 1;
      code = (code + count) << 1;
      total += count;
    }
    if (at + 17 + total > segment.length) return false;
    tables.set(segment[at]!, { most, offset, values: segment.subarray(at + 17, at + 17 + total) });
    at += 17 + total;
  }
  return true;
}

/** The bits of a scan, stuffing left out; at a marker, and at the file's end, they are out. */
class Bits {
  isOut = false;
  isBad = false;
  /** Blocks in a row that hold nothing more (EOBRUN). */
  run = 0;
  #byte = 0;
  #left = 0;

  constructor(readonly bytes: Uint8Array, public at: number) {}

  bit(): number {
    if (this.#left === 0) {
      const { bytes, at } = this;
      const byte = bytes[at];
      if (byte === undefined || (byte === 0xff && bytes[at + 1] !== 0)) {
        this.isOut = true;
        return 0;
      }
      this.at += byte === 0xff ? 2 : 1;
      this.#byte = byte;
      this.#left = 8;
    }
    this.#left--;
    return (this.#byte >> this.#left) & 1;
  }

  take(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = (value << 1) | this.bit();
    return value;
  }

  value({ most, offset, values }: Codes): number {
    let code = 0;
    for (let size = 1; size <= 16; size++) {
      code = (code << 1) | this.bit();
      if (code <= most[size]!) return values[code + offset[size]!]!;
    }
    this.isBad = true;
    return 0;
  }

  /** Goes past a restart marker; false where there is none. */
  restart(): boolean {
    this.#left = 0;
    this.run = 0;
    const { bytes } = this;
    while (bytes[this.at] === 0xff && bytes[this.at + 1] === 0xff) this.at++;
    const marker = bytes[this.at + 1] ?? 0;
    if (bytes[this.at] !== 0xff || marker < 0xd0 || marker > 0xd7) return false;
    this.at += 2;
    return true;
  }
}

function readScan(segment: Uint8Array, frame: Frame, tables: ReadonlyMap<number, Codes>, restart: number, bits: Bits): string | null {
  const count = segment[0] ?? 0;
  if (count < 1 || count > 4 || segment.length < 4 + 2 * count) return BAD;
  const [first, last, high] = [segment[1 + 2 * count]!, segment[2 + 2 * count]!, segment[3 + 2 * count]! >> 4];
  const parts: { readonly component: Component; readonly read: (block: number) => void }[] = [];
  for (let i = 0; i < count; i++) {
    const component = frame.components.find(({ id }) => id === segment[1 + 2 * i]);
    if (component === undefined) return BAD;
    const selected = segment[2 + 2 * i]!;
    const read = readerOf(frame, component, tables.get(selected >> 4), tables.get(0x10 | (selected & 15)), first, Math.min(63, last), high, bits);
    if (read === null) return BAD;
    parts.push({ component, read });
    if (first === 0) component.isScanned = true;
  }
  const [only] = parts;
  const units = count === 1 ? only!.component.wide * only!.component.high : frame.across * frame.down;
  for (let unit = 0; unit < units; unit++) {
    if (restart > 0 && unit > 0 && unit % restart === 0 && !bits.restart()) return CUT;
    if (count === 1) {
      const { component: { wide, stride }, read } = only!;
      read(Math.floor(unit / wide) * stride + (unit % wide));
    } else {
      const [row, column] = [Math.floor(unit / frame.across), unit % frame.across];
      for (const { component: { h, v, stride }, read } of parts) for (let y = 0; y < v; y++) for (let x = 0; x < h; x++) read((row * v + y) * stride + column * h + x);
    }
    if (bits.isOut) return CUT;
    if (bits.isBad) return BAD;
  }
  return null;
}

/** How a block of a scan is read; null where its tables are missing. `dc`, `ac`: its tables; coefficients `first` to `last`; `high`: 0 where it is the first scan of them. */
function readerOf({ isProgressive }: Frame, { nonzero }: Component, dc: Codes | undefined, ac: Codes | undefined, first: number, last: number, high: number, bits: Bits): ((block: number) => void) | null {
  if (!isProgressive || nonzero === null) {
    return dc === undefined || ac === undefined ? null : () => {
      bits.take(bits.value(dc));
      coefficients(bits, ac, 1, 63, null);
    };
  }
  if (first === 0) {
    if (high > 0) return () => void bits.bit();
    return dc === undefined ? null : () => void bits.take(bits.value(dc));
  }
  if (ac === undefined) return null;
  return (block) => {
    const own = nonzero.subarray(block * 64, block * 64 + 64);
    if (high > 0) refined(bits, ac, first, last, own);
    else if (bits.run > 0) bits.run--;
    else coefficients(bits, ac, first, last, own);
  };
}

/** Coefficients for the first time (T.81 F.2.2.2, G.1.2.2); `nonzero` of a progressive scan takes those that are none. */
function coefficients(bits: Bits, ac: Codes, first: number, last: number, nonzero: Uint8Array | null): void {
  for (let k = first; k <= last; k++) {
    const value = bits.value(ac);
    const [zeros, size] = [value >> 4, value & 15];
    if (size === 0) {
      if (zeros < 15) {
        if (nonzero !== null) bits.run = (1 << zeros) - 1 + bits.take(zeros);
        return;
      }
      k += 15;
      continue;
    }
    k += zeros;
    if (k > last) bits.isBad = true;
    bits.take(size);
    if (nonzero !== null && k <= last) nonzero[k] = 1;
    if (bits.isBad || bits.isOut) return;
  }
}

/** One bit more of coefficients that were read before (T.81 G.1.2.3). */
function refined(bits: Bits, ac: Codes, first: number, last: number, nonzero: Uint8Array): void {
  let k = first;
  if (bits.run === 0) {
    for (; k <= last; k++) {
      const value = bits.value(ac);
      let zeros = value >> 4;
      const size = value & 15;
      if (size > 0) bits.bit();
      else if (zeros < 15) {
        bits.run = (1 << zeros) + bits.take(zeros);
        break;
      }
      for (; k <= last; k++) {
        if (nonzero[k] === 1) bits.bit();
        else if (--zeros < 0) break;
      }
      if (size > 0 && k <= last) nonzero[k] = 1;
      if (bits.isBad || bits.isOut) return;
    }
  }
  if (bits.run > 0) {
    for (; k <= last; k++) if (nonzero[k] === 1) bits.bit();
    bits.run--;
  }
}
