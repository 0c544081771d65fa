import { describe, expect, it } from 'vitest';
import { readBlock, readInline, type MarkupContext } from './read-markup';

const context: MarkupContext = {
  phrases: new Map([['unite', { id: 'unite', text: '团结在{place}周围', dated: '2022-10', source: '试', use: '试' }]]),
  switches: new Map([['on', true], ['off', false]]),
};
const inline = (text: string): unknown => readInline(text, context).map((node) => [node.text ?? node.type.name, ...Object.values(node.attrs).filter((value) => value !== null), ...node.marks.map(({ type }) => type.name)]);

describe('inline markup reads as it prints', () => {
  it.each<[string, unknown]>([
    ['政协{place}{term:di}委员会', [['政协'], ['field', 'place', 'plain'], ['field', 'term', 'di'], ['委员会']]],
    ['提案〔数字：立案件数〕件', [['提案'], ['placeholder', 'figure', '立案件数'], ['件']]],
    ['〔姓名〕（女）', [['placeholder', 'name'], ['（女）']]],
    ['{?on|有{place}|无}', [['有'], ['field', 'place', 'plain']]], ['{?off|有|{?on|内层|}}', [['内层']]], ['{?off|有}', []],
    ['更加{#unite}！', [['更加'], ['团结在', 'phrase'], ['field', 'place', 'plain', 'phrase'], ['周围', 'phrase'], ['！']]],
    ['«要强化。»其余', [['要强化。', 'theme'], ['其余']]],
    ['上\n下', [['上'], ['hard_break'], ['下']]],
  ])('%s', (text, nodes) => expect(inline(text)).toEqual(nodes));
  it.each(['{plcae}', '{term:roman}', '〔数目：x〕', '{#nope}', '{?nope|a|b}', '{place', '〔数字', '数字〕', '«要'])('%s throws', (text) => {
    expect(() => readInline(text, context)).toThrow(RangeError);
  });
});

describe('blocks', () => {
  it.each<[string, object]>([
    ['#1 工作回顾', { type: 'heading', attrs: { level: 1, numbered: true } }],
    ['#1* 回望这一年', { type: 'heading', attrs: { level: 1, numbered: false } }],
    ['#5 界别', { type: 'heading', attrs: { level: 5, numbered: false } }],
    ['@2 坚持定位。|其余', { type: 'paragraph', attrs: { head: { level: 2, numbered: true } } }],
    ['@5 学习走深。|其余', { type: 'paragraph', attrs: { head: { level: 5, numbered: false } } }],
    ['> 主席团', { type: 'paragraph', attrs: { align: 'right', head: null } }], ['^ （共三人）', { type: 'paragraph', attrs: { align: 'center' } }],
    ['正文', { type: 'paragraph', attrs: { align: null, head: null } }],
  ])('%s', (text, json) => expect(readBlock(text, context).toJSON()).toMatchObject(json));
  it('a run-in heading has its lead under the mark, and nothing else', () => {
    const block = readBlock('@2 坚持{place}定位。|要|做好', context);
    expect(block.content.content.map((node) => [node.text ?? node.type.name, node.marks.map(({ type }) => type.name)])).toEqual([
      ['坚持', ['lead']], ['field', ['lead']], ['定位。', ['lead']], ['要|做好', []],
    ]);
  });
  it('one without its | throws', () => expect(() => readBlock('@2 坚持定位。', context)).toThrow(RangeError));
});
