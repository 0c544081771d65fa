// 配图: the pictures that stand with an article in the newspaper, their captions, their
// width and their place. Chosen from files, turned gray, seen as they print; set with 完成 as one undoable
// change. A caption is never dropped because its picture could not be read.
import { useId, useState } from 'react';
import type { PackageChange } from '../../core/model/change';
import { type ArticlePicture, AS_WIDE_AS_TEXT, type PictureCorner, type PictureFile, picturesOf, type PictureSpot } from '../../core/model/package';
import { articleNames } from '../panels/article-names';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { FileButton } from './file-button';
import { GrayPreview } from './gray-preview';
import { assetChanges, takePicture, type TakenPicture } from './take-picture';

export const PictureDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  const article = useWatched(workspace.article);
  return session === null || article === null ? null : <Form key={article} workspace={workspace} session={session} article={article} />;
};

/** Dots an inch that newsprint needs (N-41). */
const ENOUGH = 200;
const WIDTHS: readonly (readonly [number, string])[] = [[0, '按图的形状'], [1, '一栏'], [2, '两栏'], [3, '三栏'], [4, '四栏'], [AS_WIDE_AS_TEXT, '与正文同宽']];
/** Where it stands; over the whole width at the top it is right under the headline. */
const CORNERS: readonly (readonly [PictureCorner | 'middle' | '', string])[] = [['', '右上，标题下面'], ['left', '左上，标题下面'], ['foot', '右下，文章末尾'], ['middle', '文章中间，位置在排版台上调']];
/** In the middle where nobody has said where: behind a column, below a few lines. */
const MIDDLE: PictureSpot = { column: 1, row: 8 };
/** Pictures of one article at the most. */
const MOST = 6;
const ACCEPT = '.jpg,.jpeg,.png';

interface FormProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly article: string;
}

