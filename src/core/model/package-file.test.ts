import { describe, expect, it } from 'vitest';
import { strFromU8, strToU8 } from 'fflate';
import { sampleBrief, samplePackage } from '../../../test/sample-package';
import { FORMAT_VERSION, migrate, readPackage, writePackage } from './package-file';
import type { Package } from './package';
import { PackageFileError, readArchive, writeArchive } from './zip-archive';

const written = writePackage(samplePackage, null);

type Json = Record<string, unknown>;
const jsonOf = (bytes: Uint8Array, entry: string): Json => JSON.parse(strFromU8(readArchive(bytes).get(entry)!)) as Json;

/** The written file with one entry's JSON edited (or, by null, taken out). */
function edited(entry: string, edit: ((json: Json) => unknown) | null): Uint8Array {
  const archive = readArchive(written);
  if (edit === null) archive.delete(entry);
  else archive.set(entry, strToU8(JSON.stringify(edit(jsonOf(written, entry)))));
  return writeArchive(archive);
}

/** A change that a user might make, so that saving writes anew. */
const renamed = (pkg: Package): Package => ({ ...pkg, name: '改名' });

function problemOf(bytes: Uint8Array): { code: string; message: string } {
  try {
    readPackage(bytes);
  } catch (error) {
    if (error instanceof PackageFileError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('it opened');
}

describe('open and save', () => {
  it('gives the package back, whole', () => {
    const { pkg, readOnly } = readPackage(written);
    expect(readOnly).toBeNull();
    expect(pkg).toEqual(samplePackage);
    pkg.articles.forEach((article, i) => expect(article.doc.eq(samplePackage.articles[i]!.doc)).toBe(true));
  });
  it('without a change gives the same bytes, written anew as well', () => {
    const { pkg, origin } = readPackage(written);
    expect(writePackage(pkg, origin)).toEqual(written);
    expect(writePackage({ ...pkg }, origin)).toEqual(written);
  });
  it('a file that another zip program packed keeps its bytes too', () => {
    const other = new Uint8Array(written);
    other[10] = 7; // entry time of the first local header
    const { pkg, origin } = readPackage(other);
    expect(writePackage(pkg, origin)).toEqual(other);
  });
  it('holds what DESIGN lists, sorted, and no date but 1980-01-01', () => {
    expect([...readArchive(written).keys()]).toEqual([
      'articles/brief.json', 'articles/report.json', 'assets/0f.png', 'banxin.json', 'comments.json', 'editions/booklet.json', 'editions/paper.json', 'ignored.json',
      'meeting.json', 'versions/v1.json',
    ]);
    const view = new DataView(written.buffer, written.byteOffset);
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, (1 << 5) | 1]); // DOS time 00:00, date 1 January of year 0
  });
});

describe('what we do not know survives a change and a save', () => {
  const survives = (bytes: Uint8Array): Uint8Array => {
    const { pkg, origin, readOnly } = readPackage(bytes);
    expect(readOnly).toBeNull();
    return writePackage(renamed(pkg), origin);
  };
  it('unknown entries, folders and a stray article that banxin.json does not list', () => {
    const archive = readArchive(written);
    archive.set('plugin/data.bin', new Uint8Array([0, 255]));
    archive.set('empty/', new Uint8Array(0));
    archive.set('articles/stray.json', strToU8('not even json'));
    const again = readArchive(survives(writeArchive(archive)));
    expect(again.get('plugin/data.bin')).toEqual(new Uint8Array([0, 255]));
    expect(again.has('empty/')).toBe(true);
    expect(strFromU8(again.get('articles/stray.json')!)).toBe('not even json');
  });
  it.each<[string, string, (json: Json) => Json]>([
    ['of the manifest', 'banxin.json', (json) => ({ ...json, theme: { dark: true } })],
    ['of the record', 'meeting.json', (json) => ({ ...json, organisation: { ...(json.organisation as Json), logo: 'x' } })],
    ['of an article', 'articles/brief.json', (json) => ({ ...json, byline: '记者' })],
    ["among an article's fields", 'articles/brief.json', (json) => ({ ...json, fields: { ...(json.fields as Json), 'deck.summary': { type: 'doc' } } })],
    ['deep in an edition', 'editions/paper.json', (json) => ({ ...json, look: { ...(json.look as Json), tint: 3 } })],
    ["of a version's article", 'versions/v1.json', (json) => ({ ...json, articles: (json.articles as Json[]).map((article) => ({ ...article, note: 1 })) })],
    ['of a comment', 'comments.json', (json) => (json as unknown as Json[]).map((thread) => ({ ...thread, color: 'red' })) as unknown as Json],
  ])('unknown fields %s', (_name, entry, edit) => {
    const file = edited(entry, edit);
    const before = jsonOf(file, entry);
    const after = jsonOf(survives(file), entry);
    expect(after).toEqual(entry === 'banxin.json' ? { ...before, name: '改名' } : before);
  });
});

