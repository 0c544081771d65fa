// Sets paragraphs and remembers: shaping by paragraph, lines by paragraph,
// measure and looseness. Identity is the key (a changed paragraph is another
// object), so nothing is ever invalidated. Its life is the Typesetter's. Shaping
// is kept for the latest paragraphs, and for those that were asked for again (a
// newspaper's, set at many widths): of a book it takes more memory than its lines.
import type { Font, FontRole } from '../font';
import type { Paragraph } from '../flow/flow';
import { breakLines, gapIn } from '../line/break-lines';
import type { SetParagraph } from '../line/line';
import { orderOf } from '../line/faces';
import { shape, type ShapedParagraph } from '../line/shape';

/** Glyphs whose shaping is kept although it was asked for once: some pages of a booklet, so that it goes before V8 takes it for something that stays. */
const FRESH_GLYPHS = 8_000;

export class Setter {
  private readonly shaped = new WeakMap<Paragraph, ShapedParagraph>();
  /** Asked for once, the latest last. */
  private readonly fresh = new Map<Paragraph, ShapedParagraph>();
  private freshGlyphs = 0;
  /** Let go after one asking: asked for once more, they are kept, or each width of a long newspaper would shape it anew. */
  private readonly gone = new WeakSet<Paragraph>();
  private readonly sets = new WeakMap<Paragraph, Map<number, SetParagraph>>();

  constructor(private readonly fonts: ReadonlyMap<FontRole, readonly Font[]>) {}

  /** The fonts of a role, and those that stand in for it, in the order in which they are asked. */
  fontsOf(role: FontRole): readonly Font[] {
    return orderOf(this.fonts, role);
  }

  /** The paragraph set at one width, pt; `looseness` in lines beside the best setting (default: as the block asks). */
  set(paragraph: Paragraph, width: number, looseness: number = paragraph.looseness): SetParagraph {
    let byMeasure = this.sets.get(paragraph);
    if (byMeasure === undefined) this.sets.set(paragraph, (byMeasure = new Map()));
    // Widths are below 2000 pt and looseness below ±50: one number names both.
    const key = Math.round(width * 1000) * 128 + looseness + 64;
    let set = byMeasure.get(key);
    if (set !== undefined) return set;
    const plain = looseness === 0 ? null : (byMeasure.get(key - looseness) ?? null);
    set = breakLines(this.shape(paragraph), width, looseness, plain);
    byMeasure.set(key, set);
    return set;
  }

  /** Worst added gap, em, that the paragraph surely needs in so many lines at this width; Infinity: it cannot be set so. */
  leastGap(paragraph: Paragraph, width: number, lines: number): number {
    return gapIn(this.shape(paragraph), width, lines);
  }

  private shape(paragraph: Paragraph): ShapedParagraph {
    let shaped = this.shaped.get(paragraph);
    if (shaped !== undefined) return shaped;
    shaped = this.fresh.get(paragraph);
    if (shaped !== undefined) {
      this.drop(paragraph, shaped);
      this.shaped.set(paragraph, shaped);
      return shaped;
    }
    shaped = shape(paragraph, this.fonts);
    if (this.gone.has(paragraph)) {
      this.shaped.set(paragraph, shaped);
      return shaped;
    }
    for (const [oldest, its] of this.fresh) {
      if (this.freshGlyphs <= FRESH_GLYPHS) break;
      this.drop(oldest, its);
      this.gone.add(oldest);
    }
    this.fresh.set(paragraph, shaped);
    this.freshGlyphs += shaped.glyph.length;
    return shaped;
  }

  private drop(paragraph: Paragraph, { glyph }: ShapedParagraph): void {
    this.fresh.delete(paragraph);
    this.freshGlyphs -= glyph.length;
  }
}
