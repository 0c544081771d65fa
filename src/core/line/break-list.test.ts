// The legal break list, T-01 to T-06, as tables of texts: `|` is a free break,
// `¦` one that costs something, nothing a place that no line may part.
import { describe, expect, it } from 'vitest';
import type { Kinsoku } from '../flow/flow';
import type { Font, FontRole } from '../font';
import { fakeFont } from '../../../test/fake-font';
import { paragraphOf, type Piece } from '../../../test/paragraphs';
import { FREE } from './shaped';
import { shape } from './shape';

const FONTS: ReadonlyMap<FontRole, readonly Font[]> = new Map([['song', [fakeFont()]]]);

function breaks(content: string | readonly Piece[], kinsoku: Kinsoku = 'gb'): string {
  const shaped = shape(paragraphOf(content, { kinsoku }), FONTS);
  const { text } = shaped.paragraph;
  let out = '';
  shaped.at.forEach((at, k) => {
    if (k > 0 && shaped.brk[k]! > 0) out += shaped.brk[k] === FREE ? '|' : '¦';
    out += text.slice(at, shaped.at[k + 1] ?? text.length);
  });
  return out;
}

function table(title: string, cases: readonly string[], kinsoku: Kinsoku = 'gb'): void {
  describe(title, () => {
    it.each(cases)('%s', (expected) => {
      expect(breaks(expected.replace(/[|¦]/g, ''), kinsoku)).toBe(expected);
    });
  });
}

table('T-01: stops, closers, connectors, interpuncts, the solidus and postfix units never begin a line', [
  '政|协。|会|议，|工|作、|报|告；|建|言：|资|政！|民|生？|好',
  '的|工¦作）|的|会¦议》|好|的¦人”|的|他¦们】|好',
  '阿|里·|木|江',
  '辽|源～|长|春',
  '辽|源—|长|春',
  '是/否',
  '增|长|8%|以|上',
  '气|温|30℃|左|右',
  '减|少|CO₂|排|放',
]);

table('T-05: 余 and 多 stay with the number before them and the measure word behind', [
  '惠|及|群|众|5,200余户，|比|上|年',
  '征|集|意|见|300多条',
  '共|78余万|字',
  '约|30¦多|一|点',
]);

table('names in a byline or a credit part at a price alone', [
  '本|报|讯|（记¦者 |欧¦阳¦喆 |慕¦容¦頔 |通|讯|员 |赵¦岭）|1¦月',
  '云|岭|古|渡|新|貌。|记|者 |慕¦容¦喆 ¦摄',
  '在|老|街|查|看|排|水|口。　|苏¦禾　¦摄',
  '查|看|排|水|口。|苏¦禾¦摄',
  '排|水|口。　|苏¦禾　|慕¦容¦喆　¦摄',
  '排|水|口|（苏¦禾 ¦供¦图）',
  '大|家|争|先|拍|摄',
  '慕|容|喆|对|记|者|说，|他|到|了',
]);

table('T-02: openers, prefix marks and the solidus never end a line', [
  '政|（协¦会¦议）|工|作',
  '政|《协¦会¦议》',
  '共|￥100|元'.replace('|元', '¦元'),
  '见|§3¦节',
]);

describe('T-03: levels of kinsoku', () => {
  it.each<[Kinsoku, string]>([
    ['none', '政|协|。|（|会|）|工'],
    ['basic', '政|协。|（会）|工'],
    ['basic', '和/|或'],
    ['gb', '和/或'],
    ['gb', '政|协|——|会|议'],
    ['strict', '政|协——|会|议'],
    ['gb', '政|协|……|会|议'],
    ['strict', '政|协……|会|议'],
    ['none', '1.5|和|，|3%|的'],
  ])('%s: %s', (level, expected) => {
    expect(breaks(expected.replace(/[|¦]/g, ''), level)).toBe(expected);
  });

  it('strict leaves the dash at a paragraph start alone', () => {
    expect(breaks('——在政协', 'strict')).toBe('——|在|政|协');
  });
});

table('T-04: never split inside ——, ……, stacked ？！', [
  '政|协|——|会|议',
  '政|协|……|会|议',
  '政|协|⸺|会|议',
  '政|协|…………|会|议',
  '真|的？！|好',
  '真|的！！！|好',
]);

describe('T-04 holds at every level', () => {
  it('none', () => {
    expect(breaks('的？！好——的', 'none')).toBe('的|？！|好|——|的');
  });
});

table('T-05: a number in Arabic digits is never broken; number and measure word may part, at a price', [
  '共|12¦件',
  '达|1,234.5¦万|元',
  '增|长|7.5%，|好',
  '2024¦年|1¦月|8¦日',
  '第¦3¦次',
  '实|施|“1+4+6+N”|机|制',
  '实|施|1+4+6+N|机|制',
  '的|GDP|为|e-mail|的',
  '约|30余次',
  '3—¦5¦件',
  '党|派¦+|大|会',
  '增|速|为|-0.5¦个|百|分|点',
  '降|到|-28℃，|增|长|-3.2%',
  '净|利|润|−1,200¦万|元|（±5¦毫¦米）',
  '亏|损|－3¦万|元',
  '1¦月-¦3¦月|北|京-|上|海',
  '实|施|“1＋4＋6＋N”|机|制',
  '实|施|１＋４＋６＋Ｎ|机|制',
  '比|例|为|3∶2，|各|占|50％∶50％',
  '达|标|率|≥90%，|误|差|＜0.5¦毫|米|的',
  '第¦１２３¦期',
  '党|派|＋|大|会|的|Ａ|与|甲',
]);

table('T-06: openers with the following 2, closers with the preceding 2, as a price', [
  '政|“两¦个|确¦立”|好',
  '政|《办¦法》|好',
  '政|《法》|好',
]);

describe('T-06: labels, notes, typed blanks', () => {
  it('一、 stays with the next 2 characters', () => {
    expect(breaks([{ text: '（一）', glue: 'label' }, { text: '坚持政协' }])).toBe('（一）坚持|政|协');
    expect(breaks([{ text: '1.', glue: 'label' }, { text: '坚持政协' }])).toBe('1.坚持|政|协');
  });

  it('a typed U+3000 never begins a line; the line may end with it', () => {
    expect(breaks('江一\u3000何晓')).toBe('江|一\u3000|何|晓');
  });

  it('a note anchor never begins a line', () => {
    expect(breaks([{ text: '机制' }, { text: '〔1〕', glue: 'note', style: { size: 6, rise: 0.4 } }, { text: '好的' }])).toBe('机|制〔1〕|好|的');
  });

  it('a fixed generated blank parts from neither side', () => {
    expect(breaks([{ text: '杨' }, { text: '\u3000', glue: 'blank' }, { text: '光同' }])).toBe('杨\u3000光|同');
  });
});

table('Latin words break at their spaces alone', [
  '用 |Banxin |0.1 |版',
  'it’s |fine',
  'the |“right |word” |here',
]);
