import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { numberHeadings } from '../../model/numbering';
import type { Article } from '../../model/package';
import { schema } from '../../model/schema';
import { doc, table as builtTable } from '../../../../test/build';
import { redline } from './redline';

const EMPTY = { 'deck.over': null, 'deck.main': null, 'deck.sub': null, 'head.occasion': null, 'head.date': null, 'head.speaker': null, 'head.salutation': null };
type Spec = string | { readonly h: string };
const article = (...blocks: Spec[]): Article => ({
  id: 'a', kind: 'report', label: null, fields: { ...EMPTY, 'deck.main': schema.nodes.doc.create(null, schema.nodes.paragraph.create(null, schema.text('工作报告'))) },
  doc: schema.nodes.doc.create(null, blocks.map((block) => (typeof block === 'string' ? schema.nodes.paragraph.create(null, block === '' ? [] : schema.text(block)) : schema.nodes.heading.create({ level: 1 }, schema.text(block.h))))),
});
const NAMES = { by: '工作稿第3稿→征求意见稿', at: null };
const line = (was: Article, now: Article): Article => redline([was], [now], NAMES).articles[0]!;

/** Text with [-gone-] and [+new+]. */
function shown(block: Node): string {
  let text = '';
  block.forEach((node) => {
    const words = node.text ?? '□';
    const change = node.marks.find(({ type }) => type.name === 'deleted' || type.name === 'inserted')?.type.name;
    text += change === 'deleted' ? `[-${words}-]` : change === 'inserted' ? `[+${words}+]` : words;
  });
  return text;
}
const blocks = ({ doc }: Article): string[] => doc.content.content.map(shown);

