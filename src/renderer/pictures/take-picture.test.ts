import { describe, expect, it } from 'vitest';
import { packageOf } from '../../../test/build';
import { applyChanges } from '../../core/model/apply-change';
import { assetChanges, grayOf, isShaded, vectorFault } from './take-picture';

describe('gray of a picture', () => {
  it('is as light as the eye sees it: green lighter than red, red than blue', () => {
    const { dots, isColour } = grayOf(Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255));
    expect([...dots]).toEqual([76, 150, 29]);
    expect(isColour).toBe(true);
  });
  it('gray stays as it is, and a JPEG’s noise is no colour', () => {
    const { dots, isColour } = grayOf(Uint8ClampedArray.of(128, 128, 128, 255, 10, 14, 8, 255));
    expect([...dots]).toEqual([128, 12]);
    expect(isColour).toBe(false);
  });
});

it('line art with grays of its own is told from one that was smoothed along its edges', () => {
  const drawn = (at: (i: number) => number): Uint8Array => Uint8Array.from({ length: 256 }, (_, i) => at(i));
  expect(isShaded(drawn((i) => i))).toBe(true);
  expect(isShaded(drawn((i) => (i % 16 === 0 ? 128 : i % 2 === 0 ? 0 : 255)))).toBe(false);
  expect(isShaded(drawn(() => 255))).toBe(false);
});

it('a picture is put into the package once', () => {
  const pkg = packageOf([]);
  const made = applyChanges(pkg, assetChanges(pkg, { id: 'a.png', bytes: Uint8Array.of(1, 2) }));
  if (!made.ok) throw new Error(made.reason);
  expect([...made.value.pkg.assets]).toEqual([['a.png', Uint8Array.of(1, 2)]]);
  expect(assetChanges(made.value.pkg, { id: 'a.png', bytes: Uint8Array.of(1, 2) })).toEqual([]);
});

describe('a vector file for artwork', () => {
  const svg = (root: string, inside = '<path d="M0 0h9v9z"/>'): string => `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"${root}>${inside}</svg>`;

  it.each([' viewBox="0 0 400 100"', ' width="400" height="100"', " width='40mm' height='10mm'"])('with%s is drawn', (root) => expect(vectorFault(svg(root))).toBeNull());
  it('with letters that are no outlines is not: their face is not in it', () => {
    expect(vectorFault(svg(' viewBox="0 0 9 9"', '<g><text x="1">云岭</text></g>'))).toContain('转成曲线');
    expect(vectorFault(svg(' viewBox="0 0 9 9"', '<!-- <text>旧</text> --><textPath/>'))).toBeNull();
  });
  it.each(['', ' width="100%" height="100%"', ' width="400"'])('without a size (%s) is not', (root) => expect(vectorFault(svg(root))).toContain('没有写大小'));
});
