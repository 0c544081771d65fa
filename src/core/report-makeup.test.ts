// White on a newspaper page that somebody made up: the foot, and every hole between the
// blocks at its own place. Fake fonts.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { DAILY, FAKE, shipped } from '../../test/build-edition';
import { prose, random } from '../../test/random';
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
    expect.stringMatching(/^第2版没有排满，缺 552 行（每行 13 字），下部8栏各空 69 行；各篇之间另缺 \d+ 行$/u), '第2版第1栏第25行起空着 30 行，4 栏宽', '第2版第5栏第1行起空着 30 行，4 栏宽',
  ]);
  const rects = found.map(({ at }) => (at !== null && 'page' in at ? at.rect : null));
  expect(rects[1]).toMatchObject({ height: 30 * 11.25 });
  expect(rects[2]!.x).toBeGreaterThan(rects[1]!.x);
  expect(rects[1]!.y - rects[2]!.y).toBeCloseTo(24 * 11.25);
});
