// The project's own sample package, made from its clean texts by the program's
// own ways: each text through the recogniser, the explanations of terms as note
// anchors, the meeting record, and the editions of the meeting: two booklets, the
// paper of the opening and of the closing, the large-type copy.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { recognise, toPackage } from '../../src/core/import';
import { makeEdition } from '../../src/core/model/editions';
import type { Article, Edition, Meeting, Package, PaperProfile } from '../../src/core/model/package';
import { writePackage } from '../../src/core/model/package-file';
import { schema } from '../../src/core/model/schema';
import { shippedPreset } from '../../src/node/presets';

const SAMPLES = path.resolve(import.meta.dirname, '../../resources/samples');

/** Where the package stands in the project. */
export const SAMPLE_FILE = path.join(SAMPLES, 'yunling.banxin');

const TEXTS = ['report', 'proposals', 'opening-story', 'editorial', 'brief', 'closing-story', 'resolution'] as const;

function read(name: string): string {
  return readFileSync(path.join(SAMPLES, name), 'utf8');
}

/** The one article of a clean text. @throws Error where the recogniser sees more or fewer. */
function articleOf(name: (typeof TEXTS)[number], meeting: Meeting): Article {
  const { articles } = toPackage(recognise(read(`clean/${name}.txt`)), { id: name, name, meeting });
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

/**
 * What the city's paper leaves out of the report on proposals, so that the closing page holds it: examples and details,
 * never a figure of the whole. In the booklet and in the hall it is all there.
 */
const LEFT_OUT = [
  ['民盟云岭市委会关于', '承办单位拿来就能用。'],
  ['市长周砚秋督办', '茶园省了肥钱。'],
] as const;

/** 见报略 over each range, its ends included. @throws Error for words that no paragraph has. */
function leaveOut(doc: Node, ranges: readonly (readonly [from: string, to: string])[]): Node {
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

/** `number`: of the issue; a daily's grows by one a day. */
function paper(number: number): PaperProfile {
  return {
    name: '云岭日报', issue: `第${number}期`, publisher: '云岭日报社出版', registration: '国内统一连续出版物号 CN 00-0000',
    editors: [{ role: '责任编辑', name: '周文雅' }, { role: '版式', name: '陈映竹' }, { role: '校对', name: '沈嘉禾' }],
    contact: null, firstPage: 1, pageNames: ['要闻', '要闻', '专版'],
    jump: { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' },
  };
}

function editions(): readonly Edition[] {
  const cover = (number: string) => ({ cover: true, number, collect: true, contents: true, annex: true, multiple: 4 });
  const news = (id: string, name: string, articles: readonly string[], date: string, phase: Edition['phase'], number: number): Edition => ({
    ...makeEdition(shippedPreset('T6'), articles, id), name, date, phase, paper: paper(number),
  });
  return [
    { ...makeEdition(shippedPreset('gb'), ['report'], 'booklet'), name: '常委会工作报告单行本', booklet: cover('之二') },
    { ...makeEdition(shippedPreset('gb'), ['proposals'], 'booklet-proposals'), name: '提案工作报告单行本', booklet: { ...cover('之三'), annex: false, contents: false } },
    news('paper-opening', '开幕版', ['opening-story', 'editorial', 'brief', 'report'], '2026-01-13', 'opening', 10268),
    news('paper-closing', '闭幕版', ['closing-story', 'resolution', 'proposals'], '2026-01-16', 'closing', 10271),
    { ...makeEdition(shippedPreset('speech'), ['report'], 'speech'), name: '大字稿' },
  ];
}

/** The sample package's record. */
export function makeSamplePackage(): Package {
  const notes = JSON.parse(read('notes.json')) as { term: string; text: string }[];
  const meeting = JSON.parse(read('meeting.json')) as Meeting;
  const articles = TEXTS.map((name) => articleOf(name, meeting)).map((article) => (
    article.id === 'report' ? { ...article, doc: annotate(article.doc, notes) } : article.id === 'proposals' ? { ...article, doc: leaveOut(article.doc, LEFT_OUT) } : article));
  return {
    id: 'sample-yunling-5-4', name: '云岭市政协五届四次会议', stage: null, meeting,
    articles, editions: editions(), versions: [], assets: new Map(), comments: [], ignored: [],
  };
}

/** Its file, the same bytes each time. */
export function makeSample(): Uint8Array {
  return writePackage(makeSamplePackage(), null);
}
