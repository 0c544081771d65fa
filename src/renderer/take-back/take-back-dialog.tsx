// 文件 › 取回 Word 改稿: asks for the file that came back, shows what it has otherwise,
// section by section with words gone struck and words new underlined, and takes what
// stays ticked into the package: one step of undo. Foreign to nobody: a file that is
// no export of ours is found again by its words.
import { useEffect, useId, useMemo, useState } from 'react';
import { OMIT_NAMES } from '../../core/model/omit-names';
import { readPackage } from '../../core/model/package-file';
import { quoted } from '../../core/model/quote';
import { takeBack, type TakeBackPlan, type TakenPiece } from '../../core/report/take-back/take-back';
import { takeBackChanges } from '../../core/report/take-back/take-back-changes';
import type { Returned } from '../../ipc/take-back';
import type { RevisionChoice } from '../../ipc/opened';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';

const LABEL = '取回 Word 改稿';

export const TakeBackDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  const [returned, setReturned] = useState<Returned | null>(null);
  useEffect(() => {
    let gone = false;
    void workspace.api.chooseReturned().then((answer) => {
      if (gone) return;
      if (answer.ok && answer.value !== null) setReturned(answer.value);
      else {
        workspace.dialog.set(null);
        if (!answer.ok && answer.code !== 'open-cancelled') workspace.files.fail(answer);
      }
    });
    return () => {
      gone = true;
    };
  }, [workspace]);
  if (session === null || returned === null) return null;
  return <Comparison key={returned.revisions?.choice} workspace={workspace} session={session} returned={returned} change={setReturned} />;
};

interface ComparisonProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly returned: Returned;
  readonly change: (returned: Returned) => void;
}

