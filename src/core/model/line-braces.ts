// Braces in a line of a paper's that is printed as it was typed: 第{m}期 would be printed so. In: the
// line. Out: what stands in it for nothing. In 期号 `{n}` stands for the number that is counted;
// wordings that name a page have their own rule (page-name.ts).

/** Where the counted number stands in a 期号. */
export const ISSUE_PLACE = /\{n\}/gu;

/** What stands in braces for nothing, or a brace alone; null where all that is in braces is replaced. `places`: what is, of the line. */
export function strangeBrace(line: string, places: RegExp = /(?!)/gu): string | null {
  return /\{[^{}]*\}|[{}]/u.exec(line.replaceAll(places, ''))?.[0] ?? null;
}
