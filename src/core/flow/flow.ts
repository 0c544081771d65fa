// The flow: what is to be set, in order, with its style resolved and its
// numbers, fields and references filled in. It is the border between the
// document (ProseMirror) and the engine (plain records): line, page and display
// know this file and nothing of ProseMirror. Made by flow(); immutable.
import type { FontRole } from '../font';
import type { Kinsoku, PunctuationStyle } from '../model/look';

export type { Kinsoku, PunctuationStyle };

/** How characters look. Resolved: no inheritance is left. */
export interface TextStyle {
  readonly role: FontRole;
  /** Face of Latin letters and digits: the role's own, or another (随正文, Times-like, hei). */
  readonly latin: 'body' | 'times' | 'hei';
  /** Glyph size, pt. */
  readonly size: number;
  /** Stroke that thickens the glyphs, em; 0 for none (reported as 合成加粗). */
  readonly embolden: number;
  /** Raise above the baseline, em of this size (superscript). */
  readonly rise: number;
}

/** Where a stretch of displayed text comes from. */
export type SpanSource =
  /** Text of the document, one character for one: display offset k of the span is block offset `at + k`. */
  | { readonly kind: 'text'; readonly at: number }
  /** An inline atom (field, placeholder, note anchor): one position, however long its text. */
  | { readonly kind: 'atom'; readonly at: number }
  /** Made by the program: a heading's number, a jump line, a spaced name's blank. `what` names it. */
  | { readonly kind: 'generated'; readonly what: string };

/** What a 花脸稿 says of a stretch. */
export type SpanChange = 'inserted' | 'deleted';

export interface Span {
  /** UTF-16 offsets in the paragraph's display text; `to` exclusive. Spans cover the text without a hole. */
  readonly from: number;
  readonly to: number;
  readonly style: TextStyle;
  readonly source: SpanSource;
  /** `label`: a run-in number, never squeezed, glued to what follows (T-06, T-21). `note`: a note anchor (T-06). `blank`: a fixed generated space. */
  readonly glue: 'label' | 'note' | 'blank' | null;
  /** Of a 花脸稿: new in the later version, or gone from the earlier one. Left out: neither. */
  readonly change?: SpanChange;
}

export interface ParagraphStyle {
  /** Name of the style in the look (`body`, `heading1`, `title`, …). */
  readonly name: string;
  /** Style of the paragraph as a whole: indents and blank lines are measured in its size. */
  readonly text: TextStyle;
  readonly align: 'justify' | 'left' | 'center' | 'right';
  /** First-line indent, em of `text.size` (T-30). */
  readonly indent: number;
  /** Space kept free left and right of every line, em. */
  readonly left: number;
  readonly right: number;
  readonly punctuation: PunctuationStyle;
  readonly kinsoku: Kinsoku;
  /** 中西间距 between Han and Latin or digits, em (T-25). */
  readonly hanLatinGap: number;
  /** T-31. */
  readonly indentOpener: 'trim' | 'keep';
  /** T-15: `。，、` may hang outside the right edge. */
  readonly hanging: boolean;
  /** Commas closed by the style may open again before Han gaps stretch (FITTING, What helps). */
  readonly openCommas: boolean;
  /** em by which characters of a line may come closer together, where lines of their paragraph are loose else. Left out: not at all. */
  readonly tighten?: number;
  /** A title: broken by meaning, lines shaped (G-06, T-37). */
  readonly title: boolean;
  /** Short title's blanks between characters (T-37): 2 characters 2 em, 3 one, 4 half. */
  readonly spread: boolean;
  /** 字距 of a headline that is fitted: added between characters, em, negative for less. Left out: none. */
  readonly tracking?: number;
  /** Blanks between the words of such a headline, part of their own. Left out: whole. */
  readonly wordSpace?: number;
  /** Names of a 名单 begin at whole numbers of cells of so many em (name-cells.ts). Left out: where their blanks put them. */
  readonly nameCell?: number;
  /** 占行: grid lines that one text line takes (1 for body); its lines are centred in them (T-35). */
  readonly gridLines: number;
  /** Blank grid lines before and after. */
  readonly linesBefore: number;
  readonly linesAfter: number;
  /** Body lines that must follow on the same page or column (T-34); 0 for none. */
  readonly keepWithNext: number;
  /** A face lacks one character: the whole field changes face, or only the character. */
  readonly fallback: 'field' | 'character';
}

/** A number that the Typesetter gives a block for its life. Sources in the display list carry it. */
export type BlockRef = number;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Display text: numbers, fields and placeholders filled in. '\n' is a hard break. */
  readonly text: string;
  readonly spans: readonly Span[];
  readonly style: ParagraphStyle;
  /** Lines more (or fewer, negative) than the best setting, asked by a hand or the copyfitter. */
  readonly looseness: number;
  readonly breakBefore: boolean;
  /** Entry of the outline (PDF bookmarks, contents): level 0–5 and its text, or null. */
  readonly heading: { readonly level: number; readonly text: string } | null;
  /** Offset behind its run-in head and a theme sentence right after it, with text behind it, whatever the look shows of them. Left out: it has none. */
  readonly lead?: number;
}

/** A simple table (annexes): rows of cells, each one paragraph; column widths in em of the style's size. */
export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Paragraph[])[];
  readonly style: ParagraphStyle;
  readonly breakBefore: boolean;
}

export type BlockContent = Paragraph | Table;

/** One block in its place in the flow. `content` is shared between flows where nothing differs. */
export interface Block {
  readonly ref: BlockRef;
  readonly content: BlockContent;
}

/** Who a BlockRef is: an article's top-level block, a field of it, or something generated. */
export type BlockOrigin =
  | { readonly kind: 'block'; readonly article: string; readonly index: number }
  | { readonly kind: 'field'; readonly article: string; readonly field: string }
  | { readonly kind: 'generated'; readonly what: string };

/** The flow of one article: its title block (deck and head fields) and its body, in order. */
export interface Flow {
  readonly article: string;
  readonly head: readonly Block[];
  readonly body: readonly Block[];
}
