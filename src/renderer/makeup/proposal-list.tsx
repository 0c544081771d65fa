// 方案: proposals side by side as thumbnails, each with its score and the reasons in
// words. A click or Enter takes one; it is undone like anything else.
import { memo, useEffect, useState } from 'react';
import type { PrintedPicture } from '../../core/makeup/hand/picture-spot';
import { areasOf, type Layout, type Piece } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import { useWatched } from '../session/observable';
import type { MakeupDesk } from './makeup-desk';
import { proposalName } from './proposal-name';
import { rectOf } from './snap';
import { thumbnailWords } from './thumbnail-words';

/** Proposals that are there to choose from, as a rule. */
const WANTED = 3;

/** Why there are so few. */
function fewWords(proposals: readonly { readonly layout: Layout }[], layout: Layout | null): string {
  const pieces = (proposals[0]?.layout ?? layout)?.pages.flatMap((page) => page.pieces) ?? [];
  const pinned = pieces.filter((piece) => piece.pinned === true).length;
  const articles = new Set(pieces.map(({ article }) => article)).size;
  const why = pinned > 0 ? `锁定了 ${pinned} 块` : `只有 ${articles} 篇稿件`;
  return `只拼出 ${proposals.length} 个方案：${why}，${pinned === 0 && articles === 1 ? '换个宽窄、换种行长，都没有别的排得下、字距不太松的拼法' : '没有再找到两篇换了位置或宽窄、又排得下的拼法'}。`;
}

/** Reasons under a thumbnail, the weightiest; all of them stand below. */
const MOST_LINES = 4;

interface ListProps {
  readonly desk: MakeupDesk;
  readonly master: PaperMaster;
  readonly layout: Layout | null;
  /** What is on the page is worth. */
  readonly score: number | null;
  readonly nameOf: (article: string) => string;
}

export function ProposalList({ desk, master, layout, score, nameOf }: ListProps) {
  const proposals = useWatched(desk.proposals.list);
  const proposing = useWatched(desk.proposals.isOn);
  const isStale = useWatched(desk.proposals.isStale);
  const [looked, setLooked] = useState<number | null>(null);
  const now = JSON.stringify(layout);
  const on = proposals.findIndex((proposal) => JSON.stringify(proposal.layout) === now);
  // What was taken is what is looked at.
  useEffect(() => setLooked(null), [on]);
  const busy = !proposing ? null : (
    <p className="makeup-busy"><span className="quiet" role="status">正在拼几个方案…{proposals.length > 0 ? `已有 ${proposals.length} 个` : ''}</span><button type="button" className="button small" onClick={() => desk.proposals.noMore()}>不再拼</button></p>
  );
  if (proposals.length === 0) return busy ?? <p className="quiet">按“重新排版”拼几个方案来比。</p>;
  const shown = looked !== null && looked < proposals.length ? looked : Math.max(0, on);
  return (
    <>
      {busy}
      {!proposing && proposals.some((proposal) => !desk.isOfThese(proposal.layout)) && <p className="quiet">选稿改了，下面是以前拼的方案；按“重新排版”再拼。</p>}
      {isStale && <p className="quiet" role="status">稿件、配图或报纸信息变了，下面是变以前拼的方案：按 Ctrl+回车重新拼。</p>}
      {!proposing && !isStale && proposals.length < WANTED && <p className="quiet">{fewWords(proposals, layout)}</p>}
      {!proposing && on < 0 && score !== null && <p className="quiet">现在的版面（{desk.isByHand ? '手工排的' : '程序先排的'}）{score} 分，不是下面的方案。</p>}
      <ul className={`makeup-proposals${isStale ? ' stale' : ''}`} aria-label="方案">
      {proposals.map((proposal, index) => {
        const isOn = index === on;
        const name = proposalName(index);
        return (
          <li key={index} className={isOn ? 'on' : ''}>
            <button type="button" className="plain" aria-pressed={isOn} onFocus={() => setLooked(index)} onMouseEnter={() => setLooked(index)} aria-keyshortcuts={`Alt+${index + 1}`} onClick={() => desk.take(proposal, name)}>
              <Thumbnail layout={proposal.layout} pictures={proposal.pictures} master={master} nameOf={nameOf} />
              <span className="head">
                <b>{name}</b>
                {isOn && <small className="tag">{desk.isByHand ? '在用' : '现排'}</small>}
                <small>{proposal.score} 分</small>
              </span>
            </button>
            <ol>{proposal.reasons.slice(0, MOST_LINES).map((reason) => <li key={reason} title={reason}>{reason}</li>)}</ol>
          </li>
        );
      })}
      </ul>
      <p className="makeup-reasons" aria-label={`${proposalName(shown)}的理由`} role="group"><b>{proposalName(shown)}</b>　{proposals[shown]!.reasons.join('；')}。</p>
    </>
  );
}

/** Pages as shapes: titles dark, text as lines, boxes framed, pictures grey with a cross. Drawn again only when it shows something else. */
export const Thumbnail = memo(function Thumbnail({ layout: { pages }, pictures = [], master, nameOf }: { readonly layout: Layout; readonly pictures?: readonly PrintedPicture[] | undefined; readonly master: PaperMaster; readonly nameOf: (article: string) => string }) {
  const gap = master.width / 12;
  return (
    <svg viewBox={`0 0 ${pages.length * (master.width + gap) - gap} ${master.height}`} aria-hidden="true">
      {pages.map((plan, i) => (
        <g key={plan.number} transform={`translate(${i * (master.width + gap)} 0)`}>
          <rect className="leaf" width={master.width} height={master.height} />
          {plan.mastheadRows > 0 && <rect className="masthead" x={master.left} y={master.top} width={master.width - 2 * master.left} height={(plan.mastheadRows - 2) * master.pitch} />}
          {plan.pieces.map((piece) => <PieceShape key={piece.article} piece={piece} master={master} name={nameOf(piece.article)} />)}
          {pictures.filter(({ page }) => page === plan.number).map(({ article, rect: { x, y, width, height } }) => (
            <path key={article} className="picture" d={`M${x} ${y}h${width}v${height}h${-width}zl${width} ${height}m${-width} 0l${width} ${-height}`} />
          ))}
        </g>
      ))}
    </svg>
  );
});

function PieceShape({ piece, master, name }: { readonly piece: Piece; readonly master: PaperMaster; readonly name: string }) {
  const step = 4 * master.pitch;
  const first = rectOf(piece.deck ?? areasOf(piece)[0]!, master);
  // The blank row under a headline is none of its bar.
  const bar = piece.deck === null ? null : rectOf({ ...piece.deck, rows: Math.max(1, piece.deck.rows - 1) }, master);
  const words = thumbnailWords(name, bar ?? first, bar !== null);
  return (
    <g>
      {piece.body.map(({ area }, order) => {
        const { x, y, width, height } = rectOf(area, master);
        return <path key={order} className="text" d={Array.from({ length: Math.max(1, Math.floor(height / step)) }, (_, k) => `M${x} ${y + (k + 0.5) * step}h${width}`).join('')} />;
      })}
      {piece.box !== null && <rect className="box" {...rectOf(piece.box.area, master)} />}
      {bar !== null && <rect className="deck" {...bar} />}
      {words !== '' && <text className={bar === null ? 'dark' : ''} x={first.x + first.width / 2} y={bar === null ? first.y + 60 : bar.y + bar.height / 2 + 16}>{words}</text>}
    </g>
  );
}
