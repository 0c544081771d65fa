// Names of a list are whole: those of a 名单 by blanks always, at any measure and whatever lines
// a column wants; those that a sentence parts by 、 where the line allows it.
import { describe, expect, it } from 'vitest';
import { fakeFont } from '../../../test/fake-font';
import { lineText } from '../../../test/laws';
import { paragraphOf } from '../../../test/paragraphs';
import { random } from '../../../test/random';
import type { Font, FontRole } from '../font';
import { breakLines } from './break-lines';
import { namesInRuns, namesInSeries } from './listed-names';
import { shape } from './shape';

const FONTS: ReadonlyMap<FontRole, readonly Font[]> = new Map([['song', [fakeFont()]]]);

const runs = (text: string): string[] => {
  const out: string[] = [];
  namesInRuns(text, (from, to) => out.push(text.slice(from, to)));
  return out;
};
const series = (text: string): string[] => {
  const out: string[] = [];
  namesInSeries(text, (from, to) => out.push(text.slice(from, to)));
  return out;
};

describe('names of a list', () => {
  it.each([
    ['江一帆　郭望晴　苏　望　慕容晓棠　林致远', '江一帆|郭望晴|苏　望|慕容晓棠|林致远'],
    ['主席团成员如下：江一帆 郭望晴 何晓棠（女，回族） 林致远。会议通过。', '江一帆|郭望晴|何晓棠（女，回族）|林致远'],
    ['丁　一　　于　洋（女）　　艾山江·买买提（维吾尔族）　　欧阳雪（女，满族）', '丁　一|于　洋（女）|艾山江·买买提（维吾尔族）|欧阳雪（女，满族）'],
    ['踔厉奋发　启新程', ''], ['（记者　江一帆　郭望晴　通讯员　何晓棠）', ''],
  ])('by blanks: %s', (text, names) => expect(runs(text).join('|')).toBe(names));

  it.each([
    ['会议由江一帆主持。郭望晴、苏望、林致远、慕容晓棠、何晓棠（女）、李明等出席。', '郭望晴|苏望|林致远|慕容晓棠|何晓棠'],
    ['领导有：郭望晴、苏望、林致远、慕容晓棠、何晓棠、李明。', '郭望晴|苏望|林致远|慕容晓棠|何晓棠|李明'],
    ['茶叶、食用菌、中药材、文化旅游、清洁能源、数字经济成为支柱。', ''],
    ['郭望晴、苏望、林致远出席。', ''],
  ])('by commas: %s', (text, names) => expect(series(text).join('|')).toBe(names));

  const SURNAMES = [...'赵钱孙李周吴郑王冯陈', '慕容', '欧阳'];
  const GIVEN = [...'一帆望晴晓棠致远明华海燕南秀'];

  it('by blanks none is parted, at any measure, with any looseness, and no line is over its measure', () => {
    const roll = random(17);
    const given = new Map<string, number>();
    const pick = (of: readonly string[]): string => of[roll(of.length)]!;
    for (let turn = 0; turn < 30; turn++) {
      const names = Array.from({ length: 12 + roll(40) }, () => {
        const family = pick(SURNAMES);
        const own = roll(10) < 7 ? pick(GIVEN) + pick(GIVEN) : pick(GIVEN);
        return family.length + own.length === 2 ? `${family}　${own}` : family + own;
      });
      const text = names.join(roll(5) < 4 ? '　' : ' ');
      for (const measure of [11, 13, 17, 20, 28]) {
        for (const looseness of [0, 1, -1]) {
          const set = breakLines(shape(paragraphOf(text, { indent: 2, punctuation: 'kaiming' }), FONTS), measure * 10, looseness);
          if (!set.issues.some(({ code }) => code === 'looseness-refused')) given.set(`${looseness} at ${measure}`, (given.get(`${looseness} at ${measure}`) ?? 0) + 1);
          const parts = set.lines.flatMap((line) => lineText(set, line).trim().split(/[ \u3000]+/));
          expect(parts.join('')).toBe(names.join('').replaceAll('　', ''));
          // Whole names, and the halves of spread ones, on one line.
          const wholes = set.lines.map((line) => ` ${lineText(set, line).trim().replaceAll('　', ' ')} `);
          for (const name of new Set(names)) expect(wholes.some((line) => line.includes(` ${name.replace('　', ' ')} `)), `${name} at ${measure}`).toBe(true);
          expect(set.issues.filter(({ code }) => code === 'line-overfull')).toEqual([]);
          expect(set.lines.every(({ right }) => right <= measure * 10 + 0.01)).toBe(true);
        }
      }
    }
    // Nearly every list can be a line longer, its blanks wider; on 13, which three names and their blanks just fill, hardly one.
    for (const measure of [11, 17, 20, 28]) expect(given.get(`1 at ${measure}`)).toBeGreaterThanOrEqual(28);
  });

  it('what a line has too much stands between the names', () => {
    const text = '江一帆　郭望晴　林致远　慕容晓棠　李南海　何晓棠　王海燕';
    const set = breakLines(shape(paragraphOf(text, { indent: 0 }), FONTS), 130);
    expect(set.lines.map((line) => lineText(set, line))).toEqual(['江一帆　郭望晴　林致远', '慕容晓棠　李南海　何晓棠', '王海燕'].map((line, i) => (i < 2 ? `${line}　` : line)));
    expect([...set.x].slice(0, 3)).toEqual([0, 10, 20]);
    expect(set.lines[0]).toMatchObject({ right: 130, gap: 0 });
  });
});
