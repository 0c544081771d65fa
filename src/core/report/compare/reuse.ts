// How much of a text was carried over from another: stretches of at least six characters
// that stand there too. In: the old text. Out: for any new one the stretches carried over
// and where they came from. A hash of six-character pieces finds where to look, letters
// decide; linear in both texts but for pieces that repeat.

/** Shorter agreements are the language's, not the text's (三 words of two characters). */
const PIECE = 6;
/** Of a piece that stands many times in the old text only so many places are tried. */
const MOST_PLACES = 24;

export interface Carried {
  /** In the new text; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Offset in the old text. */
  readonly source: number;
}

export class ReuseIndex {
  private readonly places = new Map<string, number[]>();

  constructor(private readonly old: string) {
    for (let i = 0; i + PIECE <= old.length; i++) {
      const piece = old.slice(i, i + PIECE);
      const at = this.places.get(piece);
      if (at === undefined) this.places.set(piece, [i]);
      else if (at.length < MOST_PLACES) at.push(i);
    }
  }

  /** The stretches of `text` that stand in the old one: from the left, the longest at each place. */
  carried(text: string): readonly Carried[] {
    const found: Carried[] = [];
    let i = 0;
    while (i + PIECE <= text.length) {
      let best: Carried | null = null;
      for (const source of this.places.get(text.slice(i, i + PIECE)) ?? []) {
        let length = PIECE;
        while (i + length < text.length && source + length < this.old.length && text[i + length] === this.old[source + length]) length++;
        if (best === null || length > best.to - best.from) best = { from: i, to: i + length, source };
      }
      if (best === null) i++;
      else {
        found.push(best);
        i = best.to;
      }
    }
    return found;
  }

  /** The part of the text's characters that was carried over, 0–1; 0 of an empty text. */
  share(text: string): number {
    return text.length === 0 ? 0 : this.carried(text).reduce((sum, { from, to }) => sum + to - from, 0) / text.length;
  }
}
