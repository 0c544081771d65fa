// What is written on a block in the small picture of a proposal: as much of its name as its bar has room for.

/** Size of the words, pt of the page (makeup.css), and what each takes of the width. */
const [EM, ADVANCE] = [44, 50];
/** Words on the dark bar of a headline stand in its middle; without one they stand below the block's top. */
const [BAR, DOWN] = [EM + 8, 60 + 12];

/**
 * The name on a block, its kind left out where a title follows it; '' where it would be cut.
 * `width`, `height` in pt: of its headline's bar, or of the block where it has none.
 */
export function thumbnailWords(name: string, { width, height }: { readonly width: number; readonly height: number }, isBar: boolean): string {
  if (height < (isBar ? BAR : DOWN)) return '';
  const at = name.indexOf(' · ');
  return (at < 0 ? name : name.slice(at + ' · '.length)).slice(0, Math.max(2, Math.floor(width / ADVANCE)));
}
