import { describe, expect, it } from 'vitest';
import { shipped } from '../../../../test/build-edition';
import type { PaperMaster } from '../../model/master';
import type { Area, PagePlan, Piece } from '../../page/placement';
import { harmOf } from '../hand/harm';
import { fakeMeasurer } from '../../../../test/makeup/fake-measurer';
import { isStub, judgePage } from './page-cost';
import { whiteOf } from './page-white';
import { apartFrom, foldedLabels, narrowness, plainGutters, type Taboo, taboosOf } from './taboos';
import { Yardstick } from '../measure/yardstick';

const N8 = shipped('N8', []).master as PaperMaster;

/** Headlines of two lines, three rows each, and a blank row below; in a box they begin in its fifth row. */
const LINES = [{ from: 0.5, to: 2.5 }, { from: 3.5, to: 5.5 }];
const measure = fakeMeasurer({
  deck: () => ({ rows: 7, lines: LINES, mainLines: 2 }),
  box: () => ({ rows: 40, characters: 20, lines: LINES.map(({ from, to }) => ({ from: from + 4, to: to + 4 })), mainLines: 2 }),
});
const ruler = new Yardstick(N8, measure);

const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });
/** A story under its headline: columns, and rows of title block and text together. */
function story(article: string, column: number, columns: number, row: number, rows: number): Piece {
  return { article, variant: 'news', deck: area(column, columns, row, 7), body: [{ area: area(column, columns, row + 7, rows - 7), into: columns }], box: null, from: null, to: null };
}
const box = (article: string, column: number, columns: number, row: number, rows: number): Piece =>
  ({ article, variant: 'box', deck: null, body: [], box: { area: area(column, columns, row, rows), into: 1 }, from: null, to: null });
const jump = (article: string, ...body: Area[]): Piece =>
  ({ article, variant: 'report', deck: null, body: body.map((one) => ({ area: one, into: 1 })), box: null, from: 1, to: null });
const page = (...pieces: Piece[]): PagePlan => ({ number: 2, mastheadRows: 0, pieces });
const found = (plan: PagePlan, lead: string | null = null): Taboo[] => taboosOf(plan, lead, ruler);
const kinds = (plan: PagePlan, lead: string | null = null): string[] => found(plan, lead).map(({ kind }) => kind);

describe('N-30 碰题: two headlines side by side at the same height', () => {
  it('at one height, with less than a column between them', () => {
    expect(found(page(story('a', 0, 4, 0, 60), story('b', 4, 4, 0, 80)))).toContainEqual({ kind: 'abreast', articles: ['a', 'b'], area: area(0, 8, 0, 7) });
  });
  it.each([
    ['a column apart', page(story('a', 0, 3, 0, 60), story('b', 4, 4, 0, 80))],
    ['one lower by its height', page(story('a', 0, 4, 0, 60), story('b', 4, 4, 6, 80))],
    ['one over the other', page(story('a', 0, 8, 0, 40), story('b', 0, 8, 41, 40))],
  ])('%s: none', (_, plan) => expect(kinds(plan)).not.toContain('abreast'));
  it('30 % of the lower zone is the bound: of rows 0–7 beside 4–11 three in seven, beside 5–12 two', () => {
    expect(kinds(page(story('a', 0, 4, 0, 60), story('b', 4, 4, 4, 80)))).toContain('abreast');
    expect(kinds(page(story('a', 0, 4, 0, 60), story('b', 4, 4, 5, 80)))).not.toContain('abreast');
  });
  it('a headline whose lines end above the other one stands in its zone all the same', () => {
    // Lines to row 5.5 of seven, and from row 5.5 on; a brief of one line, three rows.
    const brief = { ...story('b', 4, 4, 5, 40), deck: area(4, 4, 5, 3) };
    expect(kinds(page(story('a', 0, 4, 0, 60), brief))).toContain('abreast');
    expect(kinds(page(story('a', 0, 4, 0, 60), { ...brief, deck: area(4, 4, 7, 3) }))).not.toContain('abreast');
  });
  it('with a box between, its frame, the lines alone count', () => {
    expect(kinds(page(story('a', 0, 6, 8, 60), box('e', 6, 2, 0, 40)))).not.toContain('abreast');
    expect(kinds(page(story('a', 0, 6, 7, 60), box('e', 6, 2, 0, 40)))).toContain('abreast');
    expect(kinds(page(story('a', 0, 4, 0, 60), box('e', 4, 2, 0, 90), story('b', 6, 2, 0, 80)))).not.toContain('abreast');
  });
  it('rows around a headline keep it from none that begins at its height', () => {
    const stretched = { ...story('a', 0, 4, 0, 60), deck: area(0, 4, 0, 20) };
    expect(kinds(page(stretched, story('b', 4, 4, 12, 80)))).toContain('abreast');
    expect(kinds(page(stretched, story('b', 4, 4, 19, 80)))).not.toContain('abreast');
  });
  it('the headline in a box counts from where it stands in the box', () => {
    expect(kinds(page(story('a', 0, 6, 0, 60), box('e', 6, 2, 0, 40)))).not.toContain('abreast');
    expect(kinds(page(story('a', 0, 6, 4, 60), box('e', 6, 2, 0, 40)))).toContain('abreast');
  });
});

