// One text of last year's → what roll-forward proposes in it (TYPESETTING 4.4): every rule is
// a finder of its own; here stands what has the first word where two speak of one place. In: a
// unit and what is known of both meetings. Out: items in the order of the text.
import { rollDates } from './date-rules';
import type { RollItem } from './item';
import { rollFields } from './record-rules';
import { rollSessions } from './session-rules';
import { leadEnd, type Unit } from './unit';
import { type RollContext, UnitItems } from './unit-items';
import { askCarried, askCounts, askFormulas, askQuoted, askStage, blankFigures, blankNames } from './word-rules';
import { askFiveYears, askRelativeYears, askZodiac, rollAnniversaries, rollPlanWords, rollYears } from './year-rules';

/** In the order in which they have the word. */
const RULES: readonly ((items: UnitItems) => void)[] = [rollFields, rollSessions, rollDates, askFiveYears, rollAnniversaries, rollPlanWords, rollYears, askRelativeYears, askZodiac, askFormulas, blankNames, blankFigures, askQuoted, askCounts, askStage, askCarried];

/** The proposals of one text. `opens`: it opens its part. */
export function rollUnit(source: Unit, opens: boolean, context: RollContext): readonly RollItem[] {
  const items = new UnitItems(source, opens, context);
  for (const rule of RULES) rule(items);
  const found = items.found.toSorted((a, b) => a.place.from - b.place.from);
  return context.kind === 'structure' ? found.filter((item) => isInStructure(items.unit, item)) : found;
}

/** 只要结构 keeps heads alone; last year's promises are asked all the same. */
function isInStructure(unit: Unit, { place, kind }: RollItem): boolean {
  return kind === 'promise' || unit.field !== null || place.to - unit.base <= leadEnd(unit);
}
