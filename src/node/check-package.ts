// What is wrong with a package before anybody prints it: every edition set and
// judged as an export would, in one list (`banxin check`; the window feeds its
// lists by the worker). What concerns the text alone (待填, an empty field, a phrase
// that has aged) is said once however many editions print it; what an edition's
// layout says names its edition. Without editions each kind that COMMANDS makes for
// raw text is looked at.
import type { Diagnostic, DiagnosticCode } from '../core/diagnostic';
import { chooseEdition, DEFAULT_PRESET } from '../core/model/editions';
import type { Edition, EditionKind, Package } from '../core/model/package';
import { stageDiagnostics } from '../core/model/stage';
import { figureDiagnostics } from '../core/report/figures/figure-findings';
import { leftoverDiagnostics } from '../core/report/leftovers';
import { promiseDiagnostics } from '../core/report/promise-rows';
import { phraseDiagnostics } from '../core/report/phrase-age';
import { setEdition } from './export';
import type { FoundFonts } from './fonts';
import { shippedPreset } from './presets';

/** About the text, whichever edition shows it. */
const OF_THE_TEXT: readonly DiagnosticCode[] = ['placeholder-open', 'field-empty', 'note-undefined', 'phrase-stale', 'date-invalid', 'leftover-year', 'leftover-session', 'leftover-plenary', 'leftover-name', 'sentence-carried'];

const ORDER = ['error', 'warning', 'info'] as const;

/** Kinds that a text without editions is set in. */
const USUAL: readonly EditionKind[] = ['booklet', 'newspaper', 'speech'];

/** The package's editions, each with the articles that it still has; made from the usual presets where it has none. */
function editionsOf(pkg: Package): Edition[] {
  const asked = pkg.editions.length > 0 ? pkg.editions.map(({ id }) => id) : USUAL;
  return asked.flatMap((edition) => {
    const choice = chooseEdition(pkg, { edition, article: null, preset: null }, (kind) => shippedPreset(DEFAULT_PRESET[kind]));
    return choice.ok ? [choice.edition] : [];
  });
}

/** All findings, errors first; `today` is the ISO day that phrases age by. `fontsOf`: the faces for a kind of edition. */
export function checkPackage(pkg: Package, fontsOf: (kind: EditionKind) => FoundFonts, today: string): Diagnostic[] {
  const editions = editionsOf(pkg);
  const shown = new Set(editions.flatMap(({ articles }) => articles));
  const unset = pkg.articles.filter(({ id }) => !shown.has(id)).map(({ id }) => id);
  const all: Diagnostic[] = [];
  const said = new Set<string>();
  const once = (finding: Diagnostic): void => {
    // A value that the record lacks stands in a hundred places: it is missing once.
    const key = `${finding.code} ${finding.message} ${finding.code === 'field-empty' ? '' : JSON.stringify(finding.at)}`;
    if (!said.has(key)) all.push(finding);
    said.add(key);
  };
  for (const edition of editions) {
    for (const finding of setEdition(pkg, edition, fontsOf(edition.kind)).diagnostics) {
      // Told below, of the whole package: what one edition prints of it is a part of that.
      if (finding.code.startsWith('figure-')) continue;
      if (OF_THE_TEXT.includes(finding.code)) once(finding);
      else all.push({ ...finding, message: `${edition.name}：${finding.message}` });
    }
  }
  stageDiagnostics(pkg, { kind: 'booklet', articles: unset }).forEach(once);
  phraseDiagnostics(pkg, today).forEach(once);
  leftoverDiagnostics(pkg).forEach(once);
  figureDiagnostics(pkg).forEach(once);
  promiseDiagnostics(pkg).forEach(once);
  return ORDER.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}
