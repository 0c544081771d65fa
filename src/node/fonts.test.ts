// Finding faces: the pinned ones of RUNTIME, a user's own, the faces of one
// folder. Installed faces are tiny fonts in a folder of the test's own; no
// test looks at what this machine has.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PINNED, inRepository } from '../../test/fixtures/fonts/pinned';
import { FONT_ROLES } from '../core/font';
import { AppError } from './app-error';
import { findPlaces, readFaceTable } from './face-table';
import { findFonts } from './fonts';
import { coverageOf, reportFaces } from './report-faces';
import { systemFaces, systemFontFolders } from './system-faces';

const root = mkdtempSync(join(tmpdir(), 'banxin-fonts-'));
afterAll(() => { rmSync(root, { recursive: true }); });
let made = 0;

/** A folder with the given files: names of tiny fonts, or a name and its content. */
function folder(...files: readonly (string | readonly [string, string | Uint8Array])[]): string {
  const path = join(root, String(made += 1));
  mkdirSync(path);
  for (const file of files) {
    if (typeof file === 'string') copyFileSync(inRepository(`test/fixtures/fonts/${file}`), join(path, file));
    else writeFileSync(join(path, file[0]), file[1]);
  }
  return path;
}

/** Resources whose table knows the tiny fonts, with only the given ones standing. */
function tinyPlaces(...standing: readonly string[]): { resources: string; packages: null } {
  const resources = folder();
  mkdirSync(join(resources, 'fonts'));
  for (const file of standing) copyFileSync(inRepository(`test/fixtures/fonts/${file}`), join(resources, 'fonts', file));
  const faceOf = (id: string, name: string, bytes: number | null) => ({ id, name, package: null, file: `${id}.ttf`, bytes, licence: 'OFL-1.1' });
  const role = (own: readonly string[], pinned: readonly string[], system: readonly string[], fallback: readonly string[]) => ({ label: '测试', weight: 400, own, pinned, system, fallback });
  const table = {
    faces: [faceOf('tiny-song', 'TinySong', statSync(inRepository('test/fixtures/fonts/tiny-song.ttf')).size), faceOf('tiny-times', 'TinyTimes', null)],
    roles: {
      song: role([], ['tiny-song'], [], ['tiny-times']),
      biaosong: role(['测试小标宋'], ['tiny-song'], [], []),
      hei: role([], ['tiny-song'], [], []),
      kai: role(['测试楷体'], ['tiny-song'], ['Tiny Biaosong'], []),
      fangsong: role([], ['tiny-times'], ['Tiny Song'], ['tiny-song']),
      times: role([], ['tiny-times'], [], []),
    },
    editions: { speech: { song: 'tiny-times' } },
  };
  writeFileSync(join(resources, 'faces.json'), JSON.stringify(table));
  return { resources, packages: null };
}

const none = { systemFolders: [] as readonly string[] };

describe('resources/faces.json', () => {
  const table = readFaceTable(findPlaces());

  it('names faces for all roles; booklets take a lighter 小标宋, the reading copy a heavier 宋', () => {
    for (const role of FONT_ROLES) expect(table.roles[role].pinned.length).toBeGreaterThan(0);
    expect(table.editions['speech']?.song).toBe('noto-serif-sc-500');
  });

  it.each([
    ['{', 'JSON'], ['{"faces":[],"roles":{}}', '缺少'], ['{"faces":[{"id":"x"}],"roles":{},"editions":{}}', 'faces'],
    ['{"faces":[],"roles":{},"editions":{}}', 'roles.song'],
  ])('a table %s is refused with a word', (text, words) => {
    const resources = folder(['faces.json', text]);
    expect(() => readFaceTable({ resources, packages: null })).toThrow(AppError);
    expect(() => readFaceTable({ resources, packages: null })).toThrow(words);
  });
});

const allHere = PINNED.every(({ file }) => existsSync(inRepository(file)));

