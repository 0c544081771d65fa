// Places of the text on the pages that the worker shows, and back: a point that was
// clicked, the caret, where a finding stands. `version`: of the package that the pages show.
import { caretRect, hitTest } from '../../core/display/hit-test';
import type { DisplayPage } from '../../core/display/list';
import type { Diagnostic } from '../../core/diagnostic';
import type { Point } from '../../core/geometry';
import type { Typeset } from '../../core/typeset';
import type { CaretBar, CaretPlace, HitPlace } from './protocol';

/** The place of the text at a point of a page, pt. */
export function hitPlace(page: DisplayPage, point: Point, typeset: Typeset, version: number): HitPlace | null {
  const hit = hitTest(page, point);
  if (hit === null) return null;
  if (hit.offset === null) return hit.source.kind === 'generated' ? { version, furniture: hit.source.what, origin: null, offset: 0 } : null;
  const origin = hit.source.block === null ? undefined : typeset.origins.get(hit.source.block);
  return origin === undefined ? null : { version, furniture: null, origin, offset: hit.offset };
}

/** Where a finding stands on the pages. */
export function barOf(place: Diagnostic['at'], typeset: Typeset, version: number): CaretBar | null {
  if (place === null) return null;
  if ('page' in place) return { version, page: place.page - 1, rect: place.rect };
  return caretBar({ article: place.article, field: place.field, block: place.block ?? 0, offset: place.from }, typeset, version);
}

/** Where a place of the text stands on the pages. */
export function caretBar({ article, field, block, offset }: CaretPlace, typeset: Typeset, version: number): CaretBar | null {
  for (const [ref, origin] of typeset.origins) {
    const isIt = field === null
      ? origin.kind === 'block' && origin.article === article && origin.index === block
      : origin.kind === 'field' && origin.article === article && origin.field === field;
    if (!isIt) continue;
    const place = caretRect(typeset.list, ref, offset);
    return place === null ? null : { version, page: place.page, rect: place.rect };
  }
  return null;
}
