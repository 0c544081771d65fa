import { describe, expect, it } from 'vitest';
import { ObjectReader, Ref } from './pdf-object';

describe('arrays that stand again', () => {
  it('are the same numbers; a longer, a shorter or another one is not taken for them', () => {
    const texts = ['[0 0 9 12]', '[0 0 9 12]', '[0 0 9 123]', '[0 0 9 1]', '[1 0 0 9 12]', '[0 0 9 12 ]', '[]', '[.5 -3]', '[0 0 9 12]', '[[0 0] 9 12]', '[[0 0] 9 12]'];
    const reader = new ObjectReader(Buffer.from(`${texts.join(' ')} 7`));
    expect(texts.map(() => reader.value())).toEqual([
      [0, 0, 9, 12], [0, 0, 9, 12], [0, 0, 9, 123], [0, 0, 9, 1], [1, 0, 0, 9, 12], [0, 0, 9, 12], [], [0.5, -3], [0, 0, 9, 12], [[0, 0], 9, 12], [[0, 0], 9, 12],
    ]);
    expect(reader.value()).toBe(7);
  });
  it('tell of their references each time', () => {
    const reader = new ObjectReader(Buffer.from('[3 0 R] [3 0 R]'));
    const told: number[] = [];
    reader.onRef = (num) => told.push(num);
    expect([reader.value(), reader.value()]).toEqual([[new Ref(3, 0)], [new Ref(3, 0)]]);
    expect(told).toEqual([3, 3]);
  });
  it('that the file cuts off are a fault, though the same stood before', () => {
    const reader = new ObjectReader(Buffer.from('[0 0 9 12] [0 0 9 12'));
    reader.value();
    expect(() => reader.value()).toThrow('文件在一个对象中间结束');
  });
});
