// Two versions of a text as one: what is gone under the mark `deleted`, what is new under
// `inserted`, paragraph by paragraph and word by word (花脸稿). In: articles of the old and
// the new version. Out: articles to be set or written as Word's revisions; they are made
// for that and never stored. A heading that is gone keeps its old number as words, so that
// the numbers of the new version stand right; beside the articles stands which number each
// head had, for numbers are no text and bear no mark.
import { Fragment, type Node } from 'prosemirror-model';
import { headOf, numberHeadings } from '../../model/numbering';
import { FIELD_PATHS, type Article, type FieldDoc, type FieldPath } from '../../model/package';
import { type HeadAttrs, schema } from '../../model/schema';
import { type AlignedText, alignBlocks } from './align-blocks';
import { likeness, pairsOf } from '../figures/sentence-likeness';
import { anchoredEdit } from './anchored-edit';
import { wordDifference } from './word-difference';

/** What is written in the margin note of a mark: from which version to which. */
export interface RedlineNames {
  readonly by: string;
  /** ms, as a tracked change of Word has it. */
  readonly at: number | null;
}

/** Told of so many blocks done of all, both versions' counted. */
export type Watch = (done: number, all: number) => void;

/** The number that a head had in the older version, where it has another now, or is gone. */
export interface OldNumber {
  readonly article: string;
  /** Index of its block in the joined article. */
  readonly block: number;
  /** As it was printed; '': it had none. */
  readonly label: string;
  /** Of a head that is gone, whose words begin with its number, the head as it was; null: it stands yet. */
  readonly gone: HeadAttrs | null;
}

/** Both versions as one. */
export interface Joined {
  /** In the order of the new version, those that are gone at the end. */
  readonly articles: readonly Article[];
  readonly numbers: readonly OldNumber[];
}

/** Joins two versions of some articles, paired by id. */
export function redline(was: readonly Article[], now: readonly Article[], names: RedlineNames, watch: Watch | null = null): Joined {
  const old = new Map(was.map((article) => [article.id, article]));
  const all = [...was, ...now].reduce((sum, { doc }) => sum + doc.childCount, 0);
  let done = 0;
  const tick = (count: number): void => watch?.((done += count), all);
  const numbers: OldNumber[] = [];
  const joined = now.map((article) => {
    const before = old.get(article.id);
    old.delete(article.id);
    if (before !== undefined) return redlineArticle(before, article, names, tick, numbers);
    tick(article.doc.childCount);
    return whole(article, 'inserted', names);
  });
  const gone = [...old.values()].map((article) => {
    tick(article.doc.childCount);
    const labels = numberHeadings(article.doc);
    const blocks = article.doc.children.map((node: Node, index) => goneBlock({ node, label: labels[index] ?? null }, names));
    numbers.push(...numbersOf(article.id, blocks));
    return { ...whole(article, 'deleted', names), doc: article.doc.copy(Fragment.from(blocks.map(({ node }) => node))) };
  });
  return { articles: [...joined, ...gone], numbers };
}

/** For a file with tracked changes: heads that are gone numbered again by their place, as they were, so that taking every change back gives the older version. */
export function withCountedHeads({ articles, numbers }: Joined): readonly Article[] {
  return articles.map((article) => {
    const own = new Map(numbers.filter((one) => one.article === article.id && one.gone !== null).map((one) => [one.block, one]));
    if (own.size === 0) return article;
    return { ...article, doc: article.doc.copy(Fragment.from(article.doc.children.map((node: Node, index) => {
      const head = own.get(index);
      return head === undefined ? node : node.type.create(withHead(node, head.gone), node.content.cut(head.label.length));
    }))) };
  });
}

/** A block's attributes with another head; a heading's are its own. */
const withHead = (node: Node, head: Partial<HeadAttrs> | null) => (node.type.name === 'heading' ? { ...node.attrs, ...head } : { ...node.attrs, head });

type Change = 'inserted' | 'deleted';

function mapArticle(article: Article, map: (doc: Node) => Node): Article {
  const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, article.fields[path] === null ? null : map(article.fields[path])])) as Record<FieldPath, FieldDoc>;
  return { ...article, fields, doc: map(article.doc) };
}

const whole = (article: Article, change: Change, names: RedlineNames): Article => mapArticle(article, (doc) => doc.copy(marked(doc.content, change, names)));

function redlineArticle(was: Article, now: Article, names: RedlineNames, tick: (count: number) => void, numbers: OldNumber[]): Article {
  const fields = Object.fromEntries(FIELD_PATHS.map((path) => [path, redlineField(was.fields[path], now.fields[path], names)])) as Record<FieldPath, FieldDoc>;
  const blocks = redlineBlocks(was.doc, now.doc, names, tick);
  numbers.push(...numbersOf(now.id, blocks));
  return { ...now, fields, doc: now.doc.copy(Fragment.from(blocks.map(({ node }) => node))) };
}

