// An edition a little over its page: said in its words with how much is to be left out, and
// what is proposed to be left out does spare the page. Fake fonts, a tabloid page.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, FAKE, shipped } from '../../../test/build-edition';
import { prose, random } from '../../../test/random';
import { applyChange } from '../model/apply-change';
import type { PagePlan } from '../model/layout';
import type { PaperMaster } from '../model/master';
import type { Edition, Package } from '../model/package';
import { Typesetter } from '../typeset';
import { sparePage } from './spare-page';

const T6 = shipped('T6', []).master as PaperMaster;
const piece = (id: string, columns: number, rows: number) => ({ article: id, variant: 'news' as const, deck: null, body: [{ into: columns, area: { column: 0, columns, row: 0, rows } }], box: null, from: null, to: null });
const page = (number: number, ...pieces: PagePlan['pieces']): PagePlan => ({ number, mastheadRows: 0, pieces });

describe('a last page that is nearly empty', () => {
  it('counts what stands on it, and names the longest article where so much may be left out of it', () => {
    // 6 columns × 10 rows of 11 characters, and a twentieth more, in fifties: 693 → 700.
    expect(sparePage([page(1, piece('long', 6, 80)), page(2, piece('short', 6, 10))], T6)).toEqual({ page: 2, lines: 60, characters: 700, article: 'long' });
  });
  it('names none where a third of the longest would have to go', () => {
    expect(sparePage([page(1, piece('a', 6, 30), piece('b', 6, 30)), page(2, piece('c', 6, 20))], T6)).toEqual({ page: 2, lines: 120, characters: 1400, article: null });
  });
  it.each([
    ['one page', [page(1, piece('a', 6, 10))]],
    ['a page that is more than a third full', [page(1, piece('a', 6, 80)), page(2, piece('b', 6, 40))]],
    ['a page with something pinned on it', [page(1, piece('a', 6, 80)), page(2, { ...piece('b', 6, 5), pinned: true })]],
  ])('%s is none', (_, pages) => expect(sparePage(pages, T6)).toBeNull());
});

describe('an edition a tenth over its page', () => {
  const day = (paragraphs: number): { readonly pkg: Package; readonly edition: Edition } => {
    const roll = random(3);
    const text = (count: number) => doc(...Array.from({ length: count }, () => p(`${prose(roll, 40)}。${prose(roll, 45)}。${prose(roll, 38)}。`)));
    const articles = [article('story', 'news', text(4), { 'deck.main': prose(roll, 11) }), article('report', 'report', text(paragraphs), { 'deck.main': prose(roll, 20) })];
    return { pkg: packageOf(articles), edition: shipped('T6', articles.map(({ id }) => id), { paper: { ...DAILY, firstPage: 2 } }) };
  };
  const set = new Typesetter(FAKE);
  const { pkg, edition } = day(35);
  const { layout, reasons } = set.typeset(pkg, edition).layout!;

  it('says what stands on the second page, how much left out would spare it, and how', () => {
    const said = reasons.find((reason) => reason.includes('几乎空着'));
    expect(said).toMatch(/^第3版几乎空着，只排了 \d+ 行，缺 \d+ 行（每行 11 字）.*；见报略约 \d+ 字，就不用排第3版（在排版台选中“[^”]+”按 L，列出可略的句子），要不就补约 \d+ 字的稿件、配图$/);
    const finding = set.typeset(pkg, edition).diagnostics.find(({ code }) => code === 'page-underfull');
    expect(finding?.suggestion).toMatch(/^见报略约 \d+ 字，就不用排第3版/);
  });
  it('proposes whole sentences of the longest, without which it has one page; of others nothing', () => {
    const cut = set.cut(pkg, edition, layout, 'report')!;
    expect(cut.sentences.every((sentence) => sentence.endsWith('。'))).toBe(true);
    const after = applyChange(pkg, cut.change);
    if (!after.ok) throw new Error('the cut cannot be applied');
    const made = new Typesetter(FAKE).typeset(after.value, edition);
    expect(made.layout!.layout.pages).toHaveLength(1);
    expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(set.cut(pkg, edition, layout, 'story')).toBeNull();
  });
  it('is what it was for a page that fits: nothing is left out', () => {
    const { pkg: small, edition: own } = day(32);
    expect(set.cut(small, own, set.typeset(small, own).layout!.layout, 'report')).toBeNull();
  });
});
