// 字数与目标 (W17): how long the selection, the section, the article and all articles
// are, as Word and as print count it; targets of the article and of its sections,
// kept in the package and undoable; how fast one reads aloud.
import { useMemo, useState } from 'react';
import { jsonEqual } from '../../core/model/package-json';
import { sectionTargets, withSectionTargets } from '../../core/model/targets';
import type { Article } from '../../core/model/package';
import { countDoc, countSpoken } from '../panels/count-words';
import { entryAt, outlineEntries } from '../panels/outline-entries';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { RATE_BOUNDS } from '../session/writing-settings';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { readCount } from './read-count';
import { readingMinutes } from './status-counts';
import { addCounts, countBetween, measureOf, NO_COUNTS, type TextCounts } from './text-counts';

/** 单行本's measure, where no edition is shown. */
const USUAL_MEASURE = 28;

const number = (value: number): string => value.toLocaleString('zh-CN');

export const CountsDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  const shown = useWatched(workspace.article);
  const article = session?.pkg.articles.find(({ id }) => id === shown);
  return session === null || article === undefined ? null : <Counts key={article.id} workspace={workspace} session={session} article={article} />;
};

interface Column {
  readonly name: string;
  readonly counts: TextCounts;
}

/** What is counted, each with its counts; those that are not there now left out. */
function columns(workspace: Workspace, session: DocumentSession, article: Article, measure: number): readonly Column[] {
  const { meeting, articles } = session.pkg;
  const whole = ({ doc }: Article): TextCounts => countBetween(doc, 0, doc.content.size, meeting, measure);
  const out: Column[] = [];
  const view = workspace.texts.active?.view;
  if (view !== undefined && !view.state.selection.empty) {
    const { from, to } = view.state.selection;
    out.push({ name: '选中', counts: countBetween(view.state.doc, from, to, meeting, measure) });
  }
  const entries = outlineEntries(article.doc, meeting);
  const caret = workspace.places.caret.get();
  const at = caret?.article === article.id && caret.field === null ? entryAt(entries, caret.block) : -1;
  const section = entries[at];
  if (section !== undefined) {
    const next = entries.slice(at + 1).find(({ level }) => level <= section.level)?.block ?? article.doc.childCount;
    const end = (block: number): number => article.doc.children.slice(0, block).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
    out.push({ name: '本节', counts: countBetween(article.doc, end(section.block), end(next), meeting, measure) });
  }
  out.push({ name: '本篇', counts: whole(article) });
  if (articles.length > 1) out.push({ name: '全部稿件', counts: articles.map(whole).reduce(addCounts, NO_COUNTS) });
  return out;
}

const ROWS: readonly (readonly [keyof TextCounts, string])[] = [
  ['words', '字数'], ['characters', '字符数（不计空格）'], ['withBlanks', '字符数（计空格）'], ['paragraphs', '段落数'], ['set', '版面字数'],
];

function Counts({ workspace, session, article }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly article: Article }) {
  const { pkg } = session;
  const { meeting } = pkg;
  const { settings } = workspace;
  const edition = pkg.editions.find(({ id }) => id === workspace.edition.get());
  const measure = edition === undefined ? USUAL_MEASURE : measureOf(edition.master);
  // Counted when the dialog opens: nobody writes beneath it.
  const shown = useMemo(() => columns(workspace, session, article, measure), [workspace, session, article, measure]);
  const entries = useMemo(() => outlineEntries(article.doc, meeting), [article, meeting]);
  const titles = entries.map(({ title }) => title);
  const old = pkg.targets?.[article.id] ?? null;
  const [whole, setWhole] = useState(String(old?.words ?? ''));
  const [sections, setSections] = useState(() => sectionTargets(old ?? undefined, titles).map((words) => String(words ?? '')));
  const [rate, setRate] = useState(String(settings.settings.get().readingRate));
  const isReadOnly = session.opened.readOnly !== null;

  const [slowest, fastest] = RATE_BOUNDS;
  const asked = [whole, ...sections].map(readCount);
  const spoken = readCount(rate);
  const wrong = asked.includes(undefined)
    ? '目标字数写整数，例如 8000；空着就是不设。'
    : spoken === undefined || spoken === null || spoken < slowest || spoken > fastest ? `宣读速度在每分钟 ${slowest} 到 ${fastest} 字之间。` : null;
  const close = (): void => workspace.dialog.set(null);
  const accept = (): void => {
    if (wrong !== null || spoken === undefined || spoken === null) return;
    settings.change({ readingRate: spoken });
    const next = withSectionTargets(asked[0] ?? null, titles, asked.slice(1).map((words) => words ?? null));
    if (!isReadOnly && !jsonEqual(next, old)) session.change([{ kind: 'set', path: `targets/${article.id}`, from: old, to: next }], '设目标字数');
    close();
  };
  return (
    <Dialog
      workspace={workspace}
      title="字数与目标"
      width={640}
      onSubmit={accept}
      foot={
        <>
          <span className="rest wrong" role="status">{wrong}</span>
          <button type="button" className="button" onClick={close}>取消</button>
          <button type="submit" className="button main" disabled={wrong !== null}>确定</button>
        </>
      }
    >
      <table className="counts-table">
        <thead>
          <tr><td />{shown.map(({ name }) => <th key={name} scope="col">{name}</th>)}</tr>
        </thead>
        <tbody>
          {ROWS.map(([key, name]) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {shown.map((column) => <td key={column.name}>{number(column.counts[key])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">字数与 Word 的算法相同。版面字数按{edition?.name ?? '单行本'}每行 {measure} 字算，段末不满一行也算一行。</p>
      <div className="targets">
        <label htmlFor="target-whole">本篇目标</label>
        <span>{number(countDoc(article.doc, meeting))}</span>
        <input id="target-whole" type="text" data-first inputMode="numeric" disabled={isReadOnly} value={whole} onChange={({ target }) => setWhole(target.value)} />
        {entries.map((entry, index) => (
          <Section key={entry.block} id={`target-${entry.block}`} title={entry.text} level={entry.level} words={entry.words} value={sections[index] ?? ''} disabled={isReadOnly}
            onValue={(value) => setSections(sections.with(index, value))} />
        ))}
        <label htmlFor="reading-rate">宣读速度（每分钟字数）</label>
        <span>约 {readingMinutes(countSpoken(article.doc, meeting), spoken ?? settings.settings.get().readingRate)} 分钟</span>
        <input id="reading-rate" type="text" inputMode="numeric" value={rate} onChange={({ target }) => setRate(target.value)} />
      </div>
    </Dialog>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly words: number;
  readonly value: string;
  readonly disabled: boolean;
  readonly onValue: (value: string) => void;
}

function Section({ id, title, level, words, value, disabled, onValue }: SectionProps) {
  return (
    <>
      <label htmlFor={id} style={{ paddingLeft: `${Math.max(0, level - 1)}em` }}>{title}</label>
      <span>{number(words)}</span>
      <input id={id} type="text" inputMode="numeric" disabled={disabled} value={value} onChange={({ target }) => onValue(target.value)} />
    </>
  );
}
