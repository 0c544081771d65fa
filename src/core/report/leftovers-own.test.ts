// The law of the standing check: it never refuses what roll-forward itself wrote. Every draft of our
// pairs, with all changes taken and with every question judged: no error; and judged, no year,
// session or plenary is asked about again but a year that has another's place in its plan.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { recognise, toPackage } from '../import/index';
import { leftoverDiagnostics } from './leftovers';
import { applyRoll } from './roll/apply-roll';
import { FORM_PAIRS } from './roll/evaluation/form-pairs';
import { SET_NINE } from './roll/evaluation/set-9';
import { SET_ELEVEN } from './roll/evaluation/set-11';
import { SET_FOURTEEN } from './roll/evaluation/set-14';
import { SET_TEN } from './roll/evaluation/set-10';
import { SET_THIRTEEN } from './roll/evaluation/set-13';
import { SET_TWELVE } from './roll/evaluation/set-12';
import { YEAR_PAIRS } from './roll/evaluation/year-pairs';
import type { RollKind } from './roll/next-meeting';
import { planRoll } from './roll/plan-roll';

/** What a text tells of sessions that are history, and what it compares with. */
const HISTORIES: readonly (readonly string[])[] = [
  ['踔厉奋发谱新篇', '——热烈祝贺云岭市第十六届人民代表大会第四次会议胜利闭幕', '', '云岭市第十六届人民代表大会第四次会议昨天胜利闭幕。', '自去年2月市十六届人大三次会议召开以来，全市上下攻坚克难；市十六届人大一次会议确定的五年目标正一步步变为现实。', '去年的市十六届人大三次会议上，代表们提出的建议全部办结。', '2025年，任务艰巨。'],
  ['政协云岭市第六届委员会常务委员会工作报告', '（2025年1月8日在政协云岭市第六届委员会第四次会议上）', '沈怀远', '', '各位委员：', '我代表常委会，向大会报告工作，请予审议。', '过去一年工作回顾', '2024年，市政协履职有为。', '一、提案工作', '立案268件，比六届二次会议多9件，六届二次会议提出、跨年度办理的提案办结。', '六届一次会议确定的目标稳步推进，六届二次会议以来的做法持续深化。', '二、六届政协第四年工作安排', '2025年，是“十四五”规划收官之年。', '总结五届一次会议以来的经验。'],
];

const FOLDER = path.resolve(import.meta.dirname, '../../../test/fixtures/roll-forward');
const TEXTS: readonly (readonly [name: string, text: string, kind: RollKind, opens: string | null])[] = [
  ...readdirSync(FOLDER).filter((name) => name.endsWith('.last.txt')).map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8'), 'next', null] as const),
  ...[...SET_NINE, ...SET_TEN, ...SET_ELEVEN, ...SET_TWELVE, ...SET_THIRTEEN, ...SET_FOURTEEN].map(({ name, lines, kind, opens }) => [name, lines.map((line) => line.replaceAll(/⟪([^→⟫]*)→[^⟫]*⟫/g, '$1').replaceAll(/[{}]/g, '')).join('\n'), kind ?? 'next', opens] as const),
  ...HISTORIES.map((lines) => [lines[0]!, lines.join('\n'), 'next', '2026-01-13'] as const),
  ...[...FORM_PAIRS, ...YEAR_PAIRS].map(({ name, last, kind, opens }) => [name, last.join('\n'), kind, opens] as const),
];

it('no draft is refused, and what was judged is not asked about again', () => {
  const faults: string[] = [];
  for (const [name, text, kind, opens] of TEXTS) {
    const plan = planRoll(toPackage(recognise(text), { id: 'last', name }), { kind, meeting: opens === null ? {} : { opens } });
    const reviews = plan.items.filter(({ group }) => group === 'review').map(({ id }) => id);
    for (const refused of [[], reviews]) {
      const found = leftoverDiagnostics(applyRoll(plan, { refused: new Set(refused), id: 'n', name: 'n', today: '2025-12-01' }));
      faults.push(...found.filter(({ severity, code, message }) => severity === 'error' || (refused.length > 0 && code !== 'sentence-carried' && !/之年是|开局|收官/.test(message))).map(({ severity, message }) => `${name}: ${severity} ${message}`));
    }
  }
  expect(TEXTS.length).toBeGreaterThan(45);
  expect(faults).toEqual([]);
});

it('a year that may be another\'s is no fault: lists of earlier years, accounts of the year before', () => {
  const text = ['政协松岭市第九届委员会常务委员会工作报告', '——在政协松岭市第九届委员会第三次会议上', '（2025年1月8日）', '周敬亭', '', '各位委员：', '我受委托，报告工作，请予审议。', '', '一、2024年工作回顾', '2024年，市政协履职有为。', '2023年立案的提案12件办结；批准2023年预算执行情况。', '二、2025年工作安排', '2025年，市政协要围绕中心。', '附件：1.2023年度优秀提案名单', '2.2024年度履职情况统计表'].join('\n');
  expect(leftoverDiagnostics(toPackage(recognise(text), { id: 'a', name: 'a' })).filter(({ severity }) => severity === 'error')).toEqual([]);
});