function Comparison({ workspace, session, returned, change }: ComparisonProps) {
  // The dialog stands over the window: the text does not change under it.
  const plan = useMemo<TakeBackPlan>(() => takeBack(session.pkg, readPackage(returned.bytes).pkg, returned.edition), [session, returned]);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const { pieces, articles, unknown } = plan;
  const accepted = pieces.filter(({ id }) => !refused.has(id));
  const kept = articles.reduce((sum, one) => sum + one.kept, 0);
  const close = (): void => workspace.dialog.set(null);
  const done = (): void => {
    close();
    if (accepted.length === 0) return;
    const changes = takeBackChanges(session.pkg, plan, new Set(accepted.map(({ id }) => id)), () => crypto.randomUUID());
    session.change(changes, LABEL);
    workspace.notices.tell('done', `已取回“${returned.name}”里的 ${accepted.length} 处改动${refused.size === 0 ? '' : `，没有取的 ${refused.size} 处`}。不合适可以一步撤销（Ctrl+Z）。`, { step: session.lastStep });
  };
  const choose = (choice: RevisionChoice): void => {
    void workspace.api.readReturned(choice).then((answer) => {
      if (answer.ok) change(answer.value);
      else workspace.files.fail(answer);
    });
  };
  const turn = (id: string): void => setRefused((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  return (
    <Dialog
      workspace={workspace}
      title={`取回 Word 改稿：${returned.name}`}
      width={860}
      onSubmit={done}
      foot={(
        <>
          <span className="rest" role="status">{pieces.length === 0 ? '' : `取 ${accepted.length} 处，不取 ${pieces.length - accepted.length} 处`}</span>
          {pieces.length > 0 && <button type="button" className="button" onClick={() => setRefused(new Set(accepted.length === 0 ? [] : pieces.map(({ id }) => id)))}>{accepted.length === 0 ? '全部取' : '全部不取'}</button>}
          <button type="button" className="button" onClick={close}>关闭</button>
          {pieces.length > 0 && <button type="submit" className="button main" data-first disabled={accepted.length === 0}>取回 {accepted.length} 处</button>}
        </>
      )}
    >
      <div className="take-back" tabIndex={pieces.length === 0 ? 0 : -1} {...(pieces.length === 0 ? { 'data-first': true } : {})}>
        {returned.revisions !== null && <Revisions revisions={returned.revisions} choose={choose} />}
        <p className="quiet">{summary(plan, kept)}</p>
        {plan.leftOut !== null && <p className="quiet">文稿里标了“{OMIT_NAMES[plan.leftOut.edition]}”的 {plan.leftOut.count} 处不在这个文件里，原样留着。</p>}
        {unknown.length > 0 && <p className="quiet">文稿包里没有的稿件，没有比较：{unknown.map((title) => quoted(title)).join('、')}。</p>}
        {articles.map(({ article, title }) => <Pieces key={article} title={title} pieces={pieces.filter((piece) => piece.article === article)} refused={refused} turn={turn} />)}
      </div>
    </Dialog>
  );
}

function summary({ articles, pieces }: TakeBackPlan, kept: number): string {
  if (articles.length === 0) return '这个文件里没有一篇是这个文稿包里的稿件，无可取回。要当新稿打开它，用“文件 › 打开”。';
  if (pieces.length === 0) return `与文稿一字不差：${kept} 段都没有动。`;
  return `${kept} 段没有动，${pieces.length} 处不同。划掉的是原有的，带下划线的是改来的；不勾的不取。`;
}

function Revisions({ revisions, choose }: { readonly revisions: NonNullable<Returned['revisions']>; readonly choose: (choice: RevisionChoice) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className="cap">文件里有修订：插入 {revisions.insertions} 处、删除 {revisions.deletions} 处{revisions.authors.length > 0 && `（${revisions.authors.join('、')}）`}</legend>
      {([['accepted', '按接受全部修订后的文字比较'], ['original', '按修订前的原文比较']] as const).map(([value, title]) => (
        <label key={value}>
          <input type="radio" name={name} checked={revisions.choice === value} onChange={() => choose(value)} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

const KINDS: Readonly<Record<TakenPiece['kind'], string>> = { changed: '改动', new: '新增', gone: '删去', field: '标题', comment: '批注' };

interface PiecesProps {
  readonly title: string;
  readonly pieces: readonly TakenPiece[];
  readonly refused: ReadonlySet<string>;
  readonly turn: (id: string) => void;
}

function Pieces({ title, pieces, refused, turn }: PiecesProps) {
  const heading = useId();
  if (pieces.length === 0) return null;
  const sections = [...new Set(pieces.map(({ section }) => section))];
  return (
    <section aria-labelledby={heading}>
      <h3 className="cap" id={heading}>{title}</h3>
      {sections.map((section) => (
        <ul key={section} aria-label={section === '' ? '开头' : section}>
          {section !== '' && <li className="under">{section}</li>}
          {pieces.filter((piece) => piece.section === section).map((piece) => (
            <li key={piece.id}>
              <label>
                <input type="checkbox" checked={!refused.has(piece.id)} onChange={() => turn(piece.id)} />
                <b>{KINDS[piece.kind]}</b>
              </label>
              <div>{piece.what !== null && <small>{piece.what}</small>}<Words piece={piece} /></div>
            </li>
          ))}
        </ul>
      ))}
    </section>
  );
}

/** Characters shown on each side of a change; what is the same beyond them is left out. */
const CONTEXT = 28;

function Words({ piece: { words } }: { readonly piece: TakenPiece }) {
  return (
    <p>
      {words.map(({ kind, text }, index) => {
        // The words of a piece never change: the place in it is their own.
        if (kind === 'gone') return <del key={index}>{text}</del>;
        if (kind === 'new') return <ins key={index}>{text}</ins>;
        return <span key={index}>{shortened(text, index > 0, index < words.length - 1)}</span>;
      })}
    </p>
  );
}

/** What is the same, as far as it leads to a change before or behind it. */
function shortened(text: string, before: boolean, after: boolean): string {
  const keep = (before ? CONTEXT : 0) + (after ? CONTEXT : 0);
  if (text.length <= keep + 8 || keep === 0) return text.length > 2 * CONTEXT && keep === 0 ? `${text.slice(0, 2 * CONTEXT)}…` : text;
  return `${before ? text.slice(0, CONTEXT) : ''}…${after ? text.slice(-CONTEXT) : ''}`;
}
