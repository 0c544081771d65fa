// Whether a PNG's file is whole (PNG specification, ISO/IEC 15948): its chunks with their check
// sums, its compressed dots down to the last row, its end. In: the bytes; out: what is wrong.
import { unzlibSync } from 'fflate';
import { crc } from './gray-png';
import { joinBytes } from './join-bytes';
import { MOST_DOTS } from './whole-jpeg';

const CUT = '文件不完整，图到一半就断了';
const BAD = '文件是坏的，校验对不上';

/** Channels of each colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Adam7: where each pass begins, and its steps. */
const PASSES = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const;

/** What is wrong with it, in Chinese, as what follows 图片; null for one that is whole. `bytes` begin with PNG's signature. */
export function wholePngFault(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let head: Uint8Array | null = null;
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) return CUT;
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return CUT;
    const type = view.getUint32(at + 4);
    if (crc(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) return BAD;
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (type === 0x49484452) head ??= chunk; // IHDR
    else if (head === null) return BAD;
    if (type === 0x49444154) data.push(chunk); // IDAT
    if (type === 0x49454e44) break; // IEND
    at += 12 + length;
  }
  return head.length < 13 ? BAD : dotsFault(head, joinBytes(data));
}

function dotsFault(head: Uint8Array, data: Uint8Array): string | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [width, height, bits, channels, way] = [view.getUint32(0), view.getUint32(4), head[8]!, CHANNELS[head[9]!], head[12]!];
  if (width === 0 || height === 0 || channels === undefined || ![1, 2, 4, 8, 16].includes(bits) || way > 1) return BAD;
  if (width * height > MOST_DOTS) return '太大了，先缩小';
  const passes = (way === 0 ? [[0, 0, 1, 1] as const] : PASSES).map(([x, y, right, down]) => ({ columns: Math.ceil((width - x) / right), rows: Math.ceil((height - y) / down) })).filter(({ columns, rows }) => columns > 0 && rows > 0);
  const sized = passes.map(({ columns, rows }) => ({ rows, bytes: 1 + Math.ceil((columns * bits * channels) / 8) }));
  const wanted = sized.reduce((sum, { rows, bytes }) => sum + rows * bytes, 0);
  // Deflate makes at best 1032 of one.
  if (data.length < 6 || wanted > data.length * 1032) return CUT;
  let dots: Uint8Array;
  try {
    dots = unzlibSync(data);
  } catch (error) {
    // fflate's own: a stream that ends early, or is none.
    if (!(error instanceof Error)) throw error;
    return BAD;
  }
  if (dots.length < wanted) return CUT;
  if (adler(dots) !== new DataView(data.buffer, data.byteOffset + data.length - 4).getUint32(0)) return BAD;
  let at = 0;
  for (const { rows, bytes } of sized) for (let row = 0; row < rows; row++, at += bytes) if (dots[at]! > 4) return BAD;
  return null;
}

/** Adler-32 (RFC 1950). */
function adler(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let i = 0; i < bytes.length;) {
    // As many as 32 bits hold without a remainder.
    for (const end = Math.min(bytes.length, i + 3800); i < end; i++) b += a += bytes[i]!;
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
