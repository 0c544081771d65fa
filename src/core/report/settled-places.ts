// Places of this year's text that a person has judged: roll-forward asked about them (W-C), and
// they stand there as they stood, under 待核 no more. In: a text and a stretch of it. Out: a key of its
// words and what is around them, so that a sentence pasted a second time, or the same words in
// another sentence, is asked about anew; null: it is under 待核 still.
import type { Unit } from './roll/unit';
import { sentenceAt } from './roll/sentences';

/** Letters on either side that tell a place from its like; farther off roll-forward may have rewritten something. */
const AROUND = 4;

/** The key of a stretch, whatever is asked of it. Figures and what was emptied around it do not count. `words`: what stands for the stretch where roll-forward rewrote it. */
export function placeKey({ text }: Pick<Unit, 'text'>, from: number, to: number, words: string = text.slice(from, to)): string {
  const around = sentenceAt(text, from);
  const before = text.slice(around.from, from).replaceAll(FIGURES, '').slice(-AROUND);
  const behind = text.slice(to, Math.max(to, around.to)).replaceAll(FIGURES, '').slice(0, AROUND);
  return `${before}{${words}}${behind}`;
}

const FIGURES = /[\d.\s\ufffc]/g;

/** The key where nobody is asked any more, null where 待核 stands on it. */
export function settledKey(unit: Pick<Unit, 'text' | 'node'>, from: number, to: number, words?: string): string | null {
  let isAsked = false;
  unit.node.nodesBetween(from, Math.min(to, unit.text.length), (inline) => {
    isAsked ||= inline.marks.some(({ type }) => type.name === 'doubt');
  });
  return isAsked ? null : placeKey(unit, from, to, words);
}
