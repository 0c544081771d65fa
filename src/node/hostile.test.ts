// Hostile texts through the whole chain, from bytes to the checked file (issue 2
// §8): each gives a page that holds its text, or an AppError in plain words.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseEdition, DEFAULT_PRESET } from '../core/model/editions';
import { readBack } from '../pdf/read-back';
import { AppError } from './app-error';
import { exportPdf } from './export';
import { ExportRefused, type ExportResult } from './export-edition';
import { findFonts } from './fonts';
import { readText } from './package-store';
import { shippedPreset } from './presets';

const KINDS = ['booklet', 'newspaper', 'speech'] as const;
let dir = '';
beforeAll(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-hostile-')); });
afterAll(() => rmSync(dir, { recursive: true }));

const target = (): string => path.join(dir, 'h.pdf');

async function set(content: string | Uint8Array, kind: (typeof KINDS)[number], accept: readonly string[] = []): Promise<ExportResult> {
  const { pkg } = await readText(typeof content === 'string' ? Buffer.from(content) : content, 'h.txt');
  const choice = chooseEdition(pkg, { edition: kind, article: null, preset: null }, (of) => shippedPreset(DEFAULT_PRESET[of]));
  if (!choice.ok) throw new AppError(choice.code, choice.message);
  return exportPdf({ pkg, edition: choice.edition, target: target(), fonts: findFonts({ system: false, edition: kind }), date: null, accept });
}

describe('a correct page', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['only punctuation', '。，、；：？！“”‘’（）《》——……', '。，、；：？！'], ['no Han at all', 'The quick brown fox jumps over the lazy dog. '.repeat(30), 'quickbrown'],
    ['one character', '字', '字'], ['a number of 300 digits', '1'.repeat(300), '1'.repeat(300)], ['a lone surrogate in UTF-16', new Uint8Array([0xff, 0xfe, 0x57, 0x5b, 0, 0xd8, 0x57, 0x5b]), '字\ufffd字'],
    ['one opening bracket a line', '（\n'.repeat(40), '（（（'], ['a run of closers', `正文${'）'.repeat(200)}`, '）'.repeat(200)],
  ])('%s, in each edition', async (_name, content, word) => {
    for (const kind of KINDS) {
      const { pages, textConserved } = await set(content, kind);
      expect([pages > 0, textConserved]).toEqual([true, true]);
      expect([...readBack(readFileSync(target())).articles.values()].join('').replace(/\s/g, '')).toContain(word);
    }
  });
  it('one paragraph of 200,000 characters', async () => {
    expect(await set('工作报告全文。'.repeat(28_572), 'booklet')).toMatchObject({ textConserved: true });
  });
  it('50,000 paragraphs of one character', async () => {
    expect(await set('字\n'.repeat(50_000), 'booklet')).toMatchObject({ textConserved: true });
  });
});

describe('a clear error', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'article-none'], ['blank lines', '\n\n　\n', 'article-none'], ['controls', 'a\tb\u0001c\u0007d', 'not-text'], ['zero bytes', new Uint8Array(999), 'not-text'],
  ])('%s', async (_name, content, code) => {
    for (const kind of KINDS) await expect(set(content, kind)).rejects.toMatchObject({ code, message: expect.stringMatching(/\p{Script=Han}/u) as string });
  });
  it('characters that no face has are named; accepted, they are printed as boxes', async () => {
    const text = '一、𠀀𪚥😀👨‍👩‍👧‍👦工作';
    const refused = await set(text, 'booklet').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ExportRefused);
    expect((refused as ExportRefused).diagnostics.filter(({ code }) => code === 'glyph-missing').map(({ message }) => message).join()).toContain('😀');
    expect((refused as ExportRefused).diagnostics.find(({ message }) => message.includes('“😀”'))?.suggestion).toContain('把“😀”删去');
    expect((await set(text, 'booklet', ['glyph-missing'])).pages).toBe(1);
  });
});
