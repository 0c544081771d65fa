// What of last year still stands in this year's text (TYPESETTING P-13, P-32; issue "Last
// year's report becomes this year's draft"): years and sessions that do not fit the
// meeting record, plenaries and names as last year had them, 今年 with another year, and
// sentences put in again with last year's figures, from 征求意见稿 on each long sentence
// carried over whole. A standing check over all
// articles; it changes nothing. Last year's text is the version that roll-forward keeps.
import type { Node } from 'prosemirror-model';
import type { Diagnostic, DiagnosticCode, Severity } from '../diagnostic';
import type { Edition, Meeting, Package, Version } from '../model/package';
import { stagePolicy } from '../model/stage';
import { findFigures } from './figures/find-figures';
import { furnitureLeftovers, type Furnished } from './leftover-furniture';
import { wrongDates } from './leftover-dates';
import { leftSessions, wrongSession } from './leftover-sessions';
import { wrongPlaces, wrongSaidYears, wrongYears, yearsOfReport, type YearsOfReport } from './leftover-years';
import { type OldName, oldNames, placesOfName } from './old-names';
import { bodyOf } from './roll/body';
import { LAST_YEAR } from './roll/version-ids';
import { bareSessions } from './roll/bare-sessions';
import { leaders } from './roll/leaders';
import { spiritNames } from './roll/names';
import { opensPart, withBanners } from './roll/opening';
import { plenaryMentions, sessionMentions, type SessionMention } from './roll/sessions';
import { sentenceAt, sentencesOf } from './roll/sentences';
import { placeIn, unitsOf, type Unit } from './roll/unit';
import { dateMentions, monthMentions } from './roll/dates';
import { yearMentions } from './roll/years';
import { placeKey, settledKey } from './settled-places';

/** A sentence carried over whole is told from this length on. */
const CARRIED = 30;
/** One with a figure from this length on: a shorter one may well be true twice. */
const PASTED = 12;

/** Findings in the order of the text but those that the user ignores. Pure; without a meeting record and last year's text there is nothing to hold the text against. */
export function leftoverDiagnostics(pkg: Package): Diagnostic[] {
  return new Leftovers().find(pkg);
}

/** Of all editions; nothing where nobody rolled the package. */
const furnitureOf = (pkg: Package, names: readonly OldName[]): Diagnostic[] => (lastOf(pkg) === null ? [] : pkg.editions.flatMap((edition) => furnitureLeftovers(pkg, edition, names)));

/** What an edition of a draft prints of last year; nothing where no last year's text is kept, for then nobody rolled it. */
export function leftoversIn(pkg: Package, edition: Pick<Edition, 'articles'> & Furnished): Diagnostic[] {
  const last = lastOf(pkg);
  if (last === null) return [];
  return [...leftoverDiagnostics(pkg).filter(({ at }) => at !== null && 'article' in at && edition.articles.includes(at.article)), ...furnitureLeftovers(pkg, edition, oldNames(pkg, unitsOf(pkg), last))];
}

/** The check kept while a text is written: of a paragraph that stands as it was, what was found stands too. */
export class Leftovers {
  #check: LeftoverCheck | null = null;
  #found = new WeakMap<Node, { readonly where: string; readonly found: readonly Found[] }>();

