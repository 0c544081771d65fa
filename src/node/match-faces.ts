// Which of the scanned faces serves a role: by name first, in the order of the
// table; in a user's folder also by what a name says of itself (楷, hei, 宋).
// Pure, so that the rules are tested on plain records.
import type { FontRole } from '../core/font';
import type { FaceTable } from './face-table';
import type { ScannedFace } from './scan-faces';

/** Names as they are compared: case, blanks, hyphens and underscores say nothing (FZKai-Z03S, FZKai Z03S). */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** The upright, static faces by plain name: a table asks for some eighty names among hundreds of faces. */
export type FacesByName = ReadonlyMap<string, readonly ScannedFace[]>;

export function indexByName(faces: readonly ScannedFace[]): FacesByName {
  const index = new Map<string, ScannedFace[]>();
  for (const face of faces) {
    if (face.italic || face.isVariable) continue;
    for (const name of new Set(face.names.map(plainName))) {
      const same = index.get(name);
      if (same === undefined) index.set(name, [face]);
      else same.push(face);
    }
  }
  return index;
}

/** The face of the first name that any face has; of several weights the one nearest to `weight`. */
export function faceByName(faces: FacesByName, names: readonly string[], weight: number): ScannedFace | null {
  for (const name of names) {
    const found = faces.get(plainName(name));
    if (found !== undefined) return nearestWeight(found, weight);
  }
  return null;
}

function nearestWeight(faces: readonly ScannedFace[], weight: number): ScannedFace | null {
  let best: ScannedFace | null = null;
  for (const face of faces) if (best === null || Math.abs(face.weight - weight) < Math.abs(best.weight - weight)) best = face;
  return best;
}

/** What a name says of itself, the particular before the general: 仿宋 is no 宋, 小标宋 is one of its own. */
const WORDS: readonly (readonly [FontRole, RegExp])[] = [
  ['biaosong', /标宋|biaosong|xbs|中宋|zhongsong/],
  ['fangsong', /仿宋|fangsong|fzfs|fandolfang/],
  ['kai', /楷|kai/],
  ['hei', /黑|hei|gothic|sans|苹方|pingfang/],
  ['song', /宋|song|simsun|serif|mincho|ming/],
];

/** The role that a face's names speak of; null where they speak of none. A face without Chinese can be `times` alone. */
export function roleOf(face: ScannedFace): FontRole | null {
  const names = face.names.map(plainName);
  if (!face.hasHan) return names.some((name) => /times|tinos|termes|nimbusroman|liberationserif/.test(name)) ? 'times' : null;
  for (const [role, words] of WORDS) if (names.some((name) => words.test(name))) return role;
  return null;
}

/** A face that draws Han as Japan, Korea, Taiwan or Hong Kong do, as the families of collections say in their names. */
export function isForeign(face: ScannedFace): boolean {
  return /cjk(jp|kr|tc|hk)|(sans|serif)(jp|kr|tc|hk|hc)$|mincho|mingliu|明體|明朝|ゴシック|batang|gulim/.test(plainName(face.family));
}

/** Who stands in for whom, the nearest in look first. */
const KIN: Readonly<Record<FontRole, readonly FontRole[]>> = {
  song: ['fangsong', 'biaosong', 'kai', 'hei'],
  biaosong: ['song', 'hei', 'kai', 'fangsong'],
  hei: ['biaosong', 'song', 'kai', 'fangsong'],
  kai: ['fangsong', 'song', 'hei', 'biaosong'],
  fangsong: ['kai', 'song', 'hei', 'biaosong'],
  times: ['song', 'fangsong', 'kai', 'hei', 'biaosong'],
};

export interface RoleMatch {
  /** The faces of the role, in the order of fallbacks. */
  readonly faces: readonly ScannedFace[];
  /** True where the first is not a face of the role. */
  readonly substituted: boolean;
}

/** Sorts the faces of a folder into a role's list: its own, those of its kin, the rest that has Chinese, then what is left. `edition`: its kind, for the table's `editions`. */
export function matchRole(role: FontRole, faces: readonly ScannedFace[], table: FaceTable, edition = ''): RoleMatch {
  const usable = faces.filter((face) => !face.italic);
  const byName = indexByName(usable);
  const own = ownFace(role, usable, byName, table, edition);
  const { weight } = table.roles[role];
  const kin = KIN[role].map((other) => ownFace(other, usable, byName, table, edition));
  // Strangers last: a character in a Japanese form is worse than one in another style, and better than none.
  const rank = (face: ScannedFace): number => (face.hasHan ? 0 : 4) + (isForeign(face) ? 2 : 0) + (face.isVariable ? 1 : 0);
  const rest = usable.toSorted((a, b) => rank(a) - rank(b) || Math.abs(a.weight - weight) - Math.abs(b.weight - weight));
  return { faces: [...new Set([own, ...kin, ...rest].filter((face) => face !== null))], substituted: own === null };
}

/** A family is named for several roles: its regular weight is no 小标宋. */
const OTHER_WEIGHT = 300;

function ownFace(role: FontRole, faces: readonly ScannedFace[], byName: FacesByName, table: FaceTable, edition: string): ScannedFace | null {
  const { own, pinned, system, weight } = table.roles[role];
  const chosen = table.editions[edition]?.[role];
  const known = chosen === undefined ? pinned : [chosen, ...pinned];
  const names = [...own, ...known.map((id) => table.faces.find((face) => face.id === id)?.name ?? id)];
  const ofFamily = faceByName(byName, system, weight);
  const guessed = faces.filter((face) => roleOf(face) === role && !isForeign(face));
  return faceByName(byName, names, weight) ?? (ofFamily !== null && Math.abs(ofFamily.weight - weight) < OTHER_WEIGHT ? ofFamily : null)
    ?? nearestWeight(guessed.filter((face) => !face.isVariable), weight) ?? nearestWeight(guessed, weight);
}
