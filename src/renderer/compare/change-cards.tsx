// 修改说明: a card for each changed paragraph, with what changed in words and a line for
// the 理由. The one in hand is marked; a click or the focus in its line takes it in hand.
// A 理由 is written into the package when its line is left: one undoable step each.
import { useEffect, useRef, useState } from 'react';
import type { ChangeList, ListedChange } from '../../core/report/compare/change-list';
import type { DocumentSession } from '../session/document-session';
import { changeWord } from './status-words';

interface ChangeCardsProps {
  readonly session: DocumentSession;
  readonly list: ChangeList;
  readonly at: number;
  readonly go: (index: number) => void;
}

export function ChangeCards({ session, list, at, go }: ChangeCardsProps) {
  const box = useRef<HTMLOListElement>(null);
  useEffect(() => {
    box.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <ol ref={box} className="change-cards" aria-label="修改说明">
      {list.changes.map((change, index) => (
        <li key={change.key} aria-current={index === at} onClick={() => go(index)}>
          <p className="what">
            <b className="tag" data-status={change.status}>{changeWord(change)}</b>
            <span>{list.sections[change.section]?.title} {change.where}</span>
            <small>{change.places > 1 ? `${change.places} 处` : ''}</small>
          </p>
          <p>{change.words}</p>
          <Reason session={session} change={change} onFocus={() => go(index)} />
        </li>
      ))}
    </ol>
  );
}

const LONGEST = 300;

function Reason({ session, change, onFocus }: { readonly session: DocumentSession; readonly change: ListedChange; readonly onFocus: () => void }) {
  const [text, setText] = useState(session.pkg.reasons?.[change.key] ?? '');
  const readOnly = session.opened.readOnly !== null;
  const keep = (): void => {
    const old = session.pkg.reasons?.[change.key] ?? null;
    const said = text.trim() === '' ? null : text.trim();
    if (!readOnly && said !== old) session.change([{ kind: 'set', path: `reasons/${change.key}`, from: old, to: said }], '写修改理由');
  };
  return (
    <label className="reason">
      理由：
      <input type="text" maxLength={LONGEST} readOnly={readOnly} value={text} placeholder="未填" onFocus={onFocus} onChange={(event) => setText(event.target.value)} onBlur={keep} />
    </label>
  );
}
