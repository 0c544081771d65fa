// Cuts that run through a word (…有关部门逐条研|究吸纳): where columns were read in the wrong
// order, the two halves of the word say which piece goes on which, whatever stands between
// them. In: drafts by their heads. Out: pieces behind the line that they go on, in its
// draft; each is asked about. Only where some cut has no natural rest, for the words are
// looked up (Intl.Segmenter), and only where both halves are no words of their own: a word
// that two whole words make by chance is no proof.
import { isCutEnd } from './broken-off';
import type { Draft, Page } from './drafts';
import type { LineFacts } from './line-facts';
import type { Unassigned } from './recognition';
import { isFormLine, Role } from './roles';

/** Cuts that are looked after, and lines on each side in which the rest of one is looked for; a page's columns have no more. */
const MOST_ENDS = 48;
const REACH = 80;
/** Characters on each side by which words are known. */
const AROUND = 8;

interface Cut {
  readonly draft: Draft;
  readonly at: number;
}

/** The whole word that a cut runs through; null where it runs between words. */
export function wordOver(a: string, b: string): string | null {
  const [left, right] = [a.slice(-AROUND), b.slice(0, AROUND)];
  if (UNIT.test(left) && right.startsWith('米')) return `${left.slice(-2)}米`;
  const parts = pieces(left + right);
  let at = 0;
  for (const part of parts) {
    if (at < left.length && at + part.length > left.length) return /^[\u3400-\u9fff]{2,4}$/.test(part) && endsInHalf(left) && pieces(right)[0]?.length === 1 ? part : null;
    at += part.length;
  }
  return null;
}

/** 120万平方|米 */
const UNIT = /\d[万亿]?(?:平方|立方)$/;
/** 究。 behind a cut is half of a word, or nothing. */
const HALF = /^[\u3400-\u9fff][，。；、：！？]/;

/** Does the text end in a character that is no word with the ones before it? */
function endsInHalf(left: string): boolean {
  const last = pieces(left).at(-1);
  return last?.length === 1 && /[\u3400-\u9fff]/.test(last);
}

// Made when first asked for: a text in order never needs it.
let segmenter: Intl.Segmenter | undefined;

function pieces(text: string): string[] {
  return [...(segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })).segment(text)].map(({ segment }) => segment);
}

/** Puts pieces behind the lines that they go on, where a word shows it. Changes the drafts; `ask` receives the first line of each. */
export function rejoinWords(page: Page, drafts: readonly Draft[], ask: Unassigned[]): void {
  const ends = endsOf(page, drafts);
  if (ends.length === 0 || ends.length > MOST_ENDS || !ends.some(isUnserved)) return;
  const line = (at: number): LineFacts => page.lines[at] as LineFacts;
  const rests = drafts.flatMap((draft) => draft.body.filter((at) => mayBeRest(page, draft, at)).map((at): Cut => ({ draft, at })));
  const isEnd = new Set(ends.map(({ at }) => at));
  const words = new Map<Cut, { readonly end: Cut; readonly word: string }[]>();
  const halves = ends.filter(({ at }) => UNIT.test(line(at).text.slice(-AROUND)) || endsInHalf(line(at).text.slice(-AROUND)));
  for (const rest of rests) {
    for (const end of halves) {
      if (end.at === rest.at || Math.abs(end.at - rest.at) > REACH) continue;
      const word = wordOver(line(end.at).text, line(rest.at).text);
      if (word !== null) words.set(rest, [...(words.get(rest) ?? []), { end, word }]);
    }
  }
  for (const [rest, found] of words) {
    // What stands right behind a cut that runs through a word of the two is at home; of several the nearest above.
    const home = found.find(({ end }) => end.at === rest.at - 1);
    const above = found.filter(({ end }) => end.at < rest.at);
    const best = home ?? above.at(-1) ?? (found.length === 1 ? found[0] : undefined);
    if (best === undefined || home !== undefined || best.end.draft === rest.draft) continue;
    // The word must be the cut's only one, and the line above must not go on here just as well.
    if ([...words].some(([other, more]) => other !== rest && more.some(({ end }) => end.at === best.end.at) && Math.abs(other.at - best.end.at) <= Math.abs(rest.at - best.end.at))) continue;
    if (isEnd.has(rest.at - 1) && !endsInHalf(line(rest.at - 1).text) && !HALF.test(line(rest.at).text)) continue;
    move(page, best.end, rest, new Set([...words.keys()].map(({ at }) => at)), `断开处连起来是“${best.word}”`, ask);
  }
}

/** Cuts in mid sentence of pieces that are no lines of hard-wrapped text. */
function endsOf(page: Page, drafts: readonly Draft[]): Cut[] {
  return drafts.flatMap((draft) => draft.body.filter((at) => at + 1 < page.lines.length && !(page.lines[at] as LineFacts).wrapped && isCutEnd(page, draft, at)).map((at) => ({ draft, at })));
}

/** Does another article begin right behind the cut? Without one such cut nothing is out of its order. */
const isUnserved = ({ draft, at }: Cut): boolean => draft.body.at(-1) === at;

/** Could a piece of another text begin with this line: a plain paragraph without indent? */
export function mayBeRest(page: Page, draft: Draft, at: number): boolean {
  const line = page.lines[at] as LineFacts;
  return page.roles[at] === Role.body && !line.row && line.label === null && line.start === 'plain' && !line.indented && line.hint?.heading === undefined && !draft.strays.has(at) && !isFormLine(line);
}

/** The piece behind the cut; with it, where the cut ends its draft, what follows up to the rest of another cut. */
function move(page: Page, end: Cut, rest: Cut, rests: ReadonlySet<number>, reason: string, ask: Unassigned[]): void {
  const from = rest.draft.body.indexOf(rest.at);
  const to = end.draft.body.indexOf(end.at);
  if (from < 0 || to < 0) return;
  let length = 1;
  if (to === end.draft.body.length - 1) while (from + length < rest.draft.body.length && rest.draft.body[from + length] === rest.at + length && !rests.has(rest.at + length)) length += 1;
  const moved = rest.draft.body.splice(from, length);
  end.draft.body.splice(to + 1, 0, ...moved);
  // A join goes down the text.
  if (rest.at < end.at) for (const at of moved) end.draft.strays.add(at);
  const [cut, first] = [page.lines[end.at] as LineFacts, page.lines[rest.at] as LineFacts];
  ask.push({ line: first.line, reason: `第${cut.line}行没有写完，这一行像是它的下文：${reason}` });
  end.draft.reasons.push(`第${first.line}行像是本稿断开的下文`);
}
