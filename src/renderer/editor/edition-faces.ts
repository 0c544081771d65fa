// The writing area wears the faces of the edition shown beside it (W2): its look's
// roles as CSS variables, and the faces themselves as FontFaces from app://font.
// A role's faces stand in the order of fallbacks, so that the browser falls back per
// character as the engine does.
import { FONT_ROLES, type FontRole } from '../../core/font';
import type { Look, StyleName, StyleRecord } from '../../core/model/look';
import { FONT_ORIGIN, type EditionFaces, type FaceSource } from '../../ipc/index';

const NAMES: readonly StyleName[] = [
  'body', 'heading0', 'heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'runIn1', 'runIn2', 'runIn3', 'runIn4', 'theme', 'dateline',
];

/** What stands behind the edition's faces: installed families, for a character that none of them has. */
const BEHIND: Readonly<Record<FontRole, string>> = {
  song: '"Noto Serif CJK SC", serif', biaosong: '"Noto Serif CJK SC", serif', hei: '"Noto Sans CJK SC", sans-serif',
  kai: '"KaiTi", "Noto Serif CJK SC", serif', fangsong: '"FangSong", "Noto Serif CJK SC", serif', times: '"Times New Roman", serif',
};

function familyOf(id: string): string {
  return `banxin-${id}`;
}

/** CSS variables for a look: `--body-face`, `--heading1-weight` and so on. `text`: the text's own role where that is not the look's. */
export function faceVariables(look: Look, text: FontRole = look.styles.body?.role ?? 'song'): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  const body = look.styles.body?.role ?? 'song';
  for (const name of NAMES) {
    const style: StyleRecord = look.styles[name] ?? {};
    // What stands in the text is in its face where it has none of its own; a heading is in the look's.
    variables[`--${name}-face`] = `var(--${name === 'body' ? text : (style.role ?? (name.startsWith('heading') ? body : text))})`;
    variables[`--${name}-weight`] = (style.embolden ?? 0) > 0 ? '700' : '400';
  }
  return variables;
}

/**
 * Declares the faces to the browser, which loads one when text needs it. A face in a collection is left to the
 * families installed: a FontFace cannot name it.
 */
export function declareFaces(editions: readonly EditionFaces[]): void {
  const ids = new Set<string>();
  for (const { faces } of editions) for (const { id, index } of faces) if (index === 0) ids.add(id);
  for (const id of ids) document.fonts.add(new FontFace(familyOf(id), `url("${FONT_ORIGIN}/${encodeURIComponent(id)}")`));
}

/** CSS variables for the roles (`--song` and so on) as a kind of edition sets them. */
export function roleVariables(faces: readonly FaceSource[]): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const role of FONT_ROLES) {
    const families = faces.filter((face) => face.role === role && face.index === 0).map(({ id }) => `"${familyOf(id)}"`);
    variables[`--${role}`] = [...families, BEHIND[role]].join(', ');
  }
  return variables;
}
