// The sheet: the article's deck and fields above, its text below, each a TextView
// of its own. A report shows the fields of its head, other kinds their headlines.
import { Fragment } from 'react';
import type { Article, ArticleKind, FieldPath } from '../../core/model/package';
import { offerReview } from '../import-review/paste-offer';
import { PASTE_NOTICE } from '../paste/paste-notice';
import { pastePlugin } from '../paste/paste-plugin';
import { useDoneMarks } from '../comments/done-marks';
import { withoutCopies } from '../comments/without-copies';
import { omitBars } from '../structure/omit-bars';
import { atomKeys, tableKeys } from '../structure/structure-keys';
import type { DocumentSession } from '../session/document-session';
import { useSelected } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { articleClipboard, fieldClipboard } from './clipboard';
import { closedMarksPlugin } from './closed-marks';
import { datelinePlugin } from './dateline-plugin';
import { fieldView } from './field-atoms';
import { articleKeys, fieldKeys } from './keymap';
import { numberPlugin } from './number-plugin';
import { printedLinesPlugin } from './printed-lines';
import { figureHole } from '../typing/figure-hole';
import { typingPlugin } from '../typing/typing-plugin';
import { emptyField } from './text-view';
import { useTextView } from './use-text-view';

interface FieldLine {
  readonly path: FieldPath;
  readonly name: string;
  readonly style: 'over' | 'main' | 'sub' | 'head';
}

const MAIN: FieldLine = { path: 'deck.main', name: '主题', style: 'main' };
const HEAD: readonly FieldLine[] = [
  { path: 'head.date', name: '日期', style: 'head' },
  { path: 'head.speaker', name: '报告人', style: 'head' },
  { path: 'head.salutation', name: '称谓', style: 'head' },
];
const DECK: readonly FieldLine[] = [{ path: 'deck.over', name: '引题', style: 'over' }, MAIN, { path: 'deck.sub', name: '副题', style: 'sub' }];
// What users call the 副题 of a report is its occasion line (DESIGN).
const SPOKEN: readonly FieldLine[] = [MAIN, { path: 'head.occasion', name: '副题', style: 'head' }, ...HEAD];

/** The lines that a kind is expected to have, and any other that the article has all the same. */
function fieldLines(article: Article): readonly FieldLine[] {
  const usual: Readonly<Record<ArticleKind, readonly FieldLine[]>> = {
    report: SPOKEN, address: SPOKEN, editorial: DECK, news: DECK, resolution: DECK, notice: DECK, continuation: DECK,
  };
  const lines = usual[article.kind];
  const extra = [...DECK, ...SPOKEN].filter(({ path }) => article.fields[path] !== null && !lines.some((line) => line.path === path));
  return [...lines, ...extra.filter(({ path }, index) => extra.findIndex((line) => line.path === path) === index)];
}

/** What help while typing asks of the window. */
const typingOf = (workspace: Workspace, headings: boolean) => ({ settings: workspace.settings.settings.get, composing: () => workspace.texts.composing, headings });

interface EditorProps {
  readonly workspace: Workspace;
  readonly session: DocumentSession;
  readonly article: Article;
}

/** What is drawn over the text as the page has it: `closed`: marks half a character wide; `dated`: the 电头 in its face. */
interface AsPrinted {
  readonly closed?: boolean | undefined;
  readonly dated?: boolean | undefined;
}

export function ArticleEditor({ workspace, session, article, closed, dated }: EditorProps & AsPrinted) {
  useDoneMarks(session);
  // Its kind may be another by now; the words of its lines and of the text are their views' own.
  useSelected(session.state, ({ pkg }) => pkg.articles.find(({ id }) => id === article.id)?.kind);
  const shown = session.pkg.articles.find(({ id }) => id === article.id) ?? article;
  return (
    <div className="sheet">
      <div className="fields">
        {fieldLines(shown).map((line) => (
          <Fragment key={line.path}>
            <label>{line.name}</label>
            <Field workspace={workspace} session={session} article={shown} line={line} />
          </Fragment>
        ))}
      </div>
      <Text workspace={workspace} session={session} article={article} closed={closed} dated={dated} />
    </div>
  );
}

function Field({ workspace, session, article, line }: EditorProps & { readonly line: FieldLine }) {
  const meeting = () => session.pkg.meeting;
  const openBox = (dialog: string): void => workspace.dialog.set(dialog);
  const mount = useTextView(workspace, { article: article.id, field: line.path }, () => ({
    doc: article.fields[line.path] ?? emptyField(),
    plugins: [printedLinesPlugin, typingPlugin(typingOf(workspace, false)), ...atomKeys(openBox), ...fieldKeys(meeting)],
    props: {
      ...fieldClipboard(meeting),
      editable: () => session.opened.readOnly === null,
      nodeViews: { field: fieldView({ meeting, watch: session.state.watch }) },
      attributes: { 'aria-label': line.name, role: 'textbox', spellcheck: 'false' },
    },
  }));
  return <div className={line.style}><div ref={mount} /></div>;
}

function Text({ workspace, session, article, closed = false, dated = false }: EditorProps & AsPrinted) {
  const meeting = () => session.pkg.meeting;
  const openBox = (dialog: string): void => workspace.dialog.set(dialog);
  const mount = useTextView(workspace, { article: article.id, field: null }, () => ({
    doc: article.doc,
    plugins: [
      numberPlugin, ...(closed ? [closedMarksPlugin] : []), ...(dated ? [datelinePlugin] : []), typingPlugin(typingOf(workspace, true)),
      pastePlugin({ kind: article.kind, say: (message) => workspace.notices.tellInstead(PASTE_NOTICE, message, { step: session.lastStep }), offer: (text, headings) => offerReview(workspace, text, headings) }),
      ...atomKeys(openBox), ...tableKeys(), ...articleKeys(meeting), omitBars, figureHole((message) => workspace.notices.tell('said', message, { step: session.lastStep })),
    ],
    props: {
      ...articleClipboard({ meeting, look: () => session.pkg.editions.find(({ id }) => id === workspace.edition.get())?.look ?? null }),
      transformPasted: (slice, view) => (view.dragging?.move === true ? slice : withoutCopies(slice, session.pkg)),
      editable: () => session.opened.readOnly === null,
      nodeViews: { field: fieldView({ meeting, watch: session.state.watch }) },
      attributes: { class: 'text', 'aria-label': '正文', role: 'textbox', 'aria-multiline': 'true', tabindex: '0', spellcheck: 'false' },
    },
  }));
  return <div ref={mount} />;
}
