import { describe, expect, it } from 'vitest';
import { article, doc, p } from '../../../../test/build';
import { pairArticles } from './pair-articles';

const REPORT = doc(p('围绕新区建设、老城更新和交通治理召开协商会议，形成的意见得到有关部门采纳。'));
const MARKET = doc(p('本报讯（记者 何声）云岭市政协委员走进农贸市场，就食品安全开展民主监督。'));
const SCHOOL = doc(p('本报讯（记者 何声）云岭市政协召开中小学校车安全协商会，十二名委员发言。'));
const ids = (pairs: ReturnType<typeof pairArticles>): string[] => pairs.map(({ id }) => id);

describe('pairArticles', () => {
  it('one package at two times: by id, though the text is all new', () => {
    expect(ids(pairArticles([article('a', 'report', REPORT), article('b', 'news', MARKET)], [article('b', 'news', SCHOOL), article('a', 'report', doc(p('另起炉灶。')))]))).toEqual(['a', 'b']);
  });

  it('two files: an id that both have by chance says nothing', () => {
    const was = [article('a1', 'report', REPORT), article('a2', 'news', MARKET), article('a3', 'news', SCHOOL)];
    const now = [article('a1', 'news', SCHOOL), article('a2', 'news', MARKET), article('a3', 'report', REPORT)];
    expect(ids(pairArticles(was, now))).toEqual(['a3', 'a2', 'a1']);
  });

  it('what became none stands under an id of its own', () => {
    expect(ids(pairArticles([article('a1', 'report', REPORT)], [article('a1', 'news', MARKET)]))).toEqual(['a1-was']);
    expect(ids(pairArticles([article('a1', 'report', REPORT), article('x', 'news', MARKET)], [article('a1', 'report', REPORT)]))).toEqual(['a1', 'x']);
  });

  it('a kind that was set anew is the same article; without words in common the order within a kind holds', () => {
    expect(ids(pairArticles([article('a', 'news', SCHOOL)], [article('a', 'editorial', SCHOOL)]))).toEqual(['a']);
    expect(ids(pairArticles([article('a', 'resolution', doc(p('甲。'))), article('b', 'resolution', doc(p('乙。')))], [article('x', 'resolution', doc(p('丙。'))), article('y', 'resolution', doc(p('丁。')))]))).toEqual(['x', 'y']);
  });
});
