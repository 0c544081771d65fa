// Marks and anchors put into a block in one walk over its text: as steps they would be
// a copy of the paragraph each, and a Word file may cut a paragraph into thousands of
// runs. Positions are the document's; they must lie in the block.
import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { schema } from '../../core/model/schema';

export interface MarkPlace {
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
}

export interface InlineAt {
  readonly at: number;
  readonly node: Node;
}

/** The block that stands at `offset`, with marks and inline nodes. A mark other than a comment passes the lead of a run-in heading by: its style says how it looks. */
export function withInline(block: Node, offset: number, marks: readonly MarkPlace[], inserted: readonly InlineAt[]): Node {
  const sweep = new Sweep(marks, inserted);
  return walk(block, offset, sweep);
}

function walk(node: Node, offset: number, sweep: Sweep): Node {
  const children: Node[] = [];
  let at = offset + 1;
  node.forEach((child) => {
    if (node.isTextblock) sweep.inline(child, at, children);
    else children.push(walk(child, at, sweep));
    at += child.nodeSize;
  });
  if (node.isTextblock) sweep.insertUpTo(at, children);
  return node.copy(Fragment.from(children));
}

/** Goes along the text once, with the marks that are open where it stands. */
class Sweep {
  private readonly starts: readonly MarkPlace[];
  private readonly inserted: readonly InlineAt[];
  private started = 0;
  private given = 0;
  private open: MarkPlace[] = [];

  constructor(marks: readonly MarkPlace[], inserted: readonly InlineAt[]) {
    this.starts = marks.toSorted((a, b) => a.from - b.from);
    this.inserted = inserted.toSorted((a, b) => a.at - b.at);
  }

  /** An inline node that stands at `at`, cut where marks begin or end and where something is put in. */
  inline(child: Node, at: number, out: Node[]): void {
    const end = at + child.nodeSize;
    let from = at;
    while (from < end) {
      this.insertUpTo(from, out);
      this.moveTo(from);
      const to = child.isText ? Math.min(end, this.nextCut(from)) : end;
      const piece = child.isText ? child.cut(from - at, to - at) : child;
      const isLead = child.marks.some(({ type }) => type === schema.marks.lead);
      const own = this.open.filter(({ mark }) => !isLead || mark.type === schema.marks.comment);
      out.push(own.length === 0 ? piece : piece.mark(own.reduce((set, { mark }) => mark.addToSet(set), piece.marks)));
      from = to;
    }
  }

  /** Puts in what stands at or before `at`. */
  insertUpTo(at: number, out: Node[]): void {
    for (let next = this.inserted[this.given]; next !== undefined && next.at <= at; next = this.inserted[this.given]) {
      this.given += 1;
      this.moveTo(next.at - 1);
      out.push(next.node.mark(this.open.filter(({ mark }) => mark.type === schema.marks.comment).reduce((set, { mark }) => mark.addToSet(set), next.node.marks)));
    }
  }

  private moveTo(at: number): void {
    if (this.open.some(({ to }) => to <= at)) this.open = this.open.filter(({ to }) => to > at);
    for (let next = this.starts[this.started]; next !== undefined && next.from <= at; next = this.starts[this.started]) {
      this.started += 1;
      if (next.to > at) this.open.push(next);
    }
  }

  private nextCut(at: number): number {
    const ends = this.open.map(({ to }) => to);
    const start = this.starts[this.started]?.from ?? Infinity;
    const insert = this.inserted[this.given]?.at ?? Infinity;
    return Math.min(start, insert > at ? insert : Infinity, ...ends);
  }
}
