// The next 工作稿's name, and the changes that name a stage, freeze the text under it
// or take a frozen copy away.
import type { PackageChange } from '../../core/model/change';
import { versionToJson } from '../../core/model/package-json';
import type { Package, Version } from '../../core/model/package';

/** 工作稿第4稿 after 工作稿第3稿, whether that is the stage now or was frozen; 工作稿第1稿 where there was none. */
export function nextWorkingStage({ stage, versions }: Pick<Package, 'stage' | 'versions'>): string {
  const numbers = [stage ?? '', ...versions.map(({ name }) => name)].flatMap((name) => {
    const match = /^工作稿\s*第?(\d+)稿?$/.exec(name);
    return match === null ? [] : [Number(match[1])];
  });
  return `工作稿第${Math.max(0, ...numbers) + 1}稿`;
}

/** The changes that name the stage and, where asked, freeze the text under that name; none where nothing would change. */
export function stageChanges(pkg: Package, stage: string | null, freezes: boolean, now: Date, note = ''): readonly PackageChange[] {
  const changes: PackageChange[] = [];
  if (stage !== pkg.stage) changes.push({ kind: 'set', path: 'stage', from: pkg.stage, to: stage });
  if (freezes && stage !== null) {
    const version: Version = { id: freeId(pkg.versions, now), name: stage, date: now.toISOString(), ...(note.trim() === '' ? {} : { note: note.trim() }), meeting: pkg.meeting, articles: pkg.articles };
    changes.push({ kind: 'add', what: 'version', index: pkg.versions.length, value: versionToJson(version) });
  }
  return changes;
}

/** The change that takes a frozen copy away; null where it has gone already. */
export function removeVersion(pkg: Package, id: string): PackageChange | null {
  const index = pkg.versions.findIndex((version) => version.id === id);
  return index < 0 ? null : { kind: 'remove', what: 'version', index, value: versionToJson(pkg.versions[index]!) };
}

/** v20260112-1: by day, so that a list of files reads in order. */
export function freeId(versions: readonly Pick<Version, 'id'>[], now: Date): string {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  for (let serial = 1; ; serial++) {
    const id = `v${day}-${serial}`;
    if (!versions.some((version) => version.id === id)) return id;
  }
}
