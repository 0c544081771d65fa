// The package (文稿包) as records: what one .banxin file holds. Immutable; a
// change makes a new record that shares all that did not change.
import type { Node } from 'prosemirror-model';
import type { Border, Dress } from './dress';
import type { Layout } from './layout';
import type { Look } from './look';
import type { Master } from './master';

/** 会议信息 (keys as in COMMANDS' meeting.json). null: not known. Dates ISO. */
export interface Meeting {
  readonly place: string | null;
  readonly organisation: { readonly full: string | null; readonly short: string | null };
  /** 会议届 */
  readonly term: number | null;
  /** 报告届: equal to `term` except at a 第一次会议, where it is one less. */
  readonly reportTerm: number | null;
  /** 次 */
  readonly session: number | null;
  readonly opens: string | null;
  readonly closes: string | null;
  readonly venue: string | null;
  readonly speaker: string | null;
  readonly chair: string | null;
  /** 应到, 实到 */
  readonly expected: number | null;
  readonly present: number | null;
  readonly salutation: string | null;
  /** Who guides the committee's work where its place's name does not tell: 州, 盟, 地区 over a county. Left out, null: as the names tell. */
  readonly superior?: string | null;
}

export type ArticleKind = 'report' | 'editorial' | 'news' | 'resolution' | 'address' | 'notice' | 'continuation';

/**
 * A deck or head field: a doc of one paragraph (hard breaks allowed), or null where the text has none.
 * Fields hold their text as it is printed, marks included: the occasion with its —— or brackets, the date
 * with its brackets, the salutation with its colon. A speaker is the name alone, without blanks (the look
 * spaces a two-character name). What `outline` reports is stripped from these.
 */
export type FieldDoc = Node | null;

export const FIELD_PATHS = ['deck.over', 'deck.main', 'deck.sub', 'head.occasion', 'head.date', 'head.speaker', 'head.salutation'] as const;
export type FieldPath = (typeof FIELD_PATHS)[number];

export interface Article {
  readonly id: string;
  readonly kind: ArticleKind;
  /** A label that stands over the headline: 社论, 本报评论员; null for none. */
  readonly label: string | null;
  readonly fields: Readonly<Record<FieldPath, FieldDoc>>;
  readonly doc: Node;
}

export type EditionKind = 'booklet' | 'newspaper' | 'speech';
export type Phase = 'opening' | 'during' | 'closing';

/** Line art of the paper's, 1 bit, in the package's assets; size in dots. */
export interface PaperArt {
  readonly asset: string;
  readonly width: number;
  readonly height: number;
}

/** How 期号 is counted: the number of one day, and the days on which the paper appears. */
export interface IssueCount {
  readonly number: number;
  /** ISO. */
  readonly date: string;
  readonly days: 'daily' | 'sixdays' | 'workdays' | 'weekly';
}

/** Newspaper furniture: all data of the paper, nothing of it is text of an article (TYPESETTING 2.2). null: not printed. */
export interface PaperProfile {
  readonly name: string;
  readonly issue: string | null;
  readonly publisher: string | null;
  readonly registration: string | null;
  readonly editors: readonly { readonly role: string; readonly name: string }[];
  readonly contact: string | null;
  /** `front`: page 1 with a 报头. The number of the first page set, and each page's name (要闻). */
  readonly firstPage: number;
  readonly pageNames: readonly string[];
  /** Wording of a jump, brackets included: （下转第{n}版） / （上接第{n}版）, {n} in Han or digits. */
  readonly jump: { readonly forward: string; readonly back: string; readonly numerals: 'han' | 'digits' };
  /** 版面风格 (TYPESETTING 2.5): in the 模块式 a straight break or gutter is information. Left out: 穿插式. */
  readonly style?: 'interlocked' | 'modular';
  /** 围框 of boxed articles. Left out: 文武线. */
  readonly border?: Border;
  /** 报名 as artwork, instead of the name in type. */
  readonly nameArt?: PaperArt;
  /** 报名 in the look's red. */
  readonly nameRed?: boolean;
  /** 社论 label as artwork, instead of white on a black bar. */
  readonly labelArt?: PaperArt;
  /** 题花 beside the label of a boxed article. */
  readonly flower?: PaperArt;
  /** Counts 期号 by the edition's date; `{n}` in `issue` is the number. */
  readonly counting?: IssueCount;
  /** 农历 beside the date of the 报头. Left out: printed. */
  readonly lunar?: boolean;
  /** 报尾 under the last page: address, telephone, postcode, price, printer. */
  readonly tail?: string;
  /** How many pages the paper has that day, as printed: 今日8版. */
  readonly pagesToday?: string;
  /** 版次 in the 报眉: 第{n}版, {n:1} for digits. Left out: 第{n}版. */
  readonly pageWording?: string;
}

