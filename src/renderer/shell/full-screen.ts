// Full-screen writing (W1): the text alone on the whole screen. F11 enters and leaves
// it, Escape leaves it where nothing else takes that key: a dialog, a menu, the find
// bar, an offer at the caret, an open composition, a section that is being dragged.
import type { Workspace } from '../session/workspace';

/** Enters it, or leaves it and brings the panes back as they were. */
export function toggleFullScreen(workspace: Workspace): void {
  const { api, panes } = workspace;
  const { navFolded, pagesFolded, before } = panes.layout.get();
  if (before === null) panes.change({ before: { navFolded, pagesFolded }, navFolded: true, pagesFolded: true });
  else leftFullScreen(workspace);
  void api.setFullScreen(before === null);
  workspace.texts.active?.showCaret();
}

/** The panes as they were before it. */
export function leftFullScreen({ panes }: Workspace): void {
  const { before } = panes.layout.get();
  if (before !== null) panes.change({ ...before, before: null });
}

/** Elements whose own key Escape is while they stand. */
const TAKERS = 'dialog[open], [role="menu"], .offer, .dragging';

/** Listens; answers how to stop. */
export function leaveByEscape(workspace: Workspace): () => void {
  let isOurs = false;
  // What takes the key takes itself away with it: looked at before it hears of it.
  const before = (event: KeyboardEvent): void => {
    isOurs = event.key === 'Escape' && !event.isComposing && event.keyCode !== 229 && !workspace.texts.composing && workspace.dialog.get() === null && document.querySelector(TAKERS) === null;
  };
  // The find bar and the menu row keep theirs from coming here.
  const after = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isOurs && workspace.panes.layout.get().before !== null) toggleFullScreen(workspace);
  };
  window.addEventListener('keydown', before, true);
  window.addEventListener('keydown', after);
  return () => {
    window.removeEventListener('keydown', before, true);
    window.removeEventListener('keydown', after);
  };
}
