// 表述库: the set phrases with their month, source and place of use. Ours can be
// edited (the user's wording stands in their place, and can be given back), taken
// off the list, and new ones added; all of it is the user's own file. 插入 puts one
// at the caret, under the mark that tells its age.
import { useId, useState } from 'react';
import { mergePhrases, type OwnPhrases } from '../../core/report/phrases';
import { isStale, staleWords } from '../../core/report/phrase-age';
import { phraseNodes } from '../../core/report/read-markup';
import type { Phrase } from '../../core/report/template';
import { renderField } from '../../core/model/fields';
import type { Meeting } from '../../core/model/package';
import type { PhraseShelf } from '../../ipc/templates';
import { LABEL } from '../editor/text-view';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { ChoiceList, type Choice } from './choice-list';
import { insertPhrase } from './insert-blocks';
import { today } from './today';
import { useShelf } from './use-shelf';

export const PhraseDialog: DialogContent = ({ workspace }) => {
  const { shelf, again } = useShelf(workspace, workspace.api.phraseShelf);
  return shelf === null ? null : <PhraseLibrary workspace={workspace} shelf={shelf} again={again} />;
};

interface PhraseLibraryProps {
  readonly workspace: Workspace;
  readonly shelf: PhraseShelf;
  readonly again: () => Promise<void>;
}

/** A new one begins with this month. */
function blank(): Phrase {
  return { id: `own-${crypto.randomUUID().slice(0, 8)}`, text: '', dated: today().slice(0, 7), source: '', use: '' };
}

function PhraseLibrary({ workspace, shelf, again }: PhraseLibraryProps) {
  const { shipped, own } = shelf;
  const [sought, setSought] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [draft, setDraft] = useState<Phrase | null>(null);
  const meeting = workspace.session.get()?.pkg.meeting ?? null;
  const phrases = mergePhrases(shipped, own);
  const listed = phrases.filter(({ text, source, use }) => `${text}${source}${use}`.includes(sought.trim()));
  const phrase = phrases.find(({ id }) => id === chosen) ?? listed[0] ?? null;
  const shown = draft ?? phrase;

  const keep = async (next: OwnPhrases): Promise<void> => {
    const answer = await workspace.api.keepPhrases(next);
    if (!answer.ok) {
      workspace.files.fail(answer);
      return;
    }
    setDraft(null);
    await again();
  };
  const save = (): void => {
    if (draft === null) return;
    setChosen(draft.id);
    void keep({ phrases: [...own.phrases.filter(({ id }) => id !== draft.id), draft], removed: own.removed.filter((id) => id !== draft.id) });
  };
  const remove = (id: string): void => {
    setChosen(null);
    const isOurs = shipped.some((one) => one.id === id);
    void keep({ phrases: own.phrases.filter((one) => one.id !== id), removed: isOurs ? [...own.removed, id] : own.removed });
  };
  const giveBack = (id: string): void => void keep({ phrases: own.phrases.filter((one) => one.id !== id), removed: own.removed });
  const restoreAll = (): void => void keep({ phrases: own.phrases, removed: [] });
  const canInsert = phrase !== null && draft === null && workspace.texts.active?.view.editable === true;
  const insert = (): void => {
    if (draft !== null) save();
    else if (canInsert) {
      workspace.dialog.set(null);
      putIn(workspace, phrase);
    }
  };
  const isEdited = phrase !== null && own.phrases.some(({ id }) => id === phrase.id) && shipped.some(({ id }) => id === phrase.id);
  return (
    <Dialog
      workspace={workspace}
      title="表述库"
      width={960}
      onSubmit={insert}
      foot={(
        <>
          <span className="rest">{`共 ${phrases.length} 条。满一年的插入后标为待核。`}</span>
          {own.removed.length > 0 && <button type="button" className="button" onClick={restoreAll}>{`找回删去的 ${own.removed.length} 条`}</button>}
          <button type="button" className="button" onClick={() => setDraft(blank())}>新增</button>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>关闭</button>
          <button type="submit" className="button main" disabled={draft === null ? !canInsert : draft.text.trim() === ''}>{draft === null ? '插入' : '存入'}</button>
        </>
      )}
    >
      <div className="shelf">
        <div className="sought">
          <input type="text" aria-label="查找表述" placeholder="查找" value={sought} autoComplete="off" onChange={(event) => setSought(event.target.value)} />
          <ChoiceList
            label="表述"
            choices={listed.map((one) => choiceOf(one, meeting, own))}
            chosen={phrase?.id ?? null}
            choose={(id) => {
              setChosen(id);
              setDraft(null);
            }}
            take={insert}
            empty="没有这样的表述。"
          />
        </div>
        <div className="side">
          {shown === null ? <p className="quiet">表述库是空的。</p> : <PhraseForm key={shown.id} phrase={shown} change={setDraft} />}
          {draft === null && phrase !== null && (
            <p className="row">
              {isEdited && <button type="button" className="button small" onClick={() => giveBack(phrase.id)}>恢复自带的写法</button>}
              <button type="button" className="button small" onClick={() => remove(phrase.id)}>从库里删去</button>
            </p>
          )}
          {draft !== null && <p className="row"><button type="button" className="button small" onClick={() => setDraft(null)}>放弃修改</button></p>}
          {shelf.note !== null && <p className="quiet">{shelf.note}</p>}
        </div>
      </div>
    </Dialog>
  );
}

