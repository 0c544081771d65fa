// The sample through LibreOffice and back (issue 5, part 3): files of ours that
// LibreOffice 7.4 opened and saved (npm run test:docx -- --update makes them anew).
// Headings, numbers, notes and text are the same. LibreOffice 7.4 drops the controls
// inside a paragraph, so that values of the record come back as their words.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { renderField } from '../../src/core/model/fields';
import { numberHeadings } from '../../src/core/model/numbering';
import type { Article } from '../../src/core/model/package';
import { FIELD_PATHS } from '../../src/core/model/package';
import { readPackage } from '../../src/core/model/package-file';
import { importDocx } from '../../src/docx/read/import-docx';

const SAMPLE = readPackage(new Uint8Array(readFileSync('resources/samples/yunling.banxin'))).pkg;

const fixture = (name: string): Article[] => [...importDocx(new Uint8Array(readFileSync(`test/fixtures/docx/${name}`)), { id: 'x', name: 'x' }).pkg.articles];

/** A block as heading level, number and words. */
function lines(article: Article): string[] {
  const labels = numberHeadings(article.doc);
  const out: string[] = [];
  article.doc.forEach((block, _offset, index) => {
    const head = block.attrs['head'] as { level: number } | null | undefined;
    const level = block.type.name === 'heading' ? `h${block.attrs['level'] as number}` : head ? `r${head.level}` : block.type.name;
    out.push(`${level} ${labels[index] ?? ''} ${words(block)}`);
  });
  return out;
}

function words(node: Node): string {
  let text = '';
  node.descendants((one) => {
    if (one.isText) text += one.text!;
    else if (one.type.name === 'field') text += renderField(one.attrs['path'] as string, one.attrs['form'] as string, SAMPLE.meeting) ?? '';
    else if (one.isInline) text += `[${one.type.name} ${JSON.stringify(one.attrs)}]`;
  });
  return text;
}

const leads = (article: Article): string[] => {
  const out: string[] = [];
  article.doc.descendants((node) => {
    if (node.marks.some(({ type }) => type.name === 'lead')) out.push(node.text!);
  });
  return out;
};

describe.each([['lo-report.docx', 'report'], ['lo-proposals.docx', 'proposals']])('%s', (file, id) => {
  const ours = SAMPLE.articles.find((article) => article.id === id)!;
  const [theirs, ...more] = fixture(file);
  it('is the one article, with its title block', () => {
    expect([more.length, theirs!.id, theirs!.kind]).toEqual([0, id, ours.kind]);
    const shown = ({ fields }: Article): (string | null)[] => FIELD_PATHS.map((path) => (fields[path] === null ? null : words(fields[path])));
    expect(shown(theirs!)).toEqual(shown(ours));
  });
  it('has its headings, numbers, words, notes and fields', () => expect(lines(theirs!)).toEqual(lines(ours)));
  it('has its run-in heads', () => expect(leads(theirs!)).toEqual(leads(ours)));
});
