import { describe, expect, it } from 'vitest';
import { questionsOf } from './questions';

const SENTENCE = '我们围绕中心服务大局，认真履行三项职能，为全市的发展作出了新的贡献';
const SOURCE = `标题\r\n第一行的话\r\n${SENTENCE}。\n  ${SENTENCE}。`;

describe('a query becomes an entry of the list: short, with words to find its place by', () => {
  it('a repeated sentence: its lines, its beginning alone, the whole to find it by', () => {
    expect(questionsOf([{ kind: 'repeat', lines: [3, 4], text: SENTENCE }], SOURCE)).toEqual([
      { text: '这句话不止一处（原文第 3、4 行）：“我们围绕中心服务大局，认真履行三项职能，为全市的…”', quote: SENTENCE, join: null },
    ]);
  });

  it('a join: the line after the cut, without its indent', () => {
    const [question] = questionsOf([{ kind: 'join', lines: [2, 4], text: '第2行与第4行是不是一段' }], SOURCE);
    expect(question?.quote).toBe(`${SENTENCE}。`);
    expect(question?.join).toEqual({ before: '第一行的话', after: `${SENTENCE}。` });
    expect(question?.text).toMatch(/^第2行与第4行是不是一段（“我们围绕/);
  });

  it('a lonely mark: the words around it', () => {
    expect(questionsOf([{ kind: 'unmatched-quote', lines: [2], text: '“没有配对：第一行：“的话' }], SOURCE)[0]?.quote).toBe('第一行：“的话');
  });
});
