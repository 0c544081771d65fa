import { createDeflate, createInflate, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ReusedZlib } from './reused-zlib';

const OPTIONS = { level: 1, windowBits: 12, memLevel: 5 };

/** Bytes of a content stream's kind: pairs that repeat here and there. */
function page(seed: number, length: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, (_, i) => (i % 2 === 0 ? i % 5 : (state = (state * 75 + 74) % 65537) & 0xff));
}

const PAGES = [page(1, 2000), page(2, 1), page(3, 0), page(4, 1 << 14), page(5, 300), page(1, 2000)];

describe('one zlib object for many streams', () => {
  it('deflates each to the bytes that deflateSync makes of it, whatever came before', () => {
    const zlib = new ReusedZlib(createDeflate(OPTIONS), 1 << 15);
    for (const bytes of PAGES) expect(Buffer.from(zlib.run(bytes)!)).toEqual(deflateSync(bytes, OPTIONS));
  });

  it('inflates each to what it was', () => {
    const zlib = new ReusedZlib(createInflate(), 1 << 16);
    for (const bytes of PAGES) expect(Buffer.from(zlib.run(deflateSync(bytes, OPTIONS))!)).toEqual(Buffer.from(bytes));
  });

  it('leaves to the documented way what is broken, cut off, followed by other bytes or too long, and goes on', () => {
    const zlib = new ReusedZlib(createInflate(), 1 << 16);
    const whole = deflateSync(page(6, 1000));
    const broken = whole.map((byte, i) => (i === 20 ? byte ^ 0xff : byte));
    const wrongSum = whole.map((byte, i) => (i === whole.length - 1 ? byte ^ 1 : byte));
    for (const bytes of [broken, wrongSum, whole.subarray(0, -5), Buffer.concat([whole, Buffer.from('more')]), deflateSync(Buffer.alloc(1 << 17)), Buffer.alloc(0)]) {
      expect(zlib.run(bytes)).toBeNull();
      expect(Buffer.from(zlib.run(whole)!)).toEqual(inflateSync(whole));
    }
  });

  it('says no where the object has no handle of the known kind', () => {
    const closed = createDeflate();
    closed.close();
    expect(new ReusedZlib(closed, 1 << 15).run(page(1, 100))).toBeNull();
  });
});
