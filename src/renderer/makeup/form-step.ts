// Whether a step of undo made the paper another (版式设置, 新建版式). 排版台 does not take such
// a step back: it was made before the desk was open, and the page would become another size
// under the hand. In: a step's changes.
import type { PackageChange } from '../../core/model/change';

/** An edition as a whole, or its sheet: `editions`, `editions/<id>`, `editions/<id>/master`. */
const FORM = /^editions(?:\/[^/]+(?:\/master)?)?$/u;

export function isFormStep(changes: readonly PackageChange[]): boolean {
  return changes.some((change) => change.kind === 'set' && FORM.test(change.path));
}
