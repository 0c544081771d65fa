// A preset that a user wrote (--preset FILE, as JSON): whole, or as the difference
// from one that ships (`extends`), merged key by key. A name that nothing reads is
// a misspelling and refused, unlike in a package, where it may be a later
// version's. Loaded only for a FILE: a cold export of a shipped preset pays nothing.
import * as v from 'valibot';
import { PLAIN_BOOKLET, type EditionPreset } from './editions';
import type { StyleName } from './look';
import { offSheet } from './off-sheet';
import { editionKind, ENTRIES, mastersKind, shapeError, WRONG_MASTER } from './package-schema';
import type { BookletParts } from './package';

/** Every style that a look may hold; a record, so that the compiler asks for all of StyleName. */
const STYLES: Readonly<Record<StyleName, true>> = {
  body: true, salutation: true, signature: true, title: true, over: true, sub: true, occasion: true, date: true, speaker: true, label: true, abridged: true,
  heading0: true, heading1: true, heading2: true, heading3: true, heading4: true, heading5: true,
  runIn1: true, runIn2: true, runIn3: true, runIn4: true, theme: true, lead: true, folio: true, note: true, strong: true, table: true, tableHead: true,
  coverSeries: true, coverTitle: true, coverWork: true, coverOccasion: true, coverSpeaker: true, coverFoot: true,
  contentsTitle: true, contents1: true, contents2: true, annexTitle: true, annexTerm: true,
  masthead: true, headerNumber: true, headerName: true, headerPage: true, furniture: true, furnitureBold: true, jump: true,
  boxBody: true, boxTitle: true, boxSub: true, newsTitle: true, newsOver: true, newsSub: true, dateline: true, caption: true,
};

const PresetSchema = v.pipe(
  v.strictObject({
    name: v.optional(v.string()),
    kind: editionKind,
    look: v.strictObject({ ...ENTRIES.look, styles: v.record(v.picklist(Object.keys(STYLES)), v.strictObject(ENTRIES.style)) }),
    master: v.variant('kind', [
      v.strictObject({ ...ENTRIES.sheet, columns: v.strictObject(ENTRIES.columns), folio: v.strictObject(ENTRIES.folio), draft: v.optional(v.strictObject(ENTRIES.draft)) }),
      v.strictObject({ ...ENTRIES.paper, headlines: v.optional(v.strictObject(ENTRIES.headlines)) }),
    ]),
    booklet: v.optional(v.nullable(v.strictObject(ENTRIES.booklet))),
  }),
  v.check((whole) => mastersKind(whole), WRONG_MASTER),
  v.check(({ kind, booklet }) => kind === 'booklet' || booklet === undefined || booklet === null, 'booklet：只有会议文件单行本有这一项'),
);

export type PresetReading = { readonly ok: true; readonly preset: EditionPreset } | { readonly ok: false; /** Chinese, with its path. */ readonly wrong: string };

/**
 * The preset that a user's JSON means: `{name?, kind, look, master, booklet?}`, or `{extends, …}` and what differs from
 * that one of `shipped`. Parts of the booklet that are left out are not printed. Grid and body size are one measure:
 * where an extending file gives one, the other and the first baseline follow unless given too; the face that it gives a
 * level's headings is that of the level's run-in ones as well.
 */
export function readPreset(json: unknown, id: string, shipped: readonly EditionPreset[]): PresetReading {
  if (!isRecord(json)) return { ok: false, wrong: '应为对象' };
  const { extends: from, ...own } = json;
  let whole = own;
  if (from !== undefined) {
    const base = shipped.find((preset) => preset.id === from);
    if (base === undefined) return { ok: false, wrong: `extends：没有预设 ${JSON.stringify(from)}；可用 ${shipped.map((preset) => preset.id).join('、')}` };
    const { id: _id, name: _name, ...parts } = base;
    whole = called(merge(merge(merge(parts, followingSize(base, own)), followingRunIns(own)), own), own, id);
  }
  if (isRecord(whole.booklet)) whole = { ...whole, booklet: { ...PLAIN_BOOKLET, ...whole.booklet } };
  const misshapen = shapeError(PresetSchema, whole);
  if (misshapen !== null) return { ok: false, wrong: misshapen };
  const given = whole as unknown as Omit<EditionPreset, 'id' | 'name' | 'booklet'> & { readonly name?: string; readonly booklet?: BookletParts | null };
  const wrong = offSheet(given.master);
  if (wrong !== null) return { ok: false, wrong: `master：${wrong}，放不下` };
  const { master } = given;
  const em = master.kind === 'sheet' ? master.columns.em : master.em;
  if (master.pitch < em) return { ok: false, wrong: `master.pitch：行距 ${master.pitch} pt 比正文的字 ${Math.round(em * 10) / 10} pt 还小，上下行会叠在一起` };
  return { ok: true, preset: { id, name: given.name ?? id, kind: given.kind, look: given.look, master: given.master, booklet: given.booklet ?? null } };
}

/** A page that the file changes is no longer the one it extends: it has the preset's own name (on the slip, in lists), unless the file names it. */
function called(whole: Json, own: Json, id: string): Json {
  const { name, master } = own;
  if (!isRecord(whole.master) || (isRecord(master) && 'name' in master) || (typeof name !== 'string' && !isRecord(master))) return whole;
  const file = id.replace(/^.*[\\/]/u, '').replace(/\.json$/iu, '');
  return { ...whole, master: { ...whole.master, name: typeof name === 'string' ? name : file } };
}

type Json = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `over` on `base`: records key by key, everything else replaced. */
function merge(base: Json, over: Json): Json {
  const out = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const under = out.get(key);
    out.set(key, isRecord(under) && isRecord(value) ? merge(under, value) : value);
  }
  // Not by assignment: `__proto__` is a key like others, and refused like others.
  return Object.fromEntries(out);
}

/** A level's run-in headings look as its headings do: what the file changes of their face, unless it says otherwise. */
function followingRunIns({ look }: Json): Json {
  const styles = isRecord(look) && isRecord(look.styles) ? look.styles : {};
  const runIns = [1, 2, 3, 4].flatMap((level) => {
    const heading = styles[`heading${level}`];
    if (!isRecord(heading)) return [];
    const face = Object.entries(heading).filter(([key]) => key === 'role' || key === 'latin' || key === 'embolden');
    return [[`runIn${level}`, Object.fromEntries(face)] as const];
  });
  return runIns.length === 0 ? {} : { look: { styles: Object.fromEntries(runIns) } };
}

/** What follows from the body size or the grid's em that the file gives; nothing where it gives neither. */
function followingSize({ master }: EditionPreset, own: Json): Json {
  const inside = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);
  const em = master.kind === 'sheet' ? inside(inside(own.master, 'columns'), 'em') : inside(own.master, 'em');
  const size = em ?? inside(own.look, 'size');
  if (typeof size !== 'number') return {};
  const was = master.kind === 'sheet' ? master.columns.em : master.em;
  const grid = master.kind === 'sheet' ? { columns: { em: size } } : { em: size };
  return { look: { size }, master: { ...grid, firstBaseline: (master.firstBaseline * size) / was } };
}
