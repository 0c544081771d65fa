// What stands in a Word file beside its characters → the package: notes become
// anchors, comments 批注 on their words, bold, 黑体 and 楷体 inside a paragraph marks,
// alignment and page breaks attributes. After recognising, for the recogniser reads
// characters only. What has no place in any article goes to the tally.
import type { Node } from 'prosemirror-model';
import type { Recognition } from '../../core/import/recognition';
import type { Article, CommentThread, FieldDoc, FieldPath, Package } from '../../core/model/package';
import { schema, type MarkName } from '../../core/model/schema';
import type { DocxComment, DocxDocument } from './document';
import { bodyFace } from './evidence';
import { faceRole } from './face-role';
import { LinePlaces, type TextPosition } from './line-places';
import type { DocxLine } from './lines';
import { noteOf } from './notes';
import { withInline } from './with-inline';
import type { DocxParagraph, Point } from './paragraph';

/** Something to be done to one document of the package. */
interface MarkRange {
  readonly article: number;
  readonly field: FieldPath | null;
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly mark: MarkName;
  readonly id: string | null;
}

interface Anchor extends TextPosition {
  readonly term: string;
  readonly text: string;
}

/** The package with all that its document shows. */
export function takeMarks(pkg: Package, document: DocxDocument, recognition: Recognition, lines: readonly DocxLine[]): Package {
  const places = new LinePlaces(recognition, pkg.articles, lines);
  const taken = new Set(lines.filter(({ text }) => text !== '').map(({ paragraph }) => paragraph));
  const ranges = faceRanges(document, places, taken);
  const threads = commentThreads(document, places, taken, pkg, ranges);
  const anchors = noteAnchors(document, places, taken);
  const blocks = blockAttributes(document, places, taken);
  const wishes = wishesOf(ranges, anchors);
  const articles = pkg.articles.map((article, i): Article => {
    const doc = marked(article.doc, wishes.get(textKey(i, null)), blocks.get(i));
    const fields = Object.fromEntries(Object.entries(article.fields).map(([path, field]) => [path, field === null ? null : marked(field, wishes.get(textKey(i, path as FieldPath)), undefined)])) as Record<FieldPath, FieldDoc>;
    return { ...article, doc, fields };
  });
  return { ...pkg, articles, comments: threads, assets: new Map([...pkg.assets, ...document.assets]) };
}

/** What is to be done to each text: by article and field (`0 ` its document, `0 deck.main`), then by block. */
type Wishes = ReadonlyMap<string, ReadonlyMap<number, Wish>>;

interface Wish {
  readonly ranges: MarkRange[];
  readonly anchors: Anchor[];
}

const textKey = (article: number, field: FieldPath | null): string => `${article} ${field ?? ''}`;

function wishesOf(ranges: readonly MarkRange[], anchors: readonly Anchor[]): Wishes {
  const wishes = new Map<string, Map<number, Wish>>();
  const wish = ({ article, field, block }: Pick<TextPosition, 'article' | 'field' | 'block'>): Wish => {
    const key = textKey(article, field);
    const blocks = wishes.get(key) ?? new Map<number, Wish>();
    wishes.set(key, blocks);
    const known = blocks.get(block) ?? { ranges: [], anchors: [] };
    blocks.set(block, known);
    return known;
  };
  for (const range of ranges) wish(range).ranges.push(range);
  for (const anchor of anchors) wish(anchor).anchors.push(anchor);
  return wishes;
}

/** A text with its marks and anchors. Block by block: a step on the whole document copies the list of its blocks, and a long file asks for thousands. */
function marked(doc: Node, wishes: ReadonlyMap<number, Wish> | undefined, attributes: ReadonlyMap<number, BlockAttributes> | undefined): Node {
  if (wishes === undefined && attributes === undefined) return doc;
  const blocks: Node[] = [];
  doc.forEach((block, offset, index) => {
    const wish = wishes?.get(index);
    const own = attributes?.get(index);
    blocks.push(wish === undefined && own === undefined ? block : markedBlock(block, offset, wish ?? { ranges: [], anchors: [] }, own));
  });
  return doc.type.create(doc.attrs, blocks);
}

/** One block that stands at `offset`, with what is wished of it. */
function markedBlock(block: Node, offset: number, { ranges, anchors }: Wish, attributes: BlockAttributes | undefined): Node {
  const marks = ranges.filter(({ from, to }) => from < to).map(({ from, to, mark, id }) => ({ from, to, mark: schema.marks[mark].create(id === null ? null : { id }) }));
  const notes = anchors.map(({ position, term, text }) => ({ at: position, node: schema.nodes.note.create({ term, text }) }));
  const whole = marks.length + notes.length === 0 ? block : withInline(block, offset, marks, notes);
  if (attributes === undefined) return whole;
  const { align } = attributes;
  const aligns = align !== null && block.type === schema.nodes.paragraph && block.attrs['head'] === null && block.attrs['align'] === null;
  return whole.type.create({ ...whole.attrs, ...(attributes.breakBefore ? { adjust: { booklet: { breakBefore: true } } } : {}), ...(aligns ? { align } : {}) }, whole.content, whole.marks);
}

