// Rows that stand empty above a heading inside a text for its columns' feet to be level
// (T-36): more than two are a hole (N-34), though no column stops early. In: pages. Out: one
// record a piece that has any, as it is printed; the composer measures.
import type { PagePlan } from '../../model/layout';
import type { Block } from '../../flow/flow';
import type { Measurer } from './measurer';

export interface HeadGap {
  /** 版次 */
  readonly page: number;
  readonly article: string;
  /** The most above one heading. */
  readonly rows: number;
}

/** N-34: rows of a hole that is no fault. */
export const MOST_GAP = 2;

/** The gaps of all pieces, page by page. */
export function headGaps(pages: readonly PagePlan[], { measure }: { readonly measure: Measurer }): HeadGap[] {
  const rests = new Map<string, readonly Block[]>();
  return pages.flatMap(({ number, pieces }) => pieces.flatMap((piece): HeadGap[] => {
    if (piece.box !== null) return [];
    const { article, variant, body, from, to } = piece;
    const start = rests.get(article);
    const thread = start !== undefined && from !== null ? measure.continued(start, from) : measure.body(article, variant);
    if (to !== null) rests.set(article, measure.fill(thread, body).rest ?? []);
    const rows = measure.gap(thread, piece);
    return rows === 0 ? [] : [{ page: number, article, rows }];
  }));
}
