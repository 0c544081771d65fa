// One walk gives what prosemirror's own steps give, on random marks and anchors.
import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { schema, type MarkName } from '../../core/model/schema';
import { withInline } from './with-inline';

const text = (words: string, ...marks: MarkName[]) => schema.text(words, marks.map((mark) => schema.marks[mark].create()));
const paragraph = (...content: Parameters<typeof schema.nodes.paragraph.create>[1][]) => schema.nodes.paragraph.create(null, content as never);

describe('withInline', () => {
  const NAMES: readonly MarkName[] = ['strong', 'hei', 'kai', 'comment'];
  it('is addMark and insert', () => {
    fc.assert(fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      fc.array(fc.record({ from: fc.nat(30), size: fc.integer({ min: 1, max: 12 }), name: fc.constantFrom(...NAMES), id: fc.constantFrom('a', 'b') }), { maxLength: 6 }),
      fc.array(fc.nat(30), { maxLength: 3 }), fc.nat(3),
      (words, wishes, anchors, before) => {
        const block = paragraph(...words.map((word, i) => text(word, ...(i % 2 === 0 ? [] : ['theme' as const]))));
        const offset = before;
        const last = offset + block.nodeSize - 1;
        const marks = wishes.map(({ from, size, name, id }) => ({ from: offset + 1 + from, to: Math.min(last, offset + 1 + from + size), mark: schema.marks[name].create(name === 'comment' ? { id } : null) })).filter(({ from, to }) => from < to);
        const notes = anchors.map((at, i) => ({ at: Math.min(last, offset + 1 + at), node: schema.nodes.note.create({ term: `${i}` }) }));
        const made = withInline(block, offset, marks, notes);
        const tr = new Transform(schema.nodes.doc.create(null, [block]));
        for (const { from, to, mark } of marks) tr.addMark(from - offset, to - offset, mark);
        // Characters with their marks, whatever anchors stand between them.
        const letters = (node: typeof block): string[] => { const out: string[] = []; node.descendants((child) => { if (child.isText) for (const sign of child.text ?? '') out.push(`${sign} ${child.marks.map(({ type, attrs }) => `${type.name}${String(attrs['id'] ?? '')}`).sort().join()}`); }); return out; };
        expect(letters(made)).toEqual(letters(tr.doc.child(0)));
        made.check();
        // Each anchor stands behind as many characters as it was asked for.
        const places: number[] = [];
        let seen = 0;
        made.forEach((child) => { if (child.isText) seen += child.nodeSize; else places.push(seen); });
        expect(places).toEqual(notes.map(({ at }) => at - offset - 1).sort((a, b) => a - b));
      },
    ), { numRuns: 200, seed: 5 });
  });

  it('a face passes the lead of a run-in heading by, a comment does not', () => {
    const made = withInline(paragraph(text('标题。', 'lead'), text('正文。')), 0, [{ from: 1, to: 6, mark: schema.marks.strong.create() }, { from: 2, to: 5, mark: schema.marks.comment.create({ id: 'c' }) }], []);
    expect(made.toString()).toBe('paragraph(lead("标"), lead(comment("题。")), strong(comment("正")), strong("文"), "。")');
  });

  it('in the cells of a table', () => {
    const cell = (words: string) => schema.nodes.table_cell.create(null, paragraph(text(words)));
    const table = schema.nodes.table.create(null, [schema.nodes.table_row.create(null, [cell('甲乙'), cell('丙丁')])]);
    // table 0 > row 1 > cell 2 > paragraph 3 > text 4; the second cell's text begins at 10
    const made = withInline(table, 0, [{ from: 10, to: 11, mark: schema.marks.strong.create() }], [{ at: 5, node: schema.nodes.note.create({ term: 't' }) }]);
    expect(made.toString()).toBe('table(table_row(table_cell(paragraph("甲", note, "乙")), table_cell(paragraph(strong("丙"), "丁"))))');
  });
});