const FACE_MARKS: readonly MarkName[] = ['strong', 'hei', 'kai', 'superscript'];

/** Bold, 黑体, 楷体 and raised stretches that stand out from their paragraph's own running text. */
function faceRanges(document: DocxDocument, places: LinePlaces, taken: ReadonlySet<DocxParagraph>): MarkRange[] {
  const body = bodyFace(document.paragraphs);
  const ranges: MarkRange[] = [];
  for (const paragraph of document.paragraphs) {
    if (!taken.has(paragraph)) continue;
    const marks = paragraph.stretches.map(({ look }): readonly MarkName[] => {
      const role = faceRole(look.eastAsia);
      return [
        ...(look.bold && body?.bold !== true ? ['strong' as const] : []),
        ...(role === 'hei' && body?.role !== 'hei' && !look.bold ? ['hei' as const] : []),
        ...(role === 'kai' && body?.role !== 'kai' ? ['kai' as const] : []),
        ...(look.raised ? ['superscript' as const] : []),
      ];
    });
    // A paragraph that looks alike from end to end is a heading, a title, a line of the head: its style says it all.
    const whole = new Set(FACE_MARKS.filter((mark) => paragraph.stretches.every(({ from, to }, i) => marks[i]!.includes(mark) || paragraph.text.slice(from, to).trim() === '')));
    paragraph.stretches.forEach(({ from, to }, i) => {
      for (const mark of marks[i]!) {
        if (whole.has(mark) || paragraph.text.slice(from, to).trim() === '') continue;
        const start = places.place(paragraph, from, false);
        const end = places.place(paragraph, to, true);
        if (start === null || end === null || start.article !== end.article || start.field !== null || end.field !== null || start.block !== end.block) continue;
        ranges.push({ article: start.article, field: null, block: start.block, from: start.position, to: end.position, mark, id: null });
      }
    });
  }
  return ranges;
}

/** Comments with their answers as threads, and the marks of their words (appended to `ranges`). */
function commentThreads(document: DocxDocument, places: LinePlaces, taken: ReadonlySet<DocxParagraph>, pkg: Package, ranges: MarkRange[]): CommentThread[] {
  const { comments, paragraphs, tally } = document;
  const threads: CommentThread[] = [];
  const pointed = pointsById(paragraphs);
  const known = new Set(comments.map(({ id }) => id));
  const answered = new Map<string, DocxComment[]>();
  for (const comment of comments) if (comment.answers !== null) answered.set(comment.answers, [...(answered.get(comment.answers) ?? []), comment]);
  const roots = comments.filter(({ answers }) => answers === null || !known.has(answers));
  for (const root of roots) {
    const entries = [root, ...answersTo(root.id, answered)].map(({ author, date, text }) => ({ by: author === '' ? '（未署名）' : author, at: localTime(date), text }));
    const words = wordsOf(root.id, paragraphs, pointed, places, taken);
    const article = words[0] === undefined ? undefined : pkg.articles[words[0].article];
    if (article === undefined) {
      for (const { by, text } of entries) tally.notTaken('批注（所批的文字没有取入）', whereOf(root.id, paragraphs), `${by}：${text}`);
      continue;
    }
    const id = `w${root.id}`;
    const quote = words.map(({ quote: part }) => part).join('').slice(0, LONGEST_QUOTE);
    threads.push({ id, article: article.id, entries, done: root.done, ...(quote === '' ? {} : { quote }) });
    for (const { article: at, field, block, from, to } of words) ranges.push({ article: at, field, block, from, to, mark: 'comment', id });
  }
  return threads;
}

const LONGEST_QUOTE = 80;

function answersTo(id: string, answered: ReadonlyMap<string, readonly DocxComment[]>): DocxComment[] {
  const found: DocxComment[] = [];
  const walk = (of: string): void => {
    for (const comment of answered.get(of) ?? []) {
      if (found.includes(comment)) continue;
      found.push(comment);
      walk(comment.id);
    }
  };
  walk(id);
  return found;
}

/** Word writes local time and calls it UTC: without the Z it is read as what the author saw. */
const localTime = (date: string): string => date.replace(/Z$/, '');

interface Words {
  readonly article: number;
  readonly field: FieldPath | null;
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly quote: string;
}

/** Where the ends of a comment stand: index of the paragraph, offset in it. */
interface Pointed {
  readonly index: number;
  readonly offset: number;
}

/** The first place of each end of each comment, by `kind id`. */
function pointsById(paragraphs: readonly DocxParagraph[]): Map<string, Pointed> {
  const found = new Map<string, Pointed>();
  paragraphs.forEach(({ points }, index) => {
    for (const { kind, id, at } of points) if (kind.startsWith('comment') && !found.has(`${kind} ${id}`)) found.set(`${kind} ${id}`, { index, offset: at });
  });
  return found;
}

