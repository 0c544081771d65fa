// Rows around headlines: how many make a page good (N-34), and that more of them are white
// in a make-up's score and words; with what else its words must say of the page as it is set.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { prose, random } from '../../../../test/random';
import type { PagePlan, Piece } from '../../model/layout';
import { judgedPaper } from '../../typeset-paper';
import { headRoom, headRows, headWhite } from './head-rows';
import type { Proposal } from '../judge/proposal';

const area = (column: number, columns: number, row: number, rows: number) => ({ column, columns, row, rows });
const roll = random(7);
const pkg = packageOf(['lead', 'other', 'brief'].map((id, i) => article(id, 'news', doc(...Array.from({ length: 3 - i }, () => p(prose(roll, 150)))), { 'deck.main': ['市政协五届四次会议开幕', '攻坚克难', '委员报到'][i]! })));
const edition = { ...shipped('N6', ['lead', 'other', 'brief'], { paper: { ...DAILY, firstPage: 2 } }), important: ['other'] };
const setting = fakeSetting(pkg, edition);
const { ruler } = setting;

/** A story over two base columns, its headline `more` rows higher than it needs; its text level. */
function story(id: string, column: number, row: number, more: number): Piece {
  const { rows } = ruler.deck({ article: id, variant: 'news' }, 2);
  const thread = ruler.measure.body(id, 'news');
  const text = Math.max(...ruler.measure.fill(thread, [{ area: area(column, 2, 0, 100), into: 2 }]).rows);
  return { article: id, variant: 'news', deck: area(column, 2, row, rows + more), body: [{ area: area(column, 2, row + rows + more, text), into: 2 }], box: null, from: null, to: null };
}
const said = (...pieces: Piece[]): Proposal => judgedPaper({ placement: { pages: [{ number: 2, mastheadRows: 0, pieces } satisfies PagePlan], left: [], unboxed: [] }, cost: 0, faults: 0, led: true }, setting);

describe('rows around a headline', () => {
  it('of one line two, with those that it has already; more is white over all its columns', () => {
    expect(ruler.deck({ article: 'other', variant: 'news' }, 2).mainLines).toBe(1);
    expect([0, 1, 2, 5].map((more) => headRoom(story('other', 0, 0, more), ruler))).toEqual([2, 1, 0, 0]);
    expect([2, 3, 5].map((more) => headWhite(story('other', 0, 0, more), ruler))).toEqual([0, 2, 6]);
  });
  it('of two lines three; in a box one more; of a piece that goes on none', () => {
    const two = { ...ruler, deck: () => ({ rows: 7, lines: [], mainLines: 2 }), box: () => ({ rows: 40, lines: [], mainLines: 2, characters: 20 }) } as unknown as typeof ruler;
    const one = story('other', 0, 0, 0);
    expect(headRows({ ...one, deck: area(0, 2, 0, 9) }, two)).toEqual({ spare: 2, most: 3 });
    expect(headRows({ ...one, deck: null, body: [], box: { area: area(0, 2, 0, 48), into: 1 } } as Piece, two)).toEqual({ spare: 8, most: 4 });
    // Rows that its text takes between its lines (T-35) are beside those.
    const led = { ...two, box: () => ({ rows: 40, lines: [], mainLines: 2, characters: 20, led: 2 }) } as unknown as typeof ruler;
    expect(headRows({ ...one, deck: null, body: [], box: { area: area(0, 2, 0, 48), into: 1 } } as Piece, led)).toEqual({ spare: 8, most: 6 });
    expect(headRows({ ...one, deck: null }, two)).toBeNull();
  });
  it('too many are told and counted as white', () => {
    const [few, many] = [said(story('lead', 0, 0, 0), story('other', 2, 0, 2), story('brief', 4, 0, 0)), said(story('lead', 0, 0, 0), story('other', 2, 0, 8), story('brief', 4, 0, 0))];
    expect(few.reasons.join()).not.toContain('标题区');
    expect(few.looseness.headRows).toBe(2);
    expect(many.reasons.join()).toMatch(/各篇之间缺 \d+ 行（每行 17 字），占版心 [\d.]+%，其中“攻坚克难”的标题区多空 12 行/);
    expect(many.looseness.headRows).toBe(8);
  });
});

describe('what a make-up says of its page as it is set', () => {
  it('`fill` is what is filled of all of its lines, the foot of the last page too', () => {
    const { fill } = said(story('lead', 0, 0, 0), story('other', 2, 0, 0), story('brief', 4, 0, 0));
    expect(fill).toBeGreaterThan(0);
    expect(fill).toBeLessThan(0.3);
  });
  it('what is 重要 and stands some rows lower than what is 一般 is named with that', () => {
    const at = (row: number): string => said(story('lead', 0, 0, 0), story('other', 2, row, 0), story('brief', 4, 0, 0)).reasons.join();
    expect(at(2)).toContain('重要稿件都在一般稿件之上');
    expect(at(8)).toContain('“攻坚克难”是重要稿件，排得比一般稿件“委员报到”低');
  });
});
