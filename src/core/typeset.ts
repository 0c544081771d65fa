// The one door of the engine: a package and an edition in, pages and diagnostics
// out. A Typesetter remembers what it set, by identity of what it was set from:
// after an edit only what differs is done again, and untouched pages are the
// same objects. It keeps no text of its own.
import type { Diagnostic } from './diagnostic';
import { buildPage, type FontTable } from './display/build-page';
import type { DisplayList, DisplayPage, OutlineEntry } from './display/list';
import type { BlockOrigin, BlockRef, Flow } from './flow/flow';
import { collectNotes, Flower, type FlowNotice, stageLine } from './flow/flow-article';
import type { Font, FontRole } from './font';
import type { DeskAct, HandOutcome, HandTools, RemedyWay, Worth } from './makeup/hand/hand-act';
import { actingByHand } from './makeup/hand/by-hand';
import { mendTaboo } from './makeup/hand/mend-taboo';
import { type OmissionAnswer, omissionOf, type Omitted } from './makeup/hand/omission';
import type { Proposal } from './makeup/judge/proposal';
import { actingTogether, bestRemedy, remedied, triedWays, type TriedWays } from './makeup/hand/remedies';
import { type BlockRoom, linesAtMeasure, type Reckoned, reckoned, roomsOf } from './makeup/judge/rooms';
import { SearchMemory } from './makeup/draft/search-memory';
import { allOf, type Steps } from './makeup/measure/steps';
import { SwapMemory } from './makeup/hand/swap-memory';
import { applyChange } from './model/apply-change';
import { nameOfArticle } from './model/article-name';
import { redIn } from './model/dress';
import { isDay } from './model/iso-day';
import { pageNamer } from './model/page-name';
import { fieldText } from './model/field-text';
import { renderField } from './model/fields';
import type { Layout, Variant } from './model/layout';
import type { Article, BookletParts, Edition, Package } from './model/package';
import { proposeCut } from './model/propose-cut';
import type { NoteAttrs } from './model/schema';
import { type Composed, composeSheets, type SheetJob } from './page/compose-sheets';
import type { CoverText } from './page/cover';
import { baselineOf, type Page, paceOf } from './page/frame';
import { Paginator } from './page/paginate';
import { PieceMemory } from './page/piece-memory';
import { samePage } from './page/same-page';
import { Setter } from './page/setter';
import type { SheetTools } from './page/sheet-page';
import { furnitureDiagnostics } from './report-furniture';
import { issuePartsDiagnostics } from './report-issue-parts';
import { makeupDiagnostics } from './report-makeup';
import { phaseDiagnostics } from './report-phase';
import { typedJumpDiagnostics } from './report-typed-jumps';
import { pictureDiagnostics } from './report-pictures';
import { profileDiagnostics } from './report-profile';
import { ruleDiagnostics } from './report-rules';
import { headedPaper, headOf, madePaper, type MadeUp, type PaperSetting, paperSetting, proposingPaper, remadePaper, worthOfPaper } from './typeset-paper';
import { editionDiagnostics, flowDiagnostics, lineDiagnostics, pageDiagnostics, pageNames } from './report-issues';

/** The world as a parameter (Typst's World): fonts and images by id, no paths. */
export interface Resources {
  /** Faces of each role, in the declared order of fallbacks; the first is the role's own. */
  readonly fonts: ReadonlyMap<FontRole, readonly Font[]>;
  readonly images: ReadonlyMap<string, Uint8Array>;
}

export interface Typeset {
  readonly list: DisplayList;
  /** Who each BlockRef of the list's sources is. */
  readonly origins: ReadonlyMap<BlockRef, BlockOrigin>;
  readonly diagnostics: readonly Diagnostic[];
  /** The make-up of a newspaper and what it is worth; null for other editions. */
  readonly layout: Proposal | null;
  /** The make-up was found before the text changed last, and fits it still; another may be better now. */
  readonly isOld: boolean;
}

