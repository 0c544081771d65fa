// What the kinds of holes and of meetings are called, in the words of mock/README.
import type { RollKind } from '../../core/report/roll/next-meeting';

export const PLACEHOLDER_NAMES: Readonly<Record<string, string>> = { figure: '数字', event: '活动', spirit: '会议精神', work: '成果', date: '日期', name: '姓名' };

/** What a person may choose: the word, and what it does. */
export const ROLL_KINDS: readonly (readonly [RollKind, string, string])[] = [
  ['next', '同届顺延', '同一届的下一次会议：次数加一，其余照去年的结构'],
  ['newTerm', '换届', '会议届加一、第一次会议，报告的仍是上一届：报告换成五年工作的模板'],
  ['firstAnnual', '换届后第一份年度报告', '第二次会议，报告届加一：可另选上一份年度报告，用它的结构'],
  ['structure', '只要结构', '只留各级标题，正文从头写'],
];
