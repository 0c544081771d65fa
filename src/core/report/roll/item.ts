// What roll-forward proposes, one record a place. Kinds are those of COMMANDS, and `count`:
// a number in Han that may be a figure, which the command's answer calls carried over.
import type { TextPlace } from '../../diagnostic';

export type ChangeKind = 'year' | 'session' | 'term' | 'date' | 'anniversary' | 'plan-period' | 'name';
export type BlankKind = 'figure' | 'event' | 'spirit' | 'work' | 'date' | 'name';
export type ReviewKind = 'leader' | 'plenary' | 'formula' | 'slogan' | 'quotation' | 'anniversary' | 'year' | 'count' | 'carried' | 'promise';

interface ItemBase {
  readonly id: string;
  /** In last year's text. */
  readonly place: TextPlace;
  /** Heading words of its section; '' in the head. */
  readonly section: string;
  /** The sentence around it, for a person; the item's own offsets in it. */
  readonly sentence: { readonly text: string; readonly from: number; readonly to: number };
  /** Why, in Chinese: 本次会议, 量词保留. */
  readonly why: string;
}

/** W-A: rewritten by a rule. `record`: the words come from the meeting record by a field and change with it. */
export interface ChangeItem extends ItemBase {
  readonly group: 'change';
  readonly kind: ChangeKind;
  readonly from: string;
  readonly to: string;
  readonly record: boolean;
}

/** W-B: emptied to a placeholder that keeps the old words. */
export interface BlankItem extends ItemBase {
  readonly group: 'blank';
  readonly kind: BlankKind;
  readonly was: string;
  readonly record: boolean;
}

/** W-C: a person's to judge. `task`: goes into 待办 unless it is ticked off; the others are in the answer's list alone. */
export interface ReviewItem extends ItemBase {
  readonly group: 'review';
  readonly kind: ReviewKind;
  readonly text: string;
  readonly task: boolean;
}

export type RollItem = ChangeItem | BlankItem | ReviewItem;
