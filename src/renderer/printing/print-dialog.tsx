// 打印: what, on which printer, how many, on which paper, for whom; the page as it
// will be printed beside it. One dialog for the booklet, the 改稿本, the large-type
// copy and the newspaper. Enter prints; what is asked for is counted in sheets of
// paper before. What stands in the way is said in the dialog, which stays.
import { useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import { sheetsFor, sidesFor, type Paper } from '../../core/display/arrange';
import { DRAFT_BOUNDS, type DraftWish } from '../../core/model/draft-wish';
import { DRAFT } from '../../core/model/editions';
import { openPlaces } from '../../core/model/stage';
import type { Edition, Package } from '../../core/model/package';
import type { Failure } from '../../ipc/index';
import type { PrintEntry, Printer, Sides } from '../../ipc/printing';
import { articleNames } from '../panels/article-names';
import type { PageFeed } from '../preview/page-feed';
import { dayAndTime } from '../saving/when';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { readPageRange, writePageRange } from './page-range';
import { PrintPreview, usePreviewFeed } from './print-preview';
import { entryText, keepHabits, printChoices, readHabits, readPrintStart, type PrintChoice, type PrintHabits, type PrintStart } from './printing';

export const PrintDialog: DialogContent = ({ workspace, subject }) => {
  const session = useWatched(workspace.session);
  return session === null ? null : <PrintForm workspace={workspace} session={session} start={readPrintStart(subject)} />;
};

type Scope = 'all' | 'shown' | 'some';

/** Room for the page, CSS pixels: what 1366 × 768 leaves beside the form. */
const PAGE_ROOM = { width: 592, height: 520 };
const STATES: Readonly<Record<Printer['state'], string>> = { ready: '就绪', busy: '正在打印', stopped: '已停止' };
/** Printings shown below the form. */
const LAST = 2;

function PrintForm({ workspace, session, start }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly start: PrintStart | null }) {
  // The text as it stands when the dialog opens: nothing is typed while it is open.
  const [{ pkg, version }] = useState(session.state.get());
  const { document } = session.opened;
  const choices = useMemo(() => printChoices(pkg), [pkg]);
  const [habits, setHabits] = useState<PrintHabits>(() => {
    const known = readHabits(localStorage);
    const edition = start?.edition ?? (choices.some(({ editions }) => editions.some(({ id }) => id === known.edition)) ? known.edition : DRAFT);
    // What is on screen is what somebody means; a printing that is to be completed says it itself.
    return { ...known, edition, draft: start?.draft ?? { ...known.draft, article: workspace.article.get() } };
  });
  const [printers, setPrinters] = useState<readonly Printer[] | null>(null);
  const [entries, setEntries] = useState<readonly PrintEntry[]>([]);
  const [edition, setEdition] = useState<Edition | null>(null);
  const wanted = start?.pages ?? null;
  const [scope, setScope] = useState<Scope>(wanted === null ? 'all' : 'some');
  const [range, setRange] = useState(wanted === null ? '' : writePageRange(wanted));
  const [copies, setCopies] = useState('1');
  const [to, setTo] = useState('');
  // Sheets of a parted newspaper page are laid side by side: nobody wants them on both sides of one.
  const [tiledSides, setTiledSides] = useState<Sides>('one');
  const [page, setPage] = useState(wanted?.[0] ?? 0);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** What was refused: it is what one can go on with. */
  const [refused, setRefused] = useState<'print' | 'save'>('print');
  const task = useWatched(workspace.files.task);
  const feed = usePreviewFeed(workspace, pkg, edition);
  const choice = choices.find(({ editions }) => editions.some(({ id }) => id === habits.edition));
  const draft = habits.edition === DRAFT ? habits.draft : null;
  const large = choice?.kind === 'newspaper';
  const wish = JSON.stringify(draft);

  const change = (part: Partial<PrintHabits>): void => setHabits({ ...habits, ...part });
  const choose = (id: string): void => {
    change({ edition: id });
    setPage(0);
    // Numbers of pages are of the edition that they were typed for.
    if (scope === 'some') setScope('all');
  };

  const chooseArticle = (id: string): void => {
    change({ draft: { ...habits.draft, article: id === '' ? null : id } });
    setPage(0);
    if (scope === 'some') setScope('all');
  };
  const names = articleNames(pkg.articles, pkg.meeting);
  const reports = pkg.articles.filter(({ kind }) => kind === 'report').length;

  useEffect(() => {
    void workspace.api.printers().then((answer) => {
      if (answer.ok) setPrinters(answer.value);
      else setFailure(answer);
    });
    void workspace.api.printRecord(document).then((answer) => {
      if (answer.ok) setEntries(answer.value);
    });
  }, [workspace, document]);
  useEffect(() => {
    let isOver = false;
    void workspace.api.editionToPrint({ document, version, edition: habits.edition, draft: JSON.parse(wish) as DraftWish | null }).then((answer) => {
      if (isOver) return;
      if (answer.ok) setEdition(answer.value);
      else setFailure(answer);
    });
    return () => {
      isOver = true;
    };
  }, [workspace, document, version, habits.edition, wish]);

  const printer = printers?.find(({ name }) => name === habits.printer) ?? printers?.[0] ?? null;
  const count = useCount(feed);
  const shown = Math.min(page, Math.max(0, (count ?? 1) - 1));
  const plan = usePlan(feed, { habits: large ? { ...habits, sides: tiledSides } : habits, large, scope, range, copies, shown });

  const run = async (accept: readonly string[]): Promise<void> => {
    if (plan.request === null || printer === null || choice === undefined || workspace.files.task.get() !== null) return;
    setFailure(null);
    setRefused('print');
    keepHabits(localStorage, { ...habits, printer: printer.name });
    const { paper, fold, pages, copies: many, sides } = plan.request;
    const failed = await workspace.files.print({
      document, version, edition: habits.edition, draft, arrangement: { pages, paper, fold }, printer: printer.name, copies: many, sides, collate: habits.collate, to: to.trim(), accept,
    }, printer.title);
    if (failed === null) workspace.dialog.set(null);
    else if (failed !== 'cancelled') setFailure(failed);
  };
  const save = async (accept: readonly string[]): Promise<void> => {
    setFailure(null);
    setRefused('save');
    const failed = await workspace.files.exportEdition({ edition: habits.edition, draft, to: to.trim() }, accept);
    if (failed !== null) setFailure(failed);
  };

  return (
    <Dialog
      workspace={workspace}
      title="打印"
      width={1120}
      onSubmit={() => void run([])}
      foot={(
        <>
          <span className="rest" role="status">{task ?? plan.said}{task === null && openNote(pkg, edition)}</span>
          <button type="button" className="button" onClick={() => (task === null ? workspace.dialog.set(null) : void workspace.files.cancel())}>取消</button>
          <button type="button" className="button" disabled={task !== null} onClick={() => void save([])}>另存 PDF</button>
          <button type="submit" className="button main" disabled={task !== null || printer === null || plan.request === null}>打印</button>
        </>
      )}
    >
      <div className="print">
        <section className="preview" aria-label="预览">
          {feed === null ? <p className="quiet" role="status">正在排版…</p> : <PrintPreview feed={feed} page={shown} {...PAGE_ROOM} />}
          <div className="walk">
            <button type="button" className="button small" disabled={shown === 0} onClick={() => setPage(shown - 1)}>上一页</button>
            <span>{count === null ? '正在排版…' : `第 ${shown + 1} / ${count} 页`}</span>
            <button type="button" className="button small" disabled={count === null || shown + 1 >= count} onClick={() => setPage(shown + 1)}>下一页</button>
          </div>
        </section>
        <section className="asked" aria-label="怎样打印">
          <Refusal failure={failure} still={refused === 'print' ? '仍然打印' : '仍然另存'} again={(accept) => void (refused === 'print' ? run(accept) : save(accept))} />
          <Cards choices={choices} value={choice?.kind ?? null} change={({ editions }) => choose(editions[0]?.id ?? DRAFT)} />
          {choice !== undefined && choice.editions.length > 1 && (
            <Row title="哪一份">{(id) => (
              <select id={id} value={habits.edition} onChange={(event) => choose(event.target.value)}>
                {choice.editions.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
              </select>
            )}</Row>
          )}
          {draft !== null && pkg.articles.length > 1 && (
            <Row title="哪一篇">{(id) => (
              <select id={id} value={draft.article ?? ''} onChange={(event) => chooseArticle(event.target.value)}>
                {pkg.articles.map((article, index) => <option key={article.id} value={article.id}>{names[index]}</option>)}
                {reports > 1 && <option value="">全部报告（{reports} 篇）</option>}
              </select>
            )}</Row>
          )}
          <Row title="打印机">{(id) => (
            <>
              <select id={id} value={printer?.name ?? ''} disabled={printer === null} onChange={(event) => change({ printer: event.target.value })}>
                {printer === null && <option value="">{printers === null ? '正在查找…' : '没有打印机'}</option>}
                {printers?.map(({ name, title }) => <option key={name} value={name}>{title}</option>)}
              </select>
              <small>{printer === null ? (printers === null ? '' : '请在系统设置里添加打印机，或者另存 PDF。') : STATES[printer.state]}</small>
            </>
          )}</Row>
          <Row title="范围" group>{() => (
            <>
              <Radio name="scope" checked={scope === 'all'} pick={() => setScope('all')}>全部</Radio>
              <Radio name="scope" checked={scope === 'shown'} pick={() => setScope('shown')}>当前页</Radio>
              <Radio name="scope" checked={scope === 'some'} pick={() => setScope('some')}>页码</Radio>
              <input
                type="text"
                aria-label="要印的页码"
                placeholder="如 1-5，9"
                value={range}
                aria-invalid={scope === 'some' && plan.wrong !== null}
                onChange={(event) => {
                  setRange(event.target.value);
                  setScope('some');
                }}
              />
            </>
          )}</Row>
          <Row title="份数">{(id) => (
            <>
              <input id={id} className="short" type="number" min={1} max={999} value={copies} onFocus={(event) => event.target.select()} onChange={(event) => setCopies(event.target.value)} />
              <Check checked={habits.collate} pick={(collate) => change({ collate })}>逐份打印</Check>
            </>
          )}</Row>
          <Row title="纸张" group>{() => (large
            ? (['A3', 'A4'] as const).map((paper) => <Radio key={paper} name="paper" checked={habits.tiles === paper} pick={() => change({ tiles: paper })}>{paper} 分幅</Radio>)
            : [false, true].map((folds) => <Radio key={String(folds)} name="paper" checked={habits.folds === folds} pick={() => change({ folds })}>{folds ? 'A3 折页（两版一面）' : 'A4'}</Radio>)
          )}</Row>
          <Row title="双面" group>{() => SIDES_ASKED.map(({ sides, title }) => (
            <Radio key={sides} name="sides" disabled={plan.folded} checked={plan.sides === sides} pick={() => (large ? setTiledSides(sides) : change({ sides }))}>{title}</Radio>
          ))}</Row>
          {draft !== null && <DraftRows draft={draft} change={(part) => change({ draft: { ...draft, ...part } })} />}
          <Row title="发给">{(id) => <input id={id} type="text" maxLength={100} placeholder="可不填，记入打印记录" value={to} onChange={(event) => setTo(event.target.value)} />}</Row>
          {entries.length > 0 && (
            <div className="last">
              <h3 className="cap">打印记录</h3>
              <ul>
                {entries.slice(0, LAST).map((entry) => (
                  <li key={entry.id}>
                    <span>{dayAndTime(entry.at)}</span>
                    <span>{entry.stage ?? '没有稿次'}</span>
                    <span className="what">{entryText(entry, pkg)}</span>
                    <button type="button" className="button small" onClick={() => workspace.dialog.set(`go-to:${entry.id}`)}>转到</button>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </section>
      </div>
    </Dialog>
  );
}

const SIDES_ASKED: readonly { readonly sides: Sides; readonly title: string }[] = [
  { sides: 'one', title: '单面' }, { sides: 'long', title: '双面，长边翻' }, { sides: 'short', title: '双面，短边翻' },
];

interface Plan {
  /** What is asked of main; null while something cannot be read. */
  readonly request: { readonly pages: readonly number[] | null; readonly paper: Paper; readonly fold: boolean; readonly copies: number; readonly sides: Sides } | null;
  /** 10 份 × 26 页，双面，共 130 张纸。Or what is wrong. */
  readonly said: string;
  readonly wrong: string | null;
  readonly folded: boolean;
  readonly sides: Sides;
}

interface Asked {
  readonly habits: PrintHabits;
  readonly large: boolean;
  readonly scope: Scope;
  readonly range: string;
  readonly copies: string;
  /** Index of the page shown. */
  readonly shown: number;
}

const NO_SHAPES: readonly { readonly width: number; readonly height: number }[] = [];
const NOTHING = { get: () => NO_SHAPES, watch: () => () => undefined };

function useCount(feed: PageFeed | null): number | null {
  const shapes = useWatched(feed?.shapes ?? NOTHING);
  return shapes.length === 0 ? null : shapes.length;
}

function usePlan(feed: PageFeed | null, { habits, large, scope, range, copies, shown }: Asked): Plan {
  const shapes = useWatched(feed?.shapes ?? NOTHING);
  const folded = habits.folds && !large;
  const paper: Paper = large ? habits.tiles : folded ? 'A3' : 'A4';
  const sides: Sides = folded ? 'short' : habits.sides;
  const many = Number(copies);
  const wrongCopies = Number.isInteger(many) && many >= 1 && many <= 999 ? null : '份数要写 1 到 999 之间的整数。';
  const read = scope === 'some' && shapes.length > 0 ? readPageRange(range, shapes.length) : null;
  const wrong = read !== null && !read.ok ? `${read.wrong}。` : null;
  if (wrongCopies !== null || wrong !== null) return { request: null, said: wrong ?? wrongCopies ?? '', wrong, folded, sides };
  if (shapes.length === 0) return { request: null, said: '正在排版…', wrong: null, folded, sides };
  const pages = scope === 'shown' ? [shown] : read?.ok === true ? read.pages : null;
  const chosen = pages === null ? shapes : pages.flatMap((index) => shapes[index] ?? []);
  const sheets = sheetsFor(sidesFor(chosen, { paper, fold: folded }), { copies: many, duplex: sides !== 'one' });
  const how = folded ? 'A3 折页' : `${large ? `${paper} 分幅，` : ''}${sides === 'one' ? '单面' : '双面'}`;
  return { request: { pages, paper, fold: folded, copies: many, sides }, said: `${many} 份 × ${chosen.length} 页，${how}，共 ${sheets} 张纸。`, wrong: null, folded, sides };
}

/** 待填 4 处。 of what the edition prints. */
function openNote(pkg: Package, edition: Edition | null): string {
  if (edition === null) return '';
  const open = pkg.articles.filter(({ id }) => edition.articles.includes(id)).reduce((sum, article) => sum + openPlaces(article, edition.kind).length, 0);
  return open === 0 ? '' : `待填待核 ${open} 处。`;
}

function Refusal({ failure, still, again }: { readonly failure: Failure | null; readonly still: string; readonly again: (accept: readonly string[]) => void }) {
  if (failure === null) return null;
  const accept = failure.accept ?? [];
  return (
    <div className="refusal" role="alert">
      <b className="tag error">错</b>
      <span>{failure.message}</span>
      {accept.length > 0 && <button type="button" className="button small" onClick={() => again(accept)}>{still}</button>}
    </div>
  );
}

function Cards({ choices, value, change }: { readonly choices: readonly PrintChoice[]; readonly value: PrintChoice['kind'] | null; readonly change: (choice: PrintChoice) => void }) {
  return (
    <div className="cards" role="radiogroup" aria-label="印哪一种">
      {choices.map((choice) => (
        <label key={choice.kind} className="card" data-chosen={choice.kind === value}>
          <input type="radio" name="edition" data-first={choice.kind === value ? true : undefined} checked={choice.kind === value} onChange={() => change(choice)} />
          <span>{choice.title}</span>
          {choice.kind === value && <small aria-hidden>已选</small>}
        </label>
      ))}
    </div>
  );
}

function DraftRows({ draft, change }: { readonly draft: DraftWish; readonly change: (part: Partial<DraftWish>) => void }) {
  return (
    <>
      <Row title="改稿本" group>{() => (
        <>
          <Check checked={draft.every > 0} pick={(on) => change({ every: on ? 5 : 0 })}>每 5 行标行号</Check>
          <Check checked={draft.header} pick={(header) => change({ header })}>页眉印稿次</Check>
        </>
      )}</Row>
      <Row title="右边空白">{(id) => (
        <>
          <Measure id={id} value={draft.marginMm} bounds={DRAFT_BOUNDS.marginMm} step={5} unit="毫米" change={(marginMm) => change({ marginMm })} />
          <label htmlFor={`${id}-pitch`}>行距</label>
          <Measure id={`${id}-pitch`} value={draft.pitch} bounds={DRAFT_BOUNDS.pitch} step={0.25} unit="倍" change={(pitch) => change({ pitch })} />
        </>
      )}</Row>
    </>
  );
}

/** A number within bounds; what is out of them stays in the box and changes nothing. */
function Measure({ id, value, bounds: [least, most], step, unit, change }: {
  readonly id: string; readonly value: number; readonly bounds: readonly [number, number]; readonly step: number; readonly unit: string; readonly change: (value: number) => void;
}) {
  const [typed, setTyped] = useState(String(value));
  const number = Number(typed);
  const isGood = typed !== '' && number >= least && number <= most;
  return (
    <>
      <input
        id={id}
        className="short"
        type="number"
        min={least}
        max={most}
        step={step}
        value={typed}
        aria-invalid={!isGood}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = Number(event.target.value);
          if (event.target.value !== '' && next >= least && next <= most) change(next);
        }}
      />
      <small>{isGood ? unit : `${least} 到 ${most} ${unit}`}</small>
    </>
  );
}

function Row({ title, group = false, children }: { readonly title: string; readonly group?: boolean; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return group ? (
    <div className="row" role="group" aria-labelledby={id}>
      <span id={id} className="name">{title}</span>
      <span className="boxes">{children(id)}</span>
    </div>
  ) : (
    <div className="row">
      <label className="name" htmlFor={id}>{title}</label>
      <span className="boxes">{children(id)}</span>
    </div>
  );
}

function Radio({ name, checked, disabled = false, pick, children }: { readonly name: string; readonly checked: boolean; readonly disabled?: boolean; readonly pick: () => void; readonly children: ReactNode }) {
  return <label className="pick"><input type="radio" name={name} checked={checked} disabled={disabled} onChange={pick} />{children}</label>;
}

function Check({ checked, pick, children }: { readonly checked: boolean; readonly pick: (on: boolean) => void; readonly children: ReactNode }) {
  return <label className="pick"><input type="checkbox" checked={checked} onChange={(event) => pick(event.target.checked)} />{children}</label>;
}