describe('redline', () => {
  it('marks words inside a paragraph, whole paragraphs that came or went', () => {
    const was = article('召开专题协商会8次，形成报告21篇，其中25篇得到批示。', '远程协商取得突破，举办远程协商会4次。', '办好每一件提案。');
    const now = article('召开专题协商会9次，形成报告25篇，其中21篇得到批示。', '办好每一件提案。', '数字履职拓面增效。');
    expect(blocks(line(was, now))).toEqual(['召开专题协商会[-8-][+9+]次，形成报告[-21-][+25+]篇，其中[-25-][+21+]篇得到批示。', '[-远程协商取得突破，举办远程协商会4次。-]', '办好每一件提案。', '[+数字履职拓面增效。+]']);
  });

  it('a heading that is gone keeps its number as words and counts no more', () => {
    const made = line(article({ h: '强基' }, { h: '协商' }, { h: '团结' }), article({ h: '强基' }, { h: '团结' }));
    expect(blocks(made)).toEqual(['强基', '[-二、协商-]', '团结']);
    expect(numberHeadings(made.doc)).toEqual(['一、', null, '二、']);
  });

  it('a heading that was reworded is one, where its number and some of its words stayed', () => {
    expect(blocks(line(article({ h: '坚持党的领导，在强化政治引领中把牢正确方向' }, '学习为先。'), article({ h: '坚持政治引领，在筑牢思想根基中把牢前进方向' }, '学习为先。')))[0]).toMatch(/^坚持.*\[-.*方向$/);
    // Whatever its words, where what stands under it stayed.
    expect(blocks(line(article({ h: '协商' }, '学习为先。'), article({ h: '团结' }, '学习为先。')))).toEqual(['[-协商-][+团结+]', '学习为先。']);
    expect(blocks(line(article({ h: '加强自身建设' }, '制定考核办法，组织委员培训4期、360人次。'), article({ h: '从严管理队伍' }, '制定考核办法，组织委员培训5期、420人次。')))[0]).toMatch(/^\[-加强.*\+\]$/);
    expect(blocks(line(article({ h: '协商' }, '学习为先。'), article({ h: '团结' }, '走访港澳台侨委员，凝聚人心力量。')))).toEqual(['[-一、协商-]', '[-学习为先。-]', '[+团结+]', '[+走访港澳台侨委员，凝聚人心力量。+]']);
  });

  it('the only paragraph on both sides of a section is written anew, not another, where some of it stayed', () => {
    const was = '制定《关于加强委员履职管理的十条措施》，组织委员培训4期、360人次。编辑出版文史资料第35辑。';
    const now = '制定委员履职考核办法，组织委员培训5期、420人次。规范乡镇政协联络室18个。';
    expect(blocks(line(article({ h: '强基' }, was, { h: '团结' }), article({ h: '强基' }, now, { h: '团结' })))[1]).toBe('制定[-《关于加强委员履职管理的十条措施》-][+委员履职考核办法+]，组织委员培训[-4-][+5+]期、[-360-][+420+]人次。[-编辑出版文史资料第35辑-][+规范乡镇政协联络室18个+]。');
    // Beside another that is gone it is anyone's.
    expect(blocks(line(article({ h: '强基' }, was, '走访委员。', { h: '团结' }), article({ h: '强基' }, now, { h: '团结' })))[1]).toMatch(/^\[-制定/);
  });

  it('a table row by row: figures in their cells, rows that came or went whole', () => {
    const table = (...rows: string[][]): Article => ({ ...article(), doc: doc(builtTable(...rows)) });
    const made = line(table(['界别', '提案'], ['中共', '32'], ['民革', '18']), table(['界别', '提案'], ['中共', '35'], ['特邀', '22'])).doc.child(0);
    expect(made.children.map((row: Node) => row.children.map((cell: Node) => shown(cell.firstChild!)))).toEqual([['界别', '提案'], ['中共', '[-32-][+35+]'], ['[-民革-]', '[-18-]'], ['[+特邀+]', '[+22+]']]);
    made.check();
    const wider = line(table(['界别', '提案'], ['中共', '32']), table(['界别', '提案', '立案'], ['中共', '32', '30'])).doc.child(0);
    expect(wider.children.map((row: Node) => row.children.map((cell: Node) => shown(cell.firstChild!)))).toEqual([['[-界别-]', '[-提案-]'], ['[-中共-]', '[-32-]'], ['[+界别+]', '[+提案+]', '[+立案+]'], ['[+中共+]', '[+32+]', '[+30+]']]);
  });

  it('articles that came and went whole', () => {
    const other = { ...article('社论一篇。'), id: 'b' };
    const made = redline([article('甲。'), other], [article('甲。'), { ...article('决议。'), id: 'c' }], NAMES).articles;
    expect(made.map(({ id, doc }) => [id, shown(doc.child(0))])).toEqual([['a', '甲。'], ['c', '[+决议。+]'], ['b', '[-社论一篇。-]']]);
  });

  it('tells how far it is, in blocks of both versions, and ends with all', () => {
    const told: [number, number][] = [];
    redline([article('办好每一件提案。', '一', '二', '三'), { ...article('社论。'), id: 'b' }], [article('办好每一件提案。', '甲'), { ...article('乙', '丙'), id: 'c' }], NAMES, (done, all) => told.push([done, all]));
    expect(told.at(-1)).toEqual([9, 9]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((x, y) => x - y));
  });

  it('without what is new it is the old text, without what is gone the new one', () => {
    const text = fc.array(fc.constantFrom('市政协召开协商会', '形成调研报告', '8', '12', '次', '篇，', '。', '其中', '得到批示', '委员们'), { maxLength: 12 }).map((words) => words.join(''));
    const doc = fc.array(text, { minLength: 1, maxLength: 6 });
    const only = ({ doc: made }: Article, drop: string): string[] => made.content.content.map((block) => block.content.content.filter(({ marks }) => !marks.some(({ type }) => type.name === drop)).map((node) => node.text ?? '').join('')).filter((words) => words !== '');
    fc.assert(fc.property(doc, doc, (a, b) => {
      const made = line(article(...a), article(...b));
      made.doc.check();
      expect(only(made, 'inserted')).toEqual(a.filter((words) => words !== ''));
      expect(only(made, 'deleted')).toEqual(b.filter((words) => words !== ''));
    }), { numRuns: 200 });
  });
});
