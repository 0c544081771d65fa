// Laws of the package file on random packages: reading gives back what was
// written, saving again gives the same bytes, no broken byte opens as something else.
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import type { Article, Package } from '../../src/core/model/package';
import { schema } from '../../src/core/model/schema';
import { PackageFileError } from '../../src/core/model/zip-archive';
import { fields, sampleEditions, samplePackage } from '../sample-package';

const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const mark = fc.constantFrom('lead', 'theme', 'kai', 'hei', 'strong', 'doubt');
const inline: fc.Arbitrary<Node> = fc.oneof(
  fc.tuple(words, fc.uniqueArray(mark, { maxLength: 2 })).map(([text, marks]) => schema.text(text, marks.map((name) => schema.mark(name)))),
  fc.constantFrom('term', 'opens', 'speaker').map((path) => schema.node('field', { path, form: 'plain' })),
  fc.tuple(fc.constantFrom('figure', 'name'), fc.option(words)).map(([type, was]) => schema.node('placeholder', { type, was })),
  fc.tuple(words, words).map(([term, text]) => schema.node('note', { term, text })),
);
const head = fc.record({ level: fc.integer({ min: 0, max: 5 }), numbered: fc.boolean(), start: fc.option(fc.integer({ min: 1, max: 99 })), form: fc.constantFrom('di', null) });
const content = fc.array(inline, { maxLength: 4 });
const paragraph = fc.tuple(fc.option(head), content).map(([own, nodes]) => schema.node('paragraph', { head: own }, nodes));
const block: fc.Arbitrary<Node> = fc.oneof(
  paragraph,
  fc.tuple(head, content).map(([own, nodes]) => schema.node('heading', own, nodes)),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((cells) => schema.node('table', null, schema.node('table_row', null, cells.map((cell) => schema.node('table_cell', null, cell))))),
);
const doc = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => schema.node('doc', null, blocks));
const article = (id: string): fc.Arbitrary<Article> => fc.record({
  doc, kind: fc.constantFrom('report', 'editorial', 'notice'), label: fc.option(words), title: fc.option(content),
}).map(({ doc: body, kind, label, title }) => ({
  id, kind, label, doc: body, fields: fields({ 'deck.main': title === null ? null : schema.node('doc', null, schema.node('paragraph', null, title)) }),
}));
const pack: fc.Arbitrary<Package> = fc.record({
  articles: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,6}$/), { maxLength: 3 }).chain((ids) => fc.tuple(...ids.map(article))),
  stage: fc.option(words), name: words, term: fc.option(fc.nat(99)),
}).map(({ articles, stage, name, term }) => ({ ...samplePackage, name, stage, articles, meeting: { ...samplePackage.meeting, term }, editions: sampleEditions }));

describe('a random package', () => {
  it('comes back as it was, and is written to the same bytes', () => {
    fc.assert(fc.property(pack, (one) => {
      const bytes = writePackage(one, null);
      const { pkg, readOnly, origin } = readPackage(bytes);
      expect(readOnly).toBeNull();
      expect(pkg).toEqual(one);
      expect(writePackage({ ...pkg }, origin)).toEqual(bytes);
    }), { numRuns: 150 });
  });
  it('with any byte changed opens as it was or not at all', () => {
    const bytes = writePackage(samplePackage, null);
    fc.assert(fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const broken = new Uint8Array(bytes);
      broken[at] = broken[at]! ^ flip;
      try {
        // Where a changed byte is no entry's (a date, a name in a local header), the package is the same.
        const { pkg } = readPackage(broken);
        expect({ ...pkg, assets: new Map(), comments: [], ignored: [] }).toEqual({ ...samplePackage, assets: new Map(), comments: [], ignored: [] });
      } catch (error) {
        if (!(error instanceof PackageFileError)) throw error;
      }
    }), { numRuns: 300 });
  });
  it('cut off anywhere does not open', () => {
    const bytes = writePackage(samplePackage, null);
    fc.assert(fc.property(fc.nat(bytes.length - 1), (length) => {
      expect(() => readPackage(bytes.subarray(0, length))).toThrow(PackageFileError);
    }), { numRuns: 200 });
  });
});
