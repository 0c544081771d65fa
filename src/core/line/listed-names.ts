// Personal names that a list runs on with. 名单: names parted by blanks stay whole, two-character
// ones spread over three ems (赵　海) as well, and the blanks between them take what a line has
// too much. In a sentence names parted by 、 part at a price: their commas alone leave a narrow
// column too little. In: a paragraph's text. Byline and credit are byline.ts's.
import { hasSurname } from '../model/surnames';

/** Four words and more of one to four Han or names with a point, a note in brackets behind one, parted by blanks. */
const RUN = /(?<![\p{Script=Han}\d）])(?:(?:\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8})+|\p{Script=Han}{1,4})(?:（[^（）]{1,8}）)?[ \u3000]+){3,}(?:\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8})+|\p{Script=Han}{1,4})(?![\p{Script=Han}])(?:（[^（）]{1,8}）)?/gu;
/** A word of it with its note. */
const WORD = /(\p{Script=Han}+(?:·\p{Script=Han}+)*)(?:（[^（）]*）)?/gu;
const LEAST_NAMES = 4;
/** Characters of a name, and of a note in brackets behind it. */
const [LEAST_NAME, MOST_NAME, MOST_NOTE] = [2, 4, 10];

/** Calls `name` with each range, `to` exclusive, that is a name of a list parted by blanks, the note behind it included; `isBlank`: the blanks before it part it from another. */
export function namesInRuns(text: string, name: (from: number, to: number, isBlank: boolean) => void): void {
  if ((!text.includes('\u3000') && !text.includes(' ')) || !hasBlanks(text, 3)) return;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    // A byline's roles may part, and its blanks are no wider.
    if (text[index - 1] === '（' || /记者|通讯员/.test(run)) continue;
    const words = [...run.matchAll(WORD)].map((word) => ({ from: index + word.index, to: index + word.index + word[0].length, single: [...(word[1] as string)].length === 1 }));
    for (let i = 0; i < words.length; i++) {
      const { from, single } = words[i]!;
      const isSpread = single && words[i + 1]?.single === true;
      const before = i > 0;
      if (isSpread) i++;
      name(from, words[i]!.to, before);
    }
  }
}

/** Has the text `count` blanks or rows of them? Asked before the pattern, which is the dearest of all to compile: a paragraph with one blank is no list. */
function hasBlanks(text: string, count: number): boolean {
  let was = true;
  for (let i = 0; i < text.length && count > 0; i++) {
    const is = text[i] === ' ' || text[i] === '\u3000';
    if (is && !was) count--;
    was = is;
  }
  return count === 0;
}

/** Calls `name` with each range that is a name of a list parted by 、. */
export function namesInSeries(text: string, name: (from: number, to: number) => void): void {
  let names: (readonly [number, number])[] = [];
  const end = (last: number): void => {
    // The first and the last one, where a mark or the paragraph's edge shows where they begin and end.
    const [first] = names;
    if (first !== undefined) {
      const opens = runStart(text, first[0] - 1);
      if (opens >= 0) names.unshift([opens, first[0] - 1]);
      const closes = runEnd(text, last + 1);
      if (closes >= 0) names.push([last + 1, closes]);
    }
    if (names.length >= LEAST_NAMES && names.filter(([from, to]) => hasSurname(text.slice(from, to))).length * 3 >= names.length * 2) for (const [from, to] of names) name(from, to);
    names = [];
  };
  for (let before = text.indexOf('、'), at = text.indexOf('、', before + 1); at >= 0; before = at, at = text.indexOf('、', at + 1)) {
    const to = nameEnd(text, before + 1, at);
    if (to < 0) end(before);
    else names.push([before + 1, to]);
  }
  end(text.lastIndexOf('、'));
}

/** Where a name of two to four Han ends, alone or with a note in brackets, that fills [from, to); −1 where none does. By its codes: every report has lists, and V8 compiles classes of Han slowly. */
function nameEnd(text: string, from: number, to: number): number {
  if (to - from > MOST_NAME + MOST_NOTE) return -1;
  let at = from;
  while (at < to && isHan(text.charCodeAt(at))) at++;
  const length = at - from;
  if (length < LEAST_NAME || length > MOST_NAME) return -1;
  return at === to || (text[at] === '（' && text.indexOf('）', at) === to - 1) ? at : -1;
}

/** Where two to four Han begin that end before `to`, a mark or nothing in front of them; −1 where none do. */
function runStart(text: string, to: number): number {
  let at = to;
  while (at > 0 && to - at <= MOST_NAME && isHan(text.charCodeAt(at - 1))) at--;
  return to - at >= LEAST_NAME && to - at <= MOST_NAME ? at : -1;
}

/** Where two to four Han end that begin at `from`, a mark or nothing behind them; −1 where none do. */
function runEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from <= MOST_NAME && isHan(text.charCodeAt(at))) at++;
  return at - from >= LEAST_NAME && at - from <= MOST_NAME ? at : -1;
}

/** A Han of the first plane, or half of one above it. */
function isHan(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xd840 && code <= 0xdfff);
}
