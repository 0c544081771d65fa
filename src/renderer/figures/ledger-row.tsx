// A row of the 数字台账: one figure, its sentence with the number marked, what people said of
// it. The current row shows its whole sentence and, where something does not add up, what.
// A cell is typed in where it stands; the figure itself only in its sentence.
import { useRef, type KeyboardEvent } from 'react';
import { shownLast } from '../../core/report/figures/ledger';
import type { FigureRow } from '../../core/report/figures/figure-rows';
import type { LedgerConflict } from '../../core/report/figures/conflicts';
import { COLUMNS, LONGEST_WORD, type LedgerColumn } from './ledger-columns';
import { changeWords, sectionNumber, sentenceParts, STATE_NAMES } from './ledger-list';

/** Ids of the cells: the grid names the one that has the keys. */
export const cellId = (row: number, column: number): string => `figure-${row}-${column}`;

export interface RowProps {
  /** Place among the rows shown. */
  readonly at: number;
  readonly top: number;
  readonly row: FigureRow;
  readonly conflicts: readonly LedgerConflict[];
  /** What stands above the first row of an article; null: nothing. */
  readonly head: { readonly name: string; readonly counts: string } | null;
  /** Column that has the keys; null: another row has them. */
  readonly column: number | null;
  readonly isTyping: boolean;
  readonly measure: (element: HTMLElement | null) => void;
  readonly choose: (column: number) => void;
  readonly type: () => void;
  /** What was typed in the cell, or null: left as it was. `then`: where the keys go. */
  readonly typed: (word: string | null, then: 'down' | 'right' | 'left' | 'stay') => void;
  readonly goToText: () => void;
  readonly turn: () => void;
}

const TAGS = { confirmed: '', unconfirmed: ' warning', open: ' warning', conflicting: ' error' } as const;

export function LedgerRow(props: RowProps) {
  const { at, top, head, measure } = props;
  return (
    <div ref={measure} data-index={at} className="figure-place" role="presentation" style={{ transform: `translateY(${top}px)` }}>
      {head !== null && <div role="row" className="figure-article"><p role="gridcell" aria-colspan={COLUMNS.length}>{head.name}<small>{head.counts}</small></p></div>}
      <Cells {...props} />
    </div>
  );
}

function Cells(props: RowProps) {
  const { at, row, conflicts, column, choose, goToText } = props;
  const isCurrent = column !== null;
  return (
    <div className={`figure-row ${row.state}${isCurrent ? ' current' : ''}`} role="row" aria-rowindex={at + 2} aria-selected={isCurrent}>
      {COLUMNS.map((one, index) => (
        <div
          key={one.id}
          id={cellId(at, index)}
          role="gridcell"
          aria-colindex={index + 1}
          className={`figure-${one.id}${column === index ? ' here' : ''}`}
          aria-readonly={one.typed === null}
          onClick={() => choose(index)}
          onDoubleClick={() => (one.typed !== null ? props.type() : one.id === 'state' ? props.turn() : goToText())}
        >
          {props.isTyping && column === index && one.typed !== null ? <Typing {...props} word={row.record?.[one.typed] ?? ''} column={one} /> : <Cell row={row} column={one} whole={isCurrent} />}
          {one.id === 'sentence' && isCurrent && row.conflicts.length > 0 && (
            <p className="figure-trouble">
              {row.conflicts.map((index_) => <b key={index_}>{conflicts[index_]?.message}</b>)}
              <button type="button" className="button small" onClick={goToText}>去原句改</button>
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

function Cell({ row, column, whole }: { readonly row: FigureRow; readonly column: LedgerColumn; readonly whole: boolean }) {
  const { figure, record, state, changed } = row;
  switch (column.id) {
    case 'value': return figure.value === null ? '待填' : figure.text;
    case 'unit': return `${figure.unit ?? ''}${figure.measure ?? ''}`;
    case 'sentence': {
      const { before, number, after } = sentenceParts(figure, whole);
      return <span className={whole ? 'whole' : 'line'}>{before}<u>{number}</u>{after}</span>;
    }
    case 'last': return shownLast(figure);
    case 'change': return changeWords(figure);
    case 'section': return <span title={figure.section}>{sectionNumber(figure.section)}</span>;
    case 'date': return <span title={record?.date ?? ''}>{(record?.date ?? '').slice(5)}</span>;
    case 'state': return <><b className={`tag${TAGS[state]}`}>{STATE_NAMES[state]}</b>{changed && <small title={`核实过的是 ${record?.confirmed ?? ''}`}>改后未核</small>}</>;
    case 'office':
    case 'basis':
    case 'checker': return <span className={whole ? 'whole' : 'line'}>{record?.[column.id] ?? ''}</span>;
  }
}

function Typing({ column, word, typed }: { readonly column: LedgerColumn; readonly word: string; readonly typed: RowProps['typed'] }) {
  const isDone = useRef(false);
  const end = (next: string | null, then: Parameters<RowProps['typed']>[1]): void => {
    // Leaving the field by a key also takes the focus from it.
    if (isDone.current) return;
    isDone.current = true;
    typed(next, then);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const then = event.key === 'Enter' ? 'down' : event.key === 'Tab' ? (event.shiftKey ? 'left' : 'right') : null;
    if (then === null && event.key !== 'Escape') return;
    event.preventDefault();
    end(then === null ? null : event.currentTarget.value, then ?? 'stay');
  };
  return (
    <input
      type="text"
      aria-label={column.title}
      defaultValue={word}
      maxLength={LONGEST_WORD}
      autoFocus
      {...(column.id === 'date' ? { placeholder: '2025-12-22' } : {})}
      {...(column.id === 'office' ? { list: 'figure-offices' } : {})}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={(event) => end(event.currentTarget.value, 'stay')}
    />
  );
}
