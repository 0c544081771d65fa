// A 稿次 taken back: its texts and meeting record in place of those of now, as changes of
// one step of undo. What stands now is frozen first, unless a version holds the very same,
// so that nothing is lost by going back. Articles that came later stay: a version knows
// nothing of them. The stage stays what it is; how the work goes on is for people to say.
import type { PackageChange } from '../../model/change';
import type { Article, Package, Version } from '../../model/package';
import { articleToJson, jsonEqual, versionToJson } from '../../model/package-json';
import { articleChanges, meetingChanges } from '../roll/roll-changes';

/** What makes the texts of a version those of now; none where they are. `frozen`: id and date of the copy of what stands now. */
export function restoreVersion(pkg: Package, version: Version, frozen: Pick<Version, 'id' | 'date'>): readonly PackageChange[] {
  const changes: PackageChange[] = [...meetingChanges(pkg.meeting, version.meeting)];
  version.articles.forEach((article, index) => {
    const now = pkg.articles.find(({ id }) => id === article.id);
    if (now === undefined) changes.push({ kind: 'add', what: 'article', index: Math.min(index, pkg.articles.length), value: articleToJson(article) });
    else changes.push(...articleChanges(now, article));
  });
  if (changes.length === 0) return [];
  if (!pkg.versions.some((known) => isText(known, pkg.articles) && jsonEqual(known.meeting, pkg.meeting))) {
    const copy: Version = { ...frozen, name: `${pkg.stage ?? '现稿'}（恢复前）`, note: `恢复“${version.name}”时自动存下`, meeting: pkg.meeting, articles: pkg.articles };
    changes.push({ kind: 'add', what: 'version', index: pkg.versions.length, value: versionToJson(copy) });
  }
  return changes;
}

function isText({ articles }: Version, now: readonly Article[]): boolean {
  return articles.length === now.length && articles.every((article, i) => jsonEqual(articleToJson(article), articleToJson(now[i]!)));
}
