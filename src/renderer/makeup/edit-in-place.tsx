// 改稿 on the page: the article's own editor on an opaque sheet over its block, in the
// block's measure and the page's face and pitch, so that a line holds as many characters.
// It is the one editor of that text: the writing area lets go of it meanwhile.
import type { CSSProperties, KeyboardEvent } from 'react';
import type { Rect } from '../../core/geometry';
import type { Piece } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';
import type { Article, Edition } from '../../core/model/package';
import { brokenMeasure } from '../../core/page/paper-grid';
import { ArticleEditor } from '../editor/article-editor';
import { faceVariables, roleVariables } from '../editor/edition-faces';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';

/** Body type that one can write in, CSS pixels. */
const READABLE = 16;
/** CSS pixels a pt at 100 %. */
const TRUE_SIZE = 96 / 72;

/** Percent of true size from which on body type is large enough to write in. */
export function editingPercent({ em }: Pick<PaperMaster, 'em'>): number {
  return Math.ceil((100 * READABLE) / (em * TRUE_SIZE));
}

interface EditProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly edition: Edition;
  readonly article: Article;
  readonly master: PaperMaster;
  readonly piece: Piece;
  /** Of the block, CSS pixels. */
  readonly rect: Rect;
  /** CSS pixels a pt. */
  readonly scale: number;
  /** Escape: back to the page as it was. */
  readonly stop: () => void;
}

export function EditInPlace({ workspace, session, edition, article, master, piece, rect, scale, stop }: EditProps) {
  const faces = useWatched(workspace.faces).find(({ edition: kind }) => kind === 'newspaper')?.faces ?? [];
  const widest = piece.box ?? piece.body.toSorted((a, b) => b.area.columns - a.area.columns)[0];
  const characters = widest === undefined ? master.characters : brokenMeasure(master, widest.area.columns, widest.into).characters;
  const size = master.em * scale;
  const style = {
    ...roleVariables(faces), ...faceVariables(edition.look), left: rect.x, top: rect.y, width: Math.max(rect.width, characters * size), height: Math.max(rect.height, 12 * master.pitch * scale),
    '--edit-size': `${size}px`, '--edit-pitch': `${master.pitch * scale}px`, '--edit-measure': `${characters * size}px`,
  } as CSSProperties;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape' && !workspace.texts.isOpenComposition) {
      event.preventDefault();
      event.stopPropagation();
      stop();
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.code !== 'KeyZ' && event.code !== 'KeyY') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.code === 'KeyY' || event.shiftKey) workspace.redo();
    else workspace.undo();
  };
  return (
    <section className="makeup-edit" aria-label="改稿" style={style} onKeyDownCapture={onKeyDown} onPointerDown={(event) => event.stopPropagation()}>
      <ArticleEditor key={article.id} workspace={workspace} session={session} article={article} />
    </section>
  );
}
