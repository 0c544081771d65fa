// What a proposal is called: 方案一, 方案二 …, in the list, in messages and in 撤销历史.

const NUMERALS = ['一', '二', '三', '四', '五', '六'];

/** By its index in the list, the best first. */
export function proposalName(index: number): string {
  return `方案${NUMERALS[index] ?? index + 1}`;
}
