import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference, wordsOf } from './word-difference';

const shown = (was: string, now: string): string => wordDifference(was, now).map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`)).join('');

describe('wordDifference', () => {
  it.each([
    ['召开专题协商会8次', '召开专题协商会9次', '召开专题协商会[-8-][+9+]次'],
    ['满意率由98.6%提高', '满意率由99.8%提高', '满意率由[-98.6-][+99.8+]%提高'],
    ['围绕县域商业建设等议题', '围绕县域商业建设、社区养老等议题', '围绕县域商业建设[+、社区养老+]等议题'],
    ['是“十四五”规划的收官之年', '是“十五五”规划的开局之年', '是“[-十四五-][+十五五+]”规划的[-收官-][+开局+]之年'],
    ['是“十四五”规划收官之年，也是“十五五”规划谋划之年', '是“十五五”规划谋划之年', '是[-“十四五”规划收官之年，也是-]“十五五”规划谋划之年'],
    ['坚持为民，坚持务实，办好实事。', '坚持为民，办好实事。', '坚持为民，[-坚持务实，-]办好实事。'],
    ['办好实事。办好提案。', '办好提案。', '[-办好实事。-]办好提案。'],
    ['通报委员4名，调整委员11名。', '通报委员2名。', '通报委员[-4-][+2+]名[-，调整委员11名-]。'],
    ['围绕“优化营商环境”开展协商', '围绕“十五五”规划编制开展协商', '围绕[-“优化营商环境”-][+“十五五”规划编制+]开展协商'],
    ['制定《关于加强委员履职管理的十条措施》，组织培训4期。', '制定委员履职考核办法，组织培训5期。', '制定[-《关于加强委员履职管理的十条措施》-][+委员履职考核办法+]，组织培训[-4-][+5+]期。'],
    ['围绕“数字乡村”“文旅融合”协商', '围绕“民营经济”“冷链物流”协商', '围绕“[-数字乡村-][+民营经济+]”“[-文旅融合-][+冷链物流+]”协商'],
    ['一字不差。', '一字不差。', '一字不差。'],
    ['', '新写一段。', '[+新写一段。+]'],
    ['删去一段。', '', '[-删去一段。-]'],
  ])('%s → %s', (was, now, expected) => expect(shown(was, now)).toBe(expected));

  it('what is same or gone is the old text, what is same or new the new one', () => {
    const text = fc.array(fc.constantFrom('市政协', '委员', '的', '“', '”', '8', '12.5', '%', '，', '。', '开展', '调研', '新', '区'), { maxLength: 30 }).map((words) => words.join(''));
    fc.assert(fc.property(text, text, (was, now) => {
      const pieces = wordDifference(was, now);
      expect(pieces.filter(({ kind }) => kind !== 'new').map((piece) => piece.text).join('')).toBe(was);
      expect(pieces.filter(({ kind }) => kind !== 'gone').map((piece) => piece.text).join('')).toBe(now);
      expect(wordsOf(was).join('')).toBe(was);
    }));
  });
});
