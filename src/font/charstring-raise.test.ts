// Note 5177, 3: in a Type 2 charstring only the first moveto and the first edge
// of horizontal stems are places; all else is steps. Numbers below are written
// out: 139 is 0, 239 is 100, 28 begins one of two bytes.
import { describe, expect, it } from 'vitest';
import { raiseCharstring } from './charstring-raise';

const n = (value: number): number => value + 139; // −107…107 in one byte
const wide = (value: number): number[] => [28, (value >> 8) & 255, value & 255];
const HSTEM = 1, VSTEM = 3, VMOVETO = 4, RLINETO = 5, ENDCHAR = 14, HSTEMHM = 18, HINTMASK = 19, RMOVETO = 21, HMOVETO = 22;

describe('raised by 75 units', () => {
  it.each([
    ['rmoveto: its dy', [n(10), n(20), RMOVETO, n(1), n(2), RLINETO, ENDCHAR], [n(10), ...wide(95), RMOVETO, n(1), n(2), RLINETO, ENDCHAR]],
    ['rmoveto behind a width', [n(50), n(10), n(20), RMOVETO, ENDCHAR], [n(50), n(10), ...wide(95), RMOVETO, ENDCHAR]],
    ['vmoveto: its dy', [n(20), VMOVETO, ENDCHAR], [...wide(95), VMOVETO, ENDCHAR]],
    ['hmoveto, which has no dy: becomes rmoveto', [n(10), HMOVETO, n(1), n(2), RLINETO, ENDCHAR], [n(10), ...wide(75), RMOVETO, n(1), n(2), RLINETO, ENDCHAR]],
    ['only the first moveto', [n(0), VMOVETO, n(5), VMOVETO, ENDCHAR], [...wide(75), VMOVETO, n(5), VMOVETO, ENDCHAR]],
    ['horizontal stems by their first edge', [n(30), n(5), n(60), n(7), HSTEM, n(1), VMOVETO, ENDCHAR], [...wide(105), n(5), n(60), n(7), HSTEM, ...wide(76), VMOVETO, ENDCHAR]],
    ['stems behind a width', [n(9), n(30), n(5), HSTEMHM, n(1), VMOVETO, ENDCHAR], [n(9), ...wide(105), n(5), HSTEMHM, ...wide(76), VMOVETO, ENDCHAR]],
    ['vertical stems stay', [n(30), n(5), VSTEM, n(1), VMOVETO, ENDCHAR], [n(30), n(5), VSTEM, ...wide(76), VMOVETO, ENDCHAR]],
    ['a mask that looks like a moveto is skipped (one stem: one byte)', [n(30), n(5), HSTEMHM, HINTMASK, VMOVETO, n(1), VMOVETO, ENDCHAR], [...wide(105), n(5), HSTEMHM, HINTMASK, VMOVETO, ...wide(76), VMOVETO, ENDCHAR]],
    ['a number in 16.16 keeps its fraction', [255, 0, 1, 0x80, 0, VMOVETO, ENDCHAR], [255, 0, 76, 0x80, 0, VMOVETO, ENDCHAR]],
    ['a glyph without an outline stays', [n(50), ENDCHAR], [n(50), ENDCHAR]],
  ])('%s', (_rule, code, expected) => {
    expect([...raiseCharstring(Uint8Array.from(code), 75)]).toEqual(expected);
  });
});
