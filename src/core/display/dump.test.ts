import { describe, expect, it } from 'vitest';
import { displayList, group } from '../../../test/display-builder';
import { fakeFont } from '../../../test/fake-font';
import { dumpList } from './dump';

describe('a display list as text: a line a page, frame, run and path', () => {
  const list = displayList([fakeFont()], [{
    size: { width: 100, height: 200.12345 },
    label: '3',
    items: (page) => [
      group('report', [
        page.line('甲乙', { x: 10, y: 20.00049, size: 10 }),
        { ...page.line('2026', { x: 30, y: 20, size: 10, embolden: 0.25, gray: 1 }), source: { kind: 'atom', block: 7, from: 4, to: 5 } },
        { ...page.line('丙"', { x: 50, y: 20, size: 10 }), source: { kind: 'text', block: 7, from: 5, to: 7 } },
      ], { what: 'text', x: 5, y: 6 }),
      { kind: 'path', ops: 'ML', coords: [1, 2, 3, 4], fill: null, stroke: { width: 0.283, gray: 0 } },
      { kind: 'link', rect: { x: 1, y: 2, width: 3, height: 4 }, page: 2, y: 9 },
    ],
  }], { outline: [{ level: 1, title: '一、总结', page: 1, y: 12.34567 }] });

  it('names face, size, first and last place, source and text; lengths with three decimals', () => {
    expect(dumpList(list).split('\n')).toEqual([
      'page 1 [3] 100 × 200.123',
      '  frame text x=5 y=6 article=report',
      '    fake:Fake 10 x=10…20 y=20 {test} "甲乙"',
      '    fake:Fake 10 +0.25 gray=1 x=30…45 y=20 [4-5 atom] "2026"',
      '    fake:Fake 10 x=50…60 y=20 [5-7] "丙\\""',
      '  path ML 1 2 3 4 stroke=0.283',
      '  link x=1 y=2 → p2',
      'outline 1 p1 y=12.346 一、总结',
      '',
    ]);
  });
});
