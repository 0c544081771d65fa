// What changed between two versions, one paragraph after the other, in words that a 修改
// 说明 is made of: “8次”改为“9次”, 增加, 删去, 增写一段. In: articles that hold both texts
// (redline.ts). Out: sections with their status, and the changes with their places. A
// change's key is what it says, so that the 理由 given to it is found again in the next
// comparison, whatever the versions are called by then. A figure is said with what it counts:
// 满意率“90%”改为“95%”.
import type { Node } from 'prosemirror-model';
import { emptyFieldText, renderField } from '../../model/fields';
import { headOf, numberHeadings } from '../../model/numbering';
import { FIELD_PATHS, type FieldPath, type Meeting } from '../../model/package';
import { placeholderText } from '../../model/placeholder';
import { inner } from '../../model/quote';
import type { FieldAttrs, PlaceholderAttrs } from '../../model/schema';
import { findFigures } from '../figures/find-figures';
import { isOfThePart } from '../roll/unit';
import { bareText, movedBlocks, type WholeBlock } from './moved-blocks';
import { type ChangedBlock, type Edge, partedBlocks } from './parted-blocks';
import type { Joined } from './redline';
import { lacking, wordDifference, wordsOf } from './word-difference';

export type ChangeStatus = 'kept' | 'changed' | 'new' | 'gone';

export interface ChangeSection {
  readonly article: string;
  /** Heading with its number; of what stands before the first one 题目、开头. */
  readonly title: string;
  /** 0: an article's beginning, then the heading's level, 1 or 2. */
  readonly level: number;
  readonly status: ChangeStatus;
  /** All of it came from elsewhere, or went there: its heading did. */
  readonly moved: boolean;
  /** Changed paragraphs in it. */
  readonly count: number;
}

export interface ListedChange {
  /** For the package's `reasons`. */
  readonly key: string;
  readonly status: Exclude<ChangeStatus, 'kept'>;
  /** It came from elsewhere, or went there. */
  readonly moved: boolean;
  /** Index among the sections. */
  readonly section: number;
  /** 标题, 第2段. */
  readonly where: string;
  /** Where it begins, in the joined text. */
  readonly article: string;
  readonly field: FieldPath | null;
  readonly block: number;
  readonly offset: number;
  /** Places in the paragraph. */
  readonly places: number;
  readonly words: string;
}

export interface ChangeList {
  readonly sections: readonly ChangeSection[];
  readonly changes: readonly ListedChange[];
  /** Characters. */
  readonly added: number;
  readonly removed: number;
  /** Part of the older text that stands as it was, 0–1. */
  readonly kept: number;
}

/** Where the parts of a head stand. */
const IN_HEAD: Readonly<Record<FieldPath, string>> = { 'deck.over': '引题', 'deck.main': '题目', 'deck.sub': '副题', 'head.occasion': '题注', 'head.date': '日期', 'head.speaker': '报告人', 'head.salutation': '称呼' };
/** What stands behind a part's sections and belongs to none: 感谢 and 不足 behind what was done, and what closes the report. */
const OF_THE_PART: ReadonlySet<string> = new Set(['小结', '结尾']);
/** Where a heading stands. */
const HEADING = '标题';
/** Quoted whole up to so many characters; of more the beginning and the end. */
const QUOTED = 36;
const QUOTED_HEAD = 18;
const QUOTED_TAIL = 10;
/** Of a paragraph that came or went as a whole its first words. */
const NAMED = 12;
/** Letters by which a figure's words are named, before and behind it. */
const CONTEXT = 10;
const CONTEXT_BEHIND = 6;
/** Keys are parts of change paths. */
const LONGEST_KEY = 200;

