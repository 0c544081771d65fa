import { describe, expect, it } from 'vitest';
import { FAKE_FONTS } from '../../../test/build-edition';
import { paragraphOf } from '../../../test/paragraphs';
import type { Block } from '../flow/flow';
import { copyfitPiece, fillPiece } from './fill-piece';
import { Paginator } from './paginate';
import { PieceMemory } from './piece-memory';
import { Setter } from './setter';

const block = (ref: number, characters: number): Block => ({ ref, content: paragraphOf('字'.repeat(characters)) });
const COLUMNS = [{ columns: 3, width: 100, rows: 12 }];

describe('pieces filled before', () => {
  const paginator = new Paginator(new Setter(FAKE_FONTS));
  const blocks = [block(1, 80), block(2, 120), block(3, 60)];

  it('the same blocks are one thread, however often they are put in a row', () => {
    const memory = new PieceMemory(paginator);
    const thread = memory.thread([...blocks]);
    expect(memory.thread([...blocks])).toBe(thread);
    expect(memory.thread(blocks.slice(0, 2))).not.toBe(thread);
    expect(memory.thread([blocks[0]!, block(2, 121), blocks[2]!])).not.toBe(thread);
    expect(memory.thread([...blocks])).toBe(thread);
  });
  it('are the same objects, and what filling gives; another shape is another piece', () => {
    const memory = new PieceMemory(paginator);
    const thread = memory.thread(blocks);
    const filled = memory.fill(thread, COLUMNS);
    expect(memory.fill(memory.thread([...blocks]), [{ ...COLUMNS[0]! }])).toBe(filled);
    expect(filled).toEqual(fillPiece(thread, COLUMNS, new Paginator(new Setter(FAKE_FONTS))));
    for (const change of [{ rows: 11 }, { width: 110 }, { columns: 2 }]) expect(memory.fill(thread, [{ ...COLUMNS[0]!, ...change }])).not.toBe(filled);
    expect(memory.copyfit(thread, COLUMNS)).toEqual(copyfitPiece(thread, COLUMNS, new Paginator(new Setter(FAKE_FONTS))));
    expect(memory.copyfit(thread, COLUMNS)).not.toBe(filled);
  });
  it('a text that changes at every key is not kept for ever', () => {
    const memory = new PieceMemory(paginator);
    const thread = memory.thread(blocks);
    for (let key = 0; key < 10; key++) memory.thread([blocks[0]!, block(2, 121 + key)]);
    expect(memory.thread([...blocks])).not.toBe(thread);
  });
});
