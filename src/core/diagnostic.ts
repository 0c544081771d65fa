// What a stage has to say about the document or a resource. A finding of the
// proofreader, of layout and of preflight is this one record (DESIGN, Errors 2).
import type { Rect } from './geometry';

export type Severity = 'error' | 'warning' | 'info';

/** Closed: a code is added here, with its meaning in COMMANDS' words, before it is used. */
export const DIAGNOSTIC_CODES = [
  'glyph-missing', // no face of the fallback order has the character: a box is printed
  'glyph-substituted', // one character is set in another face of the fallback order
  'field-substituted', // a whole name, title line or field is set in another face
  'font-missing', // no face at all for a role
  'role-substituted', // a role is set in another role's face
  'font-embedding-forbidden', // the licence flag (fsType) forbids embedding
  'embolden-synthetic', // 合成加粗: a stroke stands in for a bold face
  'line-overfull', // no rule can satisfy this line: it is set inside its frame
  'line-loose', // added gap over 0.25 em (T-24 warning) or over 0.12 em (info)
  'last-line-short', // a last line of one Han (T-32) that nothing could mend
  'looseness-refused', // adjust.lines asked for more than the paragraph's slack
  'stray-line', // T-33
  'heading-stranded', // T-34
  'frame-overset', // text that no frame holds
  'box-unfit', // an editorial that no box on the page can hold: set without one
  'page-underfull', // frames left empty where a full page is expected
  'column-tail', // N-34: a last column of less than three lines, or one that stops early
  'headlines-abreast', // N-30 碰题
  'page-break-across', // N-31 断版
  'gutter-through', // N-32 通缝
  'headline-missing', // N-33 题文分离
  'flow-reversed', // N-35 逆转
  'fold-in-headline', // N-36: the fold runs through a headline's line
  'rule-through-text', // a rule between two articles printed through a line of text
  'lead-low', // N-37: another headline stands above the lead
  'layout-followed', // a make-up by hand that follows an edition which has other articles or pages since
  'headline-wide', // N-11: a headline over more columns than its few lines of text are worth
  'master-exceeds-sheet', // type area, header or column wider or higher than the sheet: it would print off the paper
  'furniture-squeezed', // a line of 报头, 报眉 or 报尾 too long for its place: set much smaller, or off the sheet
  'picture-coarse', // N-41: fewer dots than newsprint needs at the size that a picture has
  'picture-unplaced', // a picture of an article that no columns hold
  'picture-unfit', // a picture that cannot be printed: gone from the package, or in colour
  'issue-incomplete', // an issue of a paper without a date, an article without text, two 社论
  'line-braces', // a line of a paper's with something in braces that stands for nothing (第{m}期)
  'issue-number', // 期号 written as another number than the one that is counted for the day
  'date-invalid', // a day in an edition or the meeting record that is none (2026-02-31)
  'phase-mismatch', // a resolution in the opening issue, an opening editorial in the closing one
  'jump-broken', // a jump line whose other end is missing, typed ones among them, or a wording that names no page (N-20)
  'title-break', // a title line that had to be broken inside a word
  'placeholder-open', // 待填 or 存疑
  'stage-unprinted', // a newspaper of a stage before 见报稿, which its pages do not say
  'omitted', // 见报略, 宣读略: what an edition left out
  'face-changed', // another face than the one last exported with
  'field-empty', // a field of the meeting record that has no value
  'masthead-missing', // a newspaper edition without a paper profile: no masthead, no header
  'phrase-stale', // a set phrase older than twelve months that nobody has looked at since (warning; never refuses)
  'note-undefined', // a term of the annex that nobody has explained
  'leftover-year', // P-32: another year in a labelled slot (error); a year, day or place in a plan that does not fit (warning)
  'leftover-session', // P-13: 届 or 次 that the meeting record contradicts
  'leftover-plenary', // a plenary of the Party in the words of last year's text
  'leftover-name', // last year's speaker or chair (error); leaders as last year had them (info)
  'sentence-carried', // a long sentence that is last year's to the letter (told from 征求意见稿 on)
  'figure-sum', // P-12: a part above its total, or parts that do not add up
  'figure-conflict', // one figure that two articles say differently
  'figure-unconfirmed', // figures of a 大会稿 that nobody has confirmed in the 数字台账
  'promise-unmentioned', // a task of last year's plan that this year's review never mentions
] as const;

export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** A stretch of one article's text. Offsets are UTF-16, `to` exclusive, an inline atom counts one. */
export interface TextStretch {
  readonly article: string;
  /** 0-based index among the article's top-level blocks, or null where `field` stands. */
  readonly block: number | null;
  /** Path of a deck, head or meeting field (`deck.main`), else null. */
  readonly field: string | null;
  readonly from: number;
  readonly to: number;
}

/** A place in the text: COMMANDS, "Places". */
export interface TextPlace extends TextStretch {
  /** 1-based line of the imported text; null for a package. */
  readonly line: number | null;
  readonly excerpt: string;
}

/** A place on paper: 1-based page of the edition, rectangle in pt from the sheet's top left. */
export interface PagePlace {
  readonly page: number;
  readonly rect: Rect;
}

export type Place = TextPlace | PagePlace;

export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  /** Ready Chinese text: what happened, to which thing, where. */
  readonly message: string;
  readonly at: Place | null;
  /** What to do about it, in Chinese; null where there is nothing to propose. */
  readonly suggestion: string | null;
}
