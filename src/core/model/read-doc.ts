// ProseMirror documents from a file, trusting nothing. Node.fromJSON throws at an
// unknown type and drops unknown attributes without a word, so the JSON is walked
// first: what the schema does not know is noted (the package then opens read-only)
// and left out with its text kept; a value of the wrong shape counts as unknown,
// for `validate` looks at types alone. Out: a doc that the schema accepts.
import { Node } from 'prosemirror-model';
import { schema } from './schema';

export interface ReadDoc {
  readonly doc: Node;
  /** First thing that the schema does not know, in Chinese; null: the doc is whole. */
  readonly unknown: string | null;
}

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const orNull = (check: Check): Check => (value) => value === null || check(value);
const oneOf = (...values: unknown[]): Check => (value) => values.includes(value);
const isInteger = (from: number, to: number): Check => (value) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to;

const HEAD: Readonly<Record<string, Check>> = {
  level: isInteger(0, 5), numbered: (value) => typeof value === 'boolean', start: orNull(isInteger(1, 9999)), form: oneOf('di', null),
};

const isHead: Check = (value) => isRecord(value) && Object.entries(HEAD).every(([key, check]) => check(value[key]));

const isAdjust: Check = (value) => isRecord(value) && Object.values(value).every((wish) =>
  isRecord(wish) && (wish.lines === undefined || isInteger(-99, 99)(wish.lines)) && (wish.breakBefore === undefined || typeof wish.breakBefore === 'boolean'));

const adjust = orNull(isAdjust);

/** Attributes by node type: what may stand there. A node type that is not listed has none. */
const NODE_ATTRS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  paragraph: { align: oneOf('left', 'center', 'right', null), head: orNull(isHead), adjust },
  heading: { ...HEAD, adjust },
  table: { adjust },
  field: { path: isText, form: isText },
  placeholder: { type: oneOf('figure', 'event', 'spirit', 'work', 'date', 'name', 'text'), was: orNull(isText), note: orNull(isText) },
  note: { term: isText, text: isText },
};

const anyone: Check = (value) => value === null || typeof value !== 'object';
const MARK_ATTRS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  omit: { editions: (value) => Array.isArray(value) && value.every(isText) },
  inserted: { by: anyone, at: anyone },
  deleted: { by: anyone, at: anyone },
  phrase: { id: anyone, dated: anyone, checked: anyone },
  taken: { source: anyone },
  comment: { id: anyone },
};

/** Deeper than any document of the schema (doc, table, row, cell, paragraph, text); recursion is bounded by it. */
const MAX_DEPTH = 32;

class Reader {
  unknown: string | null = null;

  note(what: string): void {
    this.unknown ??= what;
  }

  /** Attributes that the schema knows, checked; null where one without a default is missing. */
  attrs(json: unknown, known: Readonly<Record<string, Check>>, defaults: Json, what: string): Json | null {
    const given = isRecord(json) ? json : {};
    for (const key of Object.keys(given)) if (!Object.hasOwn(known, key)) this.note(`${what} 的属性 ${key}`);
    const out: Record<string, unknown> = {};
    for (const [key, check] of Object.entries(known)) {
      if (Object.hasOwn(given, key) && check(given[key])) out[key] = given[key];
      else {
        if (Object.hasOwn(given, key)) this.note(`${what} 的属性 ${key} 的值`);
        if (!Object.hasOwn(defaults, key)) return null;
        out[key] = defaults[key];
      }
    }
    return out;
  }

  marks(json: unknown): Json[] {
    if (!Array.isArray(json)) return [];
    const out: Json[] = [];
    for (const mark of json as unknown[]) {
      const type = isRecord(mark) && typeof mark.type === 'string' ? schema.marks[mark.type as keyof typeof schema.marks] : undefined;
      if (type === undefined || !isRecord(mark)) {
        this.note(`标记 ${isRecord(mark) ? String(mark.type) : ''}`);
        continue;
      }
      const attrs = this.attrs(mark.attrs, MARK_ATTRS[type.name] ?? {}, defaultsOf(type.spec.attrs), `标记 ${type.name}`);
      if (attrs === null) this.note(`标记 ${type.name}`);
      else out.push({ type: type.name, attrs });
    }
    return out;
  }

  /** The node made fit for the schema; an unknown one becomes its text, as inline text or as a paragraph. */
  nodes(json: unknown, depth: number, isInline: boolean): Json[] {
    const name = isRecord(json) && typeof json.type === 'string' ? json.type : '';
    const type = Object.hasOwn(schema.nodes, name) ? schema.nodes[name as keyof typeof schema.nodes] : undefined;
    if (depth > MAX_DEPTH || type === undefined || !isRecord(json) || type.isInline !== isInline) {
      this.note(`节点 ${name}`);
      const text = depth > MAX_DEPTH ? '' : textOf(json, depth);
      const inline = text === '' ? [] : [{ type: 'text', text }];
      return isInline ? inline : text === '' ? [] : [{ type: 'paragraph', content: inline }];
    }
    for (const key of Object.keys(json)) if (!['type', 'attrs', 'content', 'marks', 'text'].includes(key)) this.note(`${name} 的 ${key}`);
    if (name === 'text') {
      if (typeof json.text !== 'string' || json.text === '') {
        this.note('没有文字的 text');
        return [];
      }
      return [{ type: 'text', text: json.text, marks: this.marks(json.marks) }];
    }
    const attrs = this.attrs(json.attrs, NODE_ATTRS[name] ?? {}, defaultsOf(type.spec.attrs), name);
    if (attrs === null) {
      this.note(`节点 ${name}`);
      return [];
    }
    const content = Array.isArray(json.content) ? (json.content as unknown[]).flatMap((child) => this.nodes(child, depth + 1, type.inlineContent)) : [];
    return [{ type: name, attrs, content, marks: this.marks(json.marks) }];
  }
}

function defaultsOf(attrs: Readonly<Record<string, { readonly default?: unknown }>> | null | undefined): Json {
  const out: Record<string, unknown> = {};
  for (const [key, spec] of Object.entries(attrs ?? {})) if ('default' in spec) out[key] = spec.default;
  return out;
}

function textOf(json: unknown, depth: number): string {
  if (!isRecord(json) || depth > MAX_DEPTH) return '';
  if (typeof json.text === 'string') return json.text;
  return Array.isArray(json.content) ? (json.content as unknown[]).map((child) => textOf(child, depth + 1)).join('') : '';
}

/** Reads a document's JSON; null where it is no document of the schema at all. */
export function readDoc(json: unknown): ReadDoc | null {
  if (!isRecord(json) || json.type !== 'doc') return null;
  const reader = new Reader();
  const [read] = reader.nodes(json, 0, false);
  try {
    const doc = Node.fromJSON(schema, read);
    doc.check();
    return { doc, unknown: reader.unknown };
  } catch (error) {
    // RangeError: nodes in places where the schema does not allow them.
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

/** Reads a deck or head field: a doc of one paragraph. More than that is noted and run together. */
export function readField(json: unknown): ReadDoc | null {
  const read = readDoc(json);
  if (read === null) return null;
  const { doc } = read;
  if (doc.childCount === 1 && doc.firstChild!.type.name === 'paragraph') return read;
  const text = doc.textBetween(0, doc.content.size, '\n');
  const paragraph = schema.node('paragraph', null, text === '' ? [] : schema.text(text));
  return { doc: schema.node('doc', null, paragraph), unknown: read.unknown ?? '标题栏里的多个段落' };
}
