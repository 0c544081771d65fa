// Last year's package → what its next draft would change (TYPESETTING 4.4): W-A rewritten,
// W-B emptied, W-C flagged. Proposals only: apply-roll.ts makes the draft of those that
// are accepted; what is proposed of one text is unit-roll.ts' to say.
import { bodyOf } from './body';
import type { RollItem } from './item';
import { nextMeeting, type RollKind } from './next-meeting';
import { opensPart, withBanners } from './opening';
import { reportYears, shiftOfNow, type ReportYears } from './report-years';
import { termOfPlenaries } from './sessions';
import { unitsOf } from './unit';
import { withToldMeeting } from './told-meeting';
import { EMPTY_MEETING, type Meeting, type Package } from '../../model/package';
import type { RollContext } from './unit-items';
import { rollUnit } from './unit-roll';

export interface RollOptions {
  readonly kind: RollKind;
  /** What is known of the new meeting. */
  readonly meeting: Partial<Meeting>;
  /** The meeting is the whole record, looked over by a person: nothing is taken from the last one, what is null is not known. */
  readonly isWhole?: boolean;
}

export interface RollPlan {
  readonly last: Package;
  readonly kind: RollKind;
  /** The new meeting's record. */
  readonly meeting: Meeting;
  /** The year that the last report looks back on, and the new one; null: the text does not tell. */
  readonly years: ReportYears | null;
  /** In the order of the text. */
  readonly items: readonly RollItem[];
}

/** What roll-forward proposes for `last`. Pure; the package is not changed. */
export function planRoll(source: Package, { kind, meeting: given, isWhole = false }: RollOptions): RollPlan {
  const last = withToldMeeting(source);
  const meeting = isWhole ? { ...EMPTY_MEETING, ...given } : nextMeeting(last.meeting, kind, given);
  const units = unitsOf(last);
  const years = reportYears(units, last.meeting, meeting, kind);
  const context: RollContext = { last, meeting, kind, years, body: bodyOf(last), level: last.meeting.place?.at(-1) ?? null, plenaries: termOfPlenaries(units.map(({ text }) => text), last.meeting.term), shift: shiftOfNow(units, last.meeting, meeting, years) };
  const banners = withBanners(units);
  const items = units.flatMap((unit, i) => rollUnit(unit, opensPart(units, i, banners), context));
  return { last, kind, meeting, years, items };
}
