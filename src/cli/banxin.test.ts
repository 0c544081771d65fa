// The command line as people and programs meet it: whole processes of the bundle,
// exit codes, the one JSON object, Chinese words without a stack (COMMANDS; issue
// 2 §8, hostile input). Reads the pinned faces alone.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../test/cli/bundle';
import { samplePackage } from '../../test/sample-package';
import { writePackage } from '../core/model/package-file';
import type { Package } from '../core/model/package';

let dir = '';
let bundle = '';

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'banxin-cli-test-'));
  bundle = commandLine();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function banxin(...words: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...words], { encoding: 'utf8', cwd: dir, env: { ...process.env, BANXIN_PINNED_FACES: '1' } });
  return { code: status, out: stdout, err: stderr };
}

const at = (name: string): string => path.join(dir, name);
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return name;
};
const json = (ran: Ran): Record<string, unknown> => JSON.parse(ran.out) as Record<string, unknown>;
const packed = (name: string, more: Partial<Package> = {}): string => put(name, writePackage({ ...samplePackage, ...more }, null));

const TEXT = [
  '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', '——在政协云岭市第五届委员会第四次会议上', '（2026年1月12日）', '林致远', '', '各位委员：',
  '我受政协云岭市第五届委员会常务委员会委托，向大会报告工作，请予审议。', '', '一、2025年工作回顾', '一年来，全市政协组织履职有力，共提交提案 286 件。', '二、2026年工作安排', '新的一年，要团结奋斗。',
].join('\n');

/** No command ever shows where in our code something went wrong. */
function expectWords({ err }: Ran): void {
  expect(err).toMatch(/\p{Script=Han}/u);
  expect(err).not.toMatch(/\bat .*:\d+:\d+|node:internal/);
}

