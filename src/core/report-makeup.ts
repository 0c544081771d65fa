// What a newspaper's make-up could not avoid, in words: taboos of the desk (N-30 …
// N-37), pages that the edition's text does not fill (缺 N 行), each with its place
// on paper. Titles are named, for a page number alone helps nobody.
import type { Diagnostic, DiagnosticCode, Severity } from './diagnostic';
import type { Rect } from './geometry';
import { spanOf, wideWords } from './makeup/measure/head-span';
import { isFault } from './makeup/rules/page-cost';
import { leadsOf } from './makeup/rules/page-leads';
import { holesOf, whiteOf } from './makeup/rules/page-white';
import { spareWords } from './makeup/judge/losses';
import { sparePage } from './makeup/judge/spare-page';
import { foldedLabels, plainGutters, type Taboo, type TabooKind, taboosOf } from './makeup/rules/taboos';
import { printedPlan } from './makeup/judge/used-body';
import type { Yardstick } from './makeup/measure/yardstick';
import { nameOfArticle } from './model/article-name';
import type { ArticleKind, Package } from './model/package';
import { quoted } from './model/quote';
import { columnLeft, longMeasure, rowTop } from './page/paper-grid';
import type { Area, PagePlan, Piece, Placement } from './page/placement';

/** Rows left empty at the foot of a page that need no word: less than a news item's headline. */
const MOST_FOOT = 2;
/** Holes of a page that are told one by one. */
const MOST_TOLD = 4;

/** Everything to be said of a placement. Pages are the edition's own, 1-based; their 版次 is in the words. */
export function makeupDiagnostics(placement: Placement, edition: readonly string[], ruler: Yardstick, pkg: Package): Diagnostic[] {
  const titleOf = (article: string): string => nameOfArticle(pkg, article);
  const kindOf = (article: string): ArticleKind | undefined => pkg.articles.find(({ id }) => id === article)?.kind;
  const head = edition.find((article) => kindOf(article) !== 'editorial') ?? null;
  const leads = leadsOf(placement.pages, edition, (article) => kindOf(article) === 'report');
  return placement.pages.flatMap((plan, i): Diagnostic[] => {
    const at = (area: Area): Diagnostic['at'] => ({ page: i + 1, rect: rectOf(area, ruler) });
    return [
      ...[...taboosOf(plan, leads[i] ?? null, ruler), ...foldedLabels(plan, ruler), ...(ruler.style === 'modular' ? plainGutters(plan, ruler.master) : [])].map((taboo): Diagnostic => {
        const words = WORDS[taboo.kind](ruler.pageOf(plan.number), taboo, titleOf);
        return { ...words, severity: isFault(taboo, ruler.style) ? words.severity : 'info', code: CODES[taboo.kind], at: at(taboo.area) };
      }),
      ...plan.pieces.flatMap((piece): Diagnostic[] => wideHead(piece, ruler.pageOf(plan.number), piece.article === head, titleOf, at)),
      ...underfull(plan, ruler, at, i === placement.pages.length - 1 && placement.left.length === 0 ? spareFor(placement.pages, ruler, titleOf) : null),
    ];
  });
}

const CODES: Readonly<Record<TabooKind, DiagnosticCode>> = {
  abreast: 'headlines-abreast', across: 'page-break-across', gutter: 'gutter-through', headless: 'headline-missing', reversed: 'flow-reversed', fold: 'fold-in-headline', lead: 'lead-low',
};

type Words = (page: string, taboo: Taboo, titleOf: (article: string) => string) => { readonly severity: Severity; readonly message: string; readonly suggestion: string | null };

