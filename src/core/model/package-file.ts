// A .banxin file: zip of JSON ↔ Package (DESIGN, "The file"). In: bytes. Out: the
// package, whether it may be written, and the origin: what the file held that we
// do not know, which goes back where it was. Opening and saving without a change
// gives the same bytes. Whoever exports raw text never loads this (valibot).
import { strFromU8, strToU8 } from 'fflate';
import {
  ArticleSchema, CommentsSchema, EditionSchema, FiguresSchema, HeadSchema, IgnoredSchema, ManifestSchema, MeetingSchema, PicturesSchema, PromisesSchema, ReasonsSchema, shapeError, TargetsSchema, VersionSchema,
} from './package-schema';
import { jsonDepth } from './json-depth';
import { FIELD_PATHS, type Article, type CommentThread, type Edition, type FieldDoc, type FieldPath, type Meeting, type Package, type Version } from './package';
import { articleToJson, versionToJson, type ArticleJson, type VersionJson } from './package-json';
import { readDoc, readField, type ReadDoc } from './read-doc';
import { ARCHIVE_LIMITS, PackageFileError, readArchive, writeArchive, type ArchiveLimits } from './zip-archive';

/** Version of the format that this program writes. */
export const FORMAT_VERSION = 1;

type Record_ = Readonly<Record<string, unknown>>;

/** One step from format version n to n + 1, on the parsed JSON of all entries by name. */
export type Migration = (files: ReadonlyMap<string, unknown>) => ReadonlyMap<string, unknown>;

/** Keyed by the version that a step starts from. Version 1 is the first. */
const MIGRATIONS: ReadonlyMap<number, Migration> = new Map();

/** What a file held besides what the package's records hold. Opaque to callers: hand it back to writePackage. */
export interface PackageOrigin {
  readonly pkg: Package;
  readonly bytes: Uint8Array;
  /** Entries that we do not know, byte for byte. */
  readonly entries: ReadonlyMap<string, Uint8Array>;
  /** Unknown fields of banxin.json and, by article or version, of its JSON. */
  readonly fields: ReadonlyMap<string, Record_>;
}

export interface OpenedPackage {
  readonly pkg: Package;
  /** Why the package may only be looked at (Chinese); null: it may be changed and saved. */
  readonly readOnly: string | null;
  readonly origin: PackageOrigin;
}

const invalid = (entry: string, why: string): PackageFileError => new PackageFileError('package-invalid', `文稿包里的 ${entry} 读不出来（${why}）`);

/** Our records nest a dozen deep, a document's lists and tables somewhat more. */
const DEEPEST = 256;

function parse(entry: string, bytes: Uint8Array): unknown {
  if (jsonDepth(bytes) > DEEPEST) throw invalid(entry, '嵌套太深');
  try {
    return JSON.parse(strFromU8(bytes)) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalid(entry, '不是 JSON');
  }
}

/** Steps `files` up to `target`. @throws PackageFileError where a step is missing. */
export function migrate(
  files: ReadonlyMap<string, unknown>, version: number, target: number = FORMAT_VERSION, migrations: ReadonlyMap<number, Migration> = MIGRATIONS,
): ReadonlyMap<string, unknown> {
  let current = files;
  for (let at = version; at < target; at++) {
    const step = migrations.get(at);
    if (step === undefined) throw new PackageFileError('package-invalid', `文稿包的格式（第 ${version} 版）这里不认识`);
    current = step(current);
  }
  return current;
}

class Reader {
  readonly used = new Set<string>(['banxin.json']);
  readonly fields = new Map<string, Record_>();
  unknown: string | null = null;

  constructor(readonly files: ReadonlyMap<string, unknown>) {}

  /** The JSON of an entry, checked against its schema. */
  json(entry: string, schema: Parameters<typeof shapeError>[0]): unknown {
    const value = this.files.get(entry);
    if (value === undefined) throw invalid(entry, '缺少这一项');
    this.used.add(entry);
    const wrong = shapeError(schema, value);
    if (wrong !== null) throw invalid(entry, wrong);
    return value;
  }

  /** As json, for entries that a package need not have. */
  optional<T>(entry: string, schema: Parameters<typeof shapeError>[0], absent: T): T {
    return this.files.has(entry) ? (this.json(entry, schema) as T) : absent;
  }

