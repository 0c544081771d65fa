// A newspaper page whose make-up is written here, row by row, and whose texts are whole lines
// that can be counted: what an act by hand does to it is known by head, whatever the search
// finds for other pages. N8: 8 columns of 13 characters, 123 lines; Han one em wide.
import type { Layout, Piece } from '../src/core/model/layout';
import type { Edition, Package } from '../src/core/model/package';
import { article, doc, p, packageOf } from './build';
import { shipped } from './build-edition';

const MEASURE = 13;

/** Paragraphs of ten whole lines, and one of what is left: indented by two. */
function whole(lines: number, character: string): ReturnType<typeof p>[] {
  const one = (count: number): ReturnType<typeof p> => p(character.repeat(MEASURE * count - 2));
  return [...Array.from({ length: Math.floor(lines / 10) }, () => one(10)), ...(lines % 10 === 0 ? [] : [one(lines % 10)])];
}

function piece(id: string, column: number, columns: number, row: number, deck: number, rows: number): Piece {
  return { article: id, variant: 'news', deck: { column, columns, row, rows: deck }, body: [{ area: { column, columns, row: row + deck, rows }, into: columns }], box: null, from: null, to: null };
}

/**
 * 头条 over the whole page; under it at the left two briefs in two columns, one of 40 lines above one of 60; beside
 * them an editorial in its box above a story in six columns. A row of air between any two; all feet at row 96.
 */
export const FIXED: Layout = {
  pages: [{
    number: 1,
    mastheadRows: 0,
    pieces: [
      piece('lead', 0, 8, 0, 6, 30),
      piece('brief', 0, 2, 37, 4, 20),
      piece('other', 0, 2, 62, 4, 30),
      { article: 'editorial', variant: 'box', deck: null, body: [], box: { area: { column: 2, columns: 6, row: 37, rows: 27 }, into: 3 }, from: null, to: null },
      piece('story', 2, 6, 65, 4, 27),
    ],
  }],
};

/** The page's articles with the make-up above. */
export function fixedPage(): { readonly pkg: Package; readonly edition: Edition } {
  const edition = shipped('N8', ['lead', 'brief', 'other', 'editorial', 'story'], { layout: FIXED });
  const pkg: Package = {
    ...packageOf([
      article('lead', 'news', doc(...whole(240, '甲')), { 'deck.main': '市政协会议今天开幕' }),
      article('brief', 'news', doc(...whole(40, '乙')), { 'deck.main': '市政协举行会议' }),
      article('other', 'news', doc(...whole(60, '丙')), { 'deck.main': '委员走进社区' }),
      article('editorial', 'editorial', doc(...whole(80, '丁')), { 'deck.main': '同心启新程' }),
      article('story', 'news', doc(...whole(162, '戊')), { 'deck.main': '委员热议新一年的协商工作' }),
    ]),
    editions: [edition],
  };
  return { pkg, edition };
}
