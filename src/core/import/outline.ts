// The objects of `outline --json` and `import --json` (COMMANDS), from a
// recognition or from a package. Figures are in UTF-16 units of text without
// white space.
import type { Node } from 'prosemirror-model';
import { renderField } from '../model/fields';
import { bareNumber, headOf, numberHeadings } from '../model/numbering';
import type { Article, ArticleKind, EditionKind, FieldDoc, Meeting, Package, Phase } from '../model/package';
import type { ChangeKind } from './change';
import { headValues, type HeadValues } from './head-values';
import { printedHead } from './printed-head';
import { queriesOf, type Query } from './queries';
import type { Join, Recognition, RecognisedArticle } from './recognition';

export interface OutlineHeading {
  readonly level: number;
  readonly number: string | null;
  readonly text: string;
  readonly runIn: boolean;
  readonly line: number | null;
}

export interface OutlineArticle extends HeadValues {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly lines: readonly number[] | null;
  readonly firstLine: number | null;
  readonly lastLine: number | null;
  /** Without white space, head and numbers included. */
  readonly characters: number;
  readonly headings: readonly OutlineHeading[];
}

export interface OutlineEdition {
  readonly id: string;
  readonly kind: EditionKind;
  readonly date: string | null;
  readonly phase: Phase | null;
}

export interface Outline {
  readonly articles: readonly OutlineArticle[];
  readonly joins: readonly { readonly beforeLine: number; readonly afterLine: number; readonly certain: boolean }[];
  readonly noise: readonly { readonly line: number; readonly text: string; readonly why: string }[];
  readonly editions: readonly OutlineEdition[];
}

export interface ImportReport extends Outline {
  readonly encoding: string;
  readonly changes: readonly { readonly line: number; readonly kind: ChangeKind; readonly from: string; readonly to: string }[];
  readonly queries: readonly Query[];
}

/** `outline --json` of a raw text. */
export function outlineOf(recognition: Recognition): Outline {
  return {
    articles: recognition.articles.map(outlineArticle),
    joins: recognition.joins.filter(isInText(recognition)).map(({ beforeLine, afterLine, certain }) => ({ beforeLine, afterLine, certain })),
    noise: recognition.noise,
    editions: [],
  };
}

/** COMMANDS: of paragraphs only. A heading over two lines, a number that a line's end ran through are put together as well, but are no cut text. */
function isInText({ articles }: Recognition): (join: Join) => boolean {
  const headed = new Set<number>();
  for (const { blocks } of articles) for (const { kind, pieces } of blocks) if (kind === 'heading') for (const { line } of pieces.slice(1)) headed.add(line);
  return ({ afterLine }) => !headed.has(afterLine);
}

/** `import --json`. `encoding` is what decode-text found. */
export function importReport(recognition: Recognition, encoding: string): ImportReport {
  return {
    ...outlineOf(recognition),
    encoding,
    changes: recognition.changes.map(({ line, kind, from, to }) => ({ line, kind, from, to })),
    queries: queriesOf(recognition),
  };
}

/** Heading text as the outline gives it: no spacing at the ends, no closing 。 */
const headingText = (text: string): string => text.trim().replace(/。$/, '');

/** UTF-16 units that are not white space. */
function visible(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c !== 0x20 && c !== 0x3000 && c !== 0x09 && c !== 0x0a) n += 1;
  }
  return n;
}

function outlineArticle(article: RecognisedArticle): OutlineArticle {
  const headings = article.blocks.flatMap(({ head, text, pieces }): OutlineHeading[] => {
    if (head === null) return [];
    const runIn = head.leadLength !== null;
    return [{ level: head.level, number: head.number, text: headingText(runIn ? text.slice(0, head.leadLength) : text), runIn, line: pieces[0]?.line ?? null }];
  });
  let characters = article.label === null ? 0 : visible(article.label.text);
  for (const field of Object.values(article.fields)) for (const line of field?.lines ?? []) characters += visible(line);
  for (const block of article.blocks) characters += visible(block.text) + ((block.pieces[0]?.from ?? 0) > 0 && block.head !== null && block.head.number !== null ? (block.pieces[0]?.from ?? 0) : 0);
  return {
    id: article.id, kind: article.kind, lines: article.lines, ...headValues(printedHead(article)),
    firstLine: article.lines[0] ?? null, lastLine: article.lines.at(-1) ?? null, characters, headings,
  };
}

/** `outline --json` of a package: the same fields, lines null. */
export function outlineOfPackage(pkg: Package): Outline {
  return {
    articles: pkg.articles.map((article) => packageArticle(article, pkg.meeting)),
    joins: [], noise: [],
    editions: pkg.editions.map(({ id, kind, date, phase }) => ({ id, kind, date, phase })),
  };
}

/** The text of a node as it prints: fields rendered, breaks as `\n`, placeholders by what they replaced. */
function printedText(node: Node, meeting: Meeting): string {
  if (node.isText) return node.text ?? '';
  switch (node.type.name) {
    case 'field': return renderField(String(node.attrs['path']), String(node.attrs['form']), meeting) ?? '';
    case 'hard_break': return '\n';
    case 'placeholder': return typeof node.attrs['was'] === 'string' ? node.attrs['was'] : '';
    case 'note': return '';
    default: {
      let text = '';
      node.forEach((child) => { text += printedText(child, meeting); });
      return text;
    }
  }
}

function packageArticle(article: Article, meeting: Meeting): OutlineArticle {
  const field = (doc: FieldDoc): string | null => (doc === null ? null : printedText(doc, meeting));
  const { fields } = article;
  const values = headValues({
    main: field(fields['deck.main']), occasion: field(fields['head.occasion']), date: field(fields['head.date']),
    speaker: field(fields['head.speaker']), salutation: field(fields['head.salutation']),
  });
  const labels = numberHeadings(article.doc);
  const headings: OutlineHeading[] = [];
  let characters = visible(article.label ?? '') + Object.values(fields).reduce((n, doc) => n + visible(field(doc) ?? ''), 0);
  article.doc.forEach((block, _offset, i) => {
    const label = labels[i] ?? null;
    characters += visible(printedText(block, meeting)) + (label?.length ?? 0);
    const head = headOf(block);
    if (head === null) return;
    const runIn = block.type.name === 'paragraph';
    const text = headingText(runIn ? leadText(block, meeting) : printedText(block, meeting));
    // A numbered item of a list heads nothing.
    if (runIn && text === '') return;
    headings.push({ level: head.level, number: label === null ? null : bareNumber(label), text, runIn, line: null });
  });
  return { id: article.id, kind: article.kind, lines: null, ...values, firstLine: null, lastLine: null, characters, headings };
}

function leadText(block: Node, meeting: Meeting): string {
  let text = '';
  block.forEach((child) => { if (child.marks.some((mark) => mark.type.name === 'lead')) text += printedText(child, meeting); });
  return text;
}
