import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { article, br, doc, field, h, heading, lead, marked, note, omit, p, packageOf, par, placeholder, placeOf, table } from '../../../test/build';
import { smallBooklet, smallLook } from '../../../test/build-edition';
import type { Article, Edition, Package } from '../model/package';
import { type BlockContent, type BlockOrigin, type Flow, type Paragraph } from './flow';
import { collectNotes, Flower, type FlowContext, type FlowedArticle, type FlowNotice } from './flow-article';

interface Options {
  readonly edition?: Partial<Edition>;
  readonly meeting?: Partial<Package['meeting']>;
  readonly stage?: string | null;
  readonly variant?: FlowContext['variant'];
  readonly notes?: readonly string[];
}

const LOOK = smallLook();

function flowOf(one: Article, { edition = {}, meeting = {}, stage = null, variant = 'report', notes }: Options = {}, flower = new Flower(), origins = new Map<number, BlockOrigin>()): FlowedArticle {
  return flower.flow(one, {
    edition: smallBooklet([one.id], {}, { look: LOOK, ...edition }), meeting: packageOf([one], [], meeting).meeting, stage, variant,
    noteNumber: notes === undefined ? null : (term) => notes.indexOf(term) + 1, notesKey: (notes ?? []).join(),
  }, origins);
}

const report = (...blocks: Node[]): Article => article('report', 'report', doc(...blocks));
const paragraph = (content: BlockContent | undefined): Paragraph => {
  if (content?.kind !== 'paragraph') throw new TypeError('not a paragraph');
  return content;
};
const texts = ({ head, body }: Flow): string[] => [...head, ...body].map(({ content }) => (content.kind === 'paragraph' ? content.text : content.rows.map((row) => row.map((cell) => cell.text).join('|')).join('/')));
const body = (one: Article, options: Options = {}): string[] => texts({ ...flowOf(one, options).flow, head: [] });

/** Each display character with the document character that it says it is; '□' an atom, '+' generated. */
function sources(content: Paragraph, positions: string): string {
  let out = '';
  for (const { from, to, source } of content.spans) {
    for (let i = from; i < to; i++) out += source.kind === 'text' ? positions[source.at + i - from] : source.kind === 'atom' ? '□' : '+';
  }
  return out;
}

describe('numbers are made by style and printed before the heading', () => {
  it('一、 （一） 1. （1）, moved with their sections', () => {
    const [a, b] = [h(1, '总结'), h(1, '安排')];
    expect(body(report(a, h(2, '甲'), h(3, '乙'), h(4, '丙'), b))).toEqual(['一、总结', '（一）甲', '1.乙', '（1）丙', '二、安排']);
    expect(body(report(b, a))).toEqual(['一、安排', '二、总结']);
  });
  it('of a run-in heading too: the number is a label, never squeezed (T-21)', () => {
    const { flow } = flowOf(report(par({ head: { level: 2 } }, lead('固本铸魂。'), '深入学习。')));
    const content = paragraph(flow.body[0]!.content);
    expect(content.text).toBe('（一）固本铸魂。深入学习。');
    expect(content.spans.map(({ glue, style }) => [glue, style.role])).toEqual([['label', 'kai'], [null, 'kai'], [null, 'song']]);
    expect(content.style.name).toBe('body');
    expect(content.heading).toEqual({ level: 2, text: '（一）固本铸魂' });
  });
  it('where a run-in head ends, and a theme sentence right behind it, is known whatever the look shows of them (T-34)', () => {
    const lead2 = (...blocks: Node[]): (number | undefined)[] => flowOf(report(...blocks)).flow.body.map(({ content }) => paragraph(content).lead);
    expect(lead2(par({ head: { level: 2 } }, lead('固本铸魂。'), '深入学习。'))).toEqual(['（一）固本铸魂。'.length]);
    expect(lead2(par({ head: { level: 5 } }, lead('社情民意通民心。'), '在商圈。'))).toEqual(['社情民意通民心。'.length]);
    expect(lead2(par({ head: { level: 2 } }, lead('固本铸魂。'), marked('theme', null, '理论学习求深求实。'), '完善。'))).toEqual(['（一）固本铸魂。理论学习求深求实。'.length]);
    // Nothing behind it, no head at all, an item of a list, a theme sentence further on.
    expect(lead2(par({ head: { level: 2 } }, lead('固本铸魂。')), p('深入学习。'), par({ head: { level: 2 } }, '审议工作报告；'), p('学习。', marked('theme', null, '求实。'), '完善。'))).toEqual([undefined, undefined, undefined, undefined]);
  });
  it('of an item of a list, in the face of its text; it heads nothing', () => {
    const { flow } = flowOf(report(par({ head: { level: 2, start: 3 } }, '审议工作报告；'), par({ head: { level: 2 } }, '其他。')));
    expect(texts(flow)).toEqual(['（三）审议工作报告；', '（四）其他。']);
    const content = paragraph(flow.body[0]!.content);
    expect(content.spans.map(({ glue, style }) => [glue, style.role])).toEqual([['label', 'song'], [null, 'song']]);
    expect(content.heading).toBeNull();
  });
  it.each([
    ['第一， stays what the author wrote', heading({ level: 2, form: 'di' }, '甲'), '第一，甲'],
    ['a number that begins elsewhere', heading({ level: 2, start: 5 }, '甲'), '（五）甲'],
    ['no number', heading({ level: 1, numbered: false }, '甲'), '甲'],
    ['part titles have none', h(0, '甲'), '甲'],
  ])('%s', (_, node, expected) => expect(body(report(node))).toEqual([expected]));
});

