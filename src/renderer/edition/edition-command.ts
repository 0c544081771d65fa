// 版式设置, 新建版式 and 删除版式 as entries of the menu 版式.
import type { Edition } from '../../core/model/package';
import { canEdit, dialogCommand, hasDocument, type Command } from '../shell/command';
import type { Workspace } from '../session/workspace';
import { removeEdition } from './edition-form';

export const EDITION = 'edition';
export const NEW_EDITION = 'new-edition';

/** The edition whose pages the window shows. */
export function shownEdition(workspace: Workspace): Edition | null {
  return workspace.session.get()?.pkg.editions.find(({ id }) => id === workspace.edition.get()) ?? null;
}

function remove(workspace: Workspace): void {
  const session = workspace.session.get();
  const edition = shownEdition(workspace);
  const change = session === null || edition === null ? null : removeEdition(session.pkg, edition.id);
  if (session === null || edition === null || change === null) return;
  session.change([change], `删除版式“${edition.name}”`);
  workspace.notices.tell('said', `已删除版式“${edition.name}”，稿件没有动；可以撤销。`, { step: session.lastStep });
}

export const EDITION_COMMANDS: readonly Command[] = [
  dialogCommand(EDITION, '版式设置…', '版式', 'Alt+5', { apart: true, enabled: (workspace) => shownEdition(workspace) !== null }),
  dialogCommand(NEW_EDITION, '新建版式…', '版式', 'Alt+6', { enabled: (workspace) => hasDocument(workspace) && canEdit(workspace) }),
  {
    id: 'delete-edition', title: '删除版式', menu: '版式', shortcut: 'Alt+7', run: remove,
    // The last of its kind stays: every package has one of each.
    enabled(workspace) {
      const pkg = workspace.session.get()?.pkg;
      const edition = shownEdition(workspace);
      return canEdit(workspace) && pkg !== undefined && edition !== null && removeEdition(pkg, edition.id) !== null;
    },
  },
];
