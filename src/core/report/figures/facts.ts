// Every figure of a package with where it stands: value, unit, measure word, sentence,
// section (COMMANDS, `facts`). What the ledger of figures (数字台账) and the comparison
// with last year stand on.
import type { TextPlace } from '../../diagnostic';
import type { Package } from '../../model/package';
import { sentenceAt } from '../roll/sentences';
import { placeIn, unitsOf, ATOM, type Unit } from '../roll/unit';
import { findFigures } from './find-figures';
import { cellLabel } from './table-cells';

export interface Fact {
  /** As written; of a range its first, 12.8亿元 is 12.8. */
  readonly value: number;
  /** The number as written: 30余, 63%～68. */
  readonly text: string;
  /** 亿元, %, 万; null for a bare count. */
  readonly unit: string | null;
  /** 次, 件, 人次; null where a unit says it all. */
  readonly measure: string | null;
  readonly sentence: string;
  /** Id of the article. */
  readonly article: string;
  /** Heading words of the section; '' in the head. */
  readonly section: string;
  readonly place: TextPlace;
}

/** The figures of every article, in the order of the text. */
export function factsOf(pkg: Pick<Package, 'articles'>): readonly Fact[] {
  return unitsOf(pkg).flatMap((unit) => {
    const { cell } = unit;
    if (cell === null || cell.figures.length === 0) return factsIn(unit);
    const sentence = `${cellLabel(cell)}${unit.text.replaceAll(ATOM, '').trim()}`;
    return cell.figures.flatMap(({ from, to, text, value, unit: measured, measure }): Fact[] => (value === null ? [] : [{ value, text, unit: measured, measure, sentence, article: unit.article, section: unit.section, place: placeIn(unit, from, to) }]));
  });
}

function factsIn(unit: Unit): Fact[] {
  return findFigures(unit.text).map(({ from, to, text, value, unit: measured, measure }): Fact => {
    const around = sentenceAt(unit.text, from);
    return {
      value, text, unit: measured, measure, sentence: unit.text.slice(around.from, around.to).replaceAll(ATOM, '').trim(),
      article: unit.article, section: unit.section, place: placeIn(unit, from, to),
    };
  });
}