describe('roll-forward and figures', () => {
  const last = TEXT.replace('第四次会议', '第三次会议').replace('2026年1月12日', '2025年1月8日').replaceAll('2025年工作', '2024年工作').replaceAll('2026年工作', '2025年工作');

  it('rollforward: last year’s text to this year’s draft, with the answer of COMMANDS and places in the source', () => {
    put('last.txt', last);
    put('meeting.json', JSON.stringify({ opens: '2026-01-12' }));
    const ran = banxin('rollforward', 'last.txt', '--meeting', 'meeting.json', '-o', 'next.banxin', '--json');
    expect([ran.code, Object.keys(json(ran)).sort()]).toEqual([0, ['changed', 'placeholders', 'review']]);
    expect(json(ran)['placeholders']).toMatchObject([{ kind: 'figure', was: '286', place: { line: 10, excerpt: '286' } }]);
    expect(json(ran)['changed']).toMatchObject([{ kind: 'session', to: '——在政协云岭市第五届委员会第四次会议上' }, { kind: 'date', to: '（2026年1月12日）' }, { kind: 'year', from: '2024', to: '2025' }, { kind: 'year', from: '2025', to: '2026' }]);
    const outline = json(banxin('outline', 'next.banxin', '--json'));
    expect(outline).toMatchObject({ articles: [{ occasion: '在政协云岭市第五届委员会第四次会议上', date: '2026-01-12', headings: [{ number: '一', text: '2025年工作回顾' }, { number: '二', text: '2026年工作安排' }] }] });
    const refused = banxin('export', 'next.banxin', '--edition', 'booklet', '--stage', '大会稿', '-o', 'next.pdf', '--json');
    expect(refused.code).toBe(1);
  });

  it('from the fifth session on it must be said whether the term changes; newTerm takes the five-year template', () => {
    put('fifth.txt', last.replace('第三次会议', '第五次会议'));
    const asked = banxin('rollforward', 'fifth.txt', '-o', 'f.banxin', '--json');
    expect([asked.code, json(asked)]).toMatchObject([1, { error: { code: 'term-change-undecided' } }]);
    expectWords(asked);
    const made = banxin('rollforward', 'fifth.txt', '--kind', 'newTerm', '-o', 'f.banxin', '--json');
    expect(made.code).toBe(0);
    // The template's holes are counted, in the answer and in the words.
    const holes = json(made)['placeholders'] as { place: { line: number | null } }[];
    expect(holes.filter(({ place }) => place.line === null).length).toBeGreaterThanOrEqual(40);
    expect(made.err).toMatch(/待填 [45]\d 处，待核 \d+ 处/);
    const { articles } = json(banxin('outline', 'f.banxin', '--json')) as { articles: { title: string; occasion: string; headings: { text: string }[] }[] };
    expect(articles[0]).toMatchObject({ title: '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', occasion: '在政协云岭市第六届委员会第一次会议上' });
    expect(articles[0]?.headings.map(({ text }) => text).join()).toContain('过去五年');
    expect(banxin('rollforward', 'f.banxin', '-o', 'g.banxin', '--json').code).toBe(0);
    expect(json(banxin('outline', 'g.banxin', '--json'))).toMatchObject({ articles: [{ title: '中国人民政治协商会议云岭市第六届委员会常务委员会工作报告', occasion: '在政协云岭市第六届委员会第二次会议上' }] });
    const annual = banxin('rollforward', 'f.banxin', '-o', 'h.banxin', '--annual', 'f.banxin#last-year');
    expect([annual.code, json(banxin('outline', 'h.banxin', '--json'))]).toMatchObject([0, { articles: [{ occasion: '在政协云岭市第六届委员会第二次会议上', headings: [{ text: '2026年工作回顾' }, { text: '2027年工作安排' }] }] }]);
    expect(banxin('rollforward', 'fifth.txt', '--kind', 'other', '-o', 'f.banxin').code).toBe(2);
  });

  it('rollforward without --json lists what it did, by group and kind, with the lines of the source', () => {
    put('last.txt', last);
    const ran = banxin('rollforward', 'last.txt', '-o', 'l.banxin');
    expect(ran.out.split('\n').slice(0, 6)).toEqual(['自动改写 3 处', '  届次 1 处', expect.stringMatching(/^ {4}第\d行  ——在政协云岭市第五届委员会第三次会议上 → .*第四次会议上（取自会议信息）$/), '  年份 2 处', expect.stringMatching(/2024 → 2025（总结年，标题）$/), expect.stringMatching(/2025 → 2026（安排年，标题）$/)]);
    expect(ran.out).toMatch(/转为待填 1 处\n {2}数字 1 处\n {4}第10行 .*【286】.*\n {2}会议信息未填 1 处\n.*【（2025年1月8日）】/);
    expect(ran.out).toMatch(/只供查看（--json 里有全部）：/);
    expect(ran.err).toContain('待填 1 处，待核 1 处，会议信息还有 1 处未填');
  });

  it('compare: section by section, what stands word for word in both, and two versions of one file', () => {
    put('last.txt', last);
    expect(banxin('rollforward', 'last.txt', '-o', 'n.banxin').code).toBe(0);
    const ran = banxin('compare', 'last.txt', 'n.banxin', '--json');
    expect([ran.code, Object.keys(json(ran))]).toEqual([0, ['sections', 'verbatim']]);
    const { sections } = json(ran) as { sections: { status: string; share: number }[] };
    expect(sections.map(({ status }) => status)).toEqual(['changed', 'kept', 'changed', 'changed']);
    expect(json(banxin('compare', 'n.banxin#last-year', 'last.txt', '--json'))).toMatchObject({ sections: [{ status: 'kept', share: 1 }, { status: 'kept' }, { status: 'kept' }, { status: 'kept' }] });
    expect(json(ran)).toMatchObject({ sections: [{ movedFrom: null }, {}, {}, {}] });
    const said = banxin('compare', 'last.txt', 'n.banxin').out.trimEnd().split('\n');
    expect(said[0]).toMatch(/^改动 +\d\d%  题目：./);
    expect(said.filter((line) => line.startsWith('改动') && line.includes('100%'))).toEqual([]);
    expect(banxin('compare', 'last.txt').code).toBe(2);
    // A section that changed places, and what is done of a long text while it is done.
    const parts = ['一、总结\n\n甲方围绕产业升级开展协商议政活动。', '二、成效\n\n乙方走访民主党派和无党派人士多次。', '三、安排\n\n要把各项工作落到实处见到成效。'];
    const order = (file: string, ...by: readonly number[]): string => put(file, `${last.split('一、')[0]!}${by.map((part) => parts[part]!).join('\n')}\n`);
    order('one.txt', 0, 1, 2);
    order('two.txt', 1, 0, 2);
    const moved = banxin('compare', 'one.txt', 'two.txt');
    expect([moved.out.split('\n').filter((line) => line.includes('移自')).length, moved.err]).toEqual([1, expect.stringContaining('其中移动 1')]);
    put('long.txt', `${last}\n${'协商议政走深走实，成果转化落地见效。\n'.repeat(2_000)}`);
    expect(banxin('compare', 'long.txt', 'last.txt').err).toContain('正在逐节比较…');
  });

  it('compare -o: a 花脸稿 as pages that hold both texts, and as a Word file with tracked changes', () => {
    put('was.txt', TEXT);
    put('now.txt', TEXT.replace('286', '291'));
    const pages = banxin('compare', 'was.txt', 'now.txt', '-o', 'red.pdf', '--date', '2026-01-12', '--json');
    expect(pages.code, pages.err).toBe(0);
    expect(json(pages)).toMatchObject({ redline: { pages: 1, textConserved: true } });
    expect(readFileSync(at('red.pdf')).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(banxin('compare', 'was.txt', 'now.txt', '-o', 'red.docx', '--date', '2026-01-12').code).toBe(0);
    const word = strFromU8(unzipSync(readFileSync(at('red.docx')))['word/document.xml']!);
    expect(word).toMatch(/<w:del [^>]*w:author="was → now" w:date="2026-01-12T00:00:00Z"[^>]*>(?:(?!<\/w:del>).)*<w:delText[^>]*>286<\/w:delText>/);
    expect(word).toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*<w:t[^>]*>291<\/w:t>/);
    expectWords(banxin('compare', 'was.txt', 'now.txt', '-o', 'red.html'));
    expect(banxin('compare', 'was.txt', 'now.txt', '--date', '2026-01-12').code).toBe(2);
  });

  it('facts: every figure as JSON and as CSV that a spreadsheet reads', () => {
    put('r.txt', TEXT);
    expect(json(banxin('facts', 'r.txt', '--json'))).toMatchObject({ facts: [{ value: 286, unit: null, measure: '件', article: 'a1', section: '一、2025年工作回顾', sentence: '一年来，全市政协组织履职有力，共提交提案286件。', place: { line: 10 } }] });
    expect(banxin('facts', 'r.txt', '--csv').out).toBe('\ufeff数字,单位,量词,稿件,章节,原句\r\n286,,件,中国人民政治协商会议云岭市第五届委员会常务委员会工作报告,一、2025年工作回顾,一年来，全市政协组织履职有力，共提交提案286件。\r\n');
    put('sum.txt', TEXT.replace('286 件', '286件：经济类200件、社会类96件'));
    banxin('rollforward', 'r.txt', '-o', 'open.banxin', '--kind', 'next');
    expect(json(banxin('facts', 'open.banxin', '--json'))).toMatchObject({ facts: [], open: [{ measure: '件', sentence: '一年来，全市政协组织履职有力，共提交提案□件。', last: 286, lastText: '286' }] });
    expect(banxin('facts', 'open.banxin', '--csv').out).toContain('共提交提案〔待填〕件。,286\r\n');
    const told = banxin('facts', 'sum.txt', '--json');
    expect(json(told)).toMatchObject({ conflicts: [{ kind: 'sum-differs', message: '分项相加296件，比总数“286件”多10', places: [{ line: 10, excerpt: '286' }, { excerpt: '200' }, { excerpt: '96' }] }] });
    expect(told.err).toContain('有出入：分项相加296件');
    expect(json(banxin('check', 'sum.txt', '--json'))).toMatchObject({ findings: expect.arrayContaining([expect.objectContaining({ code: 'figure-sum', severity: 'warning' })]) as unknown });
  });
});

