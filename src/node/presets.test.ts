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
    for (const [kind, id] of Object.entries(DEFAULT_PRESET)) expect(shippedPreset(id).kind).toBe(kind);
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
  it('neither name nor file', async () => {
    await expect(openPreset(path.join(dir, 'nothing.json'))).rejects.toMatchObject({ code: 'preset-unknown' });
    await expect(openPreset(dir)).rejects.toMatchObject({ code: 'preset-unknown', message: expect.stringContaining('文件夹') as string });
  });
});