describe('fields, placeholders, notes', () => {
  it('a field prints the record\'s value in its form; without one it says so, and is reported', () => {
    const one = report(p('我受政协', field('term', 'di'), '委员会委托。'));
    expect(body(one, { meeting: { term: 9 } })).toEqual(['我受政协第九届委员会委托。']);
    const flowed = flowOf(one);
    expect(texts(flowed.flow)).toEqual(['我受政协〔会议届：未填〕委员会委托。']);
    expect(flowed.notices).toMatchObject([{ kind: 'field-empty', from: 4, to: 5, detail: 'term' }]);
  });
  it('a heading\'s entry in the outline holds its fields', () => {
    const { flow } = flowOf(report(h(1, field('opens', 'year'), '工作', br, '回顾')), { meeting: { opens: '2026-01-12' } });
    expect(paragraph(flow.body[0]!.content).heading).toEqual({ level: 1, text: '一、2026年工作回顾' });
  });
  it.each([
    [null, '提案〔数字：待填〕件'],
    ['工作稿（二）', '提案〔数字：待填〕件'],
    ['征求意见稿', '提案××件'],
  ])('a placeholder at the stage %s', (stage, expected) => expect(body(report(p('提案', placeholder(), '件')), { stage })).toEqual([expected]));
  it('a note\'s anchor is printed where the edition has an annex, raised and glued to what it notes (T-06)', () => {
    const one = report(p('“1+4+6+N”', note('平台'), '机制'));
    expect(body(one)).toEqual(['“1+4+6+N”机制']);
    const { flow } = flowOf(one, { notes: ['别的', '平台'] });
    const content = paragraph(flow.body[0]!.content);
    expect(content.text).toBe('“1+4+6+N”〔2〕机制');
    expect(content.spans[1]).toMatchObject({ glue: 'note', source: { kind: 'atom', at: 9 } });
    expect(content.spans[1]!.style.rise).toBeGreaterThan(0);
  });
  it('notes are numbered by first appearance; struck-out and omitted ones are none', () => {
    const one = report(p(marked('deleted', { by: '甲', at: 1 }, note('删去的')), note('甲'), omit('booklet', note('略去的')), note('乙'), note('甲', '释文')));
    expect(collectNotes([one], 'booklet').map(({ term, text }) => `${term}${text}`)).toEqual(['甲释文', '乙']);
  });
});

describe('the title block’s end (G-21)', () => {
  const look = { ...LOOK, styles: { ...LOOK.styles, speaker: { ...LOOK.styles.speaker, linesAfter: 1 } } };
  const rows = (fields: Record<string, string>, edition: Partial<Edition> = {}) =>
    flowOf(article('r', 'report', doc(p('正文')), fields), { edition: { look, ...edition } }).flow.head.map(({ content }) => `${content.style.name} ${content.style.linesAfter}`);
  it('a blank row stands behind its last line, whichever that is, and none behind the salutation', () => {
    expect(rows({ 'deck.main': '公告' })).toEqual(['title 1']);
    expect(rows({ 'deck.main': '决议', 'head.date': '（2026年1月15日通过）' })).toEqual(['title 0', 'date 1']);
    expect(rows({ 'deck.main': '报告', 'head.occasion': '——在会上', 'head.salutation': '各位委员：' })).toEqual(['title 0', 'occasion 1', 'salutation 0']);
    expect(rows({ 'deck.main': '报告', 'head.date': '（2026年1月15日）', 'head.speaker': '江一帆', 'head.salutation': '各位委员：' })).toEqual(['title 0', 'date 0', 'speaker 1', 'salutation 0']);
  });
  it('a newspaper has its own way', () => {
    expect(rows({ 'deck.main': '公告' }, { kind: 'newspaper' })).toEqual(['title 0']);
  });
});