  #doc(read: ReadDoc | null, entry: string): ReadDoc['doc'] {
    if (read === null) throw invalid(entry, '文字的结构不对');
    if (read.unknown !== null) this.unknown ??= read.unknown;
    return read.doc;
  }

  article(json: ArticleJson, entry: string): Article {
    const fields = {} as Record<FieldPath, FieldDoc>;
    for (const path of FIELD_PATHS) {
      const field = json.fields[path] ?? null;
      fields[path] = field === null ? null : this.#doc(readField(field), entry);
    }
    this.keep(entry, json as unknown as Record_, ['id', 'kind', 'label', 'doc']);
    return { id: json.id, kind: json.kind, label: json.label, fields, doc: this.#doc(readDoc(json.doc), entry) };
  }

  version(json: VersionJson, entry: string): Version {
    this.keep(entry, json as unknown as Record_, ['id', 'name', 'date', 'note', 'meeting', 'articles']);
    const articles = json.articles.map((article) => this.article(article, `${entry}#${article.id}`));
    const { id, name, date, note, meeting } = json;
    return { id, name, date, ...(note === undefined ? {} : { note }), meeting, articles };
  }

  /** Remembers the unknown keys of a record that is rebuilt on writing; of `fields`, its unknown keys. */
  keep(entry: string, json: Record_, known: readonly string[]): void {
    const rest: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(json)) {
      if (known.includes(key)) continue;
      if (key !== 'fields') rest[key] = value;
      else {
        const fields = Object.entries(value as Record_).filter(([path]) => !(FIELD_PATHS as readonly string[]).includes(path));
        if (fields.length > 0) rest.fields = Object.fromEntries(fields);
      }
    }
    if (Object.keys(rest).length > 0) this.fields.set(entry, rest);
  }
}

const ASSET = 'assets/';

function readRecords(reader: Reader, archive: ReadonlyMap<string, Uint8Array>): Package {
  const manifest = reader.json('banxin.json', ManifestSchema) as Pick<Package, 'id' | 'name' | 'stage'> & Readonly<Record<'articles' | 'editions' | 'versions', readonly string[]>>;
  reader.keep('banxin.json', manifest as unknown as Record_, ['format', 'version', 'id', 'name', 'stage', 'articles', 'editions', 'versions']);
  const own = <T extends { readonly id: string }>(entry: string, id: string, value: T): T => {
    if (value.id !== id) throw invalid(entry, '编号与文件名不同');
    return value;
  };
  for (const list of [manifest.articles, manifest.editions, manifest.versions]) {
    if (new Set(list).size !== list.length) throw invalid('banxin.json', '编号重复');
  }
  const parts = <T>(folder: string, ids: readonly string[], read: (entry: string, id: string) => T): T[] => ids.map((id) => read(`${folder}/${id}.json`, id));
  const assets = new Map<string, Uint8Array>();
  for (const [name, bytes] of archive) {
    if (!name.startsWith(ASSET) || name.length === ASSET.length || name.endsWith('/')) continue;
    reader.used.add(name);
    assets.set(name.slice(ASSET.length), bytes);
  }
  return {
    id: manifest.id,
    name: manifest.name,
    stage: manifest.stage,
    meeting: reader.json('meeting.json', MeetingSchema) as Meeting,
    articles: parts('articles', manifest.articles, (entry, id) => reader.article(own(entry, id, reader.json(entry, ArticleSchema) as ArticleJson), entry)),
    editions: parts('editions', manifest.editions, (entry, id) => own(entry, id, reader.json(entry, EditionSchema) as Edition)),
    versions: parts('versions', manifest.versions, (entry, id) => reader.version(own(entry, id, reader.json(entry, VersionSchema) as VersionJson), entry)),
    assets,
    comments: reader.optional<readonly CommentThread[]>('comments.json', CommentsSchema, []),
    ignored: reader.optional<Package['ignored']>('ignored.json', IgnoredSchema, []),
    ...(reader.files.has('targets.json') ? { targets: reader.json('targets.json', TargetsSchema) as NonNullable<Package['targets']> } : {}),
    ...(reader.files.has('figures.json') ? { figures: reader.json('figures.json', FiguresSchema) as NonNullable<Package['figures']> } : {}),
    ...(reader.files.has('promises.json') ? { promises: reader.json('promises.json', PromisesSchema) as NonNullable<Package['promises']> } : {}),
    ...(reader.files.has('pictures.json') ? { pictures: reader.json('pictures.json', PicturesSchema) as NonNullable<Package['pictures']> } : {}),
    ...(reader.files.has('reasons.json') ? { reasons: reader.json('reasons.json', ReasonsSchema) as NonNullable<Package['reasons']> } : {}),
  };
}

/** A newer file is shown where its records still read as ours; else the reason is its age, not its shape. */
function readNewer(reader: Reader, archive: ReadonlyMap<string, Uint8Array>): Package {
  try {
    return readRecords(reader, archive);
  } catch (error) {
    if (!(error instanceof PackageFileError)) throw error;
    throw new PackageFileError('package-invalid', '这个文稿包是较新的版心保存的，这一版读不了');
  }
}