function redlineField(was: FieldDoc, now: FieldDoc, names: RedlineNames): FieldDoc {
  if (was === null) return now === null ? null : now.copy(marked(now.content, 'inserted', names));
  if (now === null) return was.copy(marked(was.content, 'deleted', names));
  const [a, b] = [was.firstChild, now.firstChild];
  return a === null || b === null ? now : now.copy(Fragment.from(redlineBlock(a, b, names)));
}

/** Marks every inline node inside. */
function marked(content: Fragment, change: Change, { by, at }: RedlineNames): Fragment {
  const mark = schema.marks[change].create({ by, at });
  const nodes: Node[] = [];
  content.forEach((node) => nodes.push(node.isInline ? node.mark(mark.addToSet(node.marks)) : node.copy(marked(node.content, change, { by, at }))));
  return Fragment.from(nodes);
}

interface JoinedBlock {
  readonly node: Node;
  /** Its number as it was; null: of no head, of a new one, or still the same. */
  readonly number: Pick<OldNumber, 'label' | 'gone'> | null;
}

const numbersOf = (article: string, blocks: readonly JoinedBlock[]): readonly OldNumber[] => blocks.flatMap(({ number }, block) => (number === null ? [] : [{ article, block, ...number }]));

function redlineBlocks(was: Node, now: Node, names: RedlineNames, tick: (count: number) => void): JoinedBlock[] {
  const [old, fresh] = [blocksOf(was), blocksOf(now)];
  const steps = anchoredEdit(old.map(({ key }) => key), fresh.map(({ key }) => key));
  const out: JoinedBlock[] = [];
  let gone: OwnBlock[] = [];
  let come: OwnBlock[] = [];
  const settle = (follows: OwnBlock | null): void => {
    out.push(...pairBlocks(gone, come, follows?.node.type.name === 'paragraph', names, tick));
    gone = [];
    come = [];
  };
  let [i, j] = [0, 0];
  for (const step of steps) {
    if (step === 'left') gone.push(old[i++]!);
    else if (step === 'right') come.push(fresh[j++]!);
    else {
      settle(fresh[j]!);
      out.push({ node: fresh[j++]!.node, number: null });
      i++;
      tick(2);
    }
  }
  settle(null);
  return out;
}

interface OwnBlock {
  readonly node: Node;
  /** Number as drawn, or null. */
  readonly label: string | null;
  /** Equal keys: nothing to show. */
  readonly key: string;
}

function blocksOf(doc: Node): OwnBlock[] {
  const labels = numberHeadings(doc);
  const blocks: OwnBlock[] = [];
  doc.forEach((node, _offset, index) => {
    const label = labels[index] ?? null;
    blocks.push({ node, label, key: `${node.type.name} ${label ?? ''} ${inlineText(node)}` });
  });
  return blocks;
}

/** One character a position: an atom by what it is, so that another value is another character's word. */
function inlineText(block: Node): string {
  let text = '';
  block.descendants((node) => {
    if (node.isText) text += node.text ?? '';
    else if (node.isInline) text += atomSign(node);
    else if (text !== '') text += '\u2029';
    return true;
  });
  return text;
}

/** A private sign for an atom: the same for the same attributes, one UTF-16 unit as every atom is one position. */
function atomSign(node: Node): string {
  const name = `${node.type.name}${JSON.stringify(node.attrs)}`;
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (hash * 31 + name.charCodeAt(i)) | 0;
  return String.fromCharCode(0xe000 + (Math.abs(hash) % 0x1800));
}

/** Paragraphs between two that are equal: those alike become one with its words marked, in order; what is gone stands before what came. */
function pairBlocks(gone: readonly OwnBlock[], come: readonly OwnBlock[], isFollowed: boolean, names: RedlineNames, tick: (count: number) => void): JoinedBlock[] {
  const text = ({ node }: OwnBlock): AlignedText => (node.isTextblock ? inlineText(node) : node.children.flatMap(cellTexts));
  const became = gone.length === 0 || come.length === 0 ? gone.map(() => -1) : withOnly(withHeadings(alignBlocks(gone.map(text), come.map(text), () => tick(1)), gone, come, isFollowed), gone, come);
  if (come.length === 0) tick(gone.length);
  const out: JoinedBlock[] = [];
  let j = 0;
  const comes = (node: Node, number: JoinedBlock['number']): void => {
    out.push({ node, number });
    tick(1);
  };
  for (const [i, old] of gone.entries()) {
    const at = became[i]!;
    if (at < 0) {
      out.push(goneBlock(old, names));
      continue;
    }
    for (; j < at; j++) comes(newBlock(come[j]!, names), null);
    const fresh = come[j++]!;
    comes(fresh.node.isTextblock ? redlineBlock(old.node, fresh.node, names) : redlineTable(old.node, fresh.node, names), old.label === fresh.label ? null : { label: old.label ?? '', gone: null });
  }
  for (; j < come.length; j++) comes(newBlock(come[j]!, names), null);
  return out;
}

/** A heading of so many of its words in both is one, reworded. */
const REWORDED = 0.3;

