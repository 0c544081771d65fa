// The change log with undo and redo, over everything that a package holds. The log
// only grows: undoing appends the inverse as a group of its own, so the journal
// and the worker replay one list of changes and need no notion of undo. Typing is
// grouped by time and by the composition's meta, as prosemirror-history would.
import { applyChanges, type ChangeResult } from './apply-change';
import type { ChangeGroup, PackageChange } from './change';
import { mapOverLater, type LaterGroup } from './map-change';
import type { Package } from './package';

/** What the maker of a change says about it. */
export interface ChangeMeta {
  /** What 撤销历史 shows: 输入, 粘贴, 改会议信息. */
  readonly label: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Id of the input method's composition that the change belongs to, or null. */
  readonly composition?: number | null;
  /** May join the group before it (typing); else it is a step of undo of its own. */
  readonly joins?: boolean;
  /** What the program does because of the group before it: of that one, whatever it is, and undone with it. */
  readonly follows?: boolean;
  /** The program notes something that nobody asked for (the faces of an export): listed, but undo and redo pass over it. */
  readonly quiet?: boolean;
}

/** The package now, and the changes that were applied to come there. */
export interface Done {
  readonly pkg: Package;
  readonly changes: readonly PackageChange[];
}

interface Entry {
  label: string;
  at: number;
  changes: readonly PackageChange[];
  inverse: readonly PackageChange[];
  composition: number | null;
  joins: boolean;
  readonly quiet: boolean;
  /** Index of the entry that this one undid (an undo, or a redo, which undoes an undo), or null. */
  readonly undoes: number | null;
  /** Index of the entry whose effect this one took back: of a group undone a second time, its redo. null as `undoes`. */
  readonly cancels: number | null;
  /** Undone now. */
  undone: boolean;
  /** Index of the entry that its effect comes from: its own, or the redo that brought it back. */
  standsAs: number;
}

/** Pause in typing that begins a new step of undo, ms (prosemirror-history's own). */
const PAUSE = 500;

export class History {
  #pkg: Package;
  readonly #log: Entry[] = [];

  constructor(pkg: Package) {
    this.#pkg = pkg;
  }

  get pkg(): Package {
    return this.#pkg;
  }

  /** Every group so far, undoings included, oldest first. `undoes` is an index in this list. */
  get groups(): readonly (ChangeGroup & { readonly undoes: number | null; readonly undone: boolean })[] {
    return this.#log.map(({ label, at, changes, undoes, undone }) => ({ label, at, changes, undoes, undone }));
  }

  /** How many groups there are. */
  get size(): number {
    return this.#log.length;
  }

  /** Label of what undo would undo, or null. */
  get undoLabel(): string | null {
    return this.#log[this.#lastLive()]?.label ?? null;
  }

  /** Label of what redo would bring back, or null. */
  get redoLabel(): string | null {
    const undoing = this.#log[this.#lastUndoing()];
    return undoing === undefined ? null : undoing.label;
  }

  /** Applies changes as one group, or as more of the last one; nothing happens where one does not fit. */
  apply(changes: readonly PackageChange[], meta: ChangeMeta): ChangeResult<Done> {
    const applied = applyChanges(this.#pkg, changes);
    if (!applied.ok) return applied;
    const { pkg, inverse } = applied.value;
    this.#pkg = pkg;
    const last = this.#log.at(-1);
    const composition = meta.composition ?? null;
    if (last !== undefined && this.#continues(last, changes, meta)) {
      last.changes = [...last.changes, ...changes];
      last.inverse = [...inverse, ...last.inverse];
      last.at = meta.at;
      if (meta.follows !== true) last.composition = composition;
    } else {
      this.#log.push({ label: meta.label, at: meta.at, changes, inverse, composition, joins: meta.joins ?? false, quiet: meta.quiet ?? false, undoes: null, cancels: null, undone: false, standsAs: this.#log.length });
    }
    return { ok: true, value: { pkg, changes } };
  }

  /** Undoes the last group that is not undone; a quiet one only where `every` is asked for. `at` as in ChangeMeta. */
  undo(at: number, every = false): ChangeResult<Done> {
    const index = this.#lastLive(every);
    return index < 0 ? { ok: false, reason: '没有可撤销的修改' } : this.undoGroup(index, at);
  }

  /** Brings back what was undone last, as long as nothing else was done since. */
  redo(at: number): ChangeResult<Done> {
    const index = this.#lastUndoing();
    return index < 0 ? { ok: false, reason: '没有可恢复的修改' } : this.undoGroup(index, at);
  }

  /**
   * Undoes the group at `index` of `groups`, wherever it stands, or says why later changes forbid it.
   * @throws RangeError for an index that the log lacks.
   */
  undoGroup(index: number, at: number): ChangeResult<Done> {
    const target = this.#log[index];
    if (target === undefined) throw new RangeError(`no group ${index}`);
    if (target.undone) return { ok: false, reason: '这一步已经撤销' };
    const cancels = target.standsAs;
    const standing = this.#log[cancels]!;
    const later: LaterGroup[] = this.#log.slice(cancels + 1).map((entry) => ({
      changes: entry.changes, undoes: entry.cancels !== null && entry.cancels > cancels ? entry.cancels - cancels - 1 : null,
    }));
    const mapped = mapOverLater(this.#pkg, standing.changes, standing.inverse, later);
    if (!mapped.ok) return mapped;
    const applied = applyChanges(this.#pkg, mapped.value);
    if (!applied.ok) return applied;
    this.#pkg = applied.value.pkg;
    const own = this.#log.length;
    this.#log.push({
      label: target.label, at, changes: mapped.value, inverse: applied.value.inverse, composition: null, joins: false, quiet: target.quiet, undoes: index, cancels, undone: false,
      standsAs: own,
    });
    target.undone = true;
    // A redo gives its first group back to undo, and stands for it from here on.
    if (target.undoes !== null) {
      const first = this.#log[target.undoes]!;
      first.undone = false;
      first.standsAs = own;
    }
    return { ok: true, value: { pkg: this.#pkg, changes: mapped.value } };
  }

  #continues(last: Entry, changes: readonly PackageChange[], meta: ChangeMeta): boolean {
    if (last.undoes !== null || last.undone) return false;
    if (meta.follows === true) return true;
    if (meta.composition !== null && meta.composition !== undefined && meta.composition === last.composition) return true;
    if (!last.joins || meta.joins !== true || meta.label !== last.label || meta.at - last.at > PAUSE) return false;
    const before = last.changes.at(-1);
    return changes.every((change) => change.kind === 'steps' && before?.kind === 'steps' && change.article === before.article && change.field === before.field);
  }

  /** Last group that was done, not undone and is no undoing itself; -1 for none. A quiet one only with `every`. */
  #lastLive(every = false): number {
    return this.#log.findLastIndex(({ undoes, undone, quiet }) => undoes === null && !undone && (every || !quiet));
  }

  /** Last undoing that still stands, where nothing new was done after it; -1 for none. */
  #lastUndoing(): number {
    for (let i = this.#log.length - 1; i >= 0; i--) {
      const entry = this.#log[i]!;
      if (entry.undoes === null) {
        if (!entry.undone && !entry.quiet) return -1;
        continue;
      }
      const isRedo = this.#log[entry.undoes]!.undoes !== null;
      if (!isRedo && !entry.undone) return i;
    }
    return -1;
  }
}
