// Short work is over before V8's optimising compiler has paid for itself, and even
// a thousand pages want less of it than it does by default. Medians of pairs on
// this engine (COLDSTART step 10 found the first for a spike): one report 0.74 of
// the CPU time without it, three times the text 0.69, but ten times 1.12; there 0.75,
// and a hundred times 0.76, where a function must have run long before it is optimised.
import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** Bytes of input up to which the work is short: a report of 9,000 characters is 27 KB of UTF-8, or some 15 KB packed. */
const SHORT_TEXT = 120_000;
const SHORT_PACKAGE = 60_000;

/** Newest V8 whose flag the budget is known to be: an unknown flag is complained of on stderr. */
const KNOWN_V8 = 13;

/** A text or a package among a command's words, its version apart; options may stand before it. */
const INPUT = /^(?!-)(.+\.(?:txt|banxin))(?:#.*)?$/i;

/** Sets V8 up for the size of a command's input; called before the work is loaded. */
export function tuneFor(words: readonly string[]): void {
  const file = words.map((word) => INPUT.exec(word)?.[1]).find((name) => name !== undefined) ?? '';
  const limit = extname(file).toLowerCase() === '.txt' ? SHORT_TEXT : SHORT_PACKAGE;
  if (sizeOf(file) <= limit) setFlagsFromString('--no-opt');
  else if (Number.parseInt(process.versions.v8, 10) <= KNOWN_V8) setFlagsFromString('--interrupt-budget=500000');
}

/** 0 for what cannot be looked at: whoever reads it says why. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
