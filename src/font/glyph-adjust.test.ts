// TYPESETTING, "Where faces meet": what the table of faces asks stands in the
// glyphs that layout measures, the screen draws and the PDF embeds. Expected
// boxes are worked out by hand from those that fontTools measures in the tiny
// fonts; the pinned faces are held against fontkit, moved by a rule of its own.
import { existsSync, readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { PINNED, inRepository } from '../../test/fixtures/fonts/pinned';
import { wrapCff } from '../../test/fixtures/fonts/wrap-cff';
import type { Font, Outline } from '../core/font';
import { bytesSource } from './byte-source';
import { FontError } from './font-error';
import { type GlyphAdjust, NO_ADJUST } from './glyph-adjust';
import { openFont } from './open-font';

const tiny = (name: string): Uint8Array => readFileSync(inRepository(`test/fixtures/fonts/${name}`));
const glyphOf = (font: Font, character: string): number => font.glyphOf(character.codePointAt(0)!);

interface Box {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

interface Oracle {
  readonly head: Box;
  readonly hhea: { readonly minLeftSideBearing: number; readonly minRightSideBearing: number; readonly xMaxExtent: number; readonly advanceWidthMax: number };
  readonly maxp: { readonly maxPoints: number; readonly maxContours: number; readonly maxComponentDepth: number };
  readonly hmtx: { readonly metrics: { get(index: number): { readonly advance: number; readonly bearing: number } } };
  readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
  getGlyph(id: number): OracleGlyph;
}

interface OracleGlyph {
  readonly cbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly path: { readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[] };
  /** The glyph's own header and points; null where it is empty. */
  _decode(): (Box & { readonly numberOfContours: number; readonly points?: readonly unknown[]; readonly instructions?: ArrayLike<number> }) | null;
}

const read = (bytes: Uint8Array): Oracle => fontkit.create(Buffer.from(bytes)) as unknown as Oracle;
const numbers = (glyph: OracleGlyph): number[] => glyph.path.commands.flatMap((c) => c.args);

const coordinates = (outline: Outline): number[] => Array.from(outline.coords);

describe('what is moved, and how far (units of 1/1000 em)', () => {
  const adjust: GlyphAdjust = { rise: 0.02, hanScale: 1.1, stopRise: -0.12, stopShift: -0.03, quoteShift: 0.05 };
  const font = openFont(bytesSource(tiny('tiny-song.ttf')), { adjust });

  it.each([
    ['一', 'Han: a tenth more about (500, 380), then raised by 20', [3, 420, 1005, 547]],
    ['的', 'Han', [49, -102, 1002, 903]],
    ['，', '30 to the left, 120 down, 20 up', [48, -295, 197, 18]],
    ['。', 'the same', [12, -182, 293, 99]],
    ['、', 'the same', [9, -176, 260, 73]],
    ['“', '50 to the right, to its word', [621, 593, 974, 874]],
    ['”', '50 to the left, to its word', [26, 593, 379, 874]],
    ['·', 'raised alone', [102, 320, 225, 443]],
    ['1', 'raised alone', [70, 19, 427, 758]],
    ['—', 'raised alone', [43, 262, 846, 313]],
  ])('%s: %s', (character, _how, [xMin, yMin, xMax, yMax]) => {
    expect(font.inkOf(glyphOf(font, character))).toEqual({ xMin, yMin, xMax, yMax });
  });

  it('advances stay', () => {
    const plain = openFont(bytesSource(tiny('tiny-song.ttf')));
    const glyphs = [...'一的，。“”1—'].map((c) => glyphOf(font, c));
    expect(glyphs.map((g) => font.advanceOf(g))).toEqual(glyphs.map((g) => plain.advanceOf(g)));
  });

  it('nothing is left for the engine to move, and the face is told from the one in the file', () => {
    const plain = openFont(bytesSource(tiny('tiny-song.ttf')));
    const other = openFont(bytesSource(tiny('tiny-song.ttf')), { adjust: { ...adjust, hanScale: 1.05 } });
    expect(font.adjust).toEqual({ rise: 0 });
    expect(new Set([font.id, plain.id, other.id]).size).toBe(3);
    expect(openFont(bytesSource(tiny('tiny-song.ttf')), { adjust }).id).toBe(font.id);
  });

  it('the box of the face holds all of its glyphs', () => {
    for (const c of '一的，。、“”·1—') {
      const ink = font.inkOf(glyphOf(font, c))!;
      expect(ink.xMin).toBeGreaterThanOrEqual(font.bbox.xMin);
      expect(ink.yMin).toBeGreaterThanOrEqual(font.bbox.yMin);
      expect(ink.xMax).toBeLessThanOrEqual(font.bbox.xMax);
      expect(ink.yMax).toBeLessThanOrEqual(font.bbox.yMax);
    }
  });

  it('a TrueType face with a rise alone keeps its glyphs, and is raised as a whole', () => {
    const raised = openFont(bytesSource(tiny('tiny-song.ttf')), { adjust: { ...NO_ADJUST, rise: 0.03 } });
    expect(raised.adjust).toEqual({ rise: 0.03 });
    expect(raised.inkOf(glyphOf(raised, '1'))).toEqual({ xMin: 70, yMin: -1, xMax: 427, yMax: 738 });
  });
});

describe('the subset of a changed TrueType face', () => {
  it('holds a composite as one simple glyph: no parts, no instructions, boxes and bearings of what is drawn', () => {
    const font = openFont(bytesSource(tiny('tiny-times.ttf')), { adjust: { ...NO_ADJUST, quoteShift: 0.1 } });
    const glyph = glyphOf(font, 'é');
    const subset = font.subset([glyph]);
    expect([...subset.glyphs]).toEqual([0, glyph]);
    const oracle = read(subset.bytes);
    const header = oracle.getGlyph(1)._decode()!;
    expect([header.numberOfContours, header.xMin, header.yMin, header.xMax, header.yMax]).toEqual([3, 80, -20, 838, 1424]);
    expect(header.instructions ?? []).toHaveLength(0);
    expect(oracle.hmtx.metrics.get(1)).toMatchObject({ advance: 909, bearing: 80 });
    expect(oracle.maxp).toMatchObject({ maxContours: 3, maxComponentDepth: 0 });
    expect(Object.keys(oracle.directory.tables).filter((tag) => ['fpgm', 'prep', 'cvt ', 'cvt'].includes(tag))).toEqual([]);
    const whole = read(tiny('tiny-times.ttf'));
    expect(numbers(oracle.getGlyph(1))).toEqual(numbers(whole.getGlyph(glyph)));
  });
});

const KAI = PINNED.find(({ name }) => name === 'AR PL KaitiM GB')!.file;
const haveKai = existsSync(inRepository(KAI));

describe.skipIf(!haveKai)('AR PL KaitiM GB as the table has it, against fontkit', () => {
  const table = JSON.parse(readFileSync(inRepository('resources/faces.json'), 'utf8')) as { readonly faces: readonly { readonly id: string; readonly adjust?: GlyphAdjust }[] };
  const adjust = table.faces.find(({ id }) => id === 'gkai00mp')!.adjust!;
  const bytes = haveKai ? readFileSync(inRepository(KAI)) : Buffer.alloc(0);
  const font = haveKai ? openFont(bytesSource(bytes), { adjust }) : null!;
  const whole = haveKai ? read(bytes) : null!;
  const em = 1024;
  const text = [...'。，、；：“”‘’！？（）《》—…·①Ａ１aA1', ...Array.from({ length: 900 }, (_, i) => String.fromCharCode(0x4e00 + i * 23))].filter((c) => font.glyphOf(c.codePointAt(0)!) !== 0);

  /** Where a point of the character should come to lie. */
  function moved(c: string, x: number, y: number): [number, number] {
    if (/\p{Script=Han}/u.test(c)) return [em / 2 + (x - em / 2) * adjust.hanScale, 0.38 * em + (y - 0.38 * em) * adjust.hanScale];
    if ('。，、'.includes(c)) return [x + adjust.stopShift * em, y + adjust.stopRise * em];
    if ('；：'.includes(c)) return [x + adjust.stopShift * em, y];
    if ('“‘'.includes(c)) return [x + adjust.quoteShift * em, y];
    return '”’'.includes(c) ? [x - adjust.quoteShift * em, y] : [x, y];
  }

  it('every point of every outline lies where the rule puts it, to half a unit', () => {
    let worst = 0;
    for (const c of text) {
      const glyph = glyphOf(font, c);
      const theirs = numbers(whole.getGlyph(glyph));
      const ours = coordinates(font.outline(glyph));
      expect(ours.length, c).toBe(theirs.length);
      for (let i = 0; i < ours.length; i += 2) {
        const [x, y] = moved(c, theirs[i]!, theirs[i + 1]!);
        worst = Math.max(worst, Math.abs(ours[i]! - x), Math.abs(ours[i + 1]! - y));
      }
    }
    expect(text.length).toBeGreaterThan(300);
    expect(worst).toBeLessThanOrEqual(0.51);
    expect(worst).toBeGreaterThan(0); // the 110 % of whole units are not whole
  });

  it('the subset draws the same outlines; headers, bearings and the tables of extents speak of them', () => {
    const subset = font.subset(text.map((c) => glyphOf(font, c)));
    const oracle = read(subset.bytes);
    const all = { xMin: Infinity, yMin: Infinity, xMax: -Infinity, yMax: -Infinity, right: Infinity };
    const differing: string[] = [];
    subset.glyphs.forEach((original, index) => {
      const glyph = oracle.getGlyph(index);
      const { advance, bearing } = oracle.hmtx.metrics.get(index);
      if (advance !== font.advanceOf(original)) differing.push(`advance ${original}`);
      if (JSON.stringify(numbers(glyph)) !== JSON.stringify(coordinates(font.outline(original)))) differing.push(`outline ${original}`);
      const header = glyph._decode();
      if (header === null || header.numberOfContours === 0) return;
      const { minX, minY, maxX, maxY } = glyph.cbox;
      if ([header.xMin, header.yMin, header.xMax, header.yMax].join() !== [minX, minY, maxX, maxY].join()) differing.push(`box ${original}`);
      if (JSON.stringify(font.inkOf(original)) !== JSON.stringify({ xMin: minX, yMin: minY, xMax: maxX, yMax: maxY })) differing.push(`ink ${original}`);
      if (bearing !== minX) differing.push(`bearing ${original}`);
      all.xMin = Math.min(all.xMin, minX);
      all.yMin = Math.min(all.yMin, minY);
      all.xMax = Math.max(all.xMax, maxX);
      all.yMax = Math.max(all.yMax, maxY);
      all.right = Math.min(all.right, advance - maxX);
    });
    expect(differing).toEqual([]);
    const { right, ...box } = all;
    expect(oracle.head).toMatchObject(box);
    expect(oracle.hhea).toMatchObject({ minLeftSideBearing: box.xMin, minRightSideBearing: right, xMaxExtent: box.xMax, advanceWidthMax: 1024 });
  });

  it('stops keep to the left half of their em, quotes to the half of their word', () => {
    for (const c of '。，、；：”’') expect(font.inkOf(glyphOf(font, c))!.xMin, c).toBeGreaterThan(0.05 * em);
    for (const c of '。，、；：”’') expect(font.inkOf(glyphOf(font, c))!.xMax, c).toBeLessThan(0.4 * em);
    for (const c of '“‘') expect(font.inkOf(glyphOf(font, c))!.xMin, c).toBeGreaterThan(0.6 * em);
    for (const c of '“‘') expect(font.inkOf(glyphOf(font, c))!.xMax, c).toBeLessThan(0.95 * em);
  });
});

describe('a CFF face', () => {
  const raise = { ...NO_ADJUST, rise: 0.075 };

  it('cannot be reshaped, and says so when it is opened', () => {
    let thrown: unknown = null;
    try {
      openFont(bytesSource(tiny('tiny-cid.otf')), { adjust: { ...NO_ADJUST, hanScale: 1.1 } });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FontError);
    expect((thrown as FontError).code).toBe('unsupported');
    expect((thrown as FontError).message).toContain('CFF');
  });

  it('is raised in its glyphs: 75 units up, advances and widths the same', () => {
    const font = openFont(bytesSource(tiny('tiny-cid.otf')), { adjust: raise });
    expect(font.adjust).toEqual({ rise: 0 });
    expect(font.inkOf(glyphOf(font, '一'))).toMatchObject({ yMin: 398 + 75, yMax: 514 + 75 });
    expect(font.advanceOf(glyphOf(font, 'A'))).toBe(718);
  });

  const faces = [['tiny-cid.otf', 'test/fixtures/fonts/tiny-cid.otf'], ['tiny-name.otf', 'test/fixtures/fonts/tiny-name.otf'], ['FandolFang', 'resources/fonts/FandolFang-Regular.otf']] as const;

  it.each(faces.filter(([, file]) => existsSync(inRepository(file))))('%s: outlines and subset are those of the file, 75 units higher', (_name, file) => {
    const bytes = readFileSync(inRepository(file));
    const plain = openFont(bytesSource(bytes));
    const font = openFont(bytesSource(bytes), { adjust: raise });
    const glyphs = [...'一的，。“”1AaBC国政协', ...Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + i * 67))].map((c) => glyphOf(font, c)).filter((g) => g !== 0);
    const subset = font.subset(glyphs);
    const again = openFont(bytesSource(wrapCff(subset.bytes, subset.glyphs.length, font.unitsPerEm)));
    expect(glyphs.length).toBeGreaterThan(2);
    subset.glyphs.forEach((glyph, index) => {
      const up = Array.from(plain.outline(glyph).coords, (value, i) => (i % 2 === 1 ? value + 75 : value));
      expect(Array.from(font.outline(glyph).coords), String(glyph)).toEqual(up);
      expect(Array.from(again.outline(index).coords), String(glyph)).toEqual(up);
    });
  });

  it('its FontBBox and the heights that hinting snaps to go up with it (file: 12 −196 2929 880; −250 −250 1100 1100)', () => {
    const font = openFont(bytesSource(tiny('tiny-cid.otf')), { adjust: raise });
    const subset = font.subset([glyphOf(font, '一')]);
    const oracle = fontkit.create(Buffer.from(wrapCff(subset.bytes, subset.glyphs.length, 1000))) as unknown as {
      readonly 'CFF ': { readonly topDict: { readonly FontBBox: readonly number[]; readonly FDArray: readonly { readonly Private: { readonly BlueValues: readonly number[] } }[] } };
    };
    expect(oracle['CFF '].topDict.FontBBox).toEqual([12, -121, 2929, 955]);
    const blues = oracle['CFF '].topDict.FDArray.map((dict) => [...dict.Private.BlueValues]);
    expect(blues).toContainEqual([-250 + 75, 0, 1100 + 250, 0]); // fontkit gives the differences as they are written
  });
});
