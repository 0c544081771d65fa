// Every package in the window has an edition of each kind, so that its pages can
// be seen: what `banxin import` wrote has none, and neither has a raw text.
import { articlesFor, DEFAULT_PRESET, makeEdition } from '../core/model/editions';
import type { EditionKind, Package } from '../core/model/package';
import { shippedPreset } from '../node/presets';

const KINDS: readonly EditionKind[] = ['booklet', 'newspaper', 'speech'];

/** A package that has no edition of a kind gets the usual one. */
export function withEditions(pkg: Package): Package {
  const missing = KINDS.filter((kind) => !pkg.editions.some((edition) => edition.kind === kind));
  if (missing.length === 0) return pkg;
  const made = missing.map((kind) => makeEdition(shippedPreset(DEFAULT_PRESET[kind]), articlesFor(kind, pkg), kind));
  return { ...pkg, editions: [...pkg.editions, ...made] };
}
