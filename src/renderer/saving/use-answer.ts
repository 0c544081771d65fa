// What main answers to a question that a view asks when it opens, or when it is about
// another thing; an answer that comes too late is dropped, a failure is kept as words
// to be shown in the view itself (a notice would stand behind it).
import { useEffect, useState } from 'react';
import type { Result } from '../../ipc/index';

export interface Answer<T> {
  /** null: not here yet, or failed. */
  readonly value: T | null;
  /** Why there is no answer, in Chinese; else null. */
  readonly failure: string | null;
}

const NONE: Answer<never> = { value: null, failure: null };

/** Asks again whenever `about` is another one; null: nothing is asked. `ask` must depend on `about` alone. */
export function useAnswer<T>(about: string | null, ask: (about: string) => Promise<Result<T>>): Answer<T> {
  const [answer, setAnswer] = useState<{ readonly about: string; readonly answer: Answer<T> } | null>(null);
  useEffect(() => {
    if (about === null) return;
    let isOver = false;
    void ask(about).then((result) => {
      if (!isOver) setAnswer({ about, answer: result.ok ? { value: result.value, failure: null } : { value: null, failure: result.message } });
    });
    return () => {
      isOver = true;
    };
    // `ask` is made anew at every drawing; it is the same as long as `about` is.
  }, [about]);
  return answer !== null && answer.about === about ? answer.answer : NONE;
}
