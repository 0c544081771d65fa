// One text of last year's → what roll-forward proposes in it (TYPESETTING 4.4): every rule is
// a finder of its own; here stands what has the first word where two speak of one place, and
// what a year or a session becomes. In: a unit and what is known of both meetings. Out: items.
import type { Body } from './body';
import { anniversaryMentions, isCelebrated } from './anniversaries';
import { dateMentions, headMonth, monthMentions } from './dates';
import { doubtfulCounts, findFigures } from '../figures/find-figures';
import { inFullWidth, likeWritten } from '../figures/full-width';
import { cellLabel } from '../figures/table-cells';
import { bareSessions, officeSessions } from './bare-sessions';
import type { BlankKind, ChangeKind, ReviewKind, RollItem } from './item';
import { kindOfField } from './kind-of-field';
import { leaders } from './leaders';
import { isClosing, newDay } from './meeting-days';
import { moveSession } from './move-session';
import { campaigns, eventNames, formulas, longQuotations, namedAt, namedSpeeches, nameIn, plenaries, quotations, serialNumbers, slogans, spiritNames, topics, workNames } from './names';
import type { RollKind } from './next-meeting';
import { planTasks } from './plan-tasks';
import { firstYearOf, planMentions, planNames, planOf } from './plan-period';
import type { ReportYears } from './report-years';
import { sessionMentions } from './sessions';
import { spansOfYears } from './spans';
import { sentenceAt, sentencesOf } from './sentences';
import { ATOM, leadEnd, placeIn, type Unit } from './unit';
import { isSpokenOf, looksBack } from './told-year';
import { SPAN_OF_YEARS, writtenYears, yearMentions, yearOfStatement, type YearMention } from './years';
import { renderField } from '../../model/fields';
import type { Meeting, Package } from '../../model/package';
import type { FieldAttrs } from '../../model/schema';

/** A sentence carried over whole is listed from this length on (TYPESETTING 4.4, W-C). */
const CARRIED = 30;

/** What every text of a plan is read by. */
export interface RollContext {
  readonly last: Package;
  readonly meeting: Meeting;
  readonly kind: RollKind;
  /** As of a RollPlan. */
  readonly years: ReportYears | null;
  readonly body: Body;
  readonly level: string | null;
}

/** Finds the proposals of one text; earlier rules keep later ones out of their places. */
export class UnitRoll {
  private readonly found: RollItem[] = [];
  /** Stretches that are rewritten or emptied. */
  private readonly taken: (readonly [number, number])[] = [];

  /** As the rules read it: with Chinese stops. Places are the same. */
  private readonly unit: Unit;

  constructor(private readonly source: Unit, private readonly opens: boolean, private readonly context: RollContext) {
    this.unit = { ...source, text: inFullWidth(source.text) };
  }

  items(): RollItem[] {
    this.fields();
    this.sessions();
    this.dates();
    this.fiveYears();
    this.anniversaries();
    this.planWords();
    this.years();
    this.formulas();
    this.names();
    this.figures();
    this.quoted();
    this.counts();
    this.stage();
    this.carried();
    const found = this.found.toSorted((a, b) => a.place.from - b.place.from);
    return this.context.kind === 'structure' ? found.filter((item) => this.isInStructure(item)) : found;
  }

  /** 只要结构 keeps heads alone; last year's promises are asked all the same. */
  private isInStructure({ place, kind }: RollItem): boolean {
    const { unit } = this;
    return kind === 'promise' || unit.field !== null || place.to - unit.base <= leadEnd(unit);
  }

  private free(from: number, to: number): boolean {
    return this.taken.every(([start, end]) => to <= start || from >= end);
  }

