// 配图: the picture that stands with an article in the newspaper, its caption and its
// width. Chosen from a file, turned gray, seen as it prints; set with 完成 as one
// undoable change.
import { useId, useState } from 'react';
import type { PackageChange } from '../../core/model/change';
import type { ArticlePicture } from '../../core/model/package';
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
const WIDTHS = ['按图的形状', '一栏', '两栏', '三栏', '四栏'] as const;

interface FormProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly article: string;
}

function Form({ workspace, session, article }: FormProps) {
  const { pkg } = session;
  const id = useId();
  const old = pkg.pictures?.[article] ?? null;
  const [picture, setPicture] = useState<ArticlePicture | null>(old);
  const [taken, setTaken] = useState<TakenPicture | null>(null);
  const [said, setSaid] = useState('');
  const [caption, setCaption] = useState(old?.caption ?? '');
  const [columns, setColumns] = useState(old?.columns ?? 0);
  const readOnly = session.opened.readOnly !== null;
  const name = articleNames(pkg.articles, pkg.meeting)[pkg.articles.findIndex((one) => one.id === article)] ?? '';
  const choose = (file: File): void => {
    setSaid('正在读图…');
    void takePicture(file, 'photo').then((taking) => {
      if (!taking.ok) {
        setSaid(`${taking.reason}。`);
        return;
      }
      const { picture: made } = taking;
      setTaken(made);
      setPicture({ asset: made.id, caption, width: made.width, height: made.height, columns: columns === 0 ? null : columns });
      setSaid(made.done === '' ? '' : `${made.done}。`);
    });
  };
  const done = (): void => {
    const next: ArticlePicture | null = picture === null ? null : { ...picture, caption: caption.trim(), columns: columns === 0 ? null : columns };
    const changes: PackageChange[] = [
      ...(taken !== null && next !== null ? assetChanges(session.pkg, taken) : []),
      ...(JSON.stringify(old) === JSON.stringify(next) ? [] : [{ kind: 'set', path: `pictures/${article}`, from: old, to: next } as const]),
    ];
    if (changes.length > 0 && !readOnly) session.change(changes, next === null ? '去掉配图' : '配图');
    workspace.dialog.set(null);
  };
  const bytes = picture === null ? null : taken?.id === picture.asset ? taken.bytes : (pkg.assets.get(picture.asset) ?? null);
  return (
    <Dialog
      workspace={workspace}
      title={`配图：${name}`}
      width={640}
      onSubmit={done}
      foot={(
        <>
          <span className="rest">{readOnly ? '这份文稿包只读，不能改。' : '报纸版面印这张图；单行本、大字稿不印。'}</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main" disabled={readOnly}>完成</button>
        </>
      )}
    >
      <div className="meeting">
        <div className="line">
          <span className="art-label">图片</span>
          <FileButton first words={picture === null ? '选图…' : '换图…'} accept=".jpg,.jpeg,.png" disabled={readOnly} take={choose} />
        </div>
        <div className="line">
          <label htmlFor={`${id}-caption`}>图说</label>
          <input id={`${id}-caption`} type="text" value={caption} placeholder="印在图下；可写摄影者" readOnly={readOnly} autoComplete="off" spellCheck={false} onChange={(event) => setCaption(event.target.value)} />
        </div>
        <div className="line">
          <label htmlFor={`${id}-columns`}>宽</label>
          <select id={`${id}-columns`} value={columns} disabled={readOnly} onChange={(event) => setColumns(Number(event.target.value))}>
            {WIDTHS.map((words, i) => <option key={words} value={i}>{words}</option>)}
          </select>
        </div>
      </div>
      <p className="picture-said" role="status">{picture === null ? said === '' ? '还没有图。' : said : `${said}${picture.width} × ${picture.height} 像素，报纸上印到 ${Math.floor((picture.width / ENOUGH) * 25.4)} 毫米宽够细。`}</p>
      {picture !== null && (
        <div className="picture-shown">
          <GrayPreview bytes={bytes} name={caption === '' ? '配图' : `配图：${caption}`} width={560} height={300} />
          <button type="button" className="button" disabled={readOnly} onClick={() => { setPicture(null); setTaken(null); setSaid(''); }}>去掉这张图</button>
        </div>
      )}
    </Dialog>
  );
}
