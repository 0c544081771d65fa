import { describe, expect, it } from 'vitest';
import { isAsDrawn } from './as-drawn';

/** Heads of a gray JPEG: an EXIF segment with an orientation, where one is given, then the frame of so many bits. */
function jpeg(orientation: number | null, little: boolean, bits = 8): Uint8Array {
  const two = (n: number): number[] => (little ? [n & 255, n >> 8] : [n >> 8, n & 255]);
  const four = (n: number): number[] => (little ? [n, 0, 0, 0] : [0, 0, 0, n]);
  const tiff = [...(little ? [0x49, 0x49] : [0x4d, 0x4d]), ...two(42), ...four(8), ...two(2), ...two(0x010f), ...two(2), ...four(1), ...four(0), ...two(0x0112), ...two(3), ...four(1), ...two(orientation ?? 0), 0, 0, ...four(0)];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Uint8Array.from([0xff, 0xd8, ...(orientation === null ? [] : [0xff, 0xe1, 0, exif.length + 2, ...exif]), 0xff, 0xc2, 0, 11, bits, 0, 40, 0, 60, 1, 1, 0x11, 0, ...Array.from({ length: 24 }, () => 0)]);
}

/** Heads of a gray PNG of so many bits a dot. */
function png(bits: number): Uint8Array {
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 60, 0, 0, 0, 40, bits, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
}

describe('a gray picture that prints as a screen draws it', () => {
  it.each([true, false])('a JPEG without EXIF, or as it stands by it (little-endian: %s)', (little) => {
    expect([isAsDrawn(jpeg(null, little)), isAsDrawn(jpeg(1, little)), isAsDrawn(jpeg(0, little))]).toEqual([true, true, true]);
  });
  it.each([true, false])('not one that its EXIF turns or mirrors: a PDF knows no EXIF (little-endian: %s)', (little) => {
    expect([2, 3, 6, 8].map((orientation) => isAsDrawn(jpeg(orientation, little)))).toEqual([false, false, false, false]);
  });
  it('not one of more than eight bits', () => {
    expect([isAsDrawn(png(1)), isAsDrawn(png(8)), isAsDrawn(png(16)), isAsDrawn(jpeg(null, true, 12))]).toEqual([true, true, false, false]);
  });
});
