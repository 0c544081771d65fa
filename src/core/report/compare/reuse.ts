// How much of a text was carried over from another: stretches of at least six characters
// that stand there too. In: the old text. Out: for any new one the stretches carried over
// and where they came from. A hash of six-character pieces finds where to look, letters
// decide; linear in both texts but for pieces that repeat.

/** Shorter agreements are the language's, not the text's (三 words of two characters). */
const PIECE = 6;
/** Of a piece that stands many times in the old text only so many places are tried. */
const MOST_PLACES = 24;
/** Pieces of a text that say well enough which others it is like. */
const SAMPLE = 300;

export interface Carried {
  /** In the new text; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** Offset in the old text. */
  readonly source: number;
}

/** Where pieces of many texts stand: which of them share pieces with another, those that share most first. Looks at no more than `SAMPLE` pieces of that one. */
export class PieceVotes {
  private readonly holders = new Map<string, number[]>();

  constructor(texts: readonly string[]) {
    for (const [index, text] of texts.entries()) {
      for (let i = 0; i + PIECE <= text.length; i++) {
        const piece = text.slice(i, i + PIECE);
        const at = this.holders.get(piece);
        if (at === undefined) this.holders.set(piece, [index]);
        else if (at.length < MOST_PLACES && at.at(-1) !== index) at.push(index);
      }
    }
  }

  /** Indexes of at most `most` texts; of those that share as much the ones about `near`. */
  best(text: string, most: number, near: number): readonly number[] {
    const votes = new Map<number, number>();
    const pace = Math.max(1, Math.floor((text.length - PIECE + 1) / SAMPLE));
    for (let i = 0; i + PIECE <= text.length; i += pace) for (const index of this.holders.get(text.slice(i, i + PIECE)) ?? []) votes.set(index, (votes.get(index) ?? 0) + 1);
    return [...votes].toSorted((x, y) => y[1] - x[1] || Math.abs(x[0] - near) - Math.abs(y[0] - near)).slice(0, most).map(([index]) => index);
  }
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

/** A share in hundredths for people: never all of it where something is other, never none where something is the same. */
export function sharePercent(share: number): string {
  return `${share >= 1 ? 100 : share <= 0 ? 0 : Math.min(99, Math.max(1, Math.round(share * 100)))}%`;
}
