// TYPESETTING, "Where faces meet": faces are aligned on the middle of the em
// box. Checks the table of resources/faces.json against the faces themselves.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PINNED, inRepository } from '../../test/fixtures/fonts/pinned';
import { bytesSource } from './byte-source';
import { NO_ADJUST } from './glyph-adjust';
import { measureAdjust, middleOfHan } from './measure-adjust';
import { openFont } from './open-font';

const table = JSON.parse(readFileSync(inRepository('resources/faces.json'), 'utf8')) as {
  readonly faces: readonly { readonly file: string; readonly adjust?: { readonly rise: number; readonly hanScale: number } }[];
};

describe.each(PINNED.filter(({ name }) => name !== 'Tinos'))('$name', ({ file }) => {
  const here = existsSync(inRepository(file));

  it.skipIf(!here)("stands on the middle of the em box (0.38 em) once the table's raise is applied", () => {
    const font = openFont(bytesSource(readFileSync(inRepository(file))));
    const { rise = 0, hanScale = 1 } = table.faces.find((face) => file.endsWith(face.file))!.adjust ?? {};
    // Han are scaled about the middle, so that scaling moves a face's middle away from it by its excess alone.
    const middle = 0.38 + (middleOfHan(font)! - 0.38) * hanScale + rise;
    expect(Math.abs(middle - 0.38)).toBeLessThan(0.016);
  });

  it.skipIf(!here)('needs no other raise than the table has', () => {
    const font = openFont(bytesSource(readFileSync(inRepository(file))));
    const { rise = 0 } = table.faces.find((face) => file.endsWith(face.file))!.adjust ?? {};
    expect(Math.abs(measureAdjust(font).rise - rise)).toBeLessThan(0.006);
  });
});

it('a face without Chinese is left as it is', () => {
  const font = openFont(bytesSource(readFileSync(inRepository('test/fixtures/fonts/tiny-times.ttf'))));
  expect(measureAdjust(font)).toBe(NO_ADJUST);
});
