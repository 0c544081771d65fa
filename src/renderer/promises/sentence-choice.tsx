// Another sentence for a task: those of this year's review, the likelier first, searched by
// words. Choosing is a click or Enter; none of them is a choice too.
import { useMemo, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Article } from '../../core/model/package';
import type { PromiseRow } from '../../core/report/promise-rows';
import { reviewSentences, type ReviewSentence } from '../../core/report/promises';
import { walkList } from '../shell/walk-list';

interface ChoiceProps {
  readonly row: PromiseRow;
  readonly articles: readonly Article[];
  readonly search: RefObject<HTMLInputElement | null>;
  readonly isFixed: boolean;
  /** A sentence's words, '' for none of them, null for what the program found. */
  readonly choose: (result: string | null) => void;
  readonly goTo: (place: ReviewSentence['place']) => void;
  readonly leave: () => void;
}

/** More nobody reads through. */
const MOST = 40;

export function SentenceChoice({ row, articles, search, isFixed, choose, goTo, leave }: ChoiceProps) {
  const [words, setWords] = useState('');
  const sentences = useMemo(() => reviewSentences({ articles }), [articles]);
  const found = useMemo(() => ranked(sentences, row.task.text, words), [sentences, row.task.text, words]);
  const place = row.result?.place ?? null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (walkList(event, { among: '.promise-sentences button' })) return;
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  return (
    <aside aria-label="另选原句" onKeyDown={onKeyDown}>
      <h3 className="cap">今年的总结里说到它的是</h3>
      <p className="promise-acts">
        {place !== null && <button type="button" className="button small" onClick={() => goTo(place)}>去这一句</button>}
        {row.record?.result !== '' && <button type="button" className="button small" disabled={isFixed} onClick={() => choose('')}>哪一句都不是</button>}
        {row.record !== null && row.record.result !== null && <button type="button" className="button small" disabled={isFixed} onClick={() => choose(null)}>用程序找的</button>}
      </p>
      <input ref={search} type="search" aria-label="查找今年的句子" placeholder="查找今年的句子　Ctrl+F" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <ul className="promise-sentences" aria-label="今年的句子">
        {found.map(({ text, place: { article, block, from } }) => (
          <li key={`${article} ${block} ${from}`}>
            <button type="button" className="plain" disabled={isFixed} aria-pressed={row.result?.text === text} onClick={() => choose(text)}>{text}</button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">没有合乎条件的句子。</p>}
    </aside>
  );
}

/** Sentences that hold each word asked for; those that share most pairs of characters with the task first. */
function ranked(sentences: readonly ReviewSentence[], task: string, words: string): readonly ReviewSentence[] {
  const asked = words.trim().split(/\s+/).filter((word) => word !== '');
  const pairs = pairsOf(task);
  return sentences
    .filter(({ text }) => asked.every((word) => text.includes(word)))
    .map((sentence, index) => ({ sentence, index, shared: [...pairsOf(sentence.text)].filter((pair) => pairs.has(pair)).length }))
    .toSorted((a, b) => b.shared - a.shared || a.index - b.index)
    .slice(0, MOST)
    .map(({ sentence }) => sentence);
}

function pairsOf(text: string): ReadonlySet<string> {
  const han = text.replace(/[^\u3400-\u9fff]/g, '');
  return new Set(Array.from({ length: Math.max(0, han.length - 1) }, (_, i) => han.slice(i, i + 2)));
}
