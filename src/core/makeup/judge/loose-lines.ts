// Lines of a make-up that are looser than their measure may have (FITTING, issue 7 §6: .24 em
// from 13 characters on), as they are printed: after copyfitting, and where a jump cuts a
// paragraph. In: pages. Out: one record a piece that has any, with its worst; the composer measures.
import type { PagePlan } from '../../model/layout';
import type { Block } from '../../flow/flow';
import type { LooseLine } from '../../page/measure-paper';
import type { Yardstick } from '../measure/yardstick';

export interface LoosePiece extends LooseLine {
  /** 版次 */
  readonly page: number;
  readonly article: string;
}

export function looseLines(pages: readonly PagePlan[], ruler: Yardstick): LoosePiece[] {
  const { measure } = ruler;
  const rests = new Map<string, readonly Block[]>();
  return pages.flatMap(({ number, pieces }) => pieces.flatMap((piece): LoosePiece[] => {
    const { article, variant, body, from, to } = piece;
    const start = rests.get(article);
    const thread = start !== undefined && from !== null ? measure.continued(start, from) : measure.body(article, variant);
    if (to !== null) rests.set(article, measure.fill(thread, body).rest ?? []);
    const line = ruler.tooLoose(thread, piece);
    return line === null ? [] : [{ page: number, article, ...line }];
  }));
}
