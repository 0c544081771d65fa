// Two versions of a paragraph word by word, as a reader of Chinese takes them: words by
// the segmenter of ICU, numbers and their decimals whole, and no lonely character left
// standing between two changes, which only distracts (花脸稿, 左右对照). Of the places where
// the same words may have come or gone the one is taken that a person would mark: quotation
// marks with what they enclose, a clause with its comma.
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
    // A short agreement between two changes belongs to both; the measure word of a figure that is another stands.
    const isIsland = same !== '' && same.length < ISLAND && (gone !== '' || fresh !== '') && !/[，。；：！？、]/.test(same) && at > 0 && !(FIGURE.test(gone) && FIGURE.test(fresh));
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
  return withBothMarks(joinedNames(slid(pieces)));
}

/** What ends in a figure. */
const FIGURE = /\d$/;

/** Pieces with each change that stands between two agreements where it reads best. */
function slid(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const none = { kind: 'same', text: '' } as const;
  const out: { kind: WordPiece['kind']; text: string }[] = [none, ...pieces, none].map((piece) => ({ ...piece }));
  for (let i = 1; i < out.length - 1; i++) {
    const [before, piece, after] = [out[i - 1]!, out[i]!, out[i + 1]!];
    if (piece.kind === 'same' || before.kind !== 'same' || after.kind !== 'same') continue;
    const [left, own, right] = [wordsOf(before.text), wordsOf(piece.text), wordsOf(after.text)];
    const all = [...left, ...own, ...right];
    const place = bestPlace(all, left.length, own.length, i === 1);
    before.text = all.slice(0, place).join('');
    piece.text = all.slice(place, place + own.length).join('');
    after.text = all.slice(place + own.length).join('');
  }
  return out.filter(({ text }) => text !== '');
}

/** Where a change of so many words, which stands at `at`, may stand as well and reads best: what it begins or ends with stands there twice. `opensText`: the words are the text's first. */
function bestPlace(words: readonly string[], at: number, count: number, opensText: boolean): number {
  let [first, last] = [at, at];
  while (first > 0 && words[first - 1] === words[first - 1 + count]) first--;
  while (last + count < words.length && words[last] === words[last + count]) last++;
  let best = at;
  for (let place = first; place <= last; place++) if (worthOf(words, place, count, opensText) > worthOf(words, best, count, opensText)) best = place;
  return best;
}

/** How well a change reads: with both of a pair of marks, from one stop to the next. */
function worthOf(words: readonly string[], at: number, count: number, opensText: boolean): number {
  const text = words.slice(at, at + count).join('');
  const before = words[at - 1] ?? (opensText ? '。' : '');
  return (isPaired(text) ? 4 : 0) + (/[。；！？]$/.test(before) ? 2 : /[，、：]$/.test(before) ? 1 : 0) + (/[。；！？]$/.test(text) ? 2 : /[，、：]$/.test(text) ? 1 : 0);
}

/** Kept words of so many letters inside of a pair of marks, of which the one went before them and the other behind, are the name's that went. */
const INSIDE = 8;

/** Pieces with one change where two changes part a name between its marks: 《关于加强 and 管理办法》 went, 履职 between them stayed. */
function joinedNames(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const out: WordPiece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const before = changeOf(out.slice(out.findLastIndex(({ kind }) => kind === 'same') + 1));
    out.push(piece);
    if (piece.kind !== 'same' || piece.text.length > INSIDE || !isPaired(piece.text)) continue;
    const end = pieces.findIndex(({ kind }, at) => at > i && kind === 'same');
    const behind = changeOf(pieces.slice(i + 1, end < 0 ? pieces.length : end));
    const isParted = (['gone', 'new'] as const).some((kind) => lacking(before[kind]).closer !== '' && isPaired(before[kind] + piece.text + behind[kind]));
    const isWhole = (['gone', 'new'] as const).every((kind) => isPaired(before[kind] + piece.text + behind[kind]));
    if (!isParted || !isWhole) continue;
    out.splice(out.length - 1 - before.count, before.count + 1);
    out.push({ kind: 'gone', text: before.gone + piece.text + behind.gone }, { kind: 'new', text: before.new + piece.text + behind.new });
    i += behind.count;
  }
  return out;
}

interface Changed {
  readonly gone: string;
  readonly new: string;
  /** Pieces that it is made of. */
  readonly count: number;
}

function changeOf(pieces: readonly WordPiece[]): Changed {
  const textOf = (kind: WordPiece['kind']): string => pieces.filter((piece) => piece.kind === kind).map(({ text }) => text).join('');
  return { gone: textOf('gone'), new: textOf('new'), count: pieces.length };
}

/** Pieces where a change that holds one of a pair of marks on both its sides (优化环境” → 规划编制”, their “ standing before it) holds the other too. */
function withBothMarks(pieces: readonly WordPiece[]): readonly WordPiece[] {
  const out = pieces.map((piece) => ({ ...piece }));
  for (let i = 0; i < out.length - 1; i++) {
    const [before, gone, fresh, after] = [out[i - 1], out[i]!, out[i + 1]!, out[i + 2]];
    if (gone.kind !== 'gone' || fresh.kind !== 'new') continue;
    const opener = lacking(gone.text).opener;
    if (before?.kind === 'same' && opener !== '' && lacking(fresh.text).opener === opener && before.text.endsWith(opener)) {
      before.text = before.text.slice(0, -1);
      for (const piece of [gone, fresh]) piece.text = opener + piece.text;
    }
    const closer = lacking(gone.text).closer;
    if (after?.kind === 'same' && closer !== '' && lacking(fresh.text).closer === closer && after.text.startsWith(closer)) {
      after.text = after.text.slice(1);
      for (const piece of [gone, fresh]) piece.text += closer;
    }
  }
  return out.filter(({ text }) => text !== '');
}

/** The first mark that would have to open before a text, and the last that would have to close behind it; '' of what is whole. */
export function lacking(text: string): { readonly opener: string; readonly closer: string } {
  const open: string[] = [];
  let opener = '';
  for (const sign of text) {
    if (OPENERS.includes(sign)) open.push(sign);
    else if (CLOSERS.includes(sign) && OPENERS[CLOSERS.indexOf(sign)] !== open.pop() && opener === '') opener = OPENERS[CLOSERS.indexOf(sign)]!;
  }
  const [first] = open;
  return { opener, closer: first === undefined ? '' : CLOSERS[OPENERS.indexOf(first)]! };
}

const OPENERS = '“‘（《〈【〔';
const CLOSERS = '”’）》〉】〕';

function isPaired(text: string): boolean {
  const { opener, closer } = lacking(text);
  return opener === '' && closer === '';
}
