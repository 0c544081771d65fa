// Finding over a package (W16): every article's text and fields, by plain words,
// whole words or a regular expression. In: a query and a package. Out: hits with
// their places and, for the editor, document positions. Matches are remembered by
// the block's node, so that after a keystroke one paragraph is searched again. A
// regular expression may run for ever and is therefore never run here by itself:
// the window runs `regexMatches` in a worker and hands the matches to `learn`.
// Values of the meeting record and placeholders are found by what they show; such
// a hit cannot be replaced (replace.ts).
import type { Node } from 'prosemirror-model';
import { emptyFieldText, renderField } from './fields';
import { FIELD_PATHS, type Article, type FieldPath, type Meeting } from './package';
import { placeholderText } from './placeholder';
import type { FieldAttrs, PlaceholderAttrs } from './schema';
import { eachTextblock } from './textblocks';

export interface FindQuery {
  readonly text: string;
  /** `word`: both ends of a hit are ends of words, so that 会 does not find 会议, nor 2 find 2024. */
  readonly how: 'plain' | 'word' | 'regex';
  readonly ignoreCase: boolean;
  /** Full and half width are one, and blanks and line breaks count for nothing. Not for a regular expression. */
  readonly ignoreWidth: boolean;
}

/** A match in a textblock's text: characters from `from` to `to` (exclusive). Groups as of a regular expression. */
export interface Match {
  readonly from: number;
  readonly to: number;
  readonly groups: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string | undefined>> | null;
}

/** A hit: its place (block and offsets as in a Place; of a field `block` is 0) and where it is in the text's document. */
export interface Hit {
  readonly article: string;
  readonly field: FieldPath | null;
  readonly block: number;
  readonly offset: number;
  readonly end: number;
  /** Document positions in the article's text or in the field. */
  readonly from: number;
  readonly to: number;
  /** It covers, wholly or in part, a value of the meeting record, a placeholder or a note anchor. */
  readonly fixed: boolean;
  readonly match: Match;
  /** The textblock that it is in; `match` counts its characters. */
  readonly node: Node;
}

/** What a textblock shows, as one string. */
interface BlockText {
  readonly text: string;
  /** Offset in the block of each character; null where the two are the same. */
  readonly offsets: readonly number[] | null;
}

const textOfAtom = (node: Node, meeting: Meeting): string => {
  switch (node.type.name) {
    case 'field': {
      const { path, form } = node.attrs as FieldAttrs;
      return renderField(path, form, meeting) ?? emptyFieldText(path);
    }
    case 'placeholder': return placeholderText((node.attrs as PlaceholderAttrs).type, null);
    case 'hard_break': return '\n';
    default: return '';
  }
};

function blockText(block: Node, meeting: Meeting): BlockText {
  // Most blocks are text alone.
  if (block.children.every((inline) => inline.isText)) return { text: block.textContent, offsets: null };
  let text = '';
  const offsets: number[] = [];
  let isPlain = true;
  block.forEach((inline, offset) => {
    const piece = inline.isText ? (inline.text ?? '') : textOfAtom(inline, meeting);
    if (piece.length !== inline.nodeSize) isPlain = false;
    for (let i = 0; i < piece.length; i++) offsets.push(offset + (inline.isText ? i : 0));
    text += piece;
  });
  return { text, offsets: isPlain ? null : offsets };
}

/** A character that counts for nothing where blanks do. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x3000 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0xfeff;
}

/** One for curly and straight quotes, full and half width. */
function foldWidth(code: number): number {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (code === 0x201c || code === 0x201d) return 0x22;
  return code === 0x2018 || code === 0x2019 ? 0x27 : code;
}

