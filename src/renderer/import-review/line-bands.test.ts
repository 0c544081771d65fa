// What the review says of a line's changes: kinds that only take something away by
// their name, tags of a web page among them.
import { expect, it } from 'vitest';
import { recognise } from '../../core/import';
import { changeWords } from './line-bands';

it.each([
  ['<p><b>会议开幕。</b></p>', '去网页代码（4 处）'],
  ['<td>经济</td><td>82</td>\n<td>民生</td><td>71</td>', '去网页代码（8 处）'],
  ['A&amp;B合作。', '网页字符代码 &amp;→&'],
  ['开展调研11次,形成建议。', '标点改全角 ,→，'],
])('%s', (raw, words) => { expect(changeWords(recognise(raw).changes)).toBe(words); });
