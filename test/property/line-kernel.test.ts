// What the command line's kernels (kernels/line.ts) reckon is what TypeScript reckons, bit by bit:
// random paragraphs of every look, in one width and in several, loosened and tightened.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileKernel } from '../../scripts/cli/compile-kernels.mjs';
import { fakeFont } from '../fake-font';
import { paragraphOf } from '../paragraphs';
import { prose, random } from '../random';
import type { ParagraphStyle } from '../../src/core/flow/flow';
import type { Font, FontRole } from '../../src/core/font';
import { breakLines, useLineKernel } from '../../src/core/line/break-lines';
import type { SetParagraph } from '../../src/core/line/line';
import type { LineKernelExports } from '../../src/core/line/line-kernel';
import { shape, type ShapedParagraph } from '../../src/core/line/shape';

const FONTS: ReadonlyMap<FontRole, readonly Font[]> = new Map([['song', [fakeFont()]]]);
let kernel: LineKernelExports;

beforeAll(async () => {
  kernel = await instance();
});

afterAll(() => useLineKernel(null));

async function instance(): Promise<LineKernelExports> {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(await compileKernel('line')));
  return exports as unknown as LineKernelExports;
}

/** What marks and blanks of prose leave out: Latin words, names parted by blanks, addresses, formulas, hard breaks, long numbers. */
const ODD = ['Made in China ', 'https://www.yunling.gov.cn/a/b/c?id=1 ', '张　三　李小四　王五六　', '1+4+6+N', '123456789012345678901234567890', '\n', '——', '……', '　', '（（（', '》》”', 'A'];

function text(roll: (below: number) => number): string {
  let made = prose(roll, 1 + roll(roll(12) === 0 ? 500 : 110));
  for (let k = roll(4); k > 0; k--) {
    const at = roll(made.length);
    made = made.slice(0, at) + ODD[roll(ODD.length)]! + made.slice(at);
  }
  return made;
}

function style(roll: (below: number) => number): Partial<ParagraphStyle> {
  return {
    align: (['justify', 'justify', 'justify', 'left', 'center', 'right'] as const)[roll(6)]!,
    punctuation: (['kaiming', 'quanjiao', 'plain'] as const)[roll(3)]!,
    indent: roll(3), left: roll(5) === 0 ? 1.5 : 0, right: roll(7) === 0 ? 1 : 0, hanLatinGap: roll(2) / 4, openCommas: roll(4) === 0, hanging: roll(9) === 0, title: roll(9) === 0, tighten: roll(2) * 0.028,
  };
}

/** One paragraph set in a way that the seed says, with the plain setting known where a looseness is asked for. */
function setting(shaped: ShapedParagraph, roll: (below: number) => number): SetParagraph[] {
  const narrow = shaped.glyph.length < 60 ? 8 : 6; // a long text in a column of words is searched for seconds
  const width = [28, 22, 20, 17, 13, 11, 6, 2][roll(narrow)]! * 10 + roll(2) * 3;
  const plain = breakLines(shaped, width);
  const looseness = [1, -1, 2][roll(3)]!;
  const even = [plain, breakLines(shaped, width, looseness, plain), breakLines(shaped, width, looseness)];
  // searched by line number, which takes long in a long text
  return shaped.glyph.length > 90 ? even : [...even, breakLines(shaped, (line) => (line < 3 ? width * 0.6 : width)), breakLines(shaped, (line) => (line % 2 === 0 ? width : width * 0.8), looseness)];
}

/** All that a kernel reckons, for a fast comparison: places as bits. */
function figures(settings: readonly SetParagraph[]): string {
  return settings.map(({ x, lines, issues }) => `${Buffer.from(x.buffer, x.byteOffset, x.byteLength).toString('latin1')} ${JSON.stringify([lines, issues])}`).join('\n');
}

describe('WebAssembly sets lines as TypeScript does', () => {
  it('in 150 random paragraphs, up to five ways each', () => {
    const wrong: number[] = [];
    for (let seed = 1; seed <= 150; seed++) {
      const roll = random(seed);
      const paragraph = paragraphOf(text(roll), style(roll));
      const way = roll(1 << 20);
      useLineKernel(null);
      const expected = figures(setting(shape(paragraph, FONTS), random(way)));
      useLineKernel(kernel);
      if (figures(setting(shape(paragraph, FONTS), random(way))) !== expected) wrong.push(seed);
    }
    expect(wrong).toEqual([]);
  });

  it('in paragraphs of one kernel one after the other, short and endless', () => {
    const roll = random(99);
    const paragraphs = [40, 3000, 12, 9000, 200].map((length) => paragraphOf(prose(roll, length)));
    useLineKernel(null);
    const expected = figures(paragraphs.map((paragraph) => breakLines(shape(paragraph, FONTS), 110)));
    useLineKernel(kernel);
    expect(figures(paragraphs.map((paragraph) => breakLines(shape(paragraph, FONTS), 110))) === expected).toBe(true);
  });

  it('where the lines that are tried outgrow its memory', async () => {
    const shaped = shape(paragraphOf('一二三四五六七八九十'.repeat(700)), FONTS);
    useLineKernel(null);
    const expected = figures([breakLines(shaped, (line) => 300 - (line % 7)), breakLines(shaped, 300, 3)]);
    const fresh = await instance();
    const before = fresh.memory.buffer.byteLength;
    useLineKernel(fresh);
    expect(figures([breakLines(shaped, (line) => 300 - (line % 7)), breakLines(shaped, 300, 3)]) === expected).toBe(true);
    expect(fresh.memory.buffer.byteLength).toBeGreaterThan(before);
  });
});
