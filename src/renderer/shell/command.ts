// What a command of the window is: its name, where it stands in the menu, its
// shortcut, when it can run and what it does; and the makers of the usual kinds.
// The tables in commands/ use them; menu bar, tool row, palette and keyboard read
// the tables (commands.ts).
import type { Command as TextCommand } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { LABEL } from '../editor/text-view';
import type { LowerPane } from '../session/pane-layout';
import type { Workspace } from '../session/workspace';

export const MENUS = ['文件', '编辑', '插入', '格式', '校对', '版式', '查看', '帮助'] as const;
export type MenuName = (typeof MENUS)[number];

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly menu: MenuName;
  /** As the menu shows it: `Ctrl+Alt+1`; null for none. */
  readonly shortcut: string | null;
  /** A line above it in the menu. */
  readonly apart?: boolean;
  /** Stands with others in a menu of this name that opens beside the menu. */
  readonly sub?: string;
  /** The browser does it by itself when the keys are pressed. */
  readonly native?: boolean;
  enabled(workspace: Workspace): boolean;
  /** A checked entry, or left out for a command that is not one. */
  checked?(workspace: Workspace): boolean;
  run(workspace: Workspace): void;
}

export const always = (): boolean => true;
export const hasDocument = (workspace: Workspace): boolean => workspace.session.get() !== null;
/** A document that may be changed. */
export const canEdit = (workspace: Workspace): boolean => workspace.session.get()?.opened.readOnly === null && !workspace.texts.composing;

/** A command on the text that has the caret; on deck fields too where `fields` says so. */
export function onText(id: string, title: string, menu: MenuName, shortcut: string | null, command: TextCommand, extra: Partial<Command> & { fields?: boolean } = {}): Command {
  const { fields = false, ...rest } = extra;
  const viewOf = (workspace: Workspace): EditorView | null => {
    const view = workspace.texts.active?.view;
    if (view === undefined || !view.editable || workspace.texts.composing) return null;
    return fields || workspace.places.caret.get()?.field === null ? view : null;
  };
  return {
    id, title, menu, shortcut, ...rest,
    enabled(workspace) {
      const view = viewOf(workspace);
      return view !== null && command(view.state);
    },
    run(workspace) {
      const view = viewOf(workspace);
      if (view === null) return;
      command(view.state, (tr) => view.dispatch(tr.setMeta(LABEL, title)), view);
      view.focus();
    },
  };
}

/** Shows a list below the pages. */
export function lowerCommand(lower: LowerPane, title: string, shortcut: string | null): Command {
  return {
    id: lower, title, menu: '校对', shortcut, enabled: hasDocument,
    checked: (workspace) => workspace.panes.layout.get().lower === lower,
    run: (workspace) => workspace.panes.change({ lower, pagesFolded: false }),
  };
}

/** Opens a dialog of shell/dialogs.tsx. */
export function dialogCommand(dialog: string, title: string, menu: MenuName, shortcut: string | null, extra: Partial<Command> = {}): Command {
  return { id: dialog, title, menu, shortcut, enabled: hasDocument, run: (workspace) => workspace.dialog.set(dialog), ...extra };
}