export interface BookletParts {
  readonly cover: boolean;
  /** Number in the conference's set (之二), or null. */
  readonly number: string | null;
  /** 会后收回 */
  readonly collect: boolean;
  readonly contents: boolean;
  readonly annex: boolean;
  /** Blanks at the end up to a multiple of this many pages (G-22); 1 for none. */
  readonly multiple: number;
}

/** One way to print the package. It has no text of its own but page furniture. */
export interface Edition {
  readonly id: string;
  readonly kind: EditionKind;
  readonly name: string;
  /** Articles to set, in order. */
  readonly articles: readonly string[];
  /** ISO; of a newspaper: the day it appears. null: the meeting's. */
  readonly date: string | null;
  readonly phase: Phase | null;
  readonly look: Look;
  readonly master: Master;
  readonly paper: PaperProfile | null;
  /** The make-up of a newspaper that was chosen; left out: the program makes it up each time. */
  readonly layout?: Layout;
  /** Articles of a newspaper that are 重要: behind the lead, before the others (一般). Left out: none. */
  readonly important?: readonly string[];
  /** How articles are dressed on a newspaper's page, by id; left out: as the paper does. */
  readonly dress?: Readonly<Record<string, Dress>>;
  readonly booklet: BookletParts | null;
  /** Adds （摘要） under the title where ranges are left out. */
  readonly abridgedNote: boolean;
  /** Of a 改稿本, which is made for one printing and never stored: when it is printed, as 2026-01-12 or 2026-01-12T16:20. */
  readonly printedAt?: string | null;
  /** Of a 花脸稿, which is made for one export and never stored: the names of the two versions. Its articles hold both (report/compare). */
  readonly redline?: { readonly from: string; readonly to: string; readonly renumbered?: readonly Renumbered[] };
  /** Faces last exported with: name and hash by role. */
  readonly faces: Readonly<Record<string, { readonly name: string; readonly hash: string }>>;
}

/** Id of the edition that sets a 花脸稿; no stored edition has it. */
export const REDLINE_EDITION = 'redline';

/** A head that has another number than it had: article, index of its block, the number as it was printed ('': none). */
export interface Renumbered {
  readonly article: string;
  readonly block: number;
  readonly was: string;
}

/** 稿次: a named, dated, frozen copy. */
export interface Version {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  /** What somebody said of it when it was frozen; left out: nothing. */
  readonly note?: string;
  readonly meeting: Meeting;
  readonly articles: readonly Article[];
}

export interface CommentThread {
  readonly id: string;
  readonly article: string;
  readonly entries: readonly { readonly by: string; readonly at: string; readonly text: string }[];
  readonly done: boolean;
  /** The words it was put on: told when they are gone. */
  readonly quote?: string;
}

/** 目标字数 of a section. Headings have no ids: it is found again by its words, or else by its place among the headings (targets.ts). */
export interface SectionTarget {
  readonly heading: string;
  /** Index among the article's headings, theme sentences not counted. */
  readonly index: number;
  readonly words: number;
}

