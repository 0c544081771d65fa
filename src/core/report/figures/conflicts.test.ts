// P-12, and what only looks like it: every silence here is a false alarm that was told once
// or would be told by a plainer rule.
import { readFileSync } from 'node:fs';
import { expect, describe, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { readPackage } from '../../model/package-file';
import type { ArticleKind } from '../../model/package';
import { conflictsOf } from './conflicts';
import { figureDiagnostics } from './figure-findings';
import { ledgerOf } from './ledger';

const messages = (...texts: (readonly [kind: ArticleKind, text: string])[]): string[] =>
  conflictsOf(ledgerOf({ articles: texts.map(([kind, text], i) => article(`a${i}`, kind, doc(...text.split('\n').map((line) => p(line))))) }, null)).map(({ message }) => message);

describe('what does not add up', () => {
  it.each([
    ['形成调研报告21篇，其中25篇得到批示。', '“其中25篇”大于总数“21篇”'],
    ['形成调研报告21篇（其中25篇得到批示）。', '“其中25篇”大于总数“21篇”'],
    ['全年立案171件：经济类62件、社会类71件、文教类24件、生态类16件，办复率为100%。', '分项相加173件，比总数“171件”多2'],
    ['共收到提案20件：经济类8件、社会类7件。', '分项相加15件，与总数“20件”不等'],
    ['共收到提案20件：城建8件、教育7件。', '分项相加15件，与总数“20件”不等'],
    ['共提出提案312件，其中，委员提案201件，党派提案46件，专委会提案75件。', '分项相加322件，比总数“312件”多10'],
    ['共提出提案312件。其中，委员提案201件，党派提案46件，专委会提案75件。', '分项相加322件，比总数“312件”多10'],
    ['立案268件，其中：委员提案201件，占75%；集体提案77件，占25%。', '分项相加278件，比总数“268件”多10'],
    ['共征集提案312件，立案286件。其中，委员提案241件，党派提案45件。按类别分，经济建设98件，占34.3%；社会建设112件，占39.2%；生态建设42件；其他36件。', '按类别分的各项相加288件，比总数“286件”多2'],
    ['共征集提案312件，立案286件，按类别分：经济98件、社会112件、生态42件、其他30件。', '按类别分的各项相加282件，比总数“286件”少4'],
    ['A类提案60件、B类提案82件、C类提案40件，合计192件。', '分项相加182件，比合计“192件”少10'],
    ['三个专委会分别开展调研6次、5次、4次，共计16次。', '分项相加15次，比合计“16次”少1'],
    ['开展活动56场次，其中义诊12场次、送文化20场次、其他25场次。', '分项相加57场次，比总数“56场次”多1'],
    ['共培训420人次，其中第一期150人次、第二期140人次、第三期140人次。', '分项相加430人次，比总数“420人次”多10'],
    ['现有委员320名（其中中共委员120名、非中共委员210名）。', '分项相加330名，比总数“320名”多10'],
    ['投入资金1.2亿元，其中财政资金1.5亿元。', '“其中1.5亿元”大于总数“1.2亿元”'],
    ['投入资金1.2亿元，其中财政资金15000万元。', '“其中15000万元”大于总数“1.2亿元”'],
    ['惠及群众1.2万人次，其中老年人13000人次。', '“其中13000人次”大于总数“1.2万人次”'],
  ])('%s', (text, expected) => expect(messages(['report', text])).toEqual([expected]));
});

describe('two kinds that are all there are, and less than their total', () => {
  it.each([
    ['共收到提案203件，其中委员提案151件、集体提案50件。', '“委员提案”“集体提案”相加201件，比总数“203件”少2', true],
    ['立案196件。其中，个人提案140件、集体提案50件。', '“个人提案”“集体提案”相加190件，比总数“196件”少6', true],
    ['编发信息118篇，其中上半年60篇，下半年48篇。', '“上半年”“下半年”相加108篇，比总数“118篇”少10', true],
    // A meeting may be both.
    ['举办读书会40场，其中线上读书会12场、线下读书会20场。', '“线上读书会”“线下读书会”相加32场，比总数“40场”少8', false],
  ])('%s', (text, expected, isSure) => {
    const conflicts = conflictsOf(ledgerOf({ articles: [article('a', 'report', doc(p(text)))] }, null));
    expect(conflicts.map(({ message, isHint }) => [message, isHint !== true])).toEqual([[expected, isSure]]);
    expect(figureDiagnostics(packageOf([article('a', 'report', doc(p(text)))])).map(({ severity, message }) => [severity, message])).toEqual([[isSure ? 'warning' : 'info', expected]]);
  });
  it('none of which a third is named, or that go on with 等', () => {
    for (const text of ['收到提案203件，其中委员提案151件、集体提案40件、界别提案10件。', '收到提案203件，其中委员提案151件、集体提案50件等。', '收到提案203件，其中委员提案151件、党派提案40件。']) expect(messages(['report', text])).toEqual([]);
  });
});

describe('no alarm', () => {
  it.each([
    ['some of the total', '审查立案268件，其中12件列为重点提案。'],
    ['parts that add up', '共提出提案312件，其中，委员提案201件，党派提案46件，专委会提案65件。'],
    ['shares between the parts', '立案268件，其中委员提案191件，占71%；集体提案77件，占29%。'],
    ['what follows the parts is no part', '共收到提案312件，其中委员提案201件，立案268件，办复268件。'],
    ['a second total behind a semicolon', '编发信息118篇，其中41篇获批示；编印专报200篇。'],
    ['groups of people overlap', '委员183名，其中党员委员103名、女委员80名、少数民族委员30名。'],
    ['what is done with the same things overlaps', '报送信息86条，其中省政协采用63条、市领导批示48条。'],
    ['chosen ones are among the others', '收到提案312件，其中委员提案280件、党派提案32件、重点提案12件。'],
    ['kinds that sum up to what was counted', '共征集提案312件，立案286件。按类别分，经济98件、社会112件、生态42件、其他34件。'],
    ['kinds of what was not counted here', '办复率100%，重点提案18件。按类别分，经济98件、社会112件。'],
    ['a total behind its list', 'A类提案60件、B类提案82件，合计142件。'],
    ['a total behind more than its list', '经济类60件，社会类82件、文化类40件，合计182件。'],
    ['a total of something else', '开展调研6次、视察5次，共计形成报告12篇。'],
    ['the rest as well', '开展活动56场次，其中义诊12场次、送文化20场次、其他24场次。'],
    ['an increase of which one part is more', '收入比上年增加12亿元，其中税收增加15亿元。'],
    ['a list that goes on with 等', '共收到提案20件：经济类8件、社会类7件等。'],
    ['about so many', '服务群众300余人次，其中老年人320人次。'],
    ['a rate', '办复率98%，其中委员提案办复率100%。'],
    ['another word', '走访企业120家，其中座谈300人次。'],
    ['a rank', '综合考核位列全省前3名，其中两项位列第5名。'],
    ['a next sentence of its own', '委员提案4502件，集体提案503件。其中，经济建设方面提案2103件，政治建设方面提案453件。'],
    ['total and parts in smaller units', '投入资金1.2亿元，其中财政资金8000万元、社会资金4000万元。'],
    ['parts of parts', '编发118篇，其中41篇获批示，被全国政协采用3篇、省政协采用27篇。'],
    ['limits', '每年开展协商不少于4次，其中现场协商6次也可以。'],
    ['an open part', '共收到提案20件：经济类8件、社会类若干件。'],
    ['headings with a colon', '第3项：开展视察8次、调研9次。'],
    ['each', '每个专委会完成2项：调研1项、视察2项。'],
  ])('%s: %s', (_, text) => expect(messages(['report', text])).toEqual([]));
});

describe('one figure in two articles', () => {
  const said = '“立案”一处写268件，另一处写286件';
  it.each<[what: string, one: readonly [ArticleKind, string], other: readonly [ArticleKind, string], told: readonly string[]]>([
    ['differs', ['report', '经审查立案268件。'], ['resolution', '经审查立案286件。'], [said]],
    ['differs between two reports, where it is the body’s', ['report', '一年来，经审查立案268件。'], ['report', '经审查立案286件。'], [said]],
    ['agrees', ['report', '经审查立案268件。'], ['resolution', '经审查立案268件。'], []],
    ['said roughly', ['report', '经审查立案268件。'], ['editorial', '经审查立案200余件。'], []],
    ['of another time', ['report', '五届三次会议以来，收到提案312件。'], ['news', '截至1月14日18时，大会秘书处共收到提案325件。'], []],
    ['of five years', ['report', '收到提案312件。'], ['editorial', '五年来，收到提案1502件。'], []],
    ['of two committees, each its own', ['report', '举办培训班3期。'], ['report', '举办培训班5期。'], []],
    ['of whoever', ['report', '组织委员300人次。'], ['news', '组织委员200人次。'], []],
    ['twice in one', ['report', '形成调研报告5篇。\n形成调研报告7篇。'], ['editorial', '形成调研报告25篇。'], []],
    ['in other units', ['report', '惠及困难群众1.2万人次。'], ['editorial', '惠及困难群众12000人次。'], []],
  ])('%s', (_, one, other, told) => expect(messages(one, other)).toEqual(told));
});

it('the project’s own sample adds up', () => {
  const { pkg } = readPackage(readFileSync(new URL('../../../../resources/samples/yunling.banxin', import.meta.url)));
  expect(conflictsOf(ledgerOf(pkg, null))).toEqual([]);
});