describe('the main job', () => {
  it('text to package, package to PDF: one JSON object each, exit 0', () => {
    put('r.txt', TEXT);
    const imported = banxin('import', 'r.txt', '-o', 'r.banxin', '--json');
    expect([imported.code, Object.keys(json(imported)).sort()]).toEqual([0, ['articles', 'changes', 'editions', 'encoding', 'joins', 'noise', 'queries']]);
    const exported = banxin('export', 'r.banxin', '--edition', 'booklet', '-o', 'r.pdf', '--json');
    expect(exported.code).toBe(0);
    expect(json(exported)).toMatchObject({ pages: 1, textConserved: true, bytes: readFileSync(at('r.pdf')).length });
    expect(Object.keys(json(exported).seconds as object).sort()).toEqual(['load', 'start', 'typeset', 'write']);
    expectWords(exported);
  });
  it('the text and its package give the same PDF, byte for byte, and the same outline but for lines', () => {
    put('r.txt', TEXT);
    banxin('import', 'r.txt', '-o', 'r.banxin');
    for (const source of ['r.txt', 'r.banxin']) expect(banxin('export', source, '--edition', 'booklet', '-o', `${source}.pdf`).code).toBe(0);
    expect(readFileSync(at('r.txt.pdf')).equals(readFileSync(at('r.banxin.pdf')))).toBe(true);
    const titles = ['r.txt', 'r.banxin'].map((source) => (json(banxin('outline', source, '--json')).articles as { title: string; speaker: string; date: string }[]).map(({ title, speaker, date }) => [title, speaker, date]));
    expect(titles[0]).toEqual([['中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', '林致远', '2026-01-12']]);
    expect(titles[1]).toEqual(titles[0]);
  });
  it('typeset --dump prints the display list', () => {
    put('r.txt', TEXT);
    const { code, out } = banxin('typeset', 'r.txt', '--edition', 'speech', '--dump');
    expect([code, out.includes('团结奋斗')]).toEqual([0, true]);
  });
  it('fonts lists each role', () => {
    const faces = json(banxin('fonts', '--json')).faces as { roles: string[] }[];
    expect(new Set(faces.flatMap(({ roles }) => roles))).toEqual(new Set(['song', 'biaosong', 'hei', 'kai', 'fangsong', 'times']));
  });
  it('FILE#VERSION sets a named version', () => {
    packed('v.banxin');
    const outline = json(banxin('outline', 'v.banxin#征求意见稿', '--json'));
    expect((outline.articles as { id: string }[]).map(({ id }) => id)).toEqual(['brief']);
    expect(banxin('outline', 'v.banxin#见报稿', '--json').code).toBe(1);
  });
});