/** The pairs, and those of headings of one number between them that were reworded: too much for a paragraph to be the same, but a heading stands for what is under it. `isFollowed`: by a paragraph that stands in both. */
function withHeadings(became: readonly number[], gone: readonly OwnBlock[], come: readonly OwnBlock[], isFollowed: boolean): readonly number[] {
  const out = [...became];
  let after = 0;
  for (const [i, old] of gone.entries()) {
    if (out[i]! >= 0) {
      after = out[i]! + 1;
      continue;
    }
    if (old.label === null || old.node.type.name !== 'heading') continue;
    const before = out.slice(i).find((at) => at >= 0) ?? come.length;
    for (let j = after; j < before; j++) {
      const { node, label } = come[j]!;
      // What stands under it in both makes it the same whatever its words are.
      const isOfTheSame = i + 1 === gone.length ? j + 1 === come.length && isFollowed : out[i + 1] === j + 1;
      if (node.type !== old.node.type || label !== old.label || !(isOfTheSame || isReworded(inlineText(old.node), inlineText(node)))) continue;
      out[i] = j;
      after = j + 1;
      break;
    }
  }
  return out;
}

/** A paragraph that is the only one of both sides between two pairs is one written anew where so many of its pairs of letters are the same: of two elsewhere that says nothing. */
const ONLY = 0.25;
/** Of two letters it says nothing either. */
const LEAST_ONLY = 16;

/** The pairs, and those of paragraphs that are alone between them. */
function withOnly(became: readonly number[], gone: readonly OwnBlock[], come: readonly OwnBlock[]): readonly number[] {
  const out = [...became];
  for (const [i, old] of gone.entries()) {
    const [before, behind] = [i === 0 ? -1 : became[i - 1]!, i + 1 === gone.length ? come.length : became[i + 1]!];
    // One that is gone beside it, or more than one that came.
    if (became[i] !== -1 || (i > 0 && before < 0) || behind !== before + 2) continue;
    const fresh = come[before + 1]!;
    if ([old, fresh].some(({ node }) => node.type.name !== 'paragraph') || old.label !== fresh.label) continue;
    const [was, now] = [inlineText(old.node), inlineText(fresh.node)];
    if (Math.min(was.length, now.length) >= LEAST_ONLY && likeness(pairsOf(was), pairsOf(now)) >= ONLY) out[i] = before + 1;
  }
  return out;
}

function isReworded(was: string, now: string): boolean {
  const same = wordDifference(was, now).reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
  return same >= REWORDED * Math.max(was.length, now.length);
}

const newBlock = ({ node }: OwnBlock, names: RedlineNames): Node => node.copy(marked(node.content, 'inserted', names));

/** A block that is gone counts no more: its number stands as words. */
function goneBlock({ node, label }: Pick<OwnBlock, 'node' | 'label'>, names: RedlineNames): JoinedBlock {
  const head = headOf(node);
  const content = label === null ? node.content : Fragment.from(schema.text(label, node.firstChild?.marks ?? [])).append(node.content);
  const attrs = head === null ? node.attrs : withHead(node, { ...head, numbered: false, start: null });
  return { node: node.type.create(attrs, marked(content, 'deleted', names)), number: head === null ? null : { label: label ?? '', gone: head } };
}

const cellTexts = (row: Node): readonly string[] => row.children.map((cell: Node) => (cell.firstChild === null ? '' : inlineText(cell.firstChild)));

/** A table of both versions: rows that stand in both cell by cell, the others whole. */
function redlineTable(was: Node, now: Node, names: RedlineNames): Node {
  const became = alignBlocks(was.children.map(cellTexts), now.children.map(cellTexts));
  const rows: Node[] = [];
  const whole = (row: Node, change: Change): void => {
    rows.push(row.copy(marked(row.content, change, names)));
  };
  let j = 0;
  for (const [i, row] of was.children.entries()) {
    const at = became[i]!;
    if (at < 0 || now.child(at).childCount !== row.childCount) {
      whole(row, 'deleted');
      continue;
    }
    for (; j < at; j++) whole(now.child(j), 'inserted');
    rows.push(now.child(j).copy(Fragment.from(now.child(j).children.map((cell: Node, c) => {
      const [before, after] = [row.child(c).firstChild, cell.firstChild];
      return before === null || after === null ? cell : cell.copy(Fragment.from(redlineBlock(before, after, names)));
    }))));
    j++;
  }
  for (; j < now.childCount; j++) whole(now.child(j), 'inserted');
  return now.copy(Fragment.from(rows));
}

/** One paragraph of both versions: its attributes are the new one's. */
function redlineBlock(was: Node, now: Node, names: RedlineNames): Node {
  const pieces = wordDifference(inlineText(was), inlineText(now));
  const content: Node[] = [];
  let [i, j] = [0, 0];
  for (const { kind, text } of pieces) {
    const take = (source: Node, from: number): Fragment => source.content.cut(from, from + text.length);
    if (kind === 'gone') {
      marked(take(was, i), 'deleted', names).forEach((node) => content.push(node));
      i += text.length;
      continue;
    }
    const piece = take(now, j);
    (kind === 'new' ? marked(piece, 'inserted', names) : piece).forEach((node) => content.push(node));
    j += text.length;
    if (kind === 'same') i += text.length;
  }
  return now.copy(Fragment.from(content));
}
