// What a comparison calls what became of a section or a paragraph (mock/README, "States").
import type { ChangeStatus } from '../../core/report/compare/change-list';

export const STATUS_WORDS: Readonly<Record<ChangeStatus, string>> = { kept: '保留', changed: '改动', new: '新增', gone: '删去' };
