// What the command line's kernel (kernels/page-text.ts) reads out of a content stream is what TypeScript reads: the same
// texts, marks, codes and faults, of streams made of everything that may stand in one, sound and broken.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileKernel } from '../../scripts/cli/compile-kernels.mjs';
import { TextCollector } from '../../src/pdf/read/page-text';
import { usePageTextKernel, type PageTextKernelExports } from '../../src/pdf/read/page-text-kernel';
import { PdfFault } from '../../src/pdf/read/pdf-object';
import type { ShownFont } from '../../src/pdf/read/shown-font';
import { CodeToText } from '../../src/pdf/read/to-unicode';
import { random } from '../random';

type Roll = (below: number) => number;

let kernel: PageTextKernelExports;

beforeAll(async () => {
  kernel = new WebAssembly.Instance(new WebAssembly.Module(await compileKernel('page-text'))).exports as unknown as PageTextKernelExports;
});

afterAll(() => usePageTextKernel(null));

/** Most codes have a text of one unit, some a longer one, some none. */
function font(name: string): ShownFont {
  const text = new CodeToText();
  for (let code = 0; code < 0x10000; code++) if (code % 97 !== 0) text.set(code, code % 89 === 0 ? '——' : String.fromCharCode(0x4e00 + (code % 20_000)));
  return { name, text, used: new Uint8Array(0x10000) };
}

/** Two bytes a code, escaped as some writer would. */
function literal(roll: Roll): string {
  let inside = '';
  for (let k = 2 * roll(30) + (roll(40) === 0 ? 1 : 0); k > 0; k--) {
    const byte = [0x28, 0x29, 0x5c, 0x0d, 0x0a][roll(60)] ?? roll(256);
    const char = String.fromCharCode(byte);
    if (byte === 0x0d && roll(4) > 0) inside += '\\r';
    else if ('()\\'.includes(char) && roll(20) > 0) inside += `\\${char}`;
    else inside += roll(60) === 0 ? ['\\101', '\\7', '\\\n', '\\n', '(a)', '\\x', '\\\r\n'][roll(7)]! : char;
  }
  return `(${inside})`;
}

function piece(roll: Roll): string {
  switch (roll(30)) {
    case 0: return `/Article <</Id (${'ab'[roll(2)]!})>> BDC`;
    case 1: return '/Artifact BMC';
    case 2: return '/Span <</ActualText <feff4e00>>> BDC';
    case 3: return 'EMC';
    case 4: return `/F${roll(2)} 16 Tf`;
    case 5: return ['q', 'Q', 'BT', 'ET', '0 g', '0 0 0 1 k', '/Red cs 1 scn', '1 0 0 rg', '10 20 30 40 re W n'][roll(9)]!;
    case 6: return `<${['0043', '0041 00', '4'][roll(3)]!}> Tj`;
    case 7: return `${literal(roll)} /Name`;
    case 8: return `${literal(roll)} Td`;
    case 9: return ['Tj', 'TJ', 'T*', 'Tjx', 'T', '[]TJ', '% a'][roll(7)]!;
    case 10: case 11: return `.${roll(9)} Tc`;
    case 12: case 13: case 14: return `${roll(500)}.5 -${roll(500)} Td`;
    case 15: case 16: case 17: case 18: return `[${literal(roll)}-${roll(200)}.5${literal(roll)}]TJ`;
    default: return `${literal(roll)}Tj`;
  }
}

/** A stream that is mostly as it should be: in a mark, with a font. */
function stream(roll: Roll): Buffer {
  const sound = roll(8) > 0;
  const inside = Array.from({ length: roll(60) }, () => (sound && roll(12) > 0 ? [literal(roll), 'Tj'].join('') : piece(roll)));
  const text = [roll(10) > 0 ? '/Article <</Id (a)>> BDC BT /F0 16 Tf' : '', ...inside, sound ? 'ET EMC' : ''].join([' ', '\n', '\r\n'][roll(3)]!);
  return Buffer.from(roll(12) === 0 ? text.slice(0, roll(text.length + 1)) : text, 'latin1');
}

function read(streams: readonly Buffer[], fonts: readonly ShownFont[]): string {
  for (const { used } of fonts) used.fill(0);
  const collector = new TextCollector();
  const byName = new Map(fonts.map((one) => [one.name, one]));
  const faults: string[] = [];
  streams.forEach((bytes, index) => {
    try {
      collector.read(bytes, index + 1, byName);
    } catch (error) {
      if (!(error instanceof PdfFault)) throw error;
      faults.push(error.message);
    }
  });
  collector.finish();
  return [JSON.stringify([[...collector.articles()], collector.artifacts(), collector.problems, faults]), ...fonts.map(({ used }) => Buffer.from(used).toString('latin1'))].join('\n');
}

describe('WebAssembly reads streams as TypeScript does', () => {
  it('300 files of one to four random streams', () => {
    const fonts = [font('F0'), font('F1')];
    const wrong: number[] = [];
    let shown = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const roll = random(seed);
      const streams = Array.from({ length: 1 + roll(4) }, () => stream(roll));
      usePageTextKernel(null);
      const expected = read(streams, fonts);
      usePageTextKernel(kernel);
      if (read(streams, fonts) !== expected) wrong.push(seed);
      shown += expected.length - 2 * 0x10000;
    }
    expect(wrong).toEqual([]);
    expect(shown).toBeGreaterThan(10_000);
  });

  it('streams that outgrow its memory', () => {
    const fonts = [font('F0'), font('F1')];
    const streams = [20, 9000, 3].map((lines) => Buffer.from(`/Artifact BMC BT /F0 9 Tf ${'(\x01\x02\x03\x04)Tj '.repeat(lines)}/F1 9 Tf (\x05\x06)Tj ET EMC`, 'latin1'));
    usePageTextKernel(null);
    const expected = read(streams, fonts);
    usePageTextKernel(kernel);
    expect(read(streams, fonts) === expected).toBe(true);
  });
});
