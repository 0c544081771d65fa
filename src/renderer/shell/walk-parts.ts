// F6 in a view over the window, as walk-panes.ts has it for the window itself: along its
// head, its columns and its foot, and round again. Each is entered at its current entry,
// a column that scrolls as a whole, else at what takes the focus first.

const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** Moves the focus to the next part of a view (1), or the one before (−1); where there is one alone it stays. */
export function walkParts(view: HTMLElement, by: 1 | -1): void {
  const parts = [...view.querySelectorAll<HTMLElement>(':scope > header, nav, aside, [role="region"], :scope > footer')]
    .filter((part, _index, all) => !all.some((other) => other !== part && other.contains(part)))
    .flatMap((part) => entryOf(part) ?? []);
  if (parts.length === 0) return;
  const now = parts.findIndex(({ part }) => part.contains(document.activeElement));
  parts[(now + by + (now < 0 && by < 0 ? 1 : 0) + parts.length) % parts.length]!.entry.focus();
}

function entryOf(part: HTMLElement): { readonly part: HTMLElement; readonly entry: HTMLElement } | null {
  const current = part.querySelector<HTMLElement>('[aria-current="true"]');
  const inCurrent = current?.matches(FOCUSABLE) === true ? current : current?.querySelector<HTMLElement>(FOCUSABLE);
  const entry = part.matches('[tabindex="0"]') ? part : (inCurrent ?? part.querySelector<HTMLElement>(FOCUSABLE));
  return entry === null ? null : { part, entry };
}
