// Whom a text is addressed to: a row a line.
import { expect, it } from 'vitest';
import { isAddressee } from './addressee';
import { recognise } from './recognise';

it.each<[string, boolean]>([
  ['市人民政府：', true], ['民盟云岭市委员会：', true], ['各县（市、区）政协，市直各单位：', true], ['市委办公室、市政府办公室：', true], ['各县区人民政府，市政府各部门、各直属机构：', true], ['各县（市、区）人民政府，市政府各委、办、局：', true], ['市直机关各党组（党委），各人民团体：', true], ['各县区政协，市政协各参加单位，各位委员：', true], ['各民主党派市委、市工商联，各界别委员：', true], ['市住建局：', true],
  ['各位委员：', false], ['现答复如下：', false], ['主要表现在以下部分：', false], ['主办单位：市民政局', false], ['全市政协抓住机会：', false],
])('%s', (line, is) => { expect(isAddressee(line)).toBe(is); });

it('stands under the title of an answer and of a proposal to a government', () => {
  const fields = (lines: readonly string[]) => recognise(lines.join('\n')).articles.map((article) => [article.kind, article.fields.main?.lines.join(''), article.fields.salutation?.lines, article.blocks.map(({ align }) => align)]);
  expect(fields(['云岭市住房和城乡建设局', '关于对市政协七届五次会议第126号提案的答复', '民盟云岭市委员会：', '你们提出的提案收悉，现答复如下：', '一、关于资金来源问题', '我局争取专项债3.2亿元，用于老旧小区改造。', '云岭市住房和城乡建设局', '2026年5月20日', '联系人：何田　　联系电话：0871-6123456', '抄送：市政府办公室，市政协提案委员会']))
    .toEqual([['notice', '云岭市住房和城乡建设局关于对市政协七届五次会议第126号提案的答复', ['民盟云岭市委员会：'], [null, null, null, 'right', 'right', null, null]]]);
  expect(fields(['政协云岭市委员会关于推动低空经济高质量发展的建议案', '（2026年6月18日政协云岭市第七届委员会常务委员会第二十二次会议通过）', '市人民政府：', '市政协组织委员开展专题调研，形成如下建议案。', '一、发展现状', '全市注册无人机企业46家。']).map(([kind, , salutation]) => [kind, salutation])).toEqual([['notice', ['市人民政府：']]]);
});

it('the items of an agenda are no headings', () => {
  const { blocks } = recognise(['政协云岭市第七届委员会第五次会议议程', '一、听取和审议常务委员会工作报告', '二、听取和审议提案工作情况的报告', '三、选举事项', '四、其他'].join('\n')).articles[0]!;
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual(['一、听取和审议常务委员会工作报告', '二、听取和审议提案工作情况的报告', '三、选举事项', '四、其他'].map((text) => ['paragraph', text]));
});

it('two fields on one line stay apart', () => {
  const { blocks } = recognise(['关于召开主席会议的通知', '市政协定于2026年2月10日召开主席会议，请准时参加。', '联系人：何田　　联系电话：0871-6123456'].join('\n')).articles[0]!;
  expect(blocks.at(-1)?.text).toBe('联系人：何田　　联系电话：0871-6123456');
});
