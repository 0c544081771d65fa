// The change log of a package that the window shows: empty, or, where the window died
// alone and is here again, what was done to the text before, from main. What was undone
// then stands in it as a step of its own; typing joins as it did.
import { History } from '../../core/model/history';
import type { Package } from '../../core/model/package';
import { readPackage } from '../../core/model/package-file';
import { jsonEqual, articleToJson } from '../../core/model/package-json';
import type { Opened } from '../../ipc/index';
import { TYPED } from '../editor/text-view';

/** @param pkg the package as it is now: where the past does not lead to it, there is none. */
export function historyOf({ past }: Pick<Opened, 'past'>, pkg: Package): History {
  if (past === undefined) return new History(pkg);
  const history = new History(readPackage(past.bytes).pkg);
  for (const { label, at, changes, quiet = false } of past.groups) {
    if (!history.apply(changes, { label, at, joins: label === TYPED, quiet }).ok) return new History(pkg);
  }
  const isSame = jsonEqual(history.pkg.articles.map(articleToJson), pkg.articles.map(articleToJson));
  return isSame ? history : new History(pkg);
}
