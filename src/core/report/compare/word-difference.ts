// Two versions of a paragraph word by word, as a reader of Chinese takes them: words by
// the segmenter of ICU, numbers and their decimals whole, and no lonely character left
// standing between two changes, which only distracts (花脸稿, 左右对照).
import { shortestEdit } from '../../model/shortest-edit';

export interface WordPiece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** More differences than this, and the paragraph is one change. */
const MOST_EDITS = 600;
/** An agreement of fewer characters between two changes is theirs. */
const ISLAND = 2;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words, numbers and marks of a text; joined they are the text. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = words.at(-1);
    // ICU cuts 12.8 and 3,000 in some places, and “十四五”.
    const isOne = last !== undefined && ((/^[\d.,]+$/.test(segment) && /[\d.,]$/.test(last) && /^\d/.test(last)) || (segment === '五' && /^十[一二三四五六七八九]?$/.test(last)) || (/^[一二三四五六七八九]五$/.test(segment) && last === '十'));
    if (isOne) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

/** Pieces in reading order: what is gone stands before what is new in its place. */
export function wordDifference(was: string, now: string): readonly WordPiece[] {
  if (was === now) return was === '' ? [] : [{ kind: 'same', text: was }];
  const [a, b] = [wordsOf(was), wordsOf(now)];
  const steps = shortestEdit(a, b, MOST_EDITS);
  if (steps === null) return [{ kind: 'gone', text: was }, { kind: 'new', text: now }];
  const pieces: { kind: WordPiece['kind']; text: string }[] = [];
  let [i, j] = [0, 0];
  let [gone, fresh] = ['', ''];
  const settle = (): void => {
    if (gone !== '') pieces.push({ kind: 'gone', text: gone });
    if (fresh !== '') pieces.push({ kind: 'new', text: fresh });
    [gone, fresh] = ['', ''];
  };
  let same = '';
  const keep = (): void => {
    if (same === '') return;
    settle();
    const last = pieces.at(-1);
    if (last?.kind === 'same') last.text += same;
    else pieces.push({ kind: 'same', text: same });
    same = '';
  };
  for (const [at, step] of steps.entries()) {
    if (step === 'both') {
      same += b[j++]!;
      i++;
      continue;
    }
    // A short agreement between two changes belongs to both.
    const isIsland = same !== '' && same.length < ISLAND && (gone !== '' || fresh !== '') && !/[，。；：！？、]/.test(same) && at > 0;
    if (isIsland) {
      gone += same;
      fresh += same;
      same = '';
    } else keep();
    if (step === 'left') gone += a[i++]!;
    else fresh += b[j++]!;
  }
  keep();
  settle();
  return pieces;
}
