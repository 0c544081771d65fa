// Which glyphs of a face a display list shows, and what text each stands for:
// the survey before writing, because a subset must be known before the first
// code is written. A glyph has one text of its own (the first it is seen with),
// which goes to ToUnicode; where the same glyph stands for another text (one
// outline for a radical and a Han character, .notdef for anything), or where
// several glyphs share a character, it is flagged, and the writer looks closer
// and sets /ActualText there.
import { assertNever } from '../core/assert-never';
import type { DisplayList, DisplayPage, Item } from '../core/display/list';

/** Texts of more than one code point are kept beside; their key is this plus their index. */
const LONG_TEXT = 0x110000;
const NO_TEXT = -1;

export class GlyphUsage {
  /** Glyph ids in the order of their first use, .notdef first. */
  readonly glyphs: number[] = [0];
  /** 1 where the writer must compare the text of an occurrence with the glyph's own. */
  readonly flagged = new Uint8Array(0x10000);
  /** False while no run of the face shows a glyph: such a face is not embedded. */
  shown = false;
  readonly #seen = new Uint8Array(0x10000);
  readonly #own = new Int32Array(0x10000).fill(NO_TEXT);
  readonly #longTexts: string[] = [];
  readonly #longKeys = new Map<string, number>();

  constructor() {
    this.#seen[0] = 1;
    this.flagged[0] = 1; // .notdef has no text of its own
  }

  /** The text that ToUnicode gives the glyph; null where every occurrence carries its own. */
  textOf(glyph: number): string | null {
    const key = this.#own[glyph] ?? NO_TEXT;
    if (key === NO_TEXT) return null;
    return key < LONG_TEXT ? String.fromCodePoint(key) : (this.#longTexts[key - LONG_TEXT] ?? null);
  }

  /**
   * Takes up one run: glyph `i` stands for the text from `at[i]` to the next greater `at`.
   * @throws RangeError where `at` runs backwards or past the text.
   */
  addRun(page: DisplayPage, first: number, end: number, text: string): void {
    const { glyph, at } = page;
    if (end > first) this.shown = true;
    for (let i = first; i < end; ) {
      const from = i === first ? 0 : (at[i] as number);
      let next = i + 1;
      while (next < end && at[next] === at[i]) next++;
      const to = next < end ? (at[next] as number) : text.length;
      if (to < from) throw new RangeError(`a run's glyphs point backwards or past its text: ${text}`);
      if (next === i + 1 && to === from + 1) this.#see(glyph[i] as number, text.charCodeAt(from));
      else this.#seeLong(page, i, next, text.slice(from, to));
      i = next;
    }
  }

  #see(glyph: number, key: number): void {
    const own = this.#own[glyph];
    if (own === key) return;
    if (this.#seen[glyph] === 0) {
      this.#seen[glyph] = 1;
      this.glyphs.push(glyph);
      this.#own[glyph] = key;
    } else {
      this.flagged[glyph] = 1;
      if (own === NO_TEXT && glyph !== 0) this.#own[glyph] = key;
    }
  }

  #seeLong(page: DisplayPage, first: number, end: number, text: string): void {
    if (end === first + 1 && text !== '') {
      const codePoint = text.codePointAt(0) as number;
      const single = text.length === (codePoint > 0xffff ? 2 : 1);
      this.#see(page.glyph[first] as number, single ? codePoint : this.#keyOf(text));
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
        usage.addRun(page, item.first, item.end, item.text);
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
