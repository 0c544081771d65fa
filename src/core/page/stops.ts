// Where a page or a piece may end inside a paragraph: after a stop and its closers,
// never inside a pair of quotes or brackets. A mark without its partner encloses
// nothing: one ” forgotten must not forbid every stop after its “.
import type { Paragraph } from '../flow/flow';

/** Best first: a sentence's end, a clause's, a phrase's. */
export const STOP_KINDS: readonly string[] = ['。！？', '；', '，：'];

const OPENERS = '“‘（《〈【〔';
const CLOSERS = '”’）》〉】〕';

const enclosed = new WeakMap<Paragraph, Uint8Array>();

/** Per character: 1 where the place behind it is inside a pair. */
function enclosedPlaces(paragraph: Paragraph): Uint8Array {
  let inside = enclosed.get(paragraph);
  if (inside === undefined) enclosed.set(paragraph, (inside = findPairs(paragraph.text)));
  return inside;
}

function findPairs(text: string): Uint8Array {
  const inside = new Uint8Array(text.length);
  const open: { readonly kind: number; readonly at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const ch = text[i]!;
    const kind = OPENERS.indexOf(ch);
    if (kind >= 0) {
      open.push({ kind, at: i });
      continue;
    }
    const closes = CLOSERS.indexOf(ch);
    if (closes < 0) continue;
    const partner = open.findLastIndex((mark) => mark.kind === closes);
    if (partner < 0) continue;
    inside.fill(1, open[partner]!.at, i);
    open.length = partner;
  }
  return inside;
}

/**
 * Offsets of the paragraph in (`from`, `end`] after which a page may end, latest first: behind one of `stops` and
 * its closers, outside every pair.
 */
export function stopsOf(paragraph: Paragraph, stops: string, from: number, end: number): number[] {
  const { text } = paragraph;
  const inside = enclosedPlaces(paragraph);
  const out: number[] = [];
  for (let i = end - 1; i >= from; i--) {
    if (inside[i] === 1) continue;
    const next = text[i + 1];
    if (next !== undefined && (CLOSERS.includes(next) || stops.includes(next))) continue;
    let last = i;
    while (last > from && CLOSERS.includes(text[last]!)) last--;
    if (stops.includes(text[last]!)) out.push(i + 1);
  }
  return out;
}