  find(pkg: Package): Diagnostic[] {
    const last = lastOf(pkg);
    const units = unitsOf(pkg);
    const names = oldNames(pkg, units, last);
    if (this.#check?.fits(pkg, last, names) !== true) {
      this.#check = new LeftoverCheck(pkg, last, names);
      this.#found = new WeakMap();
    }
    const check = this.#check;
    const all = [...check.unsettled(units.flatMap((unit, i) => this.#of(check, unit, units[i - 1]))), ...furnitureOf(pkg, names)];
    return pkg.ignored.length === 0 ? all : all.filter((one) => !isIgnored(pkg, one));
  }

  #of(check: LeftoverCheck, unit: Unit, before: Unit | undefined): readonly Found[] {
    const opens = unit.field === null && !unit.heading && before !== undefined && before.article === unit.article && (before.part !== unit.part || before.heading);
    const where = [unit.article, unit.kind, unit.field, unit.block, unit.base, unit.part, unit.section, opens].join('/');
    const known = this.#found.get(unit.node);
    if (known?.where === where) return known.found;
    const found = check.unit(unit, opens);
    this.#found.set(unit.node, { where, found });
    return found;
  }
}

const lastOf = ({ versions }: Package): Version | null => versions.find(({ id }) => id === LAST_YEAR) ?? null;

/** A finding is ignored by its code and its words, wherever they stand. */
function isIgnored({ ignored }: Package, { code, at }: Diagnostic): boolean {
  return at !== null && 'excerpt' in at && ignored.some((one) => one.code === code && one.quote === at.excerpt);
}

/** A finding, and where the place may have been judged its key (settled-places.ts). */
interface Found {
  readonly diagnostic: Diagnostic;
  readonly settled: string | null;
}

const asked = (diagnostic: Diagnostic): Found => ({ diagnostic, settled: null });

class LeftoverCheck {
  private readonly years: YearsOfReport | null;
  private readonly body;
  private readonly level: string | null;
  private readonly lastText: string;
  private readonly lastSentences: ReadonlySet<string>;
  /** Places of last year's text that roll-forward asked about, how many of each. */
  private readonly lastAsked: ReadonlyMap<string, number>;

  constructor(private readonly pkg: Package, private readonly last: Version | null, private readonly oldNames: readonly OldName[]) {
    this.years = yearsOfReport(pkg.meeting, last);
    this.body = bodyOf(pkg);
    this.level = pkg.meeting.place?.at(-1) ?? null;
    const units = last === null ? [] : unitsOf(last);
    this.lastText = units.map(({ text }) => text).join('\u2029');
    this.lastSentences = new Set(units.flatMap(({ text }) => sentencesOf(text).map((sentence) => sentence.text)));
    this.lastAsked = counted([...askedPlaces(units), ...this.nextMeetings(units), ...this.sessionsLeft(units)]);
  }

  /** Where last year's text spoke of the meeting after its own, which roll-forward asks about when a 届 may end. */
  private nextMeetings(units: readonly Unit[]): readonly string[] {
    const { term, session } = this.last?.meeting ?? {};
    return units.flatMap((unit) => sessionMentions(unit.text, this.body, this.level).filter((mention) => mention.owner === 'own' && mention.term === term && mention.session === (session ?? 0) + 1).map(({ from, to }) => placeKey(unit, from, to, NEXT_MEETING)));
  }

  /** Where last year's text names a session that roll-forward leaves. */
  private sessionsLeft(units: readonly Unit[]): readonly string[] {
    const { last } = this;
    if (last === null) return [];
    return units.flatMap((unit) => leftSessions(this.ownSessions(unit, last.meeting), last.meeting, this.pkg.meeting).map(({ from, to }) => placeKey(unit, from, to)));
  }

  /** The sessions that a text names of the own body, without their 届 as well. */
  private ownSessions({ text }: Unit, { term }: Meeting): readonly SessionMention[] {
    const named = sessionMentions(text, this.body, this.level);
    const bare = term === null ? [] : bareSessions(text, term, this.body, this.level).filter(({ from, to }) => named.every((one) => to <= one.from || from >= one.to));
    return [...named, ...bare].filter(({ owner }) => owner === 'own');
  }

  /** Whether it was made for this record, stage, last year's text and the names that are old. */
  fits({ meeting, stage, articles }: Package, last: Version | null, names: readonly OldName[]): boolean {
    return this.last === last && JSON.stringify(names) === JSON.stringify(this.oldNames) && this.pkg.meeting === meeting && this.pkg.stage === stage && bodyOf({ ...this.pkg, articles }) === this.body;
  }

  /** Findings of a text; `opens`: it opens its part. */
  unit(unit: Unit, opens: boolean): Found[] {
    return [...this.yearsOf(unit, opens), ...this.datesOf(unit).map(asked), ...this.sessionsOf(unit), ...this.plenariesOf(unit), ...this.namesOf(unit), ...this.saidYears(unit).map(asked), ...this.carriedOf(unit).map(asked)];
  }

  /** Without what was judged: it stands no more often than in last year's text, where roll-forward asked about it. */
  unsettled(all: readonly Found[]): Diagnostic[] {
    const times = counted(all.flatMap(({ settled }) => (settled === null ? [] : [settled])));
    return all.filter(({ settled }) => settled === null || times.get(settled)! > (this.lastAsked.get(settled) ?? 0)).map(({ diagnostic }) => diagnostic);
  }

  private finding(unit: Unit, from: number, to: number, severity: Severity, code: DiagnosticCode, message: string, suggestion: string | null): Diagnostic {
    return { severity, code, message, at: placeIn(unit, from, to), suggestion };
  }

  private yearsOf(unit: Unit, opens: boolean): Found[] {
    if (this.years === null) return [];
    const isOld = (from: number): boolean => this.lastText.includes(sentenceText(unit, from));
    return wrongYears(unit, opens, this.years, isOld).map(({ from, to, severity, message, suggestion }) => ({
      diagnostic: this.finding(unit, from, to, severity, 'leftover-year', message, suggestion),
      settled: severity === 'error' ? null : settledKey(unit, from, to - 1),
    }));
  }

  private datesOf(unit: Unit): Diagnostic[] {
    return wrongDates(unit, this.pkg.meeting, this.last?.meeting ?? null).map(({ from, to, severity, message }) => this.finding(unit, from, to, severity, 'leftover-year', message, '按会议信息改正'));
  }

  private sessionsOf(unit: Unit): Found[] {
    const { meeting, stage } = this.pkg;
    return this.ownSessions(unit, meeting).flatMap((mention) => {
      const wrong = wrongSession(unit, mention, meeting, this.last?.meeting ?? null);
      if (wrong === null) return [];
      const severity = wrong.severity !== 'open' ? wrong.severity : stagePolicy(stage) === 'print' ? 'warning' : 'error';
      return [{ diagnostic: this.finding(unit, mention.from, mention.to, severity, 'leftover-session', wrong.message, wrong.suggestion), settled: settledKey(unit, mention.from, mention.to, wrong.isAsked === true ? NEXT_MEETING : undefined) }];
    });
  }

  private plenariesOf(unit: Unit): Found[] {
    if (this.lastText === '') return [];
    // 县政协八届四次全会 is the own, and held against the record.
    const own = sessionMentions(unit.text, this.body, this.level).filter(({ owner }) => owner === 'own');
    return plenaryMentions(unit.text).filter(({ from, to }) => own.every((one) => to <= one.from || from >= one.to)).flatMap(({ from, to }) => {
      const words = unit.text.slice(from, to);
      return this.lastText.includes(words) ? [{ diagnostic: this.finding(unit, from, to, 'warning', 'leftover-plenary', `“${words}”去年的文稿里就有`, '核对今年应贯彻哪次全会'), settled: settledKey(unit, from, to) }] : [];
    });
  }

  private namesOf(unit: Unit): Found[] {
    const found = this.oldNames.flatMap(({ name, severity, why }) => placesOfName(unit.text, name).map(({ from, to }) => this.finding(unit, from, to, severity, 'leftover-name', `“${name}”${why}`, '核对姓名和职务')));
    if (this.lastText === '' || unit.kind === 'report') return found.map(asked);
    const isTold = (from: number, to: number): boolean => found.some(({ at }) => at !== null && 'from' in at && at.from - unit.base < to && at.to - unit.base > from);
    const same = leaders(unit.text).filter(({ from, to }) => !isTold(from, to) && this.lastText.includes(unit.text.slice(from, to)));
    return [...found.map(asked), ...same.map(({ from, to }) => ({ diagnostic: this.finding(unit, from, to, 'info', 'leftover-name', `“${unit.text.slice(from, to)}”与去年的文稿相同`, '核对姓名、职务和排序'), settled: settledKey(unit, from, to) }))];
  }

  /** 今年（2025年）, 去年即2023年: the word against the year of the meeting; and a year against its place in the plan. */
  private saidYears(unit: Unit): Diagnostic[] {
    const { years } = this;
    if (years === null) return [];
    const { opens } = this.pkg.meeting;
    const early = unit.part === 'review' && opens !== null ? this.notYet(unit, opens, years) : [];
    const said = [...wrongSaidYears(unit.text, years, opens), ...wrongPlaces(unit.text, years)].map(({ from, to, severity, message, suggestion }) => this.finding(unit, from, to, severity, 'leftover-year', message, suggestion));
    return [...early, ...said];
  }

  /** 今年以来, 今年11月 told as done by a report of January: they were said of the year before. A meeting in December looks back on 今年, and on 去年 only by the way. */
  private notYet(unit: Unit, opens: string, { review, plan }: { readonly review: number; readonly plan: number }): Diagnostic[] {
    const [year = 0, month = 0] = opens.split('-').map(Number);
    if (year === plan) {
      return [...unit.text.matchAll(/今年(?:以来|全年|[上下]半年|(1[0-2]|[1-9])月(?:份|底|初|[上中下]旬)?)/g)].flatMap((match) => {
        const [words, at] = match;
        if (at !== undefined ? Number(at) <= month : words === '今年以来' && month > EARLY) return [];
        return [this.finding(unit, match.index, match.index + words.length, 'warning', 'leftover-year', `会议在${year}年${month}月开，回顾里的“${words}”说的应是${review}年`, `核对是否应为“${words.replace('今年', '去年')}”`)];
      });
    }
    if (year !== review) return [];
    // 去年12月召开的九届二次会议 was held then.
    const isHeld = (at: number): boolean => /^[^，。；]{0,4}(?:召开|举行)的?[^，。；]{0,24}会议/.test(unit.text.slice(at));
    return [...unit.text.matchAll(/去年(?:以来|全年|[上下]半年|(?:1[0-2]|[1-9])月(?:份|底|初|[上中下]旬)?)/g)].filter(({ index, 0: words }) => !/[比较同]$/.test(unit.text.slice(0, index)) && !isHeld(index + words.length)).map((match) =>
      this.finding(unit, match.index, match.index + match[0].length, 'warning', 'leftover-year', `会议在${year}年${month}月开，回顾的是今年，“${match[0]}”说的是${year - 1}年`, `核对是否应为“${match[0].replace('去年', '今年')}”`));
  }

  /** Whether a sentence has a month or a day that nobody looked at: what is under 待核 is listed there. */
  private tellsTime({ text, node }: Unit, from: number, sentence: string): boolean {
    if (!/[月日\d]/.test(sentence) || (monthMentions(sentence).length === 0 && dateMentions(sentence).length === 0)) return false;
    let isAsked = false;
    node.nodesBetween(from, Math.min(text.length, from + sentence.length), (inline) => {
      isAsked ||= inline.marks.some(({ type }) => type.name === 'doubt');
    });
    return !isAsked;
  }

  /** A sentence with last year's figures was put back by hand, for roll-forward empties them: told in every stage. */
  private carriedOf(unit: Unit): Diagnostic[] {
    if (unit.field !== null || unit.heading) return [];
    const tellsAll = stagePolicy(this.pkg.stage) !== 'print';
    return sentencesOf(unit.text).flatMap(({ from, text }): Diagnostic[] => {
      const length = [...text].length;
      if (length <= PASTED || !this.lastSentences.has(text)) return [];
      if (findFigures(text).length > 0) return [this.finding(unit, from, from + text.length, 'warning', 'sentence-carried', '这句话连同数字与去年一字不差', '核对数字是不是今年的')];
      if (this.tellsTime(unit, from, text)) return [this.finding(unit, from, from + text.length, tellsAll ? 'warning' : 'info', 'sentence-carried', '这句话连同月份、日期与去年一字不差', '核对时间是不是今年的')];
      return tellsAll && length > CARRIED ? [this.finding(unit, from, from + text.length, 'info', 'sentence-carried', '这句话与去年一字不差', '确认今年仍这样写')] : [];
    });
  }
}

const NEXT_MEETING = '下一次会议';

/** What roll-forward asked a person about in last year's text: years, plenaries, people of office. */
function askedPlaces(units: readonly Unit[]): readonly string[] {
  const banners = withBanners(units);
  return units.flatMap((unit, i) => {
    const opens = opensPart(units, i, banners);
    // A spirit that was studied is emptied, not asked about.
    const emptied = unit.part === 'review' && !opens ? spiritNames(unit.text) : [];
    const years = yearMentions(unit, opens).filter(({ slot }) => !slot);
    const plenaries = plenaryMentions(unit.text).filter(({ from, to }) => emptied.every((one) => to <= one.from || from >= one.to));
    return [...years, ...plenaries, ...leaders(unit.text)].map(({ from, to }) => placeKey(unit, from, to));
  });
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}

/** Months into a year in which a report may say 今年以来 of it. */
const EARLY = 3;

function sentenceText(unit: Unit, at: number): string {
  const { from, to } = sentenceAt(unit.text, at);
  return unit.text.slice(from, to);
}
