// Pictures of articles on a newspaper's page (配图): how many rows one takes over its
// columns with its caption, and both in their place. Which columns it stands in is
// picture-place.ts's. All on whole grid lines.
import type { ArticlePicture } from '../model/package';
import type { Block } from '../flow/flow';
import type { ColumnGroup } from './fill-piece';
import type { FilledFrame } from './frame';
import type { PaperJob, PaperSheet } from './paper-job';
import { type PicturePlace, picturePlace, type PictureShape } from './picture-place';
import type { Broken, Piece } from './placement';
import { brokenFrames, brokenMeasure } from './paper-grid';
import { generated, type SheetTools } from './sheet-page';

/** A picture wider than this beside its height spans two columns where nobody says how many. */
const PORTRAIT = 1.15;

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

  /** Where the picture of a thread stands among its columns; null where it has none. */
  placeIn(thread: readonly Block[], body: readonly Broken[], groups: readonly ColumnGroup[]): PicturePlace | null {
    const shape = this.shapeOf(thread, body);
    return shape === null ? null : picturePlace(groups, shape);
  }

  /** The picture of a piece with its caption, over the last columns of its group. */
  put({ body }: Piece, thread: readonly Block[], { group, columns }: PicturePlace, { frames, pictures }: PaperSheet): void {
    const picture = this.pictured.get(thread);
    const all = brokenFrames(this.job.master, body[group]!, 'caption');
    const [first, last] = [all[all.length - columns], all.at(-1)];
    if (picture === undefined || first === undefined || last === undefined) return;
    const { pitch, em } = this.job.master;
    const width = last.x + last.width - first.x;
    const { image } = this.pictureRows(picture, width);
    // From the top of the first line's em box to the foot of the last one's.
    pictures.push({ asset: picture.asset, rect: { x: first.x, y: first.y, width, height: (image - 1) * pitch + em }, shape: picture.width / picture.height });
    this.captionOf(picture, width).forEach((fragments, i) => {
      frames.push({ frame: { ...first, y: first.y + (image + i) * pitch, width, rows: 1 }, article: null, fragments: fragments.map((fragment) => ({ ...fragment, row: 0 })) });
    });
  }

  /** An article's picture, as its columns need it; null where it has none, or goes on here from another page. */
  private shapeOf(thread: readonly Block[], body: readonly Broken[]): PictureShape | null {
    const picture = this.pictured.get(thread);
    if (picture === undefined) return null;
    const { master } = this.job;
    const most = Math.max(...body.map(({ into }) => into));
    return {
      columns: Math.min(most, picture.columns ?? (picture.width > PORTRAIT * picture.height ? 2 : 1)),
      rowsOver: (width) => this.pictureRows(picture, width).image + this.pictureRows(picture, width).caption + 1,
      widthOf: (group, columns) => {
        const { area, into } = body[group]!;
        const { characters, gap } = brokenMeasure(master, area.columns, into);
        return (columns * characters + (columns - 1) * gap) * master.em;
      },
    };
  }

  /** Rows of a picture over a width, and of its caption. */
  private pictureRows(picture: ArticlePicture, width: number): { readonly image: number; readonly caption: number } {
    const image = Math.max(1, Math.round((width * picture.height) / picture.width / this.job.master.pitch));
    return { image, caption: picture.caption === '' ? 0 : this.captionOf(picture, width).length };
  }

  private captionOf({ caption }: ArticlePicture, width: number): readonly FilledFrame['fragments'][] {
    const { sheet } = this.job;
    const [fragment] = generated(this.tools.flower.generate('caption', caption, sheet.variant(sheet.paragraph('caption'), 'center', 0)), width, this.tools.setter);
    return fragment === undefined ? [] : fragment.set.lines.map((_, i) => [{ ...fragment, first: i, end: i + 1 }]);
  }
}
