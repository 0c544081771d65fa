// 文件 › Word 导入报告: what the reading of a Word file found, and word for word what
// it did not take; the choice between the text with its tracked changes accepted and
// the text before them; 去年的版式, offered for the booklet. Opens by itself where
// there is something to choose.
import { useId, useState } from 'react';
import type { RevisionChoice, WordLook, WordOpened } from '../../ipc/opened';
import type { DocumentSession } from '../session/document-session';
import { useSelected, useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { lookChanges } from './look-changes';
import { asksForChoice, revisionWords } from './revision-words';

export const WordReportDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  const word = session?.opened.word;
  return session === null || word === undefined ? null : <Report workspace={workspace} session={session} word={word} />;
};

interface ReportProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly word: WordOpened;
}

function Report({ workspace, session, word }: ReportProps) {
  const [choice, setChoice] = useState<RevisionChoice>(word.revisions.choice);
  const asks = asksForChoice(word);
  const again = choice !== word.revisions.choice;
  const done = (): void => {
    if (again) void workspace.files.take(workspace.api.openWordAgain(session.opened.document, choice));
    else workspace.dialog.set(null);
  };
  return (
    <Dialog
      workspace={workspace}
      title={`Word 导入报告：${word.name}`}
      width={760}
      onSubmit={done}
      foot={(
        <>
          <span className="rest">{again ? '按新的选择重新读这个文件；已经改过的稿子会先问要不要保存。' : '原文件没有改动。'}</span>
          {again && <button type="button" className="button" onClick={() => setChoice(word.revisions.choice)}>不改选择</button>}
          <button type="submit" className="button main" data-first>{again ? '重新取入' : '知道了'}</button>
        </>
      )}
    >
      <div className="word-report">
        {asks && <RevisionChoices revisions={word.revisions} choice={choice} change={setChoice} />}
        <section aria-labelledby="word-not-taken">
          <h3 className="cap" id="word-not-taken">没有取入正文的（{word.notTaken.length} 项）</h3>
          {word.notTaken.length === 0 && <p className="quiet">没有：文件里的文字都在稿子里。</p>}
          <ul>
            {word.notTaken.map(({ what, where, text }, i) => (
              // A report never changes: the place in it is the entry's own.
              <li key={i}><b>{what}</b>{where !== '' && <small>{where}</small>}{text !== '' && <q>{text}</q>}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="word-found">
          <h3 className="cap" id="word-found">取入的，凭什么认出</h3>
          <ul>
            {word.found.map(({ what, evidence, count }) => <li key={`${what} ${evidence}`}><b>{what}</b><small>{count} 处</small><span>{evidence}</span></li>)}
          </ul>
        </section>
        {word.look !== null && <LookOffer workspace={workspace} session={session} look={word.look} />}
      </div>
    </Dialog>
  );
}

const CHOICES: readonly (readonly [RevisionChoice, string, string])[] = [
  ['accepted', '按接受全部修订后的文字', '插入的留下，删除的不要'],
  ['original', '按修订前的原文', '插入的不要，删除的恢复'],
];

function RevisionChoices({ revisions, choice, change }: { readonly revisions: WordOpened['revisions']; readonly choice: RevisionChoice; readonly change: (choice: RevisionChoice) => void }) {
  const name = useId();
  return (
    <fieldset>
      <legend className="cap">文件里有修订：{revisionWords(revisions)}{revisions.authors.length > 0 && `（${revisions.authors.join('、')}）`}</legend>
      {CHOICES.map(([value, title, says]) => (
        <label key={value} className="word-choice">
          <input type="radio" name={name} checked={choice === value} onChange={() => change(value)} />
          {title}<small>{says}{value === revisions.choice ? ' · 现在是这样' : ''}</small>
        </label>
      ))}
    </fieldset>
  );
}

function LookOffer({ workspace, session, look }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly look: WordLook }) {
  const changes = lookChanges(useSelected(session.state, (state) => state.pkg), look);
  const readOnly = session.opened.readOnly !== null;
  return (
    <section aria-labelledby="word-look">
      <h3 className="cap" id="word-look">这份文件的版式（可以当作去年的版式用）</h3>
      <p>{look.said.join('；')}</p>
      <button
        type="button"
        className="button"
        disabled={readOnly || changes.length === 0}
        onClick={() => {
          session.change([...changes], '用去年的版式');
          workspace.notices.tell('done', '单行本已改用这份文件的版式，可以撤销。', { step: session.lastStep });
        }}
      >
        {changes.length === 0 ? '单行本已是这个版式' : '单行本用这个版式'}
      </button>
    </section>
  );
}
