// Numbered sections out of their order: （一）（三）（四）（二）. Pieces of a page came in the
// wrong order, or the author counted wrong; which of the two is not told by the text, so
// it is asked, and nothing is moved. So is a section that goes on with another article's
// numbers. In: articles with their headings; out: each section that stands too late, and
// before which line it would stand in its place.
import { toHan } from '../model/numerals';
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
  // By level: where each number stands (there are 99 of them), and the last.
  const counted = new Map<number, { readonly lines: Map<number, number>; last: string }>();
  blocks.forEach((block, at) => {
    const { head } = block;
    const line = block.pieces[0]?.line;
    if (head === null || line === undefined || head.level < 1) return;
    // A heading ends what is counted below it.
    for (const level of counted.keys()) if (level > head.level) counted.delete(level);
    if (head.value === null) return;
    const { value } = head;
    const sisters = counted.get(head.level) ?? { lines: new Map<number, number>(), last: '' };
    counted.set(head.level, sisters);
    const label = labelOf(head.level, head.number ?? '');
    const isMissing = value > 1 && sisters.lines.has(value - 1) && !sisters.lines.has(value);
    const next = isMissing ? Math.min(...[...sisters.lines.keys()].filter((one) => one > value)) : Infinity;
    if (next < Infinity) out.push({ line, reason: `${label}排在${sisters.last}后面，${TURNED}`, lines: linesFrom(blocks, at), before: sisters.lines.get(next)! });
    sisters.lines.set(value, line);
    sisters.last = label;
  });
  return out;
}

/** Sections that begin above 1 in their article, where another article ends with the number before: 二、 in a report without numbers beside one that ends in its 一、. */
export function strayedSections(articles: readonly Pick<RecognisedArticle, 'blocks'>[]): { readonly line: number; readonly reason: string }[] {
  const ends = articles.map(({ blocks }) => {
    const last = new Map<number, number>();
    for (const { head } of blocks) {
      if (head === null || head.level < 1) continue;
      for (const level of last.keys()) if (level > head.level) last.delete(level);
      if (head.value !== null) last.set(head.level, head.value);
    }
    return last;
  });
  return articles.flatMap(({ blocks }, i) => {
    const seen = new Set<number>();
    return blocks.flatMap(({ head, pieces }) => {
      const line = pieces[0]?.line;
      if (head === null || head.value === null || line === undefined) return [];
      const isFirst = !seen.has(head.level);
      seen.add(head.level);
      const { level, value } = head;
      return isFirst && value > 1 && ends.some((last, k) => k !== i && last.get(level) === value - 1) ? [{ line, reason: `这一篇没有前面的号，另一篇正好数到${labelOf(level, head.number ?? '').replace(head.number ?? '', () => numberBefore(head.number ?? '', value))}` }] : [];
    });
  });
}

/** The number before, in the same numerals. */
function numberBefore(number: string, value: number): string {
  return /\d/.test(number) ? String(value - 1) : toHan(value - 1);
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
