// A figure as a number of what it counts, whatever multiple it is written in: 1.2万人次 is 12000
// of 人次. In: a figure of the ledger. For sums and for last year's value; how a figure is shown
// is ledger.ts's.

/** What is read of a figure. */
interface Counted {
  readonly value: number | null;
  readonly unit: string | null;
  readonly measure: string | null;
}

const MULTIPLES: readonly (readonly [string, number])[] = [['万亿', 1e12], ['千亿', 1e11], ['百亿', 1e10], ['十亿', 1e9], ['亿', 1e8], ['千万', 1e7], ['百万', 1e6], ['十万', 1e5], ['万', 1e4], ['千', 1e3], ['百', 1e2]];

/** What is counted and how many of it, multiples taken into the number: 1.2万人次 is 12000 of 人次. `times`: the multiple. */
export function amountOf({ value, unit, measure }: Counted): { readonly amount: number; readonly word: string; readonly times: number } {
  const word = `${unit ?? ''}${measure ?? ''}`;
  const [name, times] = (/^[万千百十亿]/.test(word) && MULTIPLES.find(([multiple]) => word.startsWith(multiple) && !/^(?:千米|千克|千瓦|百分)/.test(word))) || ['', 1];
  return { amount: Math.round((value ?? 0) * times * 1000) / 1000, word: word.slice(name.length), times };
}
