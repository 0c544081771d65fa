// Asks for the pictures of one page on the screen, one after another: while one is painted
// newer wishes overtake each other, so that the painter never works for what nobody will see.
// Where the page is in a hurry (something of it is in a hand) a quick picture comes first, and the exact
// one once the hand has let go and nothing newer was wished for a moment. In: wishes. Out:
// pictures, in the order of their wishes.

/** Another picture of the page: `key` names what is on it, `scale` is in device pixels a pt. */
export interface PictureWish {
  readonly key: number;
  readonly scale: number;
}

/** 'exact': at once. 'quick': first a quick one. 'held': a quick one alone, as long as the hand holds on. */
export type Hurry = 'exact' | 'quick' | 'held';

export interface PictureSource<T> {
  /** null: there is no such page any more. */
  readonly paint: (wish: PictureWish, isQuick: boolean) => Promise<T | null>;
  readonly show: (picture: T, wish: PictureWish, isExact: boolean) => void;
  /** Done with a picture that is not shown. */
  readonly drop: (picture: T) => void;
  /** Painting or showing broke; the page keeps the picture that it has, and a newer wish is still asked for. */
  readonly failed: (error: unknown) => void;
}

/** Pause after a quick picture in which the exact one is not begun: the next step of a hand or of a key would wait for it, ms. */
export const EXACT_AFTER = 120;

export class PicturePump<T> {
  readonly #source: PictureSource<T>;
  #wish: PictureWish | null = null;
  #hurry: Hurry = 'exact';
  /** What is shown of the wish. */
  #got: 'nothing' | 'quick' | 'exact' = 'nothing';
  #isAsking = false;
  #isOver = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(source: PictureSource<T>) {
    this.#source = source;
  }

  /** The newest wish wins. The same one again, in less of a hurry, is made exact. */
  want(wish: PictureWish, hurry: Hurry): void {
    const isSame = this.#wish !== null && this.#wish.key === wish.key && this.#wish.scale === wish.scale;
    if (!isSame) {
      this.#wish = wish;
      this.#got = 'nothing';
    }
    this.#hurry = hurry;
    clearTimeout(this.#rest);
    this.#next();
  }

  /** Shows nothing any more. */
  end(): void {
    this.#isOver = true;
    clearTimeout(this.#rest);
  }

  #next(): void {
    if (this.#isAsking || this.#isOver || this.#wish === null || this.#got === 'exact') return;
    if (this.#got === 'nothing') void this.#ask(this.#wish, this.#hurry !== 'exact');
    else if (this.#hurry === 'exact') void this.#ask(this.#wish, false);
    else if (this.#hurry === 'quick') this.#rest = setTimeout(() => this.#wish !== null && !this.#isAsking && void this.#ask(this.#wish, false), EXACT_AFTER);
  }

  async #ask(wish: PictureWish, isQuick: boolean): Promise<void> {
    this.#isAsking = true;
    try {
      const picture = await this.#source.paint(wish, isQuick);
      if (this.#isOver) {
        if (picture !== null) this.#source.drop(picture);
        return;
      }
      // One that was overtaken meanwhile is still newer than what is shown.
      if (picture !== null) this.#source.show(picture, wish, !isQuick);
      if (wish === this.#wish) this.#got = isQuick && picture !== null ? 'quick' : 'exact';
    } catch (error) {
      // Not again for the same wish, or it would break for ever.
      if (wish === this.#wish) this.#got = 'exact';
      this.#source.failed(error);
    } finally {
      this.#isAsking = false;
    }
    clearTimeout(this.#rest);
    this.#next();
  }
}
