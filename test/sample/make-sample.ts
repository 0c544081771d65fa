// The project's own sample packages, made from their clean texts by the program's own ways: each text through the
// recogniser, the explanations of terms as note anchors, what the newspaper leaves out as 见报略, the meeting record,
// and the editions of the meeting. What each consists of: samples.ts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { recognise, toPackage } from '../../src/core/import';
import type { Article, Meeting, Package } from '../../src/core/model/package';
import { writePackage } from '../../src/core/model/package-file';
import { schema } from '../../src/core/model/schema';
import { type Range, type Sample, YUNLING } from './samples';

const FOLDER = path.resolve(import.meta.dirname, '../../resources/samples');

/** Where the package stands in the project. */
export function sampleFile(sample: Sample = YUNLING): string {
  return path.join(FOLDER, sample.file);
}

function read(name: string): string {
  return readFileSync(path.join(FOLDER, name), 'utf8');
}

/** The one article of a clean text. @throws Error where the recogniser sees more or fewer. */
function articleOf({ folder }: Sample, name: string, meeting: Meeting): Article {
  const { articles } = toPackage(recognise(read(`${folder}/${name}.txt`)), { id: name, name, meeting });
  const [only] = articles;
  if (only === undefined || articles.length !== 1) throw new Error(`${name}.txt: ${articles.length} articles`);
  return { ...only, id: name };
}

/** A note anchor behind the first appearance of each term. @throws Error for a term that the text lacks. */
function annotate(doc: Node, notes: readonly { readonly term: string; readonly text: string }[]): Node {
  let annotated = doc;
  for (const note of notes) {
    let at: number | null = null;
    annotated.descendants((node, pos) => {
      const found = at === null && node.isText ? (node.text ?? '').indexOf(note.term) : -1;
      if (found >= 0) at = pos + found + note.term.length;
    });
    if (at === null) throw new Error(`no ${note.term} in the report`);
    annotated = insert(annotated, at, schema.nodes.note.create(note));
  }
  return annotated;
}

/** 见报略 over each range, its ends included. @throws Error for words that no paragraph has. */
function leaveOut(doc: Node, ranges: readonly Range[]): Node {
  const transform = new Transform(doc);
  for (const [from, to] of ranges) {
    let isThere = false;
    doc.descendants((node, pos) => {
      const [begin, end] = [node.textContent.indexOf(from), node.textContent.indexOf(to)];
      if (!node.isTextblock || begin < 0 || end < begin) return;
      isThere = true;
      transform.addMark(pos + 1 + begin, pos + 1 + end + to.length, schema.marks.omit.create({ editions: ['newspaper'] }));
    });
    if (!isThere) throw new Error(`no ${from}……${to} in the text`);
  }
  return transform.doc;
}

function insert(doc: Node, at: number, inline: Node): Node {
  const place = doc.resolve(at);
  const paragraph = place.parent.copy(
    place.parent.content.cut(0, place.parentOffset).addToEnd(inline).append(place.parent.content.cut(place.parentOffset)),
  );
  return doc.copy(doc.content.replaceChild(place.index(0), paragraph));
}

/** A sample package's record. */
export function makeSamplePackage(sample: Sample = YUNLING): Package {
  const meeting = JSON.parse(read(sample.meeting)) as Meeting;
  const notes = sample.notes === null ? [] : JSON.parse(read(sample.notes)) as { term: string; text: string }[];
  const articles = sample.texts.map((name) => articleOf(sample, name, meeting)).map((article) => {
    const doc = leaveOut(article.doc, sample.leftOut[article.id] ?? []);
    return { ...article, doc: article.id === 'report' ? annotate(doc, notes) : doc };
  });
  return {
    id: sample.id, name: sample.name, stage: null, meeting,
    articles, editions: sample.editions(), versions: [], assets: new Map(), comments: [], ignored: [],
  };
}

/** Its file, the same bytes each time. */
export function makeSample(sample: Sample = YUNLING): Uint8Array {
  return writePackage(makeSamplePackage(sample), null);
}
