// An edition a little over its page: said in its words with how much is to be left out, and
// what is proposed to be left out does spare the page. Fake fonts, a tabloid page.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { prose, random } from '../../../../test/random';
import { applyChange } from '../../model/apply-change';
import type { PagePlan } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { Edition, Package } from '../../model/package';
import { Typesetter } from '../../typeset';
import type { Omission, OmissionAnswer } from '../hand/omission';
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

const omitted = (answer: OmissionAnswer): Omission => {
  if (!answer.ok) throw new Error(answer.reason);
  return answer.omission;
};

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
    expect(said).toMatch(/^第3版几乎空着，只排了 \d+ 行，缺 \d+ 行（每行 11 字）.*；见报略至多约 \d+ 字，就不用排第3版（往往少得多：在排版台选中“[^”]+”按 L，试出够用的几句），要不就补约 \d+ 字的稿件、配图$/);
    const finding = set.typeset(pkg, edition).diagnostics.find(({ code }) => code === 'page-underfull');
    expect(finding?.suggestion).toMatch(/^见报略至多约 \d+ 字，就不用排第3版/);
  });
  it('proposes whole sentences of the longest, without which it has one page; of others nothing', () => {
    const { parts: [part], ...omission } = omitted(set.omission(pkg, edition, layout, 'report'));
    const { cut } = part!;
    expect(omission).toEqual({ why: 'page', page: 3, characters: cut.characters, layout: null });
    expect(cut.sentences.every((sentence) => sentence.endsWith('。'))).toBe(true);
    const after = applyChange(pkg, cut.change);
    if (!after.ok) throw new Error('the cut cannot be applied');
    const made = new Typesetter(FAKE).typeset(after.value, edition);
    expect(made.layout!.layout.pages).toHaveLength(1);
    expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(set.omission(pkg, edition, layout, 'story')).toEqual({ ok: false, reason: expect.stringMatching(/^这一块排得下。要不排第3版，选中“.*”再按 L$/u) as string });
    // Of the page as such it is the same.
    expect(omitted(set.omission(pkg, edition, layout, null)).parts.map(({ article: id }) => id)).toEqual(['report']);
  });
  it('is what it was for a page that fits: nothing is left out', () => {
    const { pkg: small, edition: own } = day(32);
    expect(set.omission(small, own, set.typeset(small, own).layout!.layout, 'report')).toEqual({ ok: false, reason: '这一块排得下，不用略' });
    expect(set.omission(small, own, set.typeset(small, own).layout!.layout, null)).toMatchObject({ ok: false });
  });
});

