// The 表述库: the phrases that ship, and over them a user's own file, where a phrase
// of the same id replaces ours (an edited wording, a newer date), a new one is
// added, and ids under `removed` are not offered. What a user wrote is checked
// before use, each phrase's markup with it: it is inserted into a report.
import * as v from 'valibot';
import { shapeError } from '../model/package-schema';
import { phraseNodes } from './read-markup';
import type { Phrase } from './template';

/** A user's own 表述库, as their file holds it. */
export interface OwnPhrases {
  readonly phrases: readonly Phrase[];
  readonly removed: readonly string[];
}

export const NO_OWN_PHRASES: OwnPhrases = { phrases: [], removed: [] };

const word = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

const OwnSchema = v.strictObject({
  phrases: v.array(v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[\p{L}\p{N}-]{1,60}$/u)), text: word, dated: v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)), source: v.string(), use: v.string(),
  })),
  removed: v.array(v.string()),
});

export type OwnReading = { readonly ok: true; readonly own: OwnPhrases } | { readonly ok: false; /** Chinese. */ readonly wrong: string };

/** A user's phrases from JSON. */
export function readOwnPhrases(json: unknown): OwnReading {
  const wrong = shapeError(OwnSchema, json);
  if (wrong !== null) return { ok: false, wrong };
  const own = json as OwnPhrases;
  for (const phrase of own.phrases) {
    try {
      if (phraseNodes(phrase).length === 0) return { ok: false, wrong: `“${phrase.id}”没有文字` };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { ok: false, wrong: `“${phrase.text}”里的括号或字段不对` };
    }
  }
  const ids = own.phrases.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  return twice === undefined ? { ok: true, own } : { ok: false, wrong: `“${twice}”写了两次` };
}

/** Ours with a user's own over them: an edited one stands where ours stood, new ones at the end. */
export function mergePhrases(ours: readonly Phrase[], own: OwnPhrases): Phrase[] {
  const edited = new Map(own.phrases.map((phrase) => [phrase.id, phrase]));
  const known = new Set(ours.map(({ id }) => id));
  return [...ours.map((phrase) => edited.get(phrase.id) ?? phrase), ...own.phrases.filter(({ id }) => !known.has(id))].filter(({ id }) => !own.removed.includes(id));
}
