// Pictures in the PDF: gray ones go in as they are, all else is refused.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../src/pdf/write-pdf';
import { displayList, group } from '../display-builder';
import { mupdfPicture, qpdfCheck } from './tools';

/** A PNG of one row of pixels; `type` 0 gray, 2 RGB, 4 gray and alpha. */
function png(row: readonly number[], { type = 0, interlaced = 0, width = row.length }: { type?: number; interlaced?: number; width?: number } = {}, extra: readonly Buffer[] = []): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(name, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]); // the checksum: nobody here looks
  };
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(width, 0);
  ihdr.writeUInt32BE(1, 4);
  ihdr.set([8, type, 0, 0, interlaced], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', ihdr), ...extra, chunk('IDAT', deflateSync(Buffer.from([0, ...row]))), chunk('IEND', Buffer.alloc(0))]);
}

/**
 * A baseline gray JPEG of 16 × 8 pixels, black and white: two blocks that have
 * a mean alone. Q is 8, so a mean is itself less 128; both differences (-128,
 * 255) take 8 bits, whose Huffman code is 0, as is the end of block.
 */
const JPEG = Buffer.concat([
  Buffer.from('ffd8ffdb004300', 'hex'), Buffer.alloc(64, 8),
  Buffer.from('ffc0000b080008001001011100', 'hex'),
  Buffer.from('ffc400140001', 'hex'), Buffer.alloc(15), Buffer.from([8]),
  Buffer.from('ffc400141001', 'hex'), Buffer.alloc(15), Buffer.from([0]),
  Buffer.from('ffda0008010100003f00', 'hex'),
  Buffer.from([0b00111111, 0b10011111, 0b11101111]), // 0 01111111 0, 0 11111111 0, filled up with ones
  Buffer.from('ffd9', 'hex'),
]);

function pdfWith(image: Uint8Array): Promise<Uint8Array> {
  const list = displayList([], [{
    size: { width: 100, height: 100 },
    items: () => [
      { kind: 'path', ops: 'MLLLZ', coords: [0, 50, 100, 50, 100, 100, 0, 100], fill: 0.5, stroke: null },
      group(null, [{ kind: 'image', image: 'x', rect: { x: 10, y: 20, width: 60, height: 40 } }], { x: 10, y: 10 }),
    ],
  }]);
  return writePdf(list, new Map(), { date: null, images: new Map([['x', image]]) });
}

/** Gray at a place of the drawn page, pt from the top left. */
async function grayAt(image: Uint8Array, ...places: [number, number][]): Promise<number[]> {
  const pdf = await pdfWith(image);
  expect(qpdfCheck(pdf)).toContain('No syntax');
  const { pixels, width } = mupdfPicture(pdf, 1, 72);
  return places.map(([x, y]) => pixels[y * width + x] ?? NaN);
}

describe('a gray picture stands in its rectangle, in its grays', () => {
  it('PNG: black, middle gray, white from left to right', async () => {
    const [left, middle, right, outside] = await grayAt(png([0, 128, 255]), [30, 60], [50, 60], [70, 60], [90, 60]);
    expect(left).toBe(0);
    expect(Math.abs((middle ?? 0) - 128)).toBeLessThan(3);
    expect(right).toBe(255);
    expect(Math.abs((outside ?? 0) - 128)).toBeLessThan(3);
  });
  it('JPEG: black on the left, white on the right', async () => {
    const [left, right] = await grayAt(JPEG, [30, 60], [70, 60]);
    expect(left).toBeLessThan(8);
    expect(right).toBeGreaterThan(247);
  });
});

describe('what does not print in black alone is refused, with its name', () => {
  const trns = Buffer.from([0, 0, 0, 2, 0x74, 0x52, 0x4e, 0x53, 0, 0, 0, 0, 0, 0]);
  const colourJpeg = Buffer.from(JPEG);
  colourJpeg[JPEG.indexOf(Buffer.from([0xff, 0xc0])) + 9] = 3;
  it.each([
    ['RGB', png([1, 2, 3], { type: 2, width: 1 }), 'grayscale'],
    ['gray with alpha', png([1, 2], { type: 4, width: 1 }), 'alpha'],
    ['a transparent gray', png([1], {}, [trns]), 'transparent'],
    ['interlaced', png([1], { interlaced: 1 }), 'interlaced'],
    ['cut off', png([1, 2, 3]).subarray(0, 50), 'cut off'],
    ['a colour JPEG', colourJpeg, 'colour'],
    ['another format', Buffer.from('GIF89a............................'), 'neither'],
  ])('%s', async (_, image, message) => {
    await expect(pdfWith(image)).rejects.toThrow(new RegExp(`image x.*${message}`));
  });
  it('a picture that is not given', async () => {
    const list = displayList([], [{ items: () => [{ kind: 'image', image: 'y', rect: { x: 0, y: 0, width: 1, height: 1 } }] }]);
    await expect(writePdf(list, new Map(), { date: null })).rejects.toThrow('no image y');
  });
});
