// 并排比较: the proposals large, beside each other, each with its score and all of its reasons, over
// the page and what is at its right. A click or Enter takes one, Alt+1 … too; Escape goes back.
import { useEffect, useRef } from 'react';
import type { Layout } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import { useWatched } from '../session/observable';
import type { MakeupDesk } from './makeup-desk';
import { proposalName } from './proposal-name';
import { Thumbnail } from './proposal-list';

interface ComparisonProps {
  readonly desk: MakeupDesk;
  readonly master: PaperMaster;
  readonly layout: Layout | null;
  readonly nameOf: (article: string) => string;
  readonly close: () => void;
}

export function ProposalComparison({ desk, master, layout, nameOf, close }: ComparisonProps) {
  const proposals = useWatched(desk.proposals.list);
  const box = useRef<HTMLElement>(null);
  const now = JSON.stringify(layout);
  const on = proposals.findIndex((proposal) => JSON.stringify(proposal.layout) === now);
  useEffect(() => {
    (box.current?.querySelector<HTMLElement>('[aria-pressed="true"]') ?? box.current?.querySelector<HTMLElement>('li > button'))?.focus();
    return () => document.querySelector<HTMLElement>('.makeup-blocks')?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={box} className="makeup-compare" aria-label="并排比较方案">
      <div className="makeup-busy"><h3 className="cap">并排比较</h3><button type="button" className="button small" title="Esc" onClick={close}>回到版面</button></div>
      <ul>
        {proposals.map((proposal, index) => (
          <li key={index} className={index === on ? 'on' : ''}>
            <button type="button" className="plain" aria-pressed={index === on} aria-keyshortcuts={`Alt+${index + 1}`} onClick={() => {
              desk.take(proposal, proposalName(index));
              close();
            }}>
              <Thumbnail layout={proposal.layout} pictures={proposal.pictures} master={master} nameOf={nameOf} />
              <span className="head">
                <b>{proposalName(index)}</b>
                {index === on && <small className="tag">{desk.isByHand ? '在用' : '现排'}</small>}
                <small>{proposal.score} 分</small>
              </span>
            </button>
            <ol>{proposal.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ol>
          </li>
        ))}
      </ul>
    </section>
  );
}
