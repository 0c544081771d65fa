// Make-up by hand in types: a block's name, the acts on it and those of the desk that are made
// of them, what comes of one, and what an act asks of the edition. The acts themselves are
// by-hand.ts and the *-by-hand.ts beside it, mend-taboo.ts and remedies.ts.
import type { Area, BlockName, HeadlineLines, Layout, PagePlan } from '../../model/layout';
import type { Edges } from '../measure/hand-shape';
import type { AtHead } from '../measure/ruler';
import type { Steps } from '../measure/steps';
import type { Placed } from '../search/place';
import type { Loss } from '../rules/loss';
import type { SwapMemory } from './swap-memory';
import type { TabooKind } from '../rules/taboos';
import type { Yardstick } from '../measure/yardstick';

export type HandAct =
  /** `giveWay`: where it would cover a headline or a box, all that is not pinned is made up anew around it. */
  | ({ readonly kind: 'move'; readonly columns: number; readonly rows: number; readonly giveWay?: true } & BlockName)
  /** 提到版首: to the head of its page, at the left; the others give way. */
  | ({ readonly kind: 'lead' } & BlockName)
  /** Edges outwards, in base columns and rows. `giveWay`: what it would cover makes way as for a move, only shifts as it is, or else the page is set level, nothing made up anew. */
  | ({ readonly kind: 'pull'; readonly edges: Edges; readonly giveWay?: true | 'shift' | 'level' } & BlockName)
  /** `asIs`: each in the other's room as it is, the others where they are. */
  | ({ readonly kind: 'swap'; readonly other: BlockName; readonly asIs?: true } & BlockName)
  /** To the page of another 版次: where it covers least there. One behind the last page is made. */
  | ({ readonly kind: 'carry'; readonly to: number } & BlockName)
  | ({ readonly kind: 'pin'; readonly pinned: boolean } & BlockName)
  | ({ readonly kind: 'box'; readonly boxed: boolean } & BlockName)
  /** 竖题, or 横题 again: the title block beside the text with its lines downwards. */
  | ({ readonly kind: 'turn'; readonly upright: boolean } & BlockName)
  /** 破栏: the columns of text of its widest area. */
  | ({ readonly kind: 'break'; readonly into: number } & BlockName)
  /** Rows more, or less, for its title block. */
  | ({ readonly kind: 'head'; readonly rows: number } & BlockName)
  /** 标题一行 or 两行: its 主题 in so many lines; null: as the program finds best. */
  | ({ readonly kind: 'headline'; readonly lines: HeadlineLines | null } & BlockName)
  /** 转版: what found no room goes on on the page of a later 版次. One behind the last page is made. */
  | ({ readonly kind: 'jump'; readonly to: number } & BlockName)
  /** A jump undone: all of the article has the room of its first block. */
  | ({ readonly kind: 'join' } & BlockName)
  /** 撑版: its text copyfitted to the feet of its columns. */
  | ({ readonly kind: 'fit' } & BlockName);

/** The acts of one kind. */
export type HandActOf<Kind extends HandAct['kind']> = Extract<HandAct, { readonly kind: Kind }>;

/** One step that takes away what the desk must not do (mend-taboo.ts). */
export interface MendAct {
  readonly kind: 'mend';
  /** 版次 */
  readonly page: number;
  /** Empty: any of the page's. */
  readonly articles: readonly string[];
  /** `crowd`: a block right above another, the rule between them through its last line. `wide`: a headline over more columns than its text is worth (N-11). */
  readonly taboo: TabooKind | 'hole' | 'crowd' | 'wide';
  /** Where it stands that is to be gone, as its finding has it; left out: any of the page's. */
  readonly where?: Area;
}

/** An act by hand that is made only where it mends its block and takes no other's room. */
export interface RemedyAct {
  readonly kind: 'remedy';
  readonly act: HandAct;
}

/** A way to mend a block, and its name. */
export interface RemedyWay {
  readonly title: string;
  readonly act: HandAct;
}

/** The best of several ways. `isAsked`: they were asked for by name (转版), be it that a rule of the page is broken by the best. `least`: points that the page must be worth then, for something else that would mend the block leaves it so many. */
export interface RemediesAct {
  readonly kind: 'remedies';
  readonly isAsked?: true;
  readonly least?: number;
  readonly ways: readonly RemedyWay[];
}

/** Several acts as one: none is made where one cannot be. */
export interface ActsAct {
  readonly kind: 'acts';
  readonly acts: readonly HandAct[];
}

/** What a layout editor can do, and what the desk can. */
export type DeskAct = HandAct | MendAct | RemedyAct | RemediesAct | ActsAct;

/** `note`: what else became of the page, for people; `done`: the same without what the page is worth then, where the note tells that; `title`: which of several ways it was, for 撤销历史. */
export type HandOutcome = { readonly ok: true; readonly layout: Layout; readonly note?: string; readonly done?: string; readonly title?: string } | { readonly ok: false; readonly reason: string };

/** What a make-up is worth (proposal.ts). */
export interface Worth {
  /** 0 to 100, as it is told. */
  readonly score: number;
  /** What takes points of it, the most first: together it may be more than there are. */
  readonly losses: readonly Loss[];
  /** What is left of 100, which may be less than nothing: of two bad ones the better is the better. */
  readonly left: number;
}

/** What an act asks of the edition. */
export interface HandTools {
  readonly ruler: Yardstick;
  /** The edition's articles, the lead first. */
  readonly edition: readonly string[];
  /** 头条: the first of them that is no editorial. */
  readonly head: string | null;
  readonly titleOf: (article: string) => string;
  readonly isReport: (article: string) => boolean;
  /** What a make-up is worth to people. */
  readonly worthOf: (layout: Layout) => Worth;
  /** What swaps came from, to which the same two swapped again go back. */
  readonly swaps: SwapMemory;
  /** The edition made up anew, the best first: what is pinned of these pages stays. `several`: a wider search. */
  readonly remake: (pins: readonly PagePlan[], several: boolean) => readonly Placed[];
  /** One page of a layout made up anew with one of its articles at its head, at a column, in a width. */
  readonly headed: (layout: Layout, name: BlockName, at: Pick<AtHead, 'column' | 'columns'>) => Steps<PagePlan[]>;
}
