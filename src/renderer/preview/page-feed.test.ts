// What the window does when its page worker gives no sign of life any more. The worker here is a stand-in that answers
// what it is told to; a real one that loops without an end is tried in test/e2e/lost-worker.test.ts.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromWorker, MadeUp, ToWorker } from '../worker/protocol';
import { PageFeed } from './page-feed';

class StandIn {
  static made: StandIn[] = [];
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  heard: ToWorker[] = [];
  isEnded = false;

  constructor() {
    StandIn.made.push(this);
  }

  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  say(message: FromWorker): void {
    this.onmessage?.({ data: message });
  }

  /** Kinds of what it was told, without the question for a sign of life. */
  get kinds(): string[] {
    return this.heard.map(({ kind }) => kind).filter((kind) => kind !== 'live');
  }
}

const pages = (version: number): FromWorker => ({ kind: 'pages', document: 1, version, edition: 'e', diagnostics: [], madeUp: null, pages: [{ key: 1, width: 100, height: 100, label: '' }] });

describe('a page worker that is lost', () => {
  let said: { message: string; again: (() => void) | null }[] = [];
  const last = (): StandIn => {
    const worker = StandIn.made.at(-1);
    if (worker === undefined) throw new RangeError('none was made');
    return worker;
  };
  const begun = (bytes = 100): PageFeed => {
    const feed = new PageFeed((message, again) => said.push({ message, again }));
    feed.faces([]);
    feed.open({ document: 1, version: 0, bytes: new Uint8Array(bytes) });
    feed.setEdition('e');
    return feed;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    StandIn.made = [];
    said = [];
    vi.stubGlobal('Worker', StandIn);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('proposals are looked for when the pages that are shown have their pictures', async () => {
    const feed = begun();
    last().say(pages(0));
    void feed.paint(feed.pages.get()?.pages[0]?.key ?? 0, 2);
    const proposed = feed.propose(() => undefined);
    await vi.advanceTimersByTimeAsync(1000);
    expect(last().kinds.slice(-1)).toEqual(['paint']);
    const asked = last().heard.find(({ kind }) => kind === 'paint');
    last().say({ kind: 'painted', request: asked?.kind === 'paint' ? asked.request : -1, bitmap: null });
    await vi.advanceTimersByTimeAsync(0);
    expect(last().kinds.slice(-1)).toEqual(['propose']);
    const search = last().heard.find(({ kind }) => kind === 'propose');
    last().say({ kind: 'proposed', request: search?.kind === 'propose' ? search.request : -1, proposals: [], isAll: true });
    expect(await proposed).toEqual([]);
    feed.close();
  });

  it('the layout of a newspaper is the same object for as long as nothing of it is elsewhere', () => {
    const feed = begun();
    const made = (version: number, row: number, score: number): FromWorker => ({
      ...(pages(version) as Extract<FromWorker, { kind: 'pages' }>),
      madeUp: { proposal: { layout: { pages: [{ number: 1, mastheadRows: row, pieces: [] }] }, score, reasons: [] } as unknown as MadeUp['proposal'], rooms: [], pictures: [], titles: [], area: '', ms: 1 },
    });
    const shown = (): MadeUp['proposal'] | undefined => feed.pages.get()?.madeUp?.proposal;
    last().say(made(0, 12, 90));
    const first = shown()?.layout;
    last().say(made(1, 12, 88));
    expect(shown()?.layout).toBe(first);
    expect(shown()?.score).toBe(88);
    last().say(made(2, 10, 88));
    expect(shown()?.layout).not.toBe(first);
    expect(shown()?.layout.pages[0]?.mastheadRows).toBe(10);
    feed.close();
  });

  it('one that answers, or says anything, is left alone; one that owes nothing is asked nothing', () => {
    const feed = begun();
    vi.advanceTimersByTime(29_000);
    last().say(pages(0));
    vi.advanceTimersByTime(29_000);
    // The question behind the first message, and the one for what was posted after it.
    last().say({ kind: 'alive' });
    last().say({ kind: 'alive' });
    vi.advanceTimersByTime(600_000);
    expect(StandIn.made).toHaveLength(1);
    expect(last().heard.filter(({ kind }) => kind === 'live')).toHaveLength(2);
    expect(said).toEqual([]);
    feed.close();
  });

  it('gives way to another that is told everything; the pages shown stay, and who waits gets no answer', async () => {
    const feed = begun();
    last().say(pages(0));
    last().say({ kind: 'alive' });
    last().say({ kind: 'alive' });
    feed.change(1, []);
    const painted = feed.paint(1, 2);
    const first = last();
    vi.advanceTimersByTime(30_000);
    expect(first.isEnded).toBe(true);
    expect(await painted).toBeNull();
    expect(last().kinds).toEqual(['faces', 'open', 'change', 'edition']);
    const shown = feed.pages.get()?.pages[0]?.key ?? 0;
    expect(shown).toBe(1);
    // A page of the lost worker is no page of the next, whatever its key.
    expect(await feed.paint(shown, 2)).toBeNull();
    expect(last().kinds).not.toContain('paint');
    expect(said).toEqual([{ message: expect.stringMatching(/30 秒没有动静.*文稿不受影响/) as string, again: null }]);
    last().say(pages(1));
    expect(feed.pages.get()?.version).toBe(1);
    const key = feed.pages.get()?.pages[0]?.key ?? 0;
    expect(key).toBeGreaterThan(shown);
    void feed.paint(key, 2);
    expect(last().heard).toContainEqual(expect.objectContaining({ kind: 'paint', key: 1 }));
    feed.close();
  });

  it('where the second is lost too, nothing is set any more until it is asked for; the changes made meanwhile are told then', async () => {
    const feed = begun();
    vi.advanceTimersByTime(60_000);
    expect(StandIn.made).toHaveLength(2);
    expect(last().isEnded).toBe(true);
    expect(said.map(({ again }) => again === null)).toEqual([true, false]);
    feed.change(1, []);
    expect(await feed.hit(1, 0, 0)).toBeNull();
    vi.advanceTimersByTime(600_000);
    expect(StandIn.made).toHaveLength(2);
    said[1]?.again?.();
    expect(StandIn.made).toHaveLength(3);
    expect(last().kinds).toEqual(['faces', 'open', 'change', 'edition']);
    // Asked twice, it is begun once.
    said[1]?.again?.();
    expect(StandIn.made).toHaveLength(3);
    feed.close();
  });

  it('a worker lost hours after the last one is replaced again', () => {
    const feed = begun();
    for (let times = 0; times < 3; times++) {
      vi.advanceTimersByTime(30_000);
      last().say(pages(0));
      last().say({ kind: 'alive' });
      last().say({ kind: 'alive' });
      feed.change(times + 1, []);
    }
    vi.advanceTimersByTime(30_000);
    expect(StandIn.made).toHaveLength(5);
    expect(said.every(({ again }) => again === null)).toBe(true);
    feed.close();
  });

  it.each([['another edition', (feed: PageFeed) => feed.setEdition('f')], ['another text', (feed: PageFeed) => feed.open({ document: 2, version: 0, bytes: new Uint8Array(9) })]])('%s begins anew by itself', (_, go) => {
    const feed = begun();
    vi.advanceTimersByTime(60_000);
    go(feed);
    expect(StandIn.made).toHaveLength(3);
    expect(last().isEnded).toBe(false);
    feed.close();
  });

  it('a book has more time, but not for ever; a feed that was closed loses nothing', () => {
    begun(1_000_000);
    vi.advanceTimersByTime(129_000);
    expect(StandIn.made).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(StandIn.made).toHaveLength(2);
    StandIn.made = [];
    const closed = begun(1e8);
    vi.advanceTimersByTime(299_000);
    expect(StandIn.made).toHaveLength(1);
    closed.close();
    vi.advanceTimersByTime(600_000);
    expect(StandIn.made).toHaveLength(1);
  });
});
