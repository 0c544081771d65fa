// 报纸信息: what the shown newspaper edition prints around its articles, seen at once as
// it prints. Set with 完成 as one undoable change, artwork with it.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { PackageChange } from '../../core/model/change';
import { DEFAULT_RED } from '../../core/model/dress';
import type { Edition, PaperArt, PaperProfile } from '../../core/model/package';
import { FileButton } from '../pictures/file-button';
import { assetChanges, takePicture, type TakenPicture } from '../pictures/take-picture';
import type { DocumentSession } from '../session/document-session';
import { useWatched } from '../session/observable';
import type { Workspace } from '../session/workspace';
import { Dialog } from '../shell/dialog';
import type { DialogContent } from '../shell/dialog-content';
import { shownPaper } from './shown-paper';
import { countedWords, namelessWords, otherNumberWords, PAPER_LINES, paperForm, readPaper, rightOf, type PaperForm, type PaperLine, type PaperRead } from './paper-lines';

export const PaperDialog: DialogContent = ({ workspace }) => {
  const session = useWatched(workspace.session);
  const edition = shownPaper(workspace);
  return session === null || edition === null ? null : <Form workspace={workspace} session={session} edition={edition} />;
};

const ARTS = { nameArt: '报头图样', labelArt: '社论标签', flower: '题花' } as const;
type ArtKey = keyof typeof ARTS;
type Arts = Readonly<Record<ArtKey, PaperArt | null>>;

/** The form asks for a sketch when nobody has typed for so long, ms. */
const PAUSE = 250;
/** CSS pixels of the sketch. */
const SKETCH_WIDTH = 752;

/** The changes that the form means: artwork that is new to the package, the profile, the date, the phase, and a red for a look without one. */
function changesOf(session: DocumentSession, edition: Edition, read: Extract<PaperRead, { readonly ok: true }>, arts: Arts, taken: readonly TakenPicture[]): PackageChange[] {
  const { nameArt: _name, labelArt: _label, flower: _flower, ...rest } = read.paper ?? {};
  const used = (Object.entries(arts) as [ArtKey, PaperArt | null][]).flatMap(([key, art]) => (art === null ? [] : [[key, art] as const]));
  const paper: PaperProfile | null = read.paper === null ? null : { ...(rest as PaperProfile), ...Object.fromEntries(used) };
  const changes: PackageChange[] = read.paper === null ? [] : taken.filter(({ id }) => used.some(([, { asset }]) => asset === id)).flatMap((one) => assetChanges(session.pkg, one));
  const set = (key: 'paper' | 'date' | 'phase', from: unknown, to: unknown): void => {
    if (JSON.stringify(from) !== JSON.stringify(to)) changes.push({ kind: 'set', path: `editions/${edition.id}/${key}`, from, to });
  };
  set('paper', edition.paper, paper);
  set('date', edition.date, read.date);
  set('phase', edition.phase, read.phase);
  // A look made before 套红 was known names its red now.
  if (paper?.nameRed === true && edition.look.red === undefined) changes.push({ kind: 'set', path: `editions/${edition.id}/look`, from: edition.look, to: { ...edition.look, red: DEFAULT_RED } });
  return changes;
}

