// What the groups and kinds of roll-forward are called, in the words of mock/README.
import type { RollGroup, RollItemKind } from '../../core/report/roll/fold-items';
import type { RollKind } from '../../core/report/roll/next-meeting';

export const GROUP_NAMES: Readonly<Record<RollGroup, string>> = { change: '自动改写', blank: '转为待填', review: '需人工核对' };

/** In the list of kinds, and as a tag. */
export const KIND_NAMES: Readonly<Record<RollItemKind, readonly [string, string]>> = {
  session: ['届次', '届次'], term: ['届', '届次'], year: ['年份', '年份'], date: ['日期', '日期'], 'plan-period': ['五年规划', '规划'], anniversary: ['周年', '周年'],
  figure: ['数字', '数字'], event: ['会议和活动名称', '活动'], spirit: ['会议精神', '精神'], work: ['成果名称', '成果'], name: ['姓名、名称', '名称'],
  leader: ['领导姓名职务', '领导'], plenary: ['全会届次', '全会'], formula: ['规范表述', '表述'], quotation: ['引用的讲话', '引文'], slogan: ['当年的提法', '提法'],
  count: ['汉字写的数', '汉字数'], promise: ['去年的安排', '安排'], carried: ['原句照用', '原句'],
};

export const PLACEHOLDER_NAMES: Readonly<Record<string, string>> = { figure: '数字', event: '活动', spirit: '会议精神', work: '成果', date: '日期', name: '姓名' };

/** What a person may choose: the word, and what it does. */
export const ROLL_KINDS: readonly (readonly [RollKind, string, string])[] = [
  ['next', '同届顺延', '同一届的下一次会议：次数加一，其余照去年的结构'],
  ['newTerm', '换届', '会议届加一、第一次会议，报告的仍是上一届：报告换成五年工作的模板'],
  ['firstAnnual', '换届后第一份年度报告', '第二次会议，报告届加一：可另选上一份年度报告，用它的结构'],
  ['structure', '只要结构', '只留各级标题，正文从头写'],
];
