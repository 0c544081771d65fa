// Pictures of a newspaper through the engine's one door: where a picture stands, that the
// text is whole around it, and what is said of pictures. Fake fonts: Han one em.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { DAILY, FAKE, shipped } from '../../test/build-edition';

import { editionOf } from '../../test/makeup/editions';
import { prose, random } from '../../test/random';
import type { DisplayPage, Group, Item } from './display/list';
import type { Layout, Piece } from './model/layout';
import type { ArticlePicture, Edition, Package } from './model/package';
import { encodeGrayPng } from './gray-png';
import { Typesetter } from './typeset';

const PITCH = 11.25;
const PNG = encodeGrayPng(1500, 1000, new Uint8Array(1_500_000));
const WIDE: ArticlePicture = { asset: 'p.png', caption: '会议现场。', width: 1500, height: 1000, columns: null };

function day(pictures: Package['pictures'], preset = 'N8', asset = PNG): { readonly pkg: Package; readonly edition: Edition } {
  const roll = random(2);
  const kinds = [['lead', 'news', 7], ['other', 'news', 2]] as const;
  const edition = shipped(preset, kinds.map(([id]) => id), { paper: DAILY });
  const articles = kinds.map(([id, kind, blocks]) => article(id, kind, doc(...Array.from({ length: blocks }, () => p(prose(roll, 90 + roll(160))))), { 'deck.main': `市政协${prose(roll, 8)}` }));
  return { pkg: { ...packageOf(articles), editions: [edition], assets: new Map([['p.png', asset]]), ...(pictures === undefined ? {} : { pictures }) }, edition };
}

function groups(page: DisplayPage, what: string): Group[] {
  return page.items.filter((item): item is Group => item.kind === 'group' && item.what === what);
}

const textOf = (items: readonly Item[]): string => items.map((item) => (item.kind === 'glyphs' ? item.text : item.kind === 'group' ? textOf(item.items) : '')).join('');

