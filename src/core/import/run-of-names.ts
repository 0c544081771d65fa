// Names that run on in one line or a sentence, parted by blanks alone: 江一帆　郭望晴　苏　望 …
// Without the blanks nobody can tell one from the next, so they stay where other typed
// blanks between Han go. In: a raw line. Out: the stretch in which they stand. Names
// under each other are rows (line-facts.ts), those of a byline have their bracket.
import { isKnownName } from './speaker';

/** So many names in a row are a list; a headline has two phrases or three, and hardly a surname. */
const LEAST_NAMES = 4;
const BLANKS = /[ \u00a0\u3000]+/g;
/** What stands before the first name, and behind the last, in the same word. */
const BEFORE = /^.*[：:，。；、]/u;
const BEHIND = /[，。；、！].*$/u;
const WORD = /^[\u3400-\u9fff\u{20000}-\u{323af}·]{1,8}(?:（[^（）]{1,8}）)?$/u;

/** The last names of a line, parted by 、 with a note in brackets behind some. */
const LAST_SERIES = /(?:^|[^\u3400-\u9fff\u{20000}-\u{323af}·、）])((?:[\u3400-\u9fff\u{20000}-\u{323af}·]{2,8}(?:（[^（）]{1,8}）)?、){3,}[\u3400-\u9fff\u{20000}-\u{323af}·]{2,8}(?:（[^（）]{1,8}）)?)$/u;
/** A name, and what stands behind one in a list. */
const FIRST_NAME = /^([\u3400-\u9fff\u{20000}-\u{323af}·]{2,8}?)(?:（[^（）]{1,8}）|(?=[ \u00a0\u3000、。，；]|$))/u;

/** Does the line end in a list of names, without a stop? */
export function endsInNames(text: string): boolean {
  const series = LAST_SERIES.exec(text.slice(-200))?.[1]?.split('、').map((name) => name.replace(/（.*$/u, ''));
  if (series !== undefined) return series.filter(isKnownName).length * 3 >= series.length * 2;
  return /[ \u00a0\u3000]/u.test(text) && runOfNames(text)?.[1] === text.length;
}

/** Could a list of names go on with this line: with a name, 等 or a mark? */
export function goesOnWithNames(text: string): boolean {
  const name = FIRST_NAME.exec(text)?.[1] ?? text.slice(0, 4).replace(/[ \u3000].*$/u, '');
  return /^[等、，。；及和（]/u.test(text) || isKnownName(name);
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Where a list of names parted by blanks begins and ends in a line, `[from, to)`; null where there is none. */
export function runOfNames(raw: string): readonly [number, number] | null {
  const words = wordsOf(raw);
  for (let first = 0; first < words.length; first++) {
    let last = first;
    while (last + 1 < words.length && isBare(words[last]!.text, last === first) && WORD.test(words[last + 1]!.text.replace(BEHIND, ''))) last++;
    if (last > first && isList(words.slice(first, last + 1))) return [words[first]!.from, words[last]!.to];
    first = Math.max(first, last - 1);
  }
  return null;
}

function wordsOf(raw: string): Word[] {
  const out: Word[] = [];
  let from = 0;
  for (const { 0: blanks, index } of raw.matchAll(BLANKS)) {
    out.push({ text: raw.slice(from, index), from, to: index });
    from = index + blanks.length;
  }
  if (out.length > 0) out.push({ text: raw.slice(from), from, to: raw.length });
  return out;
}

/** A word that may go on with another name: nothing ends in it. The first may have its sentence before it. */
function isBare(text: string, isFirst: boolean): boolean {
  return WORD.test(isFirst ? text.replace(BEFORE, '') : text);
}

/** Two thirds of them are names with a surname; one of two characters may stand in two words (苏　望). */
function isList(words: readonly Word[]): boolean {
  const bare = words.map(({ text }, i) => (i === 0 ? text.replace(BEFORE, '') : text).replace(i === words.length - 1 ? BEHIND : /$^/u, '').replace(/（.*$/u, ''));
  const names: string[] = [];
  let halves = 0;
  for (let i = 0; i < bare.length; i++) {
    const isHalf = bare[i]!.length === 1 && bare[i + 1]?.length === 1;
    names.push(isHalf ? `${bare[i]!}${bare[++i]!}` : bare[i]!);
    if (isHalf) halves++;
  }
  return names.length >= LEAST_NAMES && 2 * halves <= names.length && names.filter(isKnownName).length * 3 >= names.length * 2;
}
