// What was done to the open text since it opened, or, of a recovered one, since its journal
// began, so that it can be undone after a crash and by a window that died alone (W7): the
// package at the start and every group since. The groups are the ones that were applied,
// nothing is copied; a package shares what did not change. Where there are too many, or the window sends its whole text, it begins anew.
import type { ChangeGroup } from '../core/model/change';
import type { Package } from '../core/model/package';
import { writePackage } from '../core/model/package-file';
import type { OpenedPast } from '../ipc/index';

/** A day of writing; some ten megabytes. */
const MOST_GROUPS = 20_000;

export class Past {
  #start: Package;
  #groups: ChangeGroup[];

  /** @param groups what was done to it already (a text recovered after a crash). */
  constructor(start: Package, groups: readonly ChangeGroup[] = []) {
    this.#start = start;
    this.#groups = [...groups];
  }

  /** A group was applied, which made `pkg`. */
  add(group: ChangeGroup, pkg: Package): void {
    if (this.#groups.length >= MOST_GROUPS) this.restart(pkg);
    else this.#groups.push(group);
  }

  /** Nothing before `pkg` can be undone any more. */
  restart(pkg: Package): void {
    this.#start = pkg;
    this.#groups = [];
  }

  /** For a window; null: nothing was done. */
  told(): OpenedPast | null {
    return this.#groups.length === 0 ? null : { bytes: writePackage(this.#start, null), groups: this.#groups };
  }
}