function Form({ workspace, session, edition }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly edition: Edition }) {
  const [form, setForm] = useState<PaperForm>(() => paperForm(edition));
  const [arts, setArts] = useState<Arts>(() => ({ nameArt: edition.paper?.nameArt ?? null, labelArt: edition.paper?.labelArt ?? null, flower: edition.paper?.flower ?? null }));
  const [taken, setTaken] = useState<readonly TakenPicture[]>([]);
  const [said, setSaid] = useState<Readonly<Partial<Record<ArtKey, string>>>>({});
  // A line is judged once it was left, or 完成 was asked for: half a date is no mistake while it is typed.
  const [left, setLeft] = useState<ReadonlySet<keyof PaperForm>>(new Set());
  // How its line is written, while it is written: what stands in it hides the example.
  const [written, setWritten] = useState<PaperLine | null>(null);
  const read = useMemo(() => readPaper(form, edition.paper), [form, edition]);
  const wrong = read.ok ? {} : read.wrong;
  const formElement = useRef<HTMLDivElement>(null);
  const readOnly = session.opened.readOnly !== null;
  const done = (): void => {
    if (!read.ok) {
      setLeft(new Set(PAPER_LINES.map(({ key }) => key)));
      const first = PAPER_LINES.find(({ key }) => wrong[key] !== undefined);
      formElement.current?.querySelector<HTMLElement>(`[data-line="${first?.key ?? ''}"]`)?.focus();
      return;
    }
    const changes = changesOf(session, edition, read, arts, taken);
    if (changes.length > 0 && !readOnly) session.change(changes, '报纸信息');
    workspace.dialog.set(null);
  };
  const take = (key: ArtKey) => (file: File): void => {
    setSaid({ ...said, [key]: '正在读图…' });
    void takePicture(file, 'art').then((taking) => {
      setSaid({ ...said, [key]: taking.ok ? taking.picture.done : `${taking.reason}。` });
      if (!taking.ok) return;
      const { id: asset, width, height } = taking.picture;
      setTaken((old) => [...old.filter(({ id }) => id !== asset), taking.picture]);
      setArts((old) => ({ ...old, [key]: { asset, width, height } }));
    });
  };
  const { opens } = session.pkg.meeting;
  const notes: Readonly<Partial<Record<keyof PaperForm, string | null>>> = { name: namelessWords(form), issue: otherNumberWords(form, opens), counting: countedWords(form, opens) };
  const faults = PAPER_LINES.filter(({ key }) => wrong[key] !== undefined && left.has(key));
  return (
    <Dialog
      workspace={workspace}
      title={`报纸信息：${edition.name}`}
      width={800}
      onSubmit={done}
      foot={(
        <>
          <span className="rest">{readOnly ? '这份文稿包只读，不能改。' : faults.length > 0 ? `有 ${faults.length} 项还要改：${faults.map(({ name }) => name).join('、')}；图样里这几项先按原来的。` : written !== null && written.hint !== '' ? `写法：${written.hint}` : '报头、报眉、报尾印这些；空着的不印。'}</span>
          <button type="button" className="button" onClick={() => workspace.dialog.set(null)}>取消</button>
          <button type="submit" className="button main" disabled={readOnly}>完成</button>
        </>
      )}
    >
      <Sketch workspace={workspace} session={session} edition={edition} form={form} arts={arts} taken={taken} />
      <div ref={formElement} className="meeting paper-form">
        {PAPER_LINES.map((line) => (
          <Line
            key={line.key}
            line={line}
            value={form[line.key]}
            note={notes[line.key] ?? null}
            readOnly={readOnly}
            wrong={left.has(line.key) ? (wrong[line.key] ?? null) : null}
            enter={() => setWritten(line)}
            leave={() => setLeft((before) => (before.has(line.key) ? before : new Set([...before, line.key])))}
            change={(value) => setForm({ ...form, [line.key]: value })}
          />
        ))}
        {(Object.entries(ARTS) as [ArtKey, string][]).map(([key, name]) => (
          <div key={key} className="line half" role="group" aria-label={name}>
            <span className="art-label">{name}</span>
            <span className="paper-art">
              <FileButton words={arts[key] === null ? '选图…' : '换图…'} accept=".svg,.png,.jpg,.jpeg" disabled={readOnly} take={take(key)} />
              {arts[key] !== null && <button type="button" className="button" disabled={readOnly} onClick={() => { setArts({ ...arts, [key]: null }); setSaid({ ...said, [key]: '' }); }}>不用图</button>}
            </span>
            <small className="note" role="status">{said[key] ?? (arts[key] === null ? '用铅字；图要 SVG 或黑白线条图' : '')}</small>
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** 报头 or 报眉, and 报尾, as the form would have them printed. */
function Sketch({ workspace, session, edition, form, arts, taken }: { readonly workspace: Workspace; readonly session: DocumentSession; readonly edition: Edition; readonly form: PaperForm; readonly arts: Arts; readonly taken: readonly TakenPicture[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isWanted = true;
    const whole = readPaper(form, edition.paper);
    // A line that cannot be read yet is shown as it was; the others as they are.
    const read = whole.ok ? whole : readPaper(rightOf(form, whole.wrong, paperForm(edition)), edition.paper);
    const timer = setTimeout(() => {
      if (!read.ok) return;
      const scale = (SKETCH_WIDTH / edition.master.width) * window.devicePixelRatio;
      void workspace.feed.sketch(edition.id, changesOf(session, edition, read, arts, taken), scale).then((bitmap) => {
        const place = canvas.current;
        if (bitmap === null || place === null || !isWanted) return;
        place.width = bitmap.width;
        place.height = bitmap.height;
        // As high as its width makes it: in a narrow window the box is not as wide as it would be.
        place.style.height = 'auto';
        place.getContext('2d')?.drawImage(bitmap, 0, 0);
        place.dataset['sketched'] = String(Number(place.dataset['sketched'] ?? 0) + 1);
        bitmap.close();
      });
    }, PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [workspace, session, edition, form, arts, taken]);
  return <canvas ref={canvas} className="paper-sketch" role="img" aria-label="报头、报尾的样子" style={{ width: SKETCH_WIDTH, height: 150 }} />;
}

interface LineProps {
  readonly line: PaperLine;
  readonly value: string;
  readonly note: string | null;
  readonly readOnly: boolean;
  readonly wrong: string | null;
  /** The line is written now. */
  readonly enter: () => void;
  /** The line was left. */
  readonly leave: () => void;
  readonly change: (value: string) => void;
}

function Line({ line, value, note, readOnly, wrong, enter, leave, change }: LineProps) {
  const id = useId();
  const { choices } = line;
  return (
    <div className="line half">
      <label htmlFor={id}>{line.name}</label>
      {choices === undefined ? (
        <input
          id={id}
          data-line={line.key}
          data-first={line.key === 'name' ? true : undefined}
          type="text"
          value={value}
          placeholder={line.hint}
          title={line.hint}
          readOnly={readOnly}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : `${id}-said`}
          onFocus={enter}
          onBlur={leave}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <select id={id} value={value} disabled={readOnly} onFocus={enter} onChange={(event) => change(event.target.value)}>
          {choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
        </select>
      )}
      {wrong !== null && <small id={`${id}-said`} className="wrong" role="alert">{wrong}</small>}
      {wrong === null && note !== null && <small className="note">{note}</small>}
    </div>
  );
}
