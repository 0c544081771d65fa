// What the dialogs of printing share: which editions can be printed, what is
// remembered from one printing to the next, how dialogs are opened about something,
// and asking main with the words of the text settled first.
import type { Paper } from '../../core/display/arrange';
import { type DraftWish, USUAL_DRAFT } from '../../core/model/draft-wish';
import { DRAFT } from '../../core/model/editions';
import type { EditionKind, Package } from '../../core/model/package';
import type { PrintEntry, Sides } from '../../ipc/printing';
import { articleNames } from '../panels/article-names';
import { writePageRange } from './page-range';

/** A kind of thing that can be printed, with the editions of that kind; a 改稿本 is one. */
export interface PrintChoice {
  readonly kind: EditionKind | typeof DRAFT;
  readonly title: string;
  readonly editions: readonly { readonly id: string; readonly name: string }[];
}

const KINDS: readonly (readonly [EditionKind | typeof DRAFT, string])[] = [['booklet', '单行本'], [DRAFT, '改稿本'], ['speech', '大字稿'], ['newspaper', '报纸大样']];

/** Everything of a package that can be printed, in the dialog's order. */
export function printChoices(pkg: Package): readonly PrintChoice[] {
  return KINDS.flatMap(([kind, title]): PrintChoice[] => {
    if (kind === DRAFT) return [{ kind, title, editions: [{ id: DRAFT, name: title }] }];
    const editions = pkg.editions.filter((edition) => edition.kind === kind && edition.articles.length > 0);
    return editions.length === 0 ? [] : [{ kind, title, editions }];
  });
}

/** What a printing is about before the user says anything. */
export interface PrintStart {
  readonly edition: string;
  readonly draft: DraftWish | null;
  /** Indexes; null: all. */
  readonly pages: readonly number[] | null;
}

/** Id of the dialog 打印 about an edition and pages. */
export function printDialog(start: PrintStart): string {
  return `print:${JSON.stringify(start)}`;
}

/** What stands behind the dialog's colon, as printDialog wrote it. */
export function readPrintStart(subject: string | null): PrintStart | null {
  return subject === null ? null : (JSON.parse(subject) as PrintStart);
}

/** Remembered from one printing to the next, on this computer. */
export interface PrintHabits {
  readonly printer: string | null;
  readonly edition: string;
  readonly sides: Sides;
  /** Two pages on a folded A3, not one on an A4. */
  readonly folds: boolean;
  /** Paper that the pages of a newspaper are parted over. */
  readonly tiles: Paper;
  readonly collate: boolean;
  readonly draft: DraftWish;
}

const STORE = 'banxin.print';
const FIRST: PrintHabits = { printer: null, edition: DRAFT, sides: 'long', folds: false, tiles: 'A3', collate: true, draft: USUAL_DRAFT };

/** What was remembered; as at first where nothing was, or another program wrote it. */
export function readHabits(storage: Pick<Storage, 'getItem'>): PrintHabits {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(STORE) ?? '{}');
    const known = typeof parsed === 'object' && parsed !== null ? (parsed as Partial<PrintHabits>) : {};
    const draft = typeof known.draft === 'object' ? { ...USUAL_DRAFT, ...known.draft } : USUAL_DRAFT;
    return { ...FIRST, ...known, draft };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return FIRST;
  }
}

export function keepHabits(storage: Pick<Storage, 'setItem'>, habits: PrintHabits): void {
  storage.setItem(STORE, JSON.stringify(habits));
}

/** 改稿本（社论） 10 份 · 第 1-3 页 · 发给主席会议成员. `pkg`: the package now, for an article's name. */
export function entryText({ kind, editionName, draft, copies, chosen, pages, to, where }: PrintEntry, pkg: Pick<Package, 'articles' | 'meeting'>): string {
  const which = chosen === null ? `${pages} 页` : `第 ${writePageRange(chosen)} 页`;
  const what = kind === 'export' ? `导出 ${where}` : `${copies} 份`;
  const name = articleNames(pkg.articles, pkg.meeting)[pkg.articles.findIndex(({ id }) => id === draft?.article)];
  return [`${editionName}${name === undefined ? '' : `（${name}）`} ${what}`, which, ...(to === '' ? [] : [`发给${to}`])].join(' · ');
}
