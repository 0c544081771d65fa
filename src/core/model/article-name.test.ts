import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { articleName, nameOfArticle } from './article-name';

describe('what an article is called', () => {
  const { meeting } = packageOf([]);
  const named = (title: string, ...text: readonly string[]): string => articleName(article('a2', 'news', doc(...text.map((one) => p(one))), { 'deck.main': title }), meeting);

  it('is its title', () => expect(named('同心启新程', '正文。')).toBe('同心启新程'));
  it('is how it begins where it has no title, without blanks, cut with an ellipsis', () => {
    expect(named('', '　　（上接第一版）全年收到', '提案三百余件。')).toBe('（上接第一版）全年收到提……');
    expect(named('', '今日 小雨')).toBe('今日小雨');
    expect(named('', '𠮷田村今日通水入户惠及千人万户')).toBe('𠮷田村今日通水入户惠及千……');
  });
  it('is 无题的稿件 where there is nothing, and an id only of what is not there', () => {
    expect(named('', '')).toBe('无题的稿件');
    expect(nameOfArticle(packageOf([article('a2', 'news', doc(p('简讯')), { 'deck.main': '' })]), 'a2')).toBe('简讯');
    expect(nameOfArticle(packageOf([]), 'a9')).toBe('a9');
  });
});
