import { expect, it } from 'vitest';
import { samplePackage } from '../../../test/sample-package';
import { applyChanges } from '../../core/model/apply-change';
import { faceChanges } from './face-changes';

it('faces of the last export are noted by edition, once; the 改稿本 has none', () => {
  const faces = { booklet: { fangsong: { name: '仿宋', hash: 'cd34' } }, draft: { song: { name: '宋', hash: 'x' } } };
  const changes = faceChanges(samplePackage, faces);
  const done = applyChanges(samplePackage, changes);
  if (!done.ok) throw new Error(done.reason);
  expect(done.value.pkg.editions.map(({ id, faces: noted }) => [id, noted])).toEqual(samplePackage.editions.map((edition) => [edition.id, edition.id === 'booklet' ? faces.booklet : edition.faces]));
  expect(faceChanges(done.value.pkg, faces)).toEqual([]);
  expect(applyChanges(done.value.pkg, done.value.inverse)).toMatchObject({ value: { pkg: { editions: samplePackage.editions } } });
});
