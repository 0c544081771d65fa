// 查看 › 导入原文: the text that was imported, beside the article, at the paragraph
// that the caret is in where that can be told. Only to look at; lines have the
// numbers of the review.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { isOriginal } from '../../core/import/review/index';
import type { OriginalText } from '../../ipc/importing';
import { leafText } from '../editor/field-atoms';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { clipLine, rowsFor } from './clipped-line';
import { remeasure } from './remeasure';
import { findInOriginal, indexOriginal } from './find-in-original';

interface PaneProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
}

interface Shown {
  readonly text: OriginalText;
  readonly lines: readonly string[];
}

export function OriginalPane({ workspace, session }: PaneProps) {
  const { api, imports } = workspace;
  const names = useSelected(session.state, ({ pkg }) => [...pkg.assets.keys()].filter(isOriginal).join(' '));
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    let isOver = false;
    void Promise.all(names.split(' ').filter((name) => name !== '').map((name) => api.originalText(session.opened.document, name))).then((answers) => {
      if (isOver) return;
      setShown(answers.flatMap((answer) => (answer.ok ? [{ text: answer.value, lines: answer.value.text.split(/\r\n|\r|\n/) }] : [])));
      setTrouble(answers.map((answer) => (answer.ok ? null : answer.message)).find((message) => message !== null) ?? null);
    });
    return () => {
      isOver = true;
    };
  }, [api, session, names]);
  return (
    <aside className="pane original" aria-label="导入原文">
      <div className="tabs">
        <h2>导入原文</h2>
        <span className="rest">
          <button type="button" className="button small" onClick={() => imports.toggleOriginal()}>回到版面</button>
        </span>
      </div>
      {trouble !== null && <p className="quiet" role="alert">{trouble}</p>}
      {names === '' && <p className="quiet">这份文稿包里没有导入原文。</p>}
      {shown.length > 0 && <Lines workspace={workspace} session={session} shown={shown} />}
    </aside>
  );
}

/** The block that the caret is in, by its place: what is typed in it does not move the view. Of an article just shown, its headline or first block. */
function useParagraph({ workspace, session }: PaneProps): { readonly place: string; readonly text: string } | null {
  const caret = useWatched(workspace.places.caret);
  const shown = useWatched(workspace.article);
  const at = caret?.article === shown ? caret : null;
  const place = at === null ? (shown ?? '') : `${at.article} ${at.field ?? ''} ${at.block}`;
  return useMemo(() => {
    const article = session.pkg.articles.find(({ id }) => id === shown);
    if (article === undefined) return null;
    const node = at === null ? (article.fields['deck.main'] ?? article.doc.firstChild) : at.field === null ? article.doc.maybeChild(at.block) : article.fields[at.field];
    return node === null ? null : { place, text: node.textBetween(0, node.content.size, '', (leaf) => leafText(leaf, session.pkg.meeting)) };
    // The text as it is when the caret comes; `place` stands for the caret.
  }, [session, place]);
}

/** CSS pixels. */
const ROW = 22;
const ROOM = 4;
const BESIDE = 56 + 32;
const LETTER = 14;

function Lines({ workspace, session, shown }: PaneProps & { readonly shown: readonly Shown[] }) {
  const box = useRef<HTMLDivElement>(null);
  const indexes = useMemo(() => shown.map(({ lines }) => indexOriginal(lines)), [shown]);
  const paragraph = useParagraph({ workspace, session });
  const found = useMemo(() => {
    const all = paragraph === null ? [] : indexes.map((index) => findInOriginal(index, paragraph.text));
    const which = all.findIndex((line) => line !== null);
    return which < 0 ? null : { which, line: all[which] as number };
  }, [indexes, paragraph]);
  // Of several texts the one that the paragraph is from; where none can be told, the one before.
  const [which, setWhich] = useState(0);
  useEffect(() => {
    if (found !== null) setWhich(found.which);
  }, [found]);
  const { lines, text } = shown[which] ?? (shown[0] as Shown);
  const [perRow, setPerRow] = useState(24);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setPerRow(Math.max(8, Math.floor((element.clientWidth - BESIDE) / LETTER)));
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: lines.length, overscan: 8, getScrollElement: () => box.current, estimateSize: (index) => rowsFor(lines[index]?.length ?? 0, perRow) * ROW + ROOM, useFlushSync: false,
  });
  useEffect(() => remeasure(virtual), [virtual, perRow, which]);
  useEffect(() => {
    if (found !== null && found.which === which) virtual.scrollToIndex(found.line - 1, { align: 'center' });
  }, [virtual, found, which]);
  return (
    <>
      <p className="original-facts">
        {text.encoding} · {lines.length.toLocaleString('zh-CN')} 行{shown.length > 1 && ` · 第 ${which + 1} 份，共 ${shown.length} 份`}
        {paragraph !== null && found === null && ' · 这一段在原文里找不到'}
      </p>
      <div ref={box} className="original-lines" role="region" aria-label="原文的各行" tabIndex={0}>
        <div className="tall" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const { head, left, tail } = clipLine(lines[index] ?? '');
            const isHere = found !== null && found.which === which && found.line === index + 1;
            return (
              <div
                key={index} ref={virtual.measureElement} data-index={index} className={isHere ? 'original-line here' : 'original-line'} style={{ transform: `translateY(${start}px)` }}
                {...(isHere ? { 'aria-current': 'true' as const } : {})}
              >
                <span className="number">{index + 1}</span>
                <span className="words">{head}{left > 0 && <i>……（这里略去 {left.toLocaleString('zh-CN')} 字）……</i>}{tail}</span>
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
