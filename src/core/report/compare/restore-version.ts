// A 稿次 taken back: its texts and meeting record in place of those of now, as changes of
// one step of undo. What stands now is frozen first, unless a version holds the very same,
// so that nothing is lost by going back; and what was taken back is a version of its own,
// which says from where and when. Articles that came later stay: a version knows nothing of
// them. The stage stays what it is; how the work goes on is for people to say.
import { applyChanges } from '../../model/apply-change';
import type { PackageChange } from '../../model/change';
import type { Article, Package, Version } from '../../model/package';
import { articleToJson, jsonEqual, versionToJson } from '../../model/package-json';
import { articleChanges, meetingChanges } from '../roll/roll-changes';

export interface Restoring {
  /** Of the copy of what stands now, and of the version that is made of what was taken back. */
  readonly ids: readonly [string, string];
  /** Of both. */
  readonly date: string;
  /** When the version that is taken back was frozen, as people say it. */
  readonly frozenAt: string;
}

/** What makes the texts of a version those of now; none where they are. @throws RangeError where an article of the version cannot stand in the package. */
export function restoreVersion(pkg: Package, version: Version, { ids, date, frozenAt }: Restoring): readonly PackageChange[] {
  const changes: PackageChange[] = [...meetingChanges(pkg.meeting, version.meeting)];
  version.articles.forEach((article, index) => {
    const now = pkg.articles.find(({ id }) => id === article.id);
    if (now === undefined) changes.push({ kind: 'add', what: 'article', index: Math.min(index, pkg.articles.length), value: articleToJson(article) });
    else changes.push(...articleChanges(now, article));
  });
  if (changes.length === 0) return [];
  const restored = applyChanges(pkg, changes);
  if (!restored.ok) throw new RangeError(restored.reason);
  let index = pkg.versions.length;
  const add = (copy: Version): void => {
    changes.push({ kind: 'add', what: 'version', index: index++, value: versionToJson(copy) });
  };
  if (!pkg.versions.some((known) => isText(known, pkg.articles) && jsonEqual(known.meeting, pkg.meeting))) {
    add({ id: ids[0], date, name: `${pkg.stage ?? '现稿'}（恢复前）`, note: `恢复“${version.name}”时自动存下`, meeting: pkg.meeting, articles: pkg.articles });
  }
  const { meeting, articles } = restored.value.pkg;
  add({ id: ids[1], date, name: `${RESTORED}${version.name.replace(RESTORED, '')}`, note: `原稿定于${frozenAt}`, meeting, articles });
  return changes;
}

/** Begins the name of what was taken back; what is taken back once more is called as it was. */
const RESTORED = '恢复自';

function isText({ articles }: Version, now: readonly Article[]): boolean {
  return articles.length === now.length && articles.every((article, i) => jsonEqual(articleToJson(article), articleToJson(now[i]!)));
}