/** The words that a comment stands on, a piece a block. */
function wordsOf(id: string, paragraphs: readonly DocxParagraph[], pointed: ReadonlyMap<string, Pointed>, places: LinePlaces, taken: ReadonlySet<DocxParagraph>): Words[] {
  const at = (kind: Point['kind']): Pointed | null => pointed.get(`${kind} ${id}`) ?? null;
  const here = at('comment-here');
  const start = at('comment-start') ?? here;
  const end = at('comment-end') ?? here ?? start;
  if (start === null || end === null) return [];
  const words: Words[] = [];
  for (let index = start.index; index <= end.index; index += 1) {
    const paragraph = paragraphs[index]!;
    if (!taken.has(paragraph)) continue;
    let from = index === start.index ? start.offset : 0;
    let to = index === end.index ? end.offset : paragraph.text.length;
    // A comment put at a point: on the clause before it, or the paragraph.
    if (from >= to && start.index === end.index) {
      from = Math.max(0, ...['。', '，', '；', '：', '！', '？'].map((mark) => paragraph.text.lastIndexOf(mark, to - 2) + 1));
      if (from >= to) [from, to] = [0, paragraph.text.length];
    }
    words.push(...piecesOf(paragraph, from, to, places));
  }
  return words;
}

/** A range of a paragraph as pieces of the package's documents: a heading's paragraph may have become two fields. */
function piecesOf(paragraph: DocxParagraph, from: number, to: number, places: LinePlaces): Words[] {
  const pieces: Words[] = [];
  let at = from;
  while (at < to) {
    const start = places.place(paragraph, at, false);
    if (start === null) {
      at += 1;
      continue;
    }
    let end = to;
    let last = places.place(paragraph, end, true);
    while (end > at + 1 && (last === null || last.article !== start.article || last.field !== start.field || last.block !== start.block)) {
      end -= 1;
      last = places.place(paragraph, end, true);
    }
    if (last !== null && last.position > start.position) pieces.push({ article: start.article, field: start.field, block: start.block, from: start.position, to: last.position, quote: paragraph.text.slice(at, end) });
    at = end;
  }
  return pieces;
}

function whereOf(id: string, paragraphs: readonly DocxParagraph[]): string {
  const paragraph = paragraphs.find(({ points }) => points.some((point) => point.kind.startsWith('comment') && point.id === id));
  return paragraph === undefined ? '' : `第 ${paragraph.number} 段`;
}

/** Anchors of the notes that the text refers to; notes that nothing refers to, or whose place is lost, go to the tally. */
function noteAnchors(document: DocxDocument, places: LinePlaces, taken: ReadonlySet<DocxParagraph>): Anchor[] {
  const { notes, paragraphs, tally } = document;
  const anchors: Anchor[] = [];
  const byId = new Map(notes.map((note) => [`${note.kind} ${note.id}`, note]));
  const used = new Set<string>();
  for (const paragraph of paragraphs) {
    for (const { kind, id, at } of paragraph.points) {
      if (kind !== 'footnote' && kind !== 'endnote') continue;
      const note = byId.get(`${kind} ${id}`);
      const place = taken.has(paragraph) ? places.place(paragraph, at, true) : null;
      if (note === undefined || place === null) continue;
      used.add(`${kind}${id}`);
      anchors.push({ ...place, ...noteOf(paragraph.text.slice(0, at), note.text) });
      tally.found(kind === 'footnote' ? '脚注' : '尾注', '作为名词解释的注，词条按注文和上文取，请核对');
    }
  }
  for (const { kind, id, text } of notes) if (!used.has(`${kind}${id}`) && text !== '') tally.notTaken(kind === 'footnote' ? '脚注（正文里没有取入它的位置）' : '尾注（正文里没有取入它的位置）', '', text);
  return anchors;
}

interface BlockAttributes {
  readonly breakBefore: boolean;
  readonly align: 'center' | 'right' | null;
}

/** Page breaks and alignment of blocks, by article and block. */
function blockAttributes(document: DocxDocument, places: LinePlaces, taken: ReadonlySet<DocxParagraph>): Map<number, Map<number, BlockAttributes>> {
  const found = new Map<number, Map<number, BlockAttributes>>();
  for (const paragraph of document.paragraphs) {
    const { align } = paragraph.look;
    const set = align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : null;
    if (!taken.has(paragraph) || paragraph.table !== null || (!paragraph.breakBefore && set === null)) continue;
    const place = places.place(paragraph, 0, false);
    if (place === null || place.field !== null) continue;
    const own = found.get(place.article) ?? new Map<number, BlockAttributes>();
    found.set(place.article, own);
    // An article begins on a new page as it is.
    own.set(place.block, { breakBefore: paragraph.breakBefore && place.block > 0, align: set });
  }
  return found;
}
