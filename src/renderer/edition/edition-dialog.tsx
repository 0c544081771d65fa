// 版式设置 and 新建版式: what an edition prints and how, set with 完成 as one undoable
// change; the pages follow. What the paper prints around them is 报纸信息's. A look and
// page of one's own come from a file, a newspaper's page from numbers too (自己的…); the edition
// keeps a copy of them.
import { useCallback, useState, type ReactNode } from 'react';
import type { EditionPreset } from '../../core/model/editions';
import { OWN_PAGE } from '../../core/model/own-page';
import type { Edition, EditionKind } from '../../core/model/package';
import type { Result } from '../../ipc/index';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { submitOnEnter } from '../structure/submit-on-enter';
import { useShelf } from '../templates/use-shelf';
import { ArticleOrder } from './article-order';
import { BookletFields } from './booklet-fields';
import { shownEdition } from './edition-command';
import { addEdition, editionChanges, editionForm, keptWords, newForm, withPreset, wrongInForm, type EditionForm } from './edition-form';
import { OwnPageFields } from './own-page-fields';

const KINDS: readonly (readonly [EditionKind, string])[] = [['booklet', '单行本'], ['newspaper', '报纸'], ['speech', '大字稿']];
/** What the choice of a preset is called, by kind. */
const PRESET_LABELS: Readonly<Record<EditionKind, string>> = { booklet: '样式', newspaper: '开本', speech: '样式' };

interface FormProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly presets: readonly EditionPreset[];
}

/** A dialog that needs the presets: shown when they are there. */
function withPresets(Form: (props: FormProps) => ReactNode): DialogContent {
  return function PresetBox({ workspace }) {
    const session = useWatched(workspace.session);
    const ask = useCallback(() => workspace.api.editionPresets(), [workspace]);
    const { shelf } = useShelf(workspace, ask);
    return session === null || shelf === null ? null : <Form workspace={workspace} session={session} presets={shelf} />;
  };
}

export const EditionDialog = withPresets(function Settings(props) {
  const edition = shownEdition(props.workspace);
  return edition === null ? null : <SettingsForm {...props} edition={edition} />;
});

function SettingsForm({ workspace, session, presets: shipped, edition }: FormProps & { readonly edition: Edition }) {
  const [presets, addOwn] = useWithOwn(shipped);
  // As it was when the dialog opened: what comes meanwhile does not write over what is being chosen.
  const [form, setForm] = useState(() => editionForm(edition, session.pkg, presets));
  const submit = (): void => {
    const changes = editionChanges(edition, form, presets);
    workspace.dialog.set(null);
    if (changes.length > 0) session.change(changes, '版式设置');
    const said = keptWords(edition, changes, presets.find(({ id }) => id === form.preset)?.name ?? null);
    if (said !== null) workspace.notices.tell('said', said, { step: session.lastStep });
  };
  return <Box workspace={workspace} session={session} presets={presets} title={`版式设置：${edition.name}`} main="完成" own={edition.id} now={edition} kind={edition.kind} form={form} change={setForm} addOwn={addOwn} submit={submit} />;
}

export const NewEditionDialog = withPresets(function NewEdition({ workspace, session, presets: shipped }) {
  const [presets, addOwn] = useWithOwn(shipped);
  const [kind, chooseKind] = useState<EditionKind>(() => shownEdition(workspace)?.kind ?? 'booklet');
  const [form, setForm] = useState(() => newForm(kind, session.pkg, presets));
  if (form === null) return null;
  const submit = (): void => {
    const id = crypto.randomUUID();
    const change = addEdition(kind, id, form, session.pkg, presets);
    workspace.dialog.set(null);
    if (change === null) return;
    session.change([change], '新建版式');
    workspace.chooseEdition(id);
  };
  return (
    <Box workspace={workspace} session={session} presets={presets} title="新建版式" main="新建" own={null} now={null} kind={kind} form={form} change={setForm} addOwn={addOwn} submit={submit}>
      <label htmlFor="edition-kind">种类</label>
      <select
        id="edition-kind"
        data-first
        value={kind}
        onChange={(event) => {
          const chosen = KINDS.find(([each]) => each === event.target.value)?.[0] ?? kind;
          chooseKind(chosen);
          setForm(newForm(chosen, session.pkg, presets));
        }}
      >
        {KINDS.map(([each, name]) => <option key={each} value={each}>{name}</option>)}
      </select>
    </Box>
  );
});

interface BoxProps extends FormProps {
  readonly title: string;
  readonly main: string;
  /** The edition that is set; null: one that is to be made. */
  readonly own: string | null;
  /** The same as it is. */
  readonly now: Edition | null;
  readonly kind: EditionKind;
  readonly form: EditionForm;
  readonly change: (form: EditionForm) => void;
  readonly addOwn: (preset: EditionPreset) => void;
  readonly submit: () => void;
  /** Rows above the others. */
  readonly children?: ReactNode;
}

