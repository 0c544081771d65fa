// Feet are told of as they are printed: last lines against the feet of the areas that the plan
// gives, in the proposal's numbers and words, the check's findings and the desk's rooms alike.
// Small pages by hand, whose lines were counted on the composed page (printed-feet.ts).
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { type PrintedLeg, printedLegs } from '../../../../test/makeup/printed-feet';
import { prose, random } from '../../../../test/random';
import type { Area, Broken, Piece } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import { Typesetter } from '../../typeset';
import { judgedPaper } from '../../typeset-paper';

const roll = random(11);
const pkg = packageOf([article('lead', 'news', doc(...Array.from({ length: 8 }, () => p(prose(roll, 96)))), { 'deck.main': '头条' })]);
const narrow = shipped('N6', ['lead'], { paper: { ...DAILY, firstPage: 2 } });
/** A page of three columns. */
const edition = { ...narrow, master: { ...(narrow.master as PaperMaster), columns: 3 } };
const setting = fakeSetting(pkg, edition);
const area = (column: number, columns: number, row: number, rows: number): Area => ({ column, columns, row, rows });

function told(piece: Piece): { readonly legs: readonly PrintedLeg[]; readonly feetLines: number; readonly words: string; readonly findings: string; readonly short: number } {
  const plan = { number: 2, mastheadRows: 0, pieces: [piece] };
  const [page] = setting.composer.compose({ pages: [plan], left: [], unboxed: [] }).pages;
  const { feetLines, reasons } = judgedPaper({ placement: { pages: [plan], left: [], unboxed: [] }, cost: 0, faults: 0, led: true }, setting);
  const typesetter = new Typesetter({ fonts: FAKE.fonts, images: new Map() });
  const layout = { pages: [plan] };
  const { diagnostics } = typesetter.typeset(pkg, { ...edition, layout });
  return {
    legs: printedLegs(plan, page!.frames, edition.master as PaperMaster), feetLines, words: reasons.join('；'),
    findings: diagnostics.map(({ message }) => message).join('；'), short: typesetter.rooms(pkg, edition, layout).reduce((sum, room) => sum + room.short, 0),
  };
}

const piece = (deck: Area, ...body: Broken[]): Piece => ({ article: 'lead', variant: 'news', deck, body, box: null, from: null, to: null });
const run = (one: Area): Broken => ({ area: one, into: one.columns });

const lastColumn = (rows: number): Piece => piece(area(0, 3, 0, 5), run(area(0, 2, 5, rows)), run(area(2, 1, 5, rows)));
const lastTwo = (rows: number): Piece => piece(area(0, 3, 0, 5), run(area(0, 1, 5, rows)), run(area(1, 2, 5, rows)));
const upright = (rows: number): Piece => ({ ...piece(area(0, 1, 0, rows), run(area(1, 2, 0, rows))), upright: true });

describe('N-34, T-36: feet are told of as they are printed', () => {
  it('a last column of its own that stops eight lines above the others is a hole, in words, numbers and findings', () => {
    const { legs, feetLines, short, words, findings } = told(lastColumn(19));
    expect(legs.map(({ printed }) => printed)).toEqual([[19, 19], [11]]);
    expect([feetLines, short]).toEqual([8, 8]);
    expect(words).toContain('栏脚最多差 8 行');
    expect(words).toContain('第2版有各栏不齐：“头条”');
    expect(words).not.toContain('齐平');
    expect(findings).toContain('有一栏没有排到底');
  });
  it('two columns that stop a row above their area, both of them, are no last column a line short', () => {
    const { legs, feetLines, short, words } = told(lastTwo(17));
    expect(legs.map(({ printed }) => printed)).toEqual([[17], [16, 16]]);
    expect([feetLines, short]).toEqual([1, 2]);
    expect(words).toContain('栏脚最多差 1 行');
    expect(words).not.toContain('齐平');
  });
  it('text beside a title downwards that stops above the title’s foot is told; one line of its last column is none', () => {
    const { legs, feetLines, short, words } = told(upright(26));
    expect(legs.map(({ printed }) => printed)).toEqual([[25, 24]]);
    expect([feetLines, short]).toEqual([2, 3]);
    expect(words).toContain('栏脚最多差 2 行');
    expect(told(upright(28)).words).toContain('第2版有空洞，栏脚最多差 4 行');
    expect(told(upright(25)).words).toContain('各篇栏脚齐平，篇末一栏最多短 1 行');
  });
  it.each([...[17, 18, 19].flatMap((rows) => [lastColumn(rows), lastTwo(rows)]), ...[25, 26, 27].map(upright)])('proposal and slip count the same lines that are on the page', (one) => {
    const { legs, feetLines, short } = told(one);
    const empty = legs.flatMap(({ rows, printed }) => printed.map((own) => rows - own));
    expect(feetLines).toBe(Math.max(...empty));
    expect(short).toBe(empty.reduce((sum, rows) => sum + rows, 0));
  });
});
