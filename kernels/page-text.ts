// The codes that a content stream shows, for the command line, in AssemblyScript: see kernels/line.ts for why. What it reads
// is what src/pdf/read/page-text.ts reads (test/property/page-text-kernel.test.ts holds it to that): strings, text operators
// and the numbers between them, in a font of texts of one unit. At all else it stops, where the last operator ended.
import { CLASS, PASSED } from './figures';
import { block as newBlock } from './memory';

export { reset } from './memory';

const OPEN: i32 = 0x28;
const CLOSE: i32 = 0x29;
const BACKSLASH: i32 = 0x5c;
const CR: i32 = 0x0d;

/** What came of `scan`: how many units it has written. */
const RESULT: usize = memory.data(4, 8);

/** Where the result of `scan` stands. */
export function result(): usize {
  return RESULT;
}

/** A block of memory, all zeros; the memory as a whole may move. */
export function block(bytes: i32): usize {
  const at = newBlock(bytes);
  memory.fill(at, 0, <usize>bytes);
  return at;
}

function endsToken(at: usize, end: usize): bool {
  return at >= end || load<u8>(CLASS + <usize>load<u8>(at)) !== 0;
}

/**
 * Reads from `from` to `end`: marks the codes shown in `used` and writes their units (`texts`, by code) to `units`, the strings of an
 * operator going through `shown`. Returns where the last operator that it took ended.
 */
export function scan(from: usize, end: usize, texts: usize, used: usize, shown: usize, units: usize): usize {
  let at = from;
  let safe = from;
  let gathered = shown;
  let out = units;
  store<i32>(RESULT, 0);
  while (true) {
    while (at < end && load<u8>(PASSED + <usize>load<u8>(at)) === 1) at++;
    if (at >= end) return safe;
    const byte = <i32>load<u8>(at);
    if (byte === OPEN) {
      for (at++; ; at++) {
        if (at >= end) return safe;
        let one = <i32>load<u8>(at);
        if (one === CLOSE) break;
        if (one === OPEN || one === CR) return safe;
        if (one === BACKSLASH) {
          if (++at >= end) return safe;
          one = <i32>load<u8>(at);
          if (one === 0x72) one = CR; // \r
          else if (one !== OPEN && one !== CLOSE && one !== BACKSLASH) return safe;
        }
        store<u8>(gathered++, one);
      }
      at++;
    } else if (byte === 0x54 && at + 1 < end && !endsToken(at + 1, end) && endsToken(at + 2, end)) {
      const second = <i32>load<u8>(at + 1);
      if (second === 0x66) return safe; // Tf
      if (second === 0x6a || second === 0x4a) { // Tj, TJ
        if (((gathered - shown) & 1) !== 0) return safe;
        let next = out;
        for (let code = shown; code < gathered; code += 2) {
          const number = (<usize>load<u8>(code) << 8) | <usize>load<u8>(code + 1);
          const unit = load<u16>(texts + (number << 1));
          if (unit === 0) return safe;
          store<u8>(used + number, 1);
          store<u16>(next, unit);
          next += 2;
        }
        out = next;
      }
      gathered = shown;
      at += 2;
      safe = at;
      store<i32>(RESULT, <i32>((out - units) >> 1));
    } else return safe;
  }
}

/** Marks in `used` what is marked in `others`. */
export function merge(used: usize, others: usize): void {
  for (let k: usize = 0; k < 0x10000; k += 8) store<u64>(used + k, load<u64>(used + k) | load<u64>(others + k));
}