describe('N-31 断版: a straight horizontal break across the whole page', () => {
  it('between two articles over the whole page', () => {
    expect(found(page(story('a', 0, 8, 0, 40), story('b', 0, 8, 41, 40)))).toContainEqual({ kind: 'across', articles: [], area: area(0, 8, 40, 1) });
  });
  it.each([
    ['an article at the side crosses it', page(story('a', 0, 6, 0, 40), story('b', 0, 6, 41, 40), box('e', 6, 2, 10, 60))],
    ['the columns of the jump go past it', page(jump('r', area(0, 3, 0, 100), area(3, 5, 0, 60)), story('b', 3, 5, 61, 39))],
    ['the gap under a title over the whole page, its box beside the text', page({ ...story('r', 0, 8, 0, 90), body: [{ area: area(0, 6, 7, 83), into: 4 }] }, box('e', 6, 2, 7, 60))],
    ['one article alone', page(story('a', 0, 8, 0, 40))],
  ])('%s: none', (_, plan) => expect(kinds(plan)).not.toContain('across'));
});

describe('N-32 通缝: a gutter from top to bottom', () => {
  it('between columns that no article crosses', () => {
    expect(found(page(jump('r', area(0, 4, 0, 100)), jump('s', area(4, 4, 0, 100))))).toContainEqual({ kind: 'gutter', articles: [], area: area(3, 2, 0, 100) });
  });
  it.each([
    ['a title crosses it', page(story('a', 0, 8, 0, 20), jump('r', area(0, 4, 21, 79)), jump('s', area(4, 4, 21, 79)))],
    ['the text of one article stands on both sides', page(jump('r', area(0, 4, 0, 100), area(4, 4, 0, 60)), story('b', 4, 4, 61, 39))],
    ['one article alone', page(jump('r', area(0, 4, 0, 100), area(4, 4, 0, 100)))],
  ])('%s: none', (_, plan) => expect(kinds(plan)).not.toContain('gutter'));
});

describe('N-33 题文分离: text without its own headline above or left', () => {
  const apart = (body: Area): PagePlan => page({ ...story('a', 2, 4, 20, 60), body: [{ area: body, into: 1 }] });
  it('text above its headline, or left of it', () => {
    expect(found(apart(area(2, 4, 0, 19)))).toContainEqual({ kind: 'headless', articles: ['a'], area: area(2, 4, 0, 19) });
    expect(kinds(apart(area(0, 2, 27, 40)))).toContain('headless');
  });
  it('text below, or right of it: none', () => {
    expect(kinds(apart(area(2, 4, 27, 40)))).not.toContain('headless');
    expect(kinds(apart(area(6, 2, 20, 40)))).not.toContain('headless');
  });
  const own = (columns: number): Piece => ({ ...story('a', 0, columns, 0, 7), body: [{ area: area(0, columns, 7, 50), into: columns }, { area: area(columns, 8 - columns, 40, 60), into: 8 - columns }] });
  const above = (columns: number): Piece => story('b', columns, 8 - columns, 8, 31);
  it('text that goes on under another article, be it the less of it: it is read as that one’s', () => {
    for (const columns of [3, 6]) expect(found(page(own(columns), above(columns)))).toContainEqual({ kind: 'headless', articles: ['a', 'b'], area: area(columns, 8 - columns, 40, 60) });
    expect(apartFrom(own(6), [own(6), above(6)])).toEqual({ rows: 120, beside: 0, own: 300, under: { area: area(6, 2, 40, 60), article: 'b' } });
    // Under the other one's box too, whose frame shows its own text alone; not where nothing is above it.
    expect(kinds(page(own(6), box('b', 6, 2, 8, 31)))).toContain('headless');
    expect(kinds(page(own(6)))).not.toContain('headless');
    // All of it by its headline's side: from the upper half of its zone on, to the row.
    const beside = (row: number): Piece => ({ ...own(3), body: [{ area: area(0, 3, 7, 50), into: 3 }, { area: area(3, 5, row, 40), into: 5 }] });
    expect([4, 5].map((row) => kinds(page(beside(row), story('b', 3, 5, row - 32, 31))).includes('headless'))).toEqual([false, true]);
    expect(kinds(page({ ...own(3), body: [{ area: area(0, 3, 7, 50), into: 3 }, { area: area(3, 5, 2, 60), into: 5 }] }, story('b', 3, 5, -30, 31)))).not.toContain('headless');
  });
  it('under its own headline, but another article between: only a box shows where its text ends', () => {
    const parted: Piece = { ...story('a', 0, 8, 0, 7), body: [{ area: area(0, 4, 7, 80), into: 4 }, { area: area(4, 4, 40, 47), into: 4 }] };
    expect(kinds(page(parted, story('b', 4, 4, 8, 31)))).toContain('headless');
    expect(kinds(page(parted, box('b', 4, 4, 7, 32)))).not.toContain('headless');
    expect(kinds(page(parted))).not.toContain('headless');
  });
  it('its text by its headline\'s side, under another article: no fault, and a headline too narrow where that is the most of it', () => {
    const narrow: Piece = { ...story('a', 0, 3, 40, 7), body: [{ area: area(0, 3, 47, 50), into: 3 }, { area: area(3, 5, 41, 56), into: 5 }] };
    const above = story('b', 3, 5, 0, 40);
    expect(kinds(page(narrow, above))).not.toContain('headless');
    const apart = apartFrom(narrow, [narrow, above]);
    expect(apart).toEqual({ own: 150, beside: 280, rows: 0, under: null });
    expect(narrowness(apart!)).toBe(1.5);
    expect([0, 110, 120, 150].map((beside) => narrowness({ ...apart!, beside }))).toEqual([0, 0, 1, 1.25]);
  });
  it('（上接…） counts as a headline', () => expect(kinds(page(jump('r', area(0, 8, 0, 40))))).not.toContain('headless'));
});

