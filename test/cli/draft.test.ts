// 改稿本 from the command line: an edition that every input has and none stores.
// Read back by poppler: where the lines and their numbers stand on paper is what
// people talk about on the telephone.
import { describe, expect, it } from 'vitest';
import { popplerLines } from '../pdf/tools';
import { expectFailure, inProject, json, useCli } from './run';

const cli = useCli();
const PACKAGE = inProject('resources/samples/yunling.banxin');

describe('export --edition draft', () => {
  it('the reports alone, every article’s text conserved; header with 稿次, day and page; line numbers 5, 10, 15 beside those lines', () => {
    const ran = cli.run('export', PACKAGE, '--edition', 'draft', '--stage', '工作稿第3稿', '--date', '2026-01-12', '-o', 'draft.pdf', '--json');
    expect(ran.code).toBe(0);
    const { pages, textConserved } = json(ran) as { pages: number; textConserved: boolean };
    expect(textConserved).toBe(true);
    // A page full of text, no quotation mark of which is set so close that the reader takes the line for two.
    const lines = popplerLines(cli.read('draft.pdf'), 4);
    expect(lines[0]).toMatch(new RegExp(`^工作稿第3稿 +2026年1月12日 +第 4 页 +共 ${pages} 页$`));
    const text = lines.slice(1);
    expect(text).toHaveLength(15);
    expect(text.flatMap((line, i) => (/^\d+ {2,}/.test(line) ? [[i + 1, Number.parseInt(line, 10)]] : []))).toEqual([[5, 5], [10, 10], [15, 15]]);
  });
  it('with --date the same bytes twice; without it today’s date and the time of day', () => {
    const draft = (name: string, ...more: string[]): Buffer => {
      expect(cli.run('export', PACKAGE, '--edition', 'draft', ...more, '-o', name).code).toBe(0);
      return cli.read(name);
    };
    expect(draft('one.pdf', '--date', '2026-01-12').equals(draft('two.pdf', '--date', '2026-01-12'))).toBe(true);
    draft('now.pdf');
    expect(popplerLines(cli.read('now.pdf'), 1)[0]).toMatch(/20\d\d年\d{1,2}月\d{1,2}日 \d\d:\d\d/);
  });
  it('of a raw text as well, and with another master by --preset', () => {
    cli.put('raw.txt', '关于云岭市政协工作的报告\n\n一年来，常委会围绕中心、服务大局，较好完成了各项任务。\n');
    cli.put('own.json', JSON.stringify({ extends: 'draft', master: { draft: { every: 1 } } }));
    const dump = cli.run('typeset', 'raw.txt', '--edition', 'draft', '--preset', 'own.json', '--dump').out;
    expect(dump.match(/\{line-number\} "1"/g)).toHaveLength(1);
    expect(dump).toContain('{line-number} "2"');
    expectFailure(cli.run('export', 'raw.txt', '--edition', 'draft', '--preset', 'N8', '-o', 'x.pdf', '--json'), 1, 'preset-mismatch');
  });
});
