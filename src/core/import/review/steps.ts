// What a user did in a review, in order, as plain records: decisions, undo, redo,
// 完成. Told to main as it happens and kept on the disk, it makes the review again
// after a crash: the same text recognised, the same steps over it.
import { decide } from './decide';
import type { ImportDecision } from './decision';
import type { Review } from './review';

export type ReviewStep =
  /** Decisions that are one step of undo, under its name. */
  | { readonly kind: 'decide'; readonly label: string; readonly decisions: readonly ImportDecision[] }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** What stood then is in a package; `articles`: the ids it has there, null in a package of its own. */
  | { readonly kind: 'finished'; readonly articles: readonly string[] | null };

/** A decision that can be undone. */
export interface DoneStep {
  readonly label: string;
  readonly after: Review;
}

export interface Replayed {
  /** All decisions, those behind `done` undone. */
  readonly steps: readonly DoneStep[];
  readonly done: number;
  /** `done` at the last 完成 that still stands, with what it made; null: none. */
  readonly finished: { readonly done: number; readonly articles: readonly string[] | null } | null;
  /** Decisions that do not fit the text any more: the program may read it another way since. They are steps that change nothing. */
  readonly lost: number;
}

/** The review again: the steps over its first state. */
export function replay(first: Review, steps: readonly ReviewStep[]): Replayed {
  let made: DoneStep[] = [];
  let done = 0;
  let finished: Replayed['finished'] = null;
  let lost = 0;
  for (const step of steps) {
    switch (step.kind) {
      case 'decide': {
        const before = made[done - 1]?.after ?? first;
        let after = before;
        for (const decision of step.decisions) {
          const decided = decide(after, decision);
          if (decided.ok) after = decided.review;
        }
        if (after === before) lost += 1;
        made = [...made.slice(0, done), { label: step.label, after }];
        if (finished !== null && finished.done > done) finished = null;
        done += 1;
        break;
      }
      case 'undo':
        done = Math.max(0, done - 1);
        break;
      case 'redo':
        done = Math.min(made.length, done + 1);
        break;
      case 'finished':
        finished = { done, articles: step.articles };
        break;
      default:
        throw new TypeError(`unexpected step: ${JSON.stringify(step satisfies never)}`);
    }
  }
  return { steps: made, done, finished, lost };
}

/** How many decisions stand that no 完成 has taken along; counted from the records alone. */
export function openDecisions(steps: readonly ReviewStep[]): number {
  let made = 0;
  let done = 0;
  let finished = -1;
  for (const { kind } of steps) {
    if (kind === 'decide') {
      if (finished > done) finished = -1;
      done += 1;
      made = done;
    } else if (kind === 'undo') done = Math.max(0, done - 1);
    else if (kind === 'redo') done = Math.min(made, done + 1);
    else finished = done;
  }
  return done === finished ? 0 : done;
}
