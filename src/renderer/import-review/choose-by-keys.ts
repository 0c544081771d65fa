// Keys of a list of choices whose choice is a decision. A closed list takes an arrow,
// or a letter, for a choice: here the keys open it, and what is chosen in it counts.
import type { KeyboardEvent } from 'react';

export function chooseByKeys(event: KeyboardEvent<HTMLSelectElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || ['Tab', 'Escape', 'Shift', 'F6'].includes(event.key)) return;
  event.preventDefault();
  if (['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key)) event.currentTarget.showPicker();
}