function Box({ workspace, session, presets, title, main, own, now, kind, form, change, addOwn, submit, children }: BoxProps) {
  const [isTried, setTried] = useState(false);
  // A page of one's own that does not fit: nothing is made of it.
  const [isUnfit, setUnfit] = useState(false);
  const readOnly = session.opened.readOnly !== null;
  const others = session.pkg.editions.filter(({ id }) => id !== own);
  const wrong = isTried ? wrongInForm(form, others) : null;
  const done = (): void => {
    if (readOnly) return;
    setTried(true);
    if (wrongInForm(form, others) === null && !isUnfit) submit();
  };
  return (
    <Dialog
      workspace={workspace}
      title={title}
      width={620}
      onSubmit={done}
      foot={(
        <>
          <span className="rest">{readOnly ? '这份文稿包只读，不能改。' : kind === 'newspaper' ? '报头、报眉在“报纸信息”里填。' : '文字只有一份，版式只管怎么印。'}</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main" disabled={readOnly}>{main}</button>
        </>
      )}
    >
      <fieldset className="form-rows edition-form" disabled={readOnly} onKeyDown={submitOnEnter}>
        {children}
        <label htmlFor="edition-name">名称</label>
        <div>
          <input
            id="edition-name"
            type="text"
            data-first
            autoComplete="off"
            maxLength={40}
            value={form.name}
            aria-invalid={wrong?.key === 'name'}
            aria-describedby={wrong?.key === 'name' ? 'edition-wrong' : undefined}
            onChange={(event) => change({ ...form, name: event.target.value })}
          />
          {wrong?.key === 'name' && <small id="edition-wrong" className="wrong" role="alert">{wrong.reason}</small>}
        </div>
        <Preset
          key={kind}
          kind={kind}
          presets={presets}
          now={now}
          value={form.preset}
          judge={setUnfit}
          choose={(preset) => change({ ...form, preset })}
          ask={() => workspace.api.chooseOwnPreset(kind)}
          save={async (preset) => {
            const answer = await workspace.api.saveOwnPreset(preset);
            return !answer.ok ? answer.message : answer.value === null ? '' : `已存成“${answer.value}”：在另一台机器上按“从文件…”选用。`;
          }}
          take={(preset) => {
            addOwn(preset);
            change(withPreset(form, preset));
          }}
        />
        {kind === 'booklet' && <BookletFields form={form} change={change} />}
        <span id="edition-articles">稿件</span>
        <div>
          <ArticleOrder pkg={session.pkg} chosen={form.articles} change={(articles) => change({ ...form, articles })} />
          {wrong?.key === 'articles' && <small className="wrong" role="alert">{wrong.reason}</small>}
        </div>
        {kind !== 'booklet' && (
          <>
            <span>摘要</span>
            <div className="checks">
              <label>
                <input type="checkbox" checked={form.abridgedNote} onChange={(event) => change({ ...form, abridgedNote: event.target.checked })} />
                有{kind === 'newspaper' ? '见报略' : '宣读略'}的稿件，标题下印（摘要）
              </label>
            </div>
          </>
        )}
      </fieldset>
    </Dialog>
  );
}

interface PresetProps {
  readonly kind: EditionKind;
  readonly presets: readonly EditionPreset[];
  readonly value: string | null;
  /** The edition as it is; null: one that is to be made. */
  readonly now: Edition | null;
  /** Told whether a page of one's own does not fit. */
  readonly judge: (isUnfit: boolean) => void;
  readonly choose: (preset: string | null) => void;
  /** Asks the user for a file of his own. */
  readonly ask: () => Promise<Result<EditionPreset | null>>;
  readonly take: (preset: EditionPreset) => void;
  /** Writes one as a file; what came of it, in Chinese. */
  readonly save: (preset: EditionPreset) => Promise<string>;
}

function Preset({ kind, presets, now, value, judge, choose, ask, take, save }: PresetProps) {
  const ofKind = presets.filter((preset) => preset.kind === kind);
  const [own] = useState(value === null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [base, setBase] = useState<EditionPreset | null>(null);
  const close = (): void => {
    setBase(null);
    judge(false);
  };
  const choosing = async (): Promise<void> => {
    const answer = await ask();
    setWrong(answer.ok ? null : answer.message);
    if (answer.ok && answer.value !== null) {
      close();
      take(answer.value);
    }
  };
  /** Numbers of a newspaper's page; of another kind's there is the file. */
  const opened = (): void => {
    if (kind !== 'newspaper') void choosing();
    else if (base !== null) close();
    else setBase(presets.find(({ id }) => id === value) ?? (now === null ? null : { id: OWN_PAGE, name: now.master.name, kind, look: now.look, master: now.master, booklet: null }));
  };
  return (
    <>
      <label htmlFor="edition-preset">{PRESET_LABELS[kind]}</label>
      <div>
        <div className="preset-line">
          <select id="edition-preset" value={value ?? ''} onChange={(event) => {
            close();
            choose(event.target.value === '' ? null : event.target.value);
          }}>
            {own && <option value="">现在的样子（文稿包自带）</option>}
            {ofKind.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
          <button type="button" className="button" aria-expanded={kind === 'newspaper' ? base !== null : undefined} title={kind === 'newspaper' ? '纸和版心的大小、栏数、字数、行数、字号、行距自己定' : '版面文件（.json）：照自带的改，只写与它不同的地方，写法见使用说明'} onClick={opened}>自己的…</button>
        </div>
        {base !== null && (
          <OwnPageFields
            base={base}
            take={(preset) => {
              judge(preset === null);
              if (preset !== null) take(preset);
            }}
            fromFile={() => void choosing()}
            save={save}
          />
        )}
        {wrong !== null && <small className="wrong" role="alert">{wrong}</small>}
      </div>
    </>
  );
}

/** The presets that ship, and the user's own that were chosen in this dialog. */
function useWithOwn(shipped: readonly EditionPreset[]): readonly [readonly EditionPreset[], (preset: EditionPreset) => void] {
  const [own, setOwn] = useState<readonly EditionPreset[]>([]);
  return [[...shipped, ...own], (preset) => setOwn((before) => [...before.filter(({ id }) => id !== preset.id), preset])];
}
