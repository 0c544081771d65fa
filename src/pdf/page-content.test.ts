import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../core/display/list';
import { A4, displayList, group, type PageBuilder } from '../../test/display-builder';
import { fakeFont } from '../../test/pdf/fake-font';
import { shownGlyphs } from '../../test/pdf/shown-glyphs';
import { ContentBuffer } from './content-buffer';
import type { EmbeddedFace } from './font-objects';
import { surveyGlyphs } from './glyph-usage';
import { writePageContent, type PlacedLink } from './page-content';

const font = fakeFont();

/** Faces whose CIDs are the glyph ids, without a file. */
function faces(count: number, list: ReturnType<typeof displayList>): EmbeddedFace[] {
  const usages = surveyGlyphs(list);
  const cidOf = Uint16Array.from({ length: 0x10000 }, (_, glyph) => glyph);
  const widths = Float64Array.from({ length: 2000 }, (_, glyph) => font.advanceOf(glyph));
  return Array.from({ length: count }, (_, i) => {
    const usage = usages[i] as (typeof usages)[number];
    const layerOf = (glyph: number, text: string): number | null => usage.layerOf(glyph, text);
    return { name: `F${i}`, font, refs: [], cidOf, widths, flagged: usage.flagged, glyphCount: 0, layerOf };
  });
}

function write(items: (page: PageBuilder) => readonly Item[]): { stream: string; links: PlacedLink[] } {
  const list = displayList([font, { ...font, id: 'Other' }], [{ items }]);
  const out = new ContentBuffer();
  const [page] = list.pages;
  if (page === undefined) throw new RangeError('no page');
  const links = writePageContent(page, out, { faces: faces(2, list), imageName: () => 'I0' });
  return { stream: Buffer.from(out.bytes()).toString('latin1'), links };
}

/** The operators alone, strings and operands left out. */
function operators(stream: string): string[] {
  const bare = stream.replace(/\((?:\\[\s\S]|[^()\\])*\)/g, ' ').replace(/<<[\s\S]*?>>/g, ' ').replace(/\/\w+/g, ' ');
  return bare.match(/[A-Za-z]+/g) ?? [];
}

const widthOf = (cid: number): number => font.advanceOf(cid);

describe('glyphs stand at their places to 0.01 pt', () => {
  it('a line at natural widths is one string, without an adjustment', () => {
    const { stream } = write((page) => [page.line('报告报告', { x: 79.37, y: 120, size: 16 })]);
    expect(operators(stream)).toEqual(['BMC', 'BT', 'Tf', 'Td', 'Tj', 'ET', 'EMC']);
    expect(stream).toContain('79.37 721.89 Td');
  });
  it('a line stretched evenly is one string under a Tc', () => {
    const { stream } = write((page) => [page.line('报告工作', { gap: 0.137, size: 16 })]);
    expect(operators(stream)).toEqual(['BMC', 'BT', 'Tf', 'Tc', 'Td', 'Tj', 'ET', 'EMC']);
    expect(stream).toMatch(/\.13\d* Tc/);
  });
  it('the next line, not stretched, takes the Tc back', () => {
    const { stream } = write((page) => [page.line('报告工作', { gap: 0.137 }), page.line('报告工作', { y: 130 })]);
    expect(stream).toContain('0 Tc');
  });
  it('a run that goes on where the last one ended needs no Td', () => {
    const { stream } = write((page) => [page.line('报告', { x: 72 }), page.line('工作', { x: 104, font: 1 })]);
    expect(operators(stream).filter((operator) => operator === 'Td')).toHaveLength(1);
  });
  it('whatever the advances, sizes and offsets: no drift along a line', () => {
    const run = fc.record({
      size: fc.constantFrom(9, 10.5, 15.8, 16, 22, 42),
      x: fc.double({ min: 0, max: 500, noNaN: true }),
      y: fc.double({ min: 20, max: 800, noNaN: true }),
      gaps: fc.array(fc.oneof(fc.constantFrom(0, 0, 0.137, -4.2), fc.double({ min: -5, max: 9, noNaN: true })), { minLength: 1, maxLength: 40 }),
      sameLine: fc.boolean(),
    });
    const dx = 11.11;
    const dy = 7.77;
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
        const expected: { x: number; y: number }[] = [];
        const { stream } = write((page) => {
          let pen = 0;
          let baseline = 0;
          const items = runs.map(({ size, x, y, gaps, sameLine }) => {
            if (!sameLine) [pen, baseline] = [x, y];
            const placed = gaps.map((gap, at) => {
              const glyph = font.glyphOf(at % 3 === 0 ? 0x41 : 0x4e00 + at);
              const place = { glyph, x: Math.fround(pen), at };
              expected.push({ x: place.x + dx, y: A4.height - baseline - dy });
              pen += (font.advanceOf(glyph) * size) / 1000 + gap;
              return place;
            });
            return page.run(placed, '字'.repeat(gaps.length), { size, y: baseline });
          });
          return [group('report', items, { x: dx, y: dy })];
        });
        const shown = shownGlyphs(stream, widthOf);
        expect(shown).toHaveLength(expected.length);
        shown.forEach((glyph, i) => {
          expect(Math.abs(glyph.x - (expected[i]?.x ?? NaN))).toBeLessThan(0.01);
          expect(Math.abs(glyph.y - (expected[i]?.y ?? NaN))).toBeLessThan(0.01);
        });
      }),
      { numRuns: 300, seed: 20240108 },
    );
  });
});

