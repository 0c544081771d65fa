import { describe, expect, it } from 'vitest';
import { article, doc, h, lead, p, par, packageOf, table } from '../../../../test/build';
import { DAILY, FAKE_FONTS, shipped } from '../../../../test/build-edition';
import { prose, random } from '../../../../test/random';
import type { BlockOrigin } from '../../flow/flow';
import { Flower } from '../../flow/flow-article';
import { areasOf } from '../../model/layout';
import type { PaperMaster } from '../../model/master';
import type { Article, PaperProfile } from '../../model/package';
import { PaperComposer } from '../../page/compose-paper';
import { Paginator } from '../../page/paginate';
import { PieceMemory } from '../../page/piece-memory';
import type { PagePlan, Placement } from '../../page/placement';
import { Setter } from '../../page/setter';
import { breakColumns } from '../measure/break-columns';
import { placeArticles } from './place';
import { whiteOf } from '../rules/page-white';
import { taboosOf } from '../rules/taboos';
import { Yardstick } from '../measure/yardstick';

const PRESETS = ['N8', 'N6', 'T6'] as const;

function planned(articles: readonly Article[], preset: string, options: { firstPage?: number; mastheadRows?: number } = {}, profile: PaperProfile = DAILY) {
  const edition = shipped(preset, articles.map(({ id }) => id), { paper: profile });
  const master = edition.master as PaperMaster;
  const { meeting, stage } = packageOf(articles);
  const setter = new Setter(FAKE_FONTS);
  const paginator = new Paginator(setter);
  const flower = new Flower();
  const origins = new Map<number, BlockOrigin>();
  const composer = new PaperComposer({
    dress: () => ({}), picture: () => null, standing: () => 'plain', outranks: () => false,
    master, sheet: flower.sheet(edition.look), paper: edition.paper, date: '2026-01-13',
    flow: (id, variant) => flower.flow(articles.find((one) => one.id === id)!, { edition, meeting, stage, variant, noteNumber: null, notesKey: '' }, origins).flow,
  }, { flower, setter, paginator, pieces: new PieceMemory(paginator), pages: new WeakMap() });
  const placement = placeArticles(articles.map(({ id, kind }) => ({ article: id, kind })), master, { firstPage: 1, mastheadRows: 0, ...options }, composer.measurer);
  return { master, placement, composed: composer.compose(placement), ruler: new Yardstick(master, composer.measurer) };
}

/** Every breach of what a placement must be, as a sentence. */
function faults({ pages, left }: Placement, master: PaperMaster, articles: readonly Article[]): string[] {
  const found: string[] = [];
  for (const page of pages) {
    const areas = page.pieces.flatMap((piece) => areasOf(piece).map((area) => ({ area, piece })));
    for (const { area, piece } of areas) {
      if (area.column < 0 || area.column + area.columns > master.columns || area.row < page.mastheadRows || area.row + area.rows > master.lines || area.rows < 1) {
        found.push(`${piece.article} on ${page.number}: ${JSON.stringify(area)} is outside the type area`);
      }
    }
    areas.forEach((a, i) => areas.slice(i + 1).forEach((b) => {
      const apart = a.area.column + a.area.columns <= b.area.column || b.area.column + b.area.columns <= a.area.column ||
        a.area.row + a.area.rows <= b.area.row || b.area.row + b.area.rows <= a.area.row;
      if (!apart) found.push(`${a.piece.article} and ${b.piece.article} overlap on ${page.number}`);
    }));
    // N-33: the text of a piece stands under its own headline, or at the right of what does.
    for (const piece of page.pieces) {
      for (const { area } of piece.body) if (piece.deck !== null && area.row < piece.deck.row) found.push(`${piece.article}: text above its headline (N-33)`);
    }
  }
  for (const { id } of articles) {
    const own = pages.flatMap((page) => page.pieces.filter((piece) => piece.article === id).map((piece) => ({ page: page.number, piece })));
    if (own.length === 0 && !left.includes(id)) found.push(`${id} is nowhere`);
    own.forEach(({ page, piece }, i) => {
      const [before, after] = [own[i - 1]?.page ?? null, own[i + 1]?.page ?? null];
      if (piece.from !== before) found.push(`${id} on ${page} says it comes from ${piece.from}, which is ${before}`);
      if (piece.to !== after && !(after === null && left.includes(id))) found.push(`${id} on ${page} says it goes on on ${piece.to}, which is ${after}`);
      if (after !== null && after <= page) found.push(`${id} jumps backwards`);
    });
  }
  return found;
}