describe.skipIf(!allHere)('the pinned faces, the same on every machine', () => {
  const found = findFonts({ system: false });

  it('lead their roles as RUNTIME has them, with nothing to report', () => {
    expect(FONT_ROLES.map((role) => found.fonts.get(role)![0]!.postscriptName)).toEqual([
      'NotoSerifSC-Regular', 'NotoSerifSC-Black', 'NotoSansSC-Medium', 'GBZenKai-Medium', 'FandolFang-Regular', 'Tinos-Regular',
    ]);
    expect(found.diagnostics).toEqual([]);
  });

  it('one face is one object in every list', () => {
    const song = found.fonts.get('song')![0]!;
    expect(found.fonts.get('kai')).toContain(song);
    expect(found.fonts.get('fangsong')).toContain(song);
  });

  it('an edition takes the face that suits it', () => {
    expect(findFonts({ system: false, edition: 'booklet' }).fonts.get('biaosong')![0]!.postscriptName).toBe('NotoSerifSC-ExtraBold');
    expect(findFonts({ system: false, edition: 'speech' }).fonts.get('song')![0]!.postscriptName).toBe('NotoSerifSC-Medium');
  });

  it('TYPESETTING, Where faces meet: the table of adjusts reaches the fonts', () => {
    const kai = found.found.find((face) => face.role === 'kai' && face.rank === 0)!;
    expect(kai.adjust()).toEqual({ rise: 0, hanScale: 1.1, stopRise: -0.12, stopShift: -0.12, quoteShift: 0.1 });
    // 国 is 0.69 em wide in the file
    const ink = kai.font.inkOf(kai.font.glyphOf('国'.codePointAt(0)!))!;
    expect((ink.xMax - ink.xMin) / kai.font.unitsPerEm).toBeCloseTo(0.69 * 1.1, 2);
    const fangsong = found.found.find((face) => face.role === 'fangsong' && face.rank === 0)!;
    expect(fangsong.adjust().rise).toBe(0.075);
    expect([kai, fangsong].map(({ font }) => font.adjust.rise)).toEqual([0, 0]);
  });

  it('rare characters of names find a face in every Chinese role (喆 堃 珺 镕 䶮 …)', () => {
    for (const role of ['song', 'biaosong', 'hei', 'kai', 'fangsong'] as const) {
      for (const character of '喆堃珺镕䶮翀昇淼赟翾') {
        expect(found.fonts.get(role)!.some((font) => font.glyphOf(character.codePointAt(0)!) !== 0), `${role} ${character}`).toBe(true);
      }
    }
  });

  it('are reported once each, with licence flag and coverage (RUNTIME: 6,763 Han in AR PL KaitiM GB, 7,942 in FandolFang, 20,992 in LXGW WenKai)', () => {
    const reports = reportFaces(found.found, (edition) => findFonts({ system: false, edition }).found);
    expect(new Set(reports.map((report) => report.file)).size).toBe(reports.length);
    const basic = (name: string): number | undefined => reports.find((report) => report.postscriptName === name)?.coverage.basic;
    expect(basic('GBZenKai-Medium')).toBe(6763);
    expect(basic('FandolFang-Regular')).toBe(7942);
    expect(basic('LXGWWenKai-Regular')).toBe(20992);
    const kai = reports.find((report) => report.roles.includes('kai'))!;
    expect(kai).toMatchObject({ fsType: 4, embeddable: true, source: 'pinned', localFamily: '文鼎ＰＬ简中楷' });
    expect(kai.coverage).toMatchObject({ level1: 3755, gb2312: 6763 });
    // What one kind of edition alone takes: a booklet's lighter 小标宋, the large-type copy's darker song.
    expect(reports.flatMap(({ postscriptName, roles, editions }) => editions.map(({ edition, role }) => [postscriptName, roles, edition, role]))).toEqual([
      ['NotoSerifSC-ExtraBold', [], 'booklet', 'biaosong'], ['NotoSerifSC-Medium', [], 'speech', 'song'],
    ]);
    expect(basic('NotoSerifSC-ExtraBold')).toBe(20992);
  });
});

