// Short work is over before V8's optimising compiler has paid for itself, and even
// a thousand pages want less of it than it does by default: its threads count as
// CPU time too. Medians of pairs on this engine (docs/RESEARCH.md): one report 0.65
// of the CPU time without it, five times the text 0.8, and from seven times on no
// better; there it takes its time, and hardly inlines: ten times the text 0.77 of
// the default, a hundred times 0.73.
import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** Bytes of input up to which the work is short: a report of 9,000 characters is 27 KB of UTF-8, or some 15 KB packed. */
const SHORT_TEXT = 160_000;
const SHORT_PACKAGE = 80_000;

/** For long work: bytecode that a function runs through before it is optimised, and that it takes in of others. */
const LONG_WORK = ['--interrupt-budget=300000', '--max-inlined-bytecode-size-cumulative=100'];

/** Newest V8 whose flags these are known to be: an unknown flag is complained of on stderr. */
const KNOWN_V8 = 13;

/** A text or a package among a command's words, its version apart; options may stand before it. */
const INPUT = /^(?!-)(.+\.(?:txt|banxin))(?:#.*)?$/i;

/** Sets V8 up for the size of a command's input; called before the work is loaded. */
export function tuneFor(words: readonly string[]): void {
  const file = words.map((word) => INPUT.exec(word)?.[1]).find((name) => name !== undefined) ?? '';
  const limit = extname(file).toLowerCase() === '.txt' ? SHORT_TEXT : SHORT_PACKAGE;
  if (sizeOf(file) <= limit) setFlagsFromString('--no-opt');
  else if (Number.parseInt(process.versions.v8, 10) <= KNOWN_V8) for (const flag of LONG_WORK) setFlagsFromString(flag);
}

/** 0 for what cannot be looked at: whoever reads it says why. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
