// A list of another width: what rows were guessed and measured at is forgotten, and
// those on screen are measured again (nothing would tell them to: their own size may
// be what it was).
import type { Virtualizer } from '@tanstack/react-virtual';

export function remeasure(virtual: Virtualizer<HTMLDivElement, Element>): void {
  virtual.measure();
  for (const element of virtual.elementsCache.values()) virtual.measureElement(element);
}
