import { expect, it } from 'vitest';
import { article, doc, h, p, packageOf } from '../../../../test/build';
import { shipped } from '../../../../test/build-edition';
import { conservedText } from '../../model/conserved-text';
import { listChanges } from './change-list';
import { explainChanges } from './explain-changes';
import { redline } from './redline';

it('修改说明 says by section what changed and why; sections without a change are left out', () => {
  const was = [article('report', 'report', doc(p('各位委员。'), h(1, '提案'), p('立案163件，办复率均为100%。'), h(1, '协商'), p('会商8次。')))];
  const now = packageOf([article('report', 'report', doc(p('各位委员。'), h(1, '提案'), p('立案171件，办复率均为100%。'), h(1, '协商'), p('会商9次。')))], [], {}, '征求意见稿');
  const list = listChanges(redline(was, now.articles, { by: '', at: null }), now.meeting);
  const { pkg, edition } = explainChanges({ list, reasons: { [list.changes[0]!.key]: '市政府督查室复函。' }, from: '工作稿第3稿', to: '征求意见稿', now, edition: shipped('gb', ['report']) });
  expect(pkg.stage).toBeNull();
  expect([...conservedText(pkg, edition).values()].join('').split('\n')).toEqual([
    '修改说明', '工作稿第3稿 → 征求意见稿', '共改动 2 处，增 4 字，删 4 字。', '一、提案', '第1段：立案“163件”改为“171件”。理由：市政府督查室复函。', '二、协商', '第1段：会商“8次”改为“9次”。',
  ]);
});
