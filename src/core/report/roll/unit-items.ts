// What is proposed of one text of last year's, and what the rules that propose it share: the text as
// they read it, which stretches are taken (an earlier rule has the first word), how a proposal is
// told. In: a unit and what is known of both meetings. Out: items; what is found where is the
// rules' to say (record-, session-, date-, year- and word-rules.ts), their order unit-roll.ts'.
import type { Body } from './body';
import { inFullWidth, likeWritten } from '../figures/full-width';
import { cellLabel } from '../figures/table-cells';
import type { BlankKind, ChangeKind, ReviewKind, RollItem } from './item';
import type { RollKind } from './next-meeting';
import type { ReportYears } from './report-years';
import { sentenceAt } from './sentences';
import { ATOM, placeIn, type Unit } from './unit';
import { renderField } from '../../model/fields';
import type { Meeting, Package } from '../../model/package';

/** What every text of a plan is read by. */
export interface RollContext {
  readonly last: Package;
  readonly meeting: Meeting;
  readonly kind: RollKind;
  /** As of a RollPlan. */
  readonly years: ReportYears | null;
  readonly body: Body;
  readonly level: string | null;
  /** As of termOfPlenaries. */
  readonly plenaries: number | null;
  /** As of shiftOfNow. */
  readonly shift: number;
}

/** Proposals of one text; earlier rules keep later ones out of their places. */
export class UnitItems {
  readonly found: RollItem[] = [];
  /** Stretches that are rewritten or emptied. */
  private readonly taken: (readonly [number, number])[] = [];

  /** As the rules read it: with Chinese stops. Places are the same. */
  readonly unit: Unit;

  /** `opens`: the unit opens its part. */
  constructor(private readonly source: Unit, readonly opens: boolean, readonly context: RollContext) {
    this.unit = { ...source, text: inFullWidth(source.text) };
  }

  free(from: number, to: number): boolean {
    return this.taken.every(([start, end]) => to <= start || from >= end);
  }

  /** Keeps later rules out of a stretch. */
  take(from: number, to: number): void {
    this.taken.push([from, to]);
  }

  base(from: number, to: number, why: string): Pick<RollItem, 'id' | 'place' | 'section' | 'sentence' | 'why'> {
    const { unit } = this;
    const place = { ...placeIn(unit, from, to), excerpt: this.shown(from, to) };
    const around = sentenceAt(unit.text, from);
    const end = Math.min(to, around.to);
    // A number of a table is told by its heads.
    const label = unit.cell === null || unit.cell.figures.length === 0 ? '' : cellLabel(unit.cell);
    const [before, words, after] = [`${label}${this.shown(around.from, from)}`, this.shown(from, end), this.shown(end, around.to)];
    return {
      id: `${unit.article}/${unit.field ?? unit.block}/${place.from}-${place.to}`, place, section: unit.section, why,
      sentence: { text: `${before}${words}${after}`, from: before.length, to: before.length + words.length },
    };
  }

  change(kind: ChangeKind, from: number, to: number, text: string, why: string): void {
    if (!this.free(from, to)) return;
    this.taken.push([from, to]);
    const was = this.source.text.slice(from, to);
    this.found.push({ ...this.base(from, to, why), group: 'change', kind, from: was, to: likeWritten(was, text), record: false });
  }

  blank(kind: BlankKind, from: number, to: number, why: string): void {
    if (!this.free(from, to)) return;
    this.taken.push([from, to]);
    this.found.push({ ...this.base(from, to, why), group: 'blank', kind, was: this.source.text.slice(from, to), record: false });
  }

  review(kind: ReviewKind, from: number, to: number, why: string, task = true): void {
    const base = this.base(from, to, why);
    this.found.push({ ...base, id: `${base.id}?${kind}`, group: 'review', kind, text: this.shown(from, to), task });
  }

  /** A stretch as a reader sees it: values of last year's record filled in. */
  shown(from: number, to: number): string {
    const text = this.source.text.slice(from, to);
    if (!text.includes(ATOM)) return text;
    let shown = '';
    this.unit.node.forEach((inline, offset) => {
      if (offset >= to || offset + inline.nodeSize <= from) return;
      if (inline.isText) shown += (inline.text ?? '').slice(Math.max(0, from - offset), to - offset);
      else if (inline.type.name === 'field') shown += renderField(String(inline.attrs['path']), String(inline.attrs['form']), this.context.last.meeting) ?? '';
    });
    return shown;
  }

  /** From the year before the one looked back on to the one after the plan's. */
  isNear(year: number): boolean {
    const { years } = this.context;
    return years !== null && year >= years.last - 1 && year <= years.last + 2;
  }
}
