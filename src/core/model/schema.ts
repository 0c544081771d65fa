// The ProseMirror schema of an article (DESIGN, "The model of an article").
// Structure and attributes only, no measures. Headings hold no numbers: those
// are made by style, so that moving a section renumbers. `toDOM`/`parseDOM` are
// the editor's business and are added there, or prosemirror-model would pull
// DOM types into core.
import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';

/** What a hand or the copyfitter asked of this block in an edition, by edition id. */
export interface Adjust {
  readonly [edition: string]: { readonly lines?: number; readonly breakBefore?: boolean };
}

/** How a heading's number is written. null: as the look makes it (一、 （一） 1. （1）). `di`: 第一， */
export type NumberForm = 'di' | null;

export interface HeadAttrs {
  /** 0 part title above level 1 · 1 一、 · 2 （一） · 3 1. · 4 （1） · 5 unnumbered sub-head or theme sentence. */
  readonly level: number;
  readonly numbered: boolean;
  /** Number to restart at, set by import where the text's own number is not what the style would give; null: count on. */
  readonly start: number | null;
  readonly form: NumberForm;
}

export interface HeadingAttrs extends HeadAttrs {
  readonly adjust: Adjust | null;
}

export interface ParagraphAttrs {
  readonly align: 'left' | 'center' | 'right' | null;
  /** A run-in heading: its text is the prefix under the mark `lead`, its 。 included. Without any under it: a numbered item of a list. */
  readonly head: HeadAttrs | null;
  readonly adjust: Adjust | null;
}

/** A value of the meeting record in a named form: `{path: 'term', form: 'di'}` shows 第九届. */
export interface FieldAttrs {
  readonly path: string;
  readonly form: string;
}

/** Shown as 〔数字：待填〕. It replaces the number alone; the measure word stays in the text. */
export interface PlaceholderAttrs {
  readonly type: 'figure' | 'event' | 'spirit' | 'work' | 'date' | 'name' | 'text';
  readonly was: string | null;
  readonly note: string | null;
}

export interface NoteAttrs {
  readonly term: string;
  readonly text: string;
}

const adjust = { default: null, validate: 'object|null' } as const;

const nodes = {
  doc: { content: 'block+' },
  paragraph: {
    content: 'inline*',
    group: 'block',
    attrs: { align: { default: null, validate: 'string|null' }, head: { default: null, validate: 'object|null' }, adjust },
  },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: {
      level: { default: 1, validate: 'number' },
      numbered: { default: true, validate: 'boolean' },
      start: { default: null, validate: 'number|null' },
      form: { default: null, validate: 'string|null' },
      adjust,
    },
  },
  table: { content: 'table_row+', group: 'block', isolating: true, attrs: { adjust } },
  table_row: { content: 'table_cell+' },
  table_cell: { content: 'paragraph', isolating: true },
  text: { group: 'inline' },
  field: { group: 'inline', inline: true, atom: true, attrs: { path: { validate: 'string' }, form: { default: 'plain', validate: 'string' } } },
  placeholder: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: {
      type: { default: 'figure', validate: 'string' },
      was: { default: null, validate: 'string|null' },
      note: { default: null, validate: 'string|null' },
    },
  },
  hard_break: { group: 'inline', inline: true, selectable: false },
  note: { group: 'inline', inline: true, atom: true, attrs: { term: { validate: 'string' }, text: { default: '', validate: 'string' } } },
} satisfies Record<string, NodeSpec>;

// Order is nesting order: what says most about the text stands outermost.
const marks = {
  omit: { attrs: { editions: { validate: 'object' } } },
  inserted: { attrs: { by: { default: null }, at: { default: null } }, inclusive: false },
  deleted: { attrs: { by: { default: null }, at: { default: null } }, inclusive: false },
  lead: {},
  theme: {},
  kai: {},
  hei: {},
  strong: {},
  superscript: { excludes: '' },
  doubt: { inclusive: false },
  phrase: { attrs: { id: {}, dated: { default: null }, checked: { default: null } }, inclusive: false },
  taken: { attrs: { source: {} }, inclusive: false },
  comment: { attrs: { id: {} }, inclusive: false, excludes: '' },
} satisfies Record<string, MarkSpec>;

export type NodeName = keyof typeof nodes;
export type MarkName = keyof typeof marks;

/** The one schema of articles and of deck and head fields (a field is a doc of one paragraph). */
export const schema: Schema<NodeName, MarkName> = new Schema({ nodes, marks });