describe('wrong usage is exit 2', () => {
  it.each<[string, string[]]>(([
    [], ['proofread', 'a'], ['rollforward', 'a', '-o', 'b.txt'], ['makeup'], ['export'], ['export', 'r.txt', '--edition', 'booklet'], ['export', 'r.txt', '--edition', 'booklet', '-o', 'x.doc'],
    ['export', 'r.txt', '--edition', 'booklet', '-o', 'x.pdf', '--pdf', 'x4'], ['export', 'r.txt', '--edition', 'booklet', '-o', 'x.pdf', '--date', '2026-02-30'],
    ['typeset', 'r.txt', '--edition', 'booklet'], ['import', 'r.txt', '-o', 'x.zip'], ['outline', 'r.txt', '--loud'],
  ]).map((words): [string, string[]] => [words.join(' '), words]))('banxin %s', (_name, words) => {
    const ran = banxin(...words);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expectWords(ran);
  });
  it.each([['mine.txt', './mine.txt'], ['link.txt', 'mine.txt']])('export of %s to %s: the source stays', (source, target) => {
    put('mine.txt', TEXT);
    if (!existsSync(at('link.txt'))) linkSync(at('mine.txt'), at('link.txt'));
    const ran = banxin('export', source, '--edition', 'booklet', '-o', target);
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining('会盖掉原稿') as string]);
    expect(readFileSync(at('mine.txt'), 'utf8')).toBe(TEXT);
  });
  it('under --json the error is an object on stdout', () => {
    expect(json(banxin('outline', '--json'))).toMatchObject({ error: { code: 'usage' } });
  });
  it.each(['templates', 'new', 'import', 'outline', 'export', 'check', 'typeset', 'fonts'])('%s --help prints its usage, exit 0', (command) => {
    expect(banxin(command, '--help')).toEqual({ code: 0, out: expect.stringContaining(`用法：banxin ${command}`) as string, err: '' });
  });
  it('--help is exit 0', () => expect(banxin('--help')).toMatchObject({ code: 0, out: expect.stringContaining('banxin') as string }));
});

