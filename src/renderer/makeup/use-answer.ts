// What the page worker is asked about the block that is selected, asked again when the question
// is another one. In: a question and how to ask it. Out: its answer; null while it is asked,
// and where there is no question. What moves under the hand is not asked about, and an answer
// that comes too late is dropped.
import { useEffect, useState } from 'react';

/** `question`: all that the answer hangs on, in one text; null asks nothing. `pause`: this long it must have been as it is, ms. */
export function useAnswer<T>(question: string | null, pause: number, ask: () => Promise<T | null>): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    setAnswer(null);
    if (question === null) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void ask().then((found) => isWanted && setAnswer(found));
    }, pause);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
    // `ask` is another function at every drawing: what it asks is the question.
  }, [question, pause]);
  return answer;
}