/** Entries whose JSON we read; all else is kept as bytes. */
const OURS = /^(?:(?:banxin|meeting|comments|ignored|targets|figures|promises|reasons|pictures)|(?:articles|editions|versions)\/[^/]+)\.json$/;

/**
 * Reads a .banxin file.
 * @throws PackageFileError (Chinese message) for what is no zip, truncated, damaged, too large or of the wrong shape.
 */
export function readPackage(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): OpenedPackage {
  const archive = readArchive(bytes, limits);
  const head = archive.get('banxin.json');
  if (head === undefined) throw new PackageFileError('package-invalid', '这个压缩包不是文稿包（没有 banxin.json）');
  const manifest = parse('banxin.json', head);
  const wrong = shapeError(HeadSchema, manifest);
  if (wrong !== null) throw invalid('banxin.json', wrong);
  const { version, ...rest } = manifest as { readonly version: number } & Record_;
  // Only what banxin.json lists is read: a stray article of another program stays what it is.
  const listed = new Set(['articles', 'editions', 'versions'].flatMap((folder) =>
    Array.isArray(rest[folder]) ? (rest[folder] as unknown[]).map((id) => `${folder}/${String(id)}.json`) : []));
  const files = new Map<string, unknown>([['banxin.json', manifest]]);
  for (const [name, data] of archive) {
    if (name !== 'banxin.json' && OURS.test(name) && (!name.includes('/') || listed.has(name))) files.set(name, parse(name, data));
  }
  const reader = new Reader(migrate(files, version));
  const pkg = version > FORMAT_VERSION ? readNewer(reader, archive) : readRecords(reader, archive);
  const entries = new Map([...archive].filter(([name]) => !reader.used.has(name)));
  const readOnly = version > FORMAT_VERSION ? '这个文稿包是较新的版心保存的，这里只能看，不能改'
    : reader.unknown !== null ? `文稿里有这一版不认识的内容（${reader.unknown}），只能看，不能改` : null;
  return { pkg, readOnly, origin: { pkg, bytes, entries, fields: reader.fields } };
}

/** A record with the unknown fields that its entry had when it was read. */
function withUnknown(json: Record_, unknown: Record_ | undefined): Record_ {
  if (unknown === undefined) return json;
  const fields = unknown.fields === undefined ? json.fields : { ...(json.fields as Record_), ...(unknown.fields as Record_) };
  return { ...json, ...unknown, ...(fields === undefined ? {} : { fields }) };
}

/**
 * The bytes of a package: the same package gives the same bytes. `origin` is what it was read from, null for
 * a new one; a package that did not change since gives the bytes that were read.
 */
export function writePackage(pkg: Package, origin: PackageOrigin | null): Uint8Array {
  if (origin !== null && origin.pkg === pkg) return origin.bytes;
  const unknown = origin?.fields ?? new Map<string, Record_>();
  const entries = new Map<string, Uint8Array>(origin?.entries ?? []);
  const put = (name: string, value: unknown): void => void entries.set(name, strToU8(JSON.stringify(value)));
  const ids = (parts: readonly { readonly id: string }[]): string[] => parts.map(({ id }) => id);
  const article = (part: Article, entry: string): Record_ => withUnknown(articleToJson(part) as unknown as Record_, unknown.get(entry));
  put('banxin.json', withUnknown({
    format: 'banxin', version: FORMAT_VERSION, id: pkg.id, name: pkg.name, stage: pkg.stage, articles: ids(pkg.articles), editions: ids(pkg.editions),
    versions: ids(pkg.versions),
  }, unknown.get('banxin.json')));
  put('meeting.json', pkg.meeting);
  for (const part of pkg.articles) put(`articles/${part.id}.json`, article(part, `articles/${part.id}.json`));
  for (const part of pkg.editions) put(`editions/${part.id}.json`, part);
  for (const part of pkg.versions) {
    const entry = `versions/${part.id}.json`;
    const json = { ...versionToJson(part), articles: part.articles.map((one) => article(one, `${entry}#${one.id}`)) };
    put(entry, withUnknown(json, unknown.get(entry)));
  }
  for (const [id, bytes] of pkg.assets) entries.set(ASSET + id, bytes);
  if (pkg.comments.length > 0) put('comments.json', pkg.comments);
  if (pkg.ignored.length > 0) put('ignored.json', pkg.ignored);
  if (pkg.targets !== undefined) put('targets.json', pkg.targets);
  if (pkg.figures !== undefined) put('figures.json', pkg.figures);
  if (pkg.promises !== undefined) put('promises.json', pkg.promises);
  if (pkg.reasons !== undefined) put('reasons.json', pkg.reasons);
  if (pkg.pictures !== undefined) put('pictures.json', pkg.pictures);
  return writeArchive(entries);
}
