// The command line's contract of `templates`, `new` and `check` (COMMANDS; issue 3
// §2), in whole processes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { expectFailure, expectWords, inProject, json, useCli } from './run';

const cli = useCli();
const MEETING = inProject('resources/samples/meeting.json');
const SAMPLE = inProject('resources/samples/yunling.banxin');

interface Finding { readonly code: string; readonly severity: string; readonly at: Record<string, unknown> | null; readonly message: string; readonly suggestion: string | null }
const findingsOf = (...words: string[]): Finding[] => json(cli.run('check', ...words, '--json')).findings as Finding[];
const opened = (name: string) => readPackage(new Uint8Array(cli.read(name))).pkg;

describe('templates', () => {
  it('lists the seventeen, each with its articles and switches', () => {
    const ran = cli.run('templates', '--json');
    const list = json(ran).templates as Record<string, unknown>[];
    expect([ran.code, list.length, ran.err]).toEqual([0, 17, '']);
    for (const one of list) expect(Object.keys(one).sort()).toEqual(['about', 'articles', 'id', 'name', 'own', 'switches']);
    expect(list[0]).toMatchObject({ id: 'cppcc-annual', name: '政协常委会工作报告（年度）', own: false, articles: [{ id: 'report', kind: 'report' }] });
    expect(cli.run('templates').out).toContain('cppcc-annual  政协常委会工作报告（年度）');
  });
  it('a folder of one\'s own stands beside ours', () => {
    expect(cli.shell('mkdir mine && "$@" new brief --meeting ' + `"${MEETING}"` + ' -o mine/本市简讯.banxin').code).toBe(0);
    expect((json(cli.run('templates', '--templates', 'mine', '--json')).templates as { id: string }[]).at(-1)).toMatchObject({ id: '本市简讯', own: true });
    expect(cli.run('new', '本市简讯', '--templates', 'mine', '-o', 'mine-new.banxin').code).toBe(0);
    expect(opened('mine-new.banxin')).toMatchObject({ name: 'mine-new', meeting: { place: '云岭市' } });
    expect(opened('mine-new.banxin').id).not.toBe(opened('mine/本市简讯.banxin').id);
    expect(cli.run('templates', '--templates', 'nowhere', '--json').code).toBe(1);
  });
});

