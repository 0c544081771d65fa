import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { grayPictureFault } from './gray-picture';
import { encodeGrayPng } from './gray-png';

/** The rows behind IHDR, inflated by another program than the one that deflated them. */
function rowsOf(png: Uint8Array): Buffer {
  const length = new DataView(png.buffer).getUint32(33);
  return inflateSync(png.subarray(41, 41 + length));
}

describe('a gray PNG', () => {
  const dots = Uint8Array.of(0, 128, 255, 10, 20, 30);

  it('is one that prints, each row what it differs from the one above', () => {
    const png = encodeGrayPng(3, 2, dots);
    expect(grayPictureFault(png)).toBeNull();
    expect([...rowsOf(png)]).toEqual([2, 0, 128, 255, 2, 10, (20 - 128) & 255, (30 - 255) & 255]);
  });
  it('line art has a bit a dot', () => {
    const png = encodeGrayPng(10, 1, Uint8Array.from({ length: 10 }, (_, x) => (x % 2 === 0 ? 255 : 0)), 1);
    expect(png[24]).toBe(1);
    expect([...rowsOf(png)]).toEqual([0, 0b10101010, 0b10000000]);
    expect(grayPictureFault(png)).toBeNull();
  });
  it('cut off it is no picture', () => {
    expect(grayPictureFault(encodeGrayPng(3, 2, dots).subarray(0, 45))).toBe('文件不完整，图到一半就断了');
    expect(grayPictureFault(Uint8Array.of(1, 2, 3))).toBe('不是 JPEG 或 PNG');
  });
  it('dots that are not width × height are refused', () => expect(() => encodeGrayPng(4, 2, dots)).toThrow(RangeError));
});
