// Cuts behind a full stop between two articles: what the usual ends of articles tell is asked,
// and a page in order is asked nothing. The project's own articles, cut behind full stops.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UNENDED } from './lost-ends';
import { queriesOf } from './queries';
import { recognise } from './recognise';
import { decide } from './review/decide';
import { questionsOf } from './review/questions';
import { startReview } from './review/review';

const read = (name: string): readonly string[] =>
  readFileSync(fileURLToPath(new URL(`../../../resources/samples/clean/${name}.txt`, import.meta.url)), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '');

const ARTICLES = { comment: read('editorial'), report: read('report'), proposals: read('proposals'), resolution: read('resolution'), brief: read('brief'), story: read('opening-story'), closing: read('closing-story') };
type Name = keyof typeof ARTICLES;

interface Cut {
  readonly text: string;
  /** 1-based lines: the last one before the other article, the first one behind it. */
  readonly end: number;
  readonly rest: number;
  readonly words: string;
}

/** `one` cut by `other` behind each full stop of its paragraphs, and between them. */
function cutsOf(one: readonly string[], other: readonly string[], after: readonly string[]): Cut[] {
  const cuts: Cut[] = [];
  one.forEach((line, i) => {
    if (i < 4 || line.length < 40) return;
    for (let at = line.indexOf('。'); at >= 0; at = line.indexOf('。', at + 1)) {
      if (at < 30 || '”）'.includes(line[at + 1] ?? ' ') || (at + 1 === line.length && i === one.length - 1)) continue;
      const before = [...one.slice(0, i), line.slice(0, at + 1)];
      const rest = [line.slice(at + 1), ...one.slice(i + 1)].filter((text) => text !== '');
      cuts.push({ text: [...before, ...other, ...rest, ...after].join('\n'), end: before.length, rest: before.length + other.length + 1, words: line.slice(at - 8, at + 1) });
    }
  });
  return cuts;
}

/** Cuts of which nothing is asked, while the rest stands in another article. */
function silent(cuts: readonly Cut[]): string[] {
  return cuts.flatMap(({ text, end, rest, words }) => {
    const { articles, unassigned } = recognise(text);
    const home = articles.find(({ lines }) => lines.includes(end));
    const asked = unassigned.some(({ line }) => line === end || (line >= rest && line < rest + 5));
    return home?.lines.includes(rest) === true || asked ? [] : [words];
  });
}

/** Cuts of each pair that a run looks at, spread over the article. */
const MOST = 9;

describe('a cut behind a full stop, between two articles', () => {
  it.each<[Name, Name]>([
    ['comment', 'brief'], ['comment', 'story'], ['comment', 'report'], ['resolution', 'closing'], ['resolution', 'proposals'], ['story', 'comment'], ['closing', 'resolution'],
    ['story', 'closing'], ['proposals', 'brief'], ['proposals', 'comment'], ['proposals', 'resolution'],
  ])('%s cut by %s', (one, other) => {
    const after = (['brief', 'resolution', 'closing'] as const).find((name) => name !== one && name !== other) as Name;
    const cuts = cutsOf(ARTICLES[one], ARTICLES[other], ARTICLES[after]);
    expect(cuts.length).toBeGreaterThan(1);
    const every = Math.ceil(cuts.length / MOST);
    expect(silent(cuts.filter((_, i) => i % every === 0 || i === cuts.length - 1))).toEqual([]);
  });

  it('is a question that sends the rest to the article above, or only a note of what lacks its end', () => {
    const text = [...ARTICLES.story.slice(0, 6), ...ARTICLES.comment, ...ARTICLES.story.slice(6), ...ARTICLES.brief].join('\n');
    const review = startReview(text, recognise(text));
    const rest = 6 + ARTICLES.comment.length + 1;
    const [sent] = questionsOf(review, []).filter(({ kind }) => kind === 'unassigned');
    expect(sent).toMatchObject({ lines: [rest], yes: { words: '放回上文那一篇' } });
    const done = decide(review, sent!.yes!.decision);
    expect(done.ok && done.review.recognition.articles[0]!.lines.includes(rest)).toBe(true);
    const cut = [...ARTICLES.report.slice(0, 9), ...ARTICLES.closing, ...ARTICLES.brief].join('\n');
    const [noted] = questionsOf(startReview(cut, recognise(cut)), []).filter(({ kind }) => kind === 'unassigned');
    expect(noted).toMatchObject({ lines: [9], text: `第9行${UNENDED}；找到了可以移到这一行后面。`, yes: null });
    expect(queriesOf(recognise(cut)).filter(({ kind }) => kind === 'unassigned').map((query) => query.text)).toEqual([`第9行${UNENDED}`]);
  });

  it('a page in order is asked nothing', () => {
    const all = Object.values(ARTICLES);
    for (let turn = 0; turn < all.length; turn++) {
      const page = [...all.slice(turn), ...all.slice(0, turn)];
      expect(recognise(page.map((text) => text.join('\n')).join('\n')).unassigned).toEqual([]);
      expect(recognise(page.toReversed().map((text) => text.join('\n')).join('\n\n')).unassigned).toEqual([]);
    }
  });
});
