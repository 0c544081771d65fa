import { describe, expect, it } from 'vitest';
import { samplePackage } from '../../../../test/sample-package';
import { schema } from '../../model/schema';
import type { Article, Package } from '../../model/package';
import { applyRoll } from '../roll/apply-roll';
import { planRoll } from '../roll/plan-roll';
import { ledgerOf, shownLast } from './ledger';

const EMPTY = { 'deck.over': null, 'deck.main': null, 'deck.sub': null, 'head.occasion': null, 'head.date': null, 'head.speaker': null, 'head.salutation': null };
const article = (id: string, ...paragraphs: string[]): Article => ({ id, kind: 'report', label: null, fields: EMPTY, doc: schema.nodes.doc.create(null, paragraphs.map((text) => schema.nodes.paragraph.create(null, schema.text(text)))) });
const pkg = (...articles: Article[]): Pick<Package, 'articles'> => ({ articles });

describe('ledgerOf', () => {
  it('sets last year’s value beside the same sentence', () => {
    const ledger = ledgerOf(pkg(article('a', '2025年立案171件，办复率99.5%。新办一件事3次。')), pkg(article('a', '2024年立案163件，办复率100%。')));
    expect(ledger.map(({ value, unit, measure, last }) => [value, unit ?? measure, last])).toEqual([[171, '件', 163], [99.5, '%', 100], [3, '次', null]]);
  });

  it('last year’s value is found where the sentence was written anew: by what is counted, or by the sentence as a whole', () => {
    const last = pkg(article('a', '2024年共收到提案163件，审查立案151件，办复率100%。全年编发社情民意信息29篇，获批示8篇。开展走访慰问活动，看望困难群众40户，送去慰问金12万元。'));
    const now = pkg(article('a', '一年来，委员积极建言，共收到提案171件，经审查立案160件。社情民意渠道更畅，编发社情民意信息33篇，其中获批示9篇。开展走访慰问，看望困难群众45户，送去慰问金15万元。新建联络站6个。'));
    expect(ledgerOf(now, last).map(({ value, last: was }) => [value, was])).toEqual([[171, 163], [160, 151], [33, 29], [9, 8], [45, 40], [15, 12], [6, null]]);
  });

  it('last year’s value is of the same thing: made new or in all, of the same theme, done or planned', () => {
    const of = (now: readonly string[], last: readonly string[]): (number | null)[][] => ledgerOf(pkg(article('a', ...now)), pkg(article('a', ...last))).map(({ value, last: was }) => [value, was]);
    // The total stands behind what was added.
    expect(of(['深化协商品牌建设，新建协商议事室22个，累计达到108个。'], ['打造协商品牌，建成协商议事室86个。'])).toEqual([[22, null], [108, 86]]);
    // Nor where the sentence is nearly the same.
    expect(of(['打造“有约”品牌，新建协商议事室22个，累计达到108个，开展协商活动395场次，解决群众急难愁盼问题602个。'], ['打造“有约”品牌，建成协商议事室86个，开展协商活动340场次，解决群众急难愁盼问题517个。'])).toEqual([[22, null], [108, 86], [395, 340], [602, 517]]);
    expect(of(['推行积分制，36名常委、102名委员作了述职。'], ['开展述职评议，35名常委、97名委员作了述职。'])).toEqual([[36, 35], [102, 97]]);
    // 创新办理 makes nothing new.
    expect(of(['创新办理重点提案12件。'], ['督促办理重点提案10件。'])).toEqual([[12, 10]]);
    expect(of(['推进阵地建设，新增委员工作站4个。'], ['加强平台建设，新增委员工作站3个。'])).toEqual([[4, 3]]);
    // Advice on one theme is none on another; on the same, in other words, it is.
    expect(of(['围绕“十五五”规划编制开展专题议政性协商，提出意见建议67条。'], ['围绕“优化民营企业营商环境”开展专题协商，提出意见建议24条。'])).toEqual([[67, null]]);
    expect(of(['围绕持续优化营商环境开展民主监督，提出意见建议31条。'], ['围绕优化营商环境召开协商会，提出意见建议24条。'])).toEqual([[31, 24]]);
    // Whichever verb says it, before it or behind.
    expect(of(['党组会议召开二十六次，读书沙龙举办9期。共提交提案181件，经审查立案165件。'], ['召开党组会议二十四次。举办读书沙龙6期，征集提案168件，立案152件。'])).toEqual([[26, 24], [9, 6], [181, 168], [165, 152]]);
    // Things that changed places keep their own.
    expect(of(['召开座谈会14次、协商会10次，提交建议案4份。'], ['召开协商会8次、座谈会12次，提交建议案3份。'])).toEqual([[14, 12], [10, 8], [4, 3]]);
    expect(of(['开展视察18次、调研活动9次，提交建议案4份，获领导批示。'], ['开展调研活动7次、视察15次，提交建议案3份，获领导批示。'])).toEqual([[18, null], [9, 7], [4, 3]]);
    expect(of(['提案立案182件，其中A类95件、B类87件。'], ['提案立案176件，其中A类88件、C类20件、B类68件。'])).toEqual([[182, 176], [95, 88], [87, 68]]);
    expect(of(['全年编报信息356条，被市政协采用73条，省政协采用52条。'], ['全年编报信息312条，被省政协采用47条，市政协采用68条。'])).toEqual([[356, 312], [73, 68], [52, 47]]);
    // Of many themes it is what was done in all.
    expect(of(['围绕“民营经济发展”“农村冷链物流”等召开协商座谈会11次，形成调研报告7篇。'], ['围绕“数字乡村建设”“文旅融合发展”等召开协商座谈会8次，形成调研报告6篇。'])).toEqual([[11, 8], [7, 6]]);
    // A number that opens its clause counts of what the clause before tells.
    expect(of(['委员读书蓬勃开展，组织线上线下读书分享会26场，1900余人次参加。'], ['读书活动有声有色，建成阅读角14个，组织线上线下读书分享会22场，1600余人次参加。'])).toEqual([[26, 22], [1900, 1600]]);
    expect(of(['一、2025年工作回顾', '深化品牌，新建协商议事室22个。'], ['一、2024年工作回顾', '工作有成。', '二、2025年工作安排', '要深化品牌建设，新建协商议事室20个。'])).toEqual([[22, 20]]);
  });

  it('last year’s value of what stands beside, and in the multiple of this year', () => {
    const of = (now: string, last: string): (number | null)[][] => ledgerOf(pkg(article('a', now)), pkg(article('a', last))).map(({ value, last: was }) => [value, was]);
    expect(of('制定考核办法，组织委员培训5期、420人次。规范联络室18个。', '制定《十条措施》，组织委员培训4期、360人次。编印文史资料2辑。')).toEqual([[5, 4], [420, 360], [18, null]]);
    expect(of('开展义诊活动，受益群众达1.2万人次，捐款捐物折合1.05亿元。', '组织委员开展送医下乡，受益群众达9800人次，捐款捐物折合8600万元。')).toEqual([[1.2, 0.98], [1.05, 0.86]]);
  });

  it('last year’s value stays where its number is filled in before its theme', () => {
    const now = { ...article('a'), doc: schema.nodes.doc.create(null, schema.nodes.paragraph.create(null, [schema.text('围绕“'), schema.nodes.placeholder.create({ type: 'event' }), schema.text('”开展专题协商，提出意见建议27条，被县委采纳18条。')])) };
    expect(ledgerOf(pkg(now), pkg(article('a', '围绕“优化营商环境”开展专题协商，提出意见建议24条，被县委采纳17条。'))).map(({ value, last }) => [value, last])).toEqual([[27, 24], [18, 17]]);
  });

  it('an open figure is a row, with its measure word and the value it keeps', () => {
    const plan = planRoll({ ...samplePackage, articles: [article('a', '全年立案163件。')] }, { kind: 'next', meeting: {} });
    const draft = applyRoll(plan, { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
    expect(ledgerOf(draft, plan.last)).toMatchObject([{ value: null, measure: '件', last: 163, sentence: '全年立案□件。', inSentence: [4, 5] }]);
  });

  it('the value that a Han figure or one with 余 keeps', () => {
    const plan = planRoll({ ...samplePackage, articles: [article('a', '走访群众三百余人，发放3万余份，办结率百分之九十八点六，五成以上满意。')] }, { kind: 'next', meeting: {} });
    const draft = applyRoll(plan, { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
    expect(ledgerOf(draft, plan.last).map(({ last, measure, unit }) => [last, unit ?? measure])).toEqual([[300, '人'], [30000, '份'], [98.6, '%'], [5, '成']]);
  });

  it('last year’s number that was not exact is shown so', () => {
    const plan = planRoll({ ...samplePackage, articles: [article('a', '走访群众三百余人，1600余人次参加，立案163件。')] }, { kind: 'next', meeting: {} });
    const draft = applyRoll(plan, { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
    expect(ledgerOf(draft, plan.last).map(shownLast)).toEqual(['300余', '1600余', '163']);
    const written = ledgerOf(pkg(article('a', '走访群众420余人，办结率99%，联系企业5家。')), pkg(article('a', '走访群众380多人，办结率98%。')));
    expect(written.map(shownLast)).toEqual(['380多', '98', '']);
  });

  it('the draft of the project’s own sample has each of last year’s figures', () => {
    const plan = planRoll(samplePackage, { kind: 'next', meeting: {} });
    const draft = applyRoll(plan, { refused: new Set(), id: 'n', name: 'n', today: '2025-11-26' });
    const [now, was] = [ledgerOf(draft, samplePackage), ledgerOf(samplePackage, null)];
    expect(now.length).toBe(was.length);
    expect(now.filter(({ last }) => last === null).length).toBeLessThanOrEqual(2);
  });
});
