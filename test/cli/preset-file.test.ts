// `--preset FILE` through the command line, on the example that both guides give:
// a user's lines × characters, cover, contents and annex, counted in the PDF by mupdf.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { charactersOf, inkStart, isFolio, linesOf, type PrintedLine } from '../pdf/placed-lines';
import { expectFailure, inProject, json, useCli } from './run';

const cli = useCli();
const SAMPLE = inProject('resources/samples/yunling.banxin');

/** The JSON that a guide shows. */
function example(guide: string): string {
  const found = /```json\n(.*?)```/s.exec(readFileSync(inProject(guide), 'utf8'));
  if (found === null) throw new Error(`${guide} shows no JSON`);
  return found[1]!;
}

describe('--preset FILE that extends a shipped preset', () => {
  it('the example of the guides: 20 lines of 26 characters, a cover, contents and the annex', () => {
    expect(JSON.parse(example('docs/guide.zh-CN.md'))).toEqual(JSON.parse(example('docs/guide.md')));
    cli.put('own.json', example('docs/guide.md'));
    const ran = cli.run('export', SAMPLE, '--edition', 'booklet', '--preset', 'own.json', '-o', 'own.pdf', '--json');
    expect(ran.code).toBe(0);
    expect(json(ran).textConserved).toBe(true);
    const bytes = cli.read('own.pdf');
    const pages = Array.from({ length: json(ran).pages as number }, (): PrintedLine[] => []);
    for (const line of linesOf(charactersOf(bytes))) pages[line.page]!.push(line);
    expect(pages[0]!.map(({ text }) => text).join('')).toContain('之二');
    const pageOf = (title: string): number => pages.findIndex((page) => page[0]?.text === title);
    const [contents, annex] = [pageOf('目录'), pageOf('名词解释')];
    expect([contents > 0, annex > contents]).toEqual([true, true]);
    // Pages of running text alone: 20 lines and the page number, 32 pt from line to line, 26 × 16 pt wide.
    const full = pages.slice(contents + 1, annex).map((page) => page.filter((line) => !isFolio(line))).filter((page) => page.every(({ chars }) => chars[0]!.size === 16) && page.length === 20);
    expect(full.length).toBeGreaterThan(5);
    for (const page of full) expect((page.at(-1)!.chars[0]!.y - page[0]!.chars[0]!.y) / 19).toBeCloseTo(32, 1);
    const reach = full.map((page) => Math.max(...page.map(({ chars }) => chars.at(-1)!).filter(({ c }) => /\p{Script=Han}/u.test(c)).map(({ x }) => x + 16)) - Math.min(...page.map(inkStart)));
    for (const width of reach) expect(width).toBeCloseTo(26 * 16, 1);
  });
  it('a misspelt name is refused with its path', () => {
    cli.put('wrong.json', '{"extends": "office", "master": {"row": 20}}');
    expect(expectFailure(cli.run('export', SAMPLE, '--edition', 'booklet', '--preset', 'wrong.json', '-o', 'x.pdf', '--json'), 1, 'preset-invalid')).toContain('master.row：没有这一项');
  });
});
