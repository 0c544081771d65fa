// One page on screen: a canvas as large as its device pixels, filled by a bitmap
// that the worker painted. Only a page that is in view asks for one; while a new
// one is being painted the old one stays, so nothing flashes.
import { memo, useEffect, useRef, useState } from 'react';
import type { Rect } from '../../core/geometry';
import { useSelected } from '../session/observable';
import type { PageFeed, PageShape } from './page-feed';

interface PageCanvasProps {
  readonly feed: PageFeed;
  readonly shape: PageShape;
  /** CSS pixels a pt. */
  readonly scale: number;
  readonly pixelRatio: number;
  /** Index of the page among the pages. */
  readonly index: number;
  /** A click, as a place on the page in pt; null: a picture only. */
  readonly onPoint: ((index: number, x: number, y: number) => void) | null;
  /** The caret's line, pt. */
  readonly bar: Rect | null;
}

/** Painted a little before they come into view. */
const MARGIN = '200px';

/** Drawn again only when something of its own changed: a keystroke changes one page of many. */
export const PageCanvas = memo(PageCanvasOnce, isSame);

function PageCanvasOnce({ feed, shape, index, scale, pixelRatio, onPoint, bar }: PageCanvasProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [inView, setInView] = useState(false);
  // Out of view a page has no canvas and does not care what is on it.
  const key = useSelected(feed.pages, (pages) => (inView ? (pages?.pages[index]?.key ?? null) : null));
  const width = Math.round(shape.width * scale * pixelRatio) / pixelRatio;
  const height = Math.round(shape.height * scale * pixelRatio) / pixelRatio;

  useEffect(() => {
    if (frame.current === null) return;
    const observer = new IntersectionObserver((entries) => setInView(entries.at(-1)?.isIntersecting === true), { rootMargin: MARGIN });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (key === null) return;
    let isWanted = true;
    void feed.paint(key, scale * pixelRatio).then((bitmap) => {
      if (bitmap === null) return;
      const target = isWanted ? canvas.current : null;
      if (target === null) {
        bitmap.close();
        return;
      }
      target.width = bitmap.width;
      target.height = bitmap.height;
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
      target.dataset['key'] = String(key);
    });
    return () => {
      isWanted = false;
    };
  }, [feed, key, scale, pixelRatio]);

  return (
    <div
      ref={frame}
      className="page"
      style={{ width, height }}
      onClick={(event) => {
        if (onPoint === null) return;
        const box = event.currentTarget.getBoundingClientRect();
        onPoint(index, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale);
      }}
    >
      {inView && <canvas ref={canvas} role="img" aria-label={onPoint === null ? `第 ${index + 1} 页缩览` : `第 ${index + 1} 页`} />}
      {bar !== null && <div className="bar" style={{ left: bar.x * scale, top: bar.y * scale, width: bar.width * scale, height: bar.height * scale }} />}
    </div>
  );
}

/** Bars cross from the worker and are new objects every time: compared by what they say. */
function isSame(a: PageCanvasProps, b: PageCanvasProps): boolean {
  return a.feed === b.feed && a.index === b.index && a.scale === b.scale && a.pixelRatio === b.pixelRatio && a.onPoint === b.onPoint
    && a.shape.width === b.shape.width && a.shape.height === b.shape.height
    && a.bar?.x === b.bar?.x && a.bar?.y === b.bar?.y && a.bar?.width === b.bar?.width && a.bar?.height === b.bar?.height;
}