describe('配图', () => {
  const { pkg, edition } = day({ lead: WIDE });
  const typesetter = new Typesetter(FAKE);
  const set = typesetter.typeset(pkg, edition);
  const kept: Edition = { ...edition, layout: set.layout!.layout };
  const page = set.list.pages.find((one) => groups(one, 'picture').length > 0)!;
  const [picture] = groups(page, 'picture');
  const [caption] = groups(page, 'caption');

  it('spans two columns over the text, on whole grid lines, its caption below', () => {
    const master = edition.master.kind === 'paper' ? edition.master : null;
    expect(picture!.clip!.width).toBeCloseTo(27 * 9);
    expect((picture!.clip!.height - 9) / PITCH).toBeCloseTo(Math.round((picture!.clip!.height - 9) / PITCH));
    expect(((picture!.y - master!.top) / PITCH) % 1).toBeCloseTo(0);
    expect(caption!.y - picture!.y).toBeCloseTo(picture!.clip!.height - 9 + PITCH);
    expect(textOf(caption!.items)).toBe('会议现场。');
  });

  it('keeps its shape: what is too much is cut at both sides', () => {
    const [image] = picture!.items;
    if (image?.kind !== 'image') throw new Error('no image');
    expect(image.rect.width / image.rect.height).toBeCloseTo(1.5);
    expect(image.rect.x).toBeLessThanOrEqual(0);
    expect(image.rect.x + image.rect.width).toBeGreaterThanOrEqual(picture!.clip!.width - 1e-6);
  });

  it('no text runs into it, and the article is whole', () => {
    const body = set.list.pages.flatMap((one) => groups(one, 'body').filter(({ article: id }) => id === 'lead'));
    const { x, y, clip } = picture!;
    for (const frame of body) {
      for (const run of frame.items) {
        if (run.kind !== 'glyphs') continue;
        const inside = frame.x >= x - 1 && frame.x < x + clip!.width && frame.y + run.y > y && frame.y + run.y < caption!.y + PITCH;
        expect(inside && frame.y < caption!.y).toBe(false);
      }
    }
    expect(textOf(body)).toBe(pkg.articles[0]!.doc.textContent);
  });

  it('its columns end level, and nothing is over', () => {
    expect(set.diagnostics.filter(({ code }) => code === 'frame-overset' || code === 'column-tail')).toEqual([]);
  });

  it.each(['T6'])('on %s too the text is whole around it', (preset) => {
    const other = day({ lead: WIDE }, preset);
    const made = new Typesetter(FAKE).typeset(other.pkg, other.edition);
    expect(made.list.pages.flatMap((one) => groups(one, 'picture'))).toHaveLength(1);
    expect(textOf(made.list.pages.flatMap((one) => groups(one, 'body').filter(({ article: id }) => id === 'lead')))).toBe(other.pkg.articles[0]!.doc.textContent);
  });

  it.each([['left', null], ['left', 12], ['foot', null], ['foot', 12], [undefined, 12]] as const)('at the %s, %s columns wide: there it is, on the grid, no text in it, the article whole around it', (place, columns) => {
    const other = day({ lead: { ...WIDE, height: 300, columns, ...(place === undefined ? {} : { place }) } });
    const master = other.edition.master.kind === 'paper' ? other.edition.master : null;
    const piece = (id: string, row: number, rows: number): Piece => ({ article: id, variant: 'news', deck: { column: 0, columns: 8, row, rows: 7 }, body: [{ area: { column: 0, columns: 8, row: row + 7, rows }, into: 8 }], box: null, from: null, to: null });
    const layout: Layout = { pages: [{ number: 2, mastheadRows: 0, pieces: [piece('lead', 0, 40), piece('other', 48, 20)] }] };
    const made = new Typesetter(FAKE).typeset(other.pkg, { ...other.edition, paper: { ...DAILY, firstPage: 2 }, layout });
    expect(made.diagnostics.filter(({ code }) => ['frame-overset', 'picture-unplaced'].includes(code))).toEqual([]);
    const [own] = made.list.pages;
    const [image] = groups(own!, 'picture') as [Group];
    const [words] = groups(own!, 'caption') as [Group];
    const body = groups(own!, 'body').filter(({ article: id }) => id === 'lead');
    expect(textOf(body)).toBe(other.pkg.articles[0]!.doc.textContent);
    expect(((image.y - master!.top) / PITCH) % 1).toBeCloseTo(0);
    const [top, foot] = [image.y, words.y + PITCH];
    const baselines = body.flatMap((frame) => frame.items.flatMap((run) => (run.kind === 'glyphs' ? [{ x: frame.x, y: frame.y + run.y }] : [])));
    const over = baselines.filter(({ x }) => x >= image.x - 1 && x < image.x + image.clip!.width - 1).map(({ y }) => y);
    const beside = baselines.filter(({ x }) => x < image.x - 1 || x > image.x + image.clip!.width).map(({ y }) => y);
    expect(image.clip!.width).toBeCloseTo((columns === 12 ? 8 * 14 - 1 : 2 * 14 - 1) * 9);
    expect(image.x).toBeCloseTo(master!.left + (place === 'foot' && columns === null ? 6 * 14 * 9 : 0));
    expect(over.length).toBeGreaterThan(0);
    expect(over.every((y) => (place === 'foot' ? y < top - PITCH / 2 : y > foot - 1))).toBe(true);
    // What stands beside it begins or ends with it.
    if (columns === null) expect(beside.some((y) => Math.abs(place === 'foot' ? foot - y : top + 9 - y) < 2 * PITCH)).toBe(true);
    else expect(beside).toEqual([]);
  });

  it.each(['page', 'box'] as const)('at a spot in the middle of a %s: lines of its own columns over it and under it, none in it, the article whole', (where) => {
    const other = day({ lead: { ...WIDE, height: 500, columns: 2, place: { column: 1, row: 9 } } });
    const master = other.edition.master.kind === 'paper' ? other.edition.master : null;
    const lead: Piece = where === 'page'
      ? { article: 'lead', variant: 'news', deck: { column: 0, columns: 4, row: 0, rows: 7 }, body: [{ area: { column: 0, columns: 4, row: 7, rows: 50 }, into: 4 }], box: null, from: null, to: null }
      : { article: 'lead', variant: 'box', deck: null, body: [], box: { area: { column: 0, columns: 6, row: 0, rows: 57 }, into: 4 }, from: null, to: null };
    const small: Piece = { article: 'other', variant: 'news', deck: { column: 0, columns: 8, row: 60, rows: 7 }, body: [{ area: { column: 0, columns: 8, row: 67, rows: 20 }, into: 8 }], box: null, from: null, to: null };
    const made = new Typesetter(FAKE).typeset(other.pkg, { ...other.edition, paper: { ...DAILY, firstPage: 2 }, layout: { pages: [{ number: 2, mastheadRows: 0, pieces: [lead, small] }] } });
    expect(made.diagnostics.filter(({ code }) => ['frame-overset', 'picture-unplaced'].includes(code))).toEqual([]);
    const [own] = made.list.pages;
    const [image] = groups(own!, 'picture') as [Group];
    const [words] = groups(own!, 'caption') as [Group];
    const body = groups(own!, where === 'page' ? 'body' : 'box-body').filter(({ article: id }) => id === 'lead');
    expect(textOf(body)).toBe(other.pkg.articles[0]!.doc.textContent);
    if (where === 'page') expect([image.x, (image.y - master!.top) / PITCH]).toEqual([expect.closeTo(master!.left + 14 * 9), expect.closeTo(7 + 9)]);
    const baselines = body.flatMap((frame) => frame.items.flatMap((run) => (run.kind === 'glyphs' ? [{ x: frame.x, y: frame.y + run.y }] : [])));
    const over = baselines.filter(({ x }) => x >= image.x - 1 && x < image.x + image.clip!.width - 1).map(({ y }) => y);
    const rows = [...new Set(over.filter((y) => y < image.y).map((y) => Math.round(y)))];
    expect(rows.length).toBeGreaterThanOrEqual(where === 'page' ? 8 : 4);
    expect(over.filter((y) => y >= image.y - PITCH / 3 && y < words.y + 1)).toEqual([]);
    expect(over.some((y) => y > words.y + PITCH)).toBe(true);
    // Beside it the text goes past it at both sides.
    for (const isLeft of [true, false]) expect(baselines.some(({ x, y }) => (isLeft ? x < image.x - 1 : x > image.x + image.clip!.width) && y > image.y && y < words.y)).toBe(true);
  });

  it.each(['left', 'foot'] as const)('in a box at the %s: its text is whole around it', (place) => {
    const roll = random(2);
    const paper = shipped('N8', ['e'], { paper: DAILY });
    const e = article('e', 'editorial', doc(...Array.from({ length: 20 }, () => p(prose(roll, 120)))), { 'deck.main': '同心启新程' }, '社论');
    const boxed = typesetter.typeset({ ...packageOf([e], [paper]), assets: pkg.assets, pictures: { e: { ...WIDE, columns: 1, place } } }, paper);
    const [only] = boxed.list.pages;
    const [own] = groups(only!, 'picture') as [Group];
    const [words] = groups(only!, 'caption') as [Group];
    const body = groups(only!, 'box-body');
    expect(textOf(body)).toBe(e.doc.textContent);
    expect(boxed.diagnostics.filter(({ code }) => code.startsWith('picture') || code === 'frame-overset')).toEqual([]);
    const over = body.flatMap((frame) => frame.items.flatMap((run) => (run.kind === 'glyphs' && frame.x >= own.x - 1 && frame.x < own.x + own.clip!.width ? [frame.y + run.y] : [])));
    expect(over.length).toBeGreaterThan(0);
    expect(over.every((y) => (place === 'foot' ? y < own.y : y > words.y))).toBe(true);
    expect(Math.abs(own.x - (place === 'left' ? Math.min(...body.map(({ x }) => x)) : Math.max(...body.map(({ x }) => x))))).toBeLessThan(0.01);
  });

  it('in a box it stands over the box’s own columns, its text whole around it', () => {
    const roll = random(2);
    const paper = shipped('N8', ['e'], { paper: DAILY });
    const e = article('e', 'editorial', doc(...Array.from({ length: 20 }, () => p(prose(roll, 120)))), { 'deck.main': '同心启新程' }, '社论');
    const boxed = typesetter.typeset({ ...packageOf([e], [paper]), assets: pkg.assets, pictures: { e: { ...WIDE, columns: 1 } } }, paper);
    const [only] = boxed.list.pages;
    const [own] = groups(only!, 'picture');
    const body = groups(only!, 'box-body');
    expect(textOf(body)).toBe(e.doc.textContent);
    expect(body.filter(({ x, y }) => Math.abs(x - own!.x) < 0.01 && y > own!.y)).toHaveLength(1);
    expect(((own!.clip!.height - 10.5) / 15) % 1).toBeCloseTo(0);
    expect(boxed.diagnostics.filter(({ code }) => code.startsWith('picture') || code === 'frame-overset')).toEqual([]);
  });

  it('several stand below each other in one width, each with its caption, the text whole around them; without room the last ones are told of', () => {
    const roll = random(2);
    const paper = shipped('N8', ['a', 'b'], { paper: DAILY });
    const texts = ['a', 'b'].map((id) => article(id, 'news', doc(...Array.from({ length: 24 }, () => p(prose(roll, 110)))), { 'deck.main': `会议${id}` }));
    const more = [1, 2].map((i) => ({ ...WIDE, asset: `p${i}.png`, file: `现场${i}.png`, caption: `第${i}张。` }));
    const assets = new Map([['p.png', PNG], ['p1.png', PNG], ['p2.png', PNG]]);
    const full = { ...packageOf(texts, [paper]), assets, pictures: { a: { ...WIDE, more } } };
    const made = typesetter.typeset(full, paper);
    const pictures = made.list.pages.flatMap((one) => groups(one, 'picture'));
    expect(pictures).toHaveLength(3);
    expect(new Set(pictures.map(({ x, clip }) => `${x} ${clip!.width}`)).size).toBe(1);
    const tops = pictures.map(({ y }) => y);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    for (const [i, { y }] of pictures.slice(1).entries()) expect(y - pictures[i]!.y).toBeGreaterThan(pictures[i]!.clip!.height + PITCH);
    expect(made.list.pages.flatMap((one) => groups(one, 'caption')).map(({ items }) => textOf(items))).toEqual(['会议现场。', '第1张。', '第2张。']);
    expect(textOf(made.list.pages.flatMap((one) => groups(one, 'body').filter(({ article: id }) => id === 'a')))).toBe(texts[0]!.doc.textContent);
    expect(made.diagnostics.filter(({ code }) => code.startsWith('picture'))).toEqual([]);
    const gone = typesetter.typeset({ ...full, assets: new Map([['p.png', PNG], ['p1.png', PNG]]) }, { ...paper, layout: made.layout!.layout });
    expect(gone.diagnostics.find(({ code }) => code === 'picture-unfit')?.message).toContain('图片“现场2.png”（“会议a”的配图）不在文稿包里了');
    // So low that not all have room, however narrow.
    const { layout } = made.layout!;
    const piece = layout.pages.flatMap(({ pieces }) => pieces).find((one) => one.article === 'a')!;
    const rows = 2 * Math.round((pictures[0]!.clip!.height + PITCH) / PITCH) + 6;
    const low = { pages: [{ ...layout.pages[0]!, pieces: [{ ...piece, box: null, body: [{ area: { column: 0, columns: 8, row: piece.deck!.row + piece.deck!.rows, rows }, into: 8 }] }] }] };
    const told = typesetter.typeset({ ...full, articles: [texts[0]!] }, { ...paper, articles: ['a'], layout: low }).diagnostics.filter(({ code }) => code === 'picture-unplaced');
    expect(told.map(({ message }) => message)).toEqual([expect.stringContaining('第3张配图没有地方') as string]);
  });

  // Editions whose short story was made up too low for its picture before, or its columns in two steps.
  it.each([[2, 2], [2, 3], [24, 2], [24, 3], [7, 4], [17, 3]])('edition %d: over the %d columns that it was set to, where a page holds it; all of the text has its room', (seed, columns) => {
    const { pkg, edition } = editionOf(seed);
    const story = edition.articles.find((id) => pkg.articles.some((one) => one.id === id && one.kind === 'news'))!;
    const { diagnostics, layout } = new Typesetter(FAKE).typeset({ ...pkg, assets: new Map([['p.png', PNG]]), pictures: { [story]: { ...WIDE, columns } } }, edition);
    expect(diagnostics.filter(({ message }) => message.includes('只印了'))).toEqual([]);
    expect(layout!.reasons).toContain(`全部 ${edition.articles.length} 篇都排得下`);
  });
  it('narrower than it was set to it is told, with what is in the way', () => {
    const piece = kept.layout!.pages.flatMap(({ pieces }) => pieces).find((one) => one.article === 'lead')!;
    const made = (columns: number | null, rows: number): readonly string[] => {
      const layout: Layout = { pages: [{ ...kept.layout!.pages[0]!, pieces: [{ ...piece, box: null, body: [{ area: { column: 0, columns: 8, row: piece.deck!.row + piece.deck!.rows, rows }, into: 8 }] }] }] };
      const told = typesetter.typeset({ ...pkg, pictures: { lead: { ...WIDE, width: 6000, height: 4000, columns } } }, { ...kept, articles: ['lead'], layout }).diagnostics;
      return told.filter(({ code }) => code === 'picture-unplaced').map(({ message }) => message.replace(/“.+”/, '').replace(/\d+ 行/, 'n 行'));
    };
    expect(made(3, 19)).toEqual(['的配图定的是三栏，只印了两栏：那样宽的图连说明要 n 行高，这一块没有这么高']);
    expect(made(12, 19)).toEqual(['的配图定的是与正文同宽，只印了两栏：那样宽的图连说明要 n 行高，这一块没有这么高']);
    expect([made(2, 19), made(null, 19), made(3, 30)]).toEqual([[], [], []]);
  });

  it('without enough dots it is told, with the width that they are enough for', () => {
    const said = typesetter.typeset({ ...pkg, pictures: { lead: { ...WIDE, width: 300, height: 200 } } }, kept).diagnostics.find(({ code }) => code === 'picture-coarse');
    expect(said?.message).toMatch(/只有 8\d dpi/);
    expect(said?.suggestion).toContain('38 毫米');
  });

  it('one in colour, or gone from the package, is an error', () => {
    const codes = (asset: Uint8Array | null) => typesetter.typeset({ ...pkg, assets: asset === null ? new Map() : new Map([['p.png', asset]]) }, kept).diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
    expect(codes(PNG.map((byte, i) => (i === 25 ? 2 : byte)))).toEqual([expect.stringMatching(/picture-unfit 第1版的图片“会议现场。”（“.*”的配图）是彩色的/)]);
    expect(codes(null)).toEqual([expect.stringContaining('不在文稿包里了')]);
  });
  it('one whose file is cut off or damaged, or of another size than was said, is an error that names it, its article and what to do', () => {
    const said = (asset: Uint8Array) => typesetter.typeset({ ...pkg, assets: new Map([['p.png', asset]]) }, kept).diagnostics.filter(({ code }) => code === 'picture-unfit');
    expect(said(PNG.slice(0, PNG.length >> 1))).toMatchObject([{ severity: 'error', message: expect.stringMatching(/^第1版的图片“会议现场。”（“.+”的配图）文件不完整，图到一半就断了，印不出来$/) as string, suggestion: '找一个看得全的原图，在“配图”里重新选图' }]);
    expect(said(PNG.map((byte, i) => (i === 200 ? byte ^ 1 : byte)))).toMatchObject([{ message: expect.stringContaining('文件是坏的') as string }]);
    expect(said(encodeGrayPng(1200, 800, new Uint8Array(960_000)))).toMatchObject([{ message: expect.stringContaining('（记的是 1500 × 1000 像素，图是 1200 × 800）') as string, suggestion: '在“配图”里重新选图' }]);
  });
});

