// An edition that makes a make-up choose: a report that leads, a story, a boxed editorial and
// a feature, about a page of T6 together. Words and lengths by seed; fake fonts do.
import type { Node } from 'prosemirror-model';
import type { Edition, Package } from '../../src/core/model/package';
import { article, doc, p, packageOf } from '../build';
import { DAILY, shipped } from '../build-edition';
import { prose, random } from '../random';

/** Characters of a paragraph. */
const PARAGRAPH = 150;

export function fourOnTabloid(seed: number, firstPage: number): { readonly pkg: Package; readonly edition: Edition } {
  const roll = random(seed);
  const text = (characters: number): Node => {
    const out: Node[] = [];
    for (let left = characters; left > 0; left -= PARAGRAPH) out.push(p(prose(roll, Math.max(30, Math.min(PARAGRAPH, left)))));
    return doc(...out);
  };
  const articles = [
    article('report', 'report', text(1000 + roll(1400)), { 'deck.main': prose(roll, 24) }),
    article('story', 'news', text(300 + roll(600)), { 'deck.main': `市政协${prose(roll, 9)}` }),
    article('comment', 'editorial', text(450 + roll(450)), { 'deck.main': prose(roll, 8) }),
    article('feature', 'news', text(250 + roll(450)), { 'deck.main': prose(roll, 10) }),
  ];
  const edition = shipped('T6', articles.map(({ id }) => id), { paper: { ...DAILY, firstPage } });
  return { pkg: packageOf(articles, [edition]), edition };
}