describe('what an edition leaves out', () => {
  const one = report(p('开头', omit('newspaper', '只在册子里', field('term')), '结尾'), p(omit('newspaper', '整段略去')), h(1, omit('newspaper', '略去的标题')));
  it('a range marked for this kind is not printed, and reported with its place', () => {
    const flowed = flowOf(one, { edition: { kind: 'newspaper' } });
    expect(texts(flowed.flow)).toEqual(['开头结尾']);
    expect(flowed.notices.map(({ kind, from, to }) => [kind, from, to])).toEqual([['omitted', 2, 8], ['omitted', 0, 4], ['omitted', 0, 5]]);
  });
  it('another kind prints it', () => {
    expect(body(one, { meeting: { term: 5 } })).toEqual(['开头只在册子里5结尾', '整段略去', '一、略去的标题']);
  });
  it('two editions of other kinds that share a look do not share what they print', () => {
    const flower = new Flower();
    const { look } = smallBooklet([]);
    const plain = report(p('开头', omit('newspaper', '略'), '结尾'));
    expect(texts(flowOf(plain, { edition: { look } }, flower).flow)).toEqual(['开头略结尾']);
    expect(texts(flowOf(plain, { edition: { look, kind: 'newspaper' } }, flower).flow)).toEqual(['开头结尾']);
  });
  it('（摘要） under the title where asked and where something is left out', () => {
    const headed = article('report', 'report', one.doc, { 'deck.main': '工作报告', 'head.date': '（2026年1月12日）' });
    const printed = (edition: Partial<Edition>): string[] => texts({ ...flowOf(headed, { edition }).flow, body: [] });
    expect(printed({ kind: 'newspaper', abridgedNote: true })).toEqual(['工作报告', '（摘要）', '（2026年1月12日）']);
    expect(printed({ kind: 'newspaper' })).toEqual(['工作报告', '（2026年1月12日）']);
    expect(printed({ abridgedNote: true })).toEqual(['工作报告', '（2026年1月12日）']);
  });
  it('in a table\'s cell as well', () => {
    const flowed = flowOf(report(table(['甲', omit('newspaper', '略')], ['乙丙', '丁'])), { edition: { kind: 'newspaper' } });
    expect(texts(flowed.flow)).toEqual(['甲|/乙丙|丁']);
    expect(flowed.notices.map(({ kind, from, to }) => [kind, from, to])).toEqual([['omitted', 2, 3]]);
  });
  it('what a reviewer struck out is not printed, what was put in is', () => {
    expect(body(report(p('甲', marked('deleted', { by: null, at: null }, '旧'), marked('inserted', { by: null, at: null }, '新'), '乙')))).toEqual(['甲新乙']);
  });
});

describe('every display character knows where it comes from', () => {
  it('text by itself, atoms by one position, generated text by its name', () => {
    const one = report(par({ head: { level: 2 } }, lead('甲乙。'), omit('booklet', '略去'), '丙', field('term', 'di'), '丁', br, '戊', placeholder(), note('释'), '己'));
    const { flow } = flowOf(one, { meeting: { term: 9 }, notes: ['释'] });
    const content = paragraph(flow.body[0]!.content);
    const positions = one.doc.child(0).textBetween(0, one.doc.child(0).content.size, '', (leaf) => (leaf.type.name === 'hard_break' ? '\n' : '□'));
    expect(content.text).toBe('（一）甲乙。丙第九届丁\n戊〔数字：待填〕〔1〕己');
    expect(sources(content, positions)).toBe('+++甲乙。丙□□□丁\n戊□□□□□□□□□□己');
  });
  it('spans tile the text', () => {
    const one = report(p('甲', marked('strong', null, '乙'), marked('doubt', null, '丙'), '丁'));
    const content = paragraph(flowOf(one).flow.body[0]!.content);
    let at = 0;
    for (const { from, to } of content.spans) {
      expect(from).toBe(at);
      at = to;
    }
    expect(at).toBe(content.text.length);
  });
  it('marks that change no look part no span', () => {
    const content = paragraph(flowOf(report(p('甲', marked('doubt', null, '乙'), marked('comment', { id: 'c' }, '丙')))).flow.body[0]!.content);
    expect(content.spans).toHaveLength(1);
  });
  it('offsets of a table run on over its cells, one position between two', () => {
    const { flow } = flowOf(report(table(['甲乙', '丙'], ['丁戊己', '庚'])));
    const content = flow.body[0]!.content;
    if (content.kind !== 'table') throw new TypeError();
    expect(content.rows.flat().map((cell) => sources(cell, '甲乙\u0000丙\u0000丁戊己\u0000庚'))).toEqual(['甲乙', '丙', '丁戊己', '庚']);
  });
  it('a tag\'s place is the offset that flow speaks of', () => {
    const one = report(p('前言'), p('正', field('term'), '文<here>在此'));
    const { index, offset } = placeOf(one.doc, 'here');
    const content = paragraph(flowOf(one, { meeting: { term: 12 } }).flow.body[index]!.content);
    const span = content.spans.find(({ source }) => source.kind === 'text' && source.at <= offset && offset < source.at + 3)!;
    expect(content.text.slice(span.from + offset - (span.source as { at: number }).at)).toBe('在此');
  });
});

