// What somebody may ask of a 改稿本 beyond its master: which article, room at the
// right, distance of lines, whether lines are numbered and pages headed. In: the shipped master.
// Out: the master changed so that the type area stays as high as it was and ends
// where the margin begins. The shipped wish gives the shipped master.
import type { Edition } from './package';
import { mm } from '../units';

export interface DraftWish {
  /** The one article to set; null: the package's reports. */
  readonly article: string | null;
  /** A line number every so many lines; 0: none. */
  readonly every: number;
  readonly header: boolean;
  /** Right margin. */
  readonly marginMm: number;
  /** Distance of lines, in lines of the booklet (29.619 pt). */
  readonly pitch: number;
}

/** TYPESETTING §3, 改稿本: 60 mm, one and a half, a number every five lines. */
export const USUAL_DRAFT: DraftWish = { article: null, every: 5, header: true, marginMm: 60, pitch: 1.5 };

/** What can be asked: less would leave no room for a hand, more none for the text. */
export const DRAFT_BOUNDS = { marginMm: [20, 90], pitch: [1, 3] } as const;

/** Pitch of the booklet's 22 lines (G-02), pt. */
const LINE = 29.619;

/** The 改稿本 as wished. @throws RangeError for an edition without draft marks, or a wish outside of DRAFT_BOUNDS. */
export function wishDraft(edition: Edition, { article, every, header, marginMm, pitch }: DraftWish): Edition {
  const { master } = edition;
  if (master.kind !== 'sheet' || master.draft === undefined) throw new RangeError(`${edition.id} is no draft`);
  const inside = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;
  if (!inside(marginMm, DRAFT_BOUNDS.marginMm) || !inside(pitch, DRAFT_BOUNDS.pitch)) throw new RangeError('a wish out of bounds');
  const { em } = master.columns;
  const right = mm(marginMm);
  // Half a character less room at the left is no matter; more and the numbers would stand on the edge.
  const least = master.inner - em / 2;
  const characters = Math.floor((master.width - right - least) / em);
  // Rounded as the shipped master is, so that what is not asked for does not change.
  const inner = Math.round((master.width - right - characters * em) * 1000) / 1000;
  const high = (master.lines - 1) * master.pitch;
  const step = Math.round(pitch * LINE * 1000) / 1000;
  const lines = 1 + Math.floor(high / step + 0.01);
  const draft = { ...master.draft, every, header: header ? master.draft.header : 0 };
  return { ...edition, articles: article === null ? edition.articles : [article], master: { ...master, inner, columns: { characters, em }, lines, pitch: step, draft } };
}
