import { describe, expect, it } from 'vitest';
import { sentenceAround } from './sentence-around';

/** Sentence around the `|`. */
function around(text: string): string | null {
  const offset = text.indexOf('|');
  const bare = text.replace('|', '');
  const found = sentenceAround(bare, offset);
  return found === null ? null : bare.slice(...found);
}

describe('the sentence of a caret', () => {
  it.each([
    ['第一句。第|二句。第三句。', '第二句。'],
    ['|第一句。第二句。', '第一句。'],
    ['第一句。|第二句。', '第二句。'],
    ['第一句。第二句。|', '第二句。'],
    ['他说：“办|好。”大家鼓掌。', '他说：“办好。”'],
    ['没有句号的标|题', '没有句号的标题'],
    ['第一句。 |第二句', '第二句'],
    ['|', null],
    ['　|　', null],
  ])('%s', (text, wanted) => {
    expect(around(text)).toBe(wanted);
  });
});
