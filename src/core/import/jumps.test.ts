// What a paper broke off on one page and went on with on another: the notes that say so are no
// text where both pieces are here, nor an article of their own; where one is missing they stay.
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';
import { restoreText } from './restore';

const HEAD = ['政协云岭市第五届委员会常务委员会工作报告', '——在政协云岭市第五届委员会第四次会议上', '（2026年1月12日）', '何田', '各位委员：', '我受常务委员会委托，向大会报告工作，请予审议。'];
const FIRST = ['一、2025年工作回顾', '（一）理论武装持续深化。组织学习28次，开展宣讲136场，覆盖职工18万人次，其中全国示范点11'];
const REST = ['家。推出原创作品640件。', '（二）团结联谊不断拓展。接待港澳台侨考察团12批，走访民族宗教界人士86人次。', '二、2026年工作安排', '坚持党的领导，围绕“十五五”规划实施建言献策。'];
const STORY = ['市政协举行新年茶话会', '本报讯（记者 江一帆）1月12日，市政协举行新年茶话会，各界人士欢聚一堂。'];

const read = (lines: readonly string[]) => {
  const text = lines.join('\n');
  const found = recognise(text);
  expect(restoreText(found)).toBe(text);
  return { articles: found.articles.map(({ kind, lines: own }) => [kind, own.length]), notes: found.noise.map(({ line }) => line), texts: found.articles.flatMap(({ blocks }) => blocks.map(({ text: one }) => one)) };
};

describe('a jump', () => {
  it('with both pieces: one article without notes', () => {
    expect(read([...HEAD, ...FIRST, '（下转第三版）', ...STORY, '（上接第二版）', ...REST])).toMatchObject({ articles: [['report', 12], ['news', 2]], notes: [9, 12] });
  });

  it.each([
    ['下转A3版', '上接A1版'], ['【下转第三版】', '【上接第一版】'], ['（下转第三版·时政）', '（上接第一版·要闻）'], ['▶下转3版', '◀上接1版'], ['（紧转第二版）', '（紧接第一版）'],
    ['（下转4版①）', '（上接1版①）'], ['（下转第四版）', '（上接第一版《政协云岭市第五届委员会常务委员会工作报告》）'], ['（未完待续，下转第三版）', '（续第一版）'],
  ])('in another form: %s %s', (away, from) => {
    expect(read([...HEAD, ...FIRST, away, ...STORY, from, ...REST])).toMatchObject({ articles: [['report', 12], ['news', 2]], notes: [9, 12] });
  });

  it.each([
    ['（下转02版）', '（上接01版）'],
    ['（未完待续，下转第二版）', '（上接第一版《政协云岭市第五届委员会常务委员会工作报告》）'],
    ['(下转3版)', '(上接1版) '],
  ])('in the lines of the text: %s %s goes as a listed change, and the join is asked', (away, from) => {
    const text = [...HEAD, FIRST[0], `${FIRST[1]!}${away}`, ...STORY, `${from}${REST[0]!}`, ...REST.slice(1)].join('\n');
    const found = recognise(text);
    expect(restoreText(found)).toBe(text);
    expect(found.articles.map(({ kind, lines }) => [kind, lines.length])).toEqual([['report', 12], ['news', 2]]);
    expect(found.joins.map(({ beforeLine, afterLine }) => [beforeLine, afterLine])).toEqual([[8, 11]]);
    expect(found.articles[0]?.blocks.map((block) => block.text).filter((one) => one.includes('版'))).toEqual([]);
    expect(found.changes.filter(({ kind }) => kind === 'jump').map(({ line }) => line)).toEqual([8, 11]);
  });

  it('with an advertisement behind its note', () => {
    expect(read([...HEAD, ...FIRST, '（下转第三版）', '广告', ...STORY, '（上接第二版）', ...REST])).toMatchObject({ articles: [['report', 12], ['news', 2]], notes: [9, 10, 13] });
  });

  it('the rest before its report: no article of the note alone', () => {
    const { articles, notes } = read(['（紧接A1版）', '二、2026年工作安排', '坚持党的领导，围绕“十五五”规划实施建言献策。', ...HEAD, '一、2025年工作回顾', '（一）理论武装持续深化。组织学习28次，开展宣讲136场。']);
    expect({ articles, notes }).toEqual({ articles: [['report', 10]], notes: [1] });
  });

  it('two pieces, one of them a report’s by its number: its first paragraph goes with it', () => {
    const { articles, notes } = read([...HEAD, ...FIRST, '（下转第三版）', ...STORY, '（下转第四版）', '（上接第一版）', '他们表示，将不负重托。', '（上接第一版）', ...REST]);
    expect(articles).toContainEqual(['report', 12]);
    expect(notes).toEqual([9, 15]);
  });

  it('the rest alone keeps its note', () => {
    expect(read(['（上接第二版）', '（三）自身建设全面加强。修订制度9项，工作更加规范有序。', ...STORY])).toMatchObject({ articles: [['report', 2], ['news', 2]], notes: [] });
  });
});