const text = (roll: (below: number) => number, count: number, length: number) => doc(...Array.from({ length: count }, (_, i) =>
  (i % 5 === 0 && count > 6 ? h(1, '工作回顾') : i % 5 === 2 ? par({ head: { level: 2 } }, lead('固本铸魂。'), prose(roll, length)) : p(prose(roll, length)))));

/** The articles of an opening day, as long as asked. */
function openingDay(roll: (below: number) => number, size: { report?: number; editorial?: number; story?: number; brief?: number }): Article[] {
  const { report = 0, editorial = 0, story = 0, brief = 0 } = size;
  return [
    ...(story === 0 ? [] : [article('story', 'news', text(roll, story, 180), { 'deck.over': '肩负重托 共商大计', 'deck.main': '市政协五届四次会议隆重开幕' })]),
    ...(editorial === 0 ? [] : [article('editorial', 'editorial', text(roll, editorial, 220), { 'deck.main': '踔厉奋发启新程', 'deck.sub': '——热烈祝贺大会开幕' }, '社论')]),
    ...(report === 0 ? [] : [article('report', 'report', text(roll, report, 260), {
      'deck.main': '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', 'head.occasion': '——在政协云岭市第五届委员会第四次会议上', 'head.date': '（2026年1月12日）', 'head.speaker': '林远', 'head.salutation': '各位委员：',
    })]),
    ...(brief === 0 ? [] : [article('brief', 'news', text(roll, brief, 120), { 'deck.main': '委员报到' })]),
  ];
}

describe.each(PRESETS)('articles on %s pages', (preset) => {
  it.each([
    ['a report alone', { report: 27 }],
    ['a report and its editorial', { report: 27, editorial: 6 }],
    ['the sample\'s page: story, editorial, report, brief', { story: 8, editorial: 6, report: 27, brief: 3 }],
    ['a story that jumps, and a report after it', { story: 60, report: 27 }],
    ['a long report', { report: 120, brief: 2 }],
    ['briefs alone', { story: 2, brief: 2 }],
  ])('%s: nothing overlaps, nothing outside, every article once, both ends of a jump point at each other', (_, size) => {
    for (const options of [{ firstPage: 1, mastheadRows: 12 }, { firstPage: 2 }]) {
      const articles = openingDay(random(3), size);
      const { placement, master, composed } = planned(articles, preset, options);
      expect(faults(placement, master, articles)).toEqual([]);
      expect(composed.overset).toEqual([]);
    }
  });
  it('random days', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const roll = random(seed);
      const articles = openingDay(roll, { report: roll(3) * (1 + roll(60)), editorial: roll(2) * (1 + roll(20)), story: roll(70), brief: 1 + roll(6) });
      const { placement, master, composed } = planned(articles, preset, roll(2) === 0 ? { mastheadRows: 12 } : {});
      expect(faults(placement, master, articles), `seed ${seed}`).toEqual([]);
      expect(composed.overset, `seed ${seed}`).toEqual([]);
    }
  });
  it('labels follow the pages that pieces are printed on, whatever number the first page has', () => {
    for (const firstPage of [1, 5]) {
      const articles = openingDay(random(4), { story: 80, report: 27 });
      const { placement, composed } = planned(articles, preset, { firstPage });
      const printed = composed.pages.flatMap((page, i) => page.frames.flatMap(({ frame, fragments }) => (
        frame.what === 'jump-to' ? [`${placement.pages[i]!.number} ${fragments[0]!.set.paragraph.text}`] : fragments.filter(({ first }) => first === 0)
          .map(({ set }) => /^（上接第.+?版）/u.exec(set.paragraph.text)?.[0]).filter((label) => label !== undefined).map((label) => `${placement.pages[i]!.number} ${label}`))));
      const jumps = placement.pages.flatMap((page: PagePlan) => page.pieces.filter((piece) => piece.to !== null).map((piece) => [page.number, piece.to!] as const));
      expect(jumps.length).toBeGreaterThan(0);
      const han = (n: number): string => '零一二三四五六七八九十'[n]!;
      for (const [from, to] of jumps) {
        expect(printed).toContain(`${from} （下转第${han(to)}版）`);
        expect(printed).toContain(`${to} （上接第${han(from)}版）`);
      }
    }
  });
});

describe('T-36: feet are level where the article ends and nothing stands under it', () => {
  it.each([40, 60, 80])('a report of %d paragraphs, alone, on its last page', (paragraphs) => {
    for (const preset of PRESETS) {
      const { placement, composed } = planned(openingDay(random(8), { report: paragraphs }), preset);
      const last = placement.pages.at(-1)!.pieces.at(-1)!;
      const feet = last.body.map(({ area }) => area.row + area.rows);
      expect(Math.max(...feet) - Math.min(...feet), preset).toBeLessThanOrEqual(3);
      expect(composed.overset).toEqual([]);
    }
  });
});

