// What a comparison calls what became of a section or a paragraph (mock/README, "States").
import type { ChangeStatus } from '../../core/report/compare/change-list';

/** 移来, 移走: what came or went is elsewhere in the other text. */
export function changeWord({ status, moved }: { readonly status: ChangeStatus; readonly moved: boolean }): string {
  return moved && status === 'new' ? '移来' : moved && status === 'gone' ? '移走' : STATUS_WORDS[status];
}

export const STATUS_WORDS: Readonly<Record<ChangeStatus, string>> = { kept: '保留', changed: '改动', new: '新增', gone: '删去' };