describe('what cannot be done is exit 1, with code and words', () => {
  const good = (): Uint8Array => writePackage(samplePackage, null);
  it.each<[string, () => string, string]>([
    ['no such file', () => 'nothing.txt', 'read-failed'],
    ['a folder', () => { mkdirSync(at('folder.txt'), { recursive: true }); return 'folder.txt'; }, 'read-failed'],
    ['a binary named .txt', () => put('b.txt', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256)), 'not-text'],
    ['a truncated package', () => put('t.banxin', good().subarray(0, 900)), 'package-truncated'],
    ['an empty package', () => put('e.banxin', ''), 'package-truncated'],
    ['a package damaged inside', () => { const bytes = Uint8Array.from(good()); bytes[80] = bytes[80]! ^ 255; return put('d.banxin', bytes); }, 'package-damaged'],
    ['a text named .docx', () => put('w.docx', 'x'), 'docx-damaged'],
    ['an unknown edition', () => put('r.txt', TEXT), 'edition-unknown'],
  ])('%s', (_name, make, code) => {
    const ran = banxin('export', make(), '--edition', code === 'edition-unknown' ? 'poster' : 'booklet', '-o', 'x.pdf', '--json');
    expect([ran.code, json(ran)]).toMatchObject([1, { error: { code } }]);
    expectWords(ran);
    expect(existsSync(at('x.pdf'))).toBe(false);
  });
  it('a stage that refuses: the list, no file, whatever is accepted', () => {
    packed('s.banxin');
    const ran = banxin('export', 's.banxin', '--edition', 'booklet', '--stage', '大会稿', '--accept', 'placeholder-open', '-o', 's.pdf', '--json');
    expect([ran.code, (json(ran).error as { code: string }).code, existsSync(at('s.pdf'))]).toEqual([1, 'placeholder-open', false]);
    expect(banxin('export', 's.banxin', '--edition', 'booklet', '--stage', '征求意见稿', '--accept', 'placeholder-open', '-o', 's.pdf').code).toBe(0);
  });
  it('a fonts folder that is empty', () => {
    mkdirSync(at('nofonts'), { recursive: true });
    put('r.txt', TEXT);
    expect(json(banxin('export', 'r.txt', '--edition', 'booklet', '--fonts', 'nofonts', '-o', 'f.pdf', '--json'))).toMatchObject({ error: { code: 'fonts-empty' } });
  });
  it('a disk that takes no more: no half file, nothing left over', () => {
    put('r.txt', TEXT);
    mkdirSync(at('full'), { recursive: true });
    // The shell's file size limit (KiB blocks of 512 bytes) stands in for the disk: writing fails after 8 KiB.
    const { status, stdout } = spawnSync('sh', ['-c', `ulimit -f 16; exec "$0" "$@"`, process.execPath, bundle, 'export', 'r.txt', '--edition', 'booklet', '-o', 'full/x.pdf', '--json'], {
      encoding: 'utf8', cwd: dir, env: { ...process.env, BANXIN_PINNED_FACES: '1' },
    });
    expect([status, JSON.parse(stdout)]).toMatchObject([1, { error: { code: 'write-failed', message: expect.stringContaining('full/x.pdf') as string } }]);
    expect(readdirSync(at('full'))).toEqual([]);
  });
  it('a target that cannot be looked at: a link to itself', () => {
    put('r.txt', TEXT);
    symlinkSync('loop.pdf', at('loop.pdf'));
    const ran = banxin('export', 'r.txt', '--edition', 'booklet', '-o', 'loop.pdf', '--json');
    expect([ran.code, json(ran)]).toMatchObject([1, { error: { code: 'write-failed' } }]);
  });
  it.skipIf(process.getuid?.() === 0)('an unreadable folder', () => {
    mkdirSync(at('closed'), { recursive: true });
    put('closed/r.txt', TEXT);
    chmodSync(at('closed'), 0);
    expect(json(banxin('outline', 'closed/r.txt', '--json'))).toMatchObject({ error: { code: 'read-failed' } });
    chmodSync(at('closed'), 0o755);
  });
});