/** Lists what the marks of joined articles say. `meeting`: the later one. */
export function listChanges({ articles, numbers }: Joined, meeting: Meeting): ChangeList {
  const sections: (Omit<ChangeSection, 'count'> & { count: number; blocks: ChangeStatus[]; readonly opens: number | null })[] = [];
  const changes: ListedChange[] = [];
  const sums = { same: 0, added: 0, removed: 0 };
  const keys = new Map<string, number>();
  /** Whole paragraphs that came or went, by index among the changes. */
  const whole: WholeBlock[] = [];
  /** What each change is made of. */
  const made: { readonly pieces: readonly Piece[]; readonly block: ChangedBlock }[] = [];
  for (const article of articles) {
    let paragraph = 0;
    const open = (title: string, level: number, block: number | null): void => {
      sections.push({ article: article.id, title, level, status: 'kept', moved: false, count: 0, blocks: [], opens: block });
      paragraph = 0;
    };
    const were = new Map(numbers.filter((one) => one.article === article.id && one.gone === null).map((one) => [one.block, one.label]));
    const take = (node: Node, label: string | null, field: FieldPath | null, block: number, where: string): void => {
      const pieces = changedPieces(node, meeting);
      for (const { change, text } of pieces) sums[change === null ? 'same' : change === 'inserted' ? 'added' : 'removed'] += text.length;
      const status = statusOf(pieces);
      const section = sections.length - 1;
      // A section of which the number alone is another stands as it stood.
      sections[section]!.blocks.push(status);
      const was = field === null ? were.get(block) : undefined;
      if (status === 'kept' && was === undefined) return;
      sections[section]!.count++;
      const listed = status === 'kept' ? 'changed' : status;
      const { words, places } = was === undefined ? said(listed, pieces, label ?? '', node.type.name === 'heading') : renumbered(was, label ?? '', pieces);
      if (listed !== 'changed') whole.push({ index: changes.length, status: listed, isHeading: node.type.name === 'heading', text: pieces.map(({ text }) => text).join('') });
      // Without what the figures count, which may be reworded.
      const keyWords = listed !== 'changed' ? words : was === undefined ? changedWords(pieces, false).words : words;
      const plain = `${article.id} ${keyWords}`.slice(0, LONGEST_KEY);
      const again = keys.get(plain) ?? 0;
      keys.set(plain, again + 1);
      made.push({ pieces, block: changedBlock(article.id, field === null ? block : null, listed, pieces) });
      changes.push({ key: again === 0 ? plain : `${plain}#${again}`, status: listed, moved: false, section, where, article: article.id, field, block, offset: pieces.find(({ change }) => change !== null)?.at ?? 0, places, words });
    };
    open(articles.length > 1 ? `${titleOf(article, meeting)}：题目、开头` : '题目、开头', 0, null);
    for (const path of FIELD_PATHS) article.fields[path]?.forEach((node) => take(node, null, path, 0, IN_HEAD[path]));
    const labels = numberHeadings(article.doc);
    const lastHead = article.doc.children.findLastIndex((node: Node) => headOf(node) !== null);
    article.doc.forEach((node, _offset, index) => {
      const head = headOf(node);
      const label = labels[index] ?? null;
      // A banner above 一、 (2026年工作安排) opens a section as 一、 does.
      if (head !== null && head.level <= 2) open((label ?? '') + headingWords(node, meeting), Math.max(1, head.level), index);
      else if (head === null && isOfThePart(article.kind, node) && sections.at(-1)!.opens !== null && !OF_THE_PART.has(sections.at(-1)!.title)) open(index > lastHead ? '结尾' : '小结', 1, index);
      const isHeading = node.type.name === 'heading';
      if (!isHeading) paragraph++;
      if (node.isTextblock) take(node, label, null, index, isHeading ? HEADING : `第${paragraph}段`);
      else take(node, label, null, index, '表格');
    });
  }
  const named = sections.map(({ blocks, opens: _opens, ...section }): ChangeSection => ({ ...section, status: overall(blocks) }));
  const sectionTitle = (title: string): string => inner(title.replace(/[。：]$/, ''));
  const sectionName = ({ section }: ListedChange): string => sectionTitle(named[section]!.title);
  const parted = partedBlocks(made.map(({ block }) => block));
  for (const { stays, whole: other, edge, cut } of parted) {
    const [pieces, { text }] = [made[stays]!.pieces, made[other]!.block];
    const rest = edge === 'tail' ? pieces.slice(0, -1) : pieces.slice(1);
    const said = rest.some(({ change }) => change !== null) ? changedWords(rest) : null;
    const name = nameOf(text);
    const words = cut ? (edge === 'tail' ? `从“${name}”起另起一段` : `开头的“${name}”另成一段`) : `与${edge === 'tail' ? '下' : '上'}一段“${name}”并为一段`;
    const place = edge === 'tail' ? '上' : '下';
    changes[stays] = { ...changes[stays]!, places: (said?.places ?? 0) + 1, words: `${said === null ? '' : said.words.replace(/。$/, '；')}${words}。` };
    const there = (edge === 'tail' ? pieces.at(-1) : pieces[0])!.text;
    const also = there === text ? '。' : `，文字有改：${changedWords(cut ? differenceOf(there, text) : differenceOf(text, there)).words}`;
    changes[other] = { ...changes[other]!, moved: true, words: `${cut ? `由${place}一段分出` : `并入${place}一段`}，${text.length} 字${also}` };
  }
  const isParted = new Set(parted.map((one) => one.whole));
  for (const { gone, come, same } of movedBlocks(whole.filter(({ index }) => !isParted.has(index)))) {
    const [from, to] = [changes[gone.index]!, changes[come.index]!];
    const [name, size] = [nameOf(come.text), `，${come.text.length} 字`];
    // What opens a section is the section: it stands behind another now.
    if ([from, to].every(({ section, field, block }) => field === null && sections[section]!.opens === block)) {
      for (const { section } of [from, to]) if (named[section]!.status !== 'changed') named[section] = { ...named[section]!, moved: true };
      // Without its number, which is another in the other text.
      const behind = (section: number, not: ChangeStatus): string => withoutNumber(sectionTitle(named.findLast((one, index) => index < section && one.article === named[section]!.article && one.status !== not && !OF_THE_PART.has(one.title))?.title ?? ''));
      const length = from.where === HEADING ? '' : size;
      changes[gone.index] = { ...from, moved: true, words: `“${name}”一节移到“${behind(to.section, 'gone')}”之后${length}${same ? '' : '，文字有改'}。` };
      changes[come.index] = { ...to, moved: true, words: `“${name}”一节移自“${behind(from.section, 'new')}”之后${length}${same ? '' : `，文字有改：${changedWords(differenceOf(bareText(gone), come.text)).words}`}${same ? '。' : ''}` };
      continue;
    }
    changes[gone.index] = { ...from, moved: true, words: `“${name}”移到“${sectionName(to)}”${to.where}${size}${same ? '' : '，文字有改'}。` };
    changes[come.index] = { ...to, moved: true, words: `“${name}”从“${sectionName(from)}”${from.where}移来${size}${same ? '' : `，文字有改：${changedWords(differenceOf(bareText(gone), come.text)).words}`}${same ? '。' : ''}` };
  }
  // A paragraph with a head that is all of its section is the section.
  for (const [index, change] of changes.entries()) {
    const { section, moved, status, where, block, field } = change;
    if (field === null && !moved && status !== 'changed' && where !== HEADING && sections[section]!.opens === block && sections[section]!.blocks.length === 1 && !OF_THE_PART.has(sections[section]!.title)) changes[index] = { ...change, words: change.words.replace('”一段，', '”一节，') };
  }
  const before = sums.same + sums.removed;
  return { sections: named, changes, added: sums.added, removed: sums.removed, kept: before === 0 ? 1 : sums.same / before };
}

