// Where a proposal's picture would be printed, with a setter of fake faces.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, FAKE, shipped } from '../../../test/build-edition';
import { prose, random } from '../../../test/random';
import { encodeGrayPng } from '../../core/gray-png';
import { areasOf } from '../../core/model/layout';
import type { Package } from '../../core/model/package';
import { Typesetter } from '../../core/typeset';
import { rectOf } from '../makeup/snap';
import { picturedBy } from './printed-pictures';

const roll = random(5);
const articles = (['a', 'b', 'c'] as const).map((id) => article(id, 'news', doc(...Array.from({ length: 8 }, () => p(prose(roll, 160)))), { 'deck.main': `市政协${prose(roll, 8)}` }));
const edition = shipped('T6', ['a', 'b', 'c'], { paper: DAILY });
const plain = packageOf(articles, [edition]);
const pkg: Package = { ...plain, assets: new Map([['p.png', encodeGrayPng(900, 600, new Uint8Array(540_000))]]), pictures: { b: { asset: 'p.png', caption: '会议现场。', width: 900, height: 600, columns: 1 } } };

it('each proposal’s picture stands within its own article’s block, in one of its columns; without pictures a proposal is as it was', () => {
  const typesetter = new Typesetter({ ...FAKE, images: pkg.assets });
  const proposals = typesetter.propose(pkg, edition);
  const pictured = picturedBy(typesetter, pkg, edition);
  if (edition.master.kind !== 'paper') throw new Error('no paper');
  expect(proposals.length).toBeGreaterThan(2);
  const tops = new Set<number>();
  for (const proposal of proposals) {
    const { pictures, ...same } = pictured(proposal);
    expect(same).toEqual(proposal);
    const [{ page, article: of, rect }] = pictures as [NonNullable<typeof pictures>[number]];
    expect([of, pictures!.length]).toEqual(['b', 1]);
    const piece = proposal.layout.pages.find(({ number }) => number === page)!.pieces.find((one) => one.article === 'b')!;
    const within = areasOf(piece).map((area) => rectOf(area, edition.master as Extract<typeof edition.master, { kind: 'paper' }>)).some(({ x, y, width, height }) => rect.x > x - 1 && rect.x + rect.width < x + width + 1 && rect.y > y - 1 && rect.y < y + height);
    expect(within).toBe(true);
    tops.add(rect.x * 10_000 + rect.y);
  }
  expect(tops.size).toBeGreaterThan(1);
  expect(picturedBy(typesetter, plain, edition)(proposals[0]!)).toBe(proposals[0]);
});
