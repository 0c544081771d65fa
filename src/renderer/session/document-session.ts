// The open package in the window: the one place where a change is made. It holds
// the change log with undo, sends every change group to main (which holds the
// text that is saved) and to the page worker, numbered, and tells the texts on
// screen what others changed. Main answers each group; where it refuses one, the
// whole text is sent, so that nothing typed can be lost.
import type { ChangeGroup, PackageChange } from '../../core/model/change';
import type { History } from '../../core/model/history';
import { writePackage } from '../../core/model/package-file';
import type { FieldPath, Package } from '../../core/model/package';
import type { BanxinApi, Opened, Question } from '../../ipc/index';
import type { TextEdit } from '../editor/text-view';
import { historyOf } from './history-of';
import { Observable } from './observable';
import type { Caret } from './places';

/** A text of the package: an article's document (`field` null) or one of its fields. */
export interface TextTarget {
  readonly article: string;
  readonly field: FieldPath | null;
}

export interface SessionState {
  readonly pkg: Package;
  readonly version: number;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

/** A change that the texts on screen must follow. `reveal`: the caret goes there (undo, redo). */
export interface Follow {
  readonly change: PackageChange;
  readonly reveal: boolean;
}

export interface SessionLinks {
  readonly main: Pick<BanxinApi, 'apply' | 'resync'>;
  readonly worker: { change(version: number, changes: readonly PackageChange[]): void };
  /** Something that the user must know, in Chinese. */
  notice(message: string): void;
  /** Where the caret is, as far as the window knows; null where none was. Asked before a change is told to anybody. */
  caret(): Caret | null;
  /** Puts the caret back where it was before a change that was undone. */
  restore(caret: Caret): void;
  /** A step was undone, by its number (`lastStep`). */
  undone(step: number): void;
}

/** A group of 撤销历史: undoings are not among them. */
export interface HistoryStep {
  /** For undoTo, undoOnly and redoTo. */
  readonly index: number;
  readonly label: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly undone: boolean;
  readonly changes: readonly PackageChange[];
}

export class DocumentSession {
  readonly opened: Opened;
  readonly state: Observable<SessionState>;
  /** Version that stands in the file; −1 where none does. */
  readonly savedVersion: Observable<number>;
  /** Name of the file, or null where there is none. */
  readonly file: Observable<string | null>;
  /** Questions of the recogniser that were looked at; a package that is opened again has none. */
  readonly answered = new Observable<ReadonlySet<Question>>(new Set());
  readonly #history: History;
  readonly #links: SessionLinks;
  readonly #followers = new Set<(follow: Follow) => void>();
  #composition = 0;
  /** Where the caret was before each group, by the group's index. */
  readonly #carets = new Map<number, Caret>();

