// A movable border between panes: by mouse, or by arrow keys when it has the focus.
import type { KeyboardEvent, PointerEvent } from 'react';
import { useWatched } from '../session/observable';
import { BOUNDS, type PaneStore } from '../session/pane-layout';

interface SplitterProps {
  readonly panes: PaneStore;
  readonly side: keyof typeof BOUNDS;
  /** 1: the pane grows as the border moves right or down; −1: the other way. */
  readonly sign: 1 | -1;
  readonly name: string;
}

const KEY_STEP = 16;

export function Splitter({ panes, side, sign, name }: SplitterProps) {
  const size = useWatched(panes.layout)[side];
  const isRow = side === 'lowerHeight';
  const [least, most] = BOUNDS[side];
  const set = (value: number): void => panes.change({ [side]: Math.max(least, Math.min(most, Math.round(value))) });

  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const target = event.currentTarget;
    const from = isRow ? event.clientY : event.clientX;
    target.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void => set(size + sign * ((isRow ? moved.clientY : moved.clientX) - from));
    const end = (): void => {
      target.removeEventListener('pointermove', move);
      target.removeEventListener('pointerup', end);
    };
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerup', end);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    set(size + sign * by * KEY_STEP);
  };
  return (
    <div
      className={isRow ? 'splitter row' : 'splitter'}
      role="separator"
      tabIndex={0}
      aria-label={name}
      aria-orientation={isRow ? 'horizontal' : 'vertical'}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={size}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