describe('表题 and 名词解释 stay with what they name, and are no headings', () => {
  const shapes = (...blocks: Node[]): unknown[] => flowOf(report(...blocks)).flow.body.map(({ content }) => (content.kind === 'table' ? 'table' : [content.style.align, content.style.keepWithNext, content.heading === null]));
  const grid = table(['类别', '件数'], ['民生', '71']);
  it.each(['2025年提案办理情况一览表', '附表', '表1 调研选题', '委员构成（按界别）', '各专委会履职情况'])('%s before a table is centred', (text) => {
    expect(shapes(p(text), grid)).toEqual([['center', 1, true], 'table']);
    expect(shapes(heading({ level: 5, numbered: false }, text), grid)).toEqual([['center', 1, true], 'table']);
  });
  it.each([['with a final mark', '办理情况如下表。'], ['that says another thing', '会议强调，要抓好落实']])('not a line %s', (_, text) => {
    expect(shapes(p(text), grid)).toEqual([['justify', 0, true], 'table']);
  });
  it('nor a numbered heading, nor a line before text', () => {
    expect(flowOf(report(h(1, '提案办理情况'), grid)).flow.body[0]!.content).toMatchObject({ heading: { level: 1 } });
    expect(shapes(p('提案办理情况一览表'), p('其中民生71件。'))).toEqual([['justify', 0, true], ['justify', 0, true]]);
  });
  it('名词解释 over its terms is kept with the first', () => {
    expect(shapes(p('名词解释'), p('1.三亲：指亲历、亲见、亲闻。'))).toEqual([['justify', 1, true], ['justify', 0, true]]);
    expect(shapes(p('名词解释'))).toEqual([['justify', 0, true]]);
  });
});

describe('N-21: a two-character name has 1 em between, as wide as one of three', () => {
  const speaker = (name: string): string => texts({ ...flowOf(article('r', 'report', doc(p('一')), { 'head.speaker': name })).flow, body: [] })[0]!;
  it.each([
    ['林远', '林　远'],
    ['欧阳林远', '欧阳林远'],
    ['林致远', '林致远'],
    ['林A', '林A'],
    ['𠮷远', '𠮷　远'], // a rare character of two code units is one character
    ['远𠮷', '远　𠮷'],
  ])('%s', (name, expected) => expect(speaker(name)).toBe(expected));
  it('from the record too, and both halves stand for the field', () => {
    const one = article('r', 'report', doc(p('一')), { 'head.speaker': [field('speaker')] });
    const content = paragraph(flowOf(one, { meeting: { speaker: '林远' } }).flow.head[0]!.content);
    expect(content.text).toBe('林　远');
    expect(sources(content, '□')).toBe('□+□');
  });
});

describe('the title block', () => {
  const one = article('r', 'report', doc(p('正文')), {
    'head.salutation': '各位委员：', 'head.speaker': '林致远', 'head.date': '（2026年1月12日）', 'head.occasion': '——在会议上', 'deck.sub': '副题', 'deck.main': '工作报告', 'deck.over': '引题',
  }, '社论');
  it('stands in printed order (G-21, N-10)', () => {
    expect(texts(flowOf(one).flow)).toEqual(['社论', '引题', '工作报告', '副题', '——在会议上', '（2026年1月12日）', '林致远', '各位委员：', '正文']);
  });
  it('styles are those of its surroundings', () => {
    const names = (variant: FlowContext['variant']): string[] => flowOf(one, { variant }).flow.head.map(({ content }) => content.style.name);
    expect(names('report')).toEqual(['label', 'over', 'title', 'sub', 'occasion', 'date', 'speaker', 'salutation']);
    expect(names('news')).toEqual(['label', 'newsOver', 'newsTitle', 'newsSub', 'newsSub', 'newsSub', 'newsSub', 'salutation']);
    expect(names('box')).toEqual(['label', 'boxSub', 'boxTitle', 'boxSub', 'boxSub', 'boxSub', 'boxSub', 'boxBody']);
  });
  it('a field without text is not there', () => {
    expect(flowOf(article('r', 'report', doc(p('一')), { 'deck.main': '' })).flow.head).toEqual([]);
  });
  it('what an edition asked of a block', () => {
    const { flow } = flowOf(report(par({ adjust: { small: { lines: -1, breakBefore: true }, other: { lines: 3 } } }, '甲'), p('乙')));
    expect(flow.body.map(({ content }) => [paragraph(content).looseness, content.breakBefore])).toEqual([[-1, true], [0, false]]);
  });
});

