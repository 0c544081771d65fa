// T-34: a run-in head alone at a column's foot that nothing can mend is told with its column.
import { expect, it } from 'vitest';
import { article, doc, han, marked, p, packageOf, par } from '../../test/build';
import { FAKE, shipped } from '../../test/build-edition';
import type { Layout } from './model/layout';
import { Typesetter } from './typeset';

it.each([
  // Four lines stand above it; the fifth holds nine characters of it and two of its text.
  ['alone at a foot', 9, [{ severity: 'warning', message: '第1版有一栏末尾只有段首的小标题，它的正文到了下一栏', suggestion: '把该栏前面的一段放松或收紧一行' }]],
  ['with four characters of its text', 7, []],
])('a run-in head %s', (_, length, told) => {
  const story = doc(p(han(45)), par({ head: { level: 5, numbered: false } }, marked('lead', null, `${han(length - 1)}。`), han(60 - length)));
  const pkg = packageOf([article('story', 'news', story, { 'deck.main': '老船工上了协商桌' })]);
  const layout: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces: [{ article: 'story', variant: 'news', deck: { column: 0, columns: 2, row: 0, rows: 5 }, body: [{ area: { column: 0, columns: 2, row: 5, rows: 5 }, into: 2 }], box: null, from: null, to: null }] }] };
  const { diagnostics } = new Typesetter(FAKE).typeset(pkg, shipped('N8', ['story'], { layout }));
  expect(diagnostics.filter(({ code }) => code === 'heading-stranded').map(({ severity, message, suggestion }) => ({ severity, message, suggestion }))).toEqual(told);
});
