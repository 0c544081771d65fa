// N-12: features have the face of kai, news that of hei; N-10 tells one from the other.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { FAKE, shipped } from '../../../test/build-edition';
import type { Group, Item } from '../display/list';
import type { Layout } from '../model/layout';
import { Typesetter } from '../typeset';

const BYLINE = '本报记者　邵雨眠　程野';
const STORY = '委员们走进社区，就停车难与群众面对面协商。';

it.each([
  ['a feature with its dash', 'news', '——渔港改造协商侧记', BYLINE, 'kai'],
  ['news with a 副题', 'news', '会议通过各项决议', STORY, 'hei'],
  ['news with a dash over its 电头', 'news', '——渔港改造协商侧记', `本报讯（记者　邵雨眠）${STORY}`, 'hei'],
  ['a notice with a dash', 'notice', '——渔港改造协商侧记', STORY, 'hei'],
] as const)('%s', (_, kind, sub, opening, role) => {
  const pkg = packageOf([article('story', kind, doc(p(opening), p(STORY)), { 'deck.main': '老船工上了协商桌', 'deck.sub': sub })]);
  const layout: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces: [{ article: 'story', variant: 'news', deck: { column: 0, columns: 2, row: 0, rows: 8 }, body: [{ area: { column: 0, columns: 2, row: 8, rows: 8 }, into: 2 }], box: null, from: null, to: null }] }] };
  const { list } = new Typesetter(FAKE).typeset(pkg, shipped('N8', ['story'], { layout }));
  const faces = new Map<string, unknown>();
  const walk = (items: readonly Item[]): void => items.forEach((item) => {
    if (item.kind === 'group') walk(item.items);
    else if (item.kind === 'glyphs') faces.set(item.text, item.font);
  });
  walk(list.pages[0]!.items.filter((item): item is Group => item.kind === 'group'));
  const title = faces.get('老船工上了协商桌');
  expect(title).toBeDefined();
  // The sub-title is in kai.
  expect(title === faces.get(sub)).toBe(role === 'kai');
});
