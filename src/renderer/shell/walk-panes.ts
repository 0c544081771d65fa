// F6 walks along the window's panes (W8), as in Word and Windows: 稿件与结构, the text,
// the pages, the lists below them, and round again. Each is entered where it is used:
// at its current entry, at the caret.
import type { Workspace } from '../session/workspace';

interface Stop {
  /** The pane's element, which may be folded away. */
  readonly pane: string;
  /** What in it takes the focus, the first that is there. */
  readonly targets: readonly string[];
}

const STOPS: readonly Stop[] = [
  { pane: 'nav.pane', targets: ['[aria-current="true"]', 'button'] },
  { pane: 'main.pane', targets: [] },
  { pane: 'aside.pane .pages', targets: ['.scroll'] },
  { pane: 'aside.last-year', targets: ['.beside-rows', 'input'] },
  { pane: 'aside.original', targets: ['.original-lines'] },
  { pane: 'aside.pane .lower', targets: ['.items button', '[role="tab"][aria-selected="true"]'] },
];

/** Moves the focus to the next pane on screen (1), or the one before (−1). */
export function walkPanes({ texts }: Workspace, by: 1 | -1): void {
  const panes = STOPS.map(({ pane }) => document.querySelector(pane));
  const now = panes.findIndex((pane) => pane?.contains(document.activeElement) === true);
  for (let step = 1; step <= STOPS.length; step++) {
    const at = (now + by * step + (now < 0 && by < 0 ? 1 : 0) + STOPS.length * 2) % STOPS.length;
    const pane = panes[at];
    const stop = STOPS[at];
    if (pane === null || pane === undefined || stop === undefined) continue;
    if (stop.targets.length === 0) {
      if (texts.active === null) document.querySelector<HTMLElement>('.text')?.focus();
      else texts.active.view.focus();
      return;
    }
    for (const target of stop.targets) {
      const found = pane.querySelector<HTMLElement>(target);
      if (found === null) continue;
      found.focus();
      return;
    }
  }
}
