// What the command line's kernel (kernels/content.ts) writes of a page is what TypeScript writes, byte by byte: random runs
// of any glyphs, stretched evenly or not at all, over several sizes and faces, glyphs among them that stand for two texts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileKernel } from '../../scripts/cli/compile-kernels.mjs';
import type { DisplayPage, GlyphRun } from '../../src/core/display/list';
import { ContentBuffer } from '../../src/pdf/content-buffer';
import { contentKernel, useContentKernel, type ContentKernelExports } from '../../src/pdf/content-kernel';
import type { EmbeddedFace } from '../../src/pdf/font-objects';
import { writePageContent } from '../../src/pdf/page-content';
import { A4, PageBuilder, type PlacedGlyph } from '../display-builder';
import { fakeFont } from '../pdf/fake-font';
import { random } from '../random';

const font = fakeFont();
const GLYPHS = 0x1000;

beforeAll(async () => {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(await compileKernel('content')));
  useContentKernel(exports as unknown as ContentKernelExports);
});

afterAll(() => useContentKernel(null));

type Roll = (below: number) => number;

/** A face of any codes, among them every byte that a literal string escapes; one glyph in `rare` is told apart by its text, some of them by no layer. */
function face(name: string, roll: Roll, rare: number): EmbeddedFace {
  const cidOf = Uint16Array.from({ length: GLYPHS }, () => (roll(3) === 0 ? [0x28, 0x29, 0x5c, 0x0d, 0x2828, 0x0d0d, 0x5c0d][roll(7)]! : roll(0x10000)));
  const widths = Float64Array.from({ length: 0x10000 }, () => (roll(2) === 0 ? 1000 : roll(1_000_000) / 1000));
  const flagged = Uint8Array.from({ length: GLYPHS }, () => (roll(rare) === 0 ? 1 : 0));
  const layerOf = (glyph: number): number | null => [0, 1, 1, null][glyph % 4]!;
  return { name, font, refs: [], cidOf, widths, flagged, glyphCount: 0, layerOf };
}

function run(page: PageBuilder, faces: readonly EmbeddedFace[], roll: Roll): GlyphRun {
  const own = roll(faces.length);
  const { cidOf, widths } = faces[own]!;
  const size = [9, 10.5, 15.8, 16, 22, 42][roll(6)]!;
  const even = roll(3) === 0 ? 0 : roll(4000) / 10000;
  const placed: PlacedGlyph[] = [];
  let pen = roll(500_000) / 1000;
  for (let at = 0; at < 1 + roll(60); at++) {
    const glyph = roll(GLYPHS);
    placed.push({ glyph, x: pen, at });
    pen += (widths[cidOf[glyph]!]! * size) / 1000 + even + [0, 0, 0, 0, 0.004, -0.007, roll(9000) / 1000 - 4][roll(7)]!;
  }
  return page.run(placed, '字'.repeat(placed.length), { font: own, size, y: [100, 100, 130.25, roll(800_000) / 1000][roll(4)]!, gray: [0, 0, 0, 0.5][roll(4)]! });
}

function page(faces: readonly EmbeddedFace[], roll: Roll, most: number): DisplayPage {
  const builder = new PageBuilder(faces.map(() => font));
  const items = Array.from({ length: 1 + roll(most) }, () => run(builder, faces, roll));
  return { size: A4, label: '1', items, glyph: Uint16Array.from(builder.glyph), x: Float32Array.from(builder.x), at: Uint16Array.from(builder.at) };
}

function bytesOf(pages: readonly DisplayPage[], faces: readonly EmbeddedFace[], out: ContentBuffer): string[] {
  return pages.map((one) => {
    out.reset();
    writePageContent(one, out, { faces, imageName: () => 'I0' });
    return Buffer.from(out.bytes()).toString('latin1');
  });
}

describe('WebAssembly writes runs as TypeScript does', () => {
  it('in 60 random documents', () => {
    const wrong: number[] = [];
    const own = [face('F0', random(1), 1 << 20), face('F1', random(2), 20), face('F2', random(3), 200)];
    for (let seed = 1; seed <= 60; seed++) {
      const roll = random(seed);
      const faces = own.slice(roll(2), 2 + roll(2));
      const pages = Array.from({ length: 1 + roll(4) }, () => page(faces, roll, 60));
      const expected = bytesOf(pages, faces, new ContentBuffer());
      const written = bytesOf(pages, faces, new ContentBuffer(1 + roll(1 << 16), contentKernel()));
      if (written.some((bytes, index) => bytes !== expected[index])) wrong.push(seed);
    }
    expect(wrong).toEqual([]);
  });

  it('on pages that outgrow its memory, and at places that no 32 bits hold', () => {
    const roll = random(7);
    const faces = [face('F0', roll, 50)];
    const pages = [page(faces, roll, 3), page(faces, roll, 9000), page(faces, roll, 3)];
    const far = pages[0]!;
    far.x[1] = 3e7;
    const expected = bytesOf(pages, faces, new ContentBuffer());
    expect(expected[1]!.length).toBeGreaterThan(1 << 16);
    expect(bytesOf(pages, faces, new ContentBuffer(2, contentKernel()))).toEqual(expected);
  });
});