describe('T-36: all columns under a title share out a short report', () => {
  const report = (paragraphs: number): Article =>
    article('report', 'report', doc(h(1, '工作回顾'), ...Array.from({ length: paragraphs }, (_, i) => p(prose(random(i + 3), 220)))), { 'deck.main': '常务委员会工作报告' });

  it.each([6, 9, 14])('%d paragraphs on T6, whose columns are merged: none is left empty beside the text', (paragraphs) => {
    const { placement, master } = planned([report(paragraphs)], 'T6');
    const [piece] = placement.pages[0]!.pieces;
    const covered = new Set(piece!.body.flatMap(({ area }) => Array.from({ length: area.columns }, (_, k) => area.column + k)));
    expect(covered.size).toBe(master.columns);
    const rows = piece!.body.map(({ area }) => area.rows);
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(2);
  });

  it('T-34 goes before a row saved: no heading is left alone at a column’s foot', () => {
    for (const paragraphs of [3, 4, 5, 7]) {
      const { composed } = planned([report(paragraphs)], 'N8');
      expect(composed.faults.filter(({ kind }) => kind === 'heading')).toEqual([]);
    }
  });
});

describe('a boxed editorial', () => {
  const editorial = (paragraphs: number): Article =>
    article('editorial', 'editorial', doc(...Array.from({ length: paragraphs }, (_, i) => p(prose(random(i), 300)))), { 'deck.main': '同心启新程' }, '社论');

  it('too long for any box stands without one, and is named', () => {
    const { placement, composed } = planned([editorial(40)], 'T6');
    expect(placement.unboxed).toEqual(['editorial']);
    expect(composed.unboxed).toEqual(['editorial']);
    expect(planned([editorial(1)], 'T6').placement.unboxed).toEqual([]);
  });
  it('too long for any box keeps its label, the paper’s artwork of it, its 题花 and its face', () => {
    const art = (asset: string) => ({ asset, width: 400, height: 200 });
    const { composed } = planned([editorial(40)], 'T6', {}, { ...DAILY, labelArt: art('label'), flower: art('flower') });
    const [first] = composed.pages;
    expect(first!.pictures?.map(({ asset }) => asset)).toEqual(['flower', 'label']);
    const [label, deck] = first!.frames.filter(({ frame }) => frame.what === 'deck');
    expect(label).toMatchObject({ gray: 1, fragments: [{ block: { content: { text: '社论' } } }] });
    expect(deck!.fragments.some(({ block }) => block.content.style.name === 'label')).toBe(false);
    // In the middle of its rows, over the words.
    const { rect } = first!.pictures!.find(({ asset }) => asset === 'label')!;
    expect(rect.y).toBeGreaterThanOrEqual(label!.frame.y - 0.01);
    expect(rect.y + rect.height).toBeLessThan(label!.frame.y + 2 * label!.frame.grid.pitch + 0.01);
    const texts = composed.pages.flatMap(({ frames }) => frames.filter(({ frame }) => frame.what === 'body').flatMap(({ fragments }) => fragments.map(({ set }) => set.paragraph.style.text)));
    expect(new Set(texts.map(({ role, size }) => `${role} ${size}`))).toEqual(new Set(['kai 9']));
  });
  it('stands beside a report and stories in its box on every page, never as one of them (T-35)', () => {
    for (const preset of PRESETS) {
      for (const size of [{ story: 8, editorial: 7, report: 40, brief: 3 }, { story: 12, editorial: 8, report: 55 }]) {
        const { placement } = planned(openingDay(random(5), size), preset, { mastheadRows: 12 });
        expect(placement.unboxed, `${preset} ${JSON.stringify(size)}`).toEqual([]);
        expect(placement.pages.flatMap(({ pieces }) => pieces.filter(({ article: id }) => id === 'editorial')).every(({ box }) => box !== null)).toBe(true);
      }
    }
  });
  it.each([[1, 'T6'], [4, 'T6'], [7, 'T6'], [10, 'N8'], [14, 'N8'], [14, 'N6']])('of %d paragraphs on %s keeps its box, in columns that can be read: 13 to 34 characters', (paragraphs, preset) => {
    const { placement, composed, master } = planned([editorial(paragraphs)], preset);
    expect(placement.unboxed).toEqual([]);
    expect(composed.overset).toEqual([]);
    const [piece] = placement.pages[0]!.pieces;
    const frames = composed.pages[0]!.frames.filter(({ frame }) => frame.what === 'box-body');
    expect(frames.length).toBeGreaterThanOrEqual(1);
    expect(frames.length).toBeLessThanOrEqual(piece!.box!.into);
    const bottom = master.top + (piece!.box!.area.row + piece!.box!.area.rows) * master.pitch;
    for (const { frame, fragments } of frames) {
      expect(frame.width / frame.grid.em).toBeGreaterThanOrEqual(13);
      expect(frame.width / frame.grid.em).toBeLessThanOrEqual(34);
      const last = Math.max(...fragments.map(({ row, first, end }) => row + end - first)) - 1;
      expect(frame.y + frame.grid.firstBaseline + last * frame.grid.pitch).toBeLessThan(bottom);
      // Its first baseline is on the page's grid (T-35).
      expect(Math.abs((frame.y - master.top) / master.pitch - Math.round((frame.y - master.top) / master.pitch))).toBeLessThan(1e-6);
    }
    const [first, next] = frames;
    if (first !== undefined && next !== undefined) expect(next.frame.x - first.frame.x).toBeGreaterThan(first.frame.width + first.frame.grid.em);
  });
  it('T-36: its columns are level, only the last one short', () => {
    const { composed } = planned([editorial(14)], 'N8');
    const rows = composed.pages[0]!.frames.filter(({ frame }) => frame.what === 'box-body')
      .map(({ fragments }) => Math.max(...fragments.map(({ row, first, end }) => row + end - first)));
    expect(rows.length).toBeGreaterThan(1);
    for (const one of rows.slice(0, -1)) expect(one).toBe(rows[0]);
    expect(rows.at(-1)!).toBeLessThanOrEqual(rows[0]!);
  });
});