describe('text of an article lies in /Article, all else in /Artifact', () => {
  it('marks follow the owner, and neighbours of one owner share a mark', () => {
    const { stream } = write((page) => [
      page.line('页眉'),
      group('report', [page.line('正文')]),
      group('report', [group(null, [page.line('又')])]),
      group('社论', [page.line('论')]),
    ]);
    expect(stream.match(/\/Art\w+ (<<.*?>> BDC|BMC)|EMC/g)).toEqual([
      '/Artifact BMC', 'EMC', '/Article <</Id (report)>> BDC', 'EMC', '/Article <</Id <feff793e8bba>>> BDC', 'EMC',
    ]);
  });
  it('a mark holds whole text objects and lies whole inside q and Q', () => {
    const { stream } = write((page) => [
      group('a', [page.line('甲'), group(null, [page.line('乙')], { clip: { width: 50, height: 60 }, x: 5, y: 6 }), page.line('丙')]),
    ]);
    expect(operators(stream).filter((operator) => !/^T/.test(operator))).toEqual([
      'BDC', 'BT', 'ET', 'EMC', 'q', 're', 'W', 'n', 'BDC', 'BT', 'ET', 'EMC', 'Q', 'BDC', 'BT', 'ET', 'EMC',
    ]);
    expect(stream).toContain('q 5 775.89 50 60 re W n');
  });
  it('what Q restores is set again', () => {
    const { stream } = write((page) => [
      group('a', [group(null, [page.line('甲', { gray: 0.5 })], { clip: A4 }), page.line('乙', { gray: 0.5 })]),
    ]);
    expect(stream.match(/\.5 g/g)).toHaveLength(2);
    expect(stream.match(/Tf/g)).toHaveLength(2);
  });
});

