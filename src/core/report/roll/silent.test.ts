// What tells of last year without a date or a figure of the usual kind is never left without a
// word: it is emptied, or asked about. Each from a report or made like one.
import { expect, it } from 'vitest';
import { recognise, toPackage } from '../../import/index';
import { planRoll } from './plan-roll';

const said = (sentence: string): string[] => {
  const last = toPackage(recognise(['中国人民政治协商会议松岭市第九届委员会常务委员会工作报告', '——在政协松岭市第九届委员会第三次会议上', '（2025年1月8日）', '周行远', '', '各位委员：', '我受委托报告工作，请予审议。', '', '一、2024年工作总结', '一年来，履职有力。', sentence, '二、2025年工作安排', '抓好落实。'].join('\n')), { id: 'last', name: '去年' });
  return planRoll(last, { kind: 'next', meeting: {} }).items.flatMap((item) => (item.place.block !== 3 || item.kind === 'carried' ? [] : [item.group === 'change' ? `${item.from}→${item.to}` : item.group === 'blank' ? `〔${item.was}〕` : item.text]));
};

it.each([
  ['2024.3.5开展活动，2024-03-06发布。', ['2024.3.5', '2024-03-06']],
  ['九届一次、二次会议以来提案全部办复。', ['九届一次、二次会议']],
  ['二次会议以来，成效明显，本届三次会议在即。', ['二次会议', '本届三次会议']],
  ['市政协第九届二次会议、九届市政协第二次会议部署。', ['第九届二次会议→第九届三次会议', '九届市政协第二次会议→九届市政协第三次会议']],
  ['松岭市政协九届委员会第二次会议、九届委员会二次会议、九届二次全委会。', ['九届委员会第二次会议→九届委员会第三次会议', '九届委员会二次会议→九届委员会三次会议', '九届二次全委会→九届三次全委会']],
  ['九届常委会第十二次会议审议通过。', ['常委会第十二次会议']],
  ['中共第二十届中央委员会第三次全体会议胜利召开。', ['第二十届中央委员会第三次全体会议']],
  ['是攻坚之年，也是市政协换届之年。', ['市政协换届之年']],
  ['24年来首次走出省外。', ['24年来', '首次']],
  ['走访近百户，开展活动数十次、慰问百余人次。', ['近百户', '数十次', '〔百余〕']],
  ['覆盖率超九成，占三分之二，增长一倍。', ['九成', '三分之二', '增长一倍']],
  ['活跃度排名第二，总量位居全省第3。', ['〔二〕', '〔3〕']],
  ['周行远主席带队视察。', ['周行远']],
  ['落实九届市政协二次会议部署。', ['九届市政协二次会议→九届市政协三次会议']],
  ['落实市委八届四次全会提出的要求和五次全会提出的部署。', ['市委八届四次全会', '五次全会']],
  // And what is said in any year is left in peace.
  ['每月15日接访，一以贯之抓落实，进一步做到“两个维护”。', ['“两个维护”']],
  ['推动第一、二、三产业融合，新一届委员会履职，每一届委员会接续奋斗。', []],
])('%s', (sentence, expected) => expect(said(sentence)).toEqual(expected));
