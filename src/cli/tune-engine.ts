// Short work, up to some thirteen reports, is over before V8's optimising compiler has paid
// for itself: its threads count as CPU time too. What every character and every tried line
// goes through is WebAssembly here (kernels/), which V8 compiles at once. Work of middle length
// wants the optimising compiler for the few functions beside it that much goes through; they
// are named for it: `hot…`. A hundred reports want it for more, late and with little inlining.
// Medians of pairs on this engine: docs/RESEARCH.md.
import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/** How V8 works on inputs up to so many bytes: a report of 9,000 characters is 27 KB of UTF-8, or some 15 KB packed. */
interface Tuning {
  readonly text: number;
  readonly packed: number;
  readonly flags: readonly string[];
}

/** Without it a regular expression's first use costs less, and from the second on V8 has compiled it anyway: 5 % of one report, 2 % of ten. */
const PLAIN_EXPRESSIONS = '--no-regexp-peephole-optimization';
/** Marking the old generation on other threads: begun at 8 MB, it is not done with before a short job is, and 3 % of its CPU time. */
const NO_MARKING = '--no-incremental-marking';
/** WebAssembly as V8's first compiler has it at once: the better one takes longer than it saves, for what is called often and for all. */
const BASELINE_KERNELS = ['--no-wasm-dynamic-tiering', '--no-wasm-tier-up'];
const SHORT_WORK: Tuning = { text: 300_000, packed: 150_000, flags: ['--no-opt', ...BASELINE_KERNELS, PLAIN_EXPRESSIONS, NO_MARKING] };
/** What V8 takes in of other functions where it optimises one is bytecode that it has to work through again. */
const LITTLE_INLINING = '--max-inlined-bytecode-size-cumulative=100';
/** The young generation stays small, so that a book needs 27 MiB less; and it holds too little for other threads to help with: waking them costs 1–2 %. */
const SMALL_HEAP = ['--semi-space-growth-factor=1', '--no-parallel-scavenge'];
/** A `hot…` function is a leaf or nearly, small, and worth its compiling a few thousand characters into the work. */
const MIDDLE_WORK: Tuning = { text: 900_000, packed: 450_000, flags: ['--turbo-filter=hot*', LITTLE_INLINING, ...BASELINE_KERNELS, PLAIN_EXPRESSIONS, ...SMALL_HEAP] };
/** The budget: bytecode that a function runs through before it is optimised. */
const LONG_WORK: Tuning = { text: Infinity, packed: Infinity, flags: ['--interrupt-budget=300000', LITTLE_INLINING, ...SMALL_HEAP] };

/**
 * Trying many pages of type: V8's own way with little inlining, and room for what each try throws away (the small heap of one job
 * that sets type costs a third of it). Six articles, one page, against a middle job's way: 0.87 of the CPU time, 0.77 of the time.
 */
const MANY_PAGES: readonly string[] = ['--interrupt-budget=300000', LITTLE_INLINING, PLAIN_EXPRESSIONS, '--min-semi-space-size=16'];

/** Newest V8 whose flags these are known to be, `--no-opt` apart, which each has: an unknown flag is complained of on stderr. */
const KNOWN_V8 = 13;

/** A text or a package among a command's words, its version apart; options may stand before it. */
const INPUT = /^(?!-)(.+\.(?:txt|banxin))(?:#.*)?$/i;

/** Modules of Node that setting type loads. Node has them compiled, but under its own flags: after the flags below it would compile them anew (1.1 ms). */
const MODULES: readonly string[] = ['node:os', 'node:vm', 'node:zlib'];

/**
 * Commands that set type; one that tries many pages has no short work. `check` sets every edition, the newspaper too:
 * against a short job's way 0.5–0.8 of the CPU time (Node 20; a report, a page of three articles, the sample package).
 */
const SETS_TYPE: Readonly<Record<string, 'once' | 'many'>> = { export: 'once', check: 'many', typeset: 'once', paper: 'once', makeup: 'many' };
/** The edition that is made up on whatever command sets it: 0.7 of the CPU time where three articles leave much to try, as much where four settle it soon. */
const MADE_UP = 'newspaper';

/** Sets V8 up for the command that the words name, and the size of its input; called before the work is loaded. */
export function tuneFor([command = '', ...words]: readonly string[]): void {
  if (!Object.hasOwn(SETS_TYPE, command)) return;
  for (const name of MODULES) process.getBuiltinModule?.(name);
  const file = words.map((word) => INPUT.exec(word)?.[1]).find((name) => name !== undefined) ?? '';
  const kind = extname(file).toLowerCase() === '.txt' ? 'text' : 'packed';
  const size = sizeOf(file);
  const { flags } = SETS_TYPE[command] === 'many' || words.includes(MADE_UP) ? { flags: MANY_PAGES } : ([SHORT_WORK, MIDDLE_WORK].find((one) => size <= one[kind]) ?? LONG_WORK);
  const known = Number.parseInt(process.versions.v8, 10) <= KNOWN_V8;
  for (const flag of flags) if (known || flag === '--no-opt') setFlagsFromString(flag);
}

/** 0 for what cannot be looked at: whoever reads it says why. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
