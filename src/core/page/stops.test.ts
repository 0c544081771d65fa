import { describe, expect, it } from 'vitest';
import { paragraphOf } from '../../../test/paragraphs';
import { STOP_KINDS, stopsOf } from './stops';

/** The text with ‖ at every place where a page may end. */
function stops(text: string, kind = STOP_KINDS[0]!): string {
  const offsets = stopsOf(paragraphOf(text), kind, 0, text.length);
  return offsets.reduce((all, offset) => `${all.slice(0, offset)}‖${all.slice(offset)}`, text);
}

describe('G-22: a page ends at a stop, never inside “…”', () => {
  it.each([
    ['一句。二句！三句？四句', '一句。‖二句！‖三句？‖四句'],
    ['“一句。二句。”三句。四', '“一句。二句。”‖三句。‖四'], // the closer belongs to its stop
    ['他说（一句。）二句。', '他说（一句。）‖二句。‖'],
    ['《一。二》三。', '《一。二》三。‖'],
    ['真的？！好', '真的？！‖好'], // stacked marks are one
    ['《条例》施行', '《条例》施行'], // a closer alone is no stop
    ['“一句，‘二句。’三句。”四', '“一句，‘二句。’三句。”‖四'],
  ])('%s', (text, expected) => expect(stops(text)).toBe(expected));
  it.each([
    ['a “ that is never closed encloses nothing', '一“二。三。四', '一“二。‖三。‖四'],
    ['nor one that another follows before its partner', '一“二。三“四。”五', '一“二。‖三“四。”‖五'],
    ['nor a ” without its “', '一。二”三。四', '一。‖二”三。‖四'],
    ['a bracket closed across a quote closes it too', '（一“二。）三。四”五。', '（一“二。）‖三。‖四”五。‖'],
  ])('%s', (_, text, expected) => expect(stops(text)).toBe(expected));
  it.each([
    ['；', '一；二，三；四', '一；‖二，三；‖四'],
    ['，：', '一，二：三、四', '一，‖二：‖三、四'],
  ])('other kinds: %s', (kind, text, expected) => expect(stops(text, kind)).toBe(expected));
  it('only inside the range asked for, latest first', () => {
    expect(stopsOf(paragraphOf('一。二。三。四。'), '。', 3, 6)).toEqual([6, 4]);
  });
});
