// Beside the 数字台账: this year and last as bars, what does not add up, as a sum is written under one another, and what
// two articles say differently. A click goes to the row.
import type { FigureRow } from '../../core/report/figures/figure-rows';
import type { LedgerConflict } from '../../core/report/figures/conflicts';
import { shownFigure } from '../../core/report/figures/ledger';
import { LedgerChart } from './ledger-chart';
import { figureName } from './ledger-list';

interface SideProps {
  readonly rows: readonly FigureRow[];
  readonly conflicts: readonly LedgerConflict[];
  /** Goes to a row by its index in the ledger. */
  readonly choose: (index: number) => void;
}

export function LedgerSide({ rows, conflicts, choose }: SideProps) {
  const sums = conflicts.filter(({ kind }) => kind !== 'said-differently');
  const quotes = conflicts.filter(({ kind }) => kind === 'said-differently');
  return (
    <aside className="ledger-side" aria-label="对照" tabIndex={0}>
      <LedgerChart rows={rows} choose={choose} />
      <section>
        <h3 className="cap">分项与总数</h3>
        {sums.length === 0 ? <p className="quiet">没有对不上的。</p> : sums.map((conflict, index) => <Sum key={index} conflict={conflict} rows={rows} choose={choose} />)}
      </section>
      <section>
        <h3 className="cap">同一个数，两处写法</h3>
        {quotes.length === 0 ? <p className="quiet">各稿一致。</p> : quotes.map(({ message, figures }, index) => (
          <p key={index}>
            {message}<br />
            {figures.map((at, n) => <button key={at} type="button" className="button small" onClick={() => choose(at)}>看第{n + 1}处</button>)}
          </p>
        ))}
      </section>
    </aside>
  );
}

function Sum({ conflict: { figures, message }, rows, choose }: Omit<SideProps, 'conflicts'> & { readonly conflict: LedgerConflict }) {
  const [total, ...parts] = figures.map((at) => rows[at]);
  if (total === undefined) return null;
  const word = `${total.figure.unit ?? ''}${total.figure.measure ?? ''}`;
  const sum = Math.round(parts.reduce((all, part) => all + (part?.figure.value ?? 0), 0) * 1000) / 1000;
  return (
    <div className="ledger-sum">
      <dl>
        {parts.map((part, index) => part !== undefined && <div key={index}><dt>{figureName({ ...part.figure, unit: null, measure: null })}</dt><dd>{shownFigure(part.figure)}</dd></div>)}
        {parts.length > 1 && <div className="total"><dt>分项相加</dt><dd>{sum}{word}</dd></div>}
        <div className={parts.length > 1 ? '' : 'total'}><dt>总数 {figureName({ ...total.figure, unit: null, measure: null })}</dt><dd>{shownFigure(total.figure)}</dd></div>
      </dl>
      <p className="trouble">{message}</p>
      <p><button type="button" className="button small" onClick={() => choose(figures[0]!)}>看这一行</button></p>
    </div>
  );
}
