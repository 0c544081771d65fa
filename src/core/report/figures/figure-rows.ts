// The rows of the 数字台账 as people see them: each figure with what was said of it (责任委室,
// 依据, 核实人, 日期), whether it stands as it was confirmed, and what does not add up. In: the
// package. Out: rows in the order of the text. A figure whose sentence was reworded since
// keeps what was said by likeness; a figure that is another number now is 未核实 again.
import type { FigureRecord, Package } from '../../model/package';
import type { PackageChange } from '../../model/change';
import { LAST_YEAR } from '../roll/version-ids';
import { conflictsOf, type LedgerConflict } from './conflicts';
import { ledgerOf, shownFigure, type LedgerFigure } from './ledger';
import { likeness, pairsOf, REWORDED } from './sentence-likeness';

/** 已核实, 未核实, 有出入, 待填. */
export type FigureState = 'confirmed' | 'unconfirmed' | 'conflicting' | 'open';

export interface FigureRow {
  readonly figure: LedgerFigure;
  /** What people said of it; null: nothing. */
  readonly record: FigureRecord | null;
  /** Key that the record stands under in the package: another than the figure's where its sentence was reworded. */
  readonly recordKey: string | null;
  readonly state: FigureState;
  /** Confirmed as it is now, whatever else does not add up with it. */
  readonly stands: boolean;
  /** Confirmed once, and another number now. */
  readonly changed: boolean;
  /** Indexes into the ledger's conflicts. */
  readonly conflicts: readonly number[];
}

export interface FigureLedger {
  readonly rows: readonly FigureRow[];
  /** Those that nobody has confirmed figure by figure: whoever confirmed each of them says that it is right so. */
  readonly conflicts: readonly LedgerConflict[];
}

export type LedgerPackage = Pick<Package, 'articles' | 'versions' | 'figures'>;

const EMPTY: FigureRecord = { office: '', basis: '', checker: '', date: '', confirmed: null };

/** The ledger of a package, last year's text being the version that roll-forward keeps. */
export function figureLedger(pkg: LedgerPackage): FigureLedger {
  const ledger = ledgerOf(pkg, pkg.versions.find(({ id }) => id === LAST_YEAR) ?? null);
  const said = recordsOf(ledger, pkg.figures ?? {});
  const stands = (i: number): boolean => ledger[i]!.value !== null && said[i]?.record.confirmed === shownFigure(ledger[i]!);
  const conflicts = conflictsOf(ledger).filter(({ figures }) => !figures.every(stands));
  const of = new Map<number, number[]>();
  conflicts.forEach(({ figures }, index) => {
    for (const i of figures) of.set(i, [...(of.get(i) ?? []), index]);
  });
  const rows = ledger.map((figure, i): FigureRow => {
    const { record = null, key = null } = said[i] ?? {};
    const own = of.get(i) ?? [];
    const state: FigureState = figure.value === null ? 'open' : own.some((index) => conflicts[index]!.isHint !== true) ? 'conflicting' : stands(i) ? 'confirmed' : 'unconfirmed';
    return { figure, record, recordKey: key, state, stands: stands(i), changed: record !== null && record.confirmed !== null && !stands(i), conflicts: own };
  });
  return { rows, conflicts };
}

/** Longer orphan lists are not compared pair by pair. */
const MOST_ORPHANS = 400;

function recordsOf(ledger: readonly LedgerFigure[], records: Readonly<Record<string, FigureRecord>>): ({ readonly record: FigureRecord; readonly key: string } | null)[] {
  const own = ledger.map(({ key }) => (Object.hasOwn(records, key) ? { record: records[key]!, key } : null));
  const used = new Set(ledger.map(({ key }) => key));
  const orphans = Object.keys(records).filter((key) => !used.has(key)).slice(0, MOST_ORPHANS);
  if (orphans.length === 0) return own;
  const pairs = orphans.map((key) => pairsOf(wordsOf(key)));
  const taken = new Set<number>();
  return own.map((found, i) => {
    if (found !== null) return found;
    const { key } = ledger[i]!;
    const mine = pairsOf(wordsOf(key));
    let best = -1;
    let score = REWORDED;
    orphans.forEach((other, o) => {
      // Which of the sentence's figures it is must not change: 其中3件 is no 12件.
      if (taken.has(o) || other.slice(other.lastIndexOf('#')) !== key.slice(key.lastIndexOf('#'))) return;
      const share = likeness(mine, pairs[o]!);
      if (share >= score) [best, score] = [o, share];
    });
    if (best < 0) return null;
    taken.add(best);
    return { record: records[orphans[best]!]!, key: orphans[best]! };
  });
}

const wordsOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('#')));

/** The changes that say `next` of a row; none where that is said already. A record of a reworded sentence moves to its new key. */
export function sayOfFigure(row: FigureRow, next: Partial<FigureRecord>): readonly PackageChange[] {
  const { figure: { key }, record, recordKey } = row;
  const to = { ...EMPTY, ...record, ...next };
  const isNothing = to.confirmed === null && [to.office, to.basis, to.checker, to.date].every((said) => said === '');
  if (recordKey === key) {
    if (isNothing) return [{ kind: 'set', path: `figures/${key}`, from: record, to: null }];
    return (Object.keys(next) as (keyof FigureRecord)[]).every((name) => record?.[name] === to[name]) ? [] : [{ kind: 'set', path: `figures/${key}`, from: record, to }];
  }
  const gone: PackageChange[] = recordKey === null ? [] : [{ kind: 'set', path: `figures/${recordKey}`, from: record, to: null }];
  return isNothing ? gone : [...gone, { kind: 'set', path: `figures/${key}`, from: null, to }];
}

/** 核实: the figure as it stands is right, says `checker` on `today` (ISO). An open figure cannot be confirmed. */
export function confirmFigure(row: FigureRow, checker: string, today: string): readonly PackageChange[] {
  if (row.figure.value === null) return [];
  return sayOfFigure(row, { confirmed: shownFigure(row.figure), date: today, ...(checker === '' ? {} : { checker }) });
}

/** Takes a confirmation back; who answers for it and what it rests on stay. */
export function withdrawFigure(row: FigureRow): readonly PackageChange[] {
  return row.record === null || row.record.confirmed === null ? [] : sayOfFigure(row, { confirmed: null, date: '' });
}
