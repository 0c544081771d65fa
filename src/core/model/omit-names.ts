// What people call a stretch that an edition of a kind leaves out, said once for the
// window, the command line and what a Word user reads on a content control.
import type { EditionKind } from './package';

/** 见报略, 宣读略, by the kind of edition that leaves the stretch out. */
export const OMIT_NAMES: Readonly<Record<EditionKind, string>> = { newspaper: '见报略', speech: '宣读略', booklet: '单行本略' };
