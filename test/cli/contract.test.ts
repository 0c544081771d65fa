// The command line's contract (COMMANDS): every field of every command on the
// project's own raw pages and package, with the values that a person reads there
// (truth-*.json is made by hand), and every option. Exact key sets: a field that
// nobody promised is as wrong as one that is missing.
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePackage } from '../../src/core/model/package-file';
import { PINNED } from '../fixtures/fonts/pinned';
import { popplerInfo } from '../pdf/tools';
import { samplePackage } from '../sample-package';
import { expectFailure, expectWords, inProject, json, useCli } from './run';

const cli = useCli();
const resource = (name: string): string => inProject(`resources/samples/${name}`);
const truth = (name: string): Truth => JSON.parse(readFileSync(resource(`truth-${name}.json`), 'utf8')) as Truth;

interface Truth {
  readonly articles: readonly { readonly kind: string; readonly title: string; readonly lines: readonly number[] }[];
  readonly joins: readonly { readonly beforeLine: number; readonly afterLine: number; readonly certain: boolean }[];
  readonly noise: readonly { readonly line: number }[];
  readonly mess: readonly { readonly line: number; readonly kind: string; readonly detail: string }[];
}
interface Heading { readonly level: number; readonly number: string | null; readonly text: string; readonly runIn: boolean; readonly line: number | null }
interface OutlineArticle { readonly id: string; readonly kind: string; readonly lines: number[] | null; readonly characters: number; readonly headings: Heading[]; readonly [field: string]: unknown }
interface Change { readonly line: number; readonly kind: string; readonly from: string; readonly to: string }
interface Query { readonly kind: string; readonly lines: number[]; readonly text: string }

const keys = (value: unknown): string[] => Object.keys(value as object).sort();
/** All records of a list have exactly these keys. */
function expectKeys(list: unknown, ...names: string[]): void {
  for (const one of list as object[]) expect(keys(one)).toEqual(names.toSorted());
}
const OUTLINE = ['articles', 'editions', 'joins', 'noise'];
const ARTICLE = ['characters', 'date', 'dateText', 'firstLine', 'headings', 'id', 'kind', 'lastLine', 'lines', 'occasion', 'salutation', 'speaker', 'title'];
const PLACE = ['article', 'block', 'excerpt', 'field', 'from', 'line', 'to'];

function expectOutline(outline: Record<string, unknown>): OutlineArticle[] {
  const articles = outline.articles as OutlineArticle[];
  expectKeys(articles, ...ARTICLE);
  for (const { headings } of articles) expectKeys(headings, 'level', 'number', 'text', 'runIn', 'line');
  expectKeys(outline.joins, 'beforeLine', 'afterLine', 'certain');
  expectKeys(outline.noise, 'line', 'text', 'why');
  expectKeys(outline.editions, 'id', 'kind', 'date', 'phase');
  return articles;
}

