// 从去年的报告开始, while it is under way: last year's package, the kind and record of the
// new meeting, what is proposed and what of it is refused. Nothing of it is in a package
// before 生成草稿. Components watch its values; what is proposed follows from the rest.
import { articleFromJson } from '../../core/model/package-json';
import type { Article, Meeting, Package, Version } from '../../core/model/package';
import { readPackage } from '../../core/model/package-file';
import { fiveYearTemplate } from '../../core/report/roll/five-year-report';
import { rollGroups, type RollGroupRows, type RollRow } from '../../core/report/roll/fold-items';
import type { RollItem } from '../../core/report/roll/item';
import { kindOf, nextMeeting, type RollKind } from '../../core/report/roll/next-meeting';
import { planRoll, type RollPlan } from '../../core/report/roll/plan-roll';
import { withToldMeeting } from '../../core/report/roll/told-meeting';
import { withTemplate } from '../../core/report/roll/with-template';
import type { LastReport } from '../../ipc/roll-forward';
import { previewOf, type Drafts } from '../meeting/meeting-drafts';
import { MEETING_LINES } from '../meeting/meeting-fields';
import { Observable } from '../session/observable';

export type RollStep = 'source' | 'meeting' | 'changes';

export interface RollSource {
  readonly name: string;
  readonly pkg: Package;
  readonly notes: readonly string[];
  readonly questions: number;
  readonly isText: boolean;
}

export interface Proposal {
  readonly plan: RollPlan;
  /** The five-year report of a 换届; null: none. */
  readonly template: Article | null;
  readonly groups: readonly RollGroupRows[];
}

/** Makes the report of a five-year template for a record; null: it could not, which was said. */
export type MakeTemplate = (template: ReturnType<typeof fiveYearTemplate>, meeting: Meeting) => Promise<Article | null>;

export class RollSession {
  readonly step = new Observable<RollStep>('source');
  readonly source = new Observable<RollSource | null>(null);
  /** null: to be chosen; the record leaves it open. */
  readonly kind = new Observable<RollKind | null>(null);
  /** Of a first annual report: the last annual one. */
  readonly annual = new Observable<RollSource | null>(null);
  /** What was typed over the record that the last one gives. */
  readonly drafts = new Observable<Drafts>({});
  readonly proposal = new Observable<Proposal | null>(null);
  readonly refused = new Observable<ReadonlySet<string>>(new Set());
  readonly said = new Observable('');
  readonly leaving = new Observable(false);
  /** A file is being read. */
  readonly reading = new Observable(false);

  /** Decisions, for the question whether to leave. */
  get decisions(): number {
    return this.refused.get().size + Object.keys(this.drafts.get()).length;
  }

  take(source: RollSource): void {
    this.source.set(source);
    this.annual.set(null);
    this.kind.set(kindOf(source.pkg.meeting));
    this.drafts.set({});
    this.refused.set(new Set());
    this.proposal.set(null);
    this.said.set('');
  }

  choose(kind: RollKind): void {
    if (kind !== this.kind.get()) {
      // What was typed of 届 and 次 was typed for the other kind.
      const { term: _term, session: _session, reportTerm: _report, ...others } = this.drafts.get();
      this.drafts.set(others);
    }
    this.kind.set(kind);
    if (kind !== 'firstAnnual') this.annual.set(null);
    this.said.set('');
  }

  /** What the last record tells of the new meeting, before anything is typed. */
  given(): Meeting | null {
    const source = this.source.get();
    const kind = this.kind.get();
    return source === null || kind === null ? null : nextMeeting(source.pkg.meeting, kind, {});
  }

  /** The new meeting's record as the form has it. */
  record(): Meeting | null {
    const given = this.given();
    return given === null ? null : previewOf(given, this.drafts.get());
  }

  /** The line of the form whose box holds what cannot be read, and why; null: none. */
  unread(): { readonly name: string; readonly reason: string } | null {
    for (const line of MEETING_LINES) {
      const typed = this.drafts.get()[line.path];
      const value = typed === undefined ? null : line.read(typed);
      if (value?.ok === false) return { name: line.name, reason: value.reason };
    }
    return null;
  }

  /** Makes the proposals; false where that could not be. What was refused and still stands stays refused. */
  async propose(make: MakeTemplate): Promise<boolean> {
    const [source, kind, record] = [this.source.get(), this.kind.get(), this.record()];
    if (source === null || kind === null || record === null) return false;
    const last = (this.annual.get() ?? source).pkg;
    const plan = planRoll(last, { kind, meeting: record, isWhole: true });
    const template = kind === 'newTerm' ? await make(fiveYearTemplate(last), record) : null;
    const whole = template === null ? plan : withTemplate(plan, template);
    const ids = new Set(whole.items.map(({ id }) => id));
    this.refused.set(new Set([...this.refused.get()].filter((id) => ids.has(id))));
    this.proposal.set({ plan: whole, template, groups: rollGroups(whole.items) });
    return true;
  }

  /** Refuses items, or accepts them again. */
  decide(items: readonly RollItem[], isAccepted: boolean): void {
    const next = new Set(this.refused.get());
    for (const { id } of items) {
      if (isAccepted) next.delete(id);
      else next.add(id);
    }
    this.refused.set(next);
    this.leaving.set(false);
  }

  /** Turns a row over: what is partly accepted becomes accepted. */
  turn(row: Pick<RollRow, 'items'>): void {
    this.decide(row.items, stateOf(row.items, this.refused.get()) !== 'accepted');
  }
}

export type RowState = 'accepted' | 'refused' | 'mixed';

export function stateOf(items: readonly RollItem[], refused: ReadonlySet<string>): RowState {
  const left = items.filter(({ id }) => refused.has(id)).length;
  return left === 0 ? 'accepted' : left === items.length ? 'refused' : 'mixed';
}

export function sourceOf({ name, bytes, notes, questions, isText }: LastReport): RollSource {
  return { name, pkg: withToldMeeting(readPackage(bytes).pkg), notes, questions, isText };
}

/** A version of the source's package as a source of its own. */
export function versionSource({ pkg }: RollSource, { name, meeting, articles }: Version): RollSource {
  return { name, pkg: { ...pkg, meeting, articles, versions: [] }, notes: [], questions: 0, isText: false };
}

/** The report among a template's articles. */
export function reportOf(articles: readonly Parameters<typeof articleFromJson>[0][]): Article | null {
  return articles.map(articleFromJson).find(({ kind }) => kind === 'report') ?? null;
}
