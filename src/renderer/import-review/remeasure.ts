// A list of another width: what rows were guessed and measured at is forgotten, and
// those on screen are measured again (nothing would tell them to: their own size may
// be what it was).
import type { Virtualizer } from '@tanstack/react-virtual';

export function remeasure(virtual: Virtualizer<HTMLDivElement, HTMLElement>): void {
  virtual.measure();
  for (const element of virtual.elementsCache.values()) if (element.isConnected) virtual.resizeItem(virtual.indexFromElement(element), element.offsetHeight);
}