describe('a page over in several articles of which none can give enough', () => {
  const roll = random(5);
  const text = (count: number) => doc(...Array.from({ length: count }, () => p(`${prose(roll, 40)}。${prose(roll, 45)}。${prose(roll, 38)}。`)));
  const articles = [
    article('lead', 'news', text(7), { 'deck.main': prose(roll, 11) }), article('view', 'editorial', text(6), { 'deck.main': prose(roll, 8) }),
    article('second', 'news', text(7), { 'deck.main': prose(roll, 10) }), article('third', 'news', text(7), { 'deck.main': prose(roll, 10) }), article('plain', 'news', text(7), { 'deck.main': prose(roll, 10) }),
  ];
  const pkg = packageOf(articles);
  const edition: Edition = { ...shipped('T6', articles.map(({ id }) => id), { paper: { ...DAILY, firstPage: 2 } }), important: ['second'] };
  const set = new Typesetter(FAKE);
  const { layout } = set.typeset(pkg, edition).layout!;

  it('leaves out sentences of several, most of those that are least important, of the editorial none; then a page is spared', () => {
    const spare = sparePage(layout.pages, T6)!;
    expect(spare.article).toBeNull();
    const { parts, characters, page: spared } = omitted(set.omission(pkg, edition, layout, null));
    expect(spared).toBe(spare.page);
    const by = new Map(parts.map(({ article: id, cut }) => [id, cut.characters]));
    expect(by.size).toBeGreaterThan(1);
    expect(by.has('view')).toBe(false);
    expect(by.get('plain') ?? 0).toBeGreaterThanOrEqual(by.get('lead') ?? 0);
    expect(characters).toBe([...by.values()].reduce((sum, one) => sum + one, 0));
    for (const { cut } of parts) expect(cut.sentences.every((sentence) => sentence.endsWith('。'))).toBe(true);
    const after = parts.reduce((one, { cut }) => {
      const next = applyChange(one, cut.change);
      if (!next.ok) throw new Error(next.reason);
      return next.value;
    }, pkg);
    const made = new Typesetter(FAKE).typeset(after, edition);
    expect(made.layout!.layout.pages).toHaveLength(layout.pages.length - 1);
    expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a page less with something locked', () => {
  it('keeps it where it is: the pages made up around it are part of the step', () => {
    const roll = random(3);
    const text = (count: number) => doc(...Array.from({ length: count }, () => p(`${prose(roll, 40)}。${prose(roll, 45)}。${prose(roll, 38)}。`)));
    const articles = [article('story', 'news', text(4), { 'deck.main': prose(roll, 11) }), article('report', 'report', text(36), { 'deck.main': prose(roll, 20) })];
    const pkg = packageOf(articles);
    const edition = shipped('T6', articles.map(({ id }) => id), { paper: { ...DAILY, firstPage: 2 } });
    const set = new Typesetter(FAKE);
    const { layout } = set.typeset(pkg, edition).layout!;
    const locked = { pages: layout.pages.map((plan) => ({ ...plan, pieces: plan.pieces.map((piece) => (piece.article === 'story' ? { ...piece, pinned: true } : piece)) })) };
    const story = locked.pages.flatMap(({ pieces }) => pieces).find((piece) => piece.article === 'story')!;
    const answer = set.omission(pkg, { ...edition, layout: locked }, locked, 'report');
    if (!answer.ok) throw new Error(answer.reason);
    expect(answer.omission.layout!.pages).toHaveLength(locked.pages.length - 1);
    expect(answer.omission.layout!.pages[0]!.pieces.find((piece) => piece.article === 'story')).toEqual(story);
  });
});

describe('an article that jumps', () => {
  const roll = random(8);
  const articles = [article('long', 'news', doc(...Array.from({ length: 24 }, () => p(`${prose(roll, 40)}。${prose(roll, 45)}。`))), { 'deck.main': prose(roll, 11) }), article('other', 'news', doc(...Array.from({ length: 6 }, () => p(`${prose(roll, 40)}。${prose(roll, 45)}。`))), { 'deck.main': prose(roll, 10) })];
  const pkg = packageOf(articles);
  const edition = shipped('N8', ['long', 'other'], { paper: { ...DAILY, firstPage: 2 } });
  const set = new Typesetter(FAKE);
  const long = (rows: number) => ({ article: 'long', variant: 'news' as const, deck: { column: 0, columns: 4, row: 0, rows: 6 }, body: [{ area: { column: 0, columns: 4, row: 6, rows }, into: 4 }], box: null, from: null, to: 3 });
  const going = { article: 'long', variant: 'news' as const, deck: null, body: [{ area: { column: 0, columns: 4, row: 60, rows: 40 }, into: 4 }], box: null, from: 2, to: null };
  const other = { article: 'other', variant: 'news' as const, deck: { column: 0, columns: 4, row: 0, rows: 5 }, body: [{ area: { column: 0, columns: 4, row: 5, rows: 40 }, into: 4 }], box: null, from: null, to: null };
  const layoutOf = (rows: number) => ({ pages: [{ number: 2, mastheadRows: 0, pieces: [long(rows)] }, { number: 3, mastheadRows: 0, pieces: [other, going] }] });
  const whole = (): number => {
    for (let rows = 10; ; rows++) if (set.rooms(pkg, edition, { pages: [{ number: 2, mastheadRows: 0, pieces: [{ ...long(rows), to: null }] }] })[0]!.over === 0) return rows;
  };

  it('is brought back onto its page by sentences left out, with its jump gone', () => {
    const { why, page: back, parts, layout } = omitted(set.omission(pkg, edition, layoutOf(whole() - 3), 'long'));
    expect([why, back, parts.map(({ article: id }) => id)]).toEqual(['jump', 2, ['long']]);
    expect(layout!.pages.flatMap(({ pieces }) => pieces.map((piece) => [piece.article, piece.to]))).toEqual([['long', null], ['other', null]]);
    const after = applyChange(pkg, parts[0]!.cut.change);
    if (!after.ok) throw new Error(after.reason);
    expect(set.rooms(after.value, edition, layout!).find((room) => room.article === 'long')!.over).toBe(0);
    expect(set.typeset(after.value, { ...edition, layout: layout! }).diagnostics.filter(({ code }) => code === 'frame-overset' || code === 'jump-broken')).toEqual([]);
  });
  it('is told how much it would be where so much is not to be had, and where nothing need be left out', () => {
    expect(set.omission(pkg, edition, layoutOf(10), 'long')).toEqual({ ok: false, reason: expect.stringMatching(/要略约 \d+ 字（\d+ 行）才能并回第2版，整句里略不出这么多/u) as string });
    expect(set.omission(pkg, edition, layoutOf(whole() + 2), 'long')).toEqual({ ok: false, reason: expect.stringContaining('按 J 并回一版') as string });
  });
});