describe('N-20 (4): what jumps has five lines on either page', () => {
  it('counts the lines of all its columns', () => {
    const piece = (rows: number, from: number | null, to: number | null): Piece => ({ ...story('a', 0, 2, 0, 9), deck: null, body: [{ area: area(0, 2, 0, rows), into: 2 }], from, to });
    expect([isStub(piece(2, 1, null)), isStub(piece(2, null, 3)), isStub(piece(3, 1, null)), isStub(piece(1, null, null))]).toEqual([true, true, false, false]);
  });
});

describe('N-35 逆转: text flows up or left', () => {
  it('to the left', () => expect(found(page(jump('r', area(4, 4, 0, 40), area(0, 4, 0, 40))))).toContainEqual({ kind: 'reversed', articles: ['r'], area: area(0, 4, 0, 40) }));
  it('up in its own columns', () => expect(kinds(page(jump('r', area(0, 4, 60, 40), area(0, 4, 0, 40))))).toContain('reversed'));
  it('to the right, also where the next columns begin lower', () => expect(kinds(page(jump('r', area(0, 4, 0, 100), area(4, 4, 30, 70))))).not.toContain('reversed'));
});

describe('N-36: the fold cuts a headline line', () => {
  // The sheet's middle is row 61.4 of N8's type area; lines stand in rows 0.5–2.5 and 3.5–5.5 of the title block.
  it('a line on the fold', () => {
    expect((N8.height / 2 - N8.top) / N8.pitch).toBeCloseTo(61.4, 1);
    expect(found(page(story('a', 0, 8, 0, 50), story('b', 0, 8, 60, 40)))).toContainEqual({ kind: 'fold', articles: ['b'], area: area(0, 8, 60, 2) });
  });
  it('between two lines, above or below them: none', () => {
    for (const row of [58.4, 50, 62]) expect(kinds(page(story('b', 0, 8, row, 40)))).not.toContain('fold');
  });
  it('rows beyond its need move a headline down by half of them', () => {
    const lower = (rows: number): PagePlan => page({ ...story('b', 0, 8, 57, 60), deck: area(0, 8, 57, 7 + rows) });
    expect(kinds(lower(0))).toContain('fold');
    expect(kinds(lower(2))).not.toContain('fold');
  });
});

describe('N-36: the fold cuts a box’s label', () => {
  const labelled = new Yardstick(N8, { ...measure, box: () => ({ rows: 40, characters: 20, lines: LINES.map(({ from, to }) => ({ from: from + 4, to: to + 4 })), mainLines: 2, label: { from: 0.9, to: 2.9 } }) });
  const cut = (row: number, rows = 40) => foldedLabels(page(box('e', 0, 4, row, rows)), labelled);
  it('two rows of it, from the second row of the box on', () => {
    expect(cut(59)).toEqual([{ kind: 'fold', articles: ['e'], area: expect.objectContaining({ row: 59, rows: 2 }) as Area, isLabel: true }]);
    expect([58.4, 60.6].map((row) => cut(row).length)).toEqual([0, 0]);
  });
  it('which rows beyond its need leave where it is', () => expect(cut(59, 60)).toMatchObject([{ isLabel: true }]));
});

