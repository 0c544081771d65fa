// One line of a newspaper's furniture, in the size of its style where it has the room, else
// smaller, so that nothing of the paper's own data is ever set in two lines over something
// else. In: the text and the width that it may take. Out: its frame; how much smaller it
// had to be `report-furniture.ts` says. Letters are never distorted.
import type { ParagraphStyle } from '../flow/flow';
import type { FilledFrame, Frame } from './frame';
import { generated, type SheetTools } from './sheet-page';

/** Part of the size before that each try has, and sizes tried at the most: below them nobody reads it. */
const STEP = 0.95;
const MOST_STEPS = 40;

export interface FurnitureLine {
  readonly what: string;
  readonly text: string;
  readonly style: ParagraphStyle;
  /** Left edge and width of its frame, pt. */
  readonly x: number;
  readonly width: number;
  /** Width that it may take in the frame, pt; left out: all of it. */
  readonly most?: number;
}

const smaller = new WeakMap<ParagraphStyle, Map<number, ParagraphStyle>>();

/** The style in another size; the same one each time. */
function sized(style: ParagraphStyle, size: number): ParagraphStyle {
  if (size === style.text.size) return style;
  let bySize = smaller.get(style);
  if (bySize === undefined) smaller.set(style, (bySize = new Map()));
  let other = bySize.get(size);
  if (other === undefined) bySize.set(size, (other = { ...style, text: { ...style.text, size } }));
  return other;
}

/** Places a line with its baseline so many pt from the sheet's top; smaller than its style, its middle stays where it was. */
export function furnitureLine({ what, text, style, x, width, most = width }: FurnitureLine, baseline: number, { flower, setter }: SheetTools): FilledFrame {
  const own = style.text.size;
  for (let step = 0; ; step++) {
    const size = step === 0 ? own : Math.round(own * STEP ** step * 10) / 10;
    const block = flower.generate(what, text, sized(style, size));
    const [fragment] = generated(block, most, setter);
    const isOne = fragment === undefined || (fragment.set.lines.length <= 1 && fragment.set.lines.every(({ right }) => right <= most + 0.01));
    if (!isOne && step < MOST_STEPS) continue;
    const down = (own - size) / 2;
    const frame: Frame = { what, x, y: baseline - down - size, width, rows: 1, grid: { pitch: size, firstBaseline: size, em: size } };
    return { frame, article: null, fragments: generated(block, width, setter) };
  }
}

/** Width that a line centred in its frame takes, pt. */
export function centredWidth({ frame, fragments }: FilledFrame): number {
  const line = fragments[0]?.set.lines[0];
  return line === undefined ? 0 : 2 * line.right - frame.width;
}
