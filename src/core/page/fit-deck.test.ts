import { describe, expect, it } from 'vitest';
import { shipped } from '../../../test/build-edition';
import { paragraphOf } from '../../../test/paragraphs';
import { block, newSetter } from '../../../test/threads';
import type { Block } from '../flow/flow';
import type { Variant } from '../model/layout';
import type { PaperMaster } from '../model/master';
import { fitDeck, smallerDecks, type Standing, yieldingDecks, scaledBlock } from './fit-deck';
import { longMeasure } from './paper-grid';

const N8 = shipped('N8', []).master as PaperMaster;
const T6 = shipped('T6', []).master as PaperMaster;
const TITLE = '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告';

const titled = (name: string, text: string, size: number): Block =>
  block(paragraphOf(text, { name, title: true, align: 'center', indent: 0, gridLines: 5, text: { role: 'hei', latin: 'body', size, embolden: 0, rise: 0 } }));

function sizes(deck: readonly Block[], variant: Variant, columns: number, master: PaperMaster): number[] {
  return fitDeck(deck, variant, columns, longMeasure(master, columns), master, newSetter(), undefined, variant === 'report' ? 'lead' : 'plain').map(({ content }) => content.style.text.size);
}

describe('N-11, N-21: a 主题 has the largest size of the type case at which it stands in few lines', () => {
  it('a report’s title over a whole broadsheet page as the look has it, over a tabloid smaller, in two lines', () => {
    const deck = [titled('title', TITLE, 48), titled('occasion', '——在政协云岭市第五届委员会第四次会议上', 22)];
    expect(sizes(deck, 'report', 8, N8)).toEqual([48, 22]);
    const [main, sub] = sizes(deck, 'report', 6, T6);
    expect(main).toBeLessThan(48);
    expect(T6.headlines!.ladder).toContain(main);
    expect(sub! / main!).toBeLessThanOrEqual(0.5);
    const fitted = fitDeck(deck, 'report', 6, longMeasure(T6, 6), T6, newSetter(), undefined, 'lead')[0]!.content;
    expect(fitted.kind === 'paragraph' && newSetter().set(fitted, longMeasure(T6, 6)).lines.length).toBeLessThanOrEqual(2);
  });
  it('where and by whom a report is given stays 三号 under a smaller title, or half as large as a small one (N-21)', () => {
    const named = (name: string, text: string, size: number): Block => block(paragraphOf(text, { name, align: 'center', indent: 0, gridLines: 2, text: { role: 'kai', latin: 'body', size, embolden: 0, rise: 0 } }));
    const of = (main: number): number[] => [named('occasion', '——在政协云岭市第五届委员会第四次会议上', 22), named('date', '（2026年1月12日）', 15), named('speaker', '林致远', 17)]
      .map((one) => scaledBlock(one, main / 48, main, [10.5, 12, 14, 16, 18, 21, 24, 28, 32, 36, 42, 48], N8.pitch).content.style.text.size);
    expect(of(48)).toEqual([21, 14, 16]);
    expect(of(32)).toEqual([16, 10.5, 16]);
    expect(of(28)).toEqual([14, 10.5, 14]);
    expect(of(21)).toEqual([10.5, 10.5, 10.5]);
  });
  it('a zone that one line more makes too low has it a size smaller, not as a lesser article’s', () => {
    const deck = [titled('title', TITLE, 48), titled('occasion', '——在政协云岭市第五届委员会第四次会议上', 22), titled('abridged', '（摘要）', 15)];
    const made = [...smallerDecks(deck, 'report', 8, longMeasure(N8, 8), N8, newSetter(), undefined, 'lead')].map((blocks) => blocks.map(({ content }) => content.style.text.size));
    expect(made.map(([main]) => main)).toEqual([48, 42, 36, 32, 28]);
    // The lines below it keep their proportion.
    for (const [main, occasion] of made) expect(occasion! / main!).toBeCloseTo(22 / 48, 1);
    // As two lines alone: 28 characters of 36 pt are 9 pt more than the page's 999.
    expect([...smallerDecks(deck, 'report', 8, longMeasure(N8, 8), N8, newSetter(), 2, 'lead')].map(([main]) => main!.content.style.text.size)).toEqual([48, 42, 36]);
  });
  it('over columns where no size has it in two lines: in as few as there are, never the look’s own size in a stack', () => {
    const long = '政协云岭市第五届委员会常务委员会关于五届三次会议以来提案工作情况的报告';
    const width = longMeasure(T6, 2);
    const linesAt = (deck: readonly Block[]): number => {
      const [main] = deck;
      if (main?.content.kind !== 'paragraph') throw new Error('no title');
      return newSetter().set(main.content, width).lines.length;
    };
    const deck = [titled('title', long, 42)];
    const fitted = fitDeck(deck, 'report', 2, width, T6, newSetter());
    expect(linesAt(deck)).toBeGreaterThan(6);
    expect(linesAt(fitted)).toBeLessThan(linesAt(deck) - 2);
  });
  it('two lines that are asked for where it would stand in one: about as long as each other, parted where meaning allows, in its own size', () => {
    const width = longMeasure(T6, 5);
    const deck = [titled('boxTitle', '同心启新程　实干谱华章', 24)];
    const [own] = fitDeck(deck, 'box', 5, width, T6, newSetter());
    const [two] = fitDeck(deck, 'box', 5, width, T6, newSetter(), 2);
    const textOf = (one: Block | undefined): string[] => (one?.content.kind !== 'paragraph' ? [] : newSetter().set(one.content, width).lines.map(({ from, to }) => (one.content.kind === 'paragraph' ? one.content.text.slice(from, to).trim() : '')));
    expect([textOf(own), textOf(two)]).toEqual([['同心启新程　实干谱华章'], ['同心启新程', '实干谱华章']]);
    expect(two?.content.style.text.size).toBe(own?.content.style.text.size);
    // Four characters are one line, whatever is asked.
    expect(textOf(fitDeck([titled('boxTitle', '隆重开幕', 24)], 'box', 5, width, T6, newSetter(), 2)[0])).toEqual(['隆重开幕']);
  });
  it('news by the columns that it spans, in one line where that is not much smaller', () => {
    const deck = [titled('newsTitle', '市政协召开常委会议', 24)];
    expect([2, 4, 8].map((columns) => sizes(deck, 'news', columns, N8)[0])).toEqual([18, 24, 36]);
    const long = [titled('newsTitle', '市政协五届四次会议开幕　林致远作工作报告', 24)];
    const [size] = sizes(long, 'news', 4, N8);
    expect(size).toBe(24);
  });
  it('larger the more an article matters: the lead’s over as many columns, then what is 重要; little text has a narrow headline’s size however wide it stands', () => {
    const deck = [titled('newsTitle', '市政协召开常委会议', 24)];
    const over = (columns: number) => (['lead', 'important', 'plain', 'short', 'brief'] as const).map((standing) => fitDeck(deck, 'news', columns, longMeasure(N8, columns), N8, newSetter(), undefined, standing)[0]!.content.style.text.size);
    expect(over(4)).toEqual([32, 28, 24, 21, 18]);
    expect(over(2)).toEqual([24, 21, 18, 18, 18]);
  });
  it('what leads has two lines rather than one as small as the others have: over four columns 32 pt, a plain one 24', () => {
    const deck = [titled('newsTitle', '政协云岭市第六届委员会第三次会议隆重开幕', 24)];
    const over = (standing: Standing): number => fitDeck(deck, 'news', 4, longMeasure(N8, 4), N8, newSetter(), undefined, standing)[0]!.content.style.text.size;
    expect([over('lead'), over('plain')]).toEqual([32, 24]);
  });
  it('a report that does not lead has no larger headline than the lead’s over as many columns, and two lines', () => {
    const width = longMeasure(T6, 3);
    const [report] = fitDeck([titled('title', '政协云岭市第五届委员会常务委员会关于五届三次会议以来提案工作情况的报告', 48)], 'report', 3, width, T6, newSetter(), undefined, 'plain');
    const [story] = fitDeck([titled('newsTitle', '市政协会议闭幕', 24)], 'news', 3, width, T6, newSetter(), undefined, 'lead');
    if (report?.content.kind !== 'paragraph') throw new Error('no title');
    expect(report.content.style.text.size).toBeLessThan(story!.content.style.text.size);
    expect(newSetter().set(report.content, width).lines.length).toBeLessThanOrEqual(2);
  });
  it('whole rows: a line’s cell is as high as its size needs; the same blocks each time', () => {
    const deck = [titled('newsTitle', '市政协召开常委会议', 24)];
    const setter = newSetter();
    const [one, other] = [0, 1].map(() => fitDeck(deck, 'news', 8, longMeasure(N8, 8), N8, setter)[0]!);
    expect(one).toBe(other);
    expect(one!.content.style.gridLines).toBe(Math.ceil((36 * 1.15) / 11.25));
  });
  it('a step or two smaller where its lines end by the meaning only so, never much smaller for it', () => {
    const set = (text: string, columns: number) => {
      const width = longMeasure(N8, columns);
      const [main] = fitDeck([titled('newsTitle', text, 24)], 'news', columns, width, N8, newSetter());
      if (main?.content.kind !== 'paragraph') throw new Error('no title');
      const { lines } = newSetter().set(main.content, width);
      const shown = main.content.text;
      return [main.content.style.text.size, lines.map(({ from, to }) => shown.slice(from, to)).join('|')];
    };
    // 21 pt would end the first line inside 第五届委员会, which is one name.
    expect(set('中国人民政治协商会议云岭市第五届委员会第四次会议在云岭大剧院隆重开幕', 3)).toEqual([18, '中国人民政治协商会议云岭市第五届委员会|第四次会议在云岭大剧院隆重开幕']);
    expect(set('把“小提案”办成“大民生”：云岭市政协探索提案办理“双向评议”机制观察', 4)[1]).toBe('把“小提案”办成“大民生”：|云岭市政协探索提案办理“双向评议”机制观察');
    expect(set('市政协十二届常委会第二十一次会议关于政府工作报告的协商意见', 4)).toEqual([24, '市政协十二届常委会第二十一次会议|关于政府工作报告的协商意见']);
  });
  it('a committee and its term are parted at no size where a smaller one keeps them together', () => {
    // 63 characters of the body: at 36 pt the first line would end 第五届 / 委员会.
    const [main] = fitDeck([titled('title', TITLE, 48)], 'report', 5, 567, N8, newSetter(), undefined, 'lead');
    if (main?.content.kind !== 'paragraph') throw new Error('no title');
    const { lines } = newSetter().set(main.content, 567);
    const shown = main.content.text;
    expect([main.content.style.text.size, lines.map(({ from, to }) => shown.slice(from, to)).join('|')]).toEqual([28, '中国人民政治协商会议云岭市第五届委员会|常务委员会工作报告']);
  });
  it('a report’s title over a tabloid page: the body’s name whole in its first line, a fifth smaller for that', () => {
    const width = longMeasure(T6, 6);
    const [main] = fitDeck([titled('title', TITLE, 48)], 'report', 6, width, T6, newSetter(), undefined, 'lead');
    if (main?.content.kind !== 'paragraph') throw new Error('no title');
    const { lines } = newSetter().set(main.content, width);
    // 42 pt hold 15 characters, 36 pt 17: the first line would end at 云岭市, whose 第五届委员会 it is.
    expect([main.content.style.text.size, lines.map(({ from, to }) => TITLE.slice(from, to)).join('|')]).toEqual([32, '中国人民政治协商会议云岭市第五届委员会|常务委员会工作报告']);
  });
  it('a date does not grow beyond 四号 with its 主题, a sub-title does; neither is smaller for that where the look has it larger (N-21)', () => {
    const deck = (date: number): Block[] => [titled('newsTitle', '政协云岭市第五届委员会第四次会议关于常务委员会工作报告的决议', 21), titled('sub', '一月十五日通过', 12), titled('date', '2026年1月15日', date)];
    const [main, sub, date] = sizes(deck(12), 'news', 8, N8);
    expect(main).toBeGreaterThan(28);
    expect(sub! / main!).toBeCloseTo(12 / 21, 1);
    expect(date).toBe(14);
    expect(sizes(deck(16), 'news', 8, N8)[2]).toBe(16);
  });
  it('what gives way to a headline that matters more is up to a quarter smaller, in as many lines that end no worse', () => {
    const width = longMeasure(N8, 4);
    const given = (text: string): number[] => {
      const deck = [titled('newsTitle', text, 24), titled('newsSub', '一月十五日', 14)];
      const fitted = fitDeck(deck, 'news', 4, width, N8, newSetter());
      return [fitted[0]!.content.style.text.size, ...[...yieldingDecks(deck, fitted, width, N8, newSetter())].map(({ size, blocks }) => (blocks[0]!.content.style.text.size === size ? size : NaN))];
    };
    expect(given('市政协召开常委会议')).toEqual([24, 21, 18]);
    // In 18 pt the first line would hold more of it than meaning allows, or all of it stand in one.
    const [size, ...smaller] = given('把“小提案”办成“大民生”：云岭市政协探索提案办理“双向评议”机制观察');
    for (const one of smaller) expect(one).toBeLessThan(size!);
    expect([...yieldingDecks([titled('newsSub', '（2026年1月12日）', 14)], [titled('newsSub', '（2026年1月12日）', 14)], width, N8, newSetter())]).toEqual([]);
  });
  it('a block without a 主题 stays', () => {
    const deck = [titled('newsSub', '（2026年1月12日）', 14)];
    expect(fitDeck(deck, 'news', 3, longMeasure(N8, 3), N8, newSetter())).toBe(deck);
  });
});