describe('N-37: the lead stands top left or centre', () => {
  it('lower than another headline, or right of one at its height', () => {
    expect(found(page(story('a', 0, 8, 41, 40), story('b', 0, 8, 0, 40)), 'a').map(({ kind, articles }) => [kind, articles])).toContainEqual(['lead', ['a']]);
    expect(kinds(page(story('a', 4, 4, 0, 60), story('b', 0, 4, 0, 80)), 'a')).toContain('lead');
    expect(kinds(page(story('a', 0, 8, 0, 40), story('b', 0, 8, 41, 40)), 'a')).not.toContain('lead');
    // A headline beside it at the right whose line begins a row higher in its block.
    expect(kinds(page(story('a', 0, 5, 1, 60), story('b', 5, 3, 0, 80)), 'a')).not.toContain('lead');
    expect(kinds(page(story('a', 0, 5, 4, 60), story('b', 5, 3, 0, 80)), 'a')).toContain('lead');
  });
});

describe('缺 N 行: what of the page nothing covers', () => {
  const white = (...pieces: Piece[]): ReturnType<typeof whiteOf> => whiteOf(page(...pieces), 8, 123);
  it('rows below everything, and beside the higher columns', () => {
    expect(white(story('a', 0, 8, 0, 40))).toEqual({ holes: 0, foot: 83 * 8, end: 40, worst: 0 });
    expect(white(story('a', 0, 5, 0, 40), story('b', 5, 3, 0, 30))).toEqual({ holes: 3 * 10, foot: 83 * 8, end: 40, worst: 10 });
  });
  it('the blank row between two pieces is theirs', () => expect(white(story('a', 0, 8, 0, 40), story('b', 0, 8, 41, 82))).toEqual({ holes: 0, foot: 0, end: 123, worst: 0 }));
  it('a hole between two pieces, in cells of a base column', () => expect(white(story('a', 0, 8, 0, 40), story('b', 0, 8, 44, 79))).toMatchObject({ holes: 3 * 8 }));
});

describe('N-33 in a page’s cost', () => {
  /** A story whose text stands `beside` columns wide by its headline of two columns too, under another article; a third fills the rest. */
  const withBeside = (beside: number): PagePlan => page(
    story('over', 0, 8, 0, 19),
    { ...story('narrow', 0, 2, 20, 27), body: [{ area: area(0, 2, 27, 20), into: 2 }, { area: area(2, beside, 20, 27), into: beside }] },
    box('rest', 2 + beside, 6 - beside, 20, 27),
  );
  const cost = (beside: number): number => judgePage(withBeside(beside), [], [], ruler).cost;

  it('a title much narrower than its text costs beside the words: two columns beside two, not one', () => {
    const narrow = (beside: number): number => narrowness(apartFrom(withBeside(beside).pieces[1]!, withBeside(beside).pieces)!);
    expect([narrow(1), narrow(2)]).toEqual([0, 1.5]);
    expect(cost(2) - cost(1)).toBeCloseTo(90);
  });
});

it('N-37 by hand: a speech that is set as a report leads no inner page before the edition’s first article', () => {
  const speech: Piece = { ...story('speech', 0, 8, 0, 40), variant: 'report' };
  const leads = (isReport: (article: string) => boolean): string[] => harmOf({ pages: [page(speech, story('news', 0, 8, 60, 60))] }, { edition: ['news', 'speech'], ruler, isReport }).pages[0]!.taboos.filter(({ kind }) => kind === 'lead').flatMap(({ articles }) => articles);
  expect([leads(() => false), leads((article) => article === 'speech')]).toEqual([['news'], []]);
});

describe('N-32 of a paper in the 模块式: a gutter that is seen is told', () => {
  // The lead's text goes on at the right of its headline: nothing is printed over the line between the fifth column and the sixth.
  const lead: Piece = { ...story('lead', 0, 5, 0, 30), body: [{ area: area(0, 5, 7, 23), into: 5 }, { area: area(5, 3, 0, 30), into: 3 }] };
  const plain = (...pieces: Piece[]) => plainGutters({ pieces }, N8).map(({ kind, area: { column, columns } }) => [kind, column, columns]);
  it('the lead’s text alone goes on over it', () => {
    const pieces = [lead, story('a', 0, 5, 31, 92), story('b', 5, 3, 31, 92)];
    expect(kinds(page(...pieces))).not.toContain('gutter');
    expect(plain(...pieces)).toEqual([['gutter', 4, 2]]);
  });
  it('none where a headline or a text stands over it; nor twice what is a 通缝 in any style', () => {
    expect(plain(lead, story('a', 0, 6, 31, 40), story('b', 6, 2, 31, 40), story('c', 0, 5, 72, 51), story('d', 5, 3, 72, 51))).toEqual([]);
    expect(plain(story('a', 0, 5, 0, 123), story('b', 5, 3, 0, 123))).toEqual([]);
  });
});
