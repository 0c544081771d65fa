// A draft keeps who answers for a figure, never last year's confirmation: the same number in
// the new year is 未核实.
import { expect, it } from 'vitest';
import { article, doc, h, p, packageOf } from '../../../../test/build';
import { applyChanges } from '../../model/apply-change';
import type { Package } from '../../model/package';
import { applyRoll } from '../roll/apply-roll';
import { planRoll } from '../roll/plan-roll';
import { rollChanges } from '../roll/roll-changes';
import { figureLedger } from './figure-rows';

const record = { office: '提案委', basis: '系统导出', checker: '白露', date: '2024-12-22', confirmed: '163件' };
const last: Package = {
  ...packageOf([article('a', 'report', doc(h(1, '2024年工作总结'), p('全年立案163件。'), p('走访企业12家。')))]),
  figures: { '全年立案件。#0': record, '走访企业家。#0': { office: '', basis: '', checker: '白露', date: '2024-12-22', confirmed: '12家' } },
  promises: { '要抓好落实。': { status: 'done', result: null } },
};
const carried = { '全年立案件。#0': { office: '提案委', basis: '系统导出', checker: '', date: '', confirmed: null } };

it('carries over who answers, and nothing that was confirmed', () => {
  const draft = applyRoll(planRoll(last, { kind: 'next', meeting: {} }), { refused: new Set(), id: last.id, name: last.name, today: '2025-11-26' });
  expect(draft.figures).toEqual(carried);
  expect(draft.promises).toBeUndefined();
  expect(figureLedger(draft).rows.map(({ figure, record: said, state }) => [figure.last, said?.office ?? null, state])).toEqual([[163, '提案委', 'open'], [12, null, 'open']]);
  const made = applyChanges(last, rollChanges(last, draft));
  if (!made.ok) throw new Error(made.reason);
  expect([made.value.pkg.figures, made.value.pkg.promises]).toEqual([carried, undefined]);
  const back = applyChanges(made.value.pkg, made.value.inverse);
  expect(back.ok && [back.value.pkg.figures, back.value.pkg.promises]).toEqual([last.figures, last.promises]);
});
