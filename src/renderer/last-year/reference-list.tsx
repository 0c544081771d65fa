// A reference, sentence by sentence: looked through by words, taken at the caret by a
// click or Enter; what stands in the draft already is marked 已用.
import { useMemo, useState } from 'react';
import type { DocumentSession } from '../session/document-session';
import type { Workspace } from '../session/workspace';
import { useSettled } from '../panels/use-settled';
import { type Reference, sentencesIn, takenWords } from './references';
import { takeSentence } from './take-text';

/** More hits than this nobody reads. */
const MOST = 400;

export function ReferenceList({ workspace, session, reference, asked }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly reference: Reference; readonly asked: string }) {
  const pkg = useSettled(workspace, session);
  const [said, say] = useState('');
  const sentences = useMemo(() => sentencesIn(reference), [reference]);
  const taken = takenWords(pkg).get(reference.name) ?? '';
  const words = asked.trim();
  const found = useMemo(() => sentences.map((text, index) => ({ text, index })).filter(({ text }) => words === '' || text.includes(words)), [sentences, words]);
  const used = sentences.filter((text) => taken.includes(text)).length;
  return (
    <>
      <p className="beside-sums" role="status">{said !== '' ? said : `${words === '' ? `共 ${sentences.length} 句` : `含“${words}”的 ${found.length} 句`}　已用 ${used} 句`}</p>
      <ul className="beside-rows reference" tabIndex={0} aria-label={reference.name}>
        {found.slice(0, MOST).map(({ text, index }) => (
          <li key={index}>
            <p>{text}</p>
            {taken.includes(text) ? <b className="tag">已用</b> : (
              <button type="button" className="button small" disabled={session.opened.readOnly !== null} aria-label={`取用：${text.slice(0, 30)}`} onClick={() => say(takeSentence(workspace, text, reference.name) ? '' : '请先把光标放到正文里要放的地方。')}>取用</button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