describe('fitted by size, then by word space, then by letter space, never by distorting letters', () => {
  const fitted = (text: string) => {
    const [main] = fitDeck([titled('newsTitle', text, 24)], 'news', 4, longMeasure(N8, 4), N8, newSetter());
    if (main?.content.kind !== 'paragraph') throw new Error('no title');
    const { text: { size }, tracking, wordSpace } = main.content.style;
    const set = newSetter().set(main.content, longMeasure(N8, 4));
    return { size, tracking, wordSpace, lines: set.lines.length, right: set.lines[0]!.right };
  };

  // 495 pt are 20.6 em of 24 pt; a blank of a title is an em.
  it.each([
    ['as it falls', 20, 0, { size: 24, tracking: undefined, wordSpace: undefined }],
    ['half of a blank', 10, 10, { size: 24, tracking: 0, wordSpace: 0.5 }],
    ['.02 em between letters', 21, 0, { size: 24, tracking: -0.02, wordSpace: 0.5 }],
    ['a size less, when letters would have to give more than .04 em', 22, 0, { size: 21, tracking: undefined, wordSpace: undefined }],
  ] as const)('%s: %d and %d characters', (_, first, second, expected) => {
    const made = fitted(`${'开'.repeat(first)}${second === 0 ? '' : ` ${'幕'.repeat(second)}`}`);
    expect(made).toMatchObject({ ...expected, lines: 1 });
    expect(made.right).toBeLessThanOrEqual(longMeasure(N8, 4) + 0.01);
  });
});
