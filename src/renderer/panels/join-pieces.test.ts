import { describe, expect, it } from 'vitest';
import { doc, h, p, packageOf, article } from '../../../test/build';
import { applyChanges } from '../../core/model/apply-change';
import { findPieces, joinPieces } from './join-pieces';

const text = doc(h(1, '主要工作'), p('一年来，市政协坚持把学习摆在首位，先后'), p('中间夹着的一段话。'), p('召开常委会会议六次，主席会议十二次。'));
const pkg = packageOf([article('report', 'report', text)]);
const QUESTION = { before: '市政协坚持把学习摆在首位，先后', after: '召开常委会会议六次，主席会议十二次。' };

describe('the two pieces of a cut paragraph', () => {
  it('are found apart, joined in one change over what stands between, and undone by its inverse', () => {
    const pieces = findPieces(pkg.articles, QUESTION);
    expect(pieces).toEqual({ state: 'apart', article: 'report', before: 1, after: 3 });
    const change = joinPieces({ id: 'report', doc: text }, 1, 3);
    const done = applyChanges(pkg, change === null ? [] : [change]);
    if (!done.ok) throw new Error(done.reason);
    const after = done.value.pkg.articles[0]?.doc;
    expect(after?.children.map((block) => block.textContent)).toEqual([
      '主要工作', '一年来，市政协坚持把学习摆在首位，先后召开常委会会议六次，主席会议十二次。', '中间夹着的一段话。',
    ]);
    expect(findPieces(done.value.pkg.articles, QUESTION)).toEqual({ state: 'joined' });
    const undone = applyChanges(done.value.pkg, done.value.inverse);
    expect(undone.ok && undone.value.pkg.articles[0]?.doc.eq(text)).toBe(true);
  });

  it('a piece before the other goes to its end as well', () => {
    const change = joinPieces({ id: 'report', doc: text }, 3, 1);
    const done = applyChanges(pkg, change === null ? [] : [change]);
    expect(done.ok && done.value.pkg.articles[0]?.doc.lastChild?.textContent).toBe('召开常委会会议六次，主席会议十二次。一年来，市政协坚持把学习摆在首位，先后');
  });

  it('words that stand nowhere any more: nothing to join', () => {
    expect(findPieces(pkg.articles, { before: '没有这句话，谁也没有写过它', after: QUESTION.after })).toEqual({ state: 'gone' });
  });
});
