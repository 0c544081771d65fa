import { describe, expect, it } from 'vitest';
import { COMMON_WORDS, commonLengthAt } from './common-words';

const wordsOf = (length: number, words: string): string[] => Array.from({ length: words.length / length }, (_, k) => words.slice(k * length, (k + 1) * length));

describe('common words', () => {
  it('stand in the order of their code units, each once: they are found by halving', () => {
    for (const [length, words] of COMMON_WORDS) {
      expect(words.length % length).toBe(0);
      const list = wordsOf(length, words);
      expect(list).toEqual([...new Set(list)].sort());
    }
  });

  it('are found all, the first and the last of each length among them, the longest where several begin', () => {
    for (const [length, words] of COMMON_WORDS) {
      const missed = wordsOf(length, words).filter((word) => commonLengthAt(`〇${word}〇`, 1) < length);
      expect(missed).toEqual([]);
    }
    expect(commonLengthAt('知识产权保护', 0)).toBe(4);
    expect(commonLengthAt('知识', 0)).toBe(2);
  });

  it('are none across two neighbours of the list, nor past the end of a text', () => {
    expect(commonLengthAt('中一', 0)).toBe(0);
    expect(commonLengthAt('知', 0)).toBe(0);
    expect(commonLengthAt('', 0)).toBe(0);
  });
});
