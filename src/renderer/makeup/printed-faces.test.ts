// The sheet has the faces of the page that is set: of a boxed article, of the paper's own voice, of a feature.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { FAKE, shipped } from '../../../test/build-edition';
import type { Group, Item } from '../../core/display/list';
import type { Piece } from '../../core/model/layout';
import type { ArticleKind } from '../../core/model/package';
import { Typesetter } from '../../core/typeset';
import { printedFaces } from './printed-faces';

const TITLE = '老船工上了协商桌';
const STORY = '委员们走进社区协商。';
const AREA = { column: 0, columns: 4, row: 0, rows: 30 };
const BARE = { deck: { ...AREA, rows: 10 }, body: [{ area: { ...AREA, row: 10, rows: 20 }, into: 4 }], box: null } as const;
const BOXED = { deck: null, body: [], box: { area: AREA, into: 2 } } as const;

/** Roles of the faces by name, as the page has them. */
function rolesOnPage(kind: ArticleKind, piece: Pick<Piece, 'variant' | 'deck' | 'body' | 'box'>, sub: string): readonly (string | undefined)[] {
  const pkg = packageOf([article('story', kind, doc(p(STORY)), { 'deck.main': TITLE, 'deck.sub': sub })]);
  const edition = shipped('N8', ['story'], { layout: { pages: [{ number: 1, mastheadRows: 0, pieces: [{ article: 'story', from: null, to: null, ...piece }] }] } });
  const { list } = new Typesetter(FAKE).typeset(pkg, edition);
  const roles = new Map<string, string | undefined>();
  const walk = (items: readonly Item[]): void => items.forEach((item) => {
    if (item.kind === 'group') walk(item.items);
    else if (item.kind === 'glyphs') roles.set(item.text, list.fonts[item.font]?.replace('fake:', ''));
  });
  walk(list.pages[0]!.items.filter((item): item is Group => item.kind === 'group'));
  const faces = printedFaces(edition, pkg.articles[0]!, { ...piece });
  const role = (variable: string): string | undefined => /^var\(--(\w+)\)$/.exec(faces[variable] ?? '')?.[1];
  return [roles.get(TITLE), [...roles].find(([text]) => text.includes('委员们'))?.[1], role('--edit-title'), role('--body-face')];
}

it.each([
  ['news', 'news', { variant: 'news', ...BARE }, '会议通过各项决议', 'hei', 'song'],
  ['a feature', 'news', { variant: 'news', ...BARE }, '——渔港改造协商侧记', 'kai', 'song'],
  ['the paper’s own voice', 'editorial', { variant: 'news', ...BARE }, '', 'hei', 'kai'],
  ['its own voice in a box of the page’s text', 'editorial', { variant: 'news', ...BOXED }, '', 'biaosong', 'kai'],
  ['news in a box of the page’s text', 'news', { variant: 'news', ...BOXED }, '', 'biaosong', 'song'],
  ['news in a box of its own', 'news', { variant: 'box', ...BOXED }, '', 'biaosong', 'kai'],
] as const)('%s', (_, kind, piece, sub, title, text) => {
  expect(rolesOnPage(kind, piece, sub)).toEqual([title, text, title, text]);
});
