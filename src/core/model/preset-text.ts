// A page of one's own as a file, for a second machine of the same paper: all of it, not what differs
// from a page that ships, which may be another one there. In: a preset. Out: JSON that read-preset.ts,
// 从文件… and `--preset FILE` take.
import type { EditionPreset } from './editions';

/** The text of a preset's file: its name, kind, look and page, and the parts of a booklet where it is one. */
export function presetText({ name, kind, look, master, booklet }: EditionPreset): string {
  return `${JSON.stringify({ name, kind, look, master, ...(booklet === null ? {} : { booklet }) }, null, 2)}\n`;
}
