import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleEditions, samplePackage } from '../../test/sample-package';
import { makeEdition } from '../core/model/editions';
import type { Edition, Package } from '../core/model/package';
import { readBack } from '../pdf/read-back';
import { exportPdf } from './export';
import { ExportRefused, type ExportJob } from './export-edition';
import { findFonts } from './fonts';
import { shippedPreset } from './presets';

const fonts = findFonts({ system: false, edition: 'booklet' });
const booklet: Edition = { ...makeEdition(shippedPreset('gb'), ['report', 'brief'], 'booklet'), booklet: sampleEditions[0]!.booklet };

let dir = '';
beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'banxin-export-')); });
afterEach(() => rmSync(dir, { recursive: true }));

const target = (): string => path.join(dir, 'out.pdf');
const job = (more: Partial<ExportJob> = {}): ExportJob => ({ pkg: samplePackage, edition: booklet, target: target(), fonts, date: null, accept: [], ...more });
const at = (stage: string | null): Package => ({ ...samplePackage, stage });

function refusal(more: Partial<ExportJob>): ExportRefused {
  try {
    exportPdf(job(more));
  } catch (error) {
    if (error instanceof ExportRefused) return error;
    throw error;
  }
  throw new Error('it was exported');
}

describe('an export answers what it wrote', () => {
  it('pages, bytes, faces, and that every article’s text is in the file', () => {
    const result = exportPdf(job());
    const bytes = readFileSync(target());
    const read = readBack(bytes);
    expect([result.bytes, result.pages, result.textConserved]).toEqual([bytes.length, read.pages, true]);
    expect(read.articles.get('report')).toContain('固本铸魂。');
    expect(result.fonts.map(({ family, embedded }) => [family, embedded])).toContainEqual(['FandolFang', true]);
    expect(result.fonts.every(({ file, glyphs }) => /\.(ttf|otf)$/.test(file) && glyphs > 0)).toBe(true);
    expect(result.generated).toContain('— 1 —');
    expect(result.faces.fangsong?.name).toBe('FandolFang');
  });
  it('the same package gives the same bytes', () => {
    exportPdf(job());
    const first = readFileSync(target());
    exportPdf(job());
    expect(readFileSync(target()).equals(first)).toBe(true);
  });
  it('tells its phases in order', () => {
    const phases: string[] = [];
    exportPdf(job({ onPhase: (phase) => phases.push(phase) }));
    expect(phases).toEqual(['typeset', 'write', 'check']);
  });
  it.each([['2026-13-45'], ['二〇二六年一月']])('a meeting whose record opens on %s, which is no day, is exported without a date', (opens) => {
    const pkg: Package = { ...samplePackage, meeting: { ...samplePackage.meeting, opens } };
    expect(exportPdf(job({ pkg, edition: { ...booklet, date: null } })).textConserved).toBe(true);
    expect(readFileSync(target(), 'latin1')).not.toContain('/CreationDate');
  });
  it.each<[string | null, string]>([['2025-12-31', '20251231'], [null, '20260112']])('--date %s: the PDF’s date is %s', (date, stamp) => {
    exportPdf(job({ date }));
    expect(readFileSync(target(), 'latin1')).toContain(`D:${stamp}`);
  });
  it('another face than last time is said', () => {
    const changed = { ...booklet, faces: { fangsong: { name: '仿宋', hash: 'x' } } };
    expect(exportPdf(job({ edition: changed })).diagnostics.filter(({ code }) => code === 'face-changed').map(({ message }) => message)).toEqual(['上次输出用“仿宋”，这次用“FandolFang”']);
  });
});

it('a picture that cannot be printed is refused whatever is accepted', () => {
  const paper = makeEdition(shippedPreset('N8'), ['brief'], 'paper');
  const picture = { asset: 'x.png', caption: '', width: 1500, height: 1000, columns: 1 };
  const refused = refusal({ pkg: { ...samplePackage, pictures: { brief: picture } }, edition: paper, accept: ['picture-unfit'] });
  expect([refused.code, refused.acceptable, readdirSync(dir)]).toEqual(['picture-unfit', [], []]);
  expect(refused.message).toBe('第1版的图片（“会议举行”的配图）不在文稿包里了，印不出来：在“配图”里重新选图');
});

