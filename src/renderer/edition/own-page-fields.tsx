// 自己的开本: the numbers of a newspaper page, each checked as it is typed. In: the preset that
// it begins from. Out: a page that fits its sheet, at each change; null while one does not. What
// does not fit is said beside its number in plain words, with what would mend it.
import { useId, useState } from 'react';
import type { EditionPreset } from '../../core/model/editions';
import { OWN_LINES, OWN_PAGE, type OwnPage, ownPage, type OwnPageReading, readOwnPage } from '../../core/model/own-page';

interface OwnPageProps {
  readonly base: EditionPreset;
  readonly take: (preset: EditionPreset | null) => void;
  /** A page of one's own from a file instead. */
  readonly fromFile: () => void;
  /** Writes it as such a file; what came of it, in Chinese, empty where it was given up. */
  readonly save: (preset: EditionPreset) => Promise<string>;
}

const ROWS = [['width', 'height'], ['left', 'top'], ['columns', 'gap'], ['characters', 'lines'], ['em', 'pitch']] as const;

export function OwnPageFields({ base, take, fromFile, save }: OwnPageProps) {
  const [form, setForm] = useState<OwnPage>(() => (base.master.kind === 'paper' ? ownPage(base.master, base.id === OWN_PAGE ? base.name : `${base.name}（改）`) : ({} as OwnPage)));
  const [read, setRead] = useState<OwnPageReading>(() => readOwnPage(form, base));
  const [saved, setSaved] = useState('');
  const id = useId();
  const change = (key: keyof OwnPage, value: string): void => {
    const next = { ...form, [key]: value };
    const now = readOwnPage(next, base);
    setForm(next);
    setSaved('');
    setRead(now);
    take(now.ok ? now.preset : null);
  };
  const wrong = read.ok ? {} : read.wrong;
  const field = (key: keyof OwnPage, name: string, unit: string) => (
    <label key={key}>
      <span>{name}</span>
      <input type="text" autoComplete="off" inputMode={key === 'name' ? 'text' : 'decimal'} maxLength={key === 'name' ? 40 : 8} value={form[key]} aria-invalid={wrong[key] !== undefined} aria-describedby={wrong[key] === undefined ? undefined : `${id}-${key}`} aria-label={`${name}${unit === '' ? '' : `（${unit}）`}`} onChange={(event) => change(key, event.target.value)} />
      {unit}
    </label>
  );
  const keys = ['name', ...ROWS.flat()] as const;
  return (
    <div className="own-page" role="group" aria-label="自己的开本">
      <p className="quiet">照“{base.name}”改，改哪个数写哪个；标题字号、题花等照它的。</p>
      <div className="own-line wide">{field('name', '名称', '')}</div>
      {ROWS.map((row) => (
        <div key={row[0]} className="own-line">
          {row.map((key) => {
            const { name, unit } = OWN_LINES.find((line) => line.key === key)!;
            return field(key, name, unit);
          })}
        </div>
      ))}
      <div role="status">
        {keys.map((key) => wrong[key] !== undefined && <small key={key} id={`${id}-${key}`} className="wrong">{key === 'name' ? '名称' : OWN_LINES.find((line) => line.key === key)!.name}：{wrong[key]}</small>)}
        {read.ok && <small className="quiet">{read.facts}。</small>}
      </div>
      <p className="own-files">
        <button type="button" className="button small" title="版面文件（.json）：别的机器存成的，或照自带的改、只写与它不同的地方的，写法见使用说明" onClick={fromFile}>从文件…</button>
        <button type="button" className="button small" disabled={!read.ok} title="存成版面文件（.json），报社的另一台机器上按“从文件…”选用" onClick={() => read.ok && void save(read.preset).then(setSaved)}>存成文件…</button>
        {saved !== '' && <small className="quiet" role="status">{saved}</small>}
      </p>
    </div>
  );
}