/** Fonts of a list by index, in order of first use. */
class Fonts implements FontTable {
  readonly ids: string[] = [];
  private readonly indexes = new Map<Font, number>();

  indexOf(font: Font): number {
    let index = this.indexes.get(font);
    if (index === undefined) {
      index = this.ids.length;
      this.ids.push(font.id);
      this.indexes.set(font, index);
    }
    return index;
  }
}

export class Typesetter {
  private readonly tools: SheetTools;
  private readonly fonts = new Fonts();
  private readonly drawn = new WeakMap<Page, DisplayPage>();
  private readonly last = new Map<string, readonly Page[]>();
  private readonly searches = new SearchMemory();
  private readonly swaps = new SwapMemory();
  /** What editions were made up with, where the program did it. */
  private readonly made = new WeakMap<Edition, MadeUp>();

  constructor(resources: Resources) {
    const setter = new Setter(resources.fonts);
    const paginator = new Paginator(setter);
    this.tools = { flower: new Flower(), setter, paginator, pieces: new PieceMemory(paginator), pages: new WeakMap() };
  }

  /**
   * Sets an edition of the package. Layout always finishes: what went wrong is in `diagnostics`. `isTyping`: a newspaper that the
   * program makes up may stay as it was before its text changed, as long as that fits (`isOld` in the answer).
   * @throws RangeError where the edition names an article that the package lacks.
   */
  typeset(pkg: Package, edition: Edition, isTyping = false): Typeset {
    const origins = new Map<BlockRef, BlockOrigin>();
    const notices: FlowNotice[] = [];
    const said: Diagnostic[] = [];
    const articles = edition.articles.map((id) => articleOf(pkg, id));
    const { layout, isOld, ...made } = this.compose(pkg, edition, articles, origins, notices, said, isTyping);
    const composed = this.steady(edition.id, made);
    const pages = composed.pages.map((page) => this.draw(page));
    const list: DisplayList = {
      fonts: this.fonts.ids,
      pages,
      outline: outlineOf(composed.pages),
      title: titleOf(articles[0], pkg),
      author: authorOf(articles[0], pkg),
      ...redIn(edition),
    };
    const excerpts = { pkg, origins, nameOf: pageNames(layout?.layout.pages.map(({ number }) => number) ?? [], edition) };
    const diagnostics = [
      ...editionDiagnostics(edition, notesOf(edition, articles)),
      ...profileDiagnostics(edition, pkg.meeting),
      ...flowDiagnostics(notices, excerpts),
      ...lineDiagnostics(composed.pages, excerpts),
      ...pageDiagnostics(composed, excerpts),
      ...said,
    ];
    return { list, origins, diagnostics, layout, isOld };
  }

  /**
   * Several make-ups of a newspaper edition, the best first; what is pinned of the one that it keeps stays.
   * @throws RangeError where the edition is none of a newspaper, or names an article that the package lacks.
   */
  propose(pkg: Package, edition: Edition): Proposal[] {
    return [...this.proposing(pkg, edition)].at(-1) ?? [];
  }

  /**
   * The same, step by step: each gives those found so far. The package must not change between.
   * @throws RangeError as `propose`.
   */
  proposing(pkg: Package, edition: Edition): Generator<Proposal[], void> {
    return proposingPaper(this.paperSettingOf(pkg, edition), this.searches);
  }

  /**
   * A newspaper edition's layout after an act by hand, or why that cannot be.
   * @throws RangeError as `propose`.
   */
  actByHand(pkg: Package, edition: Edition, layout: Layout, act: DeskAct): HandOutcome {
    return allOf(this.actingByHand(pkg, edition, layout, act));
  }

  /**
   * The same, step by step: a search takes several. The package must not change between.
   * @throws RangeError as `propose`.
   */
  actingByHand(pkg: Package, edition: Edition, layout: Layout, act: DeskAct): Steps<HandOutcome> {
    const tools = this.handTools(pkg, edition);
    switch (act.kind) {
      case 'mend': return mendTaboo(layout, act, tools);
      case 'remedy': return remedied(layout, act, tools);
      case 'remedies': return bestRemedy(layout, act, tools);
      case 'acts': return actingTogether(layout, act, tools);
      default: return actingByHand(layout, act, tools);
    }
  }

