import { describe, expect, it } from 'vitest';
import { packageOf } from '../../../test/build';
import { DAILY, shipped } from '../../../test/build-edition';
import { applyChange, invertChange } from './apply-change';
import { DEFAULT_RED, dressChange, redIn } from './dress';
import { LookSchema, shapeError } from './package-schema';

describe('how an article is dressed', () => {
  const pkg = { ...packageOf([]), editions: [shipped('N8', [])] };

  it('is one change that undo takes back, key and all', () => {
    const change = dressChange(pkg.editions[0]!, 'a', { border: 'wave', tint: 10 });
    const inverse = invertChange(pkg, change);
    const dressed = applyChange(pkg, change);
    if (!dressed.ok || !inverse.ok) throw new Error('does not fit');
    expect(dressed.value.editions[0]!.dress).toEqual({ a: { border: 'wave', tint: 10 } });
    const back = applyChange(dressed.value, inverse.value);
    expect(back.ok && back.value).toEqual(pkg);
    expect(back.ok && 'dress' in back.value.editions[0]!).toBe(false);
    // Taken off, it is as if it had never been on.
    const off = applyChange(dressed.value, dressChange(dressed.value.editions[0]!, 'a', {}));
    expect(off.ok && off.value).toEqual(pkg);
  });
});

describe('套红: a look names one red, and no other colour', () => {
  const look = shipped('N8', []).look;

  it('the shipped paper names it', () => {
    expect(look.red).toEqual(DEFAULT_RED);
    expect(shapeError(LookSchema, look)).toBeNull();
  });
  it('of a look that names none a dressed title, and a paper’s name, are in the usual one; nothing else has any', () => {
    const { red: _red, ...rest } = look;
    const plain = { ...shipped('N8', []), look: rest };
    expect(redIn(plain)).toEqual({});
    expect(redIn({ ...plain, dress: { a: { tint: 10 }, b: { red: true } } })).toEqual({ red: DEFAULT_RED });
    expect(redIn({ ...plain, paper: { ...DAILY, nameRed: true } })).toEqual({ red: DEFAULT_RED });
    const own = { name: '朱', cmyk: [0, 0.9, 0.8, 0] } as const;
    expect(redIn({ ...plain, look: { ...rest, red: own }, dress: { b: { red: true } } })).toEqual({ red: own });
  });
  it.each([
    ['blue', [1, 0.7, 0, 0]],
    ['green', [0.8, 0, 1, 0]],
    ['black', [0, 0, 0, 1]],
    ['brown', [0.3, 0.8, 0.9, 0.4]],
  ])('%s is an error', (name, cmyk) => {
    expect(shapeError(LookSchema, { ...look, red: { name, cmyk } })).toContain('套红只能是红');
  });
  it.each(['color', 'colour'])('a %s of a style is an error that names the style; what else a later version adds is kept', (key) => {
    const styles = { ...look.styles, title: { ...look.styles.title, [key]: [0, 0, 1] } };
    expect(shapeError(LookSchema, { ...look, styles })).toMatch(/styles\.title.*样式不能写颜色/);
    expect(shapeError(LookSchema, { ...look, styles: { ...look.styles, title: { ...look.styles.title, later: 1 } } })).toBeNull();
  });
});
