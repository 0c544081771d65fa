// A page of one's own from numbers: what is expected is worked out by hand from a page of 400 × 560 mm
// with 7 columns of 14 characters of 9 pt, gap 1 character, 130 lines of 11 pt.
import { describe, expect, it } from 'vitest';
import { PRESETS, shippedPreset } from '../../node/presets';
import type { PaperMaster } from './master';
import { OWN_PAGE, type OwnPage, ownPage, readOwnPage } from './own-page';
import { presetText } from './preset-text';
import { readPreset } from './read-preset';

const N8 = shippedPreset('N8');
const master = N8.master as PaperMaster;
const FORM: OwnPage = { name: '市报 7 栏', width: '400', height: '560', left: '20', top: '30', columns: '7', characters: '14', gap: '1', lines: '130', em: '9', pitch: '11' };
const wrongOf = (change: Partial<OwnPage>): Readonly<Partial<Record<keyof OwnPage, string>>> => {
  const read = readOwnPage({ ...FORM, ...change }, N8);
  return read.ok ? {} : read.wrong;
};

describe('a newspaper page of one’s own', () => {
  it.each(PRESETS.filter(({ kind }) => kind === 'newspaper').map((preset) => [preset.id, preset] as const))('%s with nothing changed is itself to the last digit, but for its name', (_, preset) => {
    const read = readOwnPage(ownPage(preset.master as PaperMaster, '又名'), preset);
    if (!read.ok) throw new Error(JSON.stringify(read.wrong));
    expect(read.preset).toEqual({ ...preset, id: OWN_PAGE, name: '又名', master: { ...preset.master, name: '又名' } });
  });

  it('comes back from its file as it was, wherever it is read', () => {
    for (const form of [FORM, { ...FORM, em: '8.5', columns: '6' }]) {
      const read = readOwnPage(form, N8);
      if (!read.ok) throw new Error(JSON.stringify(read.wrong));
      // The other machine may ship other pages, or none.
      const back = readPreset(JSON.parse(presetText(read.preset)), OWN_PAGE, []);
      expect(back).toEqual({ ok: true, preset: read.preset });
    }
    for (const preset of PRESETS) expect(readPreset(JSON.parse(presetText(preset)), preset.id, [])).toEqual({ ok: true, preset });
  });

  it('is what was written, in pt', () => {
    const read = readOwnPage(FORM, N8);
    if (!read.ok) throw new Error(JSON.stringify(read.wrong));
    const page = read.preset.master as PaperMaster;
    expect(page).toMatchObject({ columns: 7, characters: 14, gap: 1, lines: 130, em: 9, pitch: 11, name: '市报 7 栏' });
    expect([page.width, page.height, page.left, page.top].map((pt) => Number(((pt * 25.4) / 72).toFixed(3)))).toEqual([400, 560, 20, 30]);
    // (7 × 14 + 6) × 9 pt = 936 pt = 330.2 mm; 129 × 11 + 9 = 1428 pt = 503.8 mm.
    expect(read.facts).toBe('版心 330.2 × 503.8 毫米，右边空 49.8 毫米，下边空 26.2 毫米；一版满排 12740 字');
  });

  it('another size takes the look and the first baseline with it', () => {
    const read = readOwnPage({ ...FORM, em: '8', characters: '13' }, N8);
    if (!read.ok) throw new Error(JSON.stringify(read.wrong));
    expect([read.preset.look.size, (read.preset.master as PaperMaster).firstBaseline]).toEqual([8, (master.firstBaseline * 8) / master.em]);
  });

  it('what does not fit is said with what would: that fits', () => {
    // (9 × 15 + 8) × 9 = 1287 pt = 454.0 mm, with 20 mm beside 74 mm too wide; 380 mm = 1077.2 pt hold 119.7 characters.
    const { columns } = wrongOf({ columns: '9', characters: '15' });
    expect(columns).toBe('横着放不下：版心宽 454 毫米，加左边空 20 毫米，比纸宽多 74 毫米。改为 7 栏，或每栏 12 字，或字小到 7.5 磅，或左边空小些、纸宽些');
    for (const change of [{ columns: '7', characters: '15' }, { columns: '9', characters: '12' }, { columns: '9', characters: '15', em: '7.5' }]) expect(wrongOf(change)).toEqual({});
    expect(wrongOf({ columns: '9', characters: '13' }).columns).toBeDefined();
    const { lines } = wrongOf({ lines: '150' });
    expect(lines).toContain('改为 136 行，或行距小到 10.02 磅');
    for (const change of [{ lines: '136' }, { lines: '150', pitch: '10.02' }]) expect(wrongOf(change)).toEqual({});
    expect(wrongOf({ lines: '137' }).lines).toBeDefined();
  });

  it('what is no number, or none that can be, is said at its line; full-width digits are digits', () => {
    expect(wrongOf({ width: '宽', columns: '7.5', pitch: '8', name: ' ' })).toEqual({ width: '写数，100 到 1000 毫米', columns: '写整数，1 到 24 栏', name: '起个名字，列表和送稿单里用' });
    expect(wrongOf({ pitch: '8' })).toEqual({ pitch: '行距比字还小，上下行会叠在一起：至少 9 磅' });
    expect(wrongOf({ columns: '７' })).toEqual({});
    expect(readOwnPage({ ...FORM, characters: '10' }, N8)).toMatchObject({ ok: true, facts: expect.stringContaining('每栏不到 11 字') as string });
  });
});
