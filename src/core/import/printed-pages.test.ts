// Text that a program took out of a printed page or a PDF: margins and wide pitches as blanks,
// a number every five lines, a line in pieces where its marks were squeezed, cover and contents. Fiction.
import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline';
import { recognise } from './recognise';
import { restoreText } from './restore';

const HEAD = ['政协云岭市第七届委员会', '常务委员会工作报告', '（2026年1月12日）', '林致远', '各位委员：'];
const PARAGRAPHS: readonly (readonly string[])[] = [
  ['　　我代表政协云岭市第七届委员会常务委员会，', '向大会报告工作，请予审议，并请列席会议的同志', '提出意见。'],
  ['　　一、2025年工作回顾'],
  ['　　2025年是“十四五”规划的收官之年，也是云岭', '滚石上山、爬坡过坎的一年，更是七届市政协履职', '走深、工作出新的一年。外部需求走弱、夏秋连旱、', '要素保障偏紧，几道难题叠在一起；全市上下咬定', '目标不松劲，经济运行企稳回升，规划确定的重点', '任务基本完成。'],
  ['　　（一）固本铸魂把稳方向，共同思想基础更加牢', '固。理论学习求深求实。完善党组理论学习中心组', '引领学、常委会会议专题学、界别小组经常学、委', '员之间互相学的学习制度，全年组织读书活动42场。'],
  ['　　二、2026年工作安排'],
  ['　　新的一年，我们要聚焦“十五五”开局，提升协', '商质效，为云岭现代化建设贡献力量。'],
];
const WHOLE = PARAGRAPHS.map((lines) => lines.join('').trim());

const read = (lines: readonly string[]) => {
  const text = lines.join('\n');
  const recognition = recognise(text);
  expect(restoreText(recognition)).toBe(text);
  const [article] = recognition.articles;
  const [outline] = outlineOf(recognition).articles;
  return {
    title: outline?.title, speaker: outline?.speaker, headings: outline?.headings.map(({ level, number }) => [level, number]), articles: recognition.articles.length, noise: recognition.noise.map(({ why }) => why), unassigned: recognition.unassigned,
    texts: article?.blocks.map(({ text: words, head }) => (head === null || head.number === null ? words : head.level === 1 ? `${head.number}、${words}` : `（${head.number}）${words}`)),
  };
};
const HEADINGS = [[1, '一'], [2, '一'], [1, '二']];

describe('the layout of a page in blanks', () => {
  const laid = (number: (line: string, order: number) => string): string[] => [...HEAD, ...PARAGRAPHS.flat()].map((line, i) => number(line.replace('　　', '    '), i + 1));

  it('a margin and a blank line between all lines are no indents and no gaps', () => {
    const found = read(laid((line) => `     ${line}\n`));
    expect(found).toMatchObject({ title: '政协云岭市第七届委员会常务委员会工作报告', speaker: '林致远', headings: HEADINGS, unassigned: [] });
    expect(found.texts).toEqual(WHOLE);
  });

  it('a number every five lines beside the text is taken', () => {
    const found = read(laid((line, order) => (order % 5 === 0 ? `${String(order).padStart(2)}   ${line}` : `     ${line}`)));
    expect(found).toMatchObject({ speaker: '林致远', headings: HEADINGS, unassigned: [] });
    expect(found.texts).toEqual(WHOLE);
  });

  it('and where it stands alone it is left out', () => {
    const found = read([...HEAD, ...PARAGRAPHS.flat()].flatMap((line, i) => ((i + 1) % 5 === 0 ? [String(i + 1), line] : [line])));
    expect(found.noise).toEqual(['行旁每五行印一个的行号', '行旁每五行印一个的行号', '行旁每五行印一个的行号', '行旁每五行印一个的行号']);
    expect(found.texts).toEqual(WHOLE);
  });
});

it('pieces of one printed line, parted at its marks, are joined and no headings', () => {
  const pieces = PARAGRAPHS.flat().flatMap((line) => (line.includes('“十四五”') ? ['　　2025年是', '“十四五”', '规划的收官之年，', '也是云岭'] : line.startsWith('要素保障') ? ['要素保障偏紧，', '几道难题叠在一起；', '全市上下咬定'] : [line]));
  const found = read([...HEAD, ...pieces]);
  expect(found.headings).toEqual(HEADINGS);
  expect(found.texts).toEqual(WHOLE);
});

describe('the paper’s name with the page on one line', () => {
  const paged = (page: number): string => `云岭市政协2025年工作报告　　第${page}页`;
  const TEXT = ['各位委员：', '我受委托，报告工作，请予审议。', '一、工作回顾', '全年开展调研18次。'];

  it('is the title where it stands nowhere else', () => {
    expect(read([paged(1), ...TEXT, paged(2), '二、工作安排', '抓好协商。'])).toMatchObject({ title: '云岭市政协2025年工作报告', headings: [[1, '一'], [1, '二']], noise: ['页眉：每页重复的一行'] });
  });

  it('is left out where the title stands below it', () => {
    expect(read([paged(1), '云岭市政协2025年工作报告', ...TEXT, paged(2), '二、工作安排', '抓好协商。'])).toMatchObject({ title: '云岭市政协2025年工作报告', noise: ['页眉：每页重复的一行', '页眉：每页重复的一行'] });
  });
});

describe('cover and contents as a program reads them', () => {
  const ENTRIES: readonly [string, number][] = [['一、2025年工作回顾', 1], ['（一）固本铸魂把稳方向，共同思想基础更加牢', 2], ['二、2026年工作安排', 9]];
  const COVER = ['政协云岭市第七届委员会第五次会议文件（之二）', '会后收回', '政协云岭市第七届委员会', '常务委员会工作报告', '林致远', '政协云岭市委员会', '2026年1月　云岭市'];

  it.each<[string, readonly string[]]>([
    ['pages behind a blank', ['目　录', ...ENTRIES.map(([words, page]) => `${words} ${page}`)]],
    ['pages on lines of their own', ['目　录', ...ENTRIES.flatMap(([words, page]) => [words, String(page)])]],
    ['two entries before their pages, the word in two', ['目', '录', ...ENTRIES.map(([words]) => words), ...ENTRIES.map(([, page]) => String(page))]],
  ])('%s', (_, contents) => {
    const found = read([...COVER, ...contents, ...HEAD, ...PARAGRAPHS.flat()]);
    expect(found).toMatchObject({ articles: 1, title: '政协云岭市第七届委员会常务委员会工作报告', speaker: '林致远', headings: HEADINGS });
    expect(new Set(found.noise.filter((why) => why !== '页码'))).toEqual(new Set(['封面：后面另有同一题目的正文', '会议文件封面上的字', '目录：各版面自己生成']));
  });
});
