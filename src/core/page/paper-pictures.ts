// Pictures of articles on a newspaper's page (配图): how many rows they take over their
// columns with their captions, several below each other, and all in their place. Which columns it stands in is
// picture-place.ts's. All on whole grid lines.
import { type ArticlePicture, AS_WIDE_AS_TEXT, type PictureFile, picturesOf } from '../model/package';
import type { Block } from '../flow/flow';
import type { ColumnGroup } from './column-group';
import type { FilledFrame, Frame } from './frame';
import type { PaperJob, PaperSheet } from './paper-job';
import { type PicturedPiece, type PicturePlace, picturePlace } from './picture-place';
import type { Broken, Piece } from './placement';
import { brokenFrames, brokenMeasure } from './paper-grid';
import { generated, type SheetTools } from './sheet-page';

/** A picture wider than this beside its height spans two columns where nobody says how many. */
const PORTRAIT = 1.15;

/** A picture over fewer columns of text than it was to have. */
export interface NarrowedPicture {
  readonly wanted: number;
  readonly printed: number;
}

export class PaperPictures {
  /** Whole bodies of articles that have a picture. */
  private readonly pictured = new Map<readonly Block[], ArticlePicture>();

  constructor(
    private readonly job: PaperJob,
    private readonly tools: SheetTools,
  ) {}

  /** Tells of the whole body of an article: its picture goes with it. */
  goesWith(article: string, body: readonly Block[]): void {
    const picture = this.job.picture(article);
    if (picture !== null) this.pictured.set(body, picture);
  }

  /** Where the picture of a thread stands among its columns on the page; null where it has none. */
  placeIn(thread: readonly Block[], body: readonly Broken[], groups: readonly ColumnGroup[]): PicturePlace | null {
    const { master } = this.job;
    return this.place(thread, groups, master.pitch, (group, columns) => {
      const { area, into, beside } = body[group]!;
      const { characters, gap } = brokenMeasure(master, area.columns, into, beside);
      return (columns * characters + (columns - 1) * gap) * master.em;
    });
  }

  /**
   * The picture of a whole text where it stands at `place` over fewer columns than it was set to (one where nobody said): the
   * groups are too low for it, not beside each other, or too few, which `asGiven` makes nothing of. `printed` 0: it has no place.
   * Null: it is as wide, or there is none.
   */
  narrowed(thread: readonly Block[], groups: readonly ColumnGroup[], place: PicturePlace | null, asGiven: boolean): NarrowedPicture | null {
    const picture = this.pictured.get(thread);
    if (picture === undefined) return null;
    const asked = picture.columns ?? 1;
    const has = groups.reduce((sum, { columns }) => sum + columns, 0);
    const wanted = asGiven || asked >= AS_WIDE_AS_TEXT ? Math.min(asked, has) : Math.min(asked, this.job.master.columns);
    const printed = place?.columns ?? 0;
    return printed < wanted ? { wanted, printed } : null;
  }

  /** The same among the columns of a box, on the box's own lines; `gap` between its columns, pt. */
  placeInBox(thread: readonly Block[], columns: ColumnGroup, gap: number, pitch: number): PicturePlace | null {
    return this.place(thread, [columns], pitch, (_, wide) => wide * columns.width + (wide - 1) * gap);
  }

  /** The picture of a piece with its caption, over the columns of its group that it has. */
  put({ body }: Piece, thread: readonly Block[], { group, columns, rows }: PicturePlace, { column, down }: PicturedPiece['picture'], sheet: PaperSheet): void {
    const all = brokenFrames(this.job.master, body[group]!, 'caption');
    const [first, last] = [all[column], all[column + columns - 1]];
    if (first !== undefined && last !== undefined) this.draw(thread, { ...first, y: first.y + down * first.grid.pitch }, last.x + last.width - first.x, rows, sheet);
  }

  /** The pictures of a thread and their captions from the top of a frame on, so wide and as many as `room` rows hold; on the frame's own lines. */
  draw(thread: readonly Block[], at: Frame, width: number, room: number, { frames, pictures }: PaperSheet): void {
    const picture = this.pictured.get(thread);
    if (picture === undefined) return;
    const { pitch, em } = at.grid;
    let row = 0;
    for (const one of picturesOf(picture)) {
      const { image, caption } = this.rowsOf(one, width, pitch);
      if (row + image + caption > room) return;
      const y = at.y + row * pitch;
      // From the top of the first line's em box to the foot of the last one's.
      pictures.push({ asset: one.asset, rect: { x: at.x, y, width, height: (image - 1) * pitch + em }, shape: one.width / one.height });
      this.captionOf(one, width).forEach((fragments, i) => {
        frames.push({ frame: { ...at, what: 'caption', y: y + (image + i) * pitch, width, rows: 1 }, article: null, fragments: fragments.map((fragment) => ({ ...fragment, row: 0 })) });
      });
      row += image + caption + 1;
    }
  }

  /** Null where the thread has no picture, or goes on here from another page. */
  private place(thread: readonly Block[], groups: readonly ColumnGroup[], pitch: number, widthOf: (group: number, columns: number) => number): PicturePlace | null {
    const picture = this.pictured.get(thread);
    if (picture === undefined) return null;
    const all = picturesOf(picture);
    const most = Math.max(...groups.map(({ columns }) => columns));
    const columns = Math.min(most, picture.columns ?? (picture.width > PORTRAIT * picture.height ? 2 : 1));
    // Where not all have room, the last ones stay out, which is told.
    for (let count = all.length; count >= 1; count--) {
      const rowsOver = (width: number): number => all.slice(0, count).reduce((sum, one) => {
        const { image, caption } = this.rowsOf(one, width, pitch);
        return sum + image + caption + 1;
      }, 0);
      const place = picturePlace(groups, { columns, rowsOver, widthOf, ...(picture.place === undefined ? {} : typeof picture.place === 'string' ? { corner: picture.place } : { spot: picture.place }) });
      if (place !== null) return place;
    }
    return null;
  }

  /** Rows of a picture over a width, and of its caption. */
  private rowsOf(picture: PictureFile, width: number, pitch: number): { readonly image: number; readonly caption: number } {
    const image = Math.max(1, Math.round((width * picture.height) / picture.width / pitch));
    return { image, caption: picture.caption === '' ? 0 : this.captionOf(picture, width).length };
  }

  private captionOf({ caption }: PictureFile, width: number): readonly FilledFrame['fragments'][] {
    const { sheet } = this.job;
    const [fragment] = generated(this.tools.flower.generate('caption', caption, sheet.variant(sheet.paragraph('caption'), 'center', 0)), width, this.tools.setter);
    return fragment === undefined ? [] : fragment.set.lines.map((_, i) => [{ ...fragment, first: i, end: i + 1 }]);
  }
}
