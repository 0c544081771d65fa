// A section's name where there is little room (a list, a line of the command): each heading up to
// its first stop, else its first letters. The table for spreadsheets has it whole.

/** Letters of a heading in a list. */
const LONGEST = 12;
const LEAST = 4;

/** 一、2025年工作回顾 （二）拓宽渠道丰富平台，协商议政更有作为 → 一、2025年工作回顾 （二）拓宽渠道丰富平台. */
export function clipSection(section: string): string {
  return section.split(' ').map((part) => {
    const number = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.exec(part)?.[0] ?? '';
    const words = part.slice(number.length);
    if (words.length <= LONGEST) return part;
    const stop = words.search(/[，、；：,]/);
    return `${number}${stop >= LEAST && stop <= LONGEST ? words.slice(0, stop) : `${words.slice(0, LONGEST)}…`}`;
  }).join(' ');
}