/** The small letter; a character whose small one is two (İ) stays, or it would shift all that follows. */
function foldCase(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  // Han, kana, surrogates and full-width marks have no case.
  if (code >= 0x2e80 && code < 0xff21) return code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

interface Folded {
  readonly text: string;
  /** Index in the unfolded text of each character; null where they are the same. */
  readonly index: readonly number[] | null;
}

/** Characters of a text that are handed to String.fromCharCode at once: more would be too many arguments. */
const CHUNK = 4096;

function fold(text: string, { ignoreCase, ignoreWidth }: Pick<FindQuery, 'ignoreCase' | 'ignoreWidth'>): Folded {
  if (!ignoreCase && !ignoreWidth) return { text, index: null };
  const codes = new Uint16Array(text.length);
  // Made only where a blank was left out: all other folding is one for one.
  let index: number[] | null = null;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (ignoreWidth) {
      if (isBlank(code)) {
        index ??= Array.from({ length }, (_, at) => at);
        continue;
      }
      code = foldWidth(code);
    }
    codes[length++] = ignoreCase ? foldCase(code) : code;
    index?.push(i);
  }
  let out = '';
  for (let at = 0; at < length; at += CHUNK) out += String.fromCharCode(...codes.subarray(at, Math.min(at + CHUNK, length)));
  return { text: out, index };
}

// Made when first asked for: it loads a dictionary.
let segmenter: Intl.Segmenter | null = null;

/** Ends of the words of a text, 0 and its length among them. */
function wordEnds(text: string): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const ends = new Set<number>([0, text.length]);
  for (const { index } of segmenter.segment(text)) ends.add(index);
  return ends;
}

/** Matches of plain words in a text, none over another. */
export function plainMatches(text: string, query: FindQuery): readonly Match[] {
  const needle = fold(query.text, query).text;
  if (needle === '') return [];
  const { text: hay, index } = fold(text, query);
  const found: Match[] = [];
  let ends: ReadonlySet<number> | null = null;
  for (let at = hay.indexOf(needle); at >= 0;) {
    const from = index === null ? at : index[at]!;
    const last = at + needle.length - 1;
    const to = (index === null ? last : index[last]!) + 1;
    if (query.how === 'word') ends ??= wordEnds(text);
    if (ends === null || (ends.has(from) && ends.has(to))) {
      found.push({ from, to, groups: [], named: null });
      at = hay.indexOf(needle, at + needle.length);
    } else at = hay.indexOf(needle, at + 1);
  }
  return found;
}

/** Flags of a query's regular expression: always by characters, not by halves of them. */
export function regexFlags({ ignoreCase }: Pick<FindQuery, 'ignoreCase'>): string {
  return ignoreCase ? 'giu' : 'gu';
}

/** Matches of a regular expression, those of no length left out. May take for ever: for a worker. @throws SyntaxError */
export function regexMatches(text: string, source: string, flags: string): readonly Match[] {
  const found: Match[] = [];
  for (const match of text.matchAll(new RegExp(source, flags))) {
    const [whole, ...groups] = match;
    if (whole === '') continue;
    found.push({ from: match.index, to: match.index + whole.length, groups, named: match.groups === undefined ? null : { ...match.groups } });
  }
  return found;
}

/** V8's words for what is wrong with a regular expression, and ours. */
const REGEX_ERRORS: readonly (readonly [RegExp, string])[] = [
  [/Unterminated group/, '有左括号没有配上右括号'],
  [/Unmatched '\)'/, '多出一个右括号'],
  [/Nothing to repeat/, '* + ? 的前面没有可以重复的内容'],
  [/Unterminated character class/, '有左方括号没有配上右方括号'],
  [/quantifier brackets|Incomplete quantifier/, '花括号里要写次数，如 {2}；要找花括号本身，在它前面加 \\'],
  [/out of order in \{\}/, '花括号里的次数前大后小'],
  [/Range out of order|Invalid character class/, '方括号里的范围不对'],
  [/escape|\\ at end/i, '\\ 后面的写法不对'],
  [/Lone/, '括号要成对；要找括号本身，在它前面加 \\'],
  [/group|reference/i, '括号或引用的写法不对'],
];

