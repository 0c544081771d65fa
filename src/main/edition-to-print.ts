// The edition that a request means: one of the package's, or the 改稿本 that every
// package has, made for this moment and as wished.
import { type DraftWish, USUAL_DRAFT, wishDraft } from '../core/model/draft-wish';
import { DRAFT, draftEdition } from '../core/model/editions';
import type { Edition, Package } from '../core/model/package';
import { AppError } from '../node/app-error';
import { localMinute } from '../node/local-minute';
import { shippedPreset } from '../node/presets';

/** @throws AppError `edition-unknown`, `article-unknown`. */
export function editionToPrint(pkg: Package, id: string, wish: DraftWish | null, now: Date): Edition {
  const found = pkg.editions.find((edition) => edition.id === id);
  if (found !== undefined) return found;
  if (id !== DRAFT) throw new AppError('edition-unknown', '文稿包里已经没有这份版式，没有做成。');
  const article = wish?.article ?? null;
  if (article !== null && !pkg.articles.some((one) => one.id === article)) throw new AppError('article-unknown', '文稿包里已经没有这篇稿件，没有做成。');
  return wishDraft(draftEdition(pkg, shippedPreset(DRAFT), localMinute(now)), wish ?? USUAL_DRAFT);
}
