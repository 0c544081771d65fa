// What a person likes when writing, remembered on this computer: the help while
// typing (W18), each switched off by itself, and how fast a text is read aloud
// (W17). What was remembered and is no longer sensible is as at first.
import { Observable } from './observable';
import { readRemembered } from './remembered';

export interface WritingSettings {
  /** Straight quotes become curved. */
  readonly quotes: boolean;
  /** `...` becomes ……. */
  readonly ellipsis: boolean;
  /** `--` becomes ——. */
  readonly dash: boolean;
  /** 一、 （一） 第一， at a line's start make a heading. */
  readonly headings: boolean;
  /** ×× before a measure word offers a 待填. */
  readonly offers: boolean;
  /** Characters read aloud in a minute. */
  readonly readingRate: number;
}

const STORE = 'banxin.writing';
const FIRST: WritingSettings = { quotes: true, ellipsis: true, dash: true, headings: true, offers: true, readingRate: 200 };

/** Slower than this nobody reads, faster nobody follows. Characters a minute. */
export const RATE_BOUNDS = [60, 400] as const;

export function readSettings(text: string | null): WritingSettings {
  const raw = readRemembered<WritingSettings>(text);
  const [slowest, fastest] = RATE_BOUNDS;
  const { readingRate: rate } = raw;
  return {
    quotes: raw.quotes !== false,
    ellipsis: raw.ellipsis !== false,
    dash: raw.dash !== false,
    headings: raw.headings !== false,
    offers: raw.offers !== false,
    readingRate: typeof rate === 'number' && rate >= slowest && rate <= fastest ? Math.round(rate) : FIRST.readingRate,
  };
}

export class SettingsStore {
  readonly settings: Observable<WritingSettings>;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
    this.settings = new Observable(readSettings(storage.getItem(STORE)));
  }

  change(part: Partial<WritingSettings>): void {
    // Another window may have changed another one meanwhile.
    const next = { ...readSettings(this.#storage.getItem(STORE)), ...part };
    this.settings.set(next);
    this.#storage.setItem(STORE, JSON.stringify(next));
  }

  /** Takes over what another window has changed; `key`: of what it stored. */
  heard(key: string | null): void {
    if (key === STORE) this.settings.set(readSettings(this.#storage.getItem(STORE)));
  }
}
