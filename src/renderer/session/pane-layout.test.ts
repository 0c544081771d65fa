import { describe, expect, it } from 'vitest';
import { PaneStore, readLayout } from './pane-layout';

describe('W1: panes remembered', () => {
  it('at first: 240 · rest · 424 at 1366, and more for the pages on a wide screen', () => {
    expect(readLayout(null, 1366)).toMatchObject({ navWidth: 240, pagesWidth: 424, zoom: 'width', swapped: false });
    expect(readLayout(null, 1920).pagesWidth).toBe(595);
  });

  it('what was set is there at the next start', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    new PaneStore(storage, 1366).change({ navWidth: 300, navFolded: true, zoom: 'page' });
    expect(new PaneStore(storage, 1366).layout.get()).toMatchObject({ navWidth: 300, navFolded: true, zoom: 'page', pagesWidth: 424 });
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', '[1,2]'],
    ['wrong kinds', '{"navWidth":"wide","zoom":"huge","swapped":1}'],
  ])('%s is as at first', (_, text) => {
    expect(readLayout(text, 1366)).toEqual(readLayout(null, 1366));
  });

  it('widths out of bounds are brought in', () => {
    expect(readLayout('{"navWidth":9999,"pagesWidth":-1}', 1366)).toMatchObject({ navWidth: 400, pagesWidth: 280 });
  });
});
