// A newspaper page of one's own, written as an editor measures it: sheet and margins in mm, columns,
// characters and lines, size and pitch in pt (磅). In: what was typed, and the preset that it begins
// from. Out: a preset as a file of one's own would be (read-preset.ts), with what it leaves of the
// sheet; or, line by line, what does not fit and what would mend it, in Chinese.
import type { EditionPreset } from './editions';
import type { PaperMaster } from './master';
import { readPreset } from './read-preset';

/** Id of the page that is written in the form. */
export const OWN_PAGE = 'own-page';

const MM = 25.4 / 72;

/** As typed. */
export interface OwnPage {
  readonly name: string;
  readonly width: string;
  readonly height: string;
  readonly top: string;
  readonly left: string;
  readonly columns: string;
  readonly characters: string;
  readonly gap: string;
  readonly lines: string;
  readonly em: string;
  readonly pitch: string;
}

interface NumberLine {
  readonly key: Exclude<keyof OwnPage, 'name'>;
  readonly name: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** Whole numbers alone. */
  readonly whole: boolean;
}

export const OWN_LINES: readonly NumberLine[] = [
  { key: 'width', name: '纸宽', unit: '毫米', from: 100, to: 1000, whole: false }, { key: 'height', name: '纸高', unit: '毫米', from: 100, to: 1000, whole: false },
  { key: 'left', name: '左边空', unit: '毫米', from: 0, to: 200, whole: false }, { key: 'top', name: '上边空', unit: '毫米', from: 0, to: 200, whole: false },
  { key: 'columns', name: '栏数', unit: '栏', from: 1, to: 24, whole: true }, { key: 'characters', name: '每栏字数', unit: '字', from: 5, to: 60, whole: true },
  { key: 'gap', name: '栏间空', unit: '字', from: 0, to: 10, whole: false }, { key: 'lines', name: '行数', unit: '行', from: 10, to: 400, whole: true },
  { key: 'em', name: '字号', unit: '磅', from: 5, to: 30, whole: false }, { key: 'pitch', name: '行距', unit: '磅', from: 5, to: 60, whole: false },
];

/** What a number of the form is of the master: mm there, pt here. */
const isMm = (key: NumberLine['key']): boolean => key === 'width' || key === 'height' || key === 'left' || key === 'top';

function shown(value: number, places: number): string {
  return String(Number(value.toFixed(places)));
}

/** The form of a page as it is. */
export function ownPage(master: PaperMaster, name: string): OwnPage {
  return { name, ...(Object.fromEntries(OWN_LINES.map(({ key }) => [key, isMm(key) ? shown(master[key] * MM, 1) : shown(master[key], 3)])) as Omit<OwnPage, 'name'>) };
}

export type OwnPageReading =
  | { readonly ok: true; readonly preset: EditionPreset; /** What it leaves of the sheet, in Chinese. */ readonly facts: string }
  | { readonly ok: false; readonly wrong: Readonly<Partial<Record<keyof OwnPage, string>>> };

/** The page that the form means. `base`: a newspaper's preset; what is as it was there stays so to the last digit. */
export function readOwnPage(form: OwnPage, base: EditionPreset): OwnPageReading {
  const { master } = base;
  if (master.kind !== 'paper') throw new RangeError(`${base.id} is no newspaper`);
  const was = ownPage(master, '');
  const wrong: Partial<Record<keyof OwnPage, string>> = {};
  const values = {} as Record<NumberLine['key'], number>;
  for (const { key, unit, from, to, whole } of OWN_LINES) {
    const typed = form[key].normalize('NFKC').trim();
    const number = typed === '' ? NaN : Number(typed);
    if (!(number >= from && number <= to) || (whole && !Number.isInteger(number))) wrong[key] = `写${whole ? '整数' : '数'}，${from} 到 ${to} ${unit}`;
    values[key] = form[key] === was[key] ? master[key] : isMm(key) ? number / MM : number;
  }
  const name = form.name.trim();
  if (name === '') wrong.name = '起个名字，列表和送稿单里用';
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };
  const { width, height, left, top, columns, characters, gap, lines, em, pitch } = values;
  if (pitch < em) wrong.pitch = `行距比字还小，上下行会叠在一起：至少 ${shown(em, 2)} 磅`;
  const wide = (columns * characters + (columns - 1) * gap) * em;
  const high = (lines - 1) * pitch + em;
  const [right, foot] = [width - left - wide, height - top - high];
  if (right < -ROUNDING) {
    const room = Math.max(0, width - left);
    const [most, least, size] = [Math.floor((room / em + gap) / (characters + gap) + 1e-6), Math.floor(((room / em) - (columns - 1) * gap) / columns + 1e-6), Math.floor((10 * em * room) / wide) / 10];
    wrong.columns = `横着放不下：版心宽 ${mm(wide)}，加左边空 ${mm(left)}，比纸宽多 ${mm(-right)}。${waysOf([most >= 1 ? `改为 ${most} 栏` : '', least >= 5 ? `每栏 ${least} 字` : '', size >= 5 ? `字小到 ${size} 磅` : '', '左边空小些、纸宽些'])}`;
  }
  if (foot < -ROUNDING) {
    const room = Math.max(0, height - top);
    const [most, least] = [Math.floor((room - em) / pitch + 1e-6) + 1, Math.floor((100 * (room - em)) / Math.max(1, lines - 1)) / 100];
    wrong.lines = `竖着放不下：版心高 ${mm(high)}，加上边空 ${mm(top)}，比纸高多 ${mm(-foot)}。${waysOf([most >= 10 ? `改为 ${most} 行` : '', least >= em ? `行距小到 ${least} 磅` : '', '上边空小些、纸高些'])}`;
  }
  if (Object.keys(wrong).length > 0) return { ok: false, wrong };
  const changed = (keys: readonly NumberLine['key'][]): Record<string, number> => Object.fromEntries(keys.filter((key) => form[key] !== was[key]).map((key) => [key, values[key]]));
  const own = changed(OWN_LINES.map(({ key }) => key));
  const read = readPreset({ extends: base.id, name, master: { name, ...own }, ...('em' in own ? { look: { size: em } } : {}) }, OWN_PAGE, [base]);
  if (!read.ok) return { ok: false, wrong: { name: read.wrong } };
  const narrow = characters < LEAST_CHARACTERS ? `；每栏不到 ${LEAST_CHARACTERS} 字，字距会忽大忽小` : '';
  return { ok: true, preset: read.preset, facts: `版心 ${shown(wide * MM, 1)} × ${mm(high)}，右边空 ${mm(right)}，下边空 ${mm(foot)}；一版满排 ${columns * characters * lines} 字${narrow}` };
}

/** Rounding of mm into pt, as a page may leave its sheet (off-sheet.ts), pt. */
const ROUNDING = 0.01;
/** Characters of a column from which on its lines are set evenly (N-01; the narrowest page that ships has as many). */
const LEAST_CHARACTERS = 11;

function mm(pt: number): string {
  return `${shown(pt * MM, 1)} 毫米`;
}

function waysOf(ways: readonly string[]): string {
  return ways.filter((way) => way !== '').join('，或');
}
