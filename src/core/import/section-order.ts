// Numbered sections out of their order: （一）（三）（四）（二）. Pieces of a page came in the
// wrong order, or the author counted wrong; which of the two is not told by the text, so
// it is asked, and nothing is moved. In: an article with its headings; out: each section
// that stands too late, and before which line it would stand in its place.
import type { RecognisedArticle, RecognisedBlock } from './recognition';

const TURNED = '各节的次序像是颠倒了';

/** Whether this is the reason of such a section. */
export const isOutOfOrder = (reason: string): boolean => reason.endsWith(TURNED);

interface LateSection {
  /** Of its heading. */
  readonly line: number;
  /** （二）排在（四）后面，…, in Chinese. */
  readonly reason: string;
  /** Its lines: of a run-in heading its paragraph, else down to the next heading. */
  readonly lines: readonly number[];
  /** The first line of the section that it would stand before. */
  readonly before: number;
}

/** Sections whose number is lower than one before it and missing there, within the same part. */
export function lateSections({ blocks }: Pick<RecognisedArticle, 'blocks'>): LateSection[] {
  const out: LateSection[] = [];
  const seen: { level: number; value: number; line: number; label: string }[] = [];
  blocks.forEach((block, at) => {
    const { head } = block;
    const line = block.pieces[0]?.line;
    if (head === null || line === undefined || head.level < 1) return;
    // A heading ends what is counted under those of its level and below.
    while (seen.length > 0 && seen.at(-1)!.level > head.level) seen.pop();
    if (head.value === null) return;
    const own = { level: head.level, value: head.value, line, label: labelOf(head.level, head.number ?? '') };
    const sisters = seen.filter(({ level }) => level === head.level);
    const later = sisters.filter(({ value }) => value > own.value);
    const isMissing = own.value > 1 && sisters.some(({ value }) => value === own.value - 1) && sisters.every(({ value }) => value !== own.value);
    const next = later.toSorted((a, b) => a.value - b.value)[0];
    if (isMissing && next !== undefined) out.push({ line, reason: `${own.label}排在${sisters.at(-1)!.label}后面，${TURNED}`, lines: linesFrom(blocks, at), before: next.line });
    seen.push(own);
  });
  return out;
}

function labelOf(level: number, number: string): string {
  return level === 2 || level === 4 ? `（${number}）` : level === 1 ? `${number}、` : `${number}.`;
}

function linesFrom(blocks: readonly RecognisedBlock[], at: number): number[] {
  const isRunIn = blocks[at]!.head?.leadLength !== null;
  const rest = blocks.slice(at + 1);
  const end = isRunIn ? 0 : rest.findIndex(({ head }) => head !== null);
  return [blocks[at]!, ...rest.slice(0, end < 0 ? rest.length : end)].flatMap(({ pieces }) => pieces.map(({ line }) => line));
}
