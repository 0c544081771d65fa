// Enter in a list of choices presses the dialog's main button, as it does in a box of
// text; the browser does that for boxes alone.
import type { KeyboardEvent } from 'react';

export function submitOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  event.target.form?.requestSubmit();
}
