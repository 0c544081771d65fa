// What the menu at a right click offers, by where it was: commands of the tables by
// their id, so that it can neither do nor be called anything else than the menu row's.
// A box of words (a field of a dialog, of the find bar) has the clipboard alone.
import type { Workspace } from '../session/workspace';
import type { Command } from './command';
import { COMMANDS } from './commands';
import type { MenuEntry } from './menu-entries';

/** The text of an article, one line of its head, an article's name, a heading in 结构, the pages. */
export type ContextPlace = 'text' | 'field' | 'article' | 'section' | 'page';

const CLIPBOARD = ['cut', 'copy', 'paste', 'paste-plain', 'select-all'];
const TABLE = ['row-above', 'row-below', 'column-left', 'column-right', 'delete-row', 'delete-column', 'delete-table'];

/** Ids of the commands, in groups. */
export const CONTEXT_GROUPS: Readonly<Record<ContextPlace, readonly (readonly string[])[]>> = {
  text: [
    CLIPBOARD,
    ['comment', 'note', 'doubt', 'placeholder-figure'],
    ['theme', 'omit-newspaper', 'omit-speech', 'phrase-checked'],
    TABLE,
    ['remedy-tighten', 'remedy-loosen', 'remedy-break'],
  ],
  field: [CLIPBOARD, ['comment', 'placeholder-figure', 'field']],
  article: [['article', 'duplicate-article', 'article-up', 'article-down', 'delete-article'], ['picture', 'new-article']],
  section: [['section-up', 'section-down', 'promote', 'demote'], ['counts']],
  page: [['zoom-width', 'zoom-page', 'zoom-true', 'two-up'], ['edition', 'paper', 'makeup'], ['export', 'print']],
};

/** Groups that are about what is rarely there: shown only where one of their commands can run. */
const RARE: ReadonlySet<string> = new Set([...TABLE, 'phrase-checked', 'paper', 'makeup']);

function entryOf(workspace: Workspace, command: Command): MenuEntry {
  return {
    id: command.id, title: command.title, shortcut: command.shortcut, enabled: command.enabled(workspace), checked: command.checked?.(workspace),
    run: () => command.run(workspace),
  };
}

/** The entries at a place, as commands stand now. */
export function contextEntries(workspace: Workspace, place: ContextPlace): readonly (readonly MenuEntry[])[] {
  return CONTEXT_GROUPS[place].map((ids) => ids
    .flatMap((id) => COMMANDS.filter((command) => command.id === id).map((command) => entryOf(workspace, command)))
    .filter(({ id, enabled }) => enabled || !RARE.has(id)));
}

/** The entries of a box of words. */
export function boxEntries({ api }: Pick<Workspace, 'api'>, box: HTMLInputElement | HTMLTextAreaElement): readonly (readonly MenuEntry[])[] {
  const mayChange = !box.readOnly && !box.disabled;
  const hasWords = box.selectionStart !== box.selectionEnd;
  const clipboard = (action: 'cut' | 'copy' | 'paste', title: string, shortcut: string, enabled: boolean): MenuEntry => ({ id: action, title, shortcut, enabled, run: () => void api.clipboard(action) });
  return [[
    clipboard('cut', '剪切', 'Ctrl+X', mayChange && hasWords),
    clipboard('copy', '复制', 'Ctrl+C', hasWords),
    clipboard('paste', '粘贴', 'Ctrl+V', mayChange),
    { id: 'select-all', title: '全选', shortcut: 'Ctrl+A', enabled: box.value !== '', run: () => box.select() },
  ]];
}
