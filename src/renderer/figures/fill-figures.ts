// Numbers that a table brought back for what was still 待填, put into the text where its holes are,
// each with the marks that stand around it. In: the package and the holes' places. Out: the changes,
// one an article and field, to be one step of undo with what else the table says.
import { Transform } from 'prosemirror-transform';
import type { TextPlace } from '../../core/diagnostic';
import { docOf } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import type { Package } from '../../core/model/package';
import { schema } from '../../core/model/schema';
import { positionOf } from '../editor/places';

export interface FigureFill {
  readonly place: TextPlace;
  readonly text: string;
}

/** The changes that fill the holes; a place where no hole stands is left as it is. */
export function fillFigures(pkg: Package, fills: readonly FigureFill[]): readonly PackageChange[] {
  const texts = new Map<string, FigureFill[]>();
  for (const fill of fills) {
    const key = `${fill.place.article}\n${fill.place.field ?? ''}`;
    texts.set(key, [...(texts.get(key) ?? []), fill]);
  }
  return [...texts.values()].flatMap((own): PackageChange[] => {
    const { article, field } = own[0]!.place;
    const doc = docOf(pkg, article, field);
    if (doc === null) return [];
    const tr = new Transform(doc);
    const placed = own.map(({ place, text }) => ({ text, at: positionOf(doc, { block: place.block ?? 0, offset: place.from }) }));
    // From the end on, so that the places before stay what they are.
    for (const { text, at } of placed.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))) {
      const node = at === null ? null : doc.nodeAt(at);
      if (at === null || node?.type !== schema.nodes.placeholder) continue;
      tr.replaceWith(at, at + node.nodeSize, schema.text(text, node.marks.filter(({ type }) => type !== schema.marks.doubt)));
    }
    return tr.steps.length === 0 ? [] : [{ kind: 'steps', article, field, steps: tr.steps.map((step) => step.toJSON() as unknown) }];
  });
}
