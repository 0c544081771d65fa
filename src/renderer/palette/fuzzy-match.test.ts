import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../shell/commands';
import { fuzzyMatch } from './fuzzy-match';

/** Titles that answer, the best first. */
function answering(query: string, titles: readonly string[]): string[] {
  return titles
    .flatMap((title) => {
      const match = fuzzyMatch(query, title);
      return match === null ? [] : [{ title, score: match.score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ title }) => title);
}

describe('W4: commands by initials', () => {
  it.each(COMMANDS.map(({ title }) => title))('%s answers to its pinyin', (title) => {
    const han = [...title].filter((char) => /\p{Script=Han}/u.test(char)).join('');
    // In its context: 粘贴 is zhān, 校对 is jiào.
    const initials = pinyin(han, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
    expect(fuzzyMatch(initials, title)?.at.length).toBe([...han].length);
  });

  it.each<[query: string, wanted: string]>([
    ['bc', '保存'], ['BC', '保存'], ['lcw', '另存为…'], ['zt', '粘贴'], ['jd', '校对'], ['存为', '另存为…'], ['dc pdf', '导出 PDF…'], ["b'c", '保存'], ['yjbt', '一级标题'],
  ])('%s finds %s first', (query, wanted) => {
    const titles = ['打开…', '保存', '另存为…', '导出 PDF…', '粘贴', '粘贴为纯文本', '待填 〔数字：待填〕', '版次存档', '校对', '降级', '一级标题', '有几处标题'];
    expect(answering(query, titles)[0]).toBe(wanted);
  });

  it('says which characters answered', () => {
    expect(fuzzyMatch('cw', '另存为…')?.at).toEqual([1, 2]);
    expect(fuzzyMatch('xyz', '保存')).toBeNull();
    expect(fuzzyMatch(' ', '保存')?.at).toEqual([]);
  });
});