describe('a page is filled before the next is begun', () => {
  const short = (id: string, length: number): Article => article(id, 'news', doc(...Array.from({ length: Math.ceil(length / 150) }, (_, i) => p(prose(random(id.length + i), Math.min(150, length))))), { 'deck.main': `消息${id}` });

  it.each(PRESETS)('%s: where text waits for another page, no page before it has more than a few rows of white', (preset) => {
    for (const size of [{ story: 14, editorial: 5, report: 60, brief: 3 }, { report: 90, editorial: 4 }, { story: 80, brief: 4 }]) {
      const { placement, master } = planned(openingDay(random(11), size), preset, { mastheadRows: 12 });
      expect(placement.pages.length, JSON.stringify(size)).toBeGreaterThan(1);
      for (const page of placement.pages.slice(0, -1)) {
        const { holes, foot } = whiteOf(page, master.columns, master.lines);
        expect(holes + foot, `${JSON.stringify(size)} on ${page.number}`).toBeLessThanOrEqual(6 * master.columns);
      }
    }
  });
  it.each(PRESETS)('%s: little text stands in a block at the top over all columns, feet level, never one lonely column', (preset) => {
    const { placement, master } = planned([short('a', 300), short('bb', 450)], preset);
    expect(placement.pages).toHaveLength(1);
    const { holes } = whiteOf(placement.pages[0]!, master.columns, master.lines);
    expect(holes).toBeLessThanOrEqual(2 * master.columns);
    const columns = new Set(placement.pages[0]!.pieces.flatMap(areasOf).flatMap((area) => Array.from({ length: area.columns }, (_, c) => area.column + c)));
    expect(columns.size).toBe(master.columns);
  });
  it.each(PRESETS)('%s: a text of a few hundred characters alone on its page, a third of it headings, has no empty column and level feet', (preset) => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const roll = random(seed);
      const body = [0, 1, 2, 3].flatMap((k) => [h(1, `${'严惩犯罪定分止争兑现权益打算'.slice(3 * k, 3 * k + 4)}护航发展`), p(prose(roll, 40 + roll(70)))]);
      const { placement, composed, master } = planned([article('alone', seed % 2 === 0 ? 'report' : 'notice', doc(p(prose(roll, 50)), ...body), { 'deck.main': '云岭市中级人民法院工作报告' })], preset);
      const [piece] = placement.pages[0]!.pieces;
      const into = piece!.body.reduce((sum, run) => sum + run.into, 0);
      expect(areasOf(piece!).reduce((most, { column, columns }) => Math.max(most, column + columns), 0), `${seed}`).toBe(master.columns);
      const feet = composed.pages[0]!.frames.filter(({ frame }) => frame.what === 'body').map(({ fragments }) => Math.max(...fragments.map(({ row, first, end }) => row + end - first)));
      expect(feet.length, `${seed}`).toBe(into);
      expect(Math.max(...feet) - Math.min(...feet), `${seed}: ${feet.join(' ')}`).toBeLessThanOrEqual(2);
    }
  });
  it('N-20 (6): a story jumps once where it can', () => {
    for (const preset of PRESETS) {
      const { placement } = planned(openingDay(random(5), { story: 30, editorial: 5, report: 27, brief: 2 }), preset, { mastheadRows: 12 });
      for (const id of ['story', 'report']) expect(placement.pages.filter((page) => page.pieces.some(({ article: one }) => one === id)).length, `${id} on ${preset}`).toBeLessThanOrEqual(2);
    }
  });
});

