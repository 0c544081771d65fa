// A gray picture as a PNG: 8 bits a dot, or 1 bit for line art (报头、题花), as print
// takes it (gray-picture.ts). In: dots, 0 black … 255 white, row by row from the top.
// Each row is coded as differences from the row above, which photographs like.
import { zlibSync } from 'fflate';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const UP = 2;
/** Black below, white from here on. */
const MIDDLE = 128;

/** @throws RangeError where there are not width × height dots. */
export function encodeGrayPng(width: number, height: number, dots: Uint8Array, bits: 1 | 8 = 8): Uint8Array {
  if (dots.length !== width * height || width < 1 || height < 1) throw new RangeError(`${dots.length} dots for ${width} × ${height}`);
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head[8] = bits;
  return joined([SIGNATURE, chunk('IHDR', head), chunk('IDAT', zlibSync(bits === 8 ? photograph(width, height, dots) : lineArt(width, height, dots))), chunk('IEND', new Uint8Array(0))]);
}

function photograph(width: number, height: number, dots: Uint8Array): Uint8Array {
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) {
    const out = y * (width + 1);
    rows[out] = UP;
    for (let x = 0; x < width; x++) rows[out + 1 + x] = dots[y * width + x]! - (y === 0 ? 0 : dots[(y - 1) * width + x]!);
  }
  return rows;
}

function lineArt(width: number, height: number, dots: Uint8Array): Uint8Array {
  const wide = Math.ceil(width / 8);
  const rows = new Uint8Array(height * (wide + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (dots[y * width + x]! >= MIDDLE) rows[y * (wide + 1) + 1 + (x >> 3)]! |= 0x80 >> (x & 7);
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) out[4 + i] = type.charCodeAt(i);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc(out.subarray(4, 8 + data.length)));
  return out;
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 of a chunk's type and data. */
export function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC[(c ^ byte) & 255]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
