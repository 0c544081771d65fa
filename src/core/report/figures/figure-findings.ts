// What the 数字台账 has to say without being opened: sums that are wrong, one figure said
// differently, and before a 大会稿 what nobody has confirmed. In: a package, and the articles
// that are asked about. Out: findings, live in the window and in `banxin check`.
import type { Diagnostic } from '../../diagnostic';
import type { Package } from '../../model/package';
import { conflictsOf, type LedgerConflict } from './conflicts';
import { figureLedger, type FigureRow } from './figure-rows';
import { isForConference } from './for-conference';
import { figuresIn, shownFigure, type LedgerFigure, type Stretch } from './ledger';
import { sumStretches } from './sum-stretches';

/** Unconfirmed figures that a finding names; the ledger has them all. */
const NAMED = 8;

/**
 * Findings of the articles given (all: null); what two articles say differently is told once, at the later one.
 * @param most sentences with sums that are read of a text whose ledger nobody keeps; of more it is said how many there are
 */
export function figureDiagnostics(pkg: Pick<Package, 'articles' | 'figures' | 'stage'>, articles: readonly string[] | null = null, most = Infinity): readonly Diagnostic[] {
  const { rows, figures: of, conflicts, unread } = figuresAsked(pkg, most);
  const shows = (figure: LedgerFigure): boolean => articles === null || articles.includes(figure.article);
  const told = conflicts.flatMap(({ kind, figures, message, isHint }): Diagnostic[] => {
    const quoted = kind === 'said-differently';
    const figure = of[(quoted ? figures.at(-1) : figures[0])!]!;
    if (!figures.some((index) => shows(of[index]!))) return [];
    return [{
      severity: isHint === true ? 'info' : 'warning', code: quoted ? 'figure-conflict' : 'figure-sum', message, at: figure.place,
      suggestion: quoted ? '两处核对，改成一致；确是两回事的，在数字台账里各自核实' : isHint === true ? '核对是否少算，或另有一类没有写；无误的，在数字台账里把各数核实' : '核对分项和总数；确实无误的，在数字台账里把各数核实',
    }];
  });
  return [...told, ...(unread > 0 ? [moreSums(unread)] : []), ...unconfirmed(rows.filter(({ figure }) => shows(figure)), pkg)];
}

/** A text whose sums are wrong all over is read in its ledger, not in a list of warnings beside its pages. */
const moreSums = (unread: number): Diagnostic => ({
  severity: 'warning', code: 'figure-sum', message: `另有 ${unread} 句，分项与总数看来也对不上，没有逐句列出`, at: null, suggestion: '打开数字台账，或用 banxin facts，逐条核对',
});

/** The figures that can have something against them. Every export asks, so the text of one article whose ledger nobody keeps is read only where sums stand. */
function figuresAsked(pkg: Pick<Package, 'articles' | 'figures' | 'stage'>, most: number): { readonly rows: readonly FigureRow[]; readonly figures: readonly LedgerFigure[]; readonly conflicts: readonly LedgerConflict[]; readonly unread: number } {
  const kept = Object.keys(pkg.figures ?? {}).length > 0 || isForConference(pkg.stage);
  if (!kept && pkg.articles.length < 2) {
    // A table's sum may be said anywhere.
    const hasTable = pkg.articles.some(({ doc }) => doc.children.some(({ type }) => type.name === 'table'));
    let [left, unread] = [most, 0];
    const sums = (text: string): readonly Stretch[] => {
      const found = sumStretches(text);
      const read = left < found.length ? found.slice(0, left) : found;
      left -= read.length;
      unread += found.length - read.length;
      return read;
    };
    const figures = figuresIn(pkg, hasTable ? (text) => [{ from: 0, to: text.length }] : sums);
    return { rows: [], figures, conflicts: conflictsOf(figures), unread };
  }
  // Nothing of it hangs on last year, and reading last year's text would take as long again at every pause.
  const { rows, conflicts } = figureLedger({ ...pkg, versions: [] });
  return { rows, figures: rows.map(({ figure }) => figure), conflicts, unread: 0 };
}

/** One finding for all: it asks once. Who keeps no ledger is told, and not held up. */
function unconfirmed(rows: readonly FigureRow[], { stage, figures }: Pick<Package, 'stage' | 'figures'>): readonly Diagnostic[] {
  if (!isForConference(stage)) return [];
  const open = rows.filter(({ figure, stands }) => figure.value !== null && !stands);
  const first = open[0];
  if (first === undefined) return [];
  const named = open.slice(0, NAMED).map(({ figure }) => shownFigure(figure)).join('、');
  return [{
    severity: figures === undefined ? 'warning' : 'error', code: 'figure-unconfirmed',
    message: `${stage ?? ''}里有 ${open.length} 个数没有核实：${named}${open.length > NAMED ? '等' : ''}`, at: first.figure.place, suggestion: '在数字台账里核实，或确认后照样输出',
  }];
}