describe('new', () => {
  it('makes a package that outline and export take', () => {
    const ran = cli.run('new', 'cppcc-annual', '--meeting', MEETING, '-o', 'annual.banxin');
    expect([ran.code, ran.out]).toEqual([0, '']);
    expectWords(ran);
    expect(json(cli.run('outline', 'annual.banxin', '--json'))).toMatchObject({
      articles: [{ kind: 'report', title: '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', occasion: '在政协云岭市第五届委员会第四次会议上', date: '2026-01-12', speaker: '林致远', salutation: '各位委员' }],
      editions: [{ kind: 'booklet' }, { kind: 'speech' }, { kind: 'newspaper', phase: 'opening' }],
    });
    expect(cli.run('export', 'annual.banxin', '--edition', 'speech', '-o', 'annual.pdf', '--json').code).toBe(0);
  });
  it('at a first session the annual report is asked about, the five-year one is not', () => {
    const first = cli.put('first.json', '{"place": "云岭市", "term": 6, "session": 1}');
    expect(cli.run('new', 'cppcc-annual', '--meeting', first, '-o', 'first.banxin').err).toContain('cppcc-term');
    expect(cli.run('new', 'cppcc-term', '--meeting', first, '-o', 'five.banxin').err).not.toContain('注意');
    expect(json(cli.run('outline', 'five.banxin', '--json'))).toMatchObject({
      articles: [{ title: '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', occasion: '在政协云岭市第六届委员会第一次会议上' }],
    });
  });
  it('a set phrase of the user\'s own stands in it: by --phrases, or from where the window keeps them', () => {
    const own = JSON.stringify({ phrases: [{ id: 'unite', text: '更加紧密地团结起来', dated: '2026-01', source: '本会', use: '号召' }], removed: ['xi-thought'] });
    cli.put('own.json', own);
    expect(cli.run('new', 'political-resolution', '--phrases', 'own.json', '-o', 'own.banxin').code).toBe(0);
    expect(opened('own.banxin').articles[0]!.doc.textContent).toContain('更加紧密地团结起来');
    const there = cli.shell(`mkdir -p config/banxin && cp own.json config/banxin/phrases.json && XDG_CONFIG_HOME="$PWD/config" "$@" new political-resolution -o kept-phrases.banxin`);
    expect([there.code, opened('kept-phrases.banxin').articles[0]!.doc.textContent.includes('更加紧密地团结起来')]).toEqual([0, true]);
    cli.put('bad.json', '{"phrases": 1}');
    const refused = cli.run('new', 'brief', '--phrases', 'bad.json', '-o', 'x.banxin');
    expect([refused.code, refused.err, cli.names().includes('x.banxin')]).toEqual([1, expect.stringContaining('bad.json”内容不对') as string, false]);
    expectWords(refused);
    const noted = cli.shell('cp bad.json config/banxin/phrases.json && XDG_CONFIG_HOME="$PWD/config" "$@" new brief -o noted.banxin');
    expect([noted.code, noted.err]).toEqual([0, expect.stringContaining('只用了自带的') as string]);
  });
  it('--with and --without turn switches', () => {
    cli.run('new', 'cppcc-annual', '--with', 'experience,party-group', '--without', 'service', '-o', 'turned.banxin');
    const text = opened('turned.banxin').articles[0]!.doc.textContent;
    expect([text.includes('我们深切体会到'), text.includes('党组认真履行'), text.includes('践行履职为民')]).toEqual([true, true, false]);
  });
  it('what stood at the target is kept beside it', () => {
    cli.run('new', 'brief', '-o', 'kept.banxin');
    const first = cli.read('kept.banxin');
    expect(cli.run('new', 'brief', '-o', 'kept.banxin').err).toContain('kept.旧.banxin');
    expect(cli.read('kept.旧.banxin').equals(first)).toBe(true);
  });
  it.each<[string, string[], 1 | 2, string]>([
    ['an unknown template', ['nope', '-o', 'x.banxin'], 1, '没有模板“nope”；可用 cppcc-annual'],
    ['an unknown switch', ['brief', '--with', 'nope', '-o', 'x.banxin'], 1, '没有开关“nope”；有 members（写应到实到人数）'],
    ['a switch both ways', ['brief', '--with', 'members', '--without', 'members', '-o', 'x.banxin'], 2, '同时写在 --with 和 --without 里'],
    ['another ending', ['brief', '-o', 'x.pdf'], 2, '要以 .banxin 结尾'],
    ['no target', ['brief'], 2, '缺少选项 -o'],
    ['a meeting that is not there', ['brief', '--meeting', 'none.json', '-o', 'x.banxin'], 1, '读取“none.json”失败'],
  ])('%s', (_what, words, exit, says) => {
    const ran = cli.run('new', ...words);
    expect(ran.code).toBe(exit);
    expectWords(ran);
    expect(ran.err).toContain(says);
    expect(cli.names()).not.toContain('x.banxin');
  });
  it.each([
    ['{"palce": "云岭市"}', 'palce：没有这一项'], ['{"organisation": {"ful": "x"}}', 'organisation.ful：没有这一项'], ['{"opens": "2026-02-30"}', 'opens：日期要写作 2026-01-12'],
    ['{"term": "五"}', 'term：应为 数'], ['{"session": 0}', 'session：'], ['[1]', '应为 对象'], ['{', '不是 JSON'],
  ])('a meeting.json of %s is refused with its key', (content, says) => {
    const ran = cli.run('new', 'brief', '--meeting', cli.put('bad.json', content), '-o', 'y.banxin');
    expect([ran.code, cli.names().includes('y.banxin')]).toEqual([1, false]);
    expect(ran.err).toContain(says);
    expectWords(ran);
  });
  it('keys may be missing or null', () => {
    const file = cli.put('part.json', '\ufeff{"place": "云岭市", "organisation": {"short": "政协云岭市委员会"}, "term": 5, "session": null, "salutation": ""}');
    expect(cli.run('new', 'cppcc-annual', '--meeting', file, '-o', 'part.banxin').code).toBe(0);
    expect(opened('part.banxin').meeting).toEqual({
      place: '云岭市', organisation: { full: null, short: '政协云岭市委员会' }, term: 5, reportTerm: null, session: null, opens: null, closes: null,
      venue: null, speaker: null, chair: null, expected: null, present: null, salutation: '各位委员',
    });
  });
});

