import { expect, it } from 'vitest';
import { article, br, doc, field, p, packageOf } from '../../../test/build';
import { FAKE, shipped } from '../../../test/build-edition';
import type { Layout, Piece } from '../../core/model/layout';
import { Typesetter } from '../../core/typeset';
import { printedTitles } from './printed-titles';

const TITLE = '市政协召开第四次主席会议传达学习上级会议精神研究部署下一步工作';
const TEXT = doc(...Array.from({ length: 12 }, () => p('甲'.repeat(110))));
const piece = (id: string, column: number, more: Partial<Piece> = {}): Piece => ({ article: id, variant: 'news', deck: { column, columns: 3, row: 0, rows: 12 }, body: [{ area: { column, columns: 3, row: 12, rows: 60 }, into: 3 }], box: null, from: null, to: null, ...more });

function titlesOf(title: Parameters<typeof article>[3], pieces: readonly Piece[], meeting: Parameters<typeof packageOf>[2] = { place: '云岭市' }) {
  const layout: Layout = { pages: [{ number: 3, mastheadRows: 0, pieces }] };
  const edition = shipped('N8', pieces.map((one) => one.article), { layout });
  const pkg = packageOf(pieces.map((one) => article(one.article, 'news', TEXT, title)), [edition], meeting);
  const typeset = new Typesetter(FAKE).typeset(pkg, edition);
  const shown = printedTitles(typeset.list, typeset.layout!.layout, typeset.origins);
  return { typeset, shown };
}

it('a headline in two lines has where its second begins; one in one line has none, and the text is none of them', () => {
  const { shown, typeset } = titlesOf({ 'deck.main': TITLE, 'deck.sub': '会议强调要抓好落实' }, [piece('lead', 0)]);
  expect(shown).toHaveLength(1);
  const [{ page, article: id, field: path, starts }] = shown as [typeof shown[number]];
  expect([page, id, path]).toEqual([typeset.layout!.layout.pages[0]!.number, 'lead', 'deck.main']);
  expect(starts).toHaveLength(1);
  // As it is drawn: the run of the second line begins with the character there.
  const drawn = typeset.list.pages[0]!.items.flatMap((item) => (item.kind === 'group' ? item.items : [])).flatMap((item) => (item.kind === 'glyphs' && TITLE.includes(item.text) && item.text.length > 3 ? [item.text] : []));
  const [{ at, inside }] = starts as [typeof starts[number]];
  expect(inside).toBe(0);
  expect(drawn).toEqual([TITLE.slice(0, at), TITLE.slice(at)]);
});

it('positions count an atom as one, and the writer’s own line end too', () => {
  const { shown } = titlesOf({ 'deck.main': [field('place'), '政协召开主席会议', br, '传达学习会议精神'] }, [piece('lead', 0)]);
  expect(shown.map(({ starts }) => starts)).toEqual([[{ at: 1 + 8 + 1, inside: 0 }]]);
});

it('a value of the record that goes over the line end is parted within', () => {
  const { shown } = titlesOf({ 'deck.main': ['关于', field('place'), '工作'] }, [piece('lead', 0)], { place: TITLE });
  const [{ at, inside }] = shown[0]!.starts as [{ at: number; inside: number }];
  expect([shown.length, at]).toEqual([1, 2]);
  expect(inside).toBeGreaterThan(3);
  expect(inside).toBeLessThan(TITLE.length);
});

it('a headline downwards: its columns', () => {
  const { shown } = titlesOf({ 'deck.main': '市政协召开主席会议传达学习会议精神' }, [piece('lead', 0, { upright: true, deck: { column: 0, columns: 1, row: 0, rows: 30 }, body: [{ area: { column: 1, columns: 3, row: 0, rows: 60 }, into: 3, beside: true }] })]);
  expect(shown.map(({ field: path, starts }) => [path, starts.length])).toEqual([['deck.main', 1]]);
  expect(shown[0]!.starts[0]!.at).toBeGreaterThan(3);
});

it('each article by itself', () => {
  const { shown } = titlesOf({ 'deck.main': TITLE }, [piece('lead', 0), piece('other', 3)]);
  expect(shown.map(({ article: id }) => id).toSorted()).toEqual(['lead', 'other']);
});