describe('a face that cannot be had', () => {
  it('is substituted by an installed one of its kind, with a warning', () => {
    const found = findFonts({ system: false, places: tinyPlaces('tiny-times.ttf'), systemFolders: [folder('tiny-biaosong.ttf')], cache: folder() });
    expect(found.fonts.get('kai')![0]!.family).toBe('Tiny Biaosong');
    const kai = found.diagnostics.filter((d) => d.role === 'kai');
    expect(kai).toHaveLength(1);
    expect(kai[0]).toMatchObject({ severity: 'warning', code: 'role-substituted' });
    expect(kai[0]!.message).toContain('TinySong');
    expect(kai[0]!.message).toContain('测试小标宋');
  });

  it('else by the next pinned one, with a warning; with no face at all it is an error', () => {
    const found = findFonts({ system: false, places: tinyPlaces('tiny-song.ttf'), ...none, cache: folder() });
    expect(found.fonts.get('fangsong')![0]!.family).toBe('Tiny Song');
    expect(found.diagnostics.filter((d) => d.role === 'fangsong')).toMatchObject([{ severity: 'warning', code: 'role-substituted' }]);
    expect(found.fonts.get('times')).toEqual([]);
    expect(found.diagnostics.filter((d) => d.role === 'times')).toMatchObject([{ severity: 'error', code: 'font-missing' }]);
  });

  it('a download cut off is no face', () => {
    const places = tinyPlaces('tiny-times.ttf');
    writeFileSync(join(places.resources, 'fonts', 'tiny-song.ttf'), readFileSync(inRepository('test/fixtures/fonts/tiny-song.ttf')).subarray(0, 2000));
    const found = findFonts({ system: false, places, ...none, cache: folder() });
    expect(found.fonts.get('song')![0]!.family).toBe('Tiny Times');
  });

  it('a face broken within says its file when it is opened, and a face that nobody asks is not opened', () => {
    const places = tinyPlaces('tiny-song.ttf');
    writeFileSync(join(places.resources, 'fonts', 'tiny-times.ttf'), 'no font at all, though of some length');
    const found = findFonts({ system: false, places, ...none, cache: folder() });
    expect(found.fonts.get('song')![0]!.glyphOf(0x4e00)).toBeGreaterThan(0);
    expect(() => found.fonts.get('times')![0]!.glyphOf(0x31)).toThrow(/tiny-times\.ttf.*不是字体文件/);
    expect(() => found.fonts.get('times')![0]!.id).toThrow(AppError);
  });

  it('a face whose glyphs are broken says its file when they are read', () => {
    const places = tinyPlaces('tiny-song.ttf');
    const bytes = Uint8Array.from(readFileSync(inRepository('test/fixtures/fonts/tiny-times.ttf')));
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < view.getUint16(4); i += 1) {
      const record = 12 + i * 16;
      if (String.fromCharCode(...bytes.subarray(record, record + 4)) === 'loca') bytes.fill(0xff, view.getUint32(record + 8), view.getUint32(record + 8) + view.getUint32(record + 12));
    }
    writeFileSync(join(places.resources, 'fonts', 'tiny-times.ttf'), bytes);
    const font = findFonts({ system: false, places, ...none, cache: folder() }).fonts.get('times')![0]!;
    expect(font.glyphOf(0x41)).toBeGreaterThan(0);
    expect(() => font.inkOf(font.glyphOf(0x41))).toThrow(/tiny-times\.ttf.*超出文件/);
    expect(() => font.subset([1])).toThrow(AppError);
    expect(() => font.subset([9999])).toThrow(RangeError);
  });
});

describe("a user's own faces (G-23: use if installed, and say so when a substitute is used)", () => {
  const installed = folder('tiny-biaosong.ttf', 'tiny-restricted.ttf', ['notes.txt', 'x'], ['bad.ttf', 'x']);
  const request = { places: tinyPlaces('tiny-song.ttf', 'tiny-times.ttf'), systemFolders: [installed] };

  it('come before the pinned ones, by their Chinese names', () => {
    const found = findFonts({ system: true, ...request, cache: folder() });
    expect(found.fonts.get('biaosong')!.map((font) => font.family)).toEqual(['Tiny Biaosong', 'Tiny Song']);
    expect(found.found.find((f) => f.role === 'biaosong' && f.rank === 0)?.source).toBe('own');
    expect(found.diagnostics.some((d) => d.role === 'biaosong')).toBe(false);
  });

  it('are not looked at where the request is for pinned faces', () => {
    expect(findFonts({ system: false, ...request, cache: folder() }).fonts.get('biaosong')![0]!.family).toBe('Tiny Song');
  });

  it('one whose licence flag forbids embedding is passed over and named', () => {
    const found = findFonts({ system: true, ...request, cache: folder() });
    expect(found.fonts.get('kai')![0]!.family).toBe('Tiny Song');
    expect(found.diagnostics.filter((d) => d.role === 'kai').map((d) => d.code)).toEqual(['font-embedding-forbidden', 'role-substituted']);
  });

  it('where one is missing, its stand-in is named as information', () => {
    const found = findFonts({ system: true, ...request, systemFolders: [], cache: folder() });
    expect(found.diagnostics.find((d) => d.role === 'biaosong')).toMatchObject({ severity: 'info', code: 'role-substituted' });
    expect(found.diagnostics.find((d) => d.role === 'biaosong')?.message).toContain('测试小标宋');
  });
});

