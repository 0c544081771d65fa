import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { applyChanges } from '../../core/model/apply-change';
import { putLastYear } from './last-year-text';

it('puts last year’s text before the other versions, and undo takes it out', () => {
  const last = packageOf([article('a1', 'report', doc(p('去年。')))], [], { term: 5, session: 3, opens: '2025-01-08' });
  const now = packageOf([article('a1', 'report', doc(p('今年。')))]);
  const done = applyChanges(now, [putLastYear(last, '2026-11-26')]);
  if (!done.ok) throw new Error(done.reason);
  expect(done.value.pkg.versions).toMatchObject([{ id: 'last-year', name: '去年定稿（五届三次）', date: '2025-01-08' }]);
  expect(done.value.pkg.versions[0]?.articles[0]?.doc.textContent).toBe('去年。');
  const back = applyChanges(done.value.pkg, done.value.inverse);
  expect(back.ok && back.value.pkg).toEqual(now);
  expect(putLastYear(packageOf([]), '2026-11-26')).toMatchObject({ value: { name: '去年定稿', date: '2026-11-26' } });
});
