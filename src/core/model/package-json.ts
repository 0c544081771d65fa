// The package's records as plain JSON and back: what the file, the change log,
// the journal and the worker carry. No checks here: what comes from outside is
// checked by package-file.ts; the log carries what we wrote ourselves. Keys are
// written in one fixed order, for the file's bytes depend on it.
import { Node } from 'prosemirror-model';
import { FIELD_PATHS, type Article, type ArticleKind, type FieldDoc, type FieldPath, type Meeting, type Version } from './package';
import { schema } from './schema';

export interface ArticleJson {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly label: string | null;
  readonly fields: Readonly<Record<FieldPath, unknown>>;
  readonly doc: unknown;
}

export interface VersionJson {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly note?: string;
  readonly meeting: Meeting;
  readonly articles: readonly ArticleJson[];
}

/** A picture in the change log: its name in the package and its bytes in base64. */
export interface AssetJson {
  readonly id: string;
  readonly data: string;
}

/** A doc, or a field's doc, from JSON. @throws RangeError for a node or mark that the schema lacks. */
export function docFromJson(json: unknown): Node {
  return Node.fromJSON(schema, json);
}

/** A field from JSON; null stays null. @throws RangeError as docFromJson. */
export function fieldFromJson(json: unknown): FieldDoc {
  return json === null || json === undefined ? null : docFromJson(json);
}

export function articleToJson(article: Article): ArticleJson {
  const fields = {} as Record<FieldPath, unknown>;
  for (const path of FIELD_PATHS) fields[path] = article.fields[path]?.toJSON() ?? null;
  return { id: article.id, kind: article.kind, label: article.label, fields, doc: article.doc.toJSON() as unknown };
}

/** @throws RangeError as docFromJson. */
export function articleFromJson(json: ArticleJson): Article {
  const fields = {} as Record<FieldPath, FieldDoc>;
  for (const path of FIELD_PATHS) fields[path] = fieldFromJson(json.fields[path]);
  return { id: json.id, kind: json.kind, label: json.label, fields, doc: docFromJson(json.doc) };
}

export function versionToJson(version: Version): VersionJson {
  const { id, name, date, note, meeting } = version;
  return { id, name, date, ...(note === undefined ? {} : { note }), meeting, articles: version.articles.map(articleToJson) };
}

/** @throws RangeError as docFromJson. */
export function versionFromJson(json: VersionJson): Version {
  const { id, name, date, note, meeting } = json;
  return { id, name, date, ...(note === undefined ? {} : { note }), meeting, articles: json.articles.map(articleFromJson) };
}

/** Equal as JSON: objects by keys in any order, arrays by place; an absent key equals undefined. */
export function jsonEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => jsonEqual(item, b[i]));
  }
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(left)) if (!jsonEqual(left[key], right[key])) return false;
  for (const key of Object.keys(right)) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 (core has neither Buffer nor btoa). */
export function toBase64(bytes: Uint8Array): string {
  const out: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const have = Math.min(3, bytes.length - i);
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    let four = '';
    for (let k = 0; k < 4; k++) four += k <= have ? ALPHABET[(word >> (18 - 6 * k)) & 63]! : '=';
    out.push(four);
  }
  return out.join('');
}

/** @throws RangeError for text that is not base64. */
export function fromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw new RangeError('base64: length is not a multiple of four');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let i = 0; i < text.length; i += 4) {
    let word = 0;
    for (let k = 0; k < 4; k++) {
      const isPadding = i + k >= text.length - padding;
      const value = isPadding ? 0 : ALPHABET.indexOf(text[i + k]!);
      if (value < 0) throw new RangeError('base64: unexpected character');
      word = (word << 6) | value;
    }
    for (let k = 0; k < 3 && at < bytes.length; k++) bytes[at++] = (word >> (16 - 8 * k)) & 255;
  }
  return bytes;
}
