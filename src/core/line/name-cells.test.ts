// Names of a 名单 on stops. A fake face, 10 pt to the em; stops as names-line.ts shares out a paper's measure.
import { describe, expect, it } from 'vitest';
import { checkLaws } from '../../../test/laws';
import { set } from '../../../test/set-paragraph';

/** The rows of a list, each name behind the em at which it begins. */
function rows(names: readonly string[], blank: string, measure: number, nameCell: number): string[] {
  const s = set(names.join(blank), measure, { align: 'left', punctuation: 'kaiming', nameCell });
  expect(checkLaws(s, () => measure * 10)).toEqual([]);
  let from = 0;
  const placed = names.map((name) => {
    const k = s.at.indexOf(from);
    const line = s.lines.findIndex(({ first, end }) => k >= first && k < end);
    // All of it is on that line.
    expect(s.lines[line]!.to).toBeGreaterThanOrEqual(from + name.length);
    from += name.length + blank.length;
    return [line, `${Math.round(s.x[k]!) / 10}${name}`] as const;
  });
  return s.lines.map((_, line) => placed.filter(([own]) => own === line).map(([, words]) => words).join(' '));
}

describe('names of a 名单 begin at stops, none is parted', () => {
  it('at 13 characters three a row, 5 ems apart; one of four has a blank of one em', () => {
    expect(rows(['马松林', '司马伟嘉', '刘　洋', '孙立群', '李　娜', '李建平'], '　　', 13, 5)).toEqual(['0马松林 5司马伟嘉 10刘　洋', '0孙立群 5李　娜 10李建平']);
  });
  it('names of two that were typed together are as wide as those of three', () => {
    expect(rows(['丁一', '马松林', '王强', '毛建国'], ' ', 13, 5)).toEqual(['0丁一 5马松林 10王强', '0毛建国']);
    expect([...set('丁一 马松林 王强', 13, { align: 'left', nameCell: 5 }).x].map((x) => x / 10)).toEqual([0, 2, 3, 5, 6, 7, 8, 10, 12]);
  });
  it('one of four that has no room any more goes to the next row whole', () => {
    expect(rows(['马松林', '刘　洋', '司马伟嘉', '孙立群'], '　', 13, 5)).toEqual(['0马松林 5刘　洋', '0司马伟嘉 5孙立群']);
  });
  it('a name with a note takes cells more, and the next one a stop', () => {
    // Closed marks: 7½ ems and 5.
    expect(rows(['于　洋（女，回族）', '王　强', '丁一（女）', '李　娜'], '　', 20, 4.25)).toEqual(['0于　洋（女，回族） 8.5王　强 12.8丁一（女）', '0李　娜']);
  });
  it('a column of eleven and one of seventeen', () => {
    expect(rows(['马松林', '刘　洋', '孙立群', '李建平'], '　', 11, 4)).toEqual(['0马松林 4刘　洋 8孙立群', '0李建平']);
    // (17 − 3) / 3, down to a 64th.
    expect(rows(['马松林', '刘　洋', '孙立群', '李建平', '周　到'], '　', 17, 298 / 64)).toEqual(['0马松林 4.7刘　洋 9.3孙立群 14李建平', '0周　到']);
  });
});
