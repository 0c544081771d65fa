// Two texts beside each other, paragraph by paragraph: what only the newer side has
// is underlined, what only the older has is struck, never told by colour alone. The
// places that differ are walked with 上一处 and 下一处 (Alt+↑, Alt+↓).
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Compared, ComparedRow, Piece } from '../../core/model/compare-texts';

export interface ColumnHead {
  readonly title: string;
  readonly facts: string;
  /** 较新, 较旧; null: no word. */
  readonly tag: string | null;
}

/** Which place of those that differ is shown. */
export interface Walk {
  /** Counts from 0; −1 where nothing differs. */
  readonly at: number;
  readonly count: number;
  readonly go: (by: 1 | -1) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Walks the places of a comparison; starts at the first. */
export function useWalk(compared: Compared | null): Walk {
  const count = compared?.changes ?? 0;
  const [place, setPlace] = useState<{ readonly of: Compared | null; readonly at: number }>({ of: compared, at: 0 });
  const at = count === 0 ? -1 : place.of === compared ? place.at : 0;
  const go = (by: 1 | -1): void => {
    if (count > 0) setPlace({ of: compared, at: (at + by + count) % count });
  };
  return {
    at, count, go,
    onKeyDown(event) {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      go(event.key === 'ArrowUp' ? -1 : 1);
    },
  };
}

interface ColumnsProps {
  readonly compared: Compared;
  readonly left: ColumnHead;
  /** null: one column, of a text that has nothing beside it. */
  readonly right: ColumnHead | null;
  readonly newer: 'left' | 'right';
  readonly walk: Walk;
}

export function ComparedColumns({ compared, left, right, newer, walk }: ColumnsProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelectorAll('.row.differs')[walk.at]?.scrollIntoView({ block: 'center' });
  }, [compared, walk.at]);
  let place = -1;
  return (
    <div className={right === null ? 'columns single' : 'columns'}>
      <Head head={left} isNewer={newer === 'left' && right !== null} />
      {right !== null && <Head head={right} isNewer={newer === 'right'} />}
      <div ref={box} className="rows" tabIndex={0} role="region" aria-label="两份文字">
        {compared.rows.map((row, index) => {
          if (!row.same) place++;
          const isHere = !row.same && place === walk.at && right !== null;
          return (
            <div key={index} className={`row ${row.kind}${row.same || right === null ? '' : ' differs'}${isHere ? ' here' : ''}`}>
              <Side row={row} side="left" isNewer={newer === 'left'} other={right?.title ?? ''} alone={right === null} />
              {right !== null && <Side row={row} side="right" isNewer={newer === 'right'} other={left.title} alone={false} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** 上一处, 下一处, and where one is. */
export function WalkButtons({ walk, notes }: { readonly walk: Walk; readonly notes: readonly string[] }) {
  return (
    <>
      <button type="button" className="button small" disabled={walk.count === 0} onClick={() => walk.go(-1)}>上一处</button>
      <button type="button" className="button small" disabled={walk.count === 0} onClick={() => walk.go(1)}>下一处</button>
      <span role="status">{walk.count === 0 ? '文字没有不同' : `第 ${walk.at + 1} 处 / 共 ${walk.count} 处`}</span>
      <span className="quiet">{['新增加下划线，删去划线', ...notes].join(' · ')}</span>
    </>
  );
}

function Head({ head: { title, facts, tag }, isNewer }: { readonly head: ColumnHead; readonly isNewer: boolean }) {
  return (
    <div className="head">
      <div>
        <h3>{title}</h3>
        <small>{facts}</small>
      </div>
      {tag !== null && <b className={isNewer ? 'tag newer' : 'tag'}>{tag}</b>}
    </div>
  );
}

interface SideProps {
  readonly row: ComparedRow;
  readonly side: 'left' | 'right';
  readonly isNewer: boolean;
  readonly other: string;
  readonly alone: boolean;
}

function Side({ row, side, isNewer, other, alone }: SideProps) {
  const pieces = row[side];
  if (pieces === null) {
    const more = (row[side === 'left' ? 'right' : 'left'] ?? []).reduce((sum, { text }) => sum + text.length, 0);
    return <p className="lack">{other}在这里多一段（{more} 字）</p>;
  }
  const mark = (piece: Piece, index: number) => (isNewer ? <ins key={index}>{piece.text}</ins> : <del key={index}>{piece.text}</del>);
  return <p>{pieces.map((piece, index) => (piece.own && !alone ? mark(piece, index) : <span key={index}>{piece.text}</span>))}</p>;
}
