// One page on screen: a canvas as large as its device pixels, filled by a bitmap
// that the worker painted. It stands in the document only while it is in view; while
// a new picture is being painted the old one stays, so nothing flashes. `data-key` names
// the page that the picture shows, `data-exact` tells a quick one from one of the outlines.
import { memo, useEffect, useRef, type CSSProperties, type MouseEvent } from 'react';
import type { Rect, Size } from '../../core/geometry';
import type { PageFeed } from './page-feed';
import { Mark, type PageMark } from './page-marks';
import { type Hurry, PicturePump } from './picture-pump';

interface PageCanvasProps {
  readonly feed: PageFeed;
  /** Index of the page among the pages. */
  readonly index: number;
  /** CSS pixels. */
  readonly size: Size;
  readonly top: number;
  readonly left: number;
  /** CSS pixels a pt. */
  readonly scale: number;
  readonly pixelRatio: number;
  /** A click, as a place on the page in pt; null: a picture only. */
  readonly onPoint: ((index: number, x: number, y: number) => void) | null;
  /** A double click, the same. */
  readonly onOpen: ((index: number, x: number, y: number) => void) | null;
  /** The caret's line, pt. */
  readonly bar: Rect | null;
  /** Faults of the setting that this page shows (W32). */
  readonly marks: readonly PageMark[];
  /** Nobody sees it: it is painted when that is over. */
  readonly isCovered?: boolean;
  /** Whether the page is worked on with a hand (picture-pump.ts). */
  readonly hurry?: Hurry;
}

/** Pause in the changes of a page after which its thumbnail is painted anew. */
const PICTURE_PAUSE_MS = 400;

/** Drawn again only when something of its own changed: a keystroke changes one page of many. */
export const PageCanvas = memo(PageCanvasOnce, isSame);

function PageCanvasOnce({ feed, index, size, top, left, scale, pixelRatio, onPoint, onOpen, bar, marks, isCovered = false, hurry = 'exact' }: PageCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isPicture = onPoint === null;
  const isFirst = useRef(true);
  const mayHurry = hurry !== 'exact';
  const pump = useRef<PicturePump<ImageBitmap> | null>(null);

  useEffect(() => {
    const made = new PicturePump<ImageBitmap>({
      paint: ({ key, scale: pixels }, isQuick) => feed.paint(key, pixels, isQuick),
      show: (bitmap, { key, scale: pixels }, isExact) => {
        const target = canvas.current;
        if (target === null) {
          bitmap.close();
          return;
        }
        // A size that is set, even to what it was, lays the window out and empties the canvas: a key changes neither.
        if (target.width !== bitmap.width) target.width = bitmap.width;
        if (target.height !== bitmap.height) target.height = bitmap.height;
        target.getContext('bitmaprenderer', { alpha: false })?.transferFromImageBitmap(bitmap);
        target.dataset['key'] = String(key);
        target.dataset['exact'] = String(isExact);
        if (isExact && mayHurry) feed.prepare(key, pixels);
      },
      drop: (bitmap) => bitmap.close(),
      failed: reportError,
    });
    pump.current = made;
    isFirst.current = true;
    return () => {
      made.end();
      if (mayHurry) feed.prepareNoMore();
    };
  }, [feed, index, mayHurry]);

  // The pages are watched without React: a picture is asked for before the window is drawn anew for what else changed with them.
  useEffect(() => {
    if (isCovered) return undefined;
    const pixels = paintScale(size, scale, pixelRatio);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked: number | null = null;
    const look = (): void => {
      const key = feed.pages.get()?.pages[index]?.key ?? null;
      if (key === null || key === asked) return;
      asked = key;
      clearTimeout(timer);
      const want = (): void => pump.current?.want({ key, scale: pixels }, isFirst.current ? 'exact' : hurry);
      // Each picture that arrives costs the window a frame: small ones wait until typing pauses.
      if (isPicture && !isFirst.current) timer = setTimeout(want, PICTURE_PAUSE_MS);
      else want();
      isFirst.current = false;
    };
    look();
    const unwatch = feed.pages.watch(look);
    return () => {
      unwatch();
      clearTimeout(timer);
    };
  }, [feed, index, scale, pixelRatio, isPicture, isCovered, hurry]);

  const at = (event: MouseEvent, then: PageCanvasProps['onPoint']): void => {
    const box = event.currentTarget.getBoundingClientRect();
    then?.(index, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale);
  };
  const style: CSSProperties = { width: size.width, height: size.height, top, left };
  return (
    <div
      className="page"
      data-page={index}
      style={style}
      onClick={(event) => at(event, onPoint)}
      onDoubleClick={(event) => at(event, onOpen)}
    >
      <canvas ref={canvas} role="img" aria-label={isPicture ? `第 ${index + 1} 页缩览` : `第 ${index + 1} 页`} />
      {bar !== null && <div className="bar" style={{ left: bar.x * scale, top: bar.y * scale, width: bar.width * scale, height: bar.height * scale }} />}
      {marks.map((mark, order) => <Mark key={order} mark={mark} scale={scale} />)}
    </div>
  );
}

/** Device pixels of one picture: 128 MB. Beyond, at 400 % on a fine screen, a page is a little soft. */
const MOST_PIXELS = 32e6;

/** Device pixels a pt, as many as the screen shows and a picture may have. */
function paintScale(size: Size, scale: number, pixelRatio: number): number {
  const pixels = size.width * size.height * pixelRatio * pixelRatio;
  return scale * pixelRatio * Math.min(1, Math.sqrt(MOST_PIXELS / pixels));
}

/** Sizes are made anew with every column: compared by what they say. */
function isSame(a: PageCanvasProps, b: PageCanvasProps): boolean {
  return a.feed === b.feed && a.index === b.index && a.scale === b.scale && a.pixelRatio === b.pixelRatio && a.onPoint === b.onPoint && a.onOpen === b.onOpen
    && a.size.width === b.size.width && a.size.height === b.size.height && a.top === b.top && a.left === b.left && a.bar === b.bar && a.marks === b.marks && a.isCovered === b.isCovered && a.hurry === b.hurry;
}
