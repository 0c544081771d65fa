// Parts that are all there are by what they are called, though only 其中 stands before them:
// what is no 委员提案 is a 集体提案, for every proposal is one or the other by its rules; and the
// halves of a year are the year. Of others a report may leave a kind out and mean it (both ways
// at once: 线上线下): those are a hint, no more. In: names, or a text that may hold them.

/** Pairs of which one or the other holds of each thing; `isSure`: always. */
const PAIRS: readonly { readonly kinds: readonly [RegExp, RegExp]; readonly isSure: boolean }[] = [
  { kinds: [/(?:委员|个人|委员个人)提案$/, /集体提案$/], isSure: true },
  { kinds: [/委员联名提案$/, /集体提案$/], isSure: false },
  { kinds: [/^(?:全会|大会|会议|全体会议)期间/, /^(?:闭会期间|平时|会后)/], isSure: true },
  { kinds: [/^上半年/, /^下半年/], isSure: true },
  { kinds: [/^线上/, /^线下/], isSure: false },
  { kinds: [/^中共(?!党员)/, /^非中共/], isSure: true },
];

/** What is left, of parts that are all there are: 义诊12场次、送文化20场次、其他24场次. */
const THE_REST = /^(?:其他|其它|其余)(?!.*(?:获|被|采用|采纳))/;
/** Counted one after the other, nothing of one is another: 第一期, 第二期. */
const IN_TURN = /^第[一二三四五六七八九十\d]{1,3}[期批轮季场]/;

/** Whether none of what has these names is counted twice, though it be people. */
export const areApart = (names: readonly string[]): boolean => names.length >= 2 && (partingOf(names) === 'sure' || names.every((name) => IN_TURN.test(name)));

/** Whether these names part the whole in two: surely, perhaps, or not. */
export function partingOf(names: readonly string[]): 'sure' | 'likely' | null {
  if (names.length >= 2 && THE_REST.test(names.at(-1)!)) return 'sure';
  const found = PAIRS.filter(({ kinds }) => names.length === 2 && kinds.every((kind) => names.some((name) => kind.test(name))));
  return found.length === 0 ? null : found.some(({ isSure }) => isSure) ? 'sure' : 'likely';
}

/** Words of which a text must hold one, whose parts may be all there are: asked of every 其中 at each export. */
export const mayBeWhole = (text: string): boolean => /集体提案|闭会期间|平时|会后|下半年|线下|非中共|其他|其它|其余/.test(text);
