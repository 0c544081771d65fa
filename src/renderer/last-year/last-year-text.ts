// Last year's text put into a package that was not made from it: kept as the version that
// roll-forward keeps, so that 去年对照, the leftovers and the figures of last year know it.
import type { PackageChange } from '../../core/model/change';
import { renderField } from '../../core/model/fields';
import type { Package } from '../../core/model/package';
import { versionToJson } from '../../core/model/package-json';
import { LAST_YEAR } from '../../core/report/roll/version-ids';

/** Puts last year's text before the other versions. `today`: its day where its record has none, ISO. */
export function putLastYear({ meeting, articles }: Package, today: string): PackageChange {
  const session = renderField('meeting', 'jieci', meeting);
  return { kind: 'add', what: 'version', index: 0, value: versionToJson({ id: LAST_YEAR, name: `去年定稿${session === null ? '' : `（${session}）`}`, date: meeting.opens ?? today, meeting, articles }) };
}
