// The pages of a 花脸稿 as they will be printed, one below the other, as wide as there is
// room; set by a page worker of the view's own. The change in hand stands in the middle.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ListedChange } from '../../core/report/compare/change-list';
import type { Redlined } from '../../core/report/compare/redline-package';
import { PageCanvas } from '../preview/page-canvas';
import { usePixelRatio, useRoom } from '../preview/use-screen';
import { usePreviewFeed } from '../printing/print-preview';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import type { CaretBar } from '../worker/protocol';
import type { PageFeed } from '../preview/page-feed';

interface RedlinePagesProps {
  readonly workspace: Workspace;
  readonly red: Redlined;
  readonly change: ListedChange | null;
}

/** CSS pixels around a page. */
const AIR = 16;
/** A page is not drawn wider than this. */
const WIDEST = 900;
const NO_MARKS: readonly never[] = [];
const nothing = (): void => undefined;

export function RedlinePages({ workspace, red, change }: RedlinePagesProps) {
  const feed = usePreviewFeed(workspace, red.pkg, red.edition);
  const isPrinted = change === null || red.edition.articles.includes(change.article);
  return (
    <div className="red-room">
      {!isPrinted && <p className="quiet" role="status">这一处所在的稿件不在单行本里，花脸稿上没有；“左右对照”“只看改动”里有。</p>}
      {feed !== null && <Stack feed={feed} change={isPrinted ? change : null} />}
    </div>
  );
}

function Stack({ feed, change }: { readonly feed: PageFeed; readonly change: ListedChange | null }) {
  const box = useRef<HTMLDivElement>(null);
  const room = useRoom(box);
  const ratio = usePixelRatio();
  const shapes = useWatched(feed.shapes);
  const [top, setTop] = useState(0);
  const [bar, setBar] = useState<CaretBar | null>(null);
  const pages = useMemo(() => {
    const width = Math.min(WIDEST, room.width - 2 * AIR);
    let y = AIR;
    return shapes.map((shape) => {
      const scale = width / shape.width;
      const page = { scale, top: y, left: (room.width - width) / 2, size: { width: Math.round(width), height: Math.round(shape.height * scale) } };
      y += page.size.height + AIR;
      return page;
    });
  }, [shapes, room.width]);
  const last = pages.at(-1);
  const height = last === undefined ? 0 : last.top + last.size.height + AIR;
  useEffect(() => {
    let isWanted = true;
    if (change === null || shapes.length === 0) setBar(null);
    else void feed.caret({ article: change.article, field: change.field, block: change.block, offset: change.offset }).then((found) => {
      if (isWanted) setBar(found);
    });
    return () => {
      isWanted = false;
    };
  }, [feed, change, shapes]);
  useEffect(() => {
    const page = bar === null ? undefined : pages[bar.page];
    if (bar !== null && page !== undefined) box.current?.scrollTo({ top: page.top + bar.rect.y * page.scale - room.height / 3 });
  }, [bar, pages, room.height]);
  return (
    <div ref={box} className="red-pages" tabIndex={0} role="region" aria-label="花脸稿" onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      {shapes.length === 0 ? <p className="quiet" role="status">正在排版…</p> : (
        <div className="tall" style={{ height }}>
          {pages.map((page, index) => (page.top + page.size.height < top - room.height || page.top > top + 2 * room.height ? null : (
            <PageCanvas key={index} feed={feed} index={index} size={page.size} top={page.top} left={page.left} scale={page.scale} pixelRatio={ratio} onPoint={nothing} onOpen={null} bar={bar?.page === index ? bar.rect : null} marks={NO_MARKS} />
          )))}
        </div>
      )}
    </div>
  );
}
