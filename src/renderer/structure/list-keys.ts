// Arrows walk along the buttons of a list (W8); Home and End go to its ends.
import type { KeyboardEvent } from 'react';

/** Moves the focus for ↑ ↓ Home End among the list's buttons of the class `entry`; true where it did. */
export function walkList(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.nativeEvent.isComposing) return false;
  const entries = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button.entry')];
  const at = entries.indexOf(document.activeElement as HTMLButtonElement);
  if (at < 0) return false;
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: entries.length - 1 }[event.key];
  if (to === undefined) return false;
  entries[Math.max(0, Math.min(to, entries.length - 1))]?.focus();
  event.preventDefault();
  return true;
}
