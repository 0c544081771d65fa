// Tables whose cells a single blank parts, as a PDF gives them, and headings of a report that are longer than most.
import { expect, it } from 'vitest';
import { recognise } from './index';

const blocks = (lines: readonly string[]) => recognise(lines.join('\n')).articles[0]!.blocks;
const HEAD = ['关于专项民主监督工作情况的报告', '——在政协云岭市第五届委员会常务委员会第十八次会议上', '各位常委：', '受主席会议委托，现将有关情况报告如下，请予审议。'];
const PROSE = '今年3月至9月，市政协组织86名委员深入11个县区、143家企业开展监督性调研，召开座谈会32场。';

it('rows of a name and figures, their heads above them, are one table', () => {
  const made = blocks([...HEAD, '一、基本情况', PROSE, '表1 监督发现问题分类情况', '类别 问题数 已整改 整改率', '政策落实 18 15 83.3%', '要素保障 21 14 66.7%', '政务服务 16 16 100%', '市场监管 9 — 77.8%', PROSE]);
  const [table] = made.filter(({ kind }) => kind === 'table');
  expect(table?.text.split('\n')).toEqual(['类别\t问题数\t已整改\t整改率', '政策落实\t18\t15\t83.3%', '要素保障\t21\t14\t66.7%', '政务服务\t16\t16\t100%', '市场监管\t9\t—\t77.8%']);
  expect(made.at(-1)).toMatchObject({ kind: 'paragraph', text: PROSE });
});

it('years and figures as well; one such line, or prose, is none', () => {
  expect(blocks([...HEAD, PROSE, '年份 收入 增长', '2024 82.65 13.4', '2025 91.47 10.7', PROSE]).map(({ kind }) => kind)).toContain('table');
  expect(blocks([...HEAD, PROSE, '合计 18 15', PROSE]).map(({ kind }) => kind)).not.toContain('table');
  expect(blocks([...HEAD, PROSE, '联系人 何田 0871 6123456', PROSE]).map(({ kind }) => kind)).not.toContain('table');
});

it('一、 of more than forty characters without a stop heads the paragraph under it', () => {
  const long = '一、聚焦市委“一号工程”，以高质量专项民主监督助推数字经济与实体经济深度融合取得新的明显成效';
  const made = recognise([...HEAD, long, PROSE, '二、存在的主要问题', PROSE, '三、意见建议', PROSE].join('\n'));
  expect(made.joins.filter(({ certain }) => certain)).toEqual([]);
  expect(made.articles[0]!.blocks.filter(({ kind }) => kind === 'heading').map(({ head, text }) => [head?.level, text])).toEqual([[1, long.slice(2)], [1, '存在的主要问题'], [1, '意见建议']]);
});
