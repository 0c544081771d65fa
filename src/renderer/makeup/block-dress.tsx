// 装饰 of the selected block: its title downwards, the rule around or above it, a screen
// behind it, its title in red. Each is one change with undo; none of it moves with a
// proposal, for it belongs to the article and not to its place.
import { useId, type ReactNode } from 'react';
import { type Border, BORDERS, type Dress, TINTS } from '../../core/model/dress';
import type { BlockName, HeadlineLines, Piece } from '../../core/model/layout';
import type { MakeupDesk } from './makeup-desk';

interface DressProps {
  readonly desk: MakeupDesk;
  readonly block: BlockName;
  readonly piece: Piece;
}

/** The dress with one thing of it changed; undefined takes it off. */
function changed<K extends keyof Dress>(dress: Dress, key: K, value: Dress[K] | undefined): Dress {
  const { [key]: _old, ...rest } = dress;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** `children`: what else is done with the block, in its last row. */
export function BlockDress({ desk, block, piece, children }: DressProps & { readonly children: ReactNode }) {
  const id = useId();
  const dress = desk.edition?.dress?.[block.article] ?? {};
  const set = (next: Dress, label: string): void => desk.dress(block.article, next, label);
  return (
    <div className="makeup-dress">
      {(piece.box !== null || piece.deck !== null) && <DeckForm desk={desk} block={block} piece={piece} />}
      <div>
        <label htmlFor={`${id}-border`}>{piece.box === null ? '上边的线' : '围框'}</label>
        <select id={`${id}-border`} value={dress.border ?? ''} onChange={(event) => set(changed(dress, 'border', event.target.value === '' ? undefined : event.target.value as Border), '换线')}>
          <option value="">照报纸的</option>
          {Object.entries(BORDERS).map(([border, name]) => <option key={border} value={border}>{name}</option>)}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-tint`}>底纹</label>
        <select id={`${id}-tint`} value={dress.tint ?? 0} onChange={(event) => set(changed(dress, 'tint', Number(event.target.value) || undefined), '底纹')}>
          <option value={0}>无</option>
          {TINTS.map((tint) => <option key={tint} value={tint}>{tint}%</option>)}
        </select>
      </div>
      <p className="makeup-checks">
        <label><input type="checkbox" aria-keyshortcuts="R" checked={dress.red === true} onChange={() => desk.turnRed(block.article)} />标题套红</label>
        {children}
      </p>
    </div>
  );
}

/** 标题: as the program finds best, in one line or two, or downwards. */
function DeckForm({ desk, block, piece: { headline, upright } }: DressProps) {
  const isUpright = upright === true;
  const lined = (lines: HeadlineLines | null, label: string) => async (): Promise<void> => {
    if (!isUpright || (await desk.act({ kind: 'turn', ...block, upright: false }, '改横题'))) await desk.act({ kind: 'headline', ...block, lines }, label);
  };
  return (
    <div className="deck-form" role="group" aria-label="标题" title="H　自动、一行、两行；V　竖题">
      <span>标题</span>
      <span className="makeup-choice">
        <button type="button" aria-pressed={!isUpright && headline === undefined} onClick={() => void lined(null, '标题行数由程序定')()}>自动</button>
        <button type="button" aria-pressed={!isUpright && headline === 1} onClick={() => void lined(1, '标题排 1 行')()}>一行</button>
        <button type="button" aria-pressed={!isUpright && headline === 2} onClick={() => void lined(2, '标题排 2 行')()}>两行</button>
        <button type="button" aria-keyshortcuts="V" aria-pressed={isUpright} onClick={() => void desk.act({ kind: 'turn', ...block, upright: !isUpright }, isUpright ? '改横题' : '改竖题')}>竖题</button>
      </span>
    </div>
  );
}
