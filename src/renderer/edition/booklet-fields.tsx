// What a booklet has around its text (G-21, G-22): cover with its number and 会后收回,
// 目录, the annex of terms, blanks at the end for a stitched one.
import type { EditionForm } from './edition-form';

interface BookletFieldsProps {
  readonly form: EditionForm;
  readonly change: (form: EditionForm) => void;
}

const MULTIPLES: readonly (readonly [number, string])[] = [[1, '不补'], [2, '补成 2 的倍数'], [4, '补成 4 的倍数（骑马订）']];

export function BookletFields({ form, change }: BookletFieldsProps) {
  const multiples = MULTIPLES.some(([each]) => each === form.multiple) ? MULTIPLES : [...MULTIPLES, [form.multiple, `补成 ${form.multiple} 的倍数`] as const];
  return (
    <>
      <span>封面</span>
      <div className="checks">
        <label>
          <input type="checkbox" checked={form.cover} onChange={(event) => change({ ...form, cover: event.target.checked })} />
          印封面：标题、会议、报告人、单位和月份，都从会议信息来
        </label>
        <div className="cover-line">
          <label htmlFor="edition-number">文件序号</label>
          <input id="edition-number" type="text" autoComplete="off" maxLength={12} disabled={!form.cover} value={form.number} placeholder="之二；没有就不填" onChange={(event) => change({ ...form, number: event.target.value })} />
          <label>
            <input type="checkbox" disabled={!form.cover} checked={form.collect} onChange={(event) => change({ ...form, collect: event.target.checked })} />
            会后收回
          </label>
        </div>
      </div>
      <span>正文前后</span>
      <div className="checks">
        <label>
          <input type="checkbox" checked={form.contents} onChange={(event) => change({ ...form, contents: event.target.checked })} />
          目录
        </label>
        <label>
          <input type="checkbox" checked={form.annex} onChange={(event) => change({ ...form, annex: event.target.checked })} />
          名词解释附在末尾，正文标注号
        </label>
      </div>
      <label htmlFor="edition-multiple">页数</label>
      <select id="edition-multiple" value={form.multiple} onChange={(event) => change({ ...form, multiple: Number(event.target.value) })}>
        {multiples.map(([each, name]) => <option key={each} value={each}>{name}</option>)}
      </select>
    </>
  );
}