describe('open placeholders: a 工作稿 warns, the stages to 市委审定稿 ask, the last three refuse', () => {
  it.each([null, '工作稿'])('%s: exported with warnings', (stage) => {
    const { diagnostics } = exportPdf(job({ pkg: at(stage) }));
    expect(diagnostics.filter(({ code }) => code === 'placeholder-open').map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
  it('征求意见稿: refused with the list, then exported with ×× where accepted', () => {
    const refused = refusal({ pkg: at('征求意见稿') });
    expect([refused.code, refused.acceptable, readdirSync(dir)]).toEqual(['placeholder-open', ['placeholder-open'], []]);
    expect(refused.diagnostics.filter(({ code }) => code === 'placeholder-open')).toHaveLength(2);
    exportPdf(job({ pkg: at('征求意见稿'), accept: ['placeholder-open'] }));
    expect(readBack(readFileSync(target())).articles.get('report')).toContain('收到提案××件');
  });
  it('大会稿: no --accept helps', () => {
    const refused = refusal({ pkg: at('大会稿'), accept: ['placeholder-open'] });
    expect([refused.code, refused.acceptable, readdirSync(dir)]).toEqual(['placeholder-open', [], []]);
    expect(refused.message).toContain('大会稿不能带着待填、待核之处输出');
  });
});

describe('never half a file', () => {
  it.each(['open', 'write', 'sync', 'rename'] as const)('disk full at %s: the old file stands', (point) => {
    writeFileSync(target(), 'old');
    const fault = (here: string): void => { if (here === point) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' }); };
    expect(() => exportPdf(job({ fault }))).toThrow(expect.objectContaining({ code: 'write-failed', message: expect.stringContaining('磁盘已满') as string }) as Error);
    expect([readFileSync(target(), 'utf8'), readdirSync(dir)]).toEqual(['old', ['out.pdf']]);
  });
  it('a folder that is not there', () => {
    expect(() => exportPdf(job({ target: path.join(dir, 'no', 'x.pdf') }))).toThrow(expect.objectContaining({ code: 'write-failed' }) as Error);
  });
  const kept = mkdtempSync(path.join(tmpdir(), 'banxin-other-'));
  const file = (name: string): string => path.join(kept, name);
  beforeAll(() => {
    exportPdf(job({ pkg: at('征求意见稿'), accept: ['placeholder-open'], target: file('accepted.pdf') }));
    exportPdf(job({ edition: { ...booklet, articles: ['report'] }, target: file('report.pdf') }));
  });
  afterAll(() => rmSync(kept, { recursive: true }));
  // What a failing disk or an error of ours would do to the file, done as the check begins.
  describe.each<[string, (temporary: string) => void, string, string]>([
    ['a file cut short', (temporary) => truncateSync(temporary, 5000), 'pdf-unsound', '没有通过检查'],
    ['a page that prints ×× for a figure', (temporary) => copyFileSync(file('accepted.pdf'), temporary), 'text-not-conserved', '输出的 PDF 与稿件“report”的文字不一致'],
    ['a page that lacks an article', (temporary) => copyFileSync(file('report.pdf'), temporary), 'text-not-conserved', '输出的 PDF 与稿件“brief”的文字不一致'],
  ])('%s fails the check', (_name, damage, code, words) => {
    it.each([['an old file stands', 'old'], ['no file is left', null]])('%s', (_title, old) => {
      if (old !== null) writeFileSync(target(), old);
      let damaged = 0;
      const onPhase = (phase: string): void => {
        if (phase !== 'check') return;
        for (const name of readdirSync(dir).filter((one) => one.endsWith('.tmp'))) {
          damage(path.join(dir, name));
          damaged += 1;
        }
      };
      expect(() => exportPdf(job({ onPhase }))).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) as string }) as Error);
      expect(damaged).toBe(1);
      expect(readdirSync(dir)).toEqual(old === null ? [] : ['out.pdf']);
      if (old !== null) expect(readFileSync(target(), 'utf8')).toBe(old);
    });
  });
});
