// The questions of an import: a list that is walked by arrows and answered by one
// key each: J does what is asked, K leaves it, Enter takes what is proposed.
import type { KeyboardEvent, RefObject } from 'react';
import { useEffect } from 'react';
import type { ReviewQuestion } from '../../core/import/review/index';
import { useWatched } from '../session/observable';
import { answer, goToQuestion, sendToNumber } from './review-actions';
import type { ReviewSession } from './review-session';

const KIND_WORDS: Readonly<Record<ReviewQuestion['kind'], string>> = { join: '接续', 'unmatched-quote': '标点', repeat: '重复', unassigned: '归属', damaged: '坏字', notes: '名词' };

interface QuestionRowsProps {
  readonly session: ReviewSession;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** More than this nobody answers one by one; as many are drawn. */
const MOST_SHOWN = 300;

export function QuestionRows({ session, list }: QuestionRowsProps) {
  const { questions } = useWatched(session.state);
  const chosen = useWatched(session.question);
  const shown = questions.slice(0, MOST_SHOWN);
  const at = Math.max(0, shown.findIndex(({ key }) => key === chosen));
  const current = shown[at];
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [list, current?.key]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (current === undefined || event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    const next = to === undefined ? undefined : shown[Math.max(0, Math.min(shown.length - 1, to))];
    if (next !== undefined) goToQuestion(session, next);
    else if (event.key === 'j' || event.key === 'J') answer(session, current, 'yes');
    else if (event.key === 'k' || event.key === 'K') answer(session, current, 'no');
    else if (event.key === 'Enter') answer(session, current);
    // Which article a line belongs to may be any: its digit says so.
    else if (current.kind === 'unassigned' && /^[1-9]$/.test(event.key)) sendToNumber(session, current.lines, Number(event.key));
    else return;
    event.preventDefault();
  };
  return (
    <section className="review-questions" aria-label="疑问">
      <h3>
        疑问 <span>{questions.length}</span>
        {questions.length > shown.length && <small>先列前 {shown.length} 条</small>}
      </h3>
      {/* The list stays when it is empty: whoever stands in it must not lose the keys. */}
      <div
        ref={list}
        className="question-rows"
        role="listbox"
        aria-label="疑问"
        tabIndex={0}
        {...(current === undefined ? {} : { 'aria-activedescendant': `question-${at}` })}
        onKeyDown={onKeyDown}
      >
        {shown.map((question, index) => (
          <div
            key={question.key}
            id={`question-${index}`}
            role="option"
            aria-selected={question === current}
            className="question-row"
            onClick={() => goToQuestion(session, question)}
          >
            <b className="tag warning">{KIND_WORDS[question.kind]}</b>
            <span>
              {question.text}
              <small>{question.quote}</small>
            </span>
          </div>
        ))}
        {shown.length === 0 && <div role="option" aria-selected="false" className="question-row quiet">没有疑问了。</div>}
      </div>
      <div className="answers">
        {current !== undefined && (
          <>
            {current.yes !== null && <Answer session={session} question={current} which="yes" list={list} />}
            <Answer session={session} question={current} which="no" list={list} />
            {current.kind === 'unassigned' && <small>或按数字，放到那一篇</small>}
          </>
        )}
      </div>
    </section>
  );
}

interface AnswerProps extends QuestionRowsProps {
  readonly question: ReviewQuestion;
  readonly which: 'yes' | 'no';
}

function Answer({ session, question, which, list }: AnswerProps) {
  const given = question[which];
  const isProposed = question.proposal === which;
  return (
    <button type="button" className="button small" onClick={() => {
      answer(session, question, which);
      // The button goes with its question; the next one is asked in the list.
      list.current?.focus();
    }}>
      {given?.words}
      <kbd>{which === 'yes' ? 'J' : 'K'}{isProposed ? ' · 回车' : ''}</kbd>
    </button>
  );
}