function changedBlock(article: string, block: number | null, status: ListedChange['status'], pieces: readonly Piece[]): ChangedBlock {
  const edge = (piece: Piece | undefined): Edge | null => (status !== 'changed' || piece === undefined || piece.change === null ? null : { change: piece.change, text: piece.text });
  const text = pieces.map((piece) => piece.text).join('');
  return { article, block, status, text: status === 'changed' ? '' : bareText({ status, text }), head: edge(pieces[0]), tail: edge(pieces.at(-1)) };
}

const withoutNumber = (title: string): string => title.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+，)/, '');

/** Of a paragraph its first words. */
function nameOf(text: string): string {
  const [opening = text] = /^[^，。；：]+[。：]?/.exec(text) ?? [];
  return inner(opening.length <= QUOTED ? opening.replace(/[。：]$/, '') : `${text.slice(0, NAMED)}……`);
}

interface Piece {
  readonly change: 'inserted' | 'deleted' | null;
  readonly text: string;
  /** Offset in the block. */
  readonly at: number;
  /** Of a table, what parts it from the piece before, for who shows both: another cell, another row; '' inside of a cell. */
  readonly gap: '' | '\u3000' | '\n';
}

/** Text of a block of both texts in stretches of one fate, values filled in. */
export function changedPieces(block: Node, meeting: Meeting): readonly Piece[] {
  const out: { change: Piece['change']; text: string; at: number; gap: Piece['gap'] }[] = [];
  let cell: Node | null = null;
  let opensRow = false;
  block.descendants((node, at, parent) => {
    opensRow ||= node.type.name === 'table_row';
    if (!node.isInline) return true;
    const change = node.marks.find(({ type }) => type.name === 'inserted' || type.name === 'deleted')?.type.name as Piece['change'] | undefined ?? null;
    const text = node.text ?? leafText(node, meeting);
    const last = out.at(-1);
    // Words of two cells of a table are no one word, those of two rows no one change.
    const gap = out.length === 0 || parent === cell ? '' : opensRow ? '\n' : '\u3000';
    if (last?.change === change && !(opensRow && change !== null)) last.text += gap + text;
    else out.push({ change, text, at, gap });
    [cell, opensRow] = [parent, false];
    return false;
  });
  return out;
}

