// Emoji, arrows and ticks that accounts and assistants set before and behind their lines
// (✅ 会议概况, 隆重开幕🎉): ornaments that no Chinese face has, so that an export would
// stop at them. They are taken, each a listed change; inside a sentence they stay, for
// there they may say something. Lines with ornaments under each other are items; short ones
// of one sign, each over text, are headings.
import type { Unmarked } from './unmarked-line';

/** A picture or a dingbat; not the signs that Chinese faces have (©, ★, ●, ❶) nor a numeral. */
const PICTURE = '(?:(?![\\u00a9\\u00ae\\u2122\\u203c\\u2049\\u2194-\\u2199\\u24c2\\u25aa\\u25ab\\u25b6\\u25c0\\u2605\\u2606\\u260e\\u2640\\u2642\\u3030\\u303d\\u3297\\u3299])\\p{Extended_Pictographic}|[\\u2701-\\u2775\\u2794-\\u27bf]|[\\u{1f1e6}-\\u{1f1ff}]|[\\u2190-\\u21ff\\u25aa-\\u25ab\\u25b6\\u25c0\\u2605\\u2606\\u260e]\\ufe0f)[\\ufe0e\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*(?:\\u200d\\p{Extended_Pictographic}[\\ufe0e\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*)*';
const BEFORE = new RegExp(`^[ \\t\\u3000\\u00a0]*(?:${PICTURE}[ \\t\\u3000\\u00a0]*)+`, 'u');
const BEHIND = new RegExp(`[ \\t\\u3000\\u00a0]*(?:${PICTURE}[ \\t\\u3000\\u00a0]*)+$`, 'u');
/** 1️⃣ */
const KEYCAP = /^[ \t\u3000\u00a0]*([0-9])\ufe0f?\u20e3[ \t\u3000]*/;
const LONGEST = 4000;

/** May the line begin or end with such a sign? By its first and last code. */
export function mayHaveOrnament(first: number, second: number, last: number): boolean {
  return isSign(first) || isSign(last) || second === 0xfe0f || second === 0x20e3;
}

const isSign = (c: number): boolean => (c >= 0xd83c && c <= 0xd83e) || (c >= 0xdc00 && c <= 0xdfff) || (c >= 0x2190 && c <= 0x21ff) || (c >= 0x2300 && c <= 0x23ff) || (c >= 0x2600 && c <= 0x27bf) || (c >= 0x2b00 && c <= 0x2bff) || c === 0xfe0f || c === 0x200d;

/** Takes ornaments before and behind lines away. */
export function takeOrnaments(lines: Unmarked): void {
  const before = new Map<number, string>();
  const isText = (line: number): boolean => /[\u3400-\u9fff]/.test(lines.text(line));
  let texts = 0;
  for (let line = 1; line <= lines.count && texts === 0; line += 1) if (isText(line)) texts += 1;
  // Of a text of nothing but such signs they are the text.
  if (texts === 0) return;
  for (let line = 1; line <= lines.count; line += 1) {
    if (!lines.isOpen(line) || lines.text(line).length > LONGEST) continue;
    const keycap = KEYCAP.exec(lines.text(line));
    if (keycap !== null) {
      lines.take(line, 'ornament', 0, keycap[0], `${keycap[1] as string}.`);
      continue;
    }
    const head = BEFORE.exec(lines.text(line))?.[0];
    if (head !== undefined && head.length === lines.text(line).length) lines.leave(line, '分隔线');
    if (!lines.isOpen(line) || !isText(line)) continue;
    if (head !== undefined) {
      lines.take(line, 'ornament', 0, head, /^[ \t\u3000\u00a0]*/.exec(head)?.[0]);
      before.set(line, head.trim());
    }
    const tail = BEHIND.exec(lines.text(line));
    if (tail !== null && tail.index > 0) lines.take(line, 'ornament', tail.index, tail[0]);
  }
  const signs = [...before.values()];
  hintItems(lines, before, signs);
  const isHead = (line: number): boolean => lines.get(line)?.hint?.item !== true && lines.text(line).length <= LONGEST_HEAD && !/[。；：，！？]$/.test(lines.text(line).trim());
  for (const sign of new Set(signs)) {
    const own = [...before].filter((one) => one[1] === sign).map(([line]) => line);
    if (own.length >= 2 && own.every(isHead)) for (const line of own) lines.hint(line, { heading: { level: null, sure: true, reason: '几个短行都以同一个符号开头，下面另有正文' } });
  }
}

const LONGEST_HEAD = 28;

/** Lines that begin with signs and stand under each other are items. */
function hintItems(lines: Unmarked, before: ReadonlyMap<number, string>, signs: readonly string[]): void {
  let last = 0;
  for (const [line, sign] of before) {
    let next = line + 1;
    while (next <= lines.count && !lines.isOpen(next)) next += 1;
    const isUnder = last > 0 && isNext(lines, last, line);
    // A sign that stands once, under an item, is another item's.
    if (before.get(next) === sign || (isUnder && (before.get(last) === sign || (lines.get(last)?.hint?.item === true && signs.filter((one) => one === sign).length === 1)))) lines.hint(line, { item: true });
    last = line;
  }
}

/** Is there no other text between the two lines? */
function isNext(lines: Unmarked, a: number, b: number): boolean {
  for (let line = a + 1; line < b; line += 1) if (lines.isOpen(line)) return false;
  return true;
}
