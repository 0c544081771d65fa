// The page that will be printed, as it will be: the edition set by a page worker of
// the preview's own, so that the live pages stay as they are. It draws the display
// list that the PDF is written from.
import { useEffect, useMemo, useRef, useState } from 'react';
import { writePackage } from '../../core/model/package-file';
import type { Edition, Package } from '../../core/model/package';
import { PageCanvas } from '../preview/page-canvas';
import { PageFeed } from '../preview/page-feed';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';

interface PrintPreviewProps {
  readonly feed: PageFeed;
  /** Index of the page shown. */
  readonly page: number;
  /** Room for it, CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const NO_MARKS: readonly never[] = [];
const nothing = (): void => undefined;

export function PrintPreview({ feed, page, width, height }: PrintPreviewProps) {
  const shapes = useWatched(feed.shapes);
  const shape = shapes[page];
  const size = useMemo(() => {
    if (shape === undefined) return null;
    const scale = Math.min(width / shape.width, height / shape.height);
    return { scale, width: Math.round(shape.width * scale), height: Math.round(shape.height * scale) };
  }, [shape, width, height]);
  if (size === null) return <p className="quiet" role="status">正在排版…</p>;
  return (
    <div className="sheet-of-paper" style={{ width: size.width, height: size.height }}>
      <PageCanvas key={page} feed={feed} index={page} size={size} top={0} left={0} scale={size.scale} pixelRatio={window.devicePixelRatio} onPoint={nothing} onOpen={null} bar={null} marks={NO_MARKS} />
    </div>
  );
}

/** A page worker for one dialog that shows `edition` of `pkg`; null until it is there. */
export function usePreviewFeed(workspace: Workspace, pkg: Package, edition: Edition | null): PageFeed | null {
  const [feed, setFeed] = useState<PageFeed | null>(null);
  useEffect(() => {
    const made = new PageFeed((message, again) => workspace.notices.tell('failed', message, { accept: again === null ? null : { title: '重新排版', run: again } }));
    made.faces(workspace.faces.get());
    setFeed(made);
    return () => made.close();
  }, [workspace]);
  const count = useRef(0);
  useEffect(() => {
    if (feed === null || edition === null) return;
    // Each setting is a document of its own: an answer to the one before is dropped by its number.
    feed.open({ document: ++count.current, version: 0, bytes: writePackage({ ...pkg, editions: [edition], versions: [] }, null) });
    feed.setEdition(edition.id);
  }, [feed, pkg, edition]);
  return feed;
}
