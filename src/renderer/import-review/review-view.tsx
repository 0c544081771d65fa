// 导入审阅: the source on the left with a band beside every line, what comes of it on
// the right with the questions below. One view for everything: nothing asks in a box
// of its own, and nothing is in a package before 完成.
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Sheet } from '../saving/sheet';
import type { DialogContent } from '../shell/dialog-content';
import { ArticleTools } from './article-tools';
import { LineTools, LineWords } from './line-tools';
import { QuestionRows } from './question-rows';
import { ResultList } from './result-list';
import { joinSelected, openArticle, partSelected, sendToNumber, toNoise, toPart, toText } from './review-actions';
import type { ReviewSession, Target } from './review-session';
import { useRowDrag } from './row-drag';
import { SourceList } from './source-list';

export const ReviewDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.imports.review);
  return session === null ? null : <ReviewView key={session.id} workspace={workspace} session={session} />;
};

interface ReviewProps {
  readonly workspace: Workspace;
  readonly session: ReviewSession;
}

/** Lines that a page of keys goes. */
const PAGE = 12;

function ReviewView({ workspace, session }: ReviewProps) {
  const state = useWatched(session.state);
  const source = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const questions = useRef<HTMLDivElement>(null);
  /** What had the keys before the question whether to leave. */
  const origin = useRef<HTMLElement | null>(null);
  const drag = useRowDrag(session);
  const [busy, setBusy] = useState(false);
  const { recognition } = state.review;

  useEffect(() => {
    // Questions first where there are any: they are what the program does not know.
    (session.state.get().questions.length > 0 ? questions : source).current?.focus();
  }, [session]);
  useEffect(() => {
    workspace.imports.decided();
  }, [workspace, state]);

  const close = (): void => {
    if (session.isUnfinished && !session.leaving.get()) {
      origin.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      session.leaving.set(true);
    } else workspace.imports.close();
  };
  const stay = (): void => {
    session.leaving.set(false);
    (origin.current?.isConnected === true ? origin : source).current?.focus();
  };
  const finish = (): void => {
    if (busy) return;
    setBusy(true);
    void workspace.imports.finish().then((reason) => {
      if (reason !== null) session.said.set(reason);
    }).finally(() => setBusy(false));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const pressed = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code.replace(/^(?:Key|Digit)/, '')}`;
    // All is all lines of the source wherever the keys are, never the words of the whole window.
    const all = (): void => session.selection.set({ anchor: recognition.lineCount, head: 1 });
    const run = { 'Ctrl+A': all, 'Ctrl+Z': () => session.undo(), 'Ctrl+Y': () => session.redo(), 'Ctrl+Shift+Z': () => session.redo(), 'Ctrl+Enter': finish, F6: () => walk([source, result, questions], 1), 'Shift+F6': () => walk([source, result, questions], -1) }[pressed];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  return (
    <Sheet
      workspace={workspace}
      title="导入审阅"
      note={`${session.imported.name} · ${session.imported.encoding} · ${recognition.lineCount.toLocaleString('zh-CN')} 行 · 不收 ${recognition.noise.length} 行 · 改动 ${recognition.changes.length.toLocaleString('zh-CN')} 处`}
      onClose={close}
      onKeyDown={onKeyDown}
      foot={<Foot workspace={workspace} session={session} busy={busy} close={close} stay={stay} finish={finish} />}
    >
      <div className="review">
        <section className="review-source" aria-label="原文与去处">
          <h3>原文 <small>↑↓ 走行，Shift 选多行；数字送到那一篇，J 合为一段，K 另起段；行号可以拖</small></h3>
          <SourceList session={session} list={source} drag={drag} onKeyDown={(event) => sourceKey(session, event)} />
          <LineWords session={session} />
          <LineTools session={session} />
        </section>
        <div className="review-outcome">
          <section className="review-result" aria-label="导入成的稿件">
            <h3>稿件 <span>{recognition.articles.length}</span><small>点一行看原文；拖动，或 Alt+↑↓ 移动</small></h3>
            <ResultList session={session} list={result} drag={drag} />
            <div className={drag.dragging?.target === 'new' ? 'new-article target' : 'new-article'}>把行拖到这里，另起一篇</div>
            <ArticleTools session={session} />
          </section>
          <QuestionRows session={session} list={questions} />
        </div>
      </div>
      {drag.dragging !== null && <div className="dragged" style={{ transform: `translate(${drag.dragging.x + 12}px, ${drag.dragging.y + 8}px)` }}>{drag.dragging.words}</div>}
    </Sheet>
  );
}

/** Keys of the source: walking, selecting, and what is done with the selected lines. */
function sourceKey(session: ReviewSession, event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing) return;
  const { head } = session.selection.get();
  const lines = (): number[] => session.selectedLines();
  const level = /^Digit([0-5])$/.exec(event.code)?.[1];
  if ((event.ctrlKey || event.metaKey) && event.altKey && level !== undefined) {
    // As in the text: 0 is body text.
    event.preventDefault();
    toPart(session, lines(), level === '0' ? 'paragraph' : (`heading-${level}` as 'heading-1'));
    return;
  }
  if (event.altKey || ((event.ctrlKey || event.metaKey) && event.key !== 'Home' && event.key !== 'End')) return;
  const to = { ArrowDown: head + 1, ArrowUp: head - 1, PageDown: head + PAGE, PageUp: head - PAGE, Home: 1, End: session.review.recognition.lineCount }[event.key];
  const digit = /^[1-9]$/.exec(event.key)?.[0];
  if (to !== undefined) session.goTo(to, event.shiftKey);
  else if (digit !== undefined) sendToNumber(session, lines(), Number(digit));
  else {
    const act = { n: openArticle, x: toNoise, Delete: toNoise, t: toText }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const seam = { j: joinSelected, k: partSelected }[event.key.toLowerCase()];
    if (act !== undefined) act(session, lines());
    else if (seam !== undefined) seam(session);
    else return;
  }
  event.preventDefault();
}

/** F6 walks along the three lists, and back with Shift. */
function walk(lists: readonly RefObject<HTMLElement | null>[], by: 1 | -1): void {
  const at = lists.findIndex(({ current }) => current?.contains(document.activeElement) === true);
  lists[(at + by + lists.length + (at < 0 && by < 0 ? 1 : 0)) % lists.length]?.current?.focus();
}

interface FootProps extends ReviewProps {
  readonly busy: boolean;
  readonly close: () => void;
  readonly stay: () => void;
  readonly finish: () => void;
}

function Foot({ workspace, session, busy, close, stay, finish }: FootProps) {
  const { undoLabel, redoLabel } = useWatched(session.state);
  const said = useWatched(session.said);
  const leaving = useWatched(session.leaving);
  if (leaving) {
    return (
      <>
        <p role="alert">已经作了 {session.decisions} 个决定，还没有完成。关闭以后可以从“文件 › 上次的导入 › 回到导入审阅”接着来；再导入别的，或者退出程序，就不留了。</p>
        <span className="rest" />
        <button type="button" className="button" onClick={close}>关闭审阅</button>
        <button type="button" className="button main" autoFocus onClick={stay}>接着审阅</button>
      </>
    );
  }
  return (
    <>
      <button type="button" className="button" disabled={undoLabel === null} title={undoLabel ?? ''} onClick={() => session.undo()}>撤销<kbd>Ctrl+Z</kbd></button>
      <button type="button" className="button" disabled={redoLabel === null} title={redoLabel ?? ''} onClick={() => session.redo()}>重做<kbd>Ctrl+Y</kbd></button>
      <p className="quiet" role="status">{said}</p>
      <span className="rest" />
      <TargetChoice workspace={workspace} session={session} />
      <button type="button" className="button" onClick={close}>关闭</button>
      <button type="button" className="button main" disabled={busy} onClick={finish}>完成<kbd>Ctrl+回车</kbd></button>
    </>
  );
}

const TARGETS: readonly (readonly [Target, string])[] = [['open', '放进当前文稿包'], ['new', '另建文稿包']];

/** Where it goes: asked only where a package is open that can take it. */
function TargetChoice({ workspace, session }: ReviewProps) {
  const target = useWatched(session.target);
  const open = useWatched(workspace.session);
  if (open?.opened.readOnly !== null) return null;
  const again = session.joined?.filter((id) => open.pkg.articles.some((article) => article.id === id)).length ?? 0;
  return (
    <fieldset className="target-choice">
      <legend className="unseen">完成以后</legend>
      {TARGETS.map(([each, words]) => (
        <label key={each}>
          <input type="radio" name="target" value={each} checked={target === each} onChange={() => session.target.set(each)} />
          {words}
          {each === 'open' && again > 0 && <small>（换下上次的 {again} 篇）</small>}
        </label>
      ))}
    </fieldset>
  );
}
