// References sentence by sentence: looked through by words, one of them or all at once under
// the name of each, taken at the caret by a click or Enter; what stands in the draft already,
// as it was or worked on, is marked 已用 with the section that it stands in, and leads there.
import { useMemo, useState } from 'react';
import type { DocumentSession } from '../session/document-session';
import type { Workspace } from '../session/workspace';
import { unitsOf } from '../../core/report/roll/unit';
import { shortSection } from '../panels/section-name';
import { useSettled } from '../panels/use-settled';
import { type Reference, sentencesIn, sentencesWith, type Taken, takenFrom, usedAt } from './references';
import { takeSentence } from './take-text';

interface ReferenceListProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  /** One is shown whole, of several what was asked for. */
  readonly references: readonly Reference[];
  readonly asked: string;
}

/** More hits than this of one source nobody reads. */
const MOST = 400;

export function ReferenceList({ workspace, session, references, asked }: ReferenceListProps) {
  const pkg = useSettled(workspace, session);
  const [said, say] = useState('');
  const words = useMemo(() => asked.trim().split(/\s+/).filter((word) => word !== ''), [asked]);
  const whole = useMemo(() => references.map((reference) => ({ reference, sentences: sentencesIn(reference) })), [references]);
  const isOne = references.length === 1;
  const sources = useMemo(() => (isOne || words.length > 0 ? whole.map(({ reference, sentences }) => ({ reference, found: sentencesWith(sentences, words) })).filter(({ found }) => isOne || found.length > 0) : []), [isOne, whole, words]);
  const used = useUsed(pkg, sources);
  const [hits, uses] = [sources.reduce((sum, { found }) => sum + found.length, 0), [...used.values()].reduce((sum, of) => sum + of.size, 0)];
  const sum = words.length > 0 ? `含“${words.join('”“')}”的 ${hits} 句${isOne ? '' : `，在 ${sources.length} 份里`}` : isOne ? `共 ${hits} 句` : `输入词语，在 ${references.length} 份里一起查`;
  return (
    <>
      <p className="beside-sums" role="status">{said !== '' ? said : `${sum}${uses > 0 || isOne ? `　已用 ${uses} 句` : ''}`}</p>
      <div className="beside-rows reference" tabIndex={0} role="region" aria-label={isOne ? references[0]?.name : '各份资料里查到的句子'}>
        {sources.map(({ reference, found }) => (
          <section key={reference.id} aria-label={isOne ? undefined : reference.name}>
            {!isOne && <h3 className="cap">{reference.name}　{found.length} 句</h3>}
            <ul aria-label={reference.name}>
              {found.slice(0, MOST).map((text, index) => {
                const at = used.get(reference.id)?.get(text);
                return (
                  <li key={index}>
                    <p>{marked(text, words)}</p>
                    {at !== undefined ? (
                      <button type="button" className="button small" title="到正文里的这一句" onClick={() => workspace.places.goTo({ article: at.article, field: null, block: at.block, offset: at.offset })}>
                        已用{at.section !== '' && <small>{at.section}</small>}
                      </button>
                    ) : (
                      <button type="button" className="button small" disabled={session.opened.readOnly !== null} aria-label={`取用：${text.slice(0, 30)}`} onClick={() => say(takeSentence(workspace, text, reference.name) ? '' : '请先把光标放到正文里要放的地方。')}>取用</button>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

type Used = Taken & { readonly section: string };

/** By source, which of its sentences stand in the draft, and where. */
function useUsed(pkg: DocumentSession['pkg'], sources: readonly { readonly reference: Reference; readonly found: readonly string[] }[]): ReadonlyMap<string, ReadonlyMap<string, Used>> {
  return useMemo(() => {
    const sections = new Map(unitsOf(pkg).map(({ article, block, section }) => [`${article} ${block}`, section]));
    return new Map(sources.map(({ reference, found }) => {
      const taken = takenFrom(pkg, reference.name);
      return [reference.id, new Map((taken.length === 0 ? [] : found).flatMap((text): [string, Used][] => {
        const at = usedAt(text, taken);
        return at === null ? [] : [[text, { ...at, section: shortSection(sections.get(`${at.article} ${at.block}`) ?? '') }]];
      }))];
    }));
  }, [pkg, sources]);
}

/** The words asked for as marks in the sentence. */
function marked(text: string, words: readonly string[]) {
  if (words.length === 0) return text;
  const any = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`);
  return text.split(any).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part));
}
