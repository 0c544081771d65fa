// Documents for tests, written as they read: doc(h(1, '工作回顾'), p('报告<a>正文')).
// `<a>` is a tag: it prints nothing and names a position, so that a test says
// "here" and never counts. Articles and packages come from the same hand;
// editions and masters from build-edition.ts.
import { Mark, type Node } from 'prosemirror-model';
import { EMPTY_MEETING, FIELD_PATHS, type Article, type ArticleKind, type Edition, type FieldPath, type Meeting, type Package } from '../src/core/model/package';
import { type Adjust, type HeadAttrs, type MarkName, type PlaceholderAttrs, schema } from '../src/core/model/schema';

/** Inline nodes with the tags among them, offsets from their start. */
export interface Inline {
  readonly nodes: readonly Node[];
  readonly tags: ReadonlyMap<string, number>;
}

type Child = string | Inline;

/** Tags inside a node, from its content's start. */
const tagsOf = new WeakMap<Node, ReadonlyMap<string, number>>();

function inline(children: readonly Child[]): Inline {
  const nodes: Node[] = [];
  const tags = new Map<string, number>();
  let size = 0;
  const add = (node: Node): void => {
    nodes.push(node);
    size += node.nodeSize;
  };
  for (const child of children) {
    if (typeof child !== 'string') {
      for (const [tag, at] of child.tags) tags.set(tag, size + at);
      child.nodes.forEach(add);
      continue;
    }
    child.split(/<(\w+)>/).forEach((piece, i) => {
      if (i % 2 === 1) tags.set(piece, size);
      else if (piece !== '') add(schema.text(piece));
    });
  }
  return { nodes, tags };
}

function textblock(type: 'paragraph' | 'heading', attrs: Record<string, unknown>, children: readonly Child[]): Node {
  const { nodes, tags } = inline(children);
  const node = schema.node(type, attrs, nodes);
  tagsOf.set(node, tags);
  return node;
}

/** A plain paragraph. */
export function p(...children: Child[]): Node {
  return textblock('paragraph', { align: null, head: null, adjust: null }, children);
}

/** A paragraph with attributes: alignment, run-in heading, what an edition asks of it. */
export function par(attrs: { align?: 'left' | 'center' | 'right'; head?: Partial<HeadAttrs> & { level: number }; adjust?: Adjust }, ...children: Child[]): Node {
  const head = attrs.head === undefined ? null : { numbered: true, start: null, form: null, ...attrs.head };
  return textblock('paragraph', { align: attrs.align ?? null, head, adjust: attrs.adjust ?? null }, children);
}

/** A stand-alone heading. */
export function h(level: number, ...children: Child[]): Node {
  return heading({ level }, ...children);
}

export function heading(attrs: Partial<HeadAttrs> & { level: number; adjust?: Adjust }, ...children: Child[]): Node {
  return textblock('heading', { numbered: true, start: null, form: null, adjust: null, ...attrs }, children);
}

/** A table of rows of cells, a text each. */
export function table(...rows: (readonly Child[])[]): Node {
  return schema.node('table', null, rows.map((cells) => schema.node('table_row', null, cells.map((cell) => schema.node('table_cell', null, p(cell))))));
}

/** Inline content under a mark. */
export function marked(name: MarkName, attrs: Record<string, unknown> | null, ...children: Child[]): Inline {
  const { nodes, tags } = inline(children);
  const mark = schema.mark(name, attrs);
  return { nodes: nodes.map((node) => node.mark(Mark.setFrom(mark.addToSet(node.marks)))), tags };
}

export const lead = (...children: Child[]): Inline => marked('lead', null, ...children);
export const inserted = (...children: Child[]): Inline => marked('inserted', null, ...children);
export const deleted = (...children: Child[]): Inline => marked('deleted', null, ...children);
export const taken = (source: string, ...children: Child[]): Inline => marked('taken', { source }, ...children);
export const omit = (edition: string, ...children: Child[]): Inline => marked('omit', { editions: [edition] }, ...children);

const atom = (node: Node): Inline => ({ nodes: [node], tags: new Map() });
export const field = (path: string, form = 'plain'): Inline => atom(schema.node('field', { path, form }));
export const placeholder = (type: PlaceholderAttrs['type'] = 'figure'): Inline => atom(schema.node('placeholder', { type, was: null, note: null }));
export const note = (term: string, text = ''): Inline => atom(schema.node('note', { term, text }));
export const br: Inline = atom(schema.node('hard_break'));

/** A document of blocks; its tags are asked by `placeOf` and `positionOf`. */
export function doc(...blocks: Node[]): Node {
  return schema.node('doc', null, blocks);
}

/** Where a tag stands: index of its top-level block, and offset in it. @throws RangeError for an unknown tag. */
export function placeOf(root: Node, tag: string): { readonly index: number; readonly offset: number } {
  for (let index = 0; index < root.childCount; index++) {
    const offset = tagsOf.get(root.child(index))?.get(tag);
    if (offset !== undefined) return { index, offset };
  }
  throw new RangeError(`no tag <${tag}>`);
}

/** The document position of a tag. */
export function positionOf(root: Node, tag: string): number {
  const { index, offset } = placeOf(root, tag);
  let at = 0;
  for (let i = 0; i < index; i++) at += root.child(i).nodeSize;
  return at + 1 + offset;
}

/** An article; fields by their path, a text or a paragraph's content each. */
export function article(id: string, kind: ArticleKind, body: Node, fields: Partial<Record<FieldPath, Child | readonly Child[]>> = {}, label: string | null = null): Article {
  const all = Object.fromEntries(FIELD_PATHS.map((path) => {
    const given = fields[path];
    return [path, given === undefined ? null : doc(p(...(Array.isArray(given) ? (given as readonly Child[]) : [given as Child])))];
  })) as Article['fields'];
  return { id, kind, label, fields: all, doc: body };
}

/** A package of articles and editions; nothing else in it. */
export function packageOf(articles: readonly Article[], editions: readonly Edition[] = [], meeting: Partial<Meeting> = {}, stage: string | null = null): Package {
  return {
    id: 'test', name: '试样', stage, meeting: { ...EMPTY_MEETING, ...meeting }, articles, editions, versions: [], assets: new Map(), comments: [], ignored: [],
  };
}

/** `count` Han that differ along the text, without marks: a paragraph whose lines can be counted by head. */
export function han(count: number, seed = 0): string {
  let text = '';
  for (let i = 0; i < count; i++) text += String.fromCharCode(0x4e00 + ((seed * 7919 + i * 61) % 20000));
  return text;
}
