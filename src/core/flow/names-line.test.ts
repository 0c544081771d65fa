import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { FAKE, shipped } from '../../../test/build-edition';
import type { Group, Item } from '../display/list';
import type { Layout } from '../model/layout';
import { Typesetter } from '../typeset';
import { isNamesLine } from './names-line';

it.each([
  ['赵若永　喻　秋　严若子　华若飞', true], ['买买提·艾山（维吾尔族）　　丁　一　　于　洋（女）', true], ['带着嘱托出发 带着答卷回来', false], ['凝心聚力　共谱新篇', false], ['审议报告　通过决议。　闭幕', false],
  ['丁一 马松林 王小明 司马伟嘉', true], ['本报记者　邵雨眠　程野', false], ['本报记者 邵雨眠 欧阳静 通讯员 程野', false], ['凝心聚力 共谱新篇 开创未来 再启征程', false],
])('%s: names of a list: %s', (line, is) => expect(isNamesLine(line, false)).toBe(is));

it('a last line of two names is one in a 公告 alone', () => expect([isNamesLine('冯　康　马志松', false), isNamesLine('郎慧云　马志松', false), isNamesLine('郎慧云　马志松', true)]).toEqual([true, false, true]));

it('in a newspaper’s columns names stand under each other from the left edge, none squeezed', () => {
  const rows = ['赵若永　喻　秋　严若子　华若飞', '俞娟永　吕　华　司马伟嘉　谢轩秋'];
  const pkg = packageOf([article('list', 'notice', doc(...rows.map((row) => p(row))), { 'deck.main': '补选常务委员名单' })]);
  const layout: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces: [{ article: 'list', variant: 'news', deck: { column: 0, columns: 2, row: 0, rows: 5 }, body: [{ area: { column: 0, columns: 2, row: 5, rows: 8 }, into: 2 }], box: null, from: null, to: null }] }] };
  const { list } = new Typesetter(FAKE).typeset(pkg, shipped('N8', ['list'], { layout }));
  const [page] = list.pages;
  const rowsSet: (readonly [string, number, number])[] = [];
  const walk = (items: readonly Item[]): void => items.forEach((item) => {
    if (item.kind === 'group') walk(item.items);
    // How far the last character stands from the first, and the first from the column's edge, in em of 9 pt.
    else if (item.kind === 'glyphs') rowsSet.push([item.text, page!.x[item.first]! / 9, (page!.x[item.end - 1]! - page!.x[item.first]!) / 9]);
  });
  walk(page!.items.filter((item): item is Group => item.kind === 'group' && item.what === 'body'));
  expect(rowsSet.map(([text, at, wide]) => [text, Math.round(at * 100) / 100, Math.round(wide * 100) / 100])).toEqual([
    // Stops of 5 ems: a row of 13 has three names of three; one of four has less blank behind it.
    ['赵若永　喻　秋　严若子', 0, 12], ['华若飞', 0, 2], ['俞娟永　吕　华', 0, 7], ['司马伟嘉　谢轩秋', 0, 7],
  ]);
});

it.each([
  ['本报记者　邵雨眠　程野', 13, ['本报记者　邵雨眠　程野']],
  ['本报记者 邵雨眠 程野', 13, ['本报记者 邵雨眠 程野']],
  // At 11 a name goes over whole.
  ['本报记者　邵雨眠　程野', 11, ['本报记者　邵雨眠', '程野']],
])('a byline of two reporters, %s, is indented and its blanks are one em wide at %i characters', (line, characters, rows) => {
  const pkg = packageOf([article('story', 'news', doc(p(line), p('委员们走进社区，就停车难与群众面对面协商。')), { 'deck.main': '老船工上了协商桌' })]);
  const columns = characters === 13 ? 2 : 1;
  const layout: Layout = { pages: [{ number: 1, mastheadRows: 0, pieces: [{ article: 'story', variant: 'news', deck: { column: 0, columns, row: 0, rows: 5 }, body: [{ area: { column: 0, columns, row: 5, rows: 8 }, into: columns }], box: null, from: null, to: null }] }] };
  const { list } = new Typesetter(FAKE).typeset(pkg, shipped(characters === 13 ? 'N8' : 'T6', ['story'], { layout }));
  const [page] = list.pages;
  const set: (readonly [string, number, number])[] = [];
  const walk = (items: readonly Item[]): void => items.forEach((item) => {
    if (item.kind === 'group') walk(item.items);
    else if (item.kind === 'glyphs') set.push([item.text.trimEnd(), page!.x[item.first]! / 9, (page!.x[item.first + [...item.text.trimEnd()].length - 1]! - page!.x[item.first]!) / 9]);
  });
  walk(page!.items.filter((item): item is Group => item.kind === 'group' && item.what === 'body'));
  const own = set.slice(0, rows.length).map(([text, at, wide]) => [text, Math.round(at * 100) / 100, Math.round(wide * 100) / 100]);
  // Nothing is wider or narrower than its em.
  expect(own).toEqual(rows.map((text, i) => [text, i === 0 ? 2 : 0, [...text].length - 1]));
});