function leafText(node: Node, meeting: Meeting): string {
  switch (node.type.name) {
    case 'field': {
      const { path, form } = node.attrs as FieldAttrs;
      return renderField(path, form, meeting) ?? emptyFieldText(path);
    }
    case 'placeholder': return placeholderText((node.attrs as PlaceholderAttrs).type, null);
    case 'note': return `〔注：${String(node.attrs.term)}〕`;
    default: return '';
  }
}

function statusOf(pieces: readonly Piece[]): ChangeStatus {
  if (pieces.every(({ change }) => change === null)) return 'kept';
  if (pieces.every(({ change }) => change === 'inserted')) return 'new';
  return pieces.every(({ change }) => change === 'deleted') ? 'gone' : 'changed';
}

/** Of a section: all its paragraphs new, all gone, none changed, or changed. */
function overall(blocks: readonly ChangeStatus[]): ChangeStatus {
  for (const one of ['kept', 'new', 'gone'] as const) if (blocks.every((status) => status === one)) return one;
  return 'changed';
}

/** An article's title on one line as it reads now; as it read, where the article is gone. */
function titleOf({ fields, label, kind }: Joined['articles'][number], meeting: Meeting): string {
  const pieces = (fields['deck.main']?.children ?? []).flatMap((line: Node) => changedPieces(line, meeting));
  const now = pieces.filter(({ change }) => change !== 'deleted').map(({ text }) => text).join('');
  return (now === '' ? pieces.map(({ text }) => text).join('') : now) || (label ?? (kind === 'continuation' ? '转版稿' : '无题的稿件'));
}

/** A heading as it reads now; one that is gone as it read. */
function headingWords(node: Node, meeting: Meeting): string {
  const lead = node.children.filter((child) => node.type.name === 'heading' || child.marks.some(({ type }) => type.name === 'lead'));
  const own = lead.length === 0 ? node : node.copy(node.content.cut(0, lead.reduce((sum, child) => sum + child.nodeSize, 0)));
  const pieces = changedPieces(own, meeting);
  const now = pieces.filter(({ change }) => change !== 'deleted').map(({ text }) => text).join('');
  return shortened(now === '' ? pieces.map(({ text }) => text).join('') : now);
}

