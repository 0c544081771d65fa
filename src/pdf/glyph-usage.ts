// Which glyphs of a face a display list shows, and what text each stands for:
// the survey before writing, because a subset must be known before the first
// code is written. A glyph has one text of its own, the first it is seen with;
// where it stands for others as well (one outline for a radical and a Han
// character, .notdef for anything), each further text of it lies one layer
// deeper, and every layer has its own ToUnicode. A text that several glyphs
// share, or a glyph without text, is left to /ActualText.
import { assertNever } from '../core/assert-never';
import type { DisplayList, DisplayPage, Item } from '../core/display/list';

/** Texts of more than one code point are kept beside; their key is this plus their index. */
const LONG_TEXT = 0x110000;
const NO_TEXT = -1;
/** Further texts of a glyph beyond these (a page of characters that the face lacks) are left to /ActualText. */
const MOST_LAYERS = 16;

export class GlyphUsage {
  /** Glyph ids in the order of their first use, .notdef first. */
  readonly glyphs: number[] = [0];
  /** Further texts by glyph: layer 1 is `layers[0]`, and so on. */
  readonly layers: Map<number, string>[] = [];
  /** 1 where the writer must look at the text of an occurrence. */
  readonly flagged = new Uint8Array(0x10000);
  /** False while no run of the face shows a glyph: such a face is not embedded. */
  shown = false;
  readonly #seen = new Uint8Array(0x10000);
  readonly #own = new Int32Array(0x10000).fill(NO_TEXT);
  readonly #longTexts: string[] = [];
  readonly #longKeys = new Map<string, number>();
  /** By glyph: layer by key of the text. */
  readonly #layerOf = new Map<number, Map<number, number>>();

  constructor() {
    this.#seen[0] = 1;
    this.flagged[0] = 1; // .notdef has no text of its own
  }

  /** The glyph's own text; null where it has none. */
  textOf(glyph: number): string | null {
    const key = this.#own[glyph] ?? NO_TEXT;
    return key === NO_TEXT ? null : this.#text(key);
  }

  /** The layer that gives the glyph this text: 0 where it is its own; null where none does. */
  layerOf(glyph: number, text: string): number | null {
    const key = this.#keyOf(text);
    return this.#own[glyph] === key ? 0 : (this.#layerOf.get(glyph)?.get(key) ?? null);
  }

  #text(key: number): string {
    return key < LONG_TEXT ? String.fromCodePoint(key) : (this.#longTexts[key - LONG_TEXT] ?? '');
  }

  /**
   * Takes up one run: glyph `i` stands for the text from `at[i]` to the next greater `at`.
   * @throws RangeError where `at` runs backwards or past the text.
   */
  hotAddRun(page: DisplayPage, first: number, end: number, text: string): void {
    const { glyph, at } = page;
    const own = this.#own;
    if (end > first) this.shown = true;
    for (let i = first; i < end; ) {
      const from = at[i] as number;
      const to = i + 1 < end ? (at[i + 1] as number) : text.length;
      if (to === from + 1 && (i > first || from === 0)) {
        const id = glyph[i] as number;
        const key = text.charCodeAt(from);
        if (own[id] !== key) this.#see(id, key);
        i++;
      } else {
        i = this.#addCluster(page, first, i, end, text);
      }
    }
  }

  /** Whatever is not one glyph for one unit; the run's first has all that goes before it too. Returns the glyph after it. */
  #addCluster(page: DisplayPage, first: number, i: number, end: number, text: string): number {
    const { at } = page;
    const from = i === first ? 0 : (at[i] as number);
    let next = i + 1;
    while (next < end && at[next] === at[i]) next++;
    const to = next < end ? (at[next] as number) : text.length;
    if (to < (at[i] as number)) throw new RangeError(`a run's glyphs point backwards or past its text: ${text}`);
    this.#seeLong(page, i, next, text.slice(from, to));
    return next;
  }

  #see(glyph: number, key: number): void {
    const own = this.#own[glyph];
    if (own === key) return;
    if (this.#seen[glyph] === 0) {
      this.#seen[glyph] = 1;
      this.glyphs.push(glyph);
    }
    if (own === NO_TEXT && glyph !== 0) this.#own[glyph] = key;
    else this.#addFurther(glyph, key);
  }

  #addFurther(glyph: number, key: number): void {
    this.flagged[glyph] = 1;
    let byKey = this.#layerOf.get(glyph);
    if (byKey === undefined) this.#layerOf.set(glyph, (byKey = new Map()));
    if (byKey.has(key) || byKey.size >= MOST_LAYERS) return;
    const layer = byKey.size + 1;
    byKey.set(key, layer);
    const texts = this.layers[layer - 1] ?? new Map<number, string>();
    this.layers[layer - 1] = texts.set(glyph, this.#text(key));
  }

  #seeLong(page: DisplayPage, first: number, end: number, text: string): void {
    if (end === first + 1 && text !== '') {
      this.#see(page.glyph[first] as number, this.#keyOf(text));
      return;
    }
    // Several glyphs for one text, or a glyph without any: no text of their own.
    for (let i = first; i < end; i++) {
      const glyph = page.glyph[i] as number;
      if (this.#seen[glyph] === 0) {
        this.#seen[glyph] = 1;
        this.glyphs.push(glyph);
      }
      this.flagged[glyph] = 1;
    }
  }

  #keyOf(text: string): number {
    const codePoint = text.codePointAt(0) ?? 0;
    if (text.length === (codePoint > 0xffff ? 2 : 1)) return codePoint;
    let key = this.#longKeys.get(text);
    if (key === undefined) {
      key = LONG_TEXT + this.#longTexts.push(text) - 1;
      this.#longKeys.set(text, key);
    }
    return key;
  }
}

/** Surveys a list: one usage for each of its fonts, in their order. */
export function surveyGlyphs(list: DisplayList): GlyphUsage[] {
  const usages = list.fonts.map(() => new GlyphUsage());
  for (const page of list.pages) surveyItems(page.items, page, usages);
  return usages;
}

function surveyItems(items: readonly Item[], page: DisplayPage, usages: readonly GlyphUsage[]): void {
  for (const item of items) {
    switch (item.kind) {
      case 'glyphs': {
        const usage = usages[item.font];
        if (usage === undefined) throw new RangeError(`a run names font ${item.font}, the list has ${usages.length}`);
        usage.hotAddRun(page, item.first, item.end, item.text);
        break;
      }
      case 'group':
        surveyItems(item.items, page, usages);
        break;
      case 'path':
      case 'image':
      case 'link':
        break;
      default:
        assertNever(item);
    }
  }
}
