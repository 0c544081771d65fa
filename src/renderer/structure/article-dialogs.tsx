// The boxes of an article: a new one, its 属性 (种类, 栏题, and the editions that print it),
// and whether it is to go. Each 确定 is one step of undo.
import { useState, type ReactNode } from 'react';
import type { ArticleKind, Edition } from '../../core/model/package';
import { quoted } from '../../core/model/quote';
import { articleNames } from '../panels/article-names';
import { countDoc } from '../panels/count-words';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { addArticle, removeArticle, setArticle, setKind, usualEditions } from './article-changes';
import { submitOnEnter } from './submit-on-enter';

const KINDS: readonly (readonly [ArticleKind, string])[] = [
  ['report', '工作报告'], ['editorial', '社论、评论'], ['news', '消息'], ['resolution', '决议'], ['address', '讲话（开幕词、闭幕讲话、主持词）'], ['notice', '公告（议程、日程、名单）'],
];

interface FormProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
}

/** A dialog of the open package, about the article of its subject or, without one, the one shown. */
function ofArticle(Form: (props: FormProps & { readonly id: string }) => ReactNode): DialogContent {
  return function ArticleBox({ workspace, subject }) {
    const session = useWatched(workspace.session);
    const [id] = useState(() => subject ?? workspace.article.get());
    return session === null || id === null || !session.pkg.articles.some((article) => article.id === id) ? null : <Form workspace={workspace} session={session} id={id} />;
  };
}

export const NewArticleDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <NewArticle workspace={workspace} session={session} />;
};

function NewArticle({ workspace, session }: FormProps) {
  const [kind, chooseKind] = useState<ArticleKind>('news');
  const [label, setLabel] = useState('');
  const [editions, setEditions] = useState(() => usualEditions(session.pkg, 'news'));
  const submit = (): void => {
    const { pkg } = session;
    const shown = pkg.articles.findIndex(({ id }) => id === workspace.article.get());
    const id = crypto.randomUUID();
    workspace.dialog.set(null);
    session.change(addArticle(pkg, shown < 0 ? pkg.articles.length : shown + 1, { id, kind, label: label.trim() === '' ? null : label.trim() }, editions), '新建稿件');
    workspace.places.goTo({ article: id, field: 'deck.main', block: 0, offset: 0 });
  };
  return (
    <Dialog workspace={workspace} title="新建稿件" width={480} onSubmit={submit} foot={<Buttons workspace={workspace} main="新建" />}>
      <div className="form-rows" onKeyDown={submitOnEnter}>
        <Kind
          value={kind}
          change={(next) => {
            chooseKind(next);
            setEditions(usualEditions(session.pkg, next));
          }}
        />
        <Label value={label} change={setLabel} />
        <Editions all={session.pkg.editions} chosen={editions} change={setEditions} />
      </div>
    </Dialog>
  );
}

export const ArticleDialog = ofArticle(function Properties({ workspace, session, id }) {
  const { pkg } = session;
  const article = pkg.articles.find((one) => one.id === id);
  const [kind, chooseKind] = useState<ArticleKind>(article?.kind ?? 'news');
  const [label, setLabel] = useState(article?.label ?? '');
  const [editions, setEditions] = useState<ReadonlySet<string>>(() => new Set(pkg.editions.filter((edition) => edition.articles.includes(id)).map((edition) => edition.id)));
  const submit = (): void => {
    workspace.dialog.set(null);
    const changes = [...setKind(session.pkg, id, kind), ...setArticle(session.pkg, id, label.trim() === '' ? null : label.trim(), editions)];
    if (changes.length > 0) session.change(changes, '稿件属性');
  };
  return (
    <Dialog workspace={workspace} title={`稿件属性：${nameOf(session, id)}`} width={480} onSubmit={submit} foot={<Buttons workspace={workspace} main="确定" />}>
      <div className="form-rows" onKeyDown={submitOnEnter}>
        <Kind value={kind} change={chooseKind} />
        <Label value={label} change={setLabel} />
        <Editions all={pkg.editions} chosen={editions} change={setEditions} />
      </div>
    </Dialog>
  );
});

export const DeleteArticleDialog = ofArticle(function Deletion({ workspace, session, id }) {
  const { pkg } = session;
  const article = pkg.articles.find((one) => one.id === id);
  const words = article === undefined ? 0 : countDoc(article.doc, pkg.meeting);
  const printed = pkg.editions.filter((edition) => edition.articles.includes(id)).map(({ name }) => name);
  const submit = (): void => {
    workspace.dialog.set(null);
    session.change(removeArticle(session.pkg, id), '删除稿件');
  };
  return (
    <Dialog workspace={workspace} title={`删除${quoted(nameOf(session, id))}？`} width={440} onSubmit={submit} foot={<Buttons workspace={workspace} main="删除" said="删了可以撤销。" />}>
      <p>
        这篇稿件有 {words.toLocaleString('zh-CN')} 字{printed.length === 0 ? '，没有收进任何版式。' : `，收在${printed.map((name) => `“${name}”`).join('、')}里，会一并去掉。`}
      </p>
    </Dialog>
  );
});

function nameOf({ pkg }: DocumentSession, id: string): string {
  return articleNames(pkg.articles, pkg.meeting)[pkg.articles.findIndex((article) => article.id === id)] ?? '';
}

function Kind({ value, change }: { readonly value: ArticleKind; readonly change: (kind: ArticleKind) => void }) {
  // A piece whose kind could not be told keeps that until somebody says it.
  const kinds = value === 'continuation' ? [...KINDS, [value, '接版（种类未定）'] as const] : KINDS;
  return (
    <>
      <label htmlFor="article-kind">种类</label>
      <select id="article-kind" data-first value={value} onChange={(event) => change(kinds.find(([each]) => each === event.target.value)?.[0] ?? value)}>
        {kinds.map(([each, name]) => <option key={each} value={each}>{name}</option>)}
      </select>
    </>
  );
}

function Label({ value, change }: { readonly value: string; readonly change: (text: string) => void }) {
  return (
    <>
      <label htmlFor="article-label">栏题</label>
      <input id="article-label" type="text" autoComplete="off" placeholder="社论、本报评论员；没有就不填" value={value} onChange={(event) => change(event.target.value)} />
    </>
  );
}

interface EditionsProps {
  readonly all: readonly Edition[];
  readonly chosen: ReadonlySet<string>;
  readonly change: (chosen: ReadonlySet<string>) => void;
}

function Editions({ all, chosen, change }: EditionsProps) {
  if (all.length === 0) return null;
  return (
    <>
      <span id="article-editions">收进</span>
      <div role="group" aria-labelledby="article-editions" className="checks">
        {all.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) => {
                const next = new Set(chosen);
                if (event.target.checked) next.add(id);
                else next.delete(id);
                change(next);
              }}
            />
            {name}
          </label>
        ))}
      </div>
    </>
  );
}

function Buttons({ workspace, main, said }: { readonly workspace: Workspace; readonly main: string; readonly said?: string }) {
  return (
    <>
      <span className="rest">{said}</span>
      <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
      <button type="submit" className="button main" data-first={said !== undefined || undefined}>{main}</button>
    </>
  );
}