describe('the desk’s taboos are avoided', () => {
  it('N-30, N-33, N-35 never, on random days', () => {
    for (const preset of PRESETS) {
      for (let seed = 20; seed < 24; seed++) {
        const roll = random(seed);
        const articles = openingDay(roll, { report: roll(3) * (1 + roll(40)), editorial: 1 + roll(8), story: 2 + roll(30), brief: 1 + roll(4) });
        const { placement, ruler } = planned(articles, preset, { mastheadRows: 12 });
        const kinds = placement.pages.flatMap((page) => taboosOf(page, null, ruler).map(({ kind }) => kind));
        expect(kinds.filter((kind) => kind === 'abreast' || kind === 'headless' || kind === 'reversed'), `seed ${seed} on ${preset}`).toEqual([]);
      }
    }
  });
  it('N-36: a title that would stand on the fold goes a few rows down', () => {
    // A report between other articles, on 13 days that differ by a few lines: at most one title is left on the fold.
    let onFold = 0;
    for (let story = 6; story < 19; story++) {
      const { placement, ruler } = planned(openingDay(random(story), { story, report: 40 }), 'N8', { mastheadRows: 12 });
      onFold += placement.pages.flatMap((page) => taboosOf(page, null, ruler)).filter(({ kind }) => kind === 'fold').length;
    }
    expect(onFold).toBeLessThanOrEqual(1);
  });
});

describe('hostile articles', () => {
  const only = (body: ReturnType<typeof doc>, fields: Parameters<typeof article>[3] = {}): Article => article('x', 'news', body, fields);
  it.each([
    ['an empty paragraph', only(doc(p()))],
    ['a headline without text', only(doc(p()), { 'deck.main': '只有标题' })],
    ['only headings', only(doc(...Array.from({ length: 400 }, () => h(1, '工作回顾'))))],
    ['5,000 paragraphs of one character', only(doc(...Array.from({ length: 5000 }, () => p('一'))))],
    ['a paragraph longer than two pages', only(doc(p(prose(random(1), 40_000))))],
    ['a table longer than a page', only(doc(table(...Array.from({ length: 900 }, (_, i) => [String(i), '甲乙丙丁']))))],
    ['a table of one row higher than a column', only(doc(table(['甲', prose(random(3), 2500)])))],
    ['a table of one row higher than a page', only(doc(table(['甲', prose(random(3), 9000)])))],
    ['a headline higher than half a page', only(doc(p(prose(random(2), 3000))), { 'deck.main': '特别长的标题'.repeat(60) })],
  ])('%s: placing ends, in few pages', (_, one) => {
    const { placement, master, composed } = planned([one, article('y', 'news', doc(p('第二篇稿件的正文。')), { 'deck.main': '第二篇' })], 'T6');
    expect(faults(placement, master, [one]).filter((fault) => !fault.includes('nowhere'))).toEqual([]);
    expect(placement.pages.length).toBeLessThan(25);
    expect(composed.overset.map((over) => over.article)).toEqual(placement.left);
  });
  it('an article that fits nowhere is left, once, and the others are set', () => {
    const big = only(doc(p(prose(random(2), 300))), { 'deck.main': '比版面还高的标题'.repeat(200) });
    const { composed } = planned([big, article('y', 'news', doc(p('第二篇稿件的正文。')), { 'deck.main': '第二篇' })], 'T6');
    expect(composed.overset.map((over) => over.article)).toEqual(['x']);
  });
});

describe('N-01: m栏破k', () => {
  const n8 = shipped('N8', []).master as PaperMaster;
  it.each([
    [6, 20, 4], // 三破二, twice: 20 characters (N-01)
    [8, 13, 8],
    [3, 20, 2],
    [5, 20, 3], // 五破三 22
  ])('%d base columns for %d characters', (columns, wanted, expected) => expect(breakColumns(n8, columns, wanted)).toBe(expected));
});
