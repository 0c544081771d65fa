// Writing a 批注 (`comment`: on the selection, or the caret's sentence) or an answer (`comment:ID`). Enter in
// the box makes a line, Ctrl+Enter is 写好了, as in Word's comments.
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Node } from 'prosemirror-model';
import type { Selection } from 'prosemirror-state';
import { docOf } from '../../core/model/apply-change';
import type { PackageChange } from '../../core/model/change';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { keepAuthor, readAuthor } from './author';
import { addThread, answerThread, type CommentEntry } from './comment-changes';
import { commentPlaces } from './comment-places';
import { sentenceAround } from './sentence-around';

export const CommentDialog: DialogContent = ({ workspace, subject }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <CommentForm workspace={workspace} session={session} thread={subject} />;
};

/** What a new thread is put on: the words selected when the box was opened, else the sentence of the caret. */
function selected(workspace: Workspace, session: DocumentSession): { readonly quote: string; readonly changes: (entry: CommentEntry) => readonly PackageChange[] | null } | null {
  const target = workspace.texts.activeTarget;
  const selection = workspace.texts.active?.view.state.selection;
  const doc = target === null ? null : docOf(session.pkg, target.article, target.field);
  if (target === null || selection === undefined || doc === null) return null;
  const range = selection.empty ? sentenceOf(selection) : [selection.from, Math.min(selection.to, doc.content.size)] as const;
  if (range === null) return null;
  const [from, to] = range;
  const textOf = (leaf: Node): string => leaf.type.spec.leafText?.(leaf) ?? '';
  return { quote: doc.textBetween(from, to, ' ', textOf), changes: (entry) => addThread(session.pkg, target, from, to, crypto.randomUUID(), entry) };
}

function sentenceOf({ $head }: Selection): readonly [number, number] | null {
  const { parent } = $head;
  if (!parent.isTextblock) return null;
  const found = sentenceAround(parent.textBetween(0, parent.content.size, undefined, '\ufffc'), $head.parentOffset);
  return found === null ? null : [$head.start() + found[0], $head.start() + found[1]];
}

function CommentForm({ workspace, session, thread }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly thread: string | null }) {
  const [text, setText] = useState('');
  const [name, setName] = useState(readAuthor(localStorage));
  // Asked once: who has a name here sees it, and may change it.
  const [isAsked, setAsked] = useState(name === '');
  const [said, setSaid] = useState<string | null>(null);
  const nameBox = useRef<HTMLInputElement>(null);
  // The selection may not move while the box is open, but what is written to must be what was quoted.
  const [place] = useState(() => (thread === null ? selected(workspace, session) : null));
  const asked = thread === null ? null : (session.pkg.comments.find(({ id }) => id === thread) ?? null);
  const quote = thread === null ? place?.quote : (commentPlaces(session.pkg).get(thread)?.quote ?? asked?.quote);

  const submit = (): void => {
    if (text.trim() === '') {
      setSaid('还没有写。');
      return;
    }
    if (name.trim() === '') {
      setSaid('请写上署名，别人才知道是谁的意见。');
      nameBox.current?.focus();
      return;
    }
    keepAuthor(localStorage, name);
    const entry: CommentEntry = { by: name.trim(), at: new Date().toISOString(), text: text.trim() };
    const changes = thread === null ? (place?.changes(entry) ?? null) : answerThread(session.pkg, thread, entry);
    if (changes === null || changes.length === 0) {
      setSaid('要批注的文字已经不在了。');
      return;
    }
    workspace.dialog.set(null);
    session.change(changes, thread === null ? '批注' : '回复批注');
    workspace.panes.change({ lower: 'comments' });
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <Dialog
      workspace={workspace}
      title={thread === null ? '批注' : '回复批注'}
      width={520}
      onSubmit={submit}
      foot={(
        <>
          <span className="rest" role="status">{said ?? '只在这里看，任何版式都不印。'}</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main">写好了 <kbd>Ctrl+Enter</kbd></button>
        </>
      )}
    >
      <div className="comment-form" onKeyDown={keys}>
        <blockquote>{quote === undefined || quote === '' ? '这里没有文字，先选中要批注的地方。' : quote}</blockquote>
        {asked?.entries.map((entry, index) => <p key={index} className="said"><b>{entry.by}</b>{entry.text}</p>)}
        <label htmlFor="comment-text">意见</label>
        <textarea id="comment-text" data-first rows={4} value={text} onChange={(event) => setText(event.target.value)} />
        {isAsked ? (
          <>
            <label htmlFor="comment-name">署名</label>
            <div>
              <input ref={nameBox} id="comment-name" type="text" autoFocus={name !== ''} autoComplete="off" aria-describedby="comment-name-why" value={name} onChange={(event) => setName(event.target.value)} />
              <small id="comment-name-why">别人看批注时，凭它知道是谁的意见。只问这一次，记在这台电脑上。</small>
            </div>
          </>
        ) : (
          <>
            <span>署名</span>
            <p className="signed">{name}<button type="button" className="button small" onClick={() => setAsked(true)}>改署名</button></p>
          </>
        )}
      </div>
    </Dialog>
  );
}