const shortened = (text: string): string => (text.length <= QUOTED ? text : `${text.slice(0, QUOTED_HEAD)}……${text.slice(-QUOTED_TAIL)}`);

const quoted = (text: string): string => inner(shortened(text));

interface Said {
  readonly words: string;
  readonly places: number;
}

/** A head with another number, and what of its words is another. */
function renumbered(was: string, now: string, pieces: readonly Piece[]): Said {
  const number = was === '' ? `加上序号“${now}”` : now === '' ? `去掉序号“${was}”` : `序号“${was}”改为“${now}”`;
  if (pieces.every(({ change }) => change === null)) return { words: `${number}。`, places: 1 };
  const { words, places } = changedWords(pieces);
  return { words: `${number}；${words}`, places: places + 1 };
}

/** Two texts as pieces. */
function differenceOf(was: string, now: string): readonly Piece[] {
  return wordDifference(was, now).map(({ kind, text }) => ({ change: kind === 'same' ? null : kind === 'gone' ? 'deleted' : 'inserted', text, at: 0, gap: '' }));
}

function said(status: Exclude<ChangeStatus, 'kept'>, pieces: readonly Piece[], label: string, isHeading: boolean): Said {
  if (status !== 'changed') {
    const text = label + pieces.map((piece) => piece.text).join('');
    const name = nameOf(text);
    const what = isHeading ? '标题' : '一段';
    const length = isHeading ? '' : `，${text.length} 字`;
    return { words: `${status === 'new' ? (isHeading ? '增加' : '增写') : '删去'}“${name}”${what}${length}。`, places: 1 };
  }
  return changedWords(pieces);
}

/** What was put in, taken out and put in its place, one after the other; figures with what they count unless not `named`. */
function changedWords(pieces: readonly Piece[], named = true): Said {
  const parts: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const { change, text } = pieces[i]!;
    if (change === null) continue;
    const next = pieces[i + 1];
    if (text === '' && (next === undefined || next.change === null || next.text === '')) {
      // A forced end of a line has no words.
      if (!parts.includes('换行改变')) parts.push('换行改变');
      if (next !== undefined && next.change !== null) i++;
    } else if (next !== undefined && next.change !== null && text !== '' && next.text !== '') {
      const [gone, fresh] = change === 'deleted' ? [text, next.text] : [next.text, text];
      if (gone === fresh) {
        // The words of a note that stands behind its term, or a value that reads the same.
        parts.push(`“${quoted(gone)}”的内容有改`);
        i++;
        continue;
      }
      const unit = measureAfter(gone, fresh, pieces[i + 2]);
      const cell = named && isFigure(gone) && isFigure(fresh) ? cellName(pieces, i) : '';
      const { before, behind } = cell !== '' ? { before: cell, behind: '' } : named && isFigure(gone) && isFigure(fresh) ? counted(pieces[i - 1], unit, pieces[i + 2]) : { before: '', behind: '' };
      parts.push(`${inner(before)}“${quoted(gone + unit + behind)}”改为“${quoted(fresh + unit + behind)}”`);
      i++;
    } else if (text !== '') parts.push(`${change === 'inserted' ? '增加' : '删去'}“${quoted(text)}”`);
  }
  return { words: `${parts.join('；')}。`, places: parts.length };
}

const DIGIT = '[\\d〇零一二三四五六七八九十百千万亿两]';
const ENDS_IN_FIGURE = new RegExp(`(?:${DIGIT}[余多]?|〔数字：待填〕)$`);
const isFigure = (text: string): boolean => new RegExp(`^(?:${DIGIT.slice(0, -1)}.,]+[余多]?|〔数字：待填〕)$`).test(text);

