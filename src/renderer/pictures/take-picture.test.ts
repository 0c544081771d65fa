import { describe, expect, it } from 'vitest';
import { packageOf } from '../../../test/build';
import { applyChanges } from '../../core/model/apply-change';
import { assetChanges, grayOf } from './take-picture';

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

it('a picture is put into the package once', () => {
  const pkg = packageOf([]);
  const made = applyChanges(pkg, assetChanges(pkg, { id: 'a.png', bytes: Uint8Array.of(1, 2) }));
  if (!made.ok) throw new Error(made.reason);
  expect([...made.value.pkg.assets]).toEqual([['a.png', Uint8Array.of(1, 2)]]);
  expect(assetChanges(made.value.pkg, { id: 'a.png', bytes: Uint8Array.of(1, 2) })).toEqual([]);
});
