// What the dialogs of printing share: which editions can be printed, what is
// remembered from one printing to the next, how dialogs are opened about something,
// and asking main with the words of the text settled first.
import type { Paper } from '../../core/display/arrange';
import { type DraftWish, USUAL_DRAFT } from '../../core/model/draft-wish';
import { DRAFT } from '../../core/model/editions';
import type { EditionKind, Package } from '../../core/model/package';
import type { PrintEntry, Sides } from '../../ipc/printing';
import { writePageRange } from './page-range';

/** What can be printed: an edition of the package, or the 改稿本. */
export interface PrintChoice {
  readonly edition: string;
  /** 单行本, 改稿本, 大字稿, 报纸大样; with its own name where there are several of a kind. */
  readonly title: string;
  readonly draft: boolean;
  /** Pages of a newspaper are larger than office paper. */
  readonly large: boolean;
}

const TITLES: Readonly<Record<EditionKind, string>> = { booklet: '单行本', newspaper: '报纸大样', speech: '大字稿' };
const ORDER: readonly (EditionKind | typeof DRAFT)[] = ['booklet', DRAFT, 'speech', 'newspaper'];

/** Everything of a package that can be printed, in the dialog's order. */
export function printChoices(pkg: Package): readonly PrintChoice[] {
  return ORDER.flatMap((kind): PrintChoice[] => {
    if (kind === DRAFT) return [{ edition: DRAFT, title: '改稿本', draft: true, large: false }];
    const some = pkg.editions.filter((edition) => edition.kind === kind && edition.articles.length > 0);
    return some.map(({ id, name }) => ({ edition: id, title: some.length === 1 ? TITLES[kind] : `${TITLES[kind]}：${name}`, draft: false, large: kind === 'newspaper' }));
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
  readonly paper: Paper;
  readonly fold: boolean;
  readonly collate: boolean;
  readonly draft: DraftWish;
}

const STORE = 'banxin.print';
const FIRST: PrintHabits = { printer: null, edition: DRAFT, sides: 'long', paper: 'A4', fold: false, collate: true, draft: USUAL_DRAFT };

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

/** 改稿本 10 份 · 第 1-3 页 · 发给主席会议成员 */
export function entryText({ kind, editionName, copies, chosen, pages, to, where }: PrintEntry): string {
  const which = chosen === null ? `${pages} 页` : `第 ${writePageRange(chosen)} 页`;
  const what = kind === 'export' ? `导出 ${where}` : `${copies} 份`;
  return [`${editionName} ${what}`, which, ...(to === '' ? [] : [`发给${to}`])].join(' · ');
}