  constructor(opened: Opened, pkg: Package, links: SessionLinks) {
    this.opened = opened;
    this.#history = historyOf(opened, pkg);
    this.#links = links;
    this.file = new Observable(opened.file);
    this.savedVersion = new Observable(opened.dirty ? -1 : opened.version);
    this.state = new Observable<SessionState>({ pkg: this.#history.pkg, version: opened.version, undoLabel: this.#history.undoLabel, redoLabel: null });
  }

  get pkg(): Package {
    return this.state.get().pkg;
  }

  get version(): number {
    return this.state.get().version;
  }

  /** Number of the step of undo that was made last; −1 before the first. */
  get lastStep(): number {
    return this.#history.size - 1;
  }

  /** @returns unsubscribe. */
  onFollow(listener: (follow: Follow) => void): () => void {
    this.#followers.add(listener);
    return () => this.#followers.delete(listener);
  }

  /** Takes over what was typed in a text on screen, which shows it already. */
  typed(target: TextTarget, edit: TextEdit): void {
    const composition = edit.kind === 'composition' ? ++this.#composition : null;
    this.#apply([this.#changeOf(target, edit)], { label: edit.label, composition, joins: edit.kind === 'typing' });
  }

  /** Makes a change that no text on screen has made; `quiet` (ChangeMeta): Ctrl+Z passes over it. */
  change(changes: readonly PackageChange[], label: string, quiet = false): void {
    this.#apply(changes, { label, composition: null, joins: false, quiet });
    this.#tell(changes, false);
  }

  /** Makes a change because of the last step, whatever that was: undone with it. */
  follow(changes: readonly PackageChange[], label: string): void {
    this.#apply(changes, { label, composition: null, joins: false, follows: true });
    this.#tell(changes, false);
  }

  undo(): void {
    this.#say(this.#step(this.#history.undo(Date.now()), true));
  }

  redo(): void {
    this.#say(this.#step(this.#history.redo(Date.now()), true));
  }

  /** What was done, oldest first. */
  steps(): readonly HistoryStep[] {
    return this.#history.groups.flatMap(({ label, at, undone, undoes, changes }, index) => (undoes === null ? [{ index, label, at, undone, changes }] : []));
  }

  /** Undoes everything back to a group, the group too. */
  undoTo(index: number): void {
    while (this.#history.groups[index]?.undone === false) {
      const reason = this.#step(this.#history.undo(Date.now(), true), true);
      if (reason !== null) {
        this.#say(reason);
        return;
      }
    }
  }

  /** Brings back what was undone, up to a group and it too, as long as nothing else was done since. */
  redoTo(index: number): void {
    while (this.#history.groups[index]?.undone === true) {
      const reason = this.#step(this.#history.redo(Date.now()), true);
      if (reason !== null) {
        this.#say(reason);
        return;
      }
    }
  }

  /** Undoes one group and leaves what was done after it; the reason in Chinese where that cannot be. */
  undoOnly(index: number): string | null {
    return this.#step(this.#history.undoGroup(index, Date.now()), false);
  }

  #say(reason: string | null): void {
    if (reason !== null) this.#links.notice(reason);
  }

  /** Tells everybody of an undoing. `inTurn`: the package is again what it was, so the caret goes back too (W7). */
  #step(result: ReturnType<History['undo']>, inTurn: boolean): string | null {
    if (!result.ok) return result.reason;
    const { changes } = result.value;
    this.#publish(changes, this.state.get().undoLabel ?? '');
    const { groups } = this.#history;
    const undone = groups.at(-1)?.undoes ?? -1;
    const isUndo = groups[undone]?.undoes === null;
    const before = inTurn && isUndo ? (this.#carets.get(undone) ?? null) : null;
    // An article that comes back is shown, wherever the caret was when it went.
    const isElsewhere = changes.some((change) => change.kind === 'add' && change.what === 'article' && (change.value as { readonly id: string }).id !== before?.article);
    const caret = isElsewhere ? null : before;
    this.#tell(changes, caret === null);
    if (caret !== null) this.#links.restore(caret);
    if (isUndo) this.#links.undone(undone);
    return null;
  }

  #apply(changes: readonly PackageChange[], meta: { label: string; composition: number | null; joins: boolean; quiet?: boolean; follows?: boolean }): void {
    const { size } = this.#history;
    const caret = this.#links.caret();
    const done = this.#history.apply(changes, { ...meta, at: Date.now() });
    if (caret !== null && this.#history.size > size) this.#carets.set(size, caret);
    // A text on screen that no longer fits the log is a fault of the program: the log's text would be saved without it.
    if (!done.ok) throw new RangeError(`change does not fit the log: ${done.reason}`);
    this.#publish(changes, meta.label, meta.quiet === true);
  }

  #publish(changes: readonly PackageChange[], label: string, quiet = false): void {
    const version = this.version + 1;
    const { pkg, undoLabel, redoLabel } = this.#history;
    // First to the page worker: it sets while the window tells itself.
    this.#links.worker.change(version, changes);
    this.state.set({ pkg, version, undoLabel, redoLabel });
    void this.#send(version, { label, at: Date.now(), changes, ...(quiet ? { quiet } : {}) });
  }

  async #send(version: number, group: ChangeGroup): Promise<void> {
    const { document } = this.opened;
    const answer = await this.#links.main.apply(document, version, group);
    if (answer.ok) return;
    const whole = await this.#links.main.resync(document, this.version, writePackage(this.pkg, null));
    this.#links.notice(whole.ok ? `${answer.message}已把全文重新交给主程序，没有丢字。` : whole.message);
  }

  /** `reveal`: the first of them that has a place comes into view. */
  #tell(changes: readonly PackageChange[], reveal: boolean): void {
    const shown = reveal ? changes.findIndex((change) => change.kind !== 'set' || /^articles\/[^/]+\/fields\//.test(change.path)) : -1;
    for (const [index, change] of changes.entries()) for (const follower of this.#followers) follower({ change, reveal: index === shown });
  }

  /** Steps, or for a field that appears or vanishes, its whole value. */
  #changeOf({ article, field }: TextTarget, { steps, after }: TextEdit): PackageChange {
    if (field !== null) {
      const old = this.pkg.articles.find(({ id }) => id === article)?.fields[field] ?? null;
      const isEmpty = after.textContent === '' && after.content.size <= 2;
      if (old === null || isEmpty) {
        return { kind: 'set', path: `articles/${article}/fields/${field}`, from: old?.toJSON() ?? null, to: isEmpty ? null : (after.toJSON() as unknown) };
      }
    }
    return { kind: 'steps', article, field, steps: steps.map((step) => step.toJSON() as unknown) };
  }
}
