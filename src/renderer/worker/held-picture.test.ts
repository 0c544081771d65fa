// The package as it would be with a picture where it is held; none is changed by it.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import type { ArticlePicture, Package } from '../../core/model/package';
import { withHeld } from './held-picture';

const picture: ArticlePicture = { asset: 'a.png', caption: '会场', width: 900, height: 600, columns: 1, place: 'left' };
const pkg: Package = { ...packageOf([article('a', 'news', doc(p('一')))]), pictures: { a: picture } };

it('has the picture at the spot that it is held at, and is the same package where nothing is', () => {
  const held = withHeld(pkg, { article: 'a', place: { column: 1, row: 7 } });
  expect(held.pictures?.['a']).toEqual({ ...picture, place: { column: 1, row: 7 } });
  expect(pkg.pictures?.['a']).toBe(picture);
  expect(held.articles).toBe(pkg.articles);
  expect(withHeld(pkg, null)).toBe(pkg);
  expect(withHeld(pkg, { article: 'b', place: { column: 0, row: 0 } })).toBe(pkg);
});
