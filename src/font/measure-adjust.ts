// How a face sits in the line, measured from its own ink: for installed faces
// that the table of resources/faces.json does not know. TYPESETTING, "Where
// faces meet": all faces of a line meet on the middle of the em box, which is
// where Noto's Han stand (0.38 em above the baseline).
import type { Font } from '../core/font';
import { type GlyphAdjust, NO_ADJUST } from './glyph-adjust';

/** Characters whose mean middle is that of the 814 Han of a report, within 0.002 em, in each of the five pinned faces. */
const SAMPLE = '国中华人民政治协商会议报告年';
const MIDDLE = 0.38;
/** Below this nobody sees a step, and a face is better left as its maker set it. */
const SEEN = 0.015;

/** Middle of the Han's ink above the baseline, em; null for a face that lacks them. */
export function middleOfHan(font: Font): number | null {
  let sum = 0;
  for (const character of SAMPLE) {
    const glyph = font.glyphOf(character.codePointAt(0)!);
    const ink = glyph === 0 ? null : font.inkOf(glyph);
    if (ink === null) return null;
    sum += (ink.yMin + ink.yMax) / 2;
  }
  return sum / SAMPLE.length / font.unitsPerEm;
}

/** The raise that brings the face to the middle of the em box, in steps of 0.005 em; nothing else is changed. */
export function measureAdjust(font: Font): GlyphAdjust {
  const middle = middleOfHan(font);
  if (middle === null || Math.abs(MIDDLE - middle) < SEEN) return NO_ADJUST;
  return { ...NO_ADJUST, rise: Math.round((MIDDLE - middle) * 200) / 200 };
}
