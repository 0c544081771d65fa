// 套红 (N-40): the one plate beside black, written as a Separation and told from any
// other colour when the file is read back.
import { describe, expect, it } from 'vitest';
import { displayList, fontMap, group } from '../../test/display-builder';
import { songFace } from '../../test/pdf/faces';
import { inflated, qpdfCheck } from '../../test/pdf/tools';
import type { DisplayList, Item } from '../core/display/list';
import { encodeGrayPng } from '../core/gray-png';
import { DEFAULT_RED } from '../core/model/dress';
import { readBack } from './read-back';
import { writePdf } from './write-pdf';

const song = songFace();
const BAR: Item = { kind: 'path', ops: 'MLLLZ', coords: [72, 300, 400, 300, 400, 320, 72, 320], fill: 0, stroke: null, red: true };

function titled(red: boolean): DisplayList {
  return displayList([song], [{
    items: (page) => [
      { kind: 'path', ops: 'ML', coords: [0, 10, 90, 10], fill: null, stroke: { width: 1, gray: 0 }, ...(red ? { red } : {}) },
      group('报告', [{ ...page.line('隆重开幕'), ...(red ? { red } : {}) }, page.line('各位委员', { y: 200 })]), ...(red ? [BAR] : []),
    ],
  }]);
}

describe('套红', () => {
  it('is a Separation of the name that the list gives it; what is black stays DeviceGray', async () => {
    const pdf = await writePdf({ ...titled(true), red: DEFAULT_RED }, fontMap([song]), { date: null });
    const text = inflated(pdf);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Separation /#e5#a5#97#e7#ba#a2 /DeviceCMYK');
    expect(text).toContain('/Red cs 1 scn');
    expect(text).toContain('/Red CS 1 SCN');
    expect(text).toMatch(/\n0 g\n/);
    expect(qpdfCheck(pdf)).toContain('No syntax or stream encoding errors found');
    const read = readBack(pdf);
    expect(read.problems).toEqual([]);
    expect(read.articles.get('报告')).toBe('隆重开幕各位委员');
  });
  it('line art in red is a mask for its ink; a photograph cannot be', async () => {
    const image = (bits: 1 | 8) => writePdf({ ...displayList([song], [{ items: () => [{ kind: 'image', image: 'a.png', rect: { x: 10, y: 10, width: 80, height: 20 }, red: true }] }]), red: DEFAULT_RED }, fontMap([song]), {
      date: null, images: new Map([['a.png', encodeGrayPng(8, 2, new Uint8Array(16).fill(255, 8), bits)]]),
    });
    const pdf = await image(1);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/ImageMask true/);
    expect(inflated(pdf)).toMatch(/q \/Red cs 1 scn\n.*cm \/I0 Do Q/);
    expect(readBack(pdf).problems).toEqual([]);
    await expect(image(8)).rejects.toThrow('no line art of 1 bit');
  });
  it('a page without it has no plate', async () => {
    expect(inflated(await writePdf({ ...titled(false), red: DEFAULT_RED }, fontMap([song]), { date: null }))).not.toContain('Separation');
  });
  it('a list that names no red has no red', async () => {
    await expect(writePdf(titled(true), fontMap([song]), { date: null })).rejects.toThrow('names no red');
  });
  it('any other colour space is a fault when it is read back', async () => {
    const pdf = Buffer.from(await writePdf({ ...titled(true), red: DEFAULT_RED }, fontMap([song]), { date: null })).toString('latin1');
    const other = pdf.replace('/Separation /#e5#a5#97#e7#ba#a2 /DeviceCMYK', '/Deparation /#e5#a5#97#e7#ba#a2 /DeviceCMYK');
    expect(other).not.toBe(pdf);
    expect(readBack(Buffer.from(other, 'latin1')).problems.join('；')).toMatch(/颜色 Red 不是套红的专色|用了黑以外的颜色/);
  });
});
