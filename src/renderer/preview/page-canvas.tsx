// One page on screen: a canvas as large as its device pixels, filled by a bitmap
// that the worker painted. Only a page that is in view asks for one; while a new
// one is being painted the old one stays, so nothing flashes.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { PageInfo } from '../worker/protocol';
import type { PageFeed } from './page-feed';

interface PageCanvasProps {
  readonly feed: PageFeed;
  readonly page: PageInfo;
  /** CSS pixels a pt. */
  readonly scale: number;
  readonly pixelRatio: number;
  /** Place on the page in pt. */
  readonly onPoint?: (x: number, y: number) => void;
  readonly name: string;
  readonly children?: ReactNode;
}

/** Painted a little before they come into view. */
const MARGIN = '200px';

export function PageCanvas({ feed, page, scale, pixelRatio, onPoint, name, children }: PageCanvasProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [inView, setInView] = useState(false);
  const width = Math.round(page.width * scale * pixelRatio) / pixelRatio;
  const height = Math.round(page.height * scale * pixelRatio) / pixelRatio;

  useEffect(() => {
    if (frame.current === null) return;
    const observer = new IntersectionObserver((entries) => setInView(entries.at(-1)?.isIntersecting === true), { rootMargin: MARGIN });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!inView) return;
    let isWanted = true;
    void feed.paint(page.key, scale * pixelRatio).then((bitmap) => {
      if (bitmap === null) return;
      const target = isWanted ? canvas.current : null;
      if (target === null) {
        bitmap.close();
        return;
      }
      target.width = bitmap.width;
      target.height = bitmap.height;
      target.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
      target.dataset['key'] = String(page.key);
    });
    return () => {
      isWanted = false;
    };
  }, [feed, inView, page.key, scale, pixelRatio]);

  return (
    <div
      ref={frame}
      className="page"
      style={{ width, height }}
      onClick={(event) => {
        if (onPoint === undefined) return;
        const box = event.currentTarget.getBoundingClientRect();
        onPoint((event.clientX - box.left) / scale, (event.clientY - box.top) / scale);
      }}
    >
      <canvas ref={canvas} role="img" aria-label={name} />
      {children}
    </div>
  );
}
