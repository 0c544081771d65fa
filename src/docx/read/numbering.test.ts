// Counts of lists as Word counts them (ECMA-376 17.9): what each paragraph shows.
import { describe, expect, it } from 'vitest';
import { docxOf, wli, wlvl, wp } from '../../../test/docx-file';
import { readDocx } from './document';

const shown = (body: string, numbering: string, styles = ''): string[] =>
  readDocx(docxOf(body, { numbering, styles })).paragraphs.map(({ label, text }) => `${label?.text ?? ''}${text}`);

const CHAIN = [wlvl(0, 'chineseCounting', '%1、'), wlvl(1, 'chineseCountingThousand', '（%2）'), wlvl(2, 'decimal', '%3.'), wlvl(3, 'decimal', '（%4）')].join('');
const list = (id: number, abstract: number, overrides = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
const abstract = (id: number, levels: string, more = ''): string => `<w:abstractNum w:abstractNumId="${id}">${more}${levels}</w:abstractNum>`;
const start = (level: number, n: number): string => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${n}"/></w:lvlOverride>`;

describe('what a list’s paragraphs show', () => {
  it.each<[string, string, string, string, readonly string[]]>([
    ['four levels; a lower one starts again under each higher one', [[0, '甲'], [1, '乙'], [1, '丙'], [2, '丁'], [3, '戊'], [0, '己'], [1, '庚']].map(([level, text]) => wli(1, Number(level), String(text))).join(''), abstract(1, CHAIN) + list(1, 1), '',
      ['一、甲', '（一）乙', '（二）丙', '1.丁', '（1）戊', '二、己', '（一）庚']],
    ['two lists of one abstract numbering count on', wli(1, 0, '甲') + wp('文') + wli(2, 0, '乙'), abstract(1, CHAIN) + list(1, 1) + list(2, 1), '', ['一、甲', '文', '二、乙']],
    ['a start override counts once, when its list is met', wli(1, 0, '甲') + wli(2, 0, '乙') + wli(2, 0, '丙'), abstract(1, CHAIN) + list(1, 1) + list(2, 1, start(0, 5)), '', ['一、甲', '五、乙', '六、丙']],
    ['a level override has its own make', wli(1, 0, '甲'), abstract(1, CHAIN) + list(1, 1, `<w:lvlOverride w:ilvl="0">${wlvl(0, 'upperRoman', '%1)')}</w:lvlOverride>`), '', ['I)甲']],
    ['lvlRestart 0: never again', wli(1, 0, '甲') + wli(1, 2, '乙') + wli(1, 0, '丙') + wli(1, 2, '丁'), abstract(1, wlvl(0, 'decimal', '%1.') + wlvl(1, 'decimal', '%2.') + wlvl(2, 'decimal', '%3)', '<w:lvlRestart w:val="0"/>')) + list(1, 1), '', ['1.甲', '1)乙', '2.丙', '2)丁']],
    ['lvlRestart 1: by the first level alone', wli(1, 0, '甲') + wli(1, 1, '乙') + wli(1, 2, '丙') + wli(1, 1, '丁') + wli(1, 2, '戊') + wli(1, 0, '己') + wli(1, 2, '庚'), abstract(1, wlvl(0, 'decimal', '%1.') + wlvl(1, 'decimal', '%2.') + wlvl(2, 'decimal', '%3)', '<w:lvlRestart w:val="1"/>')) + list(1, 1), '',
      ['1.甲', '1.乙', '1)丙', '2.丁', '2)戊', '2.己', '1)庚']],
    ['a legal level writes all in digits; the other does not', wli(1, 0, '甲') + wli(1, 1, '乙') + wli(1, 2, '丙'), abstract(1, wlvl(0, 'chineseCounting', '第%1章') + wlvl(1, 'decimal', '%1.%2', '<w:isLgl/>') + wlvl(2, 'decimal', '%1.%2.%3')) + list(1, 1), '', ['第一章甲', '1.1乙', '一.1.1丙']],
    ['a level above that never came shows its start', wli(1, 1, '甲'), abstract(1, wlvl(0, 'decimal', '%1') + wlvl(1, 'decimal', '%1.%2')) + list(1, 1), '', ['1.1甲']],
    ['list 0 takes a number away', wli(0, 0, '甲'), abstract(1, CHAIN) + list(1, 1), '', ['甲']],
    ['a list that is not there', wli(9, 0, '甲'), abstract(1, CHAIN) + list(1, 1), '', ['甲']],
    ['a style’s list, by the level that names the style; a style based on it has it too', wp('甲', '<w:pStyle w:val="H2"/>') + wp('乙', '<w:pStyle w:val="Mine"/>') + wp('丙', '<w:pStyle w:val="H1"/>'),
      abstract(1, wlvl(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>') + wlvl(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>')) + list(1, 1),
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="我的"/><w:basedOn w:val="H2"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
      ['（一）甲', '（二）乙', '二、丙']],
    ['a numbering style that links to another', wli(1, 0, '甲'), abstract(1, '', '<w:numStyleLink w:val="L"/>') + abstract(2, CHAIN, '<w:styleLink w:val="L"/>') + list(1, 1), '', ['一、甲']],
    ['an empty paragraph of a list is counted, as Word counts it', wli(1, 0, '甲') + wli(1, 0, '') + wli(1, 0, '乙'), abstract(1, CHAIN) + list(1, 1), '', ['一、甲', '', '三、乙']],
    ['a format that new Word wraps', wli(1, 0, '甲'), abstract(1, '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>') + list(1, 1), '', ['01甲']],
  ])('%s', (_, body, numbering, styles, expected) => {
    expect(shown(body, numbering, styles)).toEqual(expected);
  });
});