describe('check', () => {
  it('one list of the records that COMMANDS names, errors first', () => {
    cli.run('new', 'cppcc-annual', '-o', 'empty.banxin');
    const findings = findingsOf('empty.banxin', '--date', '2026-11-26');
    for (const one of findings) expect(Object.keys(one).sort()).toEqual(['at', 'code', 'message', 'severity', 'suggestion']);
    const of = (code: string): Finding[] => findings.filter((one) => one.code === code);
    const { articles } = opened('empty.banxin');
    let placeholders = 0;
    articles[0]!.doc.descendants(({ type }) => void (placeholders += type.name === 'placeholder' ? 1 : 0));
    expect(of('placeholder-open')).toHaveLength(placeholders);
    expect(of('placeholder-open')[0]).toMatchObject({ severity: 'warning', suggestion: expect.stringContaining('填：') as string });
    // Each value that the record lacks is missing once, wherever it stands, and once on the cover, which prints the month alone.
    expect(of('field-empty').map(({ message }) => message).toSorted()).toEqual([...['会议名称', '会议届', '地名', '开幕日期', '报告人', '报告届', '次'].map((name) => `会议信息缺“${name}”，此处印作待填`), '会议信息缺“开幕日期”，封面下端没有年月'].toSorted());
    const ranks = findings.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });
  it('a phrase older than twelve months is 待核, one that is not is not', () => {
    cli.run('new', 'cppcc-annual', '-o', 'phrases.banxin');
    const stale = (date: string): string[] => findingsOf('phrases.banxin', '--date', date).filter(({ code }) => code === 'phrase-stale').map(({ message }) => message);
    const PLENUMS = '“全面贯彻中共二十大和二十届历次全会精神”：此表述为2025年10月版，请核对';
    expect(stale('2026-10-31')).not.toContain(PLENUMS);
    expect(stale('2026-11-01')).toContain(PLENUMS);
    const early = stale('2021-01-01');
    expect(early).toEqual(early.filter((message) => message.includes('2019年')));
  });
  it('what layout says names its edition, and of a raw text its line', () => {
    const file = cli.put('rare.txt', '一、工作回顾\n一年来，成绩不少。\n有一个ሀ字印不出来，其余的字都能照样印出来。');
    const found = findingsOf(file).filter(({ code }) => code === 'glyph-missing');
    expect(found.map(({ message }) => /^[^：]+/.exec(message)?.[0])).toEqual(['会议文件单行本', '报纸版面', '大字稿']);
    for (const { severity, at } of found) expect([severity, at?.line]).toEqual(['error', 3]);
    expect(cli.run('check', file, '--fail-on', 'error').code).toBe(1);
  });
  it('the sample has no error, and is not changed', () => {
    const before = readFileSync(SAMPLE);
    expect(cli.run('check', SAMPLE, '--fail-on', 'error').code).toBe(0);
    expect(readFileSync(SAMPLE).equals(before)).toBe(true);
  });
  it('--fail-on decides the exit', () => {
    cli.run('new', 'brief', '-o', 'brief.banxin');
    expect(['error', 'warning'].map((level) => cli.run('check', 'brief.banxin', '--fail-on', level).code)).toEqual([0, 1]);
    expect(cli.run('check', 'brief.banxin').code).toBe(0);
    expectFailure(cli.run('check', 'brief.banxin', '--fail-on', 'info', '--json'), 2, 'usage');
    expectFailure(cli.run('check', 'none.banxin', '--json'), 1, 'read-failed');
  });
  it('people read the list on stdout and its count on stderr', () => {
    cli.run('new', 'brief', '-o', 'read.banxin');
    const { out, err } = cli.run('check', 'read.banxin');
    expect(out.split('\n')[0]).toMatch(/^疑 {2}/);
    expect(err).toMatch(/错 0 条，疑 \d+ 条，注 \d+ 条/);
  });
});
