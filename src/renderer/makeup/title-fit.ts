// How large the titles in 改稿 are drawn, so that each line that the page has is one here too:
// smaller where the sheet is too narrow for the longest. In: lines as they are printed, the room.
// Out: a part of the usual sizes.
import type { Node } from 'prosemirror-model';
import type { FieldPath } from '../../core/model/package';

/** Usual sizes of the titles that are drawn, CSS pixels (writing.css). */
const SIZES: readonly (readonly [FieldPath, number])[] = [['deck.over', 16], ['deck.main', 21], ['deck.sub', 16], ['head.occasion', 16]];
/** Smaller nobody writes with ease: a line too long for that goes on below. */
const LEAST = 0.6;
/** What a line has beside its characters: the caret, roundings. CSS pixels. */
const BESIDE = 4;
/** Widths, em: Han and marks; Latin, figures; a value of the record, whose text is not looked at here. */
const [HAN, LATIN, ATOM] = [1, 0.56, 5];

/** Width of the longest of these lines, em, about; `starts`: where lines begin, the first left out. */
export function widestLine(text: string, starts: readonly number[]): number {
  let [widest, own] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n' || starts.includes(at)) own = 0;
    if (text[at] !== '\n') own += text[at] === '\ufffc' ? ATOM : text.charCodeAt(at) >= 0x2000 ? HAN : LATIN;
    widest = Math.max(widest, own);
  }
  return widest;
}

/** The part of their usual sizes in which titles have a line for each that is printed, in `room` CSS pixels. */
export function titleFit(fields: Readonly<Partial<Record<FieldPath, Node | null>>>, startsOf: (field: FieldPath) => readonly number[], room: number): number {
  const widest = SIZES.map(([field, size]) => {
    const text = fields[field]?.firstChild;
    return text === null || text === undefined ? 0 : size * widestLine(text.textBetween(0, text.content.size, null, (leaf) => (leaf.type.name === 'hard_break' ? '\n' : '\ufffc')), startsOf(field));
  });
  const most = Math.max(...widest) + BESIDE;
  return most <= room ? 1 : Math.max(LEAST, room / most);
}
