import { expect, it } from 'vitest';
import { article, doc, field, lead, note, p, packageOf, par } from '../../../test/build';
import { betweenSentences, blockTaken } from './take-text';

it('a paragraph comes back with its lead and notes, last year’s values as words; unknown words come as they are', () => {
  const was = packageOf([article('a', 'report', doc(p('各位委员。'), par({ head: { level: 2 } }, lead('协商有序。'), '会同', field('place'), '政府制定计划', note('三方评议', '释义'), '。')))], [], { place: '云岭市' });
  const made = blockTaken(was, '（一）协商有序。会同云岭市政府制定计划〔注：三方评议〕。', '去年');
  made.check();
  expect(made.children.map((node) => [node.text ?? node.type.name, node.marks.map(({ type }) => type.name).toSorted()])).toEqual([
    ['协商有序。', ['lead', 'taken']], ['会同云岭市政府制定计划', ['taken']], ['note', ['taken']], ['。', ['taken']],
  ]);
  expect(made.attrs).toMatchObject({ head: { level: 2 }, adjust: null });
  expect(blockTaken(was, '没有这样一段。', '去年').textContent).toBe('没有这样一段。');
});

it('a sentence taken stands behind the one that the caret is in, not inside of it', () => {
  const text = '产值突破20亿元。“协商有序。”办好提案';
  const at = (offset: number, taken = '全会强调，要抓落实。'): number => betweenSentences(doc(p(text)).resolve(offset + 1), taken) - 1;
  expect([0, 5, 9, 12, 16, 18].map((offset) => at(offset))).toEqual([0, 9, 9, 16, 16, 18]);
  // Words that are no sentence go where the caret is.
  expect(at(5, '全会强调')).toBe(5);
});
