// How nodes and marks of the article's schema look in the DOM, and how pasted
// HTML becomes them. Added to the one schema in place, once, when the window
// starts: the session's documents and the editor's must be the same objects, or
// every keystroke would be applied twice. Core itself knows nothing of the DOM.
import type { DOMOutputSpec, Mark, MarkSpec, NodeSpec, TagParseRule } from 'prosemirror-model';
import { schema, type HeadAttrs, type HeadingAttrs, type MarkName, type NodeName, type ParagraphAttrs, type PlaceholderAttrs } from '../../core/model/schema';
import { placeholderText } from '../../core/model/placeholder';
import { isStale, staleWords } from '../../core/report/phrase-age';
import { today } from '../templates/today';
import { DRAWN } from '../paste/drawn-number';
import { isPlaceholderType, placeholderLabel } from './placeholder-types';

type NodeDom = Pick<NodeSpec, 'toDOM' | 'parseDOM' | 'leafText'>;
type MarkDom = Pick<MarkSpec, 'toDOM' | 'parseDOM'>;

/** Attributes that are not strings travel as JSON in a data attribute; what is no JSON of ours is null. */
function readJson(dom: HTMLElement, name: string): unknown {
  const text = dom.getAttribute(name);
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function writeJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

function isHead(value: unknown): value is HeadAttrs {
  if (typeof value !== 'object' || value === null) return false;
  const { level, numbered } = value as Partial<HeadAttrs>;
  return typeof level === 'number' && level >= 0 && level <= 5 && typeof numbered === 'boolean';
}

const nodes: Readonly<Partial<Record<NodeName, NodeDom>>> = {
  paragraph: {
    toDOM(node): DOMOutputSpec {
      const { align, head } = node.attrs as ParagraphAttrs;
      return ['p', { 'data-align': align, 'data-head': writeJson(head), 'data-level': head === null ? null : String(head.level) }, 0];
    },
    parseDOM: [
      {
        tag: 'p',
        getAttrs(dom) {
          const head = readJson(dom, 'data-head');
          const align = dom.getAttribute('data-align');
          return { align: align === 'left' || align === 'center' || align === 'right' ? align : null, head: isHead(head) ? head : null };
        },
      },
    ],
  },
  heading: {
    toDOM(node): DOMOutputSpec {
      const { level, numbered, start, form } = node.attrs as HeadingAttrs;
      return [`h${Math.min(level + 2, 6)}`, { 'data-level': String(level), 'data-head': writeJson({ level, numbered, start, form }) }, 0];
    },
    parseDOM: [1, 2, 3, 4, 5, 6].map(
      (tag): TagParseRule => ({
        tag: `h${tag}`,
        getAttrs(dom) {
          const head = readJson(dom, 'data-head');
          return isHead(head) ? { ...head } : { level: Math.min(tag, 4), numbered: true, start: null, form: null };
        },
      }),
    ),
  },
  table: { toDOM: () => ['table', ['tbody', 0]], parseDOM: [{ tag: 'table' }] },
  table_row: { toDOM: () => ['tr', 0], parseDOM: [{ tag: 'tr' }] },
  table_cell: { toDOM: () => ['td', 0], parseDOM: [{ tag: 'td' }, { tag: 'th' }] },
  text: {
    // A number that other programs read as text is drawn here (outward-html.ts).
    parseDOM: [{ tag: `span.${DRAWN}`, ignore: true }],
  },
  field: {
    // The node view shows the meeting's value; this form is what the clipboard carries.
    toDOM: (node) => ['span', { class: 'field', 'data-path': node.attrs['path'], 'data-form': node.attrs['form'] }],
    parseDOM: [{ tag: 'span.field[data-path]', getAttrs: (dom) => ({ path: dom.getAttribute('data-path'), form: dom.getAttribute('data-form') ?? 'plain' }) }],
  },
  placeholder: {
    toDOM(node): DOMOutputSpec {
      const { type, was, note } = node.attrs as PlaceholderAttrs;
      return ['span', { class: 'chip', 'data-type': type, 'data-was': was, 'data-note': note, title: note }, placeholderLabel(node.attrs as PlaceholderAttrs)];
    },
    leafText: (node) => placeholderText((node.attrs as PlaceholderAttrs).type, null),
    parseDOM: [
      {
        tag: 'span.chip[data-type]',
        getAttrs(dom) {
          const type = dom.getAttribute('data-type') ?? '';
          return isPlaceholderType(type) ? { type, was: dom.getAttribute('data-was'), note: dom.getAttribute('data-note') } : false;
        },
      },
    ],
  },
  hard_break: { toDOM: () => ['br'], leafText: () => '\n', parseDOM: [{ tag: 'br' }] },
  note: {
    toDOM: (node) => ['sup', { class: 'note', 'data-term': node.attrs['term'], 'data-text': node.attrs['text'], title: node.attrs['text'] }, '注'],
    leafText: () => '',
    parseDOM: [{ tag: 'sup.note[data-term]', getAttrs: (dom) => ({ term: dom.getAttribute('data-term'), text: dom.getAttribute('data-text') ?? '' }) }],
  },
};

function plain(name: string): MarkDom {
  return { toDOM: () => ['span', { class: name }, 0], parseDOM: [{ tag: `span.${name}` }] };
}

/** Marks with attributes carry them whole, as JSON; pasted ones must be ours. */
function withAttrs(name: string, tag: string, extra: (mark: Mark) => Record<string, string> = () => ({})): MarkDom {
  return {
    toDOM: (mark) => [tag, { class: name, 'data-attrs': JSON.stringify(mark.attrs), ...extra(mark) }, 0],
    parseDOM: [
      {
        tag: `${tag}.${name}[data-attrs]`,
        getAttrs(dom) {
          const attrs = readJson(dom, 'data-attrs');
          return typeof attrs === 'object' && attrs !== null ? (attrs as Record<string, unknown>) : false;
        },
      },
    ],
  };
}

/** 见报略, 宣读略, or both, in the words of the interface. */
export function omitLabel(editions: unknown): string {
  const kinds = Array.isArray(editions) ? (editions as unknown[]) : [];
  const words = [kinds.includes('newspaper') ? '见报略' : '', kinds.includes('speech') ? '宣读略' : ''].filter((word) => word !== '');
  return words.length === 0 ? '略' : words.join('、');
}

/** A set phrase that has aged says so. */
function phraseAge({ attrs }: Mark): Record<string, string> {
  const { dated, checked } = attrs as { readonly dated: string | null; readonly checked: string | null };
  return isStale(dated, checked, today()) ? { 'data-stale': '', title: staleWords(dated ?? '') } : {};
}

const marks: Readonly<Record<MarkName, MarkDom>> = {
  omit: withAttrs('omit', 'span', (mark) => ({ title: omitLabel(mark.attrs['editions']) })),
  inserted: withAttrs('inserted', 'ins'),
  deleted: withAttrs('deleted', 'del'),
  lead: plain('lead'),
  theme: plain('theme'),
  kai: plain('kai'),
  hei: plain('hei'),
  strong: { toDOM: () => ['strong', 0], parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null }] },
  // An anchor of a note is a sup as well, and no mark of ours.
  superscript: { toDOM: () => ['sup', 0], parseDOM: [{ tag: 'sup:not(.note)' }] },
  doubt: { toDOM: () => ['span', { class: 'doubt', title: '存疑，待核' }, 0], parseDOM: [{ tag: 'span.doubt' }] },
  phrase: withAttrs('phrase', 'span', phraseAge),
  taken: withAttrs('taken', 'span', (mark) => ({ title: `取自：${String(mark.attrs['source'])}` })),
  comment: withAttrs('comment', 'span', (mark) => ({ 'data-comment': String(mark.attrs['id']) })),
};

/** Gives the schema its DOM. Called once, before the first view or parser is made. */
export function installDom(): void {
  for (const [name, dom] of Object.entries(nodes)) Object.assign(schema.nodes[name as NodeName].spec, dom);
  for (const [name, dom] of Object.entries(marks)) Object.assign(schema.marks[name as MarkName].spec, dom);
}
