// meeting.json (COMMANDS): what somebody knows of a meeting, any key may be
// missing. A key that nobody reads is a misspelling and refused, unlike in a
// package: a title with 〔地名：未填〕 in it because of `palce` helps nobody.
import * as v from 'valibot';
import type { Meeting } from './package';
import { isDay } from './iso-day';
import { shapeError } from './package-schema';

const text = v.optional(v.nullable(v.string()));
const day = v.optional(v.nullable(v.pipe(v.string(), v.check(isDay, '日期要写作 2026-01-12，且确有其日'))));
const count = (least: number) => v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(1_000_000_000))));

const MeetingFileSchema = v.strictObject({
  place: text, organisation: v.optional(v.nullable(v.strictObject({ full: text, short: text }))), term: count(1), reportTerm: count(1), session: count(1),
  opens: day, closes: day, venue: text, speaker: text, chair: text, expected: count(0), present: count(0), salutation: text, superior: text,
});

export type MeetingReading = { readonly ok: true; readonly meeting: Partial<Meeting> } | { readonly ok: false; /** Chinese, with its key. */ readonly wrong: string };

/** What a meeting.json tells; null and an empty text are as good as missing. */
export function readMeeting(json: unknown): MeetingReading {
  const wrong = Array.isArray(json) ? '应为 对象，写的是列表' : shapeError(MeetingFileSchema, json);
  if (wrong !== null) return { ok: false, wrong };
  const given = json as { readonly [key in keyof Meeting]?: Meeting[key] | null };
  const known = Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const meeting = Object.fromEntries(known) as Partial<Meeting>;
  const { organisation } = meeting;
  return { ok: true, meeting: organisation === undefined ? meeting : { ...meeting, organisation: { full: organisation.full ?? null, short: organisation.short ?? null } } };
}