/** What is wrong with a query, in Chinese, or null. An empty query is not wrong: it finds nothing. */
export function queryError({ how, text }: FindQuery): string | null {
  if (how !== 'regex') return null;
  try {
    void new RegExp(text, 'gu');
    return null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const why = REGEX_ERRORS.find(([pattern]) => pattern.test(error.message.slice(error.message.lastIndexOf(':'))))?.[1];
    return `正则表达式写得不对${why === undefined ? '' : `：${why}`}。`;
  }
}

/** Where hits are looked for. */
type Texts = readonly Pick<Article, 'id' | 'fields' | 'doc'>[];

interface Textblock {
  readonly node: Node;
  readonly article: string;
  readonly field: FieldPath | null;
  readonly block: number;
  /** Offset of its first character in the block (cells of a table run on). */
  readonly base: number;
  /** Its first position in the document. */
  readonly pos: number;
}

function* textblocks(articles: Texts): Generator<Textblock> {
  for (const { id, fields, doc } of articles) {
    for (const field of FIELD_PATHS) {
      const node = fields[field]?.firstChild ?? null;
      if (node !== null) yield { node, article: id, field, block: 0, base: 0, pos: 1 };
    }
    let start = 0;
    for (let block = 0; block < doc.childCount; block++) {
      const node = doc.child(block);
      const at = { article: id, field: null, block };
      const texts: Textblock[] = [];
      const before = start;
      eachTextblock(node, (inner, base, inside) => texts.push({ ...at, node: inner, base, pos: before + inside }));
      yield* texts;
      start += node.nodeSize;
    }
  }
}

/** One query over one meeting record; another of either is another Finder. */
export class Finder {
  readonly query: FindQuery;
  readonly meeting: Meeting;
  readonly #texts = new WeakMap<Node, BlockText>();
  readonly #matches = new WeakMap<Node, readonly Match[]>();

  constructor(query: FindQuery, meeting: Meeting) {
    this.query = query;
    this.meeting = meeting;
  }

  /** What a textblock shows. */
  textOf(block: Node): string {
    return this.#textOf(block).text;
  }

  /** Blocks that `learn` must be told of before `hits` is whole; none but for a regular expression. */
  unknown(articles: Texts): readonly Node[] {
    if (this.query.how !== 'regex' || this.query.text === '') return [];
    return [...new Set([...textblocks(articles)].map(({ node }) => node))].filter((node) => !this.#matches.has(node));
  }

  learn(block: Node, matches: readonly Match[]): void {
    this.#matches.set(block, matches);
  }

  /** All hits in the order of the package: an article's fields, then its text. */
  hits(articles: Texts): readonly Hit[] {
    const hits: Hit[] = [];
    for (const { node, article, field, block, base, pos } of textblocks(articles)) {
      const matches = this.#matchesOf(node);
      if (matches.length === 0) continue;
      const { offsets } = this.#textOf(node);
      for (const match of matches) {
        const from = offsets === null ? match.from : offsets[match.from]!;
        const to = (offsets === null ? match.to - 1 : offsets[match.to - 1]!) + 1;
        hits.push({ article, field, block, offset: base + from, end: base + to, from: pos + from, to: pos + to, fixed: holdsAtom(node, from, to), match, node });
      }
    }
    return hits;
  }

  #textOf(block: Node): BlockText {
    let text = this.#texts.get(block);
    if (text === undefined) {
      text = blockText(block, this.meeting);
      this.#texts.set(block, text);
    }
    return text;
  }

  #matchesOf(block: Node): readonly Match[] {
    let matches = this.#matches.get(block);
    if (matches === undefined) {
      matches = this.query.how === 'regex' ? [] : plainMatches(this.textOf(block), this.query);
      if (this.query.how !== 'regex') this.#matches.set(block, matches);
    }
    return matches;
  }
}

/** Whether an atom other than a line break stands between two offsets of a block. */
function holdsAtom(block: Node, from: number, to: number): boolean {
  let holds = false;
  block.nodesBetween(from, to, (node) => {
    if (!node.isText && node.isInline && node.type.name !== 'hard_break') holds = true;
  });
  return holds;
}