  /**
   * Of the ways that might mend a block those that do, tried with their text set, the best first; step by step as above.
   * @throws RangeError as `propose`.
   */
  remedies(pkg: Package, edition: Edition, layout: Layout, ways: readonly RemedyWay[]): Steps<TriedWays> {
    return triedWays(layout, ways, this.handTools(pkg, edition));
  }

  private handTools(pkg: Package, edition: Edition): HandTools {
    const setting = this.paperSettingOf(pkg, edition);
    const { ruler, titleOf } = setting;
    // The page that an act begins from is weighed beside each that it might become.
    const worths = new WeakMap<Layout, Worth>();
    const worthOf = (one: Layout): Worth => {
      const worth = worths.get(one) ?? worthOfPaper(one, setting);
      worths.set(one, worth);
      return worth;
    };
    return { ruler, edition: edition.articles, head: headOf(edition.articles.map((id) => articleOf(pkg, id)))?.id ?? null, titleOf, isReport: (id) => articleOf(pkg, id).kind === 'report', worthOf, swaps: this.swaps, remake: (pins, several) => remadePaper(setting, pins, several, this.searches), headed: (one, name, at) => headedPaper(setting, one, name, at, this.searches) };
  }

  /**
   * How the text of each block of a layout meets its room.
   * @throws RangeError as `propose`.
   */
  rooms(pkg: Package, edition: Edition, layout: Layout): BlockRoom[] {
    return roomsOf(layout, this.paperSettingOf(pkg, edition).ruler);
  }

  /**
   * Lines that an article's text takes at the paper's measure.
   * @throws RangeError as `propose`.
   */
  linesAtMeasure(pkg: Package, edition: Edition, article: string): number {
    return linesAtMeasure(article, articleOf(pkg, article).kind === 'report' ? 'report' : 'news', this.paperSettingOf(pkg, edition).ruler);
  }

  /**
   * 按行长折算: the lines that each article of a newspaper takes in the paper's measures.
   * @throws RangeError as `propose`.
   */
  reckoned(pkg: Package, edition: Edition): Reckoned[] {
    const { ruler } = this.paperSettingOf(pkg, edition);
    return edition.articles.map((article) => reckoned(article, articleOf(pkg, article).kind === 'report' ? 'report' : 'news', ruler));
  }

  /**
   * What a newspaper may leave out for an article to fit its blocks of a layout, for its jump not to be needed, or (also with
   * null) for the edition to need a page less; why nothing is, in Chinese.
   * @throws RangeError as `propose`.
   */
  omission(pkg: Package, edition: Edition, layout: Layout, article: string | null): OmissionAnswer {
    const { master } = this.paperSettingOf(pkg, edition).ruler;
    const { layout: _layout, ...unplaced } = edition;
    const without = (parts: readonly Omitted[]): Package => parts.reduce((one, { cut }) => {
      const trial = applyChange(one, cut.change);
      return trial.ok ? trial.value : one;
    }, pkg);
    return omissionOf(layout, article, {
      master, edition: edition.articles, important: edition.important ?? [], titleOf: (id) => nameOfArticle(pkg, id), pageOf: pageNamer(edition.paper), kindOf: (id) => articleOf(pkg, id).kind,
      rooms: (one, parts) => this.rooms(without(parts), edition, one),
      lines: (id, parts) => this.linesAtMeasure(without(parts), edition, id),
      propose: (id, lines, measure, overAfter) => proposeCut(articleOf(pkg, id), lines, measure, (change) => overAfter({ article: id, cut: { change, sentences: [], characters: 0 } })),
      scoreOf: (one, parts) => worthOfPaper(one, this.paperSettingOf(without(parts), edition)).score,
      // What a narrow search finds on fewer pages a wide one does too.
      remake: (pins, parts) => remadePaper(this.paperSettingOf(without(parts), unplaced), pins, false, this.searches),
    });
  }

