// The readers against fontkit, which shares nothing with them, on the pinned
// faces of RUNTIME: glyphs, advances, ink and outlines must be the same.
import { existsSync, readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import type { Outline } from '../core/font';
import { bytesSource } from './byte-source';
import { openFont } from './open-font';
import { wrongGlyphs } from './wrong-glyphs';
import { PINNED, inRepository } from '../../test/fixtures/fonts/pinned';
import { wrapCff } from '../../test/fixtures/fonts/wrap-cff';

/** Every 7th Han of the basic block, the Latin and the marks of Chinese text: 3,300 code points. */
const CODE_POINTS: readonly number[] = [
  ...Array.from({ length: 0x5f }, (_, i) => 0x20 + i),
  ...[...'·—…“”‘’、。〈〉《》「」『』【】〔〕！（），．／：；？％～￥①②③Ⅰ○〇×÷±℃'].map((c) => c.codePointAt(0)!),
  ...Array.from({ length: 2999 }, (_, i) => 0x4e00 + i * 7),
  0x20bb7, 0x2a6d6, 0x1f600,
];

interface Oracle {
  glyphForCodePoint(codePoint: number): { readonly id: number };
  getGlyph(id: number): OracleGlyph;
}

interface OracleBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

interface OracleGlyph {
  readonly advanceWidth: number;
  /** Exact extremes of the curves, and those of their control points. */
  readonly bbox: OracleBox;
  readonly cbox: OracleBox;
  readonly path: { readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[] };
}

const COMMAND: Readonly<Record<string, string>> = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' };

/**
 * Glyphs of FandolFang that fontkit 2.0.4 draws otherwise: it misplaces the end of an hvcurveto that has a fifth
 * operand. fontTools draws all 10,365 glyphs as we do; the last test below has one of these from it.
 */
const ODD_IN_FONTKIT: readonly number[] = [0, 230, 250, 1723, 2633, 7588];

/**
 * A path as text, coordinates rounded to 0.01 unit. Closing lines of no length are left out, and so is the first
 * curve of a contour where its control point is its start: fontkit's own, where a contour's first point is off the curve.
 */
function pathText(commands: readonly { readonly op: string; readonly args: readonly number[] }[]): string {
  const parts: string[] = [];
  let x = NaN;
  let y = NaN;
  for (const { op, args } of commands) {
    const [toX, toY] = op === 'Z' ? [x, y] : [args[args.length - 2]!, args[args.length - 1]!];
    if (op === 'L' && toX === x && toY === y) continue;
    if (op === 'Q' && parts.at(-1)?.startsWith('M') === true && args[0] === x && args[1] === y) continue;
    [x, y] = [toX, toY];
    parts.push(op + args.map((a) => (Math.round(a * 100) / 100 + 0).toString()).join(' '));
  }
  return parts.join('\n');
}

function outlineText(outline: Outline): string {
  const sizes: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };
  let at = 0;
  return pathText(Array.from(outline.ops, (code) => {
    const op = String.fromCharCode(code);
    const args = Array.from(outline.coords.slice(at, at + sizes[op]!));
    at += sizes[op]!;
    return { op, args };
  }));
}

function oracleText(glyph: OracleGlyph): string {
  return pathText(glyph.path.commands.map(({ command, args }) => ({ op: COMMAND[command]!, args })));
}