/** A figure is named with its measure word: “8次”, not “8”. */
function measureAfter(gone: string, fresh: string, after: Piece | undefined): string {
  if (after?.change !== null || after.gap !== '' || !ENDS_IN_FIGURE.test(gone) || !ENDS_IN_FIGURE.test(fresh)) return '';
  const more = /^[余多]/.exec(after.text)?.[0] ?? '';
  const text = after.text.slice(more.length);
  // 件次, 批次, 万元 as the ledger reads them; what it does not know, by its first letter.
  const [known] = findFigures(`2${text.slice(0, 8)}`);
  const word = known?.from === 0 ? `${known.unit ?? ''}${known.measure ?? ''}` : '';
  return more + (word !== '' && text.startsWith(word) ? word : /^(?:[%％]|个百分点|[万亿]?(?:人次|公里|平方米|\p{Script=Han}))/u.exec(text)?.[0] ?? '');
}

/** What ends right behind a mark that opens: a change there is of a name, “十四五”, and counts nothing. */
const OPENED = /[“‘《（]$/;
/** The longest name that is told whole beside a figure. */
const LONGEST_NAME = 20;

/** The last words of a clause, so many as hold both of each pair of marks: with the name that they cut, or only what stands behind it. */
function inWholeMarks(words: string, clause: string): string {
  // A typed " opens and closes alike.
  if ((words.match(/"/g)?.length ?? 0) % 2 === 1) return words.replace(/^[^"]*"/, '');
  const { opener } = lacking(words);
  if (opener === '') return words;
  const from = clause.lastIndexOf(opener, clause.length - words.length);
  const whole = from < 0 ? '' : clause.slice(from);
  return whole !== '' && whole.length <= LONGEST_NAME && lacking(whole).opener === '' ? whole : words.replace(/^.*[”’》）]/, '');
}

/** What a number alone in its cell is called: its row and its column (社会 办结), by the table as it reads now; '' outside of tables, and of what is no cell's whole. */
function cellName(pieces: readonly Piece[], at: number): string {
  if (!pieces.some(({ gap, text }) => gap !== '' || /[\u3000\n]/.test(text))) return '';
  const now = (from: number, to: number): string => pieces.slice(from, to).map(({ change, text, gap }) => (change === 'deleted' ? gap : gap + text)).join('');
  const table = now(0, pieces.length);
  const before = now(0, at) + pieces[at]!.gap;
  const row = before.slice(before.lastIndexOf('\n') + 1).split('\u3000');
  const [name = ''] = row;
  const column = (table.split('\n')[0] ?? '').split('\u3000')[row.length - 1] ?? '';
  return row.length < 2 || row.at(-1) !== '' || name === '' || /^[\d.,]+$/.test(name) ? '' : `${name}${column === '' || /^[\d.,]+$/.test(column) ? '' : ` ${column}`}`;
}

/** What a figure counts: the last words of its clause before it, or, where it opens that, those behind it. */
function counted(last: Piece | undefined, unit: string, after: Piece | undefined): { readonly before: string; readonly behind: string } {
  const none = { before: '', behind: '' };
  if (/^[年月日届]/.test(unit) || (last?.change === null && OPENED.test(last.text))) return none;
  const clause = last?.change === null ? /[^，。；：、\u2029\u3000\n]*$/.exec(last.text)?.[0] ?? '' : '';
  const words = wordsOf(clause);
  let before = '';
  for (let i = words.length - 1; i >= 0 && before.length + words[i]!.length <= CONTEXT; i--) before = words[i]! + before;
  // What 和 leads to stands behind the number; the end of what was named before 和 or 等 names nothing.
  before = /[和与及]$/.test(before) ? '' : inWholeMarks(before, clause).replace(/^(?:[%％]|共|其中|并|和|的|及|等|以上|以下)+/, '').replace(/^[\u4e00-\u9fff]{1,3}[和与及等](?=[\u4e00-\u9fff]{4})/, '');
  if (before !== '') return { before, behind: '' };
  const follows = after?.change === null ? /^[^，。；：、\u2029\u3000\n]*/.exec(after.text.slice(unit.length))?.[0] ?? '' : '';
  let behind = '';
  for (const word of wordsOf(follows)) {
    if (behind.length + word.length > CONTEXT_BEHIND) break;
    behind += word;
  }
  return { before: '', behind };
}
