// What an open placeholder prints. From 征求意见稿 to 市委审定稿 (and in a stage of
// any other name) it prints as ××; in a 工作稿, or without a stage, as it stands in
// the editor (DESIGN, "Open placeholders and doubts"). The stages that refuse
// never print one: stage.ts.
import type { PlaceholderAttrs } from './schema';

const TYPE_NAMES: Readonly<Record<PlaceholderAttrs['type'], string>> = {
  figure: '数字', event: '活动', spirit: '会议精神', work: '成果', date: '日期', name: '姓名', text: '内容',
};

/** Printed text of a placeholder at a stage (null: no stage). */
export function placeholderText(type: PlaceholderAttrs['type'], stage: string | null): string {
  return isWorkingStage(stage) ? `〔${TYPE_NAMES[type]}：待填〕` : '××';
}

/** 工作稿, numbered or not, or no stage: placeholders stand as in the editor. */
export function isWorkingStage(stage: string | null): boolean {
  return stage === null || stage.startsWith('工作稿');
}
