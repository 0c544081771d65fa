// The writing area wears the faces of the edition shown beside it (W2): its look's
// roles as CSS variables, and the faces themselves as FontFaces from app://font.
// A role's faces are one family each in the order of fallbacks, so that the browser
// falls back per character as the engine does.
import type { FontRole } from '../../core/font';
import type { Look, StyleName, StyleRecord } from '../../core/model/look';
import { FONT_ORIGIN, type FaceSource } from '../../ipc/index';

const NAMES: readonly StyleName[] = [
  'body', 'heading0', 'heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'runIn1', 'runIn2', 'runIn3', 'runIn4', 'theme',
];

/** Faces of a fallback list that are worth loading for the screen: the role's own and its first substitute. */
const FACES_PER_ROLE = 2;

/** CSS variables for a look: `--body-face`, `--heading1-weight` and so on. */
export function faceVariables(look: Look): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  const body = look.styles.body?.role ?? 'song';
  for (const name of NAMES) {
    const style: StyleRecord = look.styles[name] ?? {};
    variables[`--${name}-face`] = `var(--${style.role ?? body})`;
    variables[`--${name}-weight`] = (style.embolden ?? 0) > 0 ? '700' : '400';
  }
  return variables;
}

/**
 * Declares the roles' faces; the browser loads one when text needs it. A face in a collection is left to the
 * families installed: a FontFace cannot name it.
 */
export function declareFaces(faces: readonly FaceSource[]): void {
  const seen = new Map<FontRole, number>();
  for (const { id, role, index } of faces) {
    const rank = seen.get(role) ?? 0;
    if (index > 0 || rank >= FACES_PER_ROLE) continue;
    seen.set(role, rank + 1);
    const name = rank === 0 ? `banxin-${role}` : `banxin-${role}-next`;
    document.fonts.add(new FontFace(name, `url("${FONT_ORIGIN}/${encodeURIComponent(id)}")`));
  }
}