function choiceOf(phrase: Phrase, meeting: Meeting | null, own: OwnPhrases): Choice {
  const { id, text, dated, use } = phrase;
  const isStaleNow = isStale(dated, null, today());
  const tag = isStaleNow ? '待核' : own.phrases.some((one) => one.id === id) ? '自己的' : null;
  return { id, title: read(text, meeting), about: `${monthWords(dated)} · ${use}`, ...(tag === null ? {} : { tag }) };
}

const monthWords = (dated: string): string => `${dated.slice(0, 4)}年${Number(dated.slice(5))}月版`;

/** A phrase as it reads, values of the record filled in. */
function read(text: string, meeting: Meeting | null): string {
  return text.replaceAll(/\{([^:}]+):?([^}]*)\}/g, (whole, path: string, form: string) => (meeting === null ? null : renderField(path, form === '' ? 'plain' : form, meeting)) ?? whole);
}

function PhraseForm({ phrase, change }: { readonly phrase: Phrase; readonly change: (draft: Phrase) => void }) {
  const id = useId();
  const isMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(phrase.dated);
  return (
    <div className="phrase-form">
      <label htmlFor={`${id}-text`}>文字</label>
      <textarea id={`${id}-text`} rows={4} value={phrase.text} spellCheck={false} onChange={(event) => change({ ...phrase, text: event.target.value.replaceAll('\n', '') })} />
      <label htmlFor={`${id}-dated`}>年月</label>
      <input
        id={`${id}-dated`}
        type="text"
        value={phrase.dated}
        placeholder="2026-01"
        aria-invalid={!isMonth}
        aria-describedby={`${id}-said`}
        autoComplete="off"
        onChange={(event) => change({ ...phrase, dated: event.target.value })}
      />
      <label htmlFor={`${id}-source`}>出处</label>
      <input id={`${id}-source`} type="text" value={phrase.source} autoComplete="off" onChange={(event) => change({ ...phrase, source: event.target.value })} />
      <label htmlFor={`${id}-use`}>用处</label>
      <input id={`${id}-use`} type="text" value={phrase.use} autoComplete="off" onChange={(event) => change({ ...phrase, use: event.target.value })} />
      <small id={`${id}-said`} className={isMonth ? undefined : 'wrong'}>
        {!isMonth ? '年月写作 2026-01。' : isStale(phrase.dated, null, today()) ? `${staleWords(phrase.dated)}。` : '文字里的 {place} 插入后是会议信息里的地名。'}
      </small>
    </div>
  );
}

/** At the caret of the text that has it, a heading field's too. */
function putIn(workspace: Workspace, phrase: Phrase): void {
  const view = workspace.texts.active?.view;
  if (view?.editable !== true || workspace.texts.composing) return;
  insertPhrase(phraseNodes(phrase))(view.state, (tr) => view.dispatch(tr.setMeta(LABEL, '插入表述')), view);
  view.focus();
}
