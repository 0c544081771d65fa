// Hostile input through whole processes (issue 2 §8): each a clear error in
// Chinese or a correct page, exit codes 0, 1, 2 as COMMANDS says, never a stack
// trace, never half a file, nothing temporary left behind.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { expectFailure, expectWords, inProject, json, useCli, type Ran } from './run';

const cli = useCli();
const SAMPLE = readFileSync(inProject('resources/samples/yunling.banxin'));
const isRoot = process.getuid?.() === 0;

const SENTENCE = '全市政协坚持团结和民主两大主题，围绕中心服务大局，共提交提案 286 件，办复率 98.5%，委员满意。';

/** Exports to x.pdf in a folder of its own, which holds the file alone afterwards, or nothing. */
function exported(source: string, edition = 'booklet', ...more: string[]): Ran & { readonly files: readonly string[] } {
  rmSync(cli.at('to'), { recursive: true, force: true });
  mkdirSync(cli.at('to'));
  const ran = cli.run('export', source, '--edition', edition, '-o', 'to/x.pdf', '--json', ...more);
  return { ...ran, files: cli.names('to') };
}

function expectRefused(ran: ReturnType<typeof exported>, code: string): string {
  expect(ran.files).toEqual([]);
  return expectFailure(ran, 1, code);
}

