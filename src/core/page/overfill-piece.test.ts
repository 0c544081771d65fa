// What has no room and goes on nowhere: its columns are full to the last row, and what is
// left over is the rest of the text to the character. Fake fonts.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, FAKE, shipped } from '../../../test/build-edition';
import type { Layout } from '../model/layout';
import { Typesetter } from '../typeset';

// Sentences so long that a stop above the foot is a column away.
const LONG = `${'会议认为要把握政治方向坚持守正创新服务中心大局'.repeat(4)}。`;
const pkg = packageOf([article('a', 'news', doc(p(LONG), p(LONG), p(LONG)), { 'deck.main': '会议开幕' }), article('b', 'news', doc(p(LONG)), { 'deck.main': '会议闭幕' })]);
const edition = shipped('N8', ['a', 'b'], { paper: DAILY });

describe.each([4, 5, 7])('%i rows of three columns', (rows) => {
  const layout: Layout = {
    pages: [{
      number: 1, mastheadRows: 12,
      pieces: [
        { article: 'a', variant: 'news', deck: { column: 0, columns: 3, row: 12, rows: 6 }, body: [{ area: { column: 0, columns: 3, row: 18, rows }, into: 3 }], box: null, from: null, to: null },
        { article: 'b', variant: 'news', deck: { column: 3, columns: 3, row: 12, rows: 6 }, body: [{ area: { column: 3, columns: 3, row: 18, rows: 20 }, into: 3 }], box: null, from: null, to: null },
      ],
    }],
  };
  const set = new Typesetter(FAKE).typeset(pkg, { ...edition, layout });
  const room = new Typesetter(FAKE).rooms(pkg, edition, layout).find(({ article: id }) => id === 'a')!;

  it('every row of every column has a line, and as many lines are told as over in the finding', () => {
    const whole = new Typesetter(FAKE).linesAtMeasure(pkg, edition, 'a');
    expect(room.over).toBe(whole - 3 * rows);
    expect(set.diagnostics.find(({ code }) => code === 'frame-overset')?.message).toContain(`余 ${room.over} 行（每行 13 字`);
    expect(room.measure).toBe(13);
  });
});

it.each([1, 2, 3, 12, 40])('columns that end before an empty paragraph, %i of them behind the text: each is a line of what is over', (empty) => {
  const blank = packageOf([article('a', 'news', doc(p(LONG), p(LONG), ...Array.from({ length: empty }, () => p('')), p('完。')), { 'deck.main': '会议开幕' })]);
  const alone = shipped('N8', ['a'], { paper: DAILY });
  const whole = new Typesetter(FAKE).linesAtMeasure(blank, alone, 'a');
  // A foot behind every line of the text and of what is empty.
  for (let rows = 3; rows <= whole; rows++) {
    const layout: Layout = { pages: [{ number: 1, mastheadRows: 12, pieces: [{ article: 'a', variant: 'news', deck: { column: 0, columns: 1, row: 12, rows: 6 }, body: [{ area: { column: 0, columns: 1, row: 18, rows }, into: 1 }], box: null, from: null, to: null }] }] };
    const [room] = new Typesetter(FAKE).rooms(blank, alone, layout);
    expect([rows, room!.over]).toEqual([rows, whole - rows]);
    expect(() => new Typesetter(FAKE).typeset(blank, { ...alone, layout })).not.toThrow();
  }
});
