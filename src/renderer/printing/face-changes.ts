// The faces that editions were last exported with, as changes of the package: only
// where they are others than noted, so that an export like the last one changes
// nothing.
import type { PackageChange } from '../../core/model/change';
import { jsonEqual } from '../../core/model/package-json';
import type { Edition, Package } from '../../core/model/package';

/** Changes that note `faces` by edition id; an edition that the package has not (the 改稿本) is passed over. */
export function faceChanges(pkg: Pick<Package, 'editions'>, faces: Readonly<Record<string, Edition['faces']>>): readonly PackageChange[] {
  return pkg.editions.flatMap(({ id, faces: from }): PackageChange[] => {
    const to = Object.hasOwn(faces, id) ? faces[id] : undefined;
    return to === undefined || jsonEqual(from, to) ? [] : [{ kind: 'set', path: `editions/${id}/faces`, from, to }];
  });
}
