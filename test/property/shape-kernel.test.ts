// What the command line's kernel (kernels/shape.ts) makes of a paragraph's characters is what TypeScript makes of them,
// bit by bit: texts of every class, in several faces that lack this and that, with notes, labels and fixed blanks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileKernel } from '../../scripts/cli/compile-kernels.mjs';
import type { ParagraphStyle, Span } from '../../src/core/flow/flow';
import type { Font, FontRole } from '../../src/core/font';
import { shape, useShapeKernel, type ShapedParagraph } from '../../src/core/line/shape';
import type { ShapeKernelExports } from '../../src/core/line/shape-kernel';
import { fakeFont } from '../fake-font';
import { paragraphOf, type Piece } from '../paragraphs';
import { prose, random } from '../random';

type Fonts = ReadonlyMap<FontRole, readonly Font[]>;
type Roll = (below: number) => number;

let kernel: ShapeKernelExports;

beforeAll(async () => {
  kernel = new WebAssembly.Instance(new WebAssembly.Module(await compileKernel('shape'))).exports as unknown as ShapeKernelExports;
});

afterAll(() => useShapeKernel(null, writer));

const writer = (memory: ArrayBuffer) => (text: string, at: number): void => void Buffer.from(memory).write(text, at, 'utf16le');

/** Narrow enough for a quarter of an em inside a number. */
const POINT = { xMin: 100, yMin: 0, xMax: 200, yMax: 100 };
const FACES: readonly Fonts[] = [
  new Map([['song', [fakeFont({ ink: { '.': POINT, ',': POINT } })]]]),
  new Map([['song', [fakeFont({ lacks: '工①…—' }), fakeFont({ family: 'Second' })]], ['times', [fakeFont({ family: 'Times', only: 'abcMade 0123456789.,-' })]], ['kai', [fakeFont({ family: 'Kai', doubles: false })]]]),
  new Map([['song', [fakeFont({ advance: { 一: 950 } })]]]), // no face of whole ems
];

const ODD = ['Made in China', '7,500', '9.83', '3-5月', '-3.2%', '“Hello”', "'", '"', '——', '—', '……', '…', '①', '㈱', '\n', '\u200b', '\ufe0f', '𠮷', '\ud800', '　', ' ', '\u00a0', '（）', '·', '／', '℃', 'é', 'e\u0301', '⸺', '‼', '：', '10.'];

function text(roll: Roll): string {
  let made = prose(roll, 1 + roll(80));
  for (let k = roll(9); k > 0; k--) {
    const at = roll(made.length);
    made = made.slice(0, at) + ODD[roll(ODD.length)]! + made.slice(at);
  }
  return made;
}

function pieces(roll: Roll): Piece[] {
  return Array.from({ length: 1 + roll(3) }, (): Piece => ({
    text: text(roll),
    style: { role: (['song', 'song', 'kai'] as const)[roll(3)]!, latin: (['body', 'times'] as const)[roll(2)]!, size: [10, 10, 7.5][roll(3)]! },
    glue: ([null, null, 'note', 'label', 'blank'] as const)[roll(5)] as Span['glue'],
  }));
}

function style(roll: Roll): Partial<ParagraphStyle> {
  return { punctuation: (['kaiming', 'quanjiao', 'plain'] as const)[roll(3)]!, hanLatinGap: roll(2) / 4, title: roll(5) === 0, spread: roll(5) === 0, fallback: (['character', 'field'] as const)[roll(2)]! };
}

/** All that shaping gives, its arrays as bytes. */
function figures({ paragraph: _own, faces, ...rest }: ShapedParagraph): string {
  const arrays = Object.values(rest).map((value: unknown) => (ArrayBuffer.isView(value) ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1') : JSON.stringify(value)));
  return `${arrays.join('|')} ${JSON.stringify(faces.map(({ font, ...face }) => [font.id, face]))}`;
}

describe('WebAssembly shapes as TypeScript does', () => {
  it('400 random paragraphs in each of three sets of faces', () => {
    for (const fonts of FACES) {
      const paragraphs = Array.from({ length: 400 }, (_, seed) => {
        const roll = random(seed + 1);
        return paragraphOf(pieces(roll), style(roll));
      });
      useShapeKernel(null, writer);
      const expected = paragraphs.map((paragraph) => figures(shape(paragraph, fonts)));
      useShapeKernel(kernel, writer);
      const wrong = paragraphs.flatMap((paragraph, seed) => (figures(shape(paragraph, fonts)) === expected[seed] ? [] : [seed + 1]));
      expect(wrong).toEqual([]);
    }
  });

  it('short, endless and short ones', () => {
    const roll = random(5);
    const paragraphs = [30, 20_000, 50, 60_000, 10].map((length) => paragraphOf(prose(roll, length)));
    useShapeKernel(null, writer);
    const expected = paragraphs.map((paragraph) => figures(shape(paragraph, FACES[0]!)));
    useShapeKernel(kernel, writer);
    expect(paragraphs.map((paragraph, k) => figures(shape(paragraph, FACES[0]!)) === expected[k])).toEqual([true, true, true, true, true]);
  });
});