describe('a document with something unknown opens read-only, with a word', () => {
  const article = (content: unknown): Uint8Array => edited('articles/brief.json', (json) => ({ ...json, doc: { type: 'doc', content } }));
  it.each<[string, unknown, RegExp, string]>([
    ['a node', [{ type: 'video', content: [{ type: 'text', text: '看' }] }], /节点 video/, '看'],
    ['an inline node', [{ type: 'paragraph', content: [{ type: 'emoji', text: '笑' }] }], /节点 emoji/, '笑'],
    ['a mark', [{ type: 'paragraph', content: [{ type: 'text', text: '字', marks: [{ type: 'blink' }] }] }], /标记 blink/, '字'],
    ['an attribute', [{ type: 'paragraph', attrs: { align: null, head: null, adjust: null, dropCap: 3 }, content: [{ type: 'text', text: '字' }] }], /paragraph 的属性 dropCap/, '字'],
    ["a mark's attribute", [{ type: 'paragraph', content: [{ type: 'text', text: '字', marks: [{ type: 'kai', attrs: { w: 1 } }] }] }], /标记 kai 的属性 w/, '字'],
    ['an attribute value', [{ type: 'heading', attrs: { level: 77, numbered: true, start: null, form: null, adjust: null }, content: [{ type: 'text', text: '题' }] }], /heading 的属性 level 的值/, '题'],
    ['a head of the wrong shape', [{ type: 'paragraph', attrs: { align: null, head: { level: 'x' }, adjust: null }, content: [] }], /head 的值/, ''],
  ])('%s', (_name, content, word, kept) => {
    const { readOnly, pkg } = readPackage(article(content));
    expect(readOnly).toMatch(word);
    expect(pkg.articles[1]!.doc.textContent).toBe(kept);
  });
  it('attributes left to their defaults are nothing unknown', () => {
    expect(readPackage(article([{ type: 'paragraph', content: [{ type: 'text', text: '字' }] }])).readOnly).toBeNull();
  });
  it('a field of two paragraphs is run together', () => {
    const two = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '上' }] }, { type: 'paragraph', content: [{ type: 'text', text: '下' }] }] };
    const { readOnly, pkg } = readPackage(edited('articles/brief.json', (json) => ({ ...json, fields: { ...(json.fields as Json), 'deck.main': two } })));
    expect(readOnly).toContain('多个段落');
    expect(pkg.articles[1]!.fields['deck.main']!.textContent).toBe('上\n下');
  });
});

describe('versions of the format', () => {
  it('a newer one opens read-only', () => {
    const { readOnly, pkg } = readPackage(edited('banxin.json', (json) => ({ ...json, version: FORMAT_VERSION + 1 })));
    expect(readOnly).toContain('较新的版心');
    expect(pkg.articles).toHaveLength(2);
  });
  it('a newer one whose records are others is refused for its age', () => {
    expect(problemOf(edited('banxin.json', (json) => ({ ...json, version: 9, articles: {} })))).toMatchObject({ code: 'package-invalid', message: expect.stringContaining('较新') as string });
  });
  it('an older one is stepped up in memory, one step a version', () => {
    const add = (mark: string) => (files: ReadonlyMap<string, unknown>) => new Map([...files, [mark, 1]]);
    const steps = new Map([[1, add('a')], [2, add('b')]]);
    expect([...migrate(new Map(), 1, 3, steps).keys()]).toEqual(['a', 'b']);
    expect([...migrate(new Map(), 3, 3, steps).keys()]).toEqual([]);
    expect(() => migrate(new Map(), 1, 4, steps)).toThrow(PackageFileError);
  });
});

