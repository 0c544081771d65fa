// A recognition → a package: ProseMirror documents of the house schema, fields
// of the deck and head, the meeting record as far as the heads tell it. Headings
// lose their numbers; `start` is set where the text's own number is not what
// the style would give (DESIGN, "The model of an article"). Editions are not
// made here: who exports makes the one that is asked for.
import type { Node } from 'prosemirror-model';
import { EMPTY_MEETING, FIELD_PATHS, type Article, type FieldDoc, type FieldPath, type Meeting, type Package } from '../model/package';
import { schema, type HeadAttrs } from '../model/schema';
import { boundContent } from './bind-fields';
import { headValues } from './head-values';
import { knownValues, meetingOf } from './meeting-values';
import { printedHead } from './printed-head';
import type { FieldName, Recognition, RecognisedArticle, RecognisedBlock, RecognisedHead } from './recognition';

export interface ToPackageOptions {
  /** The package's id and name; core makes no random ids. */
  readonly id: string;
  readonly name: string;
  /** The record of a package that the text joins: heads bind to it. Left out: what the heads themselves tell. */
  readonly meeting?: Meeting;
}

/** What the recogniser calls each field. */
export const FIELD_NAMES: Readonly<Record<FieldPath, FieldName>> = {
  'deck.over': 'over', 'deck.main': 'main', 'deck.sub': 'sub',
  'head.occasion': 'occasion', 'head.date': 'date', 'head.speaker': 'speaker', 'head.salutation': 'salutation',
};

/** The package of a recognition, without editions and versions. */
export function toPackage(recognition: Recognition, options: ToPackageOptions): Package {
  const meeting = options.meeting ?? bestMeeting(recognition.articles);
  return {
    id: options.id, name: options.name, stage: null, meeting,
    articles: recognition.articles.map((article) => toArticle(article, meeting)),
    editions: [], versions: [], assets: new Map(), comments: [], ignored: [],
  };
}

/** The record of the head that tells most; a report's before another's. */
function bestMeeting(articles: readonly RecognisedArticle[]): Meeting {
  let best = EMPTY_MEETING;
  for (const kind of ['report', 'address'] as const) {
    for (const article of articles) {
      if (article.kind !== kind) continue;
      const printed = printedHead(article);
      const meeting = meetingOf(headValues(printed), { sub: article.fields.sub?.lines.join('') ?? null, occasion: printed.occasion, opening: article.blocks[0]?.text ?? null });
      if (knownValues(meeting) > knownValues(best)) best = meeting;
    }
    if (knownValues(best) > 0) return best;
  }
  return best;
}

function toArticle(article: RecognisedArticle, meeting: Meeting): Article {
  const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, fieldDoc(article, path, meeting)])) as Record<FieldPath, FieldDoc>;
  return { id: article.id, kind: article.kind, label: article.label?.text ?? null, fields, doc: schema.nodes.doc.create(null, docBlocks(article.blocks)) };
}

function fieldDoc(article: RecognisedArticle, path: FieldPath, meeting: Meeting): FieldDoc {
  const field = article.fields[FIELD_NAMES[path]];
  if (field === null) return null;
  const content: Node[] = [];
  field.lines.forEach((line, i) => {
    if (i > 0) content.push(schema.nodes.hard_break.create());
    if (field.lines.length === 1) content.push(...boundContent(path, line, meeting));
    else if (line !== '') content.push(schema.text(line));
  });
  return schema.nodes.doc.create(null, schema.nodes.paragraph.create(null, content));
}

/** Counts heads as numberHeadings does, to see where the text's number is another. */
class Counter {
  private readonly counts = [0, 0, 0, 0, 0, 0];

  /** Attributes of a head; `start` where counting on would give another number than the text's. */
  attrs(head: RecognisedHead): HeadAttrs {
    const { level, value, form } = head;
    for (let deeper = level + 1; deeper <= 4; deeper += 1) this.counts[deeper] = 0;
    if (value === null) return { level, numbered: false, start: null, form };
    const expected = (this.counts[level] ?? 0) + 1;
    this.counts[level] = value;
    return { level, numbered: true, start: value === expected ? null : value, form };
  }
}

function docBlocks(blocks: readonly RecognisedBlock[]): Node[] {
  const counter = new Counter();
  const nodes = blocks.map((block) => blockNode(block, counter));
  // A document holds at least one block.
  return nodes.length > 0 ? nodes : [schema.nodes.paragraph.create()];
}

function blockNode(block: RecognisedBlock, counter: Counter): Node {
  if (block.kind === 'table') {
    const rows = block.text.split('\n').map((row) => schema.nodes.table_row.create(null, row.split('\t').map((cell) => schema.nodes.table_cell.create(null, schema.nodes.paragraph.create(null, text(cell))))));
    return schema.nodes.table.create(null, rows);
  }
  const { head } = block;
  if (head !== null && head.leadLength === null) return schema.nodes.heading.create({ ...counter.attrs(head) }, text(block.text));
  const attrs = { align: block.align, head: head === null ? null : counter.attrs(head) };
  return schema.nodes.paragraph.create(attrs, inline(block));
}

function text(value: string): Node[] {
  return value === '' ? [] : [schema.text(value)];
}

/** Text of a paragraph: the lead and theme sentences under their marks. */
function inline(block: RecognisedBlock): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  const push = (to: number, mark: 'lead' | 'theme' | null): void => {
    if (to > at) nodes.push(schema.text(block.text.slice(at, to), mark === null ? [] : [schema.marks[mark].create()]));
    at = Math.max(at, to);
  };
  const lead = block.head?.leadLength ?? 0;
  if (lead > 0) push(lead, 'lead');
  for (const [from, to] of block.themes) {
    push(from, null);
    push(to, 'theme');
  }
  push(block.text.length, null);
  return nodes;
}
