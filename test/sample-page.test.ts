// A real report page as a newspaper's site gives it (BANXIN_SAMPLE, else beside the
// checkout; skipped where there is none, and nothing of its text stands here):
// TYPESETTING §0 and §8, tests 5 and 6, and every edition's fit.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectWords, json, useCli } from './cli/run';
import { charactersOf, inkStart, isFolio, linesOf, measure, offGrid } from './pdf/placed-lines';
import { mupdfText, popplerFonts, qpdfCheck } from './pdf/tools';
import { realSample } from './real-sample';

const SAMPLE = realSample();
const TITLE = /^中国人民政治协商会议..市第九届委员会常务委员会工作报告$/;
const cli = useCli();

interface Heading { readonly level: number; readonly number: string; readonly runIn: boolean; readonly line: number }
interface Query { readonly kind: string; readonly lines: number[] }

describe.skipIf(!existsSync(SAMPLE))('the sample page', () => {
  it('test 6: its report, joins and questions, and no silent change', () => {
    const ran = cli.run('import', SAMPLE, '-o', 'page.banxin', '--json');
    expect(ran.code).toBe(0);
    expectWords(ran);
    const page = json(ran);
    const articles = page.articles as { id: string; kind: string; characters: number; lines: number[]; headings: Heading[]; [field: string]: unknown }[];
    expect(articles.map(({ kind }) => kind).sort()).toEqual(['continuation', 'editorial', 'news', 'report']);
    const report = articles.find(({ kind }) => kind === 'report')!;
    expect(report).toMatchObject({
      title: expect.stringMatching(TITLE) as string, occasion: expect.stringMatching(/^在政协..市第九届委员会第三次会议上$/) as string, date: '2024-01-08', dateText: '2024年1月8日',
      speaker: expect.stringMatching(/^\p{Script=Han}{2}$/u) as string, salutation: '各位委员', characters: 6824,
    });
    expect(report.headings.map(({ level, number }) => `${level}${number}`).join(' ')).toBe('1一 2一 2二 2三 2四 2五 1二 2一 2二 2三 2四');

    const joins = page.joins as { beforeLine: number; afterLine: number; certain: boolean }[];
    const inReport = joins.filter(({ beforeLine }) => report.lines.includes(beforeLine));
    expect(inReport.filter(({ certain }) => certain)).toHaveLength(4);
    expect(inReport.filter(({ certain }) => !certain).map(({ beforeLine, afterLine }) => [beforeLine, afterLine])).toEqual([[44, 46]]);
    expect(joins.filter(({ beforeLine, afterLine, certain }) => certain && beforeLine === 72 && afterLine === 84)).toEqual([]);
    const queries = page.queries as Query[];
    expect(queries.filter(({ kind }) => kind === 'unmatched-quote')).toHaveLength(1);
    expect(queries.filter(({ kind }) => kind === 'repeat').length).toBeGreaterThanOrEqual(7);
    // §0: 18 pairs of half-width brackets, each a listed change, and nothing else.
    const changes = page.changes as { kind: string; from: string; to: string }[];
    expect(new Set(changes.map(({ kind, from, to }) => `${kind} ${from}→${to}`))).toEqual(new Set(['bracket (→（', 'bracket )→）']));
    expect(changes).toHaveLength(36);

    // Every line that holds text is in one article or in noise, once.
    const lines = [...articles.flatMap((article) => article.lines), ...(page.noise as { line: number }[]).map(({ line }) => line)].sort((a, b) => a - b);
    expect(lines).toEqual(readFileSync(SAMPLE, 'utf8').split(/\r\n|\r|\n/).flatMap((text, i) => (text.trim() === '' ? [] : [i + 1])));
  });

  const size = (edition: string): number => (edition === 'booklet' ? 15.793 : edition === 'speech' ? 22 : 9);
  // worst gap and share of lines over 0.12 em as the issue bounds them (§4) at 28, 18, 13, 17 and 11 characters
  it.each<[string, string, number, number]>([
    ['booklet', 'gb', 0.12, 0], ['booklet', 'office', 0.12, 0], ['speech', 'speech', 0.18, 0.005], ['newspaper', 'N8', 0.24, 0.006], ['newspaper', 'N6', 0.18, 0.004], ['newspaper', 'T6', 0.35, 0.013],
  ])('%s %s: sound, whole, K alone, and well set', (edition, preset, worst, loose) => {
    const file = `${preset}.pdf`;
    const ran = cli.run('export', SAMPLE, '--edition', edition, '--preset', preset, '-o', file, '--json');
    const done = json(ran);
    expect([ran.code, done.textConserved]).toEqual([0, true]);
    expect((done.diagnostics as { severity: string }[]).filter(({ severity }) => severity === 'error')).toEqual([]);
    const bytes = cli.read(file);
    expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors');
    for (const { emb, uni } of popplerFonts(bytes)) expect([emb, uni]).toEqual(['yes', 'yes']);
    // The report's 6,824 characters and its title stand in another program's text.
    expect(mupdfText(bytes)).toMatch(new RegExp(TITLE.source.slice(1, -1)));
    expect(mupdfText(bytes).length).toBeGreaterThan(6824);
    const found = measure(linesOf(charactersOf(bytes)), size(edition));
    expect({ forbidden: found.forbidden, cut: found.cut, lone: found.lone, tight: found.tight }).toEqual({ forbidden: [], cut: [], lone: [], tight: [] });
    expect(found.worst.gap).toBeLessThanOrEqual(worst);
    expect(found.loose.length).toBeLessThanOrEqual(Math.ceil(loose * found.lines));
  });

  it('test 5: on N8 all unboxed baselines on one grid, and the report takes as many lines as N-03 reckons', () => {
    cli.run('export', SAMPLE, '--edition', 'newspaper', '--article', (json(cli.run('outline', SAMPLE, '--json')).articles as { id: string; kind: string }[]).find(({ kind }) => kind === 'report')!.id, '-o', 'n8.pdf');
    const lines = linesOf(charactersOf(cli.read('n8.pdf')));
    const height = 550 * (72 / 25.4);
    expect(offGrid(lines, 9, 'NotoSerifSC-Regular', (height - (122 * 11.25 + 9)) / 2 + 0.88 * 9, 11.25)).toEqual([]);
    // N-03: 530 lines of 13, 410 of 17, 350 of 20, so about 6,950 em of lines, in whatever measure the columns are broken (三破二, 八破五).
    const body = lines.filter(({ chars }) => Math.abs(chars[0]!.size - 9) < 0.1);
    const ems = body.map((line) => (line.chars.at(-1)!.x - inkStart(line)) / 9 + 1).sort((a, b) => a - b);
    const measured = ems[Math.floor(ems.length * 0.7)]!;
    expect(measured).toBeGreaterThan(12.4);
    expect(Math.abs((body.length * measured) / 6950 - 1)).toBeLessThan(0.06);
  });

  it('N-03: the page’s report, editorial, brief and jump stand on one broadsheet page, almost full; a tabloid takes two', () => {
    const pages = (preset: string): { pages: unknown; missing: number } => {
      const done = json(cli.run('export', SAMPLE, '--edition', 'newspaper', '--preset', preset, '-o', `${preset}.pdf`, '--json'));
      const said = (done.diagnostics as { code: string; message: string }[]).filter(({ message }) => message.includes('没有排满')).map(({ message }) => Number(/缺 (\d+) 行/.exec(message)![1]));
      return { pages: done.pages, missing: said[0] ?? 0 };
    };
    for (const preset of ['N8', 'N6']) {
      const found = pages(preset);
      expect(found.pages, preset).toBe(1);
      // Of 984 lines of 13 characters, or 738 of 17.
      expect(found.missing, preset).toBeLessThan(50);
    }
    expect(pages('T6').pages).toBe(2);
  });

  it('G-03: the booklet holds 22 lines on each full page, about 12 pages (N-03)', () => {
    cli.run('export', SAMPLE, '--edition', 'booklet', '-o', 'b.pdf');
    const pages = charactersOf(cli.read('b.pdf'));
    expect(Math.abs(pages.length - 12)).toBeLessThanOrEqual(1);
    const lines = linesOf(pages).filter((line) => !isFolio(line));
    for (let page = 1; page < pages.length - 1; page++) {
      const rows = new Set(lines.filter((line) => line.page === page).map(({ chars }) => Math.round((chars[0]!.y + 1.5) / 29.619)));
      expect([page + 1, rows.size]).toEqual([page + 1, 22]);
    }
  });
});
