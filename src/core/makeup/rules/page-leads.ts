// Which article leads a page (N-37): the 头条 where it begins, a report's title on an inner page.
import { areasOf } from '../../model/layout';
import type { PagePlan, Piece } from '../../page/placement';
import type { Waiting } from '../measure/ruler';

/**
 * The article that leads a page: the edition's 头条 where it begins here, a member's speech beside it or not (N-37); only on an
 * inner page with the work report that, whose title is the largest; else the first in the edition's order. What a hand put at
 * the page's head leads it before all of these.
 */
export function leadOf(waiting: readonly Waiting[], inner: boolean): Waiting | null {
  const asked = waiting.find(({ atHead, rest }) => atHead?.column === 0 && rest === null);
  if (asked !== undefined) return asked;
  const begin = waiting.filter((one) => one.rest === null && !one.boxed).sort((a, b) => a.rank - b.rank);
  return (inner ? (begin.find(({ kind }) => kind === 'report') ?? (begin[0]?.rank === 0 ? begin[0] : begin.find(({ variant }) => variant === 'report'))) : undefined) ?? begin[0] ?? null;
}

/**
 * The lead of each page as it is made up. The 头条 leads where it begins and stands over the page's reports; what stands over it
 * is the page's lead only where it is a report: `isReport` says so, for a speech is set as one.
 */
export function leadsOf(pages: readonly PagePlan[], edition: readonly string[], isReport: (article: string) => boolean = () => true): (string | null)[] {
  const [head = null] = edition;
  return pages.map(({ pieces, mastheadRows }) => {
    const begun = pieces.filter(({ from, box }) => from === null && box === null);
    const lead = begun.find(({ article }) => article === head);
    const inner = mastheadRows === 0 ? begun.filter(({ variant }) => variant === 'report') : [];
    const report = inner.find(({ article }) => isReport(article)) ?? (lead === undefined ? inner[0] : undefined);
    if (lead !== undefined && (report === undefined || report === lead || topOf(lead) < topOf(report))) return head;
    return report?.article ?? edition.find((article) => begun.some((piece) => piece.article === article)) ?? null;
  });
}

/** The lead of the page of one 版次; null where there is none. */
export function leadOn(pages: readonly PagePlan[], page: number, edition: readonly string[], isReport: (article: string) => boolean): string | null {
  return leadsOf(pages, edition, isReport)[pages.findIndex(({ number }) => number === page)] ?? null;
}

function topOf(piece: Piece): number {
  return Math.min(...areasOf(piece).map(({ row }) => row));
}
