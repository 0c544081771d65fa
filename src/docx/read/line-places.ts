// Where a place of a Word file's text came to stand: from an offset in a paragraph
// to the article, the field or block, and the position in its document. Through the
// line, the changes that the recogniser made in it, and the pieces that blocks and
// fields are made of. null: the recogniser put that line nowhere (noise).
import type { Change } from '../../core/import/change';
import type { Recognition, RecognisedBlock } from '../../core/import/recognition';
import { FIELD_NAMES } from '../../core/import/to-package';
import { FIELD_PATHS, type Article, type FieldPath } from '../../core/model/package';
import type { DocxLine } from './lines';
import type { DocxParagraph } from './paragraph';

export interface TextPosition {
  /** Index of the article. */
  readonly article: number;
  readonly field: FieldPath | null;
  /** Index of the top-level block; 0 in a field. */
  readonly block: number;
  /** Position in the ProseMirror document of the article or field. */
  readonly position: number;
}

interface Target {
  readonly from: number;
  readonly to: number;
  readonly article: number;
  readonly field: FieldPath | null;
  readonly block: number;
  /** Position of the clean offset `from`. */
  readonly start: number;
  /** Position of any clean offset in the piece, for pieces that are not plain text (a bound field, a row of cells). */
  readonly at: ((offset: number) => number) | null;
}

/** A clean line's offset from a raw one: each change moves what stands behind it. */
function cleanOffset(raw: number, changes: readonly Change[]): number {
  let at = raw;
  for (const { at: place, from, to } of changes) {
    if (at <= place) continue;
    at = at >= place + from.length ? at + to.length - from.length : place + Math.min(to.length, at - place);
  }
  return at;
}

export class LinePlaces {
  private readonly targets = new Map<number, Target[]>();
  private readonly changes = new Map<number, Change[]>();
  private readonly lineAt = new Map<DocxParagraph, number[]>();

  constructor(recognition: Recognition, articles: readonly Article[], private readonly lines: readonly DocxLine[]) {
    lines.forEach(({ paragraph }, i) => {
      const known = this.lineAt.get(paragraph);
      if (known === undefined) this.lineAt.set(paragraph, [i]);
      else known.push(i);
    });
    for (const change of recognition.changes) {
      const known = this.changes.get(change.line);
      if (known === undefined) this.changes.set(change.line, [change]);
      else known.push(change);
    }
    recognition.articles.forEach((recognised, article) => {
      const made = articles[article];
      if (made === undefined) return;
      for (const field of FIELD_PATHS) {
        const doc = made.fields[field];
        const pieces = recognised.fields[FIELD_NAMES[field]]?.pieces ?? [];
        if (doc === null) continue;
        // A value bound to the record is one atom: a place inside it is its beginning or its end.
        const bound = doc.textContent.length + Math.max(0, pieces.length - 1) !== doc.content.size - 2;
        let start = 1;
        for (const piece of pieces) {
          const length = piece.to - piece.from;
          const end = doc.content.size - 1;
          this.put(piece.line, { from: piece.from, to: piece.to, article, field, block: 0, start, at: bound ? (offset) => (offset - piece.from <= 0 ? 1 : end) : null });
          start += length + 1;
        }
      }
      let position = 0;
      recognised.blocks.forEach((block, i) => {
        this.putBlock(block, article, i, position);
        position += made.doc.maybeChild(i)?.nodeSize ?? 0;
      });
    });
  }

  private put(line: number, target: Target): void {
    const known = this.targets.get(line);
    if (known === undefined) this.targets.set(line, [target]);
    else known.push(target);
  }

  private putBlock(block: RecognisedBlock, article: number, index: number, position: number): void {
    if (block.kind !== 'table') {
      let start = position + 1;
      for (const { line, from, to } of block.pieces) {
        this.put(line, { from, to, article, field: null, block: index, start, at: null });
        start += to - from;
      }
      return;
    }
    // table > row > cell > paragraph > text
    let row = position + 1;
    const texts = block.text.split('\n');
    block.pieces.forEach(({ line, from, to }, k) => {
      const cells = (texts[k] ?? '').split('\t');
      const start = row;
      this.put(line, {
        from, to, article, field: null, block: index, start,
        at: (offset) => {
          let left = offset - from;
          let cell = start + 1;
          for (const text of cells) {
            if (left <= text.length) return cell + 2 + Math.max(0, left);
            left -= text.length + 1;
            cell += text.length + 4;
          }
          return cell - 2;
        },
      });
      row += 2 + cells.reduce((size, text) => size + text.length + 4, 0);
    });
  }

  /** Where an offset of a paragraph's own text stands; `behind`: where the text before it ends, for places between two lines. */
  place(paragraph: DocxParagraph, offset: number, behind: boolean): TextPosition | null {
    const own = this.lineAt.get(paragraph) ?? [];
    // The first of its lines that reaches so far.
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const { to } = this.lines[own[middle]!]!;
      if (behind ? offset <= to : offset < to) high = middle;
      else low = middle + 1;
    }
    const index = own[low] ?? own.at(-1);
    const line = index === undefined ? undefined : this.lines[index];
    if (index === undefined || line === undefined) return null;
    const clean = cleanOffset(Math.max(0, offset - line.from) + line.prefix, this.changes.get(index + 1) ?? []);
    const targets = this.targets.get(index + 1) ?? [];
    const target = targets.find(({ from, to }) => (behind ? clean > from && clean <= to : clean >= from && clean < to)) ?? (behind ? targets.at(-1) : targets[0]);
    if (target === undefined) return null;
    const within = Math.min(Math.max(clean, target.from), target.to);
    return { article: target.article, field: target.field, block: target.block, position: target.at === null ? target.start + within - target.from : target.at(within) };
  }
}
