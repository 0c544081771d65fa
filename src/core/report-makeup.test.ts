// What is found on a newspaper page that somebody made up: white, the foot and every hole
// between the blocks at its own place, and taboos of headlines. Fake fonts.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { DAILY, FAKE, shipped } from '../../test/build-edition';
import { prose, random } from '../../test/random';
import type { Item } from './display/list';
import type { Layout, Piece } from './model/layout';
import { Typesetter } from './typeset';

it('a page with a hole between its blocks and a white foot has a finding for each, the hole where it is', () => {
  const roll = random(4);
  const edition = shipped('N8', ['a', 'b'], { paper: { ...DAILY, firstPage: 2 } });
  const pkg = packageOf(['a', 'b'].map((id) => article(id, 'news', doc(...Array.from({ length: 6 }, () => p(prose(roll, 80)))), { 'deck.main': '协商在一线' })), [edition]);
  const piece = (id: string, column: number, row: number): Piece => ({ article: id, variant: 'news', deck: { column, columns: 4, row, rows: 4 }, body: [{ area: { column, columns: 4, row: row + 4, rows: 20 }, into: 4 }], box: null, from: null, to: null });
  const layout: Layout = { pages: [{ number: 2, mastheadRows: 0, pieces: [piece('a', 0, 0), piece('b', 4, 30)] }] };
  const found = new Typesetter(FAKE).typeset(pkg, { ...edition, layout }).diagnostics.filter(({ code }) => code === 'page-underfull');
  expect(found.map(({ message }) => message)).toEqual([
    // Of twenty rows the text of each takes eleven: the nine that it does not come to are empty as any.
    '第2版没有排满，缺 624 行（每行 13 字），下部8栏各空 78 行；各篇之间另缺 240 行', '第2版第1栏第16行起空着 30 行，4 栏宽', '第2版第5栏第1行起空着 30 行，4 栏宽',
  ]);
  const rects = found.map(({ at }) => (at !== null && 'page' in at ? at.rect : null));
  expect(rects[1]).toMatchObject({ height: 30 * 11.25 });
  expect(rects[2]!.x).toBeGreaterThan(rects[1]!.x);
  expect(rects[1]!.y - rects[2]!.y).toBeCloseTo(15 * 11.25);
});

it('text under another article, and headlines whose zones stand side by side, are findings where they are, with both articles by name', () => {
  const roll = random(4);
  const edition = shipped('N8', ['a', 'b'], { paper: { ...DAILY, firstPage: 2 } });
  const pkg = packageOf([['a', '协商在一线'], ['b', '履职进行时']].map(([id, title]) => article(id!, 'news', doc(...Array.from({ length: 6 }, () => p(prose(roll, 80)))), { 'deck.main': title! })), [edition]);
  const piece = (id: string, column: number, row: number, more: Piece['body'] = []): Piece => ({ article: id, variant: 'news', deck: { column, columns: 4, row, rows: 4 }, body: [{ area: { column, columns: 4, row: row + 4, rows: 10 }, into: 4 }, ...more], box: null, from: null, to: null });
  // The headline of b begins in the last two rows of a's zone; a's text goes on under that of b.
  const layout: Layout = { pages: [{ number: 2, mastheadRows: 0, pieces: [piece('a', 0, 0, [{ area: { column: 4, columns: 4, row: 17, rows: 6 }, into: 4 }]), piece('b', 4, 2)] }] };
  const found = new Typesetter(FAKE).typeset(pkg, { ...edition, layout }).diagnostics;
  expect(found.find(({ code }) => code === 'headline-missing')).toMatchObject({ severity: 'warning', message: '第2版题文分离：“协商在一线”有文字排在“履职进行时”下面，像是那一篇的', suggestion: '把文字移到标题下面，或让标题跨过全文各栏' });
  const abreast = found.find(({ code }) => code === 'headlines-abreast');
  expect(abreast?.message).toBe('第2版碰题：“协商在一线”与“履职进行时”两个标题并排在同一高度');
  expect(abreast?.at !== null && abreast?.at !== undefined && 'page' in abreast.at ? abreast.at.rect?.height : null).toBeCloseTo(6 * 11.25);
});