  private paperSettingOf(pkg: Package, edition: Edition): PaperSetting {
    const articles = edition.articles.map((id) => articleOf(pkg, id));
    const { master } = edition;
    if (master.kind !== 'paper') throw new RangeError(`the edition ${edition.id} is no newspaper`);
    return paperSetting(edition, master, articles, pkg.meeting, this.flows(pkg, edition, articles, new Map(), []), this.tools, pkg.pictures);
  }

  private compose(pkg: Package, edition: Edition, articles: readonly Article[], origins: Map<BlockRef, BlockOrigin>, notices: FlowNotice[], said: Diagnostic[], isTyping: boolean): Composed & Pick<Typeset, 'layout' | 'isOld'> {
    const { master, booklet } = edition;
    const flowOf = this.flows(pkg, edition, articles, origins, notices);
    if (master.kind === 'sheet') {
      if (booklet?.cover === true && pkg.meeting.opens === null) said.push(NO_MONTH);
      const job: SheetJob = {
        master, sheet: this.tools.flower.sheet(edition.look), flows: articles.map((article) => flowOf(article, 'report')), parts: booklet,
        cover: booklet?.cover === true ? coverText(pkg, articles[0], booklet, stageLine(edition, pkg.stage)) : null, notes: notesOf(edition, articles),
        draft: { stage: pkg.stage, printedAt: edition.printedAt ?? null },
        redline: edition.redline === undefined ? null : { ...edition.redline, printedAt: edition.printedAt ?? null },
      };
      return { ...composeSheets(job, this.tools), layout: null, isOld: false };
    }
    const setting = paperSetting(edition, master, articles, pkg.meeting, flowOf, this.tools, pkg.pictures);
    const made = madePaper(setting, this.searches, isTyping ? (this.made.get(edition) ?? null) : null);
    this.made.set(edition, made);
    const { placed, proposal, isOld, follows } = made;
    if (follows !== '') said.push({ severity: 'warning', code: 'layout-followed', message: `版面：${follows}`, at: null, suggestion: '在排版台上接着排；Ctrl+Z 撤销那一步，版面也回去；Ctrl+回车由程序重新拼' });
    said.push(...makeupDiagnostics(placed.placement, edition.articles, setting.ruler, pkg), ...phaseDiagnostics(edition, pkg), ...issuePartsDiagnostics(edition, pkg));
    const composed = setting.composer.compose(placed.placement);
    const nameOf = pageNames(placed.placement.pages.map(({ number }) => number), edition);
    said.push(...furnitureDiagnostics(composed.pages, edition, nameOf), ...pictureDiagnostics(composed.pages, edition, pkg, nameOf), ...ruleDiagnostics(composed.pages, pkg, nameOf), ...typedJumpDiagnostics(placed.placement, pkg, (page) => setting.ruler.pageOf(page)));
    return { ...composed, layout: proposal, isOld };
  }

  /** The flow of an article in its surroundings; who its blocks are goes to `origins`, what is to be said of them once to `notices`. */
  private flows(pkg: Package, edition: Edition, articles: readonly Article[], origins: Map<BlockRef, BlockOrigin>, notices: FlowNotice[]): (article: Article, variant: Variant) => Flow {
    const terms = notesOf(edition, articles).map((note) => note.term);
    const noticed = new Set<string>();
    return (article, variant) => {
      const flowed = this.tools.flower.flow(article, {
        edition, meeting: pkg.meeting, stage: pkg.stage, variant,
        noteNumber: terms.length === 0 ? null : (term) => terms.indexOf(term) + 1, notesKey: terms.join('\n'),
      }, origins);
      // The same article is flowed once for each of its surroundings that a placer tries.
      for (const notice of flowed.notices) {
        const key = `${notice.ref} ${notice.kind} ${notice.from} ${notice.to}`;
        if (!noticed.has(key)) notices.push(notice);
        noticed.add(key);
      }
      return flowed.flow;
    };
  }

