// Which face serves which role, on plain records: names as Windows, macOS and
// Founder give them.
import { describe, expect, it } from 'vitest';
import type { FontRole } from '../core/font';
import { findPlaces, readFaceTable } from './face-table';
import { faceByName, indexByName, isForeign, matchRole, plainName, roleOf } from './match-faces';
import type { ScannedFace } from './scan-faces';

function face(names: string | readonly string[], more: Partial<ScannedFace> = {}): ScannedFace {
  const all = typeof names === 'string' ? [names] : names;
  return {
    path: `/fonts/${all[0]}.ttf`, index: 0, names: all, family: all[0]!, localFamily: all.at(-1)!, weight: 400,
    isSerif: false, isVariable: false, italic: false, fsType: 0, embeddable: true, hasHan: true, ...more,
  };
}

const table = readFaceTable(findPlaces());

describe('a face is known by any of its names', () => {
  it.each([
    ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong B05S'], ['仿宋_GB2312', '仿宋GB2312'], ['KaiTi_GB2312', 'kaiti gb2312'],
  ])('%s is %s: blanks, hyphens, underscores and case say nothing', (a, b) => {
    expect(plainName(a)).toBe(plainName(b));
  });

  it('the first name of the list that any face has wins, whatever the order of the files', () => {
    const faces = indexByName([face(['SimSun', '宋体']), face(['FZShuSong-Z01', '方正书宋简体'])]);
    expect(faceByName(faces, table.roles.song.own, 400)?.family).toBe('FZShuSong-Z01');
  });

  it('of several weights of a family the nearest to the role is taken', () => {
    const faces = indexByName([300, 400, 700, 900].map((weight) => face('Noto Serif CJK SC', { weight })));
    expect(faceByName(faces, table.roles.biaosong.system, table.roles.biaosong.weight)?.weight).toBe(900);
    expect(faceByName(faces, table.roles.song.system, table.roles.song.weight)?.weight).toBe(400);
  });

  it('an italic and a variable face are passed over (its default instance may be any weight)', () => {
    expect(faceByName(indexByName([face('SimSun', { italic: true }), face('SimSun', { isVariable: true })]), ['SimSun'], 400)).toBeNull();
  });
});

describe("what a face's name says of its role, where the table does not know it", () => {
  it.each<readonly [readonly string[], FontRole | null]>([
    [['某某小标宋简'], 'biaosong'], [['HYXiBiaoSongXX', '某某标宋'], 'biaosong'], [['STZhongsong', '华文中宋'], 'biaosong'],
    [['某某仿宋'], 'fangsong'], [['SomeFangSong GB'], 'fangsong'], [['某某楷体'], 'kai'], [['Some Kai'], 'kai'],
    [['某某黑体'], 'hei'], [['Some Sans SC'], 'hei'], [['Microsoft YaHei'], 'hei'], [['某某宋'], 'song'], [['Some Serif SC'], 'song'],
    [['Handwriting 手写'], null],
  ])('%j: %s', (names, role) => {
    expect(roleOf(face(names))).toBe(role);
  });

  it('a face without Chinese serves no Chinese role: DejaVu Serif is no 宋体', () => {
    expect(roleOf(face('DejaVu Serif', { hasHan: false }))).toBeNull();
    expect(roleOf(face('Times New Roman', { hasHan: false }))).toBe('times');
  });
});

describe('matchRole: a folder of faces as a role takes them', () => {
  it.each<readonly [FontRole, readonly string[], string, boolean]>([
    ['kai', ['Noto Serif SC', 'KaiTi'], 'KaiTi', false],
    ['kai', ['Noto Sans SC', 'Noto Serif SC', 'FangSong'], 'FangSong', true],
    ['kai', ['Noto Sans SC', 'Noto Serif SC'], 'Noto Serif SC', true],
    ['biaosong', ['Noto Sans SC', 'SimSun'], 'SimSun', true],
    ['hei', ['SimSun', 'KaiTi'], 'SimSun', true],
    ['song', ['Noto Serif CJK JP', 'Noto Serif CJK SC'], 'Noto Serif CJK SC', false],
    ['song', ['Noto Serif CJK JP', 'Noto Sans CJK SC'], 'Noto Sans CJK SC', true],
  ])('%s out of %j: %s (substituted: %s)', (role, names, first, substituted) => {
    const match = matchRole(role, names.map((name) => face(name)), table);
    expect(match.faces[0]?.family).toBe(first);
    expect(match.substituted).toBe(substituted);
    expect(match.faces).toHaveLength(names.length); // the rest stay as fallbacks
  });

  it('the regular weight of a family that is named for 小标宋 is none; 华文中宋 calls itself one', () => {
    const first = (...faces: ScannedFace[]): [string | undefined, number | undefined, boolean] => {
      const { faces: [lead], substituted } = matchRole('biaosong', faces, table);
      return [lead?.family, lead?.weight, substituted];
    };
    expect(first(face('Noto Serif SC'))).toEqual(['Noto Serif SC', 400, true]);
    expect(first(face('Noto Serif SC'), face('Noto Serif SC', { weight: 700 }))).toEqual(['Noto Serif SC', 700, false]);
    expect(first(face('STZhongsong'), face('Noto Serif SC', { weight: 900 }))).toEqual(['STZhongsong', 400, false]);
  });

  it("an edition's own choice comes before the other faces of the role", () => {
    const faces = ['NotoSerifSC-Black', 'NotoSerifSC-ExtraBold'].map((name) => face(name));
    expect(matchRole('biaosong', faces, table).faces[0]?.family).toBe('NotoSerifSC-Black');
    expect(matchRole('biaosong', faces, table, 'booklet').faces[0]?.family).toBe('NotoSerifSC-ExtraBold');
  });

  it('a variable face serves where there is no static one', () => {
    expect(matchRole('hei', [face('Noto Sans SC', { isVariable: true })], table)).toMatchObject({ substituted: false });
    expect(matchRole('hei', [face('Noto Sans SC', { isVariable: true }), face('SimHei')], table).faces[0]?.family).toBe('SimHei');
  });

  it('a face of Japan or Taiwan stands last, one without Chinese behind it', () => {
    const faces = [face('Latin', { hasHan: false }), face('Noto Sans CJK JP'), face('Handwriting')];
    expect(matchRole('song', faces, table).faces.map((f) => f.family)).toEqual(['Handwriting', 'Noto Sans CJK JP', 'Latin']);
  });

  it.each([['Noto Serif CJK JP', true], ['Noto Sans HK', true], ['MingLiU', true], ['Noto Serif CJK SC', false], ['方正书宋', false]])('%s draws Han in a foreign form: %s', (name, foreign) => {
    expect(isForeign(face(name))).toBe(foreign);
  });
});
