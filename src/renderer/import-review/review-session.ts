// An import under review in the window: the states of the review that decisions
// have made, with undo and redo over them, what is selected, and what is said.
// Nothing of it is in a package. Components watch its values.
import type { ImportDecision } from '../../core/import/review/decision';
import { decide, questionsOf, replay, startReview, unpackRecognition, type Review, type ReviewQuestion, type ReviewStep } from '../../core/import/review/index';
import type { ImportedText } from '../../ipc/importing';
import { Observable } from '../session/observable';
import { bandsOf, type Bands } from './line-bands';
import { rowsOf, type ResultRows } from './result-rows';

/** Lines that are selected, both ends included; `head` is the one that moves. */
export interface Selection {
  readonly anchor: number;
  readonly head: number;
  /** Shown in the middle of the list, with what stands around it. */
  readonly isCentred?: true;
}

/** Everything that is shown of one state of the review. */
export interface ReviewState {
  readonly review: Review;
  readonly bands: Bands;
  readonly rows: ResultRows;
  readonly questions: readonly ReviewQuestion[];
  /** What undo and redo would do, in words; null: nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

interface Step {
  readonly label: string;
  readonly after: Review;
  /** Where the user was, to come back to by undo. */
  readonly selection: Selection;
}

export type Target = 'new' | 'open';

/** What a review has besides its text. */
export interface ReviewOptions {
  /** Done before, in a program that ended without a word. */
  readonly steps?: readonly ReviewStep[];
  /** Hears each step as it is done. */
  readonly onStep?: (step: ReviewStep) => void;
}

let sessions = 0;

export class ReviewSession {
  /** Of this review alone: the same file may come in twice. */
  readonly id = ++sessions;
  readonly imported: ImportedText;
  readonly state: Observable<ReviewState>;
  readonly selection: Observable<Selection>;
  /** Key of the question, and of the row, that is current; null: the first. */
  readonly question = new Observable<string | null>(null);
  readonly row = new Observable<string | null>(null);
  /** What the last key did, or why it did nothing. */
  readonly said = new Observable<string>('');
  /** The user was asked whether to leave what was decided. */
  readonly leaving = new Observable(false);
  readonly target: Observable<Target>;
  /** Ids of the articles that it put into an open package when it ended last. null: it has not. */
  joined: readonly string[] | null = null;
  /** Steps from before that do not fit the text any more. */
  readonly lost: number;
  /** The state that it ended in last. */
  #finished: Review | null = null;
  readonly #first: Review;
  readonly #onStep: (step: ReviewStep) => void;
  #steps: readonly Step[] = [];
  #done = 0;
  #next = 1;

  constructor(imported: ImportedText, target: Target, { steps = [], onStep = () => {} }: ReviewOptions = {}) {
    this.imported = imported;
    this.#first = startReview(imported.text, unpackRecognition(imported.recognition));
    this.target = new Observable(target);
    this.#onStep = onStep;
    const before = replay(this.#first, steps);
    this.lost = before.lost;
    this.#done = before.done;
    this.#next = 1 + steps.reduce((most, step) => (step.kind === 'decide' ? step.decisions.reduce((own, decision) => Math.max(own, 'id' in decision ? Number(/^n(\d+)$/.exec(decision.id)?.[1] ?? 0) : 0), most) : most), 0);
    this.joined = before.finished?.articles ?? null;
    const now = before.steps[before.done - 1]?.after ?? this.#first;
    if (before.finished !== null) this.#finished = before.steps[before.finished.done - 1]?.after ?? this.#first;
    this.#steps = before.steps.map((step) => ({ ...step, selection: { anchor: 1, head: 1 } }));
    this.state = new Observable(this.#stateOf(now));
    const line = this.state.get().questions[0]?.lines[0] ?? this.#first.recognition.articles[0]?.lines[0] ?? 1;
    this.selection = new Observable({ anchor: line, head: line });
  }

  get review(): Review {
    return this.state.get().review;
  }

  /** Decisions that stand. */
  get decisions(): number {
    return this.#done;
  }

  /** Something was decided that no 完成 has taken along. */
  get isUnfinished(): boolean {
    return this.#done > 0 && this.review !== this.#finished;
  }

  /** Notes that the review ended as it stands: in the open package with these articles, or in one of its own (null). */
  finish(joined: ReviewSession['joined']): void {
    this.#finished = this.review;
    this.joined = joined;
    this.#onStep({ kind: 'finished', articles: joined });
  }

  /** An id for a new article that no article of this review has had. */
  newId(): string {
    return `n${this.#next++}`;
  }

  /** Makes decisions, which are one step, named `label` in undo. Those that cannot be are passed over; where none can, it is said why. */
  decide(decisions: ImportDecision | readonly ImportDecision[], label: string): boolean {
    this.leaving.set(false);
    let after = this.review;
    let reason = '';
    const made: readonly ImportDecision[] = 'kind' in decisions ? [decisions] : decisions;
    for (const decision of made) {
      const done = decide(after, decision);
      if (done.ok) after = done.review;
      else reason = done.reason;
    }
    if (after === this.review) {
      this.said.set(reason);
      return false;
    }
    this.#steps = [...this.#steps.slice(0, this.#done), { label, after, selection: this.selection.get() }];
    this.#done += 1;
    this.state.set(this.#stateOf(after));
    this.said.set(`${label}。`);
    this.#onStep({ kind: 'decide', label, decisions: made });
    return true;
  }

  undo(): void {
    const step = this.#steps[this.#done - 1];
    if (step === undefined) {
      this.said.set('没有可以撤销的决定。');
      return;
    }
    this.#done -= 1;
    this.state.set(this.#stateOf(this.#steps[this.#done - 1]?.after ?? this.#first));
    this.selection.set(step.selection);
    this.said.set(`已撤销：${step.label}。`);
    this.#onStep({ kind: 'undo' });
  }

  redo(): void {
    const step = this.#steps[this.#done];
    if (step === undefined) {
      this.said.set('没有可以重做的决定。');
      return;
    }
    this.#done += 1;
    this.state.set(this.#stateOf(step.after));
    this.selection.set(step.selection);
    this.said.set(`已重做：${step.label}。`);
    this.#onStep({ kind: 'redo' });
  }

  /** Moves to a line; `extend` keeps the other end of what is selected. */
  goTo(line: number, extend = false): void {
    const { lineCount } = this.review.recognition;
    const head = Math.max(1, Math.min(lineCount, line));
    const { anchor } = this.selection.get();
    this.selection.set({ anchor: extend ? anchor : head, head });
  }

  /** Moves to a line and shows what stands around it. */
  lookAt(line: number): void {
    this.goTo(line);
    this.selection.set({ ...this.selection.get(), isCentred: true });
  }

  /** The lines that are selected, ascending. */
  selectedLines(): number[] {
    const { anchor, head } = this.selection.get();
    const from = Math.min(anchor, head);
    return Array.from({ length: Math.abs(anchor - head) + 1 }, (_, i) => from + i);
  }

  /** Those of them that hold something. */
  heldLines(): number[] {
    const { bands } = this.state.get();
    return this.selectedLines().filter((line) => bands.bandOf(line) !== null);
  }

  #stateOf(review: Review): ReviewState {
    return {
      review, bands: bandsOf(review), rows: rowsOf(review), questions: questionsOf(review, this.imported.damaged),
      undoLabel: this.#steps[this.#done - 1]?.label ?? null, redoLabel: this.#steps[this.#done]?.label ?? null,
    };
  }
}