describe('a broken or hostile file is a clear error', () => {
  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(0), 'package-truncated'],
    ['a text', strToU8('中国人民政治协商会议'.repeat(20)), 'package-truncated'],
    ['cut off by a byte', written.subarray(0, written.length - 1), 'package-truncated'],
    ['cut off in the middle', written.subarray(0, written.length >> 1), 'package-truncated'],
    ['no banxin.json', edited('banxin.json', null), 'package-invalid'],
    ['an article missing', edited('articles/brief.json', null), 'package-invalid'],
    ['not JSON', writeArchive(new Map([['banxin.json', strToU8('{')]])), 'package-invalid'],
    ['JSON of another program', writeArchive(new Map([['banxin.json', strToU8('{"format":"docx","version":1}')]])), 'package-invalid'],
    ['a record of the wrong shape', edited('meeting.json', () => []), 'package-invalid'],
    ['a term that is text', edited('meeting.json', (json) => ({ ...json, term: '九' })), 'package-invalid'],
    ['a master of no lines', edited('editions/paper.json', (json) => ({ ...json, master: { ...(json.master as Json), lines: 0 } })), 'package-invalid'],
    ['an indent wider than any page', edited('editions/paper.json', (json) => ({ ...json, look: { ...(json.look as Json), styles: { body: { indent: 500 } } } })), 'package-invalid'],
    ["a booklet on a newspaper's page", edited('editions/paper.json', (json) => ({ ...json, kind: 'booklet' })), 'package-invalid'],
    ['a doc that is none', edited('articles/brief.json', (json) => ({ ...json, doc: 'text' })), 'package-invalid'],
    ['a doc without a block', edited('articles/brief.json', (json) => ({ ...json, doc: { type: 'doc', content: [] } })), 'package-invalid'],
    ['an id that climbs', edited('banxin.json', (json) => ({ ...json, articles: ['..'] })), 'package-invalid'],
    ['an id twice', edited('banxin.json', (json) => ({ ...json, articles: ['brief', 'brief'] })), 'package-invalid'],
    ['an id that is not its file name', edited('articles/brief.json', (json) => ({ ...json, id: 'other' })), 'package-invalid'],
  ])('%s', (_name, bytes, code) => expect(problemOf(bytes)).toMatchObject({ code, message: expect.stringMatching(/\p{Script=Han}/u) as string }));
  it('JSON nested 100,000 deep is no stack overflow', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const archive = readArchive(written);
    archive.set('articles/brief.json', strToU8(JSON.stringify({ ...jsonOf(written, 'articles/brief.json'), doc: 0 }).replace('"doc":0', `"doc":{"type":"doc","content":${deep}}`)));
    expect(problemOf(writeArchive(archive)).code).toBe('package-invalid');
  });
  it('a change anywhere in an entry is found by its check sum', () => {
    const bytes = new Uint8Array(written);
    bytes[60] = bytes[60]! ^ 1;
    expect(problemOf(bytes).code).toBe('package-damaged');
  });
  it('a zip bomb is measured before it is inflated', () => {
    const bomb = writeArchive(new Map([['banxin.json', new Uint8Array(100_000)]]));
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    view.setUint32(view.getUint32(bomb.length - 6, true) + 24, 100 << 20, true); // as if it held 100 MiB
    expect(problemOf(bomb)).toEqual({ code: 'package-too-large', message: '文稿包压缩比异常，不能打开' });
    const small = { entries: 3, bytes: 1000, ratio: 200, freeBytes: 1000 };
    expect(() => readArchive(writeArchive(new Map([['a', new Uint8Array(1001)]])), small)).toThrow('超过');
    expect(() => readArchive(writeArchive(new Map(['a', 'b', 'c', 'd'].map((name) => [name, new Uint8Array(1)]))), small)).toThrow('太多');
  });
  it('a size that lies in the directory is found', () => {
    const bytes = writeArchive(new Map([['a', new Uint8Array(5000)]]));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const central = view.getUint32(bytes.length - 6, true);
    view.setUint32(central + 24, 100, true);
    expect(() => readArchive(bytes)).toThrow(PackageFileError);
  });
  it('an encrypted entry says so', () => {
    const bytes = new Uint8Array(written);
    const view = new DataView(bytes.buffer);
    const central = view.getUint32(bytes.length - 6, true);
    view.setUint16(central + 8, 1, true);
    expect(problemOf(bytes).code).toBe('package-encrypted');
  });
  it('a lone surrogate and names of any script survive', () => {
    const odd: Package = { ...samplePackage, name: '\ud800', articles: [{ ...sampleBrief, id: '𠮷稿é' }], editions: [], versions: [] };
    expect(readPackage(writePackage(odd, null)).pkg).toEqual(odd);
  });
});