const WORDS: Readonly<Record<TabooKind, Words>> = {
  abreast: (page, { articles }, titleOf) => ({
    severity: 'warning', message: `${page}碰题：${articles.map((id) => quoted(titleOf(id))).join('与')}两个标题并排在同一高度`, suggestion: '把一个标题错开，或给其中一篇加框',
  }),
  across: (page, { area }) => ({ severity: 'warning', message: `${page}断版：第${area.row + 1}行处从左到右一刀切断`, suggestion: '让一篇稿件跨过这一行' }),
  gutter: (page, { area }) => ({ severity: 'warning', message: `${page}通缝：第${area.column + 1}、${area.column + 2}栏之间从上到下一条直缝`, suggestion: '让一个标题或一篇稿件跨过这条缝' }),
  headless: (page, { articles: [own = '', over] }, titleOf) => ({
    severity: 'warning', message: `${page}题文分离：${quoted(titleOf(own))}有文字${over === undefined ? '不在标题的下边或右边' : `排在${quoted(titleOf(over))}下面，像是那一篇的`}`, suggestion: '把文字移到标题下面，或让标题跨过全文各栏',
  }),
  reversed: (page, { articles }, titleOf) => ({ severity: 'warning', message: `${page}逆转：${quoted(titleOf(articles[0]!))}的文字向左或向上接排`, suggestion: '按从左到右、从上到下的次序接排' }),
  fold: (page, { articles, isLabel }, titleOf) => (isLabel === true
    ? { severity: 'warning', message: `${page}折线压在${quoted(titleOf(articles[0]!))}围框里的标签上`, suggestion: '把这一块上移或下移' }
    : { severity: 'warning', message: `${page}折线压在标题${quoted(titleOf(articles[0]!))}的一行上`, suggestion: '把这个标题上移或下移' }),
  lead: (page, { articles }, titleOf) => ({ severity: 'info', message: `${page}的头条${quoted(titleOf(articles[0]!))}没有排在左上方`, suggestion: null }),
};

/** Columns too many from which on a headline is told of on its page: one is a page's makeshift, and told with a proposal's score alone. */
const MOST_WIDE = 1;

/** A headline much wider than its text is worth (N-11). */
function wideHead(piece: Piece, page: string, isLead: boolean, titleOf: (article: string) => string, at: (area: Area) => Diagnostic['at']): Diagnostic[] {
  const span = spanOf(piece, isLead);
  if (span === null || piece.deck === null || span.many <= MOST_WIDE) return [];
  const { columns } = piece.deck;
  return [{
    severity: 'info', code: 'headline-wide', message: `${page}${wideWords(titleOf(piece.article), columns, span)}`, at: at(piece.deck),
    suggestion: `收窄到 ${columns - span.many} 栏（选中后按 Shift+←），或与一篇长些的稿件对调`,
  }];
}

/** What would spare a last page that is nearly empty. */
function spareFor(pages: readonly PagePlan[], { master, pageOf }: Yardstick, titleOf: (article: string) => string): string | null {
  const spare = sparePage(pages, master);
  return spare === null ? null : spareWords(spare, titleOf, pageOf);
}

/** 缺 N 行: the text does not fill the page. Lines are those of one base column; the place is the largest hole, or the foot. */
function underfull(kept: PagePlan, ruler: Yardstick, at: (area: Area) => Diagnostic['at'], spare: string | null): Diagnostic[] {
  const { master, pageOf } = ruler;
  const { columns, lines } = master;
  // Rows of a block that its text does not come to are as empty as those between two.
  const plan = printedPlan(kept, ruler);
  const { foot, end, holes: between } = whiteOf(plan, columns, lines);
  const holes = holesOf(plan, columns, lines);
  const rows = lines - end;
  const low = rows > MOST_FOOT;
  const [first] = holes;
  if (!low && first === undefined) return [];
  // Counted as a proposal counts them (layout-facts.ts): what is white between blocks apart from the foot.
  const missing = low ? foot : between;
  const said = low ? `，下部${columns}栏各空 ${rows} 行${between > 0 ? `；各篇之间另缺 ${between} 行` : ''}` : `，最大的一处在第${first!.column + 1}栏第${first!.row + 1}行起，空 ${first!.rows} 行`;
  // The others each at its place, the largest first: who looks at the page sees them all.
  const others = (low ? holes : holes.slice(1)).slice(0, MOST_TOLD).map((hole): Diagnostic => ({
    severity: 'warning', code: 'page-underfull', message: `${pageOf(plan.number)}第${hole.column + 1}栏第${hole.row + 1}行起空着 ${hole.rows} 行，${hole.columns} 栏宽`, at: at(hole), suggestion: '撑版：放松几段，或把旁边的版块移过来、加高',
  }));
  return [{
    severity: 'warning', code: 'page-underfull', message: `${pageOf(plan.number)}没有排满，缺 ${missing} 行（每行 ${master.characters} 字）${said}`,
    at: at(low ? { column: 0, columns, row: end, rows } : first!), suggestion: low ? (spare === null ? '补稿、配图，或换用较小的版面' : `${spare}；要不就补稿、配图`) : '撑版：放松几段，或把标题区加高几行',
  }, ...others];
}

function rectOf({ column, columns, row, rows }: Area, { master }: Yardstick): Rect {
  return { x: columnLeft(master, column), y: rowTop(master, row), width: longMeasure(master, columns), height: rows * master.pitch };
}
