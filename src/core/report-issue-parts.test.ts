import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { DAILY, shipped } from '../../test/build-edition';
import type { Edition } from './model/package';
import { issuePartsDiagnostics } from './report-issue-parts';

describe('what an issue lacks, or has twice', () => {
  const all = [
    article('open', 'news', doc(p('今天开幕。')), { 'deck.main': '政协云岭市五届四次会议开幕' }),
    article('empty', 'news', doc(p('　')), { 'deck.main': '委员热议' }),
    article('one', 'editorial', doc(p('新春伊始。')), { 'deck.main': '踔厉奋发 启新程' }, '社论'),
    article('two', 'editorial', doc(p('春风浩荡。')), { 'deck.main': '凝心聚力谱新篇' }, '社论'),
    article('bare', 'news', doc(p('本报讯 河湖长制有了新账本，三年一算。'))),
    article('rest', 'continuation', doc(p('（上接第一版）再算三年。'))),
    article('comment', 'editorial', doc(p('春风浩荡。')), { 'deck.main': '把提案办实' }, '本报评论员'),
  ];
  const said = (which: readonly string[], more: Partial<Edition> = {}) => issuePartsDiagnostics(shipped('N8', which, { paper: DAILY, date: '2026-01-13', ...more }), packageOf(all)).map(({ message, severity }) => `${severity}：${message}`);

  it('no day of its own and none of the meeting’s: the masthead has none', () => {
    expect(said(['open'], { date: null })).toEqual(['warning：这一期没有出报日期：报头、报眉不印日期、星期和农历']);
    expect(said(['open'], { date: null, paper: null })).toEqual([]);
  });
  it('an article without text is named, with its place', () => {
    expect(said(['open', 'empty'])).toEqual(['warning：“委员热议”没有正文，版上只有标题']);
    expect(issuePartsDiagnostics(shipped('N8', ['empty'], { paper: DAILY, date: '2026-01-13' }), packageOf(all))[0]!.at).toMatchObject({ article: 'empty' });
  });
  it('a text without a headline is named by how it begins; what goes on from another page has none', () => {
    expect(said(['open', 'bare', 'rest'])).toEqual(['warning：以“本报讯河湖长制有了新账本……”开头的一篇没有标题，版上只有一条线和上一篇隔开（题文分离）']);
  });
  it('two 社论; a comment with a label of its own is none', () => {
    expect(said(['one', 'two', 'comment'])).toEqual(['warning：这一期有 2 篇社论：“踔厉奋发 启新程”、“凝心聚力谱新篇”']);
    expect(said(['open', 'one', 'comment'])).toEqual([]);
  });
});