describe('a text that is not the glyph’s own', () => {
  const glyph = font.glyphOf(0x4e00);
  const other = (text: string, y: number) => (page: PageBuilder) => page.run([{ glyph, x: 72, at: 0 }], text, { y });
  it('is shown through a font object of its own, there and nowhere else', () => {
    const { stream } = write((page) => [page.line('一'), page.run([{ glyph, x: 72, at: 0 }, { glyph, x: 88, at: 1 }], '⼀一', { y: 130 })]);
    expect(stream.match(/\/F\w+ 16 Tf/g)).toEqual(['/F0 16 Tf', '/F0_1 16 Tf', '/F0 16 Tf']);
    expect(shownGlyphs(stream, widthOf).map(({ x }) => x)).toEqual([72, 72, 88]);
    expect(stream).not.toContain('ActualText');
  });
  it('is said by /ActualText where it has no layer', () => {
    const { stream } = write((page) => Array.from({ length: 18 }, (_, i) => other(String.fromCodePoint(0x4e00 + i), 130 + i * 30)(page)));
    expect(stream.match(/ActualText <\w+>/g)).toEqual(['ActualText <feff4e11>']);
    expect(stream).toMatch(/BDC\n\[\([\s\S]{2,4}\)\]TJ\nEMC/);
    expect(shownGlyphs(stream, widthOf)).toHaveLength(18);
  });
  it('is said by /ActualText for several glyphs of one character, which stay at their places', () => {
    const { stream } = write((page) => [
      page.run([{ glyph: 3, x: 72, at: 0 }, { glyph: 4, x: 75, at: 0 }, { glyph: 5, x: 95, at: 1 }], '½甲'),
    ]);
    expect(stream).toContain('/ActualText <feff00bd>');
    expect(shownGlyphs(stream, widthOf).map(({ x }) => Math.round(x * 100) / 100)).toEqual([72, 75, 95]);
  });
});

describe('black only (N-40)', () => {
  it('black needs no operator; gray is DeviceGray', () => {
    expect(write((page) => [page.line('甲')]).stream).not.toMatch(/\b(g|G|rg|k)\b/);
    expect(write((page) => [page.line('甲', { gray: 0.4 })]).stream).toContain('.4 g');
  });
  it('a thickened run is filled and stroked in its gray, with round joins, and the next is not', () => {
    const { stream } = write((page) => [page.line('甲', { embolden: 0.4, gray: 0.2 }), page.line('乙', { y: 130, gray: 0.2 })]);
    expect(stream).toContain('.2 g\n.2 G\n.4 w\n1 j\n2 Tr\n');
    expect(stream).toContain('0 Tr');
  });
  it('a rule is filled, a frame stroked with mitred corners, y turned upwards', () => {
    const { stream } = write((page) => [
      page.line('甲', { embolden: 0.4 }),
      { kind: 'path', ops: 'MLLZ', coords: [10, 20, 30, 20, 30, 21], fill: 0.5, stroke: null },
      { kind: 'path', ops: 'MCZ', coords: [0, 0, 1, 1, 2, 2, 3, 3], fill: null, stroke: { width: 0.5, gray: 0 } },
    ]);
    expect(stream).toContain('.5 g\n10 821.89 m 30 821.89 l 30 820.89 l h f\n');
    expect(stream).toContain('.5 w\n0 j\n0 841.89 m 1 840.89 2 839.89 3 838.89 c h S\n');
  });
});

it('an image fills its rectangle, upright', () => {
  const { stream } = write(() => [group(null, [{ kind: 'image', image: 'x', rect: { x: 10, y: 20, width: 100, height: 50 } }], { x: 1, y: 2 })]);
  expect(stream).toContain('q 100 0 0 50 11 769.89 cm /I0 Do Q');
});

it('a link is placed from the page’s bottom left, in thousandths', () => {
  const { links } = write(() => [group(null, [{ kind: 'link', rect: { x: 10, y: 20, width: 100, height: 15 }, page: 2, y: 50 }], { x: 1, y: 2 })]);
  expect(links).toEqual([{ left: 11000, bottom: 804890, right: 111000, top: 819890, page: 2, y: 50 }]);
});

it('a path with too few coordinates is the caller’s mistake', () => {
  expect(() => write(() => [{ kind: 'path', ops: 'ML', coords: [0, 0], fill: 0, stroke: null }])).toThrow(RangeError);
});
