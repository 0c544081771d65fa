// The menu 版式: remedies by hand on the paragraph that has the caret.
import { REMEDY_NAMES, type Remedy } from '../../remedies/remedies';
import type { Workspace } from '../../session/workspace';
import { shownPaper } from '../../paper/shown-paper';
import { canEdit, dialogCommand, type Command } from '../command';

function remedy(kind: Remedy, shortcut: string, extra: Partial<Command> = {}): Command {
  return {
    id: `remedy-${kind}`, title: REMEDY_NAMES[kind], menu: '版式', shortcut,
    enabled: (workspace) => canEdit(workspace) && workspace.remedies.target !== null && workspace.edition.get() !== null && (kind !== 'break' || hasPages(workspace)),
    run(workspace) {
      const { target } = workspace.remedies;
      if (target !== null) void workspace.remedies.apply(target, kind);
    },
    ...extra,
  };
}

/** A newspaper's columns have no page of their own to begin. */
function hasPages(workspace: Workspace): boolean {
  return workspace.session.get()?.pkg.editions.find(({ id }) => id === workspace.edition.get())?.master.kind === 'sheet';
}

export const LAYOUT_COMMANDS: readonly Command[] = [
  dialogCommand('paper', '报纸信息…', '版式', 'Ctrl+Alt+G', { apart: true, enabled: (workspace) => shownPaper(workspace) !== null }),
  dialogCommand('picture', '配图…', '版式', 'Ctrl+Alt+Shift+I', { enabled: (workspace) => canEdit(workspace) && workspace.article.get() !== null }),
  remedy('tighten', 'Ctrl+Alt+-', { apart: true }),
  remedy('loosen', 'Ctrl+Alt+='),
  remedy('break', 'Ctrl+Enter', {
    checked: (workspace) => {
      const { target } = workspace.remedies;
      return target !== null && workspace.remedies.wish(target)?.breakBefore === true;
    },
  }),
];