  /** Pages that print what the last ones of the edition did at their place, as those objects. */
  private steady(edition: string, composed: Composed): Composed {
    const last = this.last.get(edition) ?? [];
    const pages = composed.pages.map((page, i) => {
      const old = last[i];
      return old !== undefined && samePage(old, page) ? old : page;
    });
    this.last.set(edition, pages);
    return { ...composed, pages };
  }

  private draw(page: Page): DisplayPage {
    let drawn = this.drawn.get(page);
    if (drawn === undefined) this.drawn.set(page, (drawn = buildPage(page, this.fonts)));
    return drawn;
  }
}

/** Terms for the 名词解释 annex; none where the edition has no annex. */
function notesOf(edition: Edition, articles: readonly Article[]): readonly NoteAttrs[] {
  return edition.booklet?.annex === true ? collectNotes(articles, edition.kind) : [];
}

function articleOf(pkg: Package, id: string): Article {
  const article = pkg.articles.find((one) => one.id === id);
  if (article === undefined) throw new RangeError(`edition names the article ${id}, which the package lacks`);
  return article;
}

function titleOf(article: Article | undefined, pkg: Package): string {
  const main = fieldText(article?.fields['deck.main'], pkg.meeting);
  return main === '' ? pkg.name : main;
}

/** The body whose record it is; of a text without a record, who gives it, with blanks as one space each. */
function authorOf(article: Article | undefined, { meeting }: Package): string {
  return renderField('organisation.short', 'plain', meeting) ?? fieldText(article?.fields['head.speaker'], meeting).replaceAll(/\s+/gu, ' ').trim();
}

/** A cover says place and month at its foot (G-21), the PDF its day. */
const NO_MONTH: Diagnostic = { severity: 'warning', code: 'field-empty', message: '会议信息缺“开幕日期”，封面下端没有年月', at: null, suggestion: '在“会议信息”中补上' };

function coverText(pkg: Package, article: Article | undefined, { number, collect }: BookletParts, stage: string | null): CoverText {
  const { meeting } = pkg;
  const held = fieldText(article?.fields['head.occasion'], meeting);
  // The record writes the names of a committee's meetings; a congress's stands in the text's own occasion.
  const name = renderField('meeting', 'plain', meeting) ?? /在(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日)?([^，。；（）]{4,60}(?:会议|大会))上/u.exec(held)?.[1] ?? null;
  const month = meeting.opens !== null && isDay(meeting.opens) ? /^(\d{4})-(\d{2})/.exec(meeting.opens) : null;
  const place = meeting.place ?? '';
  return {
    series: name === null && number === null ? null : `${name ?? '会议'}文件${number === null ? '' : `（${number}）`}`,
    collect,
    title: titleOf(article, pkg),
    sub: /^(?:—|⸺)/u.exec(fieldText(article?.fields['deck.sub'], meeting))?.input ?? null,
    stage,
    occasion: textOrNull(held),
    speaker: spaced(textOrNull(fieldText(article?.fields['head.speaker'], meeting))),
    foot: [
      ...(meeting.organisation.short === null ? [] : [meeting.organisation.short]),
      ...(month === null ? [] : [`${month[1]}年${Number(month[2])}月${place === '' ? '' : `　${place}`}`]),
    ],
  };
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}

function spaced(name: string | null): string | null {
  return name !== null && /^\p{Script=Han}{2}$/u.test(name) ? [...name].join('　') : name;
}

/** Headings where their first line landed, in reading order. */
function outlineOf(pages: readonly Page[]): OutlineEntry[] {
  const out: OutlineEntry[] = [];
  pages.forEach((page, index) => {
    for (const { frame, fragments } of page.frames) {
      for (const fragment of fragments) {
        const { set, first, row } = fragment;
        const { heading, style } = set.paragraph;
        if (heading === null || first !== 0) continue;
        const y = frame.y + baselineOf(frame.grid, row, paceOf(fragment), style.text.size) - style.text.size;
        out.push({ level: heading.level, title: heading.text, page: index + 1, y });
      }
    }
  });
  return out;
}