describe.each(PINNED)('$name read as fontkit reads it', ({ file }) => {
  const path = inRepository(file);
  const here = existsSync(path);
  const bytes = here ? readFileSync(path) : Buffer.alloc(0);
  const font = here ? openFont(bytesSource(bytes)) : null!;
  const oracle = here ? (fontkit.create(bytes) as unknown as Oracle) : null!;

  it.skipIf(!here)('gives every code point the same glyph', () => {
    const ours = CODE_POINTS.map((c) => font.glyphOf(c));
    const wrong = wrongGlyphs(font.postscriptName);
    expect(ours).toEqual(CODE_POINTS.map((c) => (wrong?.has(c) === true ? 0 : oracle.glyphForCodePoint(c).id)));
  });

  it.skipIf(!here)('gives every glyph the same advance', () => {
    const glyphs = CODE_POINTS.map((c) => font.glyphOf(c));
    expect(glyphs.map((g) => font.advanceOf(g))).toEqual(glyphs.map((g) => oracle.getGlyph(g).advanceWidth));
  });

  it.skipIf(!here)('measures the same ink and draws the same outline', () => {
    const differing: string[] = [];
    const glyphs = new Set<number>(CODE_POINTS.filter((_, i) => i < 140 || i % 9 === 0).map((c) => font.glyphOf(c)));
    for (const glyph of ODD_IN_FONTKIT) if (font.format === 'cff') glyphs.delete(glyph);
    for (const glyph of glyphs) {
      const theirs = oracle.getGlyph(glyph);
      if (outlineText(font.outline(glyph)) !== oracleText(theirs)) differing.push(`outline ${glyph}`);
      const ink = font.inkOf(glyph);
      const drawn = theirs.path.commands.length > 0;
      if ((ink !== null) !== drawn) differing.push(`ink ${glyph}`);
      if (ink === null) continue;
      // A TrueType header holds whole units and may be as large as the control points; CFF ink is the curve's own.
      const inner = theirs.bbox;
      const outer = font.format === 'truetype' ? theirs.cbox : theirs.bbox;
      const inside = ink.xMin <= inner.minX + 1 && ink.yMin <= inner.minY + 1 && ink.xMax >= inner.maxX - 1 && ink.yMax >= inner.maxY - 1;
      const close = ink.xMin >= outer.minX - 1 && ink.yMin >= outer.minY - 1 && ink.xMax <= outer.maxX + 1 && ink.yMax <= outer.maxY + 1;
      if (!inside || !close) differing.push(`ink of ${glyph}`);
    }
    expect(glyphs.size).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  });

  it.skipIf(!here)('subsets to glyphs with the same outlines and advances', () => {
    const glyphs = CODE_POINTS.filter((_, i) => i % 11 === 0).map((c) => font.glyphOf(c));
    const subset = font.subset(glyphs);
    expect(subset.glyphs[0]).toBe(0);
    expect(new Set(subset.glyphs).size).toBe(subset.glyphs.length);
    const whole = subset.kind === 'truetype' ? subset.bytes : wrapCff(subset.bytes, subset.glyphs.length, font.unitsPerEm);
    const read = fontkit.create(Buffer.from(whole)) as unknown as Oracle;
    const differing: string[] = [];
    subset.glyphs.forEach((original, index) => {
      if (oracleText(read.getGlyph(index)) !== oracleText(oracle.getGlyph(original))) differing.push(`outline ${original}`);
      if (subset.kind === 'truetype' && read.getGlyph(index).advanceWidth !== font.advanceOf(original)) differing.push(`advance ${original}: ${read.getGlyph(index).advanceWidth} not ${font.advanceOf(original)}`);
    });
    expect(differing).toEqual([]);
    for (const glyph of glyphs) expect(subset.glyphs).toContain(glyph);
  });

  it.skipIf(!here)('gives the same subset twice, whatever the order asked in', () => {
    const glyphs = CODE_POINTS.slice(60, 200).map((c) => font.glyphOf(c));
    expect(Buffer.compare(font.subset(glyphs).bytes, font.subset(glyphs.toReversed()).bytes)).toBe(0);
  });

  it.skipIf(!here)('refuses a glyph that it lacks', () => {
    expect(() => font.subset([70000])).toThrow(RangeError);
    expect(() => font.inkOf(-1)).toThrow(RangeError);
  });
});

const fandol = inRepository('resources/fonts/FandolFang-Regular.otf');

it.skipIf(!existsSync(fandol))('note 5177, hvcurveto: a fifth operand ends the last curve off the axis (as fontTools draws Roman I)', () => {
  const font = openFont(bytesSource(readFileSync(fandol)));
  expect(outlineText(font.outline(font.glyphOf(0x2160))).replaceAll('\n', '')).toBe(
    'M348 0C382 3 462 3 500 3C538 3 618 3 652 0L652 31L626 31C548 31 544 42 544 78L544 605C544 641 548 652 626 652L652 652L652 683' +
      'C618 680 538 680 500 680C462 680 382 680 348 683L348 652L374 652C452 652 456 641 456 605L456 78C456 42 452 31 374 31L348 31Z',
  );
});

it.skipIf(!existsSync(fandol))('takes FandolFang to lack ￥, for it draws the dollar there; ¥ is its own', () => {
  const bytes = readFileSync(fandol);
  const font = openFont(bytesSource(bytes));
  const oracle = fontkit.create(bytes) as unknown as Oracle;
  const drawn = (c: string): string => oracleText(oracle.getGlyph(oracle.glyphForCodePoint(c.codePointAt(0)!).id));
  // the same curves as its full-width dollar, on a wider advance or not: the fault itself
  expect(drawn('￥')).toBe(drawn('＄'));
  expect([font.glyphOf(0xffe5), font.glyphOf(0xff04) > 0, font.glyphOf(0xa5) > 0]).toEqual([0, true, true]);
});