describe('报名, 社论 label and 题花 as artwork', () => {
  const { pkg, edition } = day(undefined);
  const typesetter = new Typesetter(FAKE);
  const said = (width: number, height: number, bits: 1 | 8, key: 'nameArt' | 'flower' = 'nameArt', cut = 0) => {
    const file = encodeGrayPng(width, height, new Uint8Array(width * height), bits);
    const paper = { ...edition, paper: { ...DAILY, [key]: { asset: 'n.png', width, height } }, ...(key === 'flower' ? { articles: ['e', 'lead'] } : {}) };
    const editorial = article('e', 'editorial', doc(p(prose(random(4), 300))), { 'deck.main': '同心' }, '社论');
    return typesetter.typeset({ ...pkg, articles: [...pkg.articles, editorial], assets: new Map([['n.png', file.slice(0, file.length - cut)]]) }, paper).diagnostics.filter(({ code }) => code.startsWith('picture-')).map(({ severity, message, suggestion }) => `${severity}：${message}；${suggestion}`);
  };

  it('line art of 1 bit and many dots is what print wants', () => expect(said(4200, 1050, 1)).toEqual([]));
  it('one of grays is told, and few dots on the width that it is printed', () => {
    const [grays, coarse, ...more] = said(400, 100, 8);
    expect(grays).toBe('warning：第1版的报名图不是黑白两色的线条图，灰的地方要加网，笔画边上会发毛；在“报纸信息”里重新选图：用 SVG，或选的时候由程序转成黑白');
    const [, mm, dpi, dots] = /^warning：第1版的报名图印 (\d+) 毫米宽，只有 (\d+) dpi，.*；换 SVG，或宽 (\d+) 像素以上的图（线条图要 600 dpi）$/.exec(coarse!)!.map(Number);
    expect(dpi).toBeCloseTo(400 / (mm! / 25.4), -1);
    expect(dots! / 600).toBeCloseTo(mm! / 25.4, 1);
    expect(more).toEqual([]);
  });
  it('few dots are enough for what is small', () => {
    expect(said(400, 100, 1).map((words) => words.slice(0, 16))).toEqual(['warning：第1版的报名图印']);
    expect(said(400, 400, 1, 'flower')).toEqual([]);
  });
  it('cut off it is an error that names it', () => expect(said(800, 200, 1, 'nameArt', 30)).toEqual(['error：第1版的报名图文件不完整，图到一半就断了，印不出来；找一个看得全的原图，在“报纸信息”里重新选图']));
});