it('a headline much wider than its text is worth is a finding over that headline, with the article by name; one column too many, and the 头条, are none', () => {
  const roll = random(4);
  const edition = shipped('N8', ['a', 'b'], { paper: { ...DAILY, firstPage: 2 } });
  const pkg = packageOf([['a', '协商在一线', 9], ['b', '委员报到', 1]].map(([id, title, paragraphs]) => article(id as string, 'news', doc(...Array.from({ length: paragraphs as number }, () => p(prose(roll, 80)))), { 'deck.main': title as string })), [edition]);
  const found = (columns: number, under: number, lead = 8) => {
    const pieces: Piece[] = [
      { article: 'a', variant: 'news', deck: { column: 0, columns: lead, row: 0, rows: 5 }, body: [{ area: { column: 0, columns: 8, row: 5, rows: 8 }, into: 8 }], box: null, from: null, to: null },
      { article: 'b', variant: 'news', deck: { column: 0, columns, row: 20, rows: 4 }, body: [{ area: { column: 0, columns: under, row: 24, rows: 8 / under }, into: under }], box: null, from: null, to: null },
    ];
    return new Typesetter(FAKE).typeset(pkg, { ...edition, layout: { pages: [{ number: 2, mastheadRows: 0, pieces }] } }).diagnostics.filter(({ code }) => code === 'headline-wide');
  };
  const [one, ...others] = found(6, 2);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ severity: 'info', message: '第2版“委员报到”的标题跨 6 栏，正文只有 8 行，宜跨 2 栏以内', suggestion: '收窄到 2 栏（选中后按 Shift+←），或与一篇长些的稿件对调' });
  expect(one?.at !== null && one?.at !== undefined && 'page' in one.at ? one.at.rect?.width : null).toBeCloseTo((6 * 13 + 5) * 9);
  expect([found(2, 2), found(3, 2), found(4, 4)].map(({ length }) => length)).toEqual([0, 0, 1]);
});

it('a straight gutter is information in the 模块式, also where the lead’s text goes on over it; in the 穿插式 that one is none', () => {
  const roll = random(4);
  const pkg = packageOf(['a', 'b', 'c'].map((id) => article(id, 'news', doc(...Array.from({ length: 6 }, () => p(prose(roll, 80)))), { 'deck.main': '协商在一线' })));
  const piece = (id: string, column: number, columns: number, row: number, beside: Piece['body'] = []): Piece => ({ article: id, variant: 'news', deck: { column, columns, row, rows: 5 }, body: [{ area: { column, columns, row: row + 5, rows: 12 }, into: columns }, ...beside], box: null, from: null, to: null });
  const layout: Layout = { pages: [{ number: 2, mastheadRows: 0, pieces: [piece('a', 0, 5, 0, [{ area: { column: 5, columns: 3, row: 0, rows: 17 }, into: 3 }]), piece('b', 0, 5, 18), piece('c', 5, 3, 25)] }] };
  const found = (style: 'modular' | 'interlocked') => new Typesetter(FAKE).typeset(pkg, { ...shipped('N8', ['a', 'b', 'c'], { paper: { ...DAILY, firstPage: 2, style } }), layout });
  expect(found('modular').diagnostics.filter(({ code }) => code === 'gutter-through')).toMatchObject([{ severity: 'info', message: '第2版通缝：第5、6栏之间从上到下一条直缝' }]);
  expect(found('modular').layout!.reasons).toContain('第2版第5、6栏之间从上到下一条直缝');
  expect(found('interlocked').diagnostics.filter(({ code }) => code === 'gutter-through')).toEqual([]);
});

it('N-36: the fold through a box’s label, in type or as artwork, is a finding wherever the bar is drawn over the sheet’s middle, and nowhere else', () => {
  const roll = random(4);
  const pkg = packageOf([article('e', 'editorial', doc(...Array.from({ length: 6 }, () => p(prose(roll, 80)))), { 'deck.main': '同心启新程' }, '社论')]);
  for (const labelArt of [undefined, { asset: 'a.png', width: 300, height: 100 }]) {
    const edition = shipped('N8', ['e'], { paper: { ...DAILY, firstPage: 2, ...(labelArt === undefined ? {} : { labelArt }) } });
    const middle = edition.master.height / 2;
    const cut: number[] = [];
    for (let row = 50; row < 66; row++) {
      const layout: Layout = { pages: [{ number: 2, mastheadRows: 0, pieces: [{ article: 'e', variant: 'box', deck: null, body: [], box: { area: { column: 0, columns: 4, row, rows: 50 }, into: 2 }, from: null, to: null }] }] };
      const { list, diagnostics } = new Typesetter(FAKE).typeset(pkg, { ...edition, layout });
      // The bar is the one filled rectangle of the page.
      const bars = (items: readonly Item[], top: number): { readonly y: number; readonly height: number }[] => items.flatMap((item) => {
        if (item.kind === 'group') return bars(item.items, top + item.y);
        return item.kind === 'path' && item.ops === 'MLLLZ' && item.fill === 0 ? [{ y: top + item.coords[1]!, height: item.coords[5]! - item.coords[1]! }] : [];
      });
      const art = list.pages[0]!.items.flatMap((item) => (item.kind === 'group' && item.what === 'picture' ? [{ y: item.y, height: item.clip!.height }] : []));
      const drawn = labelArt === undefined ? bars(list.pages[0]!.items, 0) : art;
      expect(drawn).toHaveLength(1);
      const isOver = drawn[0]!.y < middle && middle < drawn[0]!.y + drawn[0]!.height;
      if (isOver) cut.push(row);
      const told = diagnostics.filter(({ code, message }) => code === 'fold-in-headline' && message.includes('标签')).map(({ message }) => message);
      expect([row, told]).toEqual([row, isOver ? ['第2版折线压在“同心启新程”围框里的标签上'] : []]);
    }
    expect(cut.length).toBeGreaterThan(0);
  }
});
