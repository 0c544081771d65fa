import { describe, expect, it } from 'vitest';
import { displayList, fontMap, group } from '../../test/display-builder';
import { faceWith, fangsongFace, songFace } from '../../test/pdf/faces';
import type { Font, FontSubset } from '../core/font';
import { readBack } from './read-back';
import { openCffOutlines } from './read/cff-table';
import { writePdf } from './write-pdf';

const song = songFace();
const fangsong = fangsongFace();

/** The face with its subset changed on the way. */
function changed(font: Font, change: (subset: FontSubset) => FontSubset): Font {
  return faceWith(font, { subset: (glyphs) => change(font.subset(glyphs)) });
}

function pdfOf(font: Font, text: string): Promise<Uint8Array> {
  return writePdf(displayList([font], [{ items: (page) => [group('报告', [page.line(text)]), page.line('1')] }]), fontMap([font]), { date: null });
}

/** CID of a character in the subset of the text and the page number. */
function cidOf(font: Font, text: string, char: string): number {
  const glyph = (c: string): number => font.glyphOf(c.codePointAt(0) as number);
  return font.subset([...text, '1'].map(glyph)).glyphs.indexOf(glyph(char));
}

describe('no used glyph without ink, read from the embedded subset', () => {
  it.each([song, fangsong].map((font): [string, Font] => [font.format, font]))('spaces need none: %s', async (_, font) => {
    expect(readBack(await pdfOf(font, '甲 乙　丙')).problems).toEqual([]);
  });
  it('TrueType: a glyph whose entry in loca is empty', async () => {
    const cid = cidOf(song, '甲乙', '乙');
    const font = changed(song, (subset) => {
      const bytes = subset.bytes.slice();
      const view = new DataView(bytes.buffer);
      const loca = tableAt(bytes, 'loca');
      // The glyph ends where it begins.
      for (let i = cid + 1; i <= subset.glyphs.length; i++) view.setUint32(loca + i * 4, view.getUint32(loca + cid * 4));
      return { ...subset, bytes };
    });
    expect(readBack(await pdfOf(font, '甲乙')).problems).toContainEqual(expect.stringMatching(`字形 ${cid}（乙）没有墨迹`));
  });
  it('TrueType: a glyph without contours', async () => {
    const cid = cidOf(song, '甲乙', '甲');
    const font = changed(song, (subset) => {
      const bytes = subset.bytes.slice();
      const view = new DataView(bytes.buffer);
      view.setInt16(tableAt(bytes, 'glyf') + view.getUint32(tableAt(bytes, 'loca') + cid * 4), 0);
      return { ...subset, bytes };
    });
    expect(readBack(await pdfOf(font, '甲乙')).problems).toEqual([expect.stringMatching(`字形 ${cid}（甲）没有墨迹`)]);
  });
  it('CFF: a glyph whose charstring ends at once', async () => {
    const cid = cidOf(fangsong, '甲乙', '乙');
    const font = changed(fangsong, (subset) => {
      const bytes = subset.bytes.slice();
      openCffOutlines(bytes).charstring(cid)?.fill(14); // endchar
      return { ...subset, bytes };
    });
    expect(readBack(await pdfOf(font, '甲乙')).problems).toEqual([expect.stringMatching(`字形 ${cid}（乙）没有墨迹`)]);
  });
  it('CFF: a CID that the subset does not have (pages blank, text extraction content)', async () => {
    const font = changed(fangsong, (subset) => ({ ...fangsong.subset([]), glyphs: subset.glyphs }));
    const { problems, articles } = readBack(await pdfOf(font, '甲乙'));
    expect(articles.get('报告')).toBe('甲乙');
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('没有 CID 1');
  });
  it('a font file that is cut off', async () => {
    for (const font of [song, fangsong]) {
      const cut = changed(font, (subset) => ({ ...subset, bytes: subset.bytes.subarray(0, subset.bytes.length >> 1) }));
      expect(readBack(await pdfOf(cut, '甲乙')).problems).not.toEqual([]);
    }
  });
});

function tableAt(bytes: Uint8Array, tag: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 12; ; at += 16) if (String.fromCharCode(...bytes.subarray(at, at + 4)) === tag) return view.getUint32(at + 8);
}

describe('a damaged file is a problem, never an exception', () => {
  const cases: [string, (pdf: string) => string, string][] = [
    ['no PDF at all', () => 'hello', '不是 PDF'],
    ['cut off', (pdf) => pdf.slice(0, -200), '不完整'],
    ['a cross reference that leads astray', (pdf) => pdf.replace(/(\d{10})( 00000 n \n)(\d{10})/, '$3$2$1'), '不在交叉引用表'],
    ['an object that is named but missing', (pdf) => pdf.replace(/\/PageLabels <<\n\/Nums \[0 <</, '/PageLabels <<\n/Xx 99 0 R /Nums [0 <<'), '对象 99 被引用却不存在'],
    ['a page missing in the tree', (pdf) => pdf.replace('/Count 1\n', '/Count 2\n'), '页数不对'],
    ['a font that is not embedded', (pdf) => pdf.replace(/\/FontFile2 /, '/FontFileX '), '没有嵌入'],
  ];
  it.each(cases)('%s', async (_, damage, problem) => {
    const pdf = Buffer.from(await pdfOf(song, '甲乙')).toString('latin1');
    const damaged = damage(pdf);
    expect(damaged).not.toBe(pdf);
    // Where the damage made the file longer, the offsets behind it are mended.
    const mended = damaged.replace(/startxref\n\d+/, `startxref\n${damaged.lastIndexOf('\nxref\n') + 1}`).replace(/\d{10}(?= 00000 n)/g, (offset) =>
      damaged.length > pdf.length && Number(offset) > firstDifference(pdf, damaged) ? String(Number(offset) + damaged.length - pdf.length).padStart(10, '0') : offset);
    expect(readBack(Buffer.from(mended, 'latin1')).problems.join('；')).toContain(problem);
  });
});

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (a[i] === b[i]) i++;
  return i;
}
