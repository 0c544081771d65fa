// What the groups and kinds of roll-forward are called, in the words of mock/README: in the
// window's list and in the command's.
import type { RollGroup, RollItemKind } from './fold-items';

export const GROUP_NAMES: Readonly<Record<RollGroup, string>> = { change: '自动改写', blank: '转为待填', review: '需人工核对' };

/** In the list of kinds, and as a tag. */
export const KIND_NAMES: Readonly<Record<RollItemKind, readonly [string, string]>> = {
  session: ['届次', '届次'], term: ['届', '届次'], year: ['年份', '年份'], date: ['日期', '日期'], 'plan-period': ['五年规划', '规划'], anniversary: ['周年', '周年'],
  figure: ['数字', '数字'], event: ['会议和活动名称', '活动'], spirit: ['会议精神', '精神'], work: ['成果名称', '成果'], name: ['姓名、名称', '名称'], record: ['会议信息未填', '会议信息'],
  leader: ['领导姓名职务', '领导'], plenary: ['全会届次', '全会'], formula: ['规范表述', '表述'], quotation: ['引用的讲话', '引文'], slogan: ['当年的提法', '提法'],
  count: ['汉字写的数', '汉字数'], promise: ['去年的安排', '安排'], carried: ['原句照用', '原句'],
};
