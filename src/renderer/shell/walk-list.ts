// Up and down arrows, Home and End move the focus along the buttons of a list (W8).
import type { KeyboardEvent } from 'react';

interface WalkOptions {
  /** The entries, where a list has other buttons too. */
  readonly among?: string;
  /** An entry that the focus comes to is chosen as by a click. */
  readonly chooses?: boolean;
}

/** A key handler for the list's element; true where it moved. Other keys, and keys with Alt, Ctrl or Shift, are left alone. */
export function walkList(event: KeyboardEvent<HTMLElement>, { among = 'button:not(:disabled)', chooses = false }: WalkOptions = {}): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.nativeEvent.isComposing) return false;
  const entries = [...event.currentTarget.querySelectorAll<HTMLButtonElement>(among)];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  // On another button of the list the arrows are that button's.
  if (at < 0 && document.activeElement instanceof HTMLButtonElement) return false;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
  if (to === undefined) return false;
  event.preventDefault();
  const next = entries[Math.max(0, Math.min(entries.length - 1, to))];
  if (next === undefined || next === document.activeElement) return true;
  next.focus();
  if (chooses) next.click();
  return true;
}