/** 目标字数 of an article: of its whole text, null for none, and of sections. */
export interface ArticleTargets {
  readonly words: number | null;
  readonly sections: readonly SectionTarget[];
}

/** What people say of a figure of the 数字台账; '' where nobody has said. */
export interface FigureRecord {
  /** 责任委室 */
  readonly office: string;
  /** 依据 */
  readonly basis: string;
  /** 核实人 */
  readonly checker: string;
  /** Day of the confirmation, ISO, or ''. */
  readonly date: string;
  /** The figure as it was confirmed, unit and measure word with it: 171件. null: not confirmed. Another figure there now is 未核实 again. */
  readonly confirmed: string | null;
}

export type PromiseStatus = 'done' | 'partly' | 'unmentioned' | 'renamed';

/** What people say of a task of last year's plan. */
export interface PromiseRecord {
  /** null: nobody has said. */
  readonly status: PromiseStatus | null;
  /** The sentence of this year's text that a person chose for it, '' for none; null: the one that the program found. */
  readonly result: string | null;
}

/** A picture file of an article: gray, in the package's assets. */
export interface PictureFile {
  /** Its id among the assets. */
  readonly asset: string;
  /** Name of the file that it was taken from; left out by packages of before. */
  readonly file?: string;
  /** 图说, printed below it; '' for none. */
  readonly caption: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Another place of a picture than the top right. */
export type PictureCorner = 'left' | 'foot';

/** In the middle of the text: behind so many columns of text, below so many lines of them. */
export interface PictureSpot {
  readonly column: number;
  readonly row: number;
}

/** 与正文同宽: so many columns of a picture, or more, are all that its text has. */
export const AS_WIDE_AS_TEXT = 12;

/** What stands with an article in a newspaper (配图): a picture, or several of one width below each other (组图). */
export interface ArticlePicture extends PictureFile {
  /** Columns of text that it is to span, AS_WIDE_AS_TEXT for all of them; null: by the first one's shape. */
  readonly columns: number | null;
  /** Where among the columns of text: at the top of the left ones, at the foot of the right ones, or at a spot between them; left out: at the top of the right ones. */
  readonly place?: PictureCorner | PictureSpot;
  /** Those below the first. */
  readonly more?: readonly PictureFile[];
}

/** All pictures of an article, from the top. */
export function picturesOf(picture: ArticlePicture): readonly PictureFile[] {
  return [picture, ...(picture.more ?? [])];
}

export interface Package {
  readonly id: string;
  readonly name: string;
  /** Current 稿次, or null (printed as nothing; placeholders stand as in a 工作稿). */
  readonly stage: string | null;
  readonly meeting: Meeting;
  readonly articles: readonly Article[];
  readonly editions: readonly Edition[];
  readonly versions: readonly Version[];
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly comments: readonly CommentThread[];
  /** Ignored findings: code and quote. */
  readonly ignored: readonly { readonly code: string; readonly quote: string }[];
  /** By article id; left out: none. */
  readonly targets?: Readonly<Record<string, ArticleTargets>>;
  /** By the key of a figure (report/figures/ledger.ts); left out: none. */
  readonly figures?: Readonly<Record<string, FigureRecord>>;
  /** By the words of last year's task; left out: none. */
  readonly promises?: Readonly<Record<string, PromiseRecord>>;
  /** 理由 of changes between versions, by the key of a change (report/compare/change-list.ts); left out: none. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** By article id; left out: none. */
  readonly pictures?: Readonly<Record<string, ArticlePicture>>;
}

/** A record with every value unknown. */
export const EMPTY_MEETING: Meeting = {
  place: null, organisation: { full: null, short: null }, term: null, reportTerm: null, session: null, opens: null, closes: null,
  venue: null, speaker: null, chair: null, expected: null, present: null, salutation: null,
};
