// 去年的版式 on a booklet: the look that a Word file was read to have, as the changes
// of one step of undo. Pure: a package in, changes out.
import type { PackageChange } from '../../core/model/change';
import type { Package } from '../../core/model/package';
import type { WordLook } from '../../ipc/opened';

/** Changes that give the package's first booklet the look; none where it has no booklet or looks so already. */
export function lookChanges({ editions }: Pick<Package, 'editions'>, { look, master, booklet }: WordLook): readonly PackageChange[] {
  const edition = editions.find(({ kind }) => kind === 'booklet');
  if (edition === undefined) return [];
  return ([['look', edition.look, look], ['master', edition.master, master], ['booklet', edition.booklet, booklet ?? edition.booklet]] as const)
    .filter(([, from, to]) => JSON.stringify(from) !== JSON.stringify(to))
    .map(([key, from, to]): PackageChange => ({ kind: 'set', path: `editions/${edition.id}/${key}`, from, to }));
}
