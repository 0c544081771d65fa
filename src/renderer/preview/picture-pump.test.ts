import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXACT_AFTER, PicturePump } from './picture-pump';

/** A painter whose answers come when the test says so. */
class Painter {
  readonly asked: string[] = [];
  readonly shown: string[] = [];
  readonly dropped: string[] = [];
  readonly failures: unknown[] = [];
  readonly #answers: { readonly resolve: (picture: string | null) => void; readonly reject: (error: Error) => void }[] = [];
  readonly pump = new PicturePump<string>({
    paint: ({ key, scale }, isQuick) => {
      this.asked.push(`${key}@${scale}${isQuick ? ' quick' : ''}`);
      return new Promise((resolve, reject) => this.#answers.push({ resolve, reject }));
    },
    show: (picture, { key }, isExact) => void this.shown.push(`${picture} of ${key}${isExact ? '' : ' quick'}`),
    drop: (picture) => void this.dropped.push(picture),
    failed: (error) => void this.failures.push(error),
  });

  async answer(picture: string | null): Promise<void> {
    this.#answers.shift()?.resolve(picture);
    await vi.advanceTimersByTimeAsync(0);
  }

  async breakDown(error: Error): Promise<void> {
    this.#answers.shift()?.reject(error);
    await vi.advanceTimersByTimeAsync(0);
  }
}

describe('pictures of a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are asked for one at a time; of what was wished meanwhile only the newest', async () => {
    const painter = new Painter();
    for (const key of [1, 2, 3]) painter.pump.want({ key, scale: 1 }, 'exact');
    expect(painter.asked).toEqual(['1@1']);
    await painter.answer('a');
    expect(painter.asked).toEqual(['1@1', '3@1']);
    await painter.answer('b');
    expect(painter.shown).toEqual(['a of 1', 'b of 3']);
    // The same again is no other picture; of another size it is.
    painter.pump.want({ key: 3, scale: 1 }, 'exact');
    expect(painter.asked).toHaveLength(2);
    painter.pump.want({ key: 3, scale: 2 }, 'exact');
    expect(painter.asked).toEqual(['1@1', '3@1', '3@2']);
  });

  it('in a hand are quick ones, however long it rests; exact once it has let go and a moment passed', async () => {
    const painter = new Painter();
    painter.pump.want({ key: 1, scale: 1 }, 'held');
    await painter.answer('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(painter.asked).toEqual(['1@1 quick']);
    painter.pump.want({ key: 1, scale: 1 }, 'quick');
    await vi.advanceTimersByTimeAsync(EXACT_AFTER - 1);
    expect(painter.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(painter.asked).toEqual(['1@1 quick', '1@1']);
    await painter.answer('b');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(painter.shown).toEqual(['a of 1 quick', 'b of 1']);
    expect(painter.asked).toHaveLength(2);
  });

  it('one step after another is quick, and exact is the last one alone', async () => {
    const painter = new Painter();
    for (const key of [1, 2, 3]) {
      painter.pump.want({ key, scale: 1 }, 'quick');
      await painter.answer('a');
      await vi.advanceTimersByTimeAsync(EXACT_AFTER / 2);
    }
    await vi.advanceTimersByTimeAsync(EXACT_AFTER);
    expect(painter.asked).toEqual(['1@1 quick', '2@1 quick', '3@1 quick', '3@1']);
    // Taken in hand while the exact one is painted: what comes then is quick again.
    painter.pump.want({ key: 4, scale: 1 }, 'held');
    await painter.answer('b');
    expect(painter.asked.at(-1)).toBe('4@1 quick');
  });

  it('of a page that is gone there is none, and nothing is asked for again; when it ends, none is shown', async () => {
    const painter = new Painter();
    painter.pump.want({ key: 1, scale: 1 }, 'quick');
    await painter.answer(null);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(painter.asked).toHaveLength(1);
    painter.pump.want({ key: 2, scale: 1 }, 'quick');
    painter.pump.end();
    await painter.answer('a');
    painter.pump.want({ key: 3, scale: 1 }, 'quick');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([painter.shown, painter.dropped]).toEqual([[], ['a']]);
    expect(painter.asked).toHaveLength(2);
  });

  it('that break are told once and not asked for again; a newer wish is painted', async () => {
    const painter = new Painter();
    const broken = new Error('no memory for a bitmap');
    painter.pump.want({ key: 1, scale: 1 }, 'exact');
    await painter.breakDown(broken);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([painter.failures, painter.asked]).toEqual([[broken], ['1@1']]);
    painter.pump.want({ key: 2, scale: 1 }, 'exact');
    painter.pump.want({ key: 3, scale: 1 }, 'exact');
    await painter.breakDown(broken);
    await painter.answer('a');
    expect([painter.asked, painter.shown]).toEqual([['1@1', '2@1', '3@1'], ['a of 3']]);
  });
});