describe('import and outline of a raw page', () => {
  it.each(['opening', 'closing'])('%s: articles, joins, noise and changes as a person found them', (page) => {
    const { articles, joins: cuts, noise, mess } = truth(page);
    // Joins are of body paragraphs: the lines of a title are none (COMMANDS).
    const joins = cuts.filter(({ beforeLine }) => !mess.some(({ kind, line }) => kind === 'split-title' && line === beforeLine));
    const raw = readFileSync(resource(`raw-${page}.txt`), 'utf8').split(/\r\n|\r|\n/);
    const ran = cli.run('import', resource(`raw-${page}.txt`), '-o', `${page}.banxin`, '--json');
    expect(ran.code).toBe(0);
    expectWords(ran);
    const report = json(ran);
    expect(keys(report)).toEqual([...OUTLINE, 'changes', 'encoding', 'queries'].sort());
    const found = expectOutline(report);
    expect(report.encoding).toBe('utf-8');
    expect(found.map(({ kind, lines, firstLine, lastLine }) => [kind, lines, firstLine, lastLine])).toEqual(
      articles.map(({ kind, lines }) => [kind, lines, lines[0], lines.at(-1)]),
    );
    expect(report.joins).toEqual(joins);
    expect((report.noise as { line: number; text: string; why: string }[]).map(({ line, text }) => [line, text])).toEqual(noise.map(({ line }) => [line, raw[line - 1]]));
    for (const { why } of report.noise as { why: string }[]) expect(why).toMatch(/\p{Script=Han}/u);

    const changes = report.changes as Change[];
    expectKeys(changes, 'line', 'kind', 'from', 'to');
    for (const { line, from } of changes) expect(raw[line - 1]).toContain(from);
    // Each pair of half-width brackets that a person counted is two changes.
    for (const { line, detail } of mess.filter(({ kind }) => kind === 'half-paren')) {
      expect([line, changes.filter((change) => change.line === line && change.kind === 'bracket').length]).toEqual([line, 2 * Number.parseInt(detail, 10)]);
    }
    for (const kind of ['zwsp', 'nbsp', 'kangxi', 'cjk-radical']) {
      for (const { line } of mess.filter((one) => one.kind === kind)) expect(changes.map((change) => change.line)).toContain(line);
    }

    const queries = report.queries as Query[];
    expectKeys(queries, 'kind', 'lines', 'text');
    const asked = (kind: string): number[][] => queries.filter((query) => query.kind === kind).map(({ lines }) => lines);
    expect(asked('join')).toEqual(joins.filter(({ certain }) => !certain).map(({ beforeLine, afterLine }) => [beforeLine, afterLine]));
    expect(asked('unmatched-quote').flat()).toEqual(mess.filter(({ kind }) => kind === 'unmatched-quote').map(({ line }) => line));
    for (const { line } of mess.filter(({ kind }) => kind === 'pasted')) expect(asked('repeat').flat()).toContain(line);
    for (const { line } of mess.filter(({ kind }) => kind === 'stray')) expect(asked('unassigned').flat()).toContain(line);
    for (const { kind } of queries) expect(['join', 'unmatched-quote', 'repeat', 'unassigned']).toContain(kind);

    const outlined = json(cli.run('outline', resource(`raw-${page}.txt`), '--json'));
    expect(outlined).toEqual(Object.fromEntries(OUTLINE.map((key) => [key, report[key]])));
    expect(outlined.editions).toEqual([]);
  });

  it('fields of the head, and headings with level and number', () => {
    const [report] = expectOutline(json(cli.run('outline', resource('raw-opening.txt'), '--json')));
    expect(report).toMatchObject({
      kind: 'report', title: '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告', occasion: '在政协云岭市第五届委员会第四次会议上',
      date: '2026-01-12', dateText: '2026年1月12日', speaker: '林致远', salutation: '各位委员', firstLine: 6, lastLine: 60,
    });
    const { headings } = report!;
    expect(headings.filter(({ level }) => level === 1)).toEqual([
      { level: 1, number: '一', text: '2025年工作回顾', runIn: false, line: 17 }, { level: 1, number: '二', text: '2026年工作安排', runIn: false, line: 48 },
    ]);
    expect(headings.filter(({ level }) => level === 2).map(({ number, runIn }) => [number, runIn])).toEqual(['一', '二', '三', '四', '五', '一', '二', '三', '四'].map((number) => [number, true]));
    expect(headings.find(({ level }) => level === 5)).toEqual({ level: 5, number: null, text: '提案工作提质量', runIn: true, line: 26 });
  });

  it.each<[string, (text: string) => Uint8Array]>([
    ['utf-8-bom', (text) => Buffer.from(`\ufeff${text}`)], ['utf-16le', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('the same in %s, which is named', (encoding, encode) => {
    cli.put('raw-closing.txt', encode(readFileSync(resource('raw-closing.txt'), 'utf8')));
    const { encoding: found, ...rest } = json(cli.run('import', 'raw-closing.txt', '-o', 'encoded.banxin', '--json'));
    const { encoding: _utf8, ...plain } = json(cli.run('import', resource('raw-closing.txt'), '-o', 'plain.banxin', '--json'));
    expect(found).toBe(encoding);
    expect(rest).toEqual(plain);
    expect(cli.read('encoded.banxin').equals(cli.read('plain.banxin'))).toBe(true);
  });

  it('what the text does not hold is null, never guessed', () => {
    const [only] = expectOutline(json(cli.run('outline', cli.put('bare.txt', '一、工作回顾\n一年来，成绩不少。'), '--json')));
    expect(only).toMatchObject({ title: null, occasion: null, date: null, dateText: null, speaker: null, salutation: null });
  });
});

describe('outline of a package', () => {
  it('the same but for lines, which are null; its editions are listed', () => {
    const outline = json(cli.run('outline', resource('yunling.banxin'), '--json'));
    expect(keys(outline)).toEqual(OUTLINE);
    const articles = expectOutline(outline);
    expect([outline.joins, outline.noise]).toEqual([[], []]);
    expect(articles.map(({ id, kind }) => [id, kind])).toEqual([
      ['report', 'report'], ['proposals', 'report'], ['opening-story', 'news'], ['editorial', 'editorial'], ['brief', 'news'], ['closing-story', 'news'], ['resolution', 'resolution'],
    ]);
    for (const { lines, firstLine, lastLine, headings } of articles) expect([lines, firstLine, lastLine, ...headings.map(({ line }) => line)].every((line) => line === null)).toBe(true);
    expect(articles[0]).toMatchObject({ speaker: '林致远', date: '2026-01-12', occasion: '在政协云岭市第五届委员会第四次会议上' });
    expect(outline.editions).toEqual([
      { id: 'booklet', kind: 'booklet', date: null, phase: null }, { id: 'booklet-proposals', kind: 'booklet', date: null, phase: null },
      { id: 'paper-opening', kind: 'newspaper', date: '2026-01-13', phase: 'opening' }, { id: 'paper-closing', kind: 'newspaper', date: '2026-01-16', phase: 'closing' },
      { id: 'speech', kind: 'speech', date: null, phase: null },
    ]);
  });
  it('without --json: lines for people', () => {
    const { code, out } = cli.run('outline', resource('yunling.banxin'));
    expect(code).toBe(0);
    expect(out).toContain('report  报告  中国人民政治协商会议云岭市第五届委员会常务委员会工作报告');
  });
});

describe('export --json', () => {
  it('every field, on a page of its own package with a placeholder', () => {
    cli.put('s.banxin', writePackage(samplePackage, null));
    const ran = cli.run('export', 's.banxin', '--edition', 'booklet', '-o', 's.pdf', '--json');
    const done = json(ran);
    expect([ran.code, keys(done)]).toEqual([0, ['bytes', 'diagnostics', 'fonts', 'generated', 'layout', 'pages', 'seconds', 'textConserved']]);
    expect(keys(done.seconds)).toEqual(['load', 'start', 'typeset', 'write']);
    for (const seconds of Object.values(done.seconds as Record<string, number>)) expect(seconds).toBeGreaterThan(0);
    expectKeys(done.fonts, 'family', 'file', 'embedded', 'glyphs');
    for (const { file, glyphs, embedded } of done.fonts as { file: string; glyphs: number; embedded: boolean }[]) {
      expect([basename(file), embedded, Number.isInteger(glyphs) && glyphs > 0]).toEqual([file, true, true]);
    }
    expect(done.bytes).toBe(cli.read('s.pdf').length);
    expect(done.textConserved).toBe(true);
    expectKeys(done.diagnostics, 'severity', 'code', 'message', 'at', 'suggestion');
    const open = (done.diagnostics as { code: string; severity: string; at: object }[]).find(({ code }) => code === 'placeholder-open');
    expect([open?.severity, keys(open?.at)]).toEqual(['warning', PLACE]);
  });
  it('a place in raw text has its line', () => {
    cli.put('r.txt', '\n一、工作回顾\n\n委员王喆履职为民。\n');
    const { diagnostics } = json(cli.run('export', 'r.txt', '--edition', 'booklet', '-o', 'r.pdf', '--json')) as { diagnostics: { code: string; at: unknown }[] };
    expect(diagnostics.find(({ code }) => code === 'glyph-substituted')?.at).toEqual({ article: 'a1', block: 1, field: null, from: 3, to: 4, line: 4, excerpt: '喆' });
  });
});

describe('options of export', () => {
  const OWN = (): string => resource('yunling.banxin');
  const sizeOf = (file: string): string => /\/MediaBox ?\[([^\]]*)\]/.exec(cli.read(file).toString('latin1'))?.[1]?.trim() ?? '';

  it('--edition: an id, else a kind, whose first is named', () => {
    const ran = cli.run('export', OWN(), '--edition', 'newspaper', '-o', 'x.pdf', '--json');
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('paper-opening');
    expect(cli.run('export', OWN(), '--edition', 'paper-opening', '-o', 'y.pdf', '--json').code).toBe(0);
    expect(cli.read('x.pdf').equals(cli.read('y.pdf'))).toBe(true);
  });
  it('raw text has an edition made: a newspaper of all articles, a booklet and a speech of the report', () => {
    const texts = { newspaper: ['预祝大会', '向大会报告工作'], booklet: ['向大会报告工作'], speech: ['向大会报告工作'] };
    for (const [kind, words] of Object.entries(texts)) {
      const dump = cli.run('typeset', resource('raw-opening.txt'), '--edition', kind, '--dump').out;
      expect([kind, [...dump.matchAll(/article=(a\d)/g)].some(([, id]) => id === 'a4')]).toEqual([kind, words.length === 2]);
    }
  });
  it('--article takes one article; one that is not there is named with those that are', () => {
    const dump = cli.run('typeset', OWN(), '--edition', 'booklet', '--article', 'brief', '--dump').out;
    expect(new Set([...dump.matchAll(/article=(\S+)/g)].map(([, id]) => id))).toEqual(new Set(['brief']));
    expect(expectFailure(cli.run('export', OWN(), '--edition', 'booklet', '--article', 'nope', '-o', 'z.pdf', '--json'), 1, 'article-unknown')).toContain('brief');
  });
  it.each([['N8', '1105.512', '1559.055'], ['N6', '1105.512', '1559.055'], ['T6', '779.528', '1105.512']])('--preset %s: a sheet of %s × %s pt', (preset, width, height) => {
    // Two articles: the sheet is the preset's, however much stands on it.
    cli.put('page.txt', '市政协召开常委会会议\n本报讯 会议听取了有关情况的通报。\n\n社论：凝心聚力再出发\n新的一年，任务更重。');
    expect(cli.run('export', 'page.txt', '--edition', 'newspaper', '--preset', preset, '-o', 'p.pdf').code).toBe(0);
    expect(sizeOf('p.pdf')).toBe(`0 0 ${width} ${height}`);
  });
  it('--preset office, and FILE: a preset of one’s own', () => {
    const [office, gb] = ['office', 'gb'].map((preset) => cli.run('typeset', resource('raw-opening.txt'), '--edition', 'booklet', '--preset', preset, '--dump').out);
    expect([office!.includes('Tinos'), gb!.includes('Tinos')]).toEqual([true, false]);
    const look = JSON.parse(readFileSync(inProject('resources/looks/gb.json'), 'utf8')) as object;
    const master = JSON.parse(readFileSync(inProject('resources/masters/a4-gb.json'), 'utf8')) as object;
    cli.put('own.json', JSON.stringify({ kind: 'booklet', look, master: { ...master, lines: 15 } }));
    const own = cli.run('typeset', resource('raw-opening.txt'), '--edition', 'booklet', '--preset', 'own.json', '--dump').out;
    expect(own.match(/^page /gm)!.length).toBeGreaterThan(gb!.match(/^page /gm)!.length);
  });
  it.each([['T6', 'preset-mismatch'], ['nothing', 'preset-unknown'], ['bad.json', 'preset-invalid']])('--preset %s for a booklet: %s', (preset, code) => {
    cli.put('bad.json', '{}');
    expectFailure(cli.run('export', OWN(), '--edition', 'booklet', '--preset', preset, '-o', 'z.pdf', '--json'), 1, code);
  });
  it('--date is the PDF’s date; else the edition’s, else the meeting’s', () => {
    const dateOf = (...words: string[]): string | undefined => {
      cli.run('export', OWN(), '-o', 'd.pdf', ...words);
      return popplerInfo(cli.read('d.pdf')).get('CreationDate')?.slice(0, 10);
    };
    expect(dateOf('--edition', 'booklet-proposals', '--date', '2031-02-03')).toBe('2031-02-03');
    expect(dateOf('--edition', 'booklet-proposals')).toBe('2026-01-12');
    expect(dateOf('--edition', 'paper-closing')).toBe('2026-01-16');
    cli.run('export', cli.put('r.txt', '一、工作回顾\n成绩不少。'), '--edition', 'booklet', '-o', 'd.pdf');
    expect(popplerInfo(cli.read('d.pdf')).get('CreationDate')).toBeUndefined();
  });
  it('FILE#VERSION, and a version that is not there', () => {
    cli.put('s.banxin', writePackage(samplePackage, null));
    expect(expectOutline(json(cli.run('outline', 's.banxin#征求意见稿', '--json'))).map(({ id }) => id)).toEqual(['brief']);
    expect(expectFailure(cli.run('outline', 's.banxin#大会稿', '--json'), 1, 'version-unknown')).toContain('征求意见稿');
    expectFailure(cli.run('outline', `${resource('raw-closing.txt')}#v1`, '--json'), 1, 'version-unknown');
  });
});

describe('--fonts DIR: the faces of DIR alone', () => {
  const song = PINNED.find(({ name }) => name === 'Noto Serif SC')!.file;
  const hei = PINNED.find(({ name }) => name === 'Noto Sans SC')!.file;
  const folder = (name: string, ...files: string[]): string => {
    mkdirSync(cli.at(name));
    for (const file of files) symlinkSync(inProject(file), cli.at(`${name}/${basename(file)}`));
    return name;
  };
  it('one face: all roles take it, and each that is not its own is said', () => {
    const ran = cli.run('export', resource('raw-closing.txt'), '--edition', 'newspaper', '--fonts', folder('one', song), '-o', 'f.pdf', '--json');
    const done = json(ran);
    expect([ran.code, done.textConserved]).toEqual([0, true]);
    expect((done.fonts as { file: string }[]).map(({ file }) => file)).toEqual([basename(song)]);
    const said = (done.diagnostics as { code: string; severity: string; message: string }[]).filter(({ code }) => code === 'role-substituted');
    expect(said.map(({ severity, message }) => [severity, message.slice(0, message.indexOf('：'))])).toEqual(expect.arrayContaining([['warning', '小标宋'], ['warning', '黑体']]));
    expect(said.map(({ message }) => message).join()).not.toContain('宋体：');
  });
  it('two faces: both are used, each in its roles', () => {
    const { fonts } = json(cli.run('export', resource('raw-closing.txt'), '--edition', 'newspaper', '--fonts', folder('two', song, hei), '-o', 'f.pdf', '--json'));
    expect((fonts as { file: string }[]).map(({ file }) => file).sort()).toEqual([basename(song), basename(hei)].sort());
  });
  it('an empty folder, one without a font that works, none at all', () => {
    const exported = (dir: string) => cli.run('export', resource('raw-closing.txt'), '--edition', 'booklet', '--fonts', dir, '-o', 'g.pdf', '--json');
    expectFailure(exported(folder('empty')), 1, 'fonts-empty');
    folder('junk');
    cli.put('junk/a.ttf', 'no font');
    expect(expectFailure(exported('junk'), 1, 'fonts-empty')).toContain('a.ttf');
    expectFailure(exported('nowhere'), 1, 'fonts-unreadable');
    expect(cli.names()).not.toContain('g.pdf');
  });
  it('banxin fonts lists what was found: role, source, licence flag, coverage', () => {
    const ran = cli.run('fonts', '--fonts', 'two', '--json');
    const { faces, diagnostics } = json(ran) as { faces: Record<string, unknown>[]; diagnostics: unknown[] };
    expect(keys(json(ran))).toEqual(['diagnostics', 'faces']);
    expectKeys(faces, 'family', 'localFamily', 'postscriptName', 'file', 'index', 'format', 'weight', 'roles', 'fallbackFor', 'editions', 'source', 'licence', 'fsType', 'embeddable', 'coverage', 'adjust');
    // GB/T 2312 has 3,755 + 3,008 Han; Unicode 1.1's block has 20,992 places with those added since.
    expect(faces.find(({ roles }) => (roles as string[]).includes('song'))).toMatchObject({
      family: 'Noto Serif SC', source: 'folder', fsType: 0, embeddable: true, format: 'truetype', coverage: { level1: 3755, gb2312: 6763, basic: 20992 },
    });
    expect(faces.find(({ roles }) => (roles as string[]).includes('hei'))).toMatchObject({ family: 'Noto Sans SC' });
    expect(diagnostics.length).toBeGreaterThan(0);
    const all = json(cli.run('fonts', '--json')).faces as { roles: string[] }[];
    expect(all.flatMap(({ roles }) => roles)).toEqual(expect.arrayContaining(['song', 'hei', 'kai', 'fangsong', 'biaosong']));
  });
});

describe('typeset --dump: a line a run', () => {
  it('holds the text of the pages in order, with face, size and place', () => {
    const { code, out } = cli.run('typeset', resource('raw-closing.txt'), '--edition', 'booklet', '--dump');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('page 1 [1] 595.276 × 841.89');
    const runs = out.split('\n').filter((line) => line.startsWith('    '));
    for (const run of runs) expect(run).toMatch(/^ {4}\S+ [\d.]+( \+[\d.]+)?( gray=[\d.]+)? x=-?[\d.]+…-?[\d.]+ y=-?[\d.]+ .*"$/);
    const text = runs.map((run) => JSON.parse(run.slice(run.indexOf(' "') + 1)) as string).join('');
    expect(text).toContain('提案');
  });
});

describe('--version', () => {
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { version: string };
  it('is that of package.json, alone on a line of stdout', () => {
    expect(cli.run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
  it('is one object under --json', () => {
    expect(json(cli.run('--version', '--json'))).toEqual({ version });
  });
});

describe('makeup --json', () => {
  const MAKEUP = ['feetLines', 'fill', 'looseness', 'pages', 'reasons', 'score', 'taboos'];
  it('three make-ups and more of a raw page’s articles, each with what it is worth; the chosen one is the layout of every export', () => {
    const ran = cli.run('makeup', resource('raw-opening.txt'), '--choose', '2', '-o', 'made.banxin', '--json');
    expect(ran.code).toBe(0);
    expectWords(ran);
    const proposals = json(ran).proposals as { readonly score: number; readonly reasons: readonly string[]; readonly fill: number; readonly looseness: object; readonly taboos: object[]; readonly pages: unknown }[];
    expect(proposals.length).toBeGreaterThanOrEqual(3);
    expectKeys(proposals, ...MAKEUP);
    for (const { score, reasons, fill, looseness, taboos } of proposals) {
      expect([score >= 0 && score <= 100, fill > 0 && fill <= 1, reasons.length > 4]).toEqual([true, true, true]);
      expect(keys(looseness)).toEqual(['boxRows', 'headRows', 'lines', 'pieces']);
      expectKeys(taboos, 'articles', 'kind', 'page', 'severity');
    }
    expect(new Set(proposals.map(({ pages }) => JSON.stringify(pages))).size).toBe(proposals.length);
    const { layout } = json(cli.run('export', 'made.banxin', '--edition', 'newspaper', '-o', 'made.pdf', '--json')) as { layout: { pages: unknown; score: number } };
    expect(keys(layout)).toEqual(MAKEUP);
    expect([layout.pages, layout.score]).toEqual([proposals[1]!.pages, proposals[1]!.score]);
  });
  it('an edition that is no newspaper, and a proposal that there is none of, are exit 1', () => {
    expectFailure(cli.run('makeup', inProject('resources/samples/yunling.banxin'), '--edition', 'booklet', '--json'), 1, 'preset-mismatch');
    expectFailure(cli.run('makeup', resource('raw-opening.txt'), '--choose', '9', '-o', 'none.banxin', '--json'), 1, 'proposal-unknown');
  });
});

describe('wrong usage is exit 2; commands of later issues do not exist', () => {
  it.each<[string[]]>([
    [['templates', 'x']], [['new', 'x']], [['check']], [['check', 'a.txt', '--edition', 'booklet']], [['makeup']], [['makeup', 'a.txt', '--choose', '1']], [['rollforward', 'a', '-o', 'b']], [['facts']], [['facts', 'a', 'b']], [['compare', 'a']],
    [['nonsense']], [['version']], [['__proto__']], [['constructor']], [['outline']], [['outline', 'a', 'b']], [['outline', 'a.txt', '--loud']], [['import', 'a.txt']], [['import', 'a.txt', '-o', 'a.zip']],
    [['export', 'a.txt', '-o', 'a.pdf']], [['export', 'a.txt', '--edition', 'booklet']], [['export', 'a.txt', '--edition', 'booklet', '-o', 'a.odt']], [['export', 'a.txt', '--edition', 'booklet', '-o', 'a']],
    [['export', 'a.txt', '--edition', 'booklet', '-o', 'a.pdf', '--pdf', 'x1a']], [['export', 'a.txt', '--edition', 'booklet', '-o', 'a.pdf', '--date', '2026年1月']], [['export', 'a.txt', '--edition', '-o', 'a.pdf']],
    [['export', 'a.txt', '--edition', 'booklet', '--stage', '', '-o', 'a.pdf']], [['typeset', 'a.txt', '--edition', 'booklet']], [['fonts', 'x']],
  ])('banxin %j', (words) => {
    expectFailure(cli.run(...words, '--json'), 2, 'usage');
  });
  it('without --json stdout stays empty', () => {
    expect(cli.run('outline', 'a', 'b')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('多出了“b”') as string });
  });
  it.each([['poster'], ['Booklet'], ['__proto__']])('an edition that is none (%s) could not be done', (edition) => {
    expectFailure(cli.run('export', resource('yunling.banxin'), '--edition', edition, '-o', 'z.pdf', '--json'), 1, 'edition-unknown');
  });
  it('a package that stands at the target is kept beside it, unless it is the same', () => {
    cli.put('报告.txt', '关于某事的报告\n\n各位委员：\n我向大会报告工作。\n');
    expect(cli.run('import', '报告.txt', '-o', '会议.banxin').code).toBe(0);
    const first = cli.read('会议.banxin');
    expect(cli.run('import', '报告.txt', '-o', '会议.banxin').code).toBe(0);
    expect(cli.names().filter((name) => name.includes('会议'))).toEqual(['会议.banxin']);
    cli.put('报告.txt', '关于另一件事的报告\n\n各位委员：\n我向大会报告工作。\n');
    const ran = cli.run('import', '报告.txt', '-o', '会议.banxin');
    expect([ran.code, ran.err.includes('会议.旧.banxin')]).toEqual([0, true]);
    expect(cli.read('会议.旧.banxin')).toEqual(first);
    expect(cli.read('会议.banxin')).not.toEqual(first);
  });

  it('a code that --accept does not know is a slip, not consent', () => {
    const ran = cli.run('export', resource('yunling.banxin'), '--edition', 'booklet', '--accept', 'glyph-mising', '-o', 'slip.pdf');
    expect([ran.code, ran.err.includes('glyph-mising'), cli.names().includes('slip.pdf')]).toEqual([2, true, false]);
  });

  it('a package is not imported again', () => {
    expectFailure(cli.run('import', resource('yunling.banxin'), '-o', 'again.banxin', '--json'), 1, 'format-unsupported');
  });
});
