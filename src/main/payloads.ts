// The shapes of what the window may send, one schema a method of the contract. A
// change's steps are checked where they are applied, against the text they are for.
import { array, boolean, exactOptional, instance, integer, maxLength, minValue, nullable, number, picklist, pipe, strictObject, string, strictTuple, unknown, variant, literal } from 'valibot';

const count = pipe(number(), integer(), minValue(0));
const short = pipe(string(), maxLength(4096));
const part = picklist(['article', 'edition', 'version', 'asset', 'comment']);

const change = variant('kind', [
  strictObject({ kind: literal('steps'), article: short, field: nullable(short), steps: array(unknown()) }),
  strictObject({ kind: literal('set'), path: short, from: unknown(), to: unknown() }),
  strictObject({ kind: literal('add'), what: part, index: count, value: unknown() }),
  strictObject({ kind: literal('remove'), what: part, index: count, value: unknown() }),
  strictObject({ kind: literal('move'), what: part, from: count, to: count }),
]);

const group = strictObject({ label: short, at: number(), changes: array(change), quiet: exactOptional(literal(true)) });

export const NOTHING = strictTuple([]);
export const PATH = strictTuple([short]);
export const SAMPLE = strictTuple([short]);
export const APPLY = strictTuple([count, count, group]);
export const RESYNC = strictTuple([count, count, instance(Uint8Array)]);
export const SAVE = strictTuple([count, count]);
export const JOB = strictTuple([count]);
export const WORD_AGAIN = strictTuple([count, picklist(['accepted', 'original'])]);
export const CLIPBOARD = strictTuple([picklist(['cut', 'copy', 'paste', 'pastePlain'])]);
export const EDITION_KIND = strictTuple([picklist(['booklet', 'newspaper', 'speech'])]);
/** What it says is checked as a file's is, where it is written. */
export const PRESET = strictTuple([strictObject({ id: short, name: short, kind: picklist(['booklet', 'newspaper', 'speech']), look: unknown(), master: unknown(), booklet: unknown() })]);
export const ON = strictTuple([boolean()]);
export const NAME = strictTuple([short]);
export const RECOVER = strictTuple([short, picklist(['recover', 'disk', 'both', 'discard'])]);
export const BESIDE = strictTuple([short, nullable(count)]);
export const STEP = strictTuple([picklist([-1, 0, 1])]);
export const DOCUMENT = strictTuple([count]);
export const PICTURE = strictTuple([count, instance(Uint8Array)]);
