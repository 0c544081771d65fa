// Open placeholders and doubts by stage, and ranges left out by an edition (DESIGN,
// "Open placeholders and doubts", Edition; COMMANDS, Export), through the command
// line on a package made here, its PDFs read by poppler.
import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Package } from '../../src/core/model/package';
import { writePackage } from '../../src/core/model/package-file';
import { article, doc, field, h, lead, marked, omit, p, packageOf, par, placeholder, table } from '../build';
import { DAILY, shipped } from '../build-edition';
import { popplerText } from '../pdf/tools';
import { expectFailure, expectWords, json, useCli, type Ran } from './run';

const cli = useCli();

interface Said { readonly code: string; readonly severity: string; readonly message: string; readonly at: { readonly article: string; readonly block: number; readonly field: string | null; readonly from: number; readonly to: number; readonly line: number | null; readonly excerpt: string } }

const MEETING = { place: '云岭市', organisation: { full: '中国人民政治协商会议云岭市委员会', short: '政协云岭市委员会' }, term: 5, reportTerm: 5, session: 4, opens: '2026-01-12' };

function report(): Package['articles'][number] {
  return article('report', 'report', doc(
    h(1, '工作回顾'),
    par({ head: { level: 2 } }, lead('提案工作。'), '全年立案提案', placeholder('figure'), '件，', marked('doubt', null, '办复率达到98.5%'), '。'),
    p('这句话都印。', omit('newspaper', '这句话见报时略去。'), '末句。'),
    p(omit('speech', '这一段宣读时略去。')),
    table(['类别', '件数'], ['农业', omit('newspaper', '见报略去的格')]),
  ), { 'deck.main': '常务委员会工作报告', 'head.speaker': [field('speaker')] });
}

function pack(stage: string | null = null, more: Partial<Package> = {}): string {
  const editions = [shipped('gb', ['report'], { id: 'book' }), shipped('T6', ['report'], { id: 'paper', paper: DAILY, date: '2026-01-13', abridgedNote: true }), shipped('speech', ['report'], { id: 'read', abridgedNote: false })];
  return cli.put('stage.banxin', writePackage({ ...packageOf([report()], editions, { ...MEETING, speaker: '林致远' }, stage), ...more }, null));
}

function exported(edition: string, ...more: string[]): Ran & { readonly said: readonly Said[]; readonly text: string | null } {
  rmSync(cli.at(`${edition}.pdf`), { force: true });
  const ran = cli.run('export', 'stage.banxin', '--edition', edition, '-o', `${edition}.pdf`, '--json', ...more);
  const { diagnostics } = json(ran) as { diagnostics?: Said[] };
  return { ...ran, said: diagnostics ?? [], text: ran.code === 0 ? popplerText(cli.read(`${edition}.pdf`)) : null };
}

const open = ({ said }: { readonly said: readonly Said[] }): Said[] => said.filter(({ code }) => code === 'placeholder-open');

