// A reference, sentence by sentence: looked through by words, taken at the caret by a
// click or Enter; what stands in the draft already, as it was or worked on, is marked 已用
// with the section that it stands in, and leads there.
import { useMemo, useState } from 'react';
import type { DocumentSession } from '../session/document-session';
import type { Workspace } from '../session/workspace';
import { unitsOf } from '../../core/report/roll/unit';
import { shortSection } from '../panels/section-name';
import { useSettled } from '../panels/use-settled';
import { type Reference, sentencesIn, type Taken, takenFrom, usedAt } from './references';
import { takeSentence } from './take-text';

type Used = Taken & { readonly section: string };

/** More hits than this nobody reads. */
const MOST = 400;

export function ReferenceList({ workspace, session, reference, asked }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly reference: Reference; readonly asked: string }) {
  const pkg = useSettled(workspace, session);
  const [said, say] = useState('');
  const sentences = useMemo(() => sentencesIn(reference), [reference]);
  const used = useMemo(() => {
    const taken = takenFrom(pkg, reference.name);
    if (taken.length === 0) return [];
    const sections = new Map(unitsOf(pkg).map(({ article, block, section }) => [`${article} ${block}`, section]));
    return sentences.map((text): Used | null => {
      const at = usedAt(text, taken);
      return at === null ? null : { ...at, section: shortSection(sections.get(`${at.article} ${at.block}`) ?? '') };
    });
  }, [pkg, reference, sentences]);
  const words = asked.trim().split(/\s+/).filter((word) => word !== '');
  const found = sentences.map((text, index) => ({ text, at: used[index] ?? null })).filter(({ text }) => words.every((word) => text.includes(word)));
  return (
    <>
      <p className="beside-sums" role="status">{said !== '' ? said : `${words.length === 0 ? `共 ${sentences.length} 句` : `含“${words.join('”“')}”的 ${found.length} 句`}　已用 ${used.filter((one) => one !== null).length} 句`}</p>
      <ul className="beside-rows reference" tabIndex={0} aria-label={reference.name}>
        {found.slice(0, MOST).map(({ text, at }, index) => (
          <li key={index}>
            <p>{marked(text, words)}</p>
            {at !== null ? (
              <button type="button" className="button small" title="到正文里的这一句" onClick={() => workspace.places.goTo({ article: at.article, field: null, block: at.block, offset: at.offset })}>
                已用{at.section !== '' && <small>{at.section}</small>}
              </button>
            ) : (
              <button type="button" className="button small" disabled={session.opened.readOnly !== null} aria-label={`取用：${text.slice(0, 30)}`} onClick={() => say(takeSentence(workspace, text, reference.name) ? '' : '请先把光标放到正文里要放的地方。')}>取用</button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The words asked for as marks in the sentence. */
function marked(text: string, words: readonly string[]) {
  if (words.length === 0) return text;
  const any = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`);
  return text.split(any).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part));
}
