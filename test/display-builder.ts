// Small display lists made by hand, for tests of what comes after layout: the
// PDF writer, the painter, hit-testing. A page is built by a callback that adds
// lines of text (glyphs by cmap at their advances plus an even gap) and returns
// the items; nothing here breaks or justifies.
import type { DisplayList, DisplayPage, GlyphRun, Group, Item, OutlineEntry } from '../src/core/display/list';
import type { Font } from '../src/core/font';
import type { Size } from '../src/core/geometry';

/** A4 in pt. */
export const A4: Size = { width: 595.276, height: 841.89 };

export interface LineStyle {
  /** Index into the list's fonts. */
  readonly font?: number;
  readonly size?: number;
  /** From the group's left edge. */
  readonly x?: number;
  /** Baseline. */
  readonly y?: number;
  /** Added after every glyph, pt. */
  readonly gap?: number;
  readonly embolden?: number;
  readonly gray?: number;
}

/** One glyph of a run given by hand: its id, its place, where its text begins. */
export interface PlacedGlyph {
  readonly glyph: number;
  readonly x: number;
  readonly at: number;
}

/** Collects one page's glyphs while its items are made. */
export class PageBuilder {
  readonly #fonts: readonly Font[];
  readonly glyph: number[] = [];
  readonly x: number[] = [];
  readonly at: number[] = [];

  constructor(fonts: readonly Font[]) {
    this.#fonts = fonts;
  }

  /** A line of text, a glyph a code point, from cmap. */
  line(text: string, style: LineStyle = {}): GlyphRun {
    const font = this.#fonts[style.font ?? 0];
    if (font === undefined) throw new RangeError(`no font ${style.font ?? 0}`);
    const size = style.size ?? 16;
    const placed: PlacedGlyph[] = [];
    let pen = style.x ?? 72;
    let at = 0;
    for (const char of text) {
      const glyph = font.glyphOf(char.codePointAt(0) as number);
      placed.push({ glyph, x: pen, at });
      pen += (font.advanceOf(glyph) * size) / font.unitsPerEm + (style.gap ?? 0);
      at += char.length;
    }
    return this.run(placed, text, style);
  }

  /** A run of glyphs given one by one. */
  run(placed: readonly PlacedGlyph[], text: string, style: LineStyle = {}): GlyphRun {
    const first = this.glyph.length;
    for (const { glyph, x, at } of placed) {
      this.glyph.push(glyph);
      this.x.push(x);
      this.at.push(at);
    }
    return {
      kind: 'glyphs',
      font: style.font ?? 0,
      size: style.size ?? 16,
      y: style.y ?? 100,
      first,
      end: this.glyph.length,
      embolden: style.embolden ?? 0,
      gray: style.gray ?? 0,
      text,
      source: { kind: 'generated', block: null, what: 'test' },
    };
  }
}

export interface PageSpec {
  readonly size?: Size;
  readonly label?: string;
  readonly items: (page: PageBuilder) => readonly Item[];
}

/** A group at (0, 0) unless said. */
export function group(article: string | null, items: readonly Item[], place: Partial<Pick<Group, 'x' | 'y' | 'clip' | 'what'>> = {}): Group {
  return { kind: 'group', what: 'test', x: 0, y: 0, clip: null, ...place, article, items };
}

/** A display list over `fonts`, whose ids it names in their order. */
export function displayList(
  fonts: readonly Font[],
  pages: readonly PageSpec[],
  rest: { readonly outline?: readonly OutlineEntry[]; readonly title?: string; readonly author?: string } = {},
): DisplayList {
  return {
    fonts: fonts.map((font) => font.id),
    pages: pages.map((spec, index): DisplayPage => {
      const builder = new PageBuilder(fonts);
      const items = spec.items(builder);
      return {
        size: spec.size ?? A4,
        label: spec.label ?? String(index + 1),
        items,
        glyph: Uint16Array.from(builder.glyph),
        x: Float32Array.from(builder.x),
        at: Uint16Array.from(builder.at),
      };
    }),
    outline: rest.outline ?? [],
    title: rest.title ?? '',
    author: rest.author ?? '',
  };
}

/** The map that the writer and the painter take. */
export function fontMap(fonts: readonly Font[]): Map<string, Font> {
  return new Map(fonts.map((font) => [font.id, font]));
}
