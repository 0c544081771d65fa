// The markup of template texts → nodes of the house schema. It is read as it
// prints, so that a secretary can correct it in any editor:
//   {place} {term:di}          a field of the meeting record, in a form
//   〔数字：提案件数〕            a placeholder with a note on what belongs there
//   {#unite}                   a phrase of the 表述库, under the mark `phrase`
//   {?switch|then|else}        by a switch; «theme sentence»; a line's end is a break
// At a block's start: `#1 ` heading, `#1* ` one without a number, `@2 lead|rest`
// run-in heading (`@5 `: an unnumbered theme sentence), `> ` right, `^ ` centred.
// A mistake in the markup is one of ours: it throws, and a test reads every text.
import type { Mark, Node } from 'prosemirror-model';
import { FIELD_FORMS } from '../model/fields';
import { schema, type PlaceholderAttrs } from '../model/schema';
import type { Phrase } from './template';

export interface MarkupContext {
  readonly phrases: ReadonlyMap<string, Phrase>;
  /** Every switch that the text may ask, on or off. */
  readonly switches: ReadonlyMap<string, boolean>;
}

const PLACEHOLDERS: Readonly<Record<string, PlaceholderAttrs['type']>> = {
  数字: 'figure', 活动: 'event', 会议精神: 'spirit', 成果: 'work', 日期: 'date', 姓名: 'name', 内容: 'text',
};

const BLOCK = /^(?:([#@])([0-5])(\*?)|([>^])) /;

/** Text up to the closer of the opener before `from`, openers inside counted. @throws RangeError where there is none. */
function upTo(text: string, from: number, opener: string, closer: string): string {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === opener) depth++;
    else if (text[i] === closer && --depth === 0) return text.slice(from, i);
  }
  throw new RangeError(`no ${closer} after ${opener}${text.slice(from, from + 12)}`);
}

/** Parts of a text at the | that stand in no inner braces. */
function alternatives(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of text) {
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (char === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function placeholderNode(inside: string, marks: readonly Mark[]): Node {
  const colon = inside.indexOf('：');
  const name = colon < 0 ? inside : inside.slice(0, colon);
  const type = Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name]! : null;
  if (type === null) throw new RangeError(`no placeholder type ${name}`);
  return schema.nodes.placeholder.create({ type, was: null, note: colon < 0 ? null : inside.slice(colon + 1) }, null, marks);
}

function fieldNode(inside: string, marks: readonly Mark[]): Node {
  const [path = '', form = 'plain'] = inside.split(':');
  if (FIELD_FORMS.get(path)?.includes(form) !== true) throw new RangeError(`no field {${inside}}`);
  return schema.nodes.field.create({ path, form }, null, marks);
}

function braces(inside: string, context: MarkupContext, marks: readonly Mark[]): Node[] {
  if (inside.startsWith('?')) {
    const [id = '', yes = '', no = ''] = alternatives(inside.slice(1));
    const on = context.switches.get(id);
    if (on === undefined) throw new RangeError(`no switch ${id}`);
    return readInline(on ? yes : no, context, marks);
  }
  if (!inside.startsWith('#')) return [fieldNode(inside, marks)];
  const phrase = context.phrases.get(inside.slice(1));
  if (phrase === undefined) throw new RangeError(`no phrase ${inside}`);
  return phraseNodes(phrase, marks);
}

/** A phrase as it stands in a text: its words under the mark that tells their age. @throws RangeError as readInline. */
export function phraseNodes(phrase: Phrase, marks: readonly Mark[] = []): Node[] {
  const mark = schema.marks.phrase.create({ id: phrase.id, dated: phrase.dated, checked: null });
  // A phrase holds no phrase, and asks no switch.
  return readInline(phrase.text, { phrases: new Map(), switches: new Map() }, mark.addToSet(marks));
}

/** Inline markup as nodes. @throws RangeError for an unknown field, phrase, switch or placeholder type, or a lost bracket. */
export function readInline(text: string, context: MarkupContext, marks: readonly Mark[] = []): Node[] {
  const nodes: Node[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') nodes.push(schema.text(plain, marks));
    plain = '';
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    switch (char) {
      case '{': {
        const inside = upTo(text, i + 1, '{', '}');
        flush();
        nodes.push(...braces(inside, context, marks));
        i += inside.length + 1;
        break;
      }
      case '〔': {
        const inside = upTo(text, i + 1, '〔', '〕');
        flush();
        nodes.push(placeholderNode(inside, marks));
        i += inside.length + 1;
        break;
      }
      case '«': {
        const inside = upTo(text, i + 1, '«', '»');
        flush();
        nodes.push(...readInline(inside, context, schema.marks.theme.create().addToSet(marks)));
        i += inside.length + 1;
        break;
      }
      case '\n':
        flush();
        nodes.push(schema.nodes.hard_break.create(null, null, marks));
        break;
      case '}': case '〕': case '»':
        throw new RangeError(`${char} without its opener: ${text.slice(Math.max(0, i - 12), i + 1)}`);
      default: plain += char;
    }
  }
  flush();
  return nodes;
}

/** One block in markup. @throws RangeError as readInline; where a run-in heading has no | after its lead. */
export function readBlock(text: string, context: MarkupContext): Node {
  const sign = BLOCK.exec(text);
  const rest = sign === null ? text : text.slice(sign[0].length);
  if (sign === null) return schema.nodes.paragraph.create(null, readInline(rest, context));
  const [, kind, digit = '', star, align] = sign;
  if (align !== undefined) return schema.nodes.paragraph.create({ align: align === '>' ? 'right' : 'center' }, readInline(rest, context));
  const level = Number(digit);
  const numbered = star === '' && level >= 1 && level <= 4;
  if (kind === '#') return schema.nodes.heading.create({ level, numbered }, readInline(rest, context));
  const [lead = '', ...after] = alternatives(rest);
  if (after.length === 0) throw new RangeError(`no | after the lead: ${text.slice(0, 20)}`);
  const head = { level, numbered, start: null, form: null };
  const opening = readInline(lead, context, [schema.marks.lead.create()]);
  return schema.nodes.paragraph.create({ head }, [...opening, ...readInline(after.join('|'), context)]);
}