function poppler(...words: string[]): string {
  const { stdout, stderr } = spawnSync('pdftotext', ['-raw', ...words, cli.at('to/x.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(stderr).toBe('');
  return stdout.replace(/\s/g, '');
}

describe('texts that are hard to set give correct pages', () => {
  const random = (seed: number) => (): number => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const roll = random(7);
  const oneLong = SENTENCE.repeat(Math.ceil(200_000 / SENTENCE.length)).slice(0, 200_000);
  const manyShort = Array.from({ length: 12_000 }, () => String.fromCodePoint(0x4e00 + Math.floor(roll() * 3000))).join('\n');
  it.each<[string, () => string | Uint8Array, string, string]>([
    ['one paragraph of 200,000 characters', () => oneLong, 'booklet', '办复率98.5%'],
    ['no Han at all', () => `${'Annual report of the committee. '.repeat(300)}\nThe end.`, 'newspaper', 'Annualreport'],
    ['only punctuation', () => `。，、；：？！“”‘’（）《》——……${'）'.repeat(400)}\n${'“'.repeat(400)}`, 'speech', '；：？！'],
    ['a lone surrogate in UTF-16', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('工作', 'utf16le'), Buffer.from([0, 0xd8]), Buffer.from('报告', 'utf16le')]), 'booklet', '工作\ufffd报告'],
    ['a NUL-free control character and blanks of all kinds', () => '各位\u200b委\u00ad员\u3000\u00a0：\u2028一年来\ufeff成绩', 'booklet', '一年来'],
  ])('%s', (_name, content, edition, word) => {
    cli.put('hard.txt', content());
    const ran = exported('hard.txt', edition);
    expect(ran.code).toBe(0);
    expectWords(ran);
    expect(json(ran)).toMatchObject({ textConserved: true, bytes: cli.read('to/x.pdf').length });
    expect(ran.files).toEqual(['x.pdf']);
    expect(poppler()).toContain(word);
  });
  // 50,000 of them in src/node/hostile.test.ts, without the process.
  it('12,000 paragraphs of one character: all there, in order, in another reader', () => {
    cli.put('hard.txt', manyShort);
    const ran = exported('hard.txt');
    expect([ran.code, ran.files]).toEqual([0, ['x.pdf']]);
    expect(poppler().replace(/—\d+—/g, '')).toBe(manyShort.replaceAll('\n', ''));
  });
});

describe('characters that no face has (emoji, extensions B to H)', () => {
  const rare = ['𠀀', '𪚥', '𫝀', '𫠠', '𬺰', '𮯠', '𰀀', '𱍐', '😀', '👩'];
  it('each is named with its place, and no file is written', () => {
    cli.put('rare.txt', `一、工作回顾\n全市${rare.join('、')}工作。`);
    const ran = exported('rare.txt');
    expectRefused(ran, 'glyph-missing');
    const missing = (json(ran).diagnostics as { code: string; severity: string; message: string; at: { block: number; line: number; excerpt: string } }[]).filter(({ code }) => code === 'glyph-missing');
    for (const character of rare) {
      expect(missing.find(({ message }) => message.includes(`“${character}”`))).toMatchObject({ severity: 'error', at: { block: 1, line: 2, excerpt: character } });
    }
  });
  it('--accept glyph-missing prints them as boxes, and says so', () => {
    cli.put('rare.txt', '一、工作回顾\n全市😀工作。');
    const ran = exported('rare.txt', 'booklet', '--accept', 'glyph-missing');
    expect([ran.code, ran.files]).toEqual([0, ['x.pdf']]);
    expect(ran.err).toContain('😀');
    expect(poppler()).toMatch(/全市.?.?工作。/u);
  });
});

describe('files that are none of ours', () => {
  it.each<[string, () => string, string]>([
    ['an empty file', () => cli.put('a.txt', ''), 'article-none'],
    ['blank lines alone', () => cli.put('a.txt', '\n\r\n　\t\n'), 'article-none'],
    ['a picture named .txt', () => cli.put('a.txt', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55', 'hex')), 'not-text'],
    ['a program named .txt', () => cli.put('a.txt', readFileSync(process.execPath).subarray(0, 200_000)), 'not-text'],
    ['no such file', () => 'nothing.txt', 'read-failed'],
    ['a folder', () => { mkdirSync(cli.at('folder.txt'), { recursive: true }); return 'folder.txt'; }, 'read-failed'],
    ['a path through a file', () => { cli.put('a.txt', '字'); return 'a.txt/b.txt'; }, 'read-failed'],
    ['an empty name', () => '', 'read-failed'],
    ['a link in a circle', () => { rmSync(cli.at('loop.txt'), { force: true }); symlinkSync('loop.txt', cli.at('loop.txt')); return 'loop.txt'; }, 'read-failed'],
    ['a .docx whose XML is broken', () => cli.put('a.docx', zipSync({ 'word/document.xml': strToU8('<w:document/>') })), 'docx-damaged'],
    ['a text named .banxin', () => cli.put('a.banxin', '一、工作回顾'), 'package-truncated'],
    ['a zip of something else', () => cli.put('a.banxin', zipSync({ 'word/document.xml': strToU8('<w:document/>') })), 'package-invalid'],
  ])('%s', (_name, make, code) => {
    const source = make();
    expectRefused(exported(source), code);
  });
  it('the outline of an empty file is an outline of nothing; other commands refuse as export does', () => {
    cli.put('a.txt', '');
    const ran = cli.run('outline', 'a.txt', '--json');
    expect([ran.code, json(ran)]).toEqual([0, { articles: [], joins: [], noise: [], editions: [] }]);
    expect(ran.err).toContain('“a.txt”里没有文字');
    expectFailure(cli.run('import', 'a.txt', '-o', 'a.banxin', '--json'), 1, 'text-empty');
    expectFailure(cli.run('outline', 'nothing.txt', '--json'), 1, 'read-failed');
    cli.put('a.docx', 'PK');
    expectFailure(cli.run('import', 'a.docx', '-o', 'a.banxin', '--json'), 1, 'docx-damaged');
  });
});

/** A zip of `count` pictures that each inflate to 10 MiB from a few KB, `declared` bytes by their headers. */
function bomb(count: number, declared: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(10 << 20));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const name = Buffer.from(i === 0 ? 'banxin.json' : `assets/${i}.png`);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(declared, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(at, 42);
    parts.push(head, name, packed);
    directory.push(entry, name);
    at += head.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

describe('packages that are broken', () => {
  const entries = unzipSync(SAMPLE);
  const parsed = (name: string): Record<string, unknown> => JSON.parse(Buffer.from(entries[name]!).toString('utf8')) as Record<string, unknown>;
  const bytes = (value: unknown): Uint8Array => strToU8(typeof value === 'string' ? value : JSON.stringify(value));
  /** The sample with entries changed (null: left out). */
  function changed(changes: Readonly<Record<string, unknown>>): Uint8Array {
    const files: Zippable = { ...entries };
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) delete files[name];
      else files[name] = value instanceof Uint8Array ? value : bytes(value);
    }
    return zipSync(files);
  }
  it.each([1, 30, 900, SAMPLE.length >> 1, SAMPLE.length - 1])('the first %d bytes of one', (length) => {
    cli.put('b.banxin', SAMPLE.subarray(0, length));
    expectRefused(exported('b.banxin'), 'package-truncated');
  });
  it('a zip bomb, honest or with small sizes declared', () => {
    cli.put('b.banxin', bomb(60, 10 << 20));
    expect(expectRefused(exported('b.banxin'), 'package-too-large')).toContain('兆字节');
    cli.put('b.banxin', bomb(60, 100));
    expectRefused(exported('b.banxin'), 'package-damaged');
  });
  it.each<[string, () => Uint8Array, string, RegExp]>([
    ['a list for an object', () => changed({ 'banxin.json': [] }), 'package-invalid', /banxin\.json.*缺少/],
    ['no JSON', () => changed({ 'meeting.json': '{{{' }), 'package-invalid', /meeting\.json.*不是 JSON/],
    ['a word for a number', () => changed({ 'meeting.json': { ...parsed('meeting.json'), term: '五' } }), 'package-invalid', /term：应为 数/],
    ['another program’s format', () => changed({ 'banxin.json': { ...parsed('banxin.json'), format: 'docx' } }), 'package-invalid', /format/],
    ['an entry that is missing', () => changed({ 'articles/report.json': null }), 'package-invalid', /articles\/report\.json.*缺少/],
    ['brackets nested 200,000 deep', () => changed({ 'articles/report.json': '['.repeat(200_000) + ']'.repeat(200_000) }), 'package-invalid', /report\.json/],
    ['tables nested 20,000 deep', () => {
      const doc = `{"type":"doc","content":[${'{"type":"table","content":['.repeat(20_000)}${']}'.repeat(20_000)}]}`;
      return changed({ 'articles/report.json': JSON.stringify({ ...parsed('articles/report.json'), doc: 0 }).replace('"doc":0', `"doc":${doc}`) });
    }, 'package-invalid', /report\.json/],
    ['a document without a block', () => changed({ 'articles/report.json': { ...parsed('articles/report.json'), doc: { type: 'doc', content: [] } } }), 'package-invalid', /report\.json/],
    ['no article and no edition', () => changed({ 'banxin.json': { ...parsed('banxin.json'), articles: [], editions: [] } }), 'article-none', /没有稿件/],
    ['an edition of nothing', () => changed({ 'editions/booklet.json': { ...parsed('editions/booklet.json'), articles: [] } }), 'article-none', /没有选稿件/],
    ['an edition of articles that are not there', () => changed({ 'editions/booklet.json': { ...parsed('editions/booklet.json'), articles: ['x'] } }), 'article-none', /没有选稿件/],
    ['a million lines to the page', () => changed({ 'editions/booklet.json': { ...parsed('editions/booklet.json'), master: { ...(parsed('editions/booklet.json').master as object), lines: 1_000_000 } } }), 'package-invalid', /master\.lines/],
    ['50 columns to a newspaper’s page, whose make-up would not end', () => changed({ 'editions/paper-opening.json': { ...parsed('editions/paper-opening.json'), master: { ...(parsed('editions/paper-opening.json').master as object), columns: 50 } } }), 'package-invalid', /editions\/paper-opening\.json.*master\.columns/],
    ['columns of nothing', () => changed({ 'editions/booklet.json': { ...parsed('editions/booklet.json'), master: { ...(parsed('editions/booklet.json').master as object), columns: { characters: 0, em: 16 } } } }), 'package-invalid', /characters/],
  ])('%s', (_name, make, code, words) => {
    cli.put('b.banxin', make());
    expect(expectRefused(exported('b.banxin'), code)).toMatch(words);
  });
  it.each([1, 2, 3])('columns of %d characters: set, each bad line reported', (characters) => {
    const edition = parsed('editions/booklet.json');
    cli.put('b.banxin', changed({ 'editions/booklet.json': { ...edition, articles: ['brief'], master: { ...(edition.master as object), columns: { characters, em: 15.793 } } } }));
    const ran = exported('b.banxin');
    expect([ran.code, json(ran).textConserved]).toEqual([0, true]);
  });
  it('a newer format version opens read-only with a word', () => {
    cli.put('b.banxin', changed({ 'banxin.json': { ...parsed('banxin.json'), version: 99 } }));
    const ran = exported('b.banxin', 'booklet-proposals');
    expect([ran.code, json(ran).textConserved]).toEqual([0, true]);
    expect(ran.err).toContain('较新的版心');
  });
  it('a node that is unknown: its text is printed, and said to be for looking at alone', () => {
    const article = parsed('articles/brief.json') as { doc: { content: { type: string; content: unknown }[] } };
    article.doc.content.push({ type: 'sparkle', content: [{ type: 'text', text: '不认识的节点里的字' }] });
    cli.put('b.banxin', changed({ 'articles/brief.json': article }));
    const ran = exported('b.banxin', 'booklet', '--article', 'brief');
    expect([ran.code, ran.err.includes('sparkle')]).toEqual([0, true]);
    expect(poppler()).toContain('不认识的节点里的字');
  });
  it('an entry that would climb out of the package stays inside', () => {
    cli.put('b.banxin', changed({ '../../evil.txt': 'x' }));
    expect(exported('b.banxin', 'booklet-proposals').code).toBe(0);
    expect(cli.names()).not.toContain('evil.txt');
  });
});

describe('the world fails', () => {
  const TEXT = `一、工作回顾\n${SENTENCE}`;
  it('no such folder for the output', () => {
    cli.put('r.txt', TEXT);
    for (const ran of [cli.run('export', 'r.txt', '--edition', 'booklet', '-o', 'none/x.pdf', '--json'), cli.run('import', 'r.txt', '-o', 'none/x.banxin', '--json')]) {
      expect(expectFailure(ran, 1, 'write-failed')).toContain('没有这个文件或文件夹');
    }
  });
  it('a folder stands at the output', () => {
    cli.put('r.txt', TEXT);
    mkdirSync(cli.at('d.pdf'), { recursive: true });
    expect(expectFailure(cli.run('export', 'r.txt', '--edition', 'booklet', '-o', 'd.pdf', '--json'), 1, 'write-failed')).toContain('文件夹');
    expect(cli.names('d.pdf')).toEqual([]);
  });

  const asNobody = `exec ${isRoot ? 'runuser -u nobody -- env BANXIN_PINNED_FACES=1 ' : ''}"$@"`;
  const canBeNobody = !isRoot || spawnSync('runuser', ['-u', 'nobody', '--', process.execPath, '-e', `require('node:fs').accessSync(${JSON.stringify(inProject('package.json'))})`]).status === 0;
  it.skipIf(!canBeNobody)('a folder that may not be written, one that may not be read', () => {
    for (const folder of ['', 'fixed', 'closed']) mkdirSync(cli.at(folder), { recursive: true });
    cli.put('r.txt', TEXT);
    cli.put('closed/r.txt', TEXT);
    chmodSync(cli.at('fixed'), 0o555);
    chmodSync(cli.at('closed'), 0);
    // The test's own folder is for its owner alone.
    chmodSync(cli.dir, 0o755);
    try {
      const unwritable = cli.shell(asNobody, 'export', 'r.txt', '--edition', 'booklet', '-o', 'fixed/x.pdf', '--json');
      expect(expectFailure(unwritable, 1, 'write-failed')).toContain('没有权限');
      expect(cli.names('fixed')).toEqual([]);
      expect(expectFailure(cli.shell(asNobody, 'outline', 'closed/r.txt', '--json'), 1, 'read-failed')).toContain('没有权限');
      expectFailure(cli.shell(asNobody, 'export', 'r.txt', '--edition', 'booklet', '--fonts', 'closed', '-o', 'x.pdf', '--json'), 1, 'fonts-unreadable');
    } finally {
      chmodSync(cli.at('fixed'), 0o755);
      chmodSync(cli.at('closed'), 0o755);
    }
  });

  const canMount = isRoot && spawnSync('unshare', ['-m', 'sh', '-c', 'mkdir -p /tmp && mount -t tmpfs -o size=64k tmpfs /tmp']).status === 0;
  it.skipIf(!canMount)('a full disk: said so, the old file whole, nothing left beside it', () => {
    cli.put('r.txt', `${TEXT}\n`.repeat(300));
    mkdirSync(cli.at('disk'), { recursive: true });
    // A disk of 64 KiB with an old file on it, in a name space that ends with the command.
    const ran = cli.shell(
      `unshare -m bash -c 'mount -t tmpfs -o size=64k tmpfs disk && printf old >disk/x.pdf && "$@"; code=$?; ls -A disk >&2; cat disk/x.pdf >&2; exit $code' bash "$@"`,
      'export', 'r.txt', '--edition', 'booklet', '-o', 'disk/x.pdf', '--json',
    );
    expect(expectFailure(ran, 1, 'write-failed')).toContain('磁盘已满');
    expect(ran.err).toMatch(/\nx\.pdf\nold$/);
  });

  it.each([['outline', ['outline', 'r.txt', '--json']], ['typeset', ['typeset', 'r.txt', '--edition', 'booklet', '--dump']]])('a reader that goes away early (%s | head -c 1)', (_name, words) => {
    cli.put('r.txt', `${TEXT}\n`.repeat(500));
    const ran = cli.shell(`set -o pipefail; "$@" | head -c 1; exit \${PIPESTATUS[0]}`, ...words);
    expect([ran.code, ran.out.length]).toEqual([0, 1]);
    expect(ran.err).not.toMatch(/EPIPE|\bat .*:\d+:\d+/);
  });
  it('stdout and stderr that are closed do not change what is done', () => {
    cli.put('r.txt', TEXT);
    expect(cli.shell('"$@" >&- 2>&-', 'export', 'r.txt', '--edition', 'booklet', '-o', 'closed.pdf', '--json').code).toBe(0);
    expect(cli.read('closed.pdf').subarray(0, 5).toString()).toBe('%PDF-');
  });
  it('a file that is written over keeps its mode; a link stays a link', () => {
    cli.put('r.txt', TEXT);
    cli.put('real.pdf', 'old');
    chmodSync(cli.at('real.pdf'), 0o640);
    rmSync(cli.at('link.pdf'), { force: true });
    symlinkSync('real.pdf', cli.at('link.pdf'));
    expect(cli.run('export', 'r.txt', '--edition', 'booklet', '-o', 'link.pdf').code).toBe(0);
    expect(cli.shell('stat -c %a real.pdf; readlink link.pdf; head -c 5 real.pdf').out).toBe('640\nreal.pdf\n%PDF-');
  });
});
