// Parts that are all there are by what they are called, though only 其中 stands before them:
// what is no 委员提案 is a 集体提案. In: names, or a text that may hold them. For a hint, no more:
// a report may leave a kind out and mean it.

/** Pairs of which one or the other holds of each thing. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:委员|个人|委员个人|委员联名)提案$/, /集体提案$/],
  [/^(?:全会|大会|会议|全体会议)期间/, /^(?:闭会期间|平时|会后)/],
  [/^上半年/, /^下半年/],
  [/^线上/, /^线下/],
];

/** Whether these names part the whole in two. */
export function areWhole(names: readonly string[]): boolean {
  return PAIRS.some((pair) => names.length === 2 && pair.every((kind) => names.some((name) => kind.test(name))));
}

/** Words of which a text must hold one, whose parts may be all there are: asked of every 其中 at each export. */
export const mayBeWhole = (text: string): boolean => /集体提案|闭会期间|平时|会后|下半年|线下/.test(text);
