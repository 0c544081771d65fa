import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_PRESET } from '../core/model/editions';
import { LookSchema, MasterSchema, shapeError } from '../core/model/package-schema';
import { openPreset, PRESETS, shippedPreset } from './presets';

const dir = mkdtempSync(path.join(tmpdir(), 'banxin-preset-'));
afterAll(() => rmSync(dir, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const at = path.join(dir, name);
  writeFileSync(at, typeof content === 'string' ? content : JSON.stringify(content));
  return at;
};
const gb = shippedPreset('gb');

describe('the shipped presets', () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s has the shape of a look and a master, of its kind', (_id, { look, master, kind }) => {
    expect([shapeError(LookSchema, look), shapeError(MasterSchema, master)]).toEqual([null, null]);
    expect(master.kind).toBe(kind === 'newspaper' ? 'paper' : 'sheet');
  });
  it('each kind has its default', () => {
    for (const [kind, id] of Object.entries(DEFAULT_PRESET)) expect(shippedPreset(id).kind).toBe(kind === 'draft' ? 'booklet' : kind);
  });
});

describe('--preset NAME|FILE', () => {
  it('a name', async () => expect(await openPreset('T6')).toBe(shippedPreset('T6')));
  it('a file, with parts', async () => {
    const booklet = { cover: true, number: null, collect: false, contents: true, annex: true, multiple: 4 };
    const opened = await openPreset(file('own.json', { kind: 'booklet', look: gb.look, master: gb.master, booklet }));
    expect([opened.kind, opened.look, opened.booklet]).toEqual(['booklet', gb.look, booklet]);
  });
  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'preset-invalid'], ['no look', { kind: 'booklet', master: gb.master }, 'preset-invalid'],
    ['a sheet for a newspaper', { kind: 'newspaper', look: gb.look, master: gb.master }, 'preset-invalid'],
    ['a master of no lines', { kind: 'booklet', look: gb.look, master: { ...gb.master, lines: 0 } }, 'preset-invalid'],
  ])('%s is refused', async (name, content, code) => {
    await expect(openPreset(file(`${name}.json`, content))).rejects.toMatchObject({ code });
  });
  it.each<[string, unknown, string]>([
    ['a key that is missing', { look: gb.look, master: gb.master }, 'kind：缺少这一项'],
    ['a value of another kind', { kind: 'booklet', look: { ...gb.look, size: 'big' }, master: gb.master }, 'look.size：应为 数，写的是 "big"'],
    ['a number out of bounds', { kind: 'booklet', look: gb.look, master: { ...gb.master, lines: 5000 } }, 'master.lines：应为 <=1000，写的是 5000'],
  ])('%s is named in Chinese', async (_name, content, words) => {
    await expect(openPreset(file('wrong.json', content))).rejects.toMatchObject({ message: expect.stringContaining(words) as string });
  });
  it.each<[string, unknown, string]>([
    ['of the file', { extends: 'gb', lok: {} }, 'lok：没有这一项'],
    ['of the look', { extends: 'gb', look: { colour: 'red' } }, 'look.colour：没有这一项'],
    ['of a style', { extends: 'gb', look: { styles: { body: { weight: 700 } } } }, 'look.styles.body.weight：没有这一项'],
    ['a style', { extends: 'gb', look: { styles: { heading9: {} } } }, 'look.styles.heading9：没有这一项'],
    ['of the master', { extends: 'gb', master: { line: 20 } }, 'master.line：没有这一项'],
    ['of the columns', { extends: 'gb', master: { columns: { chars: 26 } } }, 'master.columns.chars：没有这一项'],
    ['of the booklet', { extends: 'gb', booklet: { toc: true } }, 'booklet.toc：没有这一项'],
    ['of everything that has a prototype', '{"extends": "gb", "look": {"__proto__": {"size": 20}}}', 'look.__proto__：没有这一项'],
    ['in a whole file', { kind: 'booklet', look: { ...gb.look, sise: 16 }, master: gb.master }, 'look.sise：没有这一项'],
  ])('a name that nothing reads, %s, is refused', async (_name, content, words) => {
    await expect(openPreset(file('wrong.json', content))).rejects.toMatchObject({ code: 'preset-invalid', message: expect.stringContaining(words) as string });
  });
  it('neither name nor file', async () => {
    await expect(openPreset(path.join(dir, 'nothing.json'))).rejects.toMatchObject({ code: 'preset-unknown' });
    await expect(openPreset(dir)).rejects.toMatchObject({ code: 'preset-unknown', message: expect.stringContaining('文件夹') as string });
  });
});

