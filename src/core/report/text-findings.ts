// What stands against the words of an edition when it goes out: what of last year is left in
// it, and figures that cannot be right. In: a package and the edition. Out: findings.
import type { Diagnostic } from '../diagnostic';
import type { Edition, Package } from '../model/package';
import { figureDiagnostics } from './figures/figure-findings';
import { leftoversIn } from './leftovers';

export type TextFindings = (pkg: Package, edition: Edition) => readonly Diagnostic[];

/** Sentences with sums that an export reads: whoever has more of them wrong opens the ledger. */
const MOST_SUMS = 12;

/** Findings about the words of an edition, in the order of leftovers, sums, confirmations. Pure. */
export const textFindings: TextFindings = (pkg, edition) => [...leftoversIn(pkg, edition), ...figureDiagnostics(pkg, edition.articles, MOST_SUMS)];
