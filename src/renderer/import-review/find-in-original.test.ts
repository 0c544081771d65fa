import { describe, expect, it } from 'vitest';
import { findInOriginal, indexOriginal } from './find-in-original';

const LINES = [
  '云岭日报 2026年1月13日',
  '',
  '一、2025年工作回顾',
  '　　（一）拓宽渠道,成效明显。全年召开专题协商会 4 次,围绕发展先进制造业、改善城乡环境',
  '提出意见建议１２０条，得到市委、市政府的重视和采纳。',
  '',
  '（二）贴近群众，办好实事。后来又说了一次：提出意见建议１２０条，得到市委、市政府的重视和采纳。委员们走进社区，听了一上午的话，记下了满满几页。',
];
const index = indexOriginal(LINES);

describe('the paragraph in hand, in the text that came in', () => {
  it.each<[string, string, number | null]>([
    ['marks and widths are another', '拓宽渠道，成效明显。全年召开专题协商会4次，围绕发展先进制造业、改善城乡环境', 4],
    ['a joined paragraph: where it begins', '拓宽渠道，成效明显。全年召开专题协商会4次，围绕发展先进制造业、改善城乡环境提出意见建议120条，得到市委、市政府的重视和采纳。', 4],
    ['rewritten at its beginning', '这一句是后来才写的。委员们走进社区，听了一上午的话，记下了满满几页。', 7],
    ['with a sentence that stands elsewhere first', '后来又说了一次：提出意见建议120条，得到市委、市政府的重视和采纳。委员们走进社区，听了一上午的话，记下了满满几页。', 7],
    ['a short heading', '2025年工作回顾', 3],
    ['not there', '会上表决通过了大会的政治决议，号召全市上下共同努力。', null],
    ['too short to say', '一年', null],
    ['nothing', '', null],
  ])('%s', (_title, paragraph, line) => {
    expect(findInOriginal(index, paragraph)).toBe(line);
  });
  it('a text without lines that hold letters finds nothing', () => {
    expect(findInOriginal(indexOriginal(['', '——']), '委员们走进社区')).toBe(null);
    expect(findInOriginal(indexOriginal([]), '委员们走进社区')).toBe(null);
  });
});