describe('a FILE that extends a shipped preset gives only what differs', () => {
  it.each([
    ['the name of the preset', { name: '云岭日报' }, '云岭日报'],
    ['where it gives its page one, that', { name: '云岭日报', master: { name: '云岭对开' } }, '云岭对开'],
    ['where it has none, that of its file', {}, 'yunling'],
  ])('a page of its own no longer bears the name of the one it came from: %s', async (_what, own, name) => {
    const json: Record<string, unknown> = { extends: 'N8', ...own, master: { columns: 7, characters: 15, ...(own as { master?: object }).master } };
    expect((await openPreset(file('yunling.json', json))).master.name).toBe(name);
  });
  const office = shippedPreset('office');
  it('20 lines of 26 characters with cover and contents: the rest is the preset’s, parts of the booklet left out are not printed', async () => {
    const opened = await openPreset(file('own.json', {
      extends: 'office', name: '市政协 20 行 × 26 字', master: { lines: 20, pitch: 32, columns: { characters: 26 } }, booklet: { cover: true, contents: true, number: '之二' },
    }));
    expect(opened).toMatchObject({ name: '市政协 20 行 × 26 字', kind: 'booklet', look: office.look });
    expect(opened.master).toEqual({ ...office.master, name: '市政协 20 行 × 26 字', lines: 20, pitch: 32, columns: { characters: 26, em: 15.793 } });
    expect(opened.booklet).toEqual({ cover: true, number: '之二', collect: false, contents: true, annex: false, multiple: 1 });
  });
  it('one key of one style, and of its run-in fellow', async () => {
    const { look } = await openPreset(file('own.json', { extends: 'office', look: { styles: { heading2: { embolden: 0 } } } }));
    expect(look.styles).toEqual({ ...office.look.styles, heading2: { role: 'kai', embolden: 0, keepWithNext: 1 }, runIn2: { role: 'kai', embolden: 0 } });
    expect(office.look.styles.heading2?.embolden).toBe(0.03);
  });
  it.each(PRESETS.map(({ id }) => [id]))('%s with nothing changed is itself', async (id) => {
    const { id: _file, name: _name, ...same } = await openPreset(file('own.json', { extends: id }));
    const { id: _id, name: _was, ...shipped } = shippedPreset(id);
    expect(same).toEqual(shipped);
  });
  // The first ink top stays on the edge of the type area: 0.88 em of the new size.
  it.each<[string, unknown, number, number, number]>([
    ['em gives the body size', { extends: 'office', master: { columns: { em: 16 } } }, 16, 16, 14.08],
    ['size gives the em', { extends: 'office', look: { size: 16 } }, 16, 16, 14.08],
    ['of a newspaper', { extends: 'N8', master: { em: 9.2 } }, 9.2, 9.2, 8.096],
    ['both are given', { extends: 'office', look: { size: 15 }, master: { columns: { em: 16 }, firstBaseline: 13 } }, 15, 16, 13],
  ])('body size and grid are one measure: %s', async (_name, content, size, em, firstBaseline) => {
    const { look, master } = await openPreset(file('own.json', content));
    expect([look.size, master.kind === 'sheet' ? master.columns.em : master.em]).toEqual([size, em]);
    expect(master.firstBaseline).toBeCloseTo(firstBaseline, 2);
  });
  it('saved by an editor that begins files with a byte order mark', async () => {
    expect((await openPreset(file('own.json', '\ufeff{"extends":"gb","master":{"lines":21}}'))).master.lines).toBe(21);
  });
  it.each<[string, unknown, string]>([
    ['a name that does not ship', { extends: 'a5' }, 'extends：没有预设 "a5"；可用 gb、office、draft、N8、N6、T6、speech'],
    ['no name', { extends: 5 }, 'extends：没有预设 5'],
    ['a value of another kind', { extends: 'gb', master: { columns: 26 } }, 'master.columns：应为 对象，写的是 26'],
    ['a number out of bounds', { extends: 'gb', master: { lines: 0 } }, 'master.lines：应为 >=1，写的是 0'],
    ['another kind of page', { extends: 'gb', kind: 'newspaper' }, '版面与版式的种类不合'],
    ['a cover of a large-type copy', { extends: 'speech', booklet: { cover: true } }, 'booklet：只有会议文件单行本有这一项'],
    // 60 × 15.793 pt, and 39 × 29.619 + 15.793 pt, on A4; 8 columns of 20 with 7 gaps of 1, in 9 pt, on 390 mm.
    ['a type area wider than its sheet', { extends: 'gb', master: { columns: { characters: 60 } } }, 'master：版心宽 947.6 pt、左边空 79.4 pt，纸宽 595.3 pt，放不下'],
    ['a type area higher than its sheet', { extends: 'gb', master: { lines: 40 } }, 'master：版心高 1170.9 pt、上边空 104.9 pt，纸高 841.9 pt，放不下'],
    ['lines one over another', { extends: 'gb', master: { pitch: 5 } }, 'master.pitch：行距 5 pt 比正文的字 15.8 pt 还小，上下行会叠在一起'],
    ['columns wider than their sheet', { extends: 'N8', master: { characters: 20 } }, 'master：版心宽 1503 pt、左边空 53.3 pt，纸宽 1105.5 pt，放不下'],
    ['a margin below nothing', { extends: 'gb', master: { inner: -1 } }, '左边空 -1 pt'],
    ['a list', ['gb'], '应为对象'],
  ])('%s is refused in Chinese', async (_name, content, words) => {
    await expect(openPreset(file('wrong.json', content))).rejects.toMatchObject({ code: 'preset-invalid', message: expect.stringContaining(words) as string });
  });
});
