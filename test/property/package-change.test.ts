// Laws of the change log under random hands: editing, undoing and redoing in any
// order, also in the middle. The log replayed gives the package, undoing all gives
// the first package, a refused undo changes nothing, every change survives JSON.
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { applyChanges, partToJson } from '../../src/core/model/apply-change';
import type { PackageChange } from '../../src/core/model/change';
import { History } from '../../src/core/model/history';
import type { Package } from '../../src/core/model/package';
import { articleToJson } from '../../src/core/model/package-json';
import { schema } from '../../src/core/model/schema';
import { sampleBrief, samplePackage } from '../sample-package';

/** One hand's wish; `a`, `b` in 0…1 choose places in whatever the package then is. */
interface Wish {
  readonly do: 'type' | 'erase' | 'split' | 'mark' | 'attr' | 'retype' | 'record' | 'add' | 'remove' | 'move' | 'undo' | 'redo' | 'undoGroup';
  readonly a: number;
  readonly b: number;
}

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const wish: fc.Arbitrary<Wish> = fc.record({
  do: fc.constantFrom<Wish['do'][]>('type', 'type', 'erase', 'erase', 'split', 'mark', 'attr', 'retype', 'record', 'add', 'remove', 'move', 'undo', 'undo', 'redo', 'undoGroup', 'undoGroup'),
  a: unit, b: unit,
});

const place = (doc: Node, at: number): number => Math.round(at * doc.content.size);

/** The transform that a wish about text asks of a doc; null where it asks nothing that fits. */
function edit(doc: Node, { do: what, a, b }: Wish): Transform | null {
  const tr = new Transform(doc);
  const [from, to] = [place(doc, Math.min(a, b)), place(doc, Math.max(a, b))];
  try {
    switch (what) {
      case 'type': return doc.resolve(from).parent.inlineContent ? tr.insert(from, schema.text(b > 0.5 ? '新' : '文字')) : null;
      case 'erase': return tr.delete(from, Math.min(to, from + 6));
      case 'split': return doc.resolve(from).parent.inlineContent && doc.resolve(from).depth === 1 ? tr.split(from) : null;
      case 'mark': return b > 0.5 ? tr.addMark(from, to, schema.mark('strong')) : tr.removeMark(from, to, schema.marks.strong);
      case 'retype': return tr.setBlockType(from, from, schema.nodes.heading, { level: 1 + Math.floor(b * 4) });
      case 'attr': {
        const index = Math.floor(a * doc.childCount * 0.999);
        let pos = 0;
        for (let i = 0; i < index; i++) pos += doc.child(i).nodeSize;
        return doc.child(index).type.name === 'paragraph' ? tr.setNodeAttribute(pos, 'align', b > 0.5 ? 'center' : 'right') : null;
      }
      default: return null;
    }
  } catch (error) {
    if (error instanceof RangeError) return null; // a place where this edit cannot be made
    throw error;
  }
}

function changesOf(pkg: Package, one: Wish, serial: number): PackageChange[] {
  const { a, b } = one;
  const count = pkg.articles.length;
  const index = Math.floor(a * count * 0.999);
  const article = pkg.articles[index];
  switch (one.do) {
    case 'record': return [{ kind: 'set', path: 'meeting/session', from: pkg.meeting.session, to: Math.floor(b * 5) }];
    case 'add': return [{ kind: 'add', what: 'article', index: Math.floor(a * (count + 0.999)), value: articleToJson({ ...sampleBrief, id: `n${serial}` }) }];
    case 'remove': return article === undefined ? [] : [{ kind: 'remove', what: 'article', index, value: partToJson(pkg, 'article', index) }];
    case 'move': return article === undefined ? [] : [{ kind: 'move', what: 'article', from: index, to: Math.floor(b * count * 0.999) }];
    default: {
      const tr = article === undefined ? null : edit(article.doc, { ...one, a: (a * 7) % 1 });
      return tr === null || tr.steps.length === 0 ? [] : [{ kind: 'steps', article: article!.id, field: null, steps: tr.steps.map((step) => step.toJSON() as unknown) }];
    }
  }
}