  private base(from: number, to: number, why: string): Pick<RollItem, 'id' | 'place' | 'section' | 'sentence' | 'why'> {
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

  private change(kind: ChangeKind, from: number, to: number, text: string, why: string): void {
    if (!this.free(from, to)) return;
    this.taken.push([from, to]);
    const was = this.source.text.slice(from, to);
    this.found.push({ ...this.base(from, to, why), group: 'change', kind, from: was, to: likeWritten(was, text), record: false });
  }

  private blank(kind: BlankKind, from: number, to: number, why: string): void {
    if (!this.free(from, to)) return;
    this.taken.push([from, to]);
    this.found.push({ ...this.base(from, to, why), group: 'blank', kind, was: this.source.text.slice(from, to), record: false });
  }

  private review(kind: ReviewKind, from: number, to: number, why: string, task = true): void {
    const base = this.base(from, to, why);
    this.found.push({ ...base, id: `${base.id}?${kind}`, group: 'review', kind, text: this.shown(from, to), task });
  }

  /** A stretch as a reader sees it: values of last year's record filled in. */
  private shown(from: number, to: number): string {
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

  /** Values of the record change with it; they are listed like any change. */
  private fields(): void {
    const { last, meeting } = this.context;
    if (this.unit.field === 'head.speaker') this.speaker(last.meeting.speaker, meeting.speaker);
    this.unit.node.forEach((inline, offset) => {
      if (inline.type.name !== 'field') return;
      const { path, form } = inline.attrs as FieldAttrs;
      const [was, now] = [renderField(path, form, last.meeting), renderField(path, form, meeting)];
      if (was === null || was === now) return;
      const base = this.base(offset, offset + 1, '取自会议信息');
      this.taken.push([offset, offset + 1]);
      const isCount = path === 'expected' || path === 'present';
      const isDate = path === 'opens' || path === 'closes';
      if (now === null) this.found.push({ ...base, group: 'blank', kind: isCount ? 'figure' : isDate ? 'date' : 'name', was, record: true });
      else this.found.push({ ...base, group: 'change', kind: kindOfField(path), from: was, to: now, record: true });
    });
  }

  /** 县政协主席　周敬亭: the name in the head is the record's, though no field of it. */
  private speaker(was: string | null, now: string | null): void {
    if (was === now) {
      this.review('leader', 0, this.unit.text.length, '报告人是否有变，请核对');
      return;
    }
    const named = was === null ? null : nameIn(this.unit.text, was);
    if (named === null) {
      if (!this.unit.text.includes(ATOM)) this.review('leader', 0, this.unit.text.length, '报告人与会议信息不同，请核对');
      return;
    }
    if (now === null) this.blank('name', named.from, named.to, '新会议的报告人未定');
    else this.change('name', named.from, named.to, now, '取自会议信息');
    // Another person may hold another office.
    if (named.from > 0 || named.to < this.unit.text.length) this.review('leader', 0, this.unit.text.length, '报告人换了，职务请核对');
  }

  private sessions(): void {
    const { body, level, last, meeting } = this.context;
    const named = plenaries(this.unit.text);
    for (const { from, to } of named) this.plenary(from, to);
    if (this.unit.part !== 'plan') for (const { from, to } of officeSessions(this.unit.text)) this.review('plenary', from, to, '去年会议的次数，请核对');
    for (const mention of sessionMentions(this.unit.text, body, level)) {
      if (mention.owner === 'other') {
        if (mention.session !== null && named.every(({ from, to }) => mention.to <= from || mention.from >= to)) this.review('plenary', mention.from, mention.to, '别的会议的届次，请核对');
        continue;
      }
      const moved = moveSession(mention, last.meeting, meeting, this.isAboutProposals(mention.from));
      if (moved === null) continue;
      if (moved.kind === 'ask') this.review('plenary', mention.from, mention.to, moved.why);
      else this.change(moved.kind, mention.from, mention.to, moved.to, moved.why);
      if (moved.kind === 'session' && moved.doubt !== undefined) this.review('plenary', mention.from, mention.to, moved.doubt);
    }
    for (const mention of last.meeting.term === null ? [] : bareSessions(this.unit.text, last.meeting.term)) {
      // Of a new 届 its own first meeting is counted, and 二次会议 alone does not say whose it was.
      const moved = last.meeting.term === meeting.term ? moveSession(mention, last.meeting, meeting, this.isAboutProposals(mention.from)) : null;
      if (moved?.kind === 'session') this.change('session', mention.from, mention.to, moved.to, moved.why);
      else if (this.free(mention.from, mention.to)) this.review('plenary', mention.from, mention.to, '没有写届的一次会议，请核对');
    }
  }

  /** A plenary of the Party: a spirit that was studied in the year is emptied, any other is a person's to judge. */
  private plenary(from: number, to: number): void {
    const { text, part } = this.unit;
    const studied = part === 'review' && !this.opens && spiritNames(text).some((spirit) => spirit.from <= from && to <= spirit.to);
    if (!studied) this.review('plenary', from, to, '全会和党代会的届次，请核对');
  }

  private isAboutProposals(at: number): boolean {
    const { from, to } = sentenceAt(this.unit.text, at);
    const said = this.unit.text.slice(from, to);
    if (/优秀|评选|表彰/.test(said)) return false;
    // 九届一次会议以来，开展专题协商4次, said by the second: what is counted is the year's.
    return /提案|立案|建议和意见|议案/.test(said) || (this.unit.part === 'review' && findFigures(said).length > 0);
  }

  private dates(): void {
    const { meeting: next } = this.context;
    const { unit } = this;
    /** New days by where they stand: the end of a stretch is written after its beginning. */
    const days = new Map<number, string>();
    for (const mention of dateMentions(unit.text)) {
      const { from, to, since } = mention;
      const own = unit.field === 'head.date' || unit.field === 'head.occasion';
      const now = newDay(mention, unit, this.context);
      if (now !== undefined) {
        if (now === null) this.blank('date', from, to, '新会议的日期未定');
        else {
          days.set(from, now);
          const written = mention.write(now, since === null ? undefined : days.get(since));
          if (written !== unit.text.slice(from, to)) this.change('date', from, to, written, '取自会议信息');
        }
        continue;
      }
      // A story's dates are those of last year's days; a report's are its history.
      if (isOfDays(unit) || own) this.blank('date', from, to, '去年会期里的日期');
      else if (mention.year === null || this.isNear(mention.year)) {
        this.taken.push([from, to]);
        this.review('year', from, to, '去年的日期，请核对');
      }
    }
    const month = unit.field === 'head.date' || unit.field === 'head.occasion' ? headMonth(unit.text) : null;
    if (month !== null && this.free(month.from, month.to)) {
      const day = isClosing(unit, this.context.last) ? (next.closes ?? next.opens) : next.opens;
      if (day === null) this.blank('date', month.from, month.to, '新会议的日期未定');
      else if (month.write(day) !== unit.text.slice(month.from, month.to)) this.change('date', month.from, month.to, month.write(day), '取自会议信息');
    }
    for (const { from, to, year } of monthMentions(unit.text)) {
      if (!this.free(from, to) || (year !== null && !this.isNear(year))) continue;
      this.taken.push([from, to]);
      this.review('year', from, to, '去年的月份，请核对');
    }
    // 上半年 says the same of any year: it is to be seen, and no task.
    for (const match of unit.text.matchAll(/(?<!每)(?:第?[一二三四1-4]季度|前[三3]个?季度|(?<!大)[上下]半年)/g)) {
      if (this.free(match.index, match.index + match[0].length)) this.review('year', match.index, match.index + match[0].length, '去年的时间，请核对', false);
    }
  }

  /** From the year before the one looked back on to the one after the plan's. */
  private isNear(year: number): boolean {
    const { years } = this.context;
    return years !== null && year >= years.last - 1 && year <= years.last + 2;
  }

  /** The year a place speaks of, last year's and the new: that of its sentence's labelled slot, else what the place itself tells (建党104周年 is 2025), else by what is around it. */
  private yearOf(at: number, told: number | null = null): { readonly was: number; readonly now: number } | null {
    const { years } = this.context;
    if (years === null) return null;
    const around = sentenceAt(this.unit.text, at);
    // A meeting of December says 今年 of the year that it looks back on.
    const isLate = this.context.last.meeting.opens?.startsWith(String(years.last)) === true;
    const named = writtenYears(this.unit.text.slice(around.from, at), false).findLast(({ from, to, year }) => isSpokenOf(this.unit.text, around.from + from, around.from + to, this.isNear(year)));
    const was = named?.year ?? (told === years.last || told === years.last + 1 ? told : looksBack(this.unit, around.from, at, isLate) ? years.last : years.last + 1);
    return { was, now: was + (years.next - years.last) };
  }

  /** 五年来, 过去五年 of the report at a first session: the next one is about a year. */
  private fiveYears(): void {
    const { kind, last } = this.context;
    if (kind !== 'firstAnnual' || last.meeting.session !== 1 || this.unit.kind !== 'report') return;
    for (const match of this.unit.text.matchAll(FIVE_YEARS)) {
      this.taken.push([match.index, match.index + match[0].length]);
      this.review('year', match.index, match.index + match[0].length, '五年报告的说法，年度报告要改写');
    }
  }

  private anniversaries(): void {
    // “庆祝人民政协成立75周年”书画展 goes with its name.
    const named = this.unit.part === 'review' && !this.opens ? eventNames(this.unit.text) : [];
    for (const { from, to, n, founded, phrase, write } of anniversaryMentions(this.unit.text)) {
      if (named.some((event) => event.from <= from && to <= event.to)) continue;
      const year = this.yearOf(from, founded === null ? null : founded + n);
      if (year === null) {
        this.review('anniversary', to + 2 - phrase.length, to + 2, '周年数请核对');
        continue;
      }
      const origin = founded ?? year.was - n;
      const now = year.now - origin;
      const begin = to + 2 - phrase.length;
      const said = this.yearSaid(from, to);
      this.taken.push([from, to]);
      if (founded !== null && year.was - founded !== n) this.review('anniversary', begin, to + 2, `${founded}年算起，${year.was}年是${year.was - founded}周年，去年写的是${n}周年，请核对`);
      else if (said !== null && !this.opensSentence(said)) this.review('anniversary', begin, to + 2, `这句话说的是${said.year}年，没有改，请连同年份核对`);
      else if (isCelebrated(now)) {
        this.taken.pop();
        if (said !== null) this.yearAlong(said);
        this.change('anniversary', from, to, write(now), `${year.now}年`);
      } else this.review('anniversary', begin, to + 2, `${year.now}年是${now}周年，不逢五逢十，是否还写请定`);
    }
  }

  private planWords(): void {
    const { years } = this.context;
    if (years === null) {
      for (const { from, to } of planMentions(this.unit.text)) this.review('year', from, to, '总结的是哪一年不明，这句话请核对');
      return;
    }
    const named: (readonly [number, number])[] = [];
    for (const { from, to, text, plan, position, forYear } of planMentions(this.unit.text)) {
      named.push([from, to]);
      if (!this.free(from, to)) continue;
      const of = position === null ? null : firstYearOf(plan) + position - 1;
      // 聚焦“十四五”收官, done in the year before its last: whether this year's work was for its end or the next one's beginning is not told.
      const isAhead = this.unit.part === 'review' && of === years.last + 1 && !/是[^，。；]{0,8}$/.test(this.unit.text.slice(0, from));
      const year = this.yearOf(from, isAhead ? null : of)!;
      const now = forYear(year.now);
      const said = this.yearSaid(from, to);
      if (said !== null && position !== null && !this.opensSentence(said)) {
        if (this.isNear(said.year)) this.review('year', from, to, `这句话说的是${said.year}年，没有改，请连同年份核对`);
        continue;
      }
      if (position !== null && planOf(year.was).position === position && now !== null) {
        if (now === text) continue;
        if (said !== null) this.yearAlong(said);
        this.change('plan-period', from, to, now, `${year.now}年`);
        continue;
      }
      // 关键一年 says something of its own year; 谋划“十五五” looks on.
      const told = /年$/.test(text) ? year.now : years.next + 1;
      const { plan: its, position: at } = planOf(told);
      this.review('year', from, to, `${told}年是“十${HAN_DIGITS.charAt(its - 10)}五”第${HAN_DIGITS.charAt(at)}年，这句话请核对`);
    }
    // From one plan to the next, whatever was said of either is last year's; of an earlier one it is in any year.
    const isSame = planOf(years.last).plan === planOf(years.next).plan && planOf(years.last + 1).plan === planOf(years.next + 1).plan;
    const { plan } = planOf(years.next + 1);
    for (const { from, to, plan: its } of planNames(this.unit.text)) {
      const isEarlier = its !== null && its < planOf(years.last).plan;
      if ((isEarlier || !isSame) && named.every(([start, end]) => to <= start || from >= end)) this.review('year', from, to, `${firstYearOf(plan)}年起是“十${HAN_DIGITS.charAt(plan - 10)}五”，这句话请核对`);
    }
  }

  /** The year that a statement is made of, where it is not rewritten by itself. Either the whole statement becomes this year's, or none of it. */
  private yearSaid(from: number, to: number): YearMention | null {
    const said = yearOfStatement(this.unit.text, yearMentions(this.unit, this.opens).filter((year) => isSpokenOf(this.unit.text, year.from, year.to, this.isNear(year.year))), from, to);
    return said === null || this.rolls(said) ? null : said;
  }

  /** 2024年，喜迎建州六十周年: one of the report's years that a sentence begins with goes along with what is said of it. */
  private opensSentence({ from, year }: YearMention): boolean {
    const { years } = this.context;
    return years !== null && (year === years.last || year === years.last + 1) && sentenceAt(this.unit.text, from).from === from;
  }

  private yearAlong({ from, to, year, write }: YearMention): void {
    const { years } = this.context;
    if (years !== null) this.change('year', from, to, write(year + years.next - years.last), '同一句话里的说法一起改');
  }

  /** Whether a year is rewritten by itself: one of the report's two, where it has its slot or stands in the head. */
  private rolls({ year, slot, why }: Pick<YearMention, 'year' | 'slot' | 'why'>): boolean {
    const { years } = this.context;
    return years !== null && (year === years.last || year === years.last + 1) && (slot || (this.unit.field !== null && why !== SPAN_OF_YEARS));
  }

  private years(): void {
    const { years } = this.context;
    if (years === null) {
      const said = yearMentions(this.unit, this.opens);
      const latest = Math.max(...said.map(({ year }) => year));
      for (const { from, to, year } of said) if (year >= latest - 1 && this.free(from, to)) this.review('year', from, to, '总结的是哪一年不明，年份请核对');
      return;
    }
    // 24年度: the year in two figures.
    for (const match of this.unit.text.matchAll(/(?<![\d.])(\d{2})(?=年度)/g)) if (this.isNear(2000 + Number(match[1]))) this.review('year', match.index, match.index + 2, '正文里的年份，请核对');
    for (const { from, to, year, begins, slot, why, write } of yearMentions(this.unit, this.opens)) {
      if (!this.free(from, to)) continue;
      const inHead = this.unit.field !== null && why !== SPAN_OF_YEARS;
      if (this.rolls({ year, slot, why })) {
        const now = year + (years.next - years.last);
        if (now !== year) this.change('year', from, to, write(now), `${year === years.last ? '总结年' : '安排年'}，${inHead ? '标题区' : why}`);
      } else if (this.isNear(year) || (begins !== null && this.isNear(begins))) this.review('year', from, to, `${why}，请核对`);
    }
  }

  private formulas(): void {
    const { text } = this.unit;
    const inQuotation: (readonly [number, number])[] = [];
    for (const { from, to } of quotations(text)) {
      inQuotation.push([from, to]);
      this.review('quotation', from, to, '引用的讲话，须与原文一致');
    }
    for (const { from, to } of namedSpeeches(text)) if (inQuotation.every(([start, end]) => to <= start || from >= end)) this.review('quotation', from, to, '去年的讲话、指示，请按最新的核对');
    for (const { from, to } of formulas(text)) if (inQuotation.every(([start, end]) => from < start || to > end)) this.review('formula', from, to, '规范表述，请按最新提法核对');
    for (const { from, to } of slogans(text)) this.review('slogan', from, to, '当年的提法，请核对');
    const named = leaders(text);
    for (const { from, to } of named) this.review('leader', from, to, '姓名、职务请核对');
    if (this.unit.field !== 'head.speaker') {
      const people = [this.context.last.meeting.speaker, this.context.last.meeting.chair];
      for (const { from, to } of people.flatMap((name) => (name === null ? [] : namedAt(text, name)))) if (named.every((one) => to <= one.from || from >= one.to)) this.review('leader', from, to, '去年的报告人或主持人，请核对');
    }
    if (this.unit.part === 'plan' || this.unit.part === 'close') for (const { from, to } of planTasks(text)) this.review('promise', from, to, '去年的安排，今年的总结里要有交代', false);
  }

  private names(): void {
    const { text, part } = this.unit;
    const isReview = part === 'review' && !this.opens;
    if (isReview) {
      for (const { from, to } of eventNames(text)) if (this.isName(from, to)) this.blank('event', from, to, '去年的活动名称');
      for (const { from, to } of topics(text)) if (this.isName(from, to)) this.blank('event', from, to, '去年的协商、调研题目');
      for (const { from, to } of campaigns(text)) this.blank('event', from, to, '去年的学习教育');
      for (const { from, to } of workNames(text)) this.blank('work', from, to, '去年的成果名称');
    } else for (const { from, to } of campaigns(text)) this.review('slogan', from, to, '去年的学习教育，请核对');
    // What was planned under a name is held under another, or is done.
    if (part === 'plan' && !this.opens) {
      for (const { from, to } of [...eventNames(text), ...topics(text)]) if (this.free(from, to) && this.isName(from, to)) this.review('slogan', from, to, '去年安排里的活动名称，请核对');
      for (const { from, to } of workNames(text)) this.review('slogan', from, to, '去年安排里的成果名称，请核对');
    }
    for (const { from, to } of serialNumbers(text)) this.blank('figure', from, to, '书刊的名称保留，辑、期请写今年的');
    // 二十大精神 is a formula, not a meeting of the year.
    if (isReview) for (const { from, to } of spiritNames(text)) if (!/[一二三四五六七八九十]大$/.test(text.slice(from, to))) this.blank('spirit', from, to, '去年的会议精神');
  }

  /** A quoted formula (“两个确立”) is no event. */
  private isName(from: number, to: number): boolean {
    return !/^[一二两三四五六七八九十]个/.test(this.unit.text.slice(from, to)) && slogans(this.unit.text).every((slogan) => to <= slogan.from || from >= slogan.to);
  }

  private figures(): void {
    const { cell } = this.unit;
    if (cell?.isYear === true && this.isNear(Number(this.unit.text.trim()))) this.review('year', 0, this.unit.text.length, '表中的年份，请核对');
    if (cell !== null && cell.figures.length > 0) {
      for (const { from, to } of cell.figures) this.blank('figure', from, to, '表中的数');
      return;
    }
    if (TYPED_ROW.test(this.unit.text)) for (const match of this.unit.text.matchAll(/\d[\d,.]*/g)) if (!/^(?:19|20)\d{2}$/.test(match[0])) this.blank('figure', match.index, match.index + match[0].length, '一行并列的数');
    for (const { from, to, measure, unit } of findFigures(this.unit.text)) this.blank('figure', from, to, measure !== null ? '量词保留' : unit === '%' ? '百分号保留' : '单位保留');
  }

  /** Long words in quotation marks that no rule has spoken of: a title, a speech, a watchword of last year. */
  private quoted(): void {
    if (this.unit.part !== 'review') return;
    for (const { from, to } of longQuotations(this.unit.text)) {
      const inText = [from, to].map((at) => at + this.unit.base);
      const isTold = this.found.some(({ place, kind }) => kind !== 'carried' && kind !== 'promise' && place.from < inText[1]! && place.to > inText[0]!);
      if (!isTold) this.review('slogan', from, to, '引号里的话是去年的，请核对');
    }
  }

  /** What may be a figure of the year and was left: counts in Han, years in a row, first times. */
  private counts(): void {
    const { text, part, heading } = this.unit;
    if (heading) return;
    const isOfYear = part !== 'plan' && part !== 'close';
    for (const { from, to, ofOrder } of doubtfulCounts(text)) if (this.free(from, to)) this.review('count', from, to, '用汉字写的数，没有留空，请核对', isOfYear && !ofOrder);
    for (const { from, to, why, anywhere } of spansOfYears(text)) if (this.free(from, to)) this.review('count', from, to, why, isOfYear || anywhere);
  }

  /** （征求意见稿） typed under the title of a file that went round: this year's stands there by itself. */
  private stage(): void {
    if (this.unit.field?.startsWith('deck.') !== true) return;
    for (const match of this.unit.text.matchAll(STAGE_TYPED)) this.review('carried', match.index, match.index + match[0].length, '标题里的稿次是去年的，今年的稿次由程序印出，请删去');
  }

  /** Sentences that nothing touched. */
  private carried(): void {
    if (this.unit.field !== null || this.unit.heading) return;
    for (const { from, text } of sentencesOf(this.unit.text)) {
      const to = from + text.length;
      if ([...text].length > CARRIED && this.free(from, to)) this.review('carried', from, to, '与去年一字不差', false);
    }
  }
}

/** Stories of the meeting's days, and what is decided and posted there. */
const isOfDays = ({ kind }: Unit): boolean => kind === 'news' || kind === 'editorial' || kind === 'resolution' || kind === 'notice';

/** 经济建设 75 75 74: a row of a table that was typed as a line of text. */
const TYPED_ROW = /^[\u4e00-\u9fff（）()\s]{2,16}\d[\d,]*(?:\.\d+)?[%％]?(?:\s+\d[\d,]*(?:\.\d+)?[%％]?)+\s*$/;

const STAGE_TYPED = /[（(](?:工作稿[^（）()]{0,8}|征求意见稿|讨论稿|送审稿|主席会议稿|[^（）()]{0,4}审议稿|[^（）()]{0,4}审定稿|大会稿|审议修改稿|见报稿)[^（）()]{0,4}[）)]/g;

const FIVE_YEARS = /今后工作|(?:过去|今后|未来|这|任期(?:内|的)?)的?五年(?:来|间|里)?|五年(?:来|间|里|工作)|五年的(?:工作|实践|历程)/g;

const HAN_DIGITS = '〇一二三四五六七八九';