describe('identity: what did not change is the same object', () => {
  const blocks = [h(1, '总结'), p('甲'), p('届：', field('term')), p('乙')];
  const one = article('report', 'report', doc(...blocks), { 'deck.main': '工作报告' });
  it('flowing twice gives the same blocks', () => {
    const flower = new Flower();
    const [a, b] = [flowOf(one, {}, flower).flow, flowOf(one, {}, flower).flow];
    [...b.head, ...b.body].forEach((block, i) => expect(block).toBe([...a.head, ...a.body][i]));
  });
  it('a changed record changes the blocks that print it alone', () => {
    const flower = new Flower();
    const a = flowOf(one, { meeting: { term: 5 } }, flower).flow.body;
    const b = flowOf(one, { meeting: { term: 6 } }, flower).flow.body;
    expect(b.map((block, i) => block === a[i])).toEqual([true, true, false, true]);
    expect(b.map(({ ref }) => ref)).toEqual(a.map(({ ref }) => ref));
  });
  it('a heading before others changes the numbered ones alone; refs stay with their nodes', () => {
    const flower = new Flower();
    const a = flowOf(one, {}, flower).flow.body;
    const b = flowOf({ ...one, doc: doc(h(1, '新'), ...blocks) }, {}, flower).flow.body.slice(1);
    expect(b.map((block, i) => block === a[i])).toEqual([false, true, true, true]);
    expect(b.map(({ ref }) => ref)).toEqual(a.map(({ ref }) => ref));
  });
  it('the same node twice in a document has two refs, each with its own origin', () => {
    const twice = p('同一段');
    const origins = new Map<number, BlockOrigin>();
    const { flow } = flowOf(report(twice, p('中'), twice), {}, new Flower(), origins);
    const [a, , b] = flow.body;
    expect(a!.ref).not.toBe(b!.ref);
    expect(a!.content).toBe(b!.content);
    expect([origins.get(a!.ref), origins.get(b!.ref)]).toMatchObject([{ index: 0 }, { index: 2 }]);
  });
  it('origins name fields and blocks', () => {
    const origins = new Map<number, BlockOrigin>();
    const { flow } = flowOf(one, {}, new Flower(), origins);
    expect(origins.get(flow.head[0]!.ref)).toEqual({ kind: 'field', article: 'report', field: 'deck.main' });
    expect(origins.get(flow.body[3]!.ref)).toEqual({ kind: 'block', article: 'report', index: 3 });
  });
  it('notices say the same again', () => {
    const flower = new Flower();
    const say = (): readonly FlowNotice[] => flowOf(one, {}, flower).notices;
    expect(say()).toEqual(say());
  });
});

describe('TYPESETTING 2.4: a story’s 电头 stands in its own face', () => {
  const look = { ...LOOK, styles: { ...LOOK.styles, dateline: { role: 'hei' as const } } };
  const faces = (text: string, variant: FlowContext['variant']): string => {
    const { flow } = flowOf(article('a', 'news', doc(p(text))), { variant, edition: { look } });
    const content = paragraph(flow.body[0]?.content);
    return content.spans.map(({ from, to, style }) => `${content.text.slice(from, to)}:${style.role}`).join(' ');
  };
  it.each([
    ['本报讯（记者　甲乙丙）1月12日，会议开幕。', 'news', /^本报讯:hei （记者　甲乙丙）1月12日，会议开幕。:(?!hei)/],
    ['新华社北京3月4日电（记者　甲乙丙）会议开幕。', 'news', /^新华社:hei 北京3月4日电/],
    ['本报讯（记者　甲乙丙）会议开幕。', 'report', /^本报讯（记者　甲乙丙）会议开幕。:(?!hei)/],
    ['据本报讯，会议开幕。', 'news', /^据本报讯，会议开幕。:(?!hei)/],
  ] as const)('%s (%s)', (text, variant, expected) => expect(faces(text, variant)).toMatch(expected));
});