function Form({ workspace, session, article }: FormProps) {
  const { pkg } = session;
  const id = useId();
  const old = pkg.pictures?.[article] ?? null;
  const [pictures, setPictures] = useState<readonly PictureFile[]>(() => (old === null ? [] : picturesOf(old)).map(plain));
  const [taken, setTaken] = useState<readonly TakenPicture[]>([]);
  const [said, setSaid] = useState('');
  /** Of the picture that is not chosen yet. */
  const [waiting, setWaiting] = useState('');
  const [columns, setColumns] = useState(old?.columns ?? 0);
  const [corner, setCorner] = useState<PictureCorner | 'middle' | ''>(typeof old?.place === 'object' ? 'middle' : (old?.place ?? ''));
  const readOnly = session.opened.readOnly !== null;
  const name = articleNames(pkg.articles, pkg.meeting)[pkg.articles.findIndex((one) => one.id === article)] ?? '';
  const choose = (at: number) => (file: File): void => {
    setSaid('正在读图…');
    void takePicture(file, 'photo').then((taking) => {
      if (!taking.ok) {
        setSaid(`${taking.reason}。`);
        return;
      }
      const { picture: made } = taking;
      setTaken((before) => [...before.filter((one) => one.id !== made.id), made]);
      setPictures((before) => {
        const next: PictureFile = { asset: made.id, file: made.file, caption: before[at]?.caption ?? waiting, width: made.width, height: made.height };
        return before.some((_, i) => i === at) ? before.map((one, i) => (i === at ? next : one)) : [...before, next];
      });
      setWaiting('');
      setSaid(made.done === '' ? '' : `${made.done}。`);
    });
  };
  const done = (): void => {
    if (pictures.length === 0 && waiting.trim() !== '') {
      setSaid('还没有图，图说印不出来：先选图，或把图说清空。');
      return;
    }
    const [first, ...more] = pictures.map((one) => ({ ...one, caption: one.caption.trim() }));
    const next: ArticlePicture | null = first === undefined ? null : { ...first, columns: columns === 0 ? null : columns, ...(corner === '' ? {} : { place: corner === 'middle' ? (typeof old?.place === 'object' ? old.place : MIDDLE) : corner }), ...(more.length === 0 ? {} : { more }) };
    const added = taken.filter((one) => pictures.some(({ asset }) => asset === one.id)).flatMap((one) => assetChanges(session.pkg, one));
    const changes: PackageChange[] = [...added, ...(JSON.stringify(old) === JSON.stringify(next) ? [] : [{ kind: 'set', path: `pictures/${article}`, from: old, to: next } as const])];
    if (changes.length > 0 && !readOnly) session.change(changes, next === null ? '去掉配图' : '配图');
    workspace.dialog.set(null);
  };
  const change = (at: number, next: PictureFile | null): void => setPictures(pictures.flatMap((one, i) => (i !== at ? [one] : next === null ? [] : [next])));
  const raise = (at: number): void => setPictures(pictures.map((one, i) => (i === at - 1 ? pictures[at]! : i === at ? pictures[at - 1]! : one)));
  const bytesOf = ({ asset }: PictureFile): Uint8Array | null => taken.find((one) => one.id === asset)?.bytes ?? pkg.assets.get(asset) ?? null;
  const first = pictures[0];
  return (
    <Dialog
      workspace={workspace}
      title={`配图：${name}`}
      width={640}
      onSubmit={done}
      foot={(
        <>
          <span className="rest">{readOnly ? '这份文稿包只读，不能改。' : '报纸版面印这些图；单行本、大字稿不印。'}</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main" disabled={readOnly}>完成</button>
        </>
      )}
    >
      <div className="meeting">
        {first === undefined && (
          <>
            <div className="line">
              <span className="art-label">图片</span>
              <FileButton first words="选图…" accept={ACCEPT} disabled={readOnly} take={choose(0)} />
            </div>
            <div className="line">
              <label htmlFor={`${id}-caption`}>图说</label>
              <input id={`${id}-caption`} type="text" value={waiting} placeholder="印在图下；可写摄影者" readOnly={readOnly} autoComplete="off" spellCheck={false} onChange={(event) => setWaiting(event.target.value)} />
            </div>
          </>
        )}
        <div className="line">
          <label htmlFor={`${id}-columns`}>宽</label>
          <select id={`${id}-columns`} value={columns} disabled={readOnly} onChange={(event) => setColumns(Number(event.target.value))}>
            {WIDTHS.map(([wide, words]) => <option key={wide} value={wide}>{words}</option>)}
          </select>
        </div>
        <div className="line">
          <label htmlFor={`${id}-corner`}>位置</label>
          <select id={`${id}-corner`} value={corner} disabled={readOnly} onChange={(event) => setCorner(CORNERS.find(([one]) => one === event.target.value)?.[0] ?? '')}>
            {CORNERS.map(([one, words]) => <option key={one} value={one}>{words}</option>)}
          </select>
        </div>
      </div>
      <p className="picture-said" role="status">{first === undefined ? said === '' ? '还没有图。' : said : `${said}${first.width} × ${first.height} 像素，报纸上印到 ${Math.floor((Math.min(...pictures.map(({ width }) => width)) / ENOUGH) * 25.4)} 毫米宽够细。`}</p>
      <ol className={`picture-list${pictures.length > 1 ? ' several' : ''}`} aria-label="图片">
        {pictures.map((one, i) => (
          <li key={i}>
            {bytesOf(one) === null
              ? <p className="picture-gone">{one.file === undefined ? '图' : `“${one.file}”`}不在文稿包里了：重新选图，图说还在。</p>
              : <GrayPreview bytes={bytesOf(one)} name={one.caption === '' ? `配图${i + 1}` : `配图：${one.caption}`} width={pictures.length === 1 ? 560 : 220} height={pictures.length === 1 ? 260 : 130} />}
            <div>
              <label htmlFor={`${id}-${i}`}>图说{pictures.length === 1 ? '' : ` ${i + 1}`}</label>
              <input id={`${id}-${i}`} type="text" value={one.caption} placeholder="印在图下；可写摄影者" readOnly={readOnly} autoComplete="off" spellCheck={false} onChange={(event) => change(i, { ...one, caption: event.target.value })} />
              <span className="paper-art">
                <FileButton first={i === 0} words="换图…" accept={ACCEPT} disabled={readOnly} take={choose(i)} />
                {i > 0 && <button type="button" className="button" aria-label={`第 ${i + 1} 张上移`} disabled={readOnly} onClick={() => raise(i)}>上移</button>}
                <button
                  type="button"
                  className="button"
                  disabled={readOnly}
                  onClick={() => {
                    change(i, null);
                    setSaid('');
                  }}
                >
                  {pictures.length === 1 ? '去掉这张图' : `去掉第 ${i + 1} 张`}
                </button>
              </span>
            </div>
          </li>
        ))}
      </ol>
      {first !== undefined && pictures.length < MOST && <FileButton words="再加一张…" accept={ACCEPT} disabled={readOnly} take={choose(pictures.length)} />}
    </Dialog>
  );
}

/** What a picture of its own says, without what the first one says of all. */
function plain({ asset, file, caption, width, height }: PictureFile): PictureFile {
  return { asset, ...(file === undefined ? {} : { file }), caption, width, height };
}