describe('placeholders and doubts by stage', () => {
  it.each([[null], ['工作稿'], ['工作稿三']])('%s prints them as they stand, a warning each', (stage) => {
    pack(stage);
    const ran = exported('book');
    expect(ran.code).toBe(0);
    expect(open(ran).map(({ severity, at }) => [severity, at.article, at.block, at.from, at.to, at.line])).toEqual([['warning', 'report', 1, 11, 12, null], ['warning', 'report', 1, 14, 24, null]]);
    for (const { message } of open(ran)) expect(ran.err).toContain(message);
    expect(ran.text).toContain('全年立案提案〔数字：待填〕件，办复率达到98.5%。');
    expect(json(ran).textConserved).toBe(true);
  });
  it.each(['征求意见稿', '主席会议稿', '常委会审议稿（草案）', '市委审定稿', '我自己的稿次'])('%s asks with the list; accepted, a placeholder is ××, a doubt its text', (stage) => {
    pack();
    const asked = exported('book', '--stage', stage);
    expect(expectFailure(asked, 1, 'placeholder-open')).toContain('--accept placeholder-open');
    expect(open(asked).map(({ severity }) => severity)).toEqual(['error', 'error']);
    expect(cli.names()).not.toContain('book.pdf');
    const accepted = exported('book', '--stage', stage, '--accept', 'placeholder-open');
    expect(accepted.code).toBe(0);
    expect(accepted.text).toContain('全年立案提案××件，办复率达到98.5%。');
    expect(json(accepted).textConserved).toBe(true);
  });
  it.each(['大会稿', '审议修改稿', '见报稿', '大会稿（二）'])('%s is refused with the list; no --accept helps, no file', (stage) => {
    pack(stage);
    for (const accept of [[], ['--accept', 'placeholder-open']]) {
      const ran = cli.run('export', 'stage.banxin', '--edition', 'book', '-o', 'refused.pdf', '--json', ...accept);
      expect(expectFailure(ran, 1, 'placeholder-open')).not.toContain('--accept');
      expect((json(ran).diagnostics as Said[]).filter(({ code }) => code === 'placeholder-open')).toHaveLength(2);
    }
    expect(cli.names()).not.toContain('refused.pdf');
  });
  it('a placeholder that this edition leaves out is nothing to ask about', () => {
    const one = article('report', 'report', doc(p('正文。', omit('newspaper', '共', placeholder('figure'), '件。'))), { 'deck.main': '报告' });
    pack('大会稿', { articles: [one] });
    expect(exported('paper').code).toBe(0);
    expect(exported('book').code).toBe(1);
  });
  it('a 大会稿 whose figures are confirmed is compared as a Word file and as pages: a figure gone beside the one that came is no figure of its own', () => {
    const of = (words: string, more: Partial<Package>): Uint8Array => writePackage({ ...packageOf([article('report', 'report', doc(p(words)), { 'deck.main': '报告' })], [shipped('gb', ['report'], { id: 'book' })], { ...MEETING, speaker: '林致远' }, '大会稿'), ...more }, null);
    cli.put('was.banxin', of('全年立案提案163件。', { stage: '审议修改稿' }));
    cli.put('now.banxin', of('全年立案提案171件。', { figures: { '全年立案提案件。#0': { office: '提案委', basis: '系统', checker: '白露', date: '2026-01-05', confirmed: '171件' } } }));
    for (const target of ['hua.docx', 'hua.pdf']) expect(cli.run('compare', 'was.banxin', 'now.banxin', '-o', target).code).toBe(0);
    // Nothing of it is forgiven: without the confirmation the text itself is held up.
    cli.put('open.banxin', of('全年立案提案171件。', { figures: {} }));
    expect(cli.run('export', 'open.banxin', '--edition', 'book', '-o', 'open.docx').err).toContain('没有核实');
  });

  it('the package’s own stage counts, a named version’s name is its stage', () => {
    const { articles, meeting } = packageOf([report()], [], { ...MEETING, speaker: '林致远' });
    pack('工作稿', { versions: [{ id: 'v1', name: '大会稿', date: '2026-01-10', meeting, articles }] });
    expect(cli.run('export', 'stage.banxin', '--edition', 'book', '-o', 'v.pdf').code).toBe(0);
    expectFailure(cli.run('export', 'stage.banxin#大会稿', '--edition', 'book', '-o', 'v1.pdf', '--json'), 1, 'placeholder-open');
    expect(cli.names()).not.toContain('v1.pdf');
  });
});

describe('见报略 and 宣读略', () => {
  it.each([
    ['book', ['这句话见报时略去。', '这一段宣读时略去。', '见报略去的格'], []],
    ['paper', ['这一段宣读时略去。'], ['这句话见报时略去。', '见报略去的格']],
    ['read', ['这句话见报时略去。', '见报略去的格'], ['这一段宣读时略去。']],
  ] as const)('%s prints %j and reports %j as left out', (edition, printed, left) => {
    pack();
    const ran = exported(edition);
    expectWords(ran);
    expect([ran.code, json(ran).textConserved]).toEqual([0, true]);
    for (const words of printed) expect(ran.text).toContain(words);
    for (const words of left) expect(ran.text).not.toContain(words);
    expect(ran.text).toContain('这句话都印。');
    const omitted = ran.said.filter(({ code }) => code === 'omitted');
    expect(omitted.map(({ severity, at }) => [severity, at.excerpt])).toEqual(left.map((words) => ['info', words]));
  });
  it('（摘要） stands under the title where the edition asks for it and leaves something out', () => {
    pack();
    expect(exported('paper').text).toContain('常务委员会工作报告（摘要）');
    // The speech leaves out as much, but does not ask; the booklet leaves nothing out.
    for (const edition of ['read', 'book']) expect(exported(edition).text).not.toContain('（摘要）');
    const whole = article('report', 'report', doc(p('正文。')), { 'deck.main': '常务委员会工作报告' });
    pack(null, { articles: [whole] });
    expect(exported('paper').text).not.toContain('（摘要）');
  });
});
