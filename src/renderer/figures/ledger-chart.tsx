// 今年与去年: what has last year's value as pairs of bars, this year's solid, last year's
// hatched, each pair to its own scale, for a count of proposals and one of visits have none in
// common. SVG by hand. Those that changed most stand first, the others when asked for; each leads to its row.
import { useMemo, useState } from 'react';
import type { FigureRow } from '../../core/report/figures/figure-rows';
import { shownLast } from '../../core/report/figures/ledger';
import { figureName } from './ledger-list';

/** Pairs shown at first: what stands beside the rows without scrolling far. */
const MOST = 12;
/** The longest bar, its height and the pair's, CSS pixels. */
const WIDTH = 104;
const BAR = 10;
const PAIR = 28;

interface Pair {
  readonly index: number;
  readonly name: string;
  readonly now: number;
  readonly last: number;
  /** As they are written: 1600余. */
  readonly shown: { readonly now: string; readonly last: string };
}

interface ChartProps {
  readonly rows: readonly FigureRow[];
  readonly choose: (index: number) => void;
}

export function LedgerChart({ rows, choose }: ChartProps) {
  const pairs = useMemo(() => pairsOf(rows), [rows]);
  const [all, setAll] = useState(false);
  if (pairs.length === 0) return null;
  return (
    <section>
      <h3 className="cap">今年与去年 <small>每组按自己的最大值</small></h3>
      <p className="ledger-legend">
        <svg width="16" height="10" aria-hidden="true"><rect width="16" height="10" className="solid" /></svg> 今年（实心）
        <svg width="16" height="10" aria-hidden="true"><Hatch /><rect x="0.5" y="0.5" width="15" height="9" className="hatched" /></svg> 去年（斜线）
      </p>
      <ul>
        {(all ? pairs : pairs.slice(0, MOST)).map(({ index, name, now, last, shown }) => {
          const scale = WIDTH / Math.max(now, last, Number.MIN_VALUE);
          return (
            <li key={index}>
              <button type="button" className="plain ledger-pair" onClick={() => choose(index)}>
                <span title={name}>{name}</span>
                <svg width={WIDTH} height={PAIR} aria-hidden="true">
                  <rect x="0" y="2" width={Math.max(1, now * scale)} height={BAR} className="solid" />
                  <rect x="0.5" y={PAIR - BAR - 1.5} width={Math.max(1, last * scale - 1)} height={BAR - 1} className="hatched" />
                </svg>
                <small><span className="unseen">今年</span>{shown.now}<br /><span className="unseen">去年</span>{shown.last}</small>
              </button>
            </li>
          );
        })}
      </ul>
      {pairs.length > MOST && <button type="button" className="button small" aria-expanded={all} onClick={() => setAll(!all)}>{all ? `只列变化最大的 ${MOST} 组` : `全部 ${pairs.length} 组`}</button>}
    </section>
  );
}

/** The pattern that last year's bars are filled with; the whole view uses it by its id. */
function Hatch() {
  return (
    <defs>
      <pattern id="ledger-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="5" className="hatch" /></pattern>
    </defs>
  );
}

/** Figures of both years, the greatest change for its size first, a figure that is quoted again once. */
function pairsOf(rows: readonly FigureRow[]): readonly Pair[] {
  const seen = new Set<string>();
  const change = ({ now, last }: Pair): number => Math.abs(now - last) / Math.max(now, last, 1);
  return rows
    .flatMap(({ figure }, index): Pair[] => {
      const { value, last } = figure;
      if (value === null || last === null || value < 0 || last < 0) return [];
      const name = figureName(figure);
      const key = `${name} ${value} ${last}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ index, name, now: value, last, shown: { now: figure.text, last: shownLast(figure) } }];
    })
    .toSorted((a, b) => change(b) - change(a) || a.index - b.index);
}
