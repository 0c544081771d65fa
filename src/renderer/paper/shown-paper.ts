// Which newspaper edition a view of the window is about.
import type { Edition } from '../../core/model/package';
import type { Workspace } from '../session/workspace';

/** The newspaper edition that the window shows, else the first there is. */
export function shownPaper(workspace: Workspace): Edition | null {
  const editions = (workspace.session.get()?.pkg.editions ?? []).filter(({ kind }) => kind === 'newspaper');
  return editions.find(({ id }) => id === workspace.edition.get()) ?? editions[0] ?? null;
}
