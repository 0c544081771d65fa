// How an article is dressed on a newspaper page: the rule around its box or above its
// block (围框、花线), a tint screen behind it (底纹, percent of K) and its title block in
// the paper's one red (套红). Kept by article in the edition, apart from its make-up, so
// that pages proposed anew keep it. Plain data.
import type { PackageChange } from './change';

/** 文武线, a single rule, two thin ones, a thick one, and three patterned ones (花线). */
export type Border = 'wenwu' | 'single' | 'double' | 'thick' | 'dots' | 'wave' | 'chain';

/** With their names at the desk, in the order in which they are offered. */
export const BORDERS: Readonly<Record<Border, string>> = { wenwu: '文武线', single: '细线', double: '双线', thick: '粗线', dots: '点线', wave: '波纹线', chain: '花边' };

/** Tints that newsprint holds open under body type, percent of K (by eye; above 20 text suffers). */
export const TINTS: readonly number[] = [5, 10, 15, 20];

export interface Dress {
  readonly border?: Border;
  /** Percent of K behind the block; left out: none. */
  readonly tint?: number;
  /** 套红: its title block in the look's red. */
  readonly red?: boolean;
}

/** The one colour beside black that a look may name (套红): a plate of its own, as process inks for proofs. */
export interface Red {
  readonly name: string;
  /** 0 … 1. */
  readonly cmyk: readonly [number, number, number, number];
}

/** The red of a look that names none: M100 Y90, below what newsprint holds (N-41). */
export const DEFAULT_RED: Red = { name: '套红', cmyk: [0, 1, 0.9, 0] };

/** What of an edition says whether it has a red, and which. */
interface Printed {
  readonly look: { readonly id: string; readonly red?: Red };
  readonly master: { readonly kind: string };
  readonly dress?: Readonly<Record<string, Dress>>;
  readonly paper: { readonly nameRed?: boolean } | null;
}

/** The one red of a newspaper edition: its look's; of a look that names none the usual one, where something is 套红 all the same. */
export function redIn({ look, master, dress = {}, paper }: Printed): { readonly red?: Red } {
  if (master.kind !== 'paper') return {};
  const isUsed = paper?.nameRed === true || Object.values(dress).some(({ red }) => red === true);
  const red = look.red ?? (isUsed ? DEFAULT_RED : undefined);
  return red === undefined ? {} : { red };
}

/** The change that dresses an article of an edition; null: as the paper does. */
export function dressChange({ id, dress: old }: { readonly id: string; readonly dress?: Readonly<Record<string, Dress>> }, article: string, dress: Dress | null): PackageChange {
  const others = Object.entries(old ?? {}).filter(([one]) => one !== article);
  const entries: (readonly [string, Dress])[] = dress === null || Object.keys(dress).length === 0 ? others : [...others, [article, dress]];
  return { kind: 'set', path: `editions/${id}/dress`, from: old ?? null, to: entries.length === 0 ? null : Object.fromEntries(entries) };
}
