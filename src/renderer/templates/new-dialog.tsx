// 新建（模板）: a template on the left, on the right what it holds and its switches.
// The record begins empty, or as the open package has it: the next paper of the same
// meeting is what is made most often.
import { useState } from 'react';
import { articleFromJson } from '../../core/model/package-json';
import { joinParts } from '../../core/report/join-parts';
import type { TemplateEntry } from '../../core/report/template';
import type { TemplateParts } from '../../ipc/templates';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { ChoiceList } from './choice-list';
import { useShelf } from './use-shelf';

export const NewDialog: DialogContent = ({ workspace }) => {
  const { shelf } = useShelf(workspace, workspace.api.templates);
  const session = useWatched(workspace.session);
  const [chosen, setChosen] = useState<string | null>(null);
  const [answers, setAnswers] = useState<Readonly<Record<string, boolean>>>({});
  const [sameMeeting, setSameMeeting] = useState(true);
  const templates = shelf?.templates ?? [];
  const template = templates.find(({ id }) => id === chosen) ?? templates[0];

  const make = (): void => {
    if (template === undefined) return;
    const meeting = session !== null && sameMeeting ? session.pkg.meeting : null;
    // The dialog goes first: what main asks about unsaved work stands alone.
    workspace.dialog.set(null);
    void workspace.texts.whenSettled().then(() => workspace.files.take(workspace.api.newDocument({ template: template.id, switches: answers, meeting })));
  };
  const canJoin = session !== null && session.opened.readOnly === null;
  const join = async (): Promise<void> => {
    if (template === undefined || session === null) return;
    workspace.dialog.set(null);
    await workspace.texts.whenSettled();
    const answer = await workspace.api.templateParts({ template: template.id, switches: answers, meeting: null });
    if (!answer.ok) workspace.files.fail(answer);
    else if (workspace.session.get() === session) putInto(workspace, session, answer.value);
  };
  return (
    <Dialog
      workspace={workspace}
      title="新建（模板）"
      width={880}
      onSubmit={make}
      foot={(
        <>
          <span className="rest">{session === null ? '新建的文稿包还没有存盘；待填处写着该填什么，F8 逐处走到。' : '同一次会议的稿件放在一份文稿包里，会议信息只填一次。'}</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          {canJoin && <button type="button" className="button" disabled={template === undefined} onClick={() => void join()}>加进这份文稿包</button>}
          <button type="submit" className="button main" disabled={template === undefined}>{session === null ? '新建' : '另建文稿包'}</button>
        </>
      )}
    >
      {shelf !== null && (
        <div className="shelf">
          <ChoiceList
            label="模板"
            choices={templates.map(({ id, name, about, own }) => ({ id, title: name, about, ...(own ? { tag: '自己的' } : {}) }))}
            chosen={template?.id ?? null}
            choose={(id) => {
              setChosen(id);
              setAnswers({});
            }}
            take={make}
            focus
          />
          <div className="side" tabIndex={-1}>
            {template !== undefined && <Switches template={template} answers={answers} answer={(id, on) => setAnswers({ ...answers, [id]: on })} />}
            {session !== null && (
              <label className="check apart">
                <input type="checkbox" checked={sameMeeting} onChange={(event) => setSameMeeting(event.target.checked)} />
                另建的沿用这份文稿包的会议信息
              </label>
            )}
            {shelf.notes.map((note) => <p key={note} className="quiet">{note}</p>)}
          </div>
        </div>
      )}
    </Dialog>
  );
};

/** As one step of undo; the new article is shown. */
function putInto(workspace: Workspace, session: DocumentSession, { name, articles, editions }: TemplateParts): void {
  const { changes, article } = joinParts(session.pkg, { articles: articles.map(articleFromJson), editions }, name);
  session.change(changes, `加进稿件：${name}`);
  workspace.article.set(article);
}

interface SwitchesProps {
  readonly template: TemplateEntry;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly answer: (id: string, on: boolean) => void;
}

function Switches({ template, answers, answer }: SwitchesProps) {
  return (
    <>
      <h3>{template.name}</h3>
      <p>{template.about}</p>
      {template.switches.map(({ id, title, default: standing }) => (
        <label key={id} className="check">
          <input type="checkbox" checked={answers[id] ?? standing} onChange={(event) => answer(id, event.target.checked)} />
          {title}
        </label>
      ))}
    </>
  );
}

/** Whether a template can be asked for now: never while letters are on their way. */
export function canMakeNew(workspace: Workspace): boolean {
  return !workspace.texts.composing && workspace.files.task.get() === null;
}
