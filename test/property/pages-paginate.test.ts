// Frames after any edit are the frames of a paginator that never saw the text
// before: what is remembered may save work and must never change a page.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/core/flow/flow';
import type { Filled, FillRules } from '../../src/core/page/fill-frame';
import { Paginator, type Slot } from '../../src/core/page/paginate';
import { paragraphOf } from '../paragraphs';
import { prose, random } from '../random';
import { block, head, newSetter, shape, textOf, threadText, WIDTH } from '../threads';

/** What frames hold, with the looseness they chose and where they go on. */
function dump(thread: readonly Block[], frames: readonly Filled[]): string {
  return frames.map((frame) => {
    const sets = frame.fragments.map(({ set }) => `${set.paragraph.text.length}/${set.lines.length}`).join(',');
    const next = frame.next === null ? 'end' : `${frame.next.block}.${frame.next.chunk}${frame.next.tail === null ? '' : `~${frame.next.tail.kind === 'paragraph' ? frame.next.tail.text.length : ''}`}`;
    return `${shape(thread, frame)} [${sets}] short ${frame.short} ${frame.forced ?? ''} → ${next}`;
  }).join('\n');
}

function randomBlock(roll: (below: number) => number): Block {
  switch (roll(8)) {
    case 0: return head(1 + roll(2));
    case 1: return head(1, 1 + roll(2), { linesBefore: roll(2), linesAfter: roll(2), gridLines: 1 + roll(2) });
    case 2: return block({ ...paragraphOf(prose(roll, 20)), breakBefore: roll(6) === 0 });
    default: return block(paragraphOf(prose(roll, 4 + roll(90))));
  }
}

function edit(roll: (below: number) => number, thread: readonly Block[]): readonly Block[] {
  const at = roll(thread.length);
  switch (roll(5)) {
    case 0: return thread.toSpliced(at, 0, randomBlock(roll));
    case 1: return thread.length > 3 ? thread.toSpliced(at, 1) : thread;
    case 2: {
      const [moved] = thread.slice(at, at + 1);
      return thread.toSpliced(at, 1).toSpliced(roll(thread.length), 0, moved!);
    }
    case 3: return thread.with(at, randomBlock(roll));
    default: return [...thread.slice(0, at), ...thread.slice(at).toSpliced(0, Math.min(2, thread.length - 3))];
  }
}

const RULES: readonly FillRules[] = [{ stray: 'never' }, { stray: 'tolerate' }];

describe('frames after edits are the frames of a fresh paginator', () => {
  it.each([
    ['pages of one size', (): Slot => ({ width: WIDTH, rows: 6, endAtStop: 0 })],
    ['pages that end at a stop', (): Slot => ({ width: WIDTH, rows: 9, endAtStop: 3 })],
    ['columns whose heights change from call to call', (call: number, k: number): Slot | null => (k < 4 ? { width: WIDTH, rows: 5 + ((call + k) % 3), endAtStop: 0 } : null)],
    ['columns of changing widths', (call: number, k: number): Slot | null => (k < 6 ? { width: WIDTH + 30 * ((call + k) % 2), rows: 6, endAtStop: 0 } : null)],
  ])('%s', (_, slotOf) => {
    for (let seed = 1; seed <= 12; seed++) {
      const roll = random(seed * 7919);
      const rules = RULES[seed % 2]!;
      const paginator = new Paginator(newSetter());
      let thread: readonly Block[] = Array.from({ length: 12 }, () => randomBlock(roll));
      const past: (readonly Block[])[] = [];
      for (let step = 0; step < 20; step++) {
        for (let call = step; call < step + 2; call++) {
          const slot = (k: number): Slot | null => slotOf(call, k);
          const frames = paginator.paginate(thread, slot, rules);
          const fresh = new Paginator(newSetter()).paginate(thread, slot, rules);
          expect(dump(thread, frames), `seed ${seed}, step ${step}`).toBe(dump(thread, fresh));
          if (frames.length === 0 || frames.at(-1)!.next === null) expect(textOf(frames), `seed ${seed}, step ${step}`).toBe(threadText(thread));
        }
        past.push(thread);
        thread = roll(4) === 0 ? past[roll(past.length)]! : edit(roll, thread);
      }
    }
  });
});
