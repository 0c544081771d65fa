// How a shortcut of the command tables is shown to people, in menus, lists and titles.

/** A shortcut as people read it: arrows as arrows. */
export function shortcutText(shortcut: string): string {
  return shortcut.replace('ArrowLeft', '←').replace('ArrowRight', '→').replace('ArrowUp', '↑').replace('ArrowDown', '↓');
}