describe('the index of installed faces', () => {
  it('holds while no folder changes, and is made anew when one does', () => {
    const cache = folder();
    const fonts = folder('tiny-song.ttf');
    expect(systemFaces([fonts], cache).map((face) => face.family)).toEqual(['Tiny Song']);
    const before = statSync(join(cache, 'faces.json')).mtimeMs;
    utimesSync(join(fonts, 'tiny-song.ttf'), 1, 1);
    expect(systemFaces([fonts], cache)).toHaveLength(1);
    expect(statSync(join(cache, 'faces.json')).mtimeMs).toBe(before);
    copyFileSync(inRepository('test/fixtures/fonts/tiny-times.ttf'), join(fonts, 'b.ttf'));
    utimesSync(fonts, 100, 100); // a clock too coarse to see the copy must not make this test fail
    expect(systemFaces([fonts], cache).map((face) => face.family)).toEqual(['Tiny Times', 'Tiny Song']);
  });

  it('a folder that appears later is seen', () => {
    const cache = folder();
    const later = join(folder(), 'later');
    expect(systemFaces([later], cache)).toEqual([]);
    mkdirSync(later);
    copyFileSync(inRepository('test/fixtures/fonts/tiny-song.ttf'), join(later, 'a.ttf'));
    expect(systemFaces([later], cache)).toHaveLength(1);
  });

  it('a broken index is made anew, one that cannot be kept does no harm', () => {
    const cache = folder(['faces.json', '{"form":']);
    expect(systemFaces([folder('tiny.ttc')], cache).map((face) => [face.family, face.index])).toEqual([['Tiny Song', 0], ['Tiny Times', 1]]);
    expect(systemFaces([folder('tiny-song.ttf')], join(cache, 'faces.json', 'no folder'))).toHaveLength(1);
  });

  it.each([
    ['win32', { WINDIR: 'C:\\Windows', LOCALAPPDATA: 'C:\\Users\\u\\AppData\\Local' }, /Windows.Fonts/],
    ['darwin', {}, /Library.Fonts/],
    ['linux', {}, /\/usr\/share\/fonts/],
  ] as const)('%s keeps fonts where its users put them', (platform, env, pattern) => {
    const folders = systemFontFolders(platform, env);
    expect(folders.some((path) => pattern.test(path))).toBe(true);
    expect(folders.length).toBeGreaterThan(1);
  });
});

describe('--fonts DIR: the faces in DIR alone', () => {
  it('serve all roles, a role without a face taking the nearest with a warning', () => {
    const found = findFonts({ system: true, dir: folder('tiny-biaosong.ttf', 'tiny-song.ttf', 'tiny-times.ttf'), cache: folder() });
    expect(found.fonts.get('biaosong')![0]!.family).toBe('Tiny Biaosong');
    expect(found.fonts.get('song')![0]!.family).toBe('Tiny Song');
    expect(found.fonts.get('times')![0]!.family).toBe('Tiny Times');
    expect(found.diagnostics.map((d) => [d.role, d.code])).toEqual([['hei', 'role-substituted'], ['kai', 'role-substituted'], ['fangsong', 'role-substituted']]);
    expect(found.found.every((face) => face.source === 'folder')).toBe(true);
  });

  it('a broken file in it is named and does no harm', () => {
    const found = findFonts({ system: false, dir: folder('tiny-song.ttf', ['bad.otf', 'text']) });
    expect(found.diagnostics.some((d) => d.message.includes('bad.otf'))).toBe(true);
  });

  it.each([
    ['empty', () => folder(), 'fonts-empty', '里没有字体文件'],
    ['without fonts', () => folder(['a.txt', 'x']), 'fonts-empty', '里没有字体文件'],
    ['with broken ones alone', () => folder(['a.ttf', 'x']), 'fonts-empty', 'a.ttf'],
    ['with ones that may not be embedded alone', () => folder('tiny-restricted.ttf'), 'fonts-empty', '不许嵌入'],
    ['that is not there', () => join(folder(), 'nowhere'), 'fonts-unreadable', '打不开'],
    ['that is a file', () => join(folder('tiny-song.ttf'), 'tiny-song.ttf'), 'fonts-unreadable', '打不开'],
  ])('a folder %s is an error that names it', (_what, make, code, words) => {
    const dir = make();
    let thrown: unknown = null;
    try {
      findFonts({ system: false, dir });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AppError);
    expect((thrown as AppError).code).toBe(code);
    expect((thrown as AppError).message).toContain(dir);
    expect((thrown as AppError).message).toContain(words);
  });
});

it('coverage of a tiny face is counted by hand: 一 中 人 国 民 的', () => {
  const found = findFonts({ system: false, dir: folder('tiny-song.ttf') });
  expect(coverageOf(found.fonts.get('song')![0]!)).toEqual({ level1: 6, gb2312: 6, basic: 6 });
});