function run(wishes: readonly Wish[]): History {
  const history = new History(samplePackage);
  wishes.forEach((one, serial) => {
    const before = history.pkg;
    let done: { readonly ok: boolean };
    if (one.do === 'undo') done = history.undo(serial);
    else if (one.do === 'redo') done = history.redo(serial);
    else if (one.do === 'undoGroup') done = history.groups.length === 0 ? { ok: false } : history.undoGroup(Math.floor(one.a * history.groups.length * 0.999), serial);
    else {
      const changes = changesOf(before, one, serial);
      if (changes.length === 0) return;
      done = history.apply(JSON.parse(JSON.stringify(changes)) as PackageChange[], { label: '改', at: serial * 1000 });
      expect(done.ok).toBe(true);
    }
    if (!done.ok) expect(history.pkg).toBe(before);
  });
  return history;
}

describe('under random hands', () => {
  it('the log replayed on the first package gives the package, and every document is one of the schema', () => {
    fc.assert(fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
      const history = run(wishes);
      const log = JSON.parse(JSON.stringify(history.groups.flatMap(({ changes }) => changes))) as PackageChange[];
      const replayed = applyChanges(samplePackage, log);
      expect(replayed.ok && replayed.value.pkg).toEqual(history.pkg);
      for (const { doc } of history.pkg.articles) doc.check();
    }), { numRuns: 300 });
  });
  it('undone one after another, from the last to the first, gives the first package back', () => {
    fc.assert(fc.property(fc.array(wish.filter(({ do: what }) => what !== 'undoGroup'), { maxLength: 20 }), (wishes) => {
      const history = run(wishes);
      for (let i = 0; history.undoLabel !== null; i++) {
        const done = history.undo(1e6 + i);
        if (!done.ok) throw new Error(done.reason);
      }
      expect(history.pkg).toEqual(samplePackage);
      while (history.redoLabel !== null) expect(history.redo(2e6).ok).toBe(true);
    }), { numRuns: 300 });
  });
  it('an edit undone in the middle leaves what an edit far from it did', () => {
    const paragraphs = Array.from({ length: 6 }, (_, i) => schema.node('paragraph', null, schema.text(`第${i}段的文字，有些长短。`)));
    const start: Package = { ...samplePackage, articles: [{ ...sampleBrief, doc: schema.node('doc', null, paragraphs) }] };
    const steps = (tr: Transform): PackageChange => ({ kind: 'steps', article: 'brief', field: null, steps: tr.steps.map((step) => step.toJSON() as unknown) });
    const textual = wish.filter(({ do: what }) => ['type', 'erase', 'split', 'mark', 'retype'].includes(what));
    fc.assert(fc.property(textual, fc.boolean(), ({ do: what, a, b }, after) => {
      // The first hand stays in the first half, the other writes into the last paragraph, before or after.
      const history = new History(start);
      const first = edit(start.articles[0]!.doc, { do: what, a: a * 0.4, b: what === 'type' ? b : b * 0.4 });
      fc.pre(first !== null && first.steps.length > 0);
      history.apply([steps(first)], { label: '改', at: 0 });
      const write = (doc: Node): PackageChange => steps(new Transform(doc).insert(doc.content.size - 1 - (after ? 0 : 4), schema.text('后来的话')));
      history.apply([write(history.pkg.articles[0]!.doc)], { label: '改', at: 1000 });
      expect(history.undoGroup(0, 5000)).toMatchObject({ ok: true });
      const alone = applyChanges(start, [write(start.articles[0]!.doc)]);
      expect(alone.ok && alone.value.pkg).toEqual(history.pkg);
    }), { numRuns: 300 });
  });
});
