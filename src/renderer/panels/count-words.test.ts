import { describe, expect, it } from 'vitest';
import { doc, field, lead, note, omit, p, par, placeholder, table } from '../../../test/build';
import { EMPTY_MEETING } from '../../core/model/package';
import { countDoc, countSpoken, countWords } from './count-words';

describe('W17: 字数 as Word counts it', () => {
  it.each([
    ['a Han character and a full-width mark count one each', '各位委员：', 5],
    ['a number counts one, however long', '全年立案163件', 6],
    ['a decimal with its point and sign counts one', '增长8.5%以上', 5],
    ['Latin words count one each', 'GB/T 9704 标准', 4],
    ['a dash and an ellipsis count two marks each', '——在会上……', 7],
    ['curved quotes count one each', '“双周协商”', 6],
    ['blanks count none, the full-width one too', '李 磊　同志', 4],
    ['a character outside the BMP counts one', '𠮷林', 2],
    ['nothing counts nothing', '', 0],
  ])('%s', (_, text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

describe('W17: 字数 of a text', () => {
  const meeting = { ...EMPTY_MEETING, place: '云岭市', term: 5 };
  it.each([
    ['a value of the meeting record counts as its text', doc(p('在', field('place'))), 4],
    ['a placeholder is the number that is to come', doc(p('立案', placeholder(), '件')), 4],
    ['a note anchor is no text', doc(p('云计算', note('云计算', '一种计算'))), 3],
    ['a run-in heading is text', doc(par({ head: { level: 2 } }, lead('协商。'), '会同')), 5],
    ['cells are apart', doc(table(['12', '34'], ['甲', '乙'])), 4],
  ])('%s', (_, text, count) => {
    expect(countDoc(text, meeting)).toBe(count);
  });
  it('another meeting record counts anew', () => {
    const text = doc(p(field('place')));
    expect([countDoc(text, meeting), countDoc(text, { ...meeting, place: '溪山' })]).toEqual([3, 2]);
  });
  it('what is marked 宣读略 is not read aloud', () => {
    const text = doc(p('照读', omit('speech', '不读'), omit('newspaper', '也读')));
    expect([countDoc(text, meeting), countSpoken(text, meeting)]).toEqual([6, 4]);
  });
});
