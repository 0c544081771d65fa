// From a line of an old printing to the same words in today's text. In: the lines
// of that printing in order, one of them, today's articles. Out: the place, and
// whether the words still stand as they did. The old positions alone would not do:
// the change log of an earlier run is gone, and whole sections may have moved; so
// the words are looked for, with their neighbours' words where they stand twice.
import { FIELD_PATHS, type Article, type FieldPath } from './package';

/** A line of the old printing; what it took from the text (display/page-lines.ts has more). */
export interface TracedLine {
  readonly article: string;
  readonly field: string | null;
  readonly block: number | null;
  /** The document's own characters, an inline atom U+FFFC. */
  readonly source: string;
}

export interface TracedPlace {
  readonly article: string;
  readonly field: FieldPath | null;
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

export interface Traced {
  /** `same`: the line's words stand unchanged. `changed`: words of it, or its gap between its neighbours. `gone`: the place is the nearest line that is left. */
  readonly kind: 'same' | 'changed' | 'gone';
  /** null: nothing is left of the whole printing. */
  readonly place: TracedPlace | null;
}

interface Text {
  readonly article: string;
  readonly field: FieldPath | null;
  readonly block: number;
  readonly text: string;
}

/** Fewer characters in a row stand in other sentences too. */
const LEAST = 5;
/** A line shorter than this is no landmark by itself. */
const LANDMARK = 8;

/** Looks a line of an old printing up in today's text. @throws RangeError where there is no such line. */
export function traceLine(lines: readonly TracedLine[], index: number, articles: readonly Pick<Article, 'id' | 'fields' | 'doc'>[]): Traced {
  const line = lines[index];
  if (line === undefined) throw new RangeError(`no line ${index}`);
  const texts = articles.flatMap(textsOf);
  const before = neighbour(lines, index, -1);
  const after = neighbour(lines, index, 1);
  const whole = findWhole(texts, line, before, after);
  if (whole !== null) return { kind: 'same', place: whole };
  const part = findPart(texts, line) ?? findGap(texts, line, before, after);
  if (part !== null) return { kind: 'changed', place: part };
  return { kind: 'gone', place: nearest(texts, lines, index) };
}

function textsOf({ id, fields, doc }: Pick<Article, 'id' | 'fields' | 'doc'>): Text[] {
  const of = (field: FieldPath | null, node: Article['doc'] | null): Text[] =>
    (node?.children ?? []).map((block, at) => ({ article: id, field, block: at, text: block.textBetween(0, block.content.size, '\n', '\ufffc') }));
  return [...FIELD_PATHS.flatMap((field) => of(field, fields[field])), ...of(null, doc)];
}

/** Words of the line before or after in the same block of the old text; '' where it was another's. */
function neighbour(lines: readonly TracedLine[], index: number, by: 1 | -1): string {
  const [own, other] = [lines[index], lines[index + by]];
  return own !== undefined && other !== undefined && other.article === own.article && other.field === own.field && other.block === own.block ? other.source : '';
}

const placeAt = ({ article, field, block }: Text, from: number, to: number): TracedPlace => ({ article, field, block, from, to });

/** How far a text lies from where the line stood: its own block first, then its article's nearest, then the others. */
function farness(text: Text, line: TracedLine): number {
  if (text.article !== line.article) return 1e6;
  if (text.field !== line.field) return 1e5;
  return Math.abs(text.block - (line.block ?? 0));
}

/** Where the words stand whole: together with most of their neighbours, and of several the nearest. */
function findWhole(texts: readonly Text[], line: TracedLine, before: string, after: string): TracedPlace | null {
  const { source } = line;
  if (source.trim() === '') return null;
  for (const [head, tail] of [[before, after], [before, ''], ['', after], ['', '']] as const) {
    // A short line stands elsewhere too: alone it proves nothing, but in its own block, or where it is the whole of one.
    const alone = head === '' && tail === '' && source.length < LEAST;
    const found = hits(texts, head + source + tail).filter(({ text }) => !alone || text.text === source || farness(text, line) === 0);
    const best = found.toSorted((a, b) => farness(a.text, line) - farness(b.text, line))[0];
    if (best !== undefined) return placeAt(best.text, best.at + head.length, best.at + head.length + source.length);
  }
  return null;
}

function hits(texts: readonly Text[], words: string): { readonly text: Text; readonly at: number }[] {
  return texts.flatMap((text) => {
    const at = text.text.indexOf(words);
    return at < 0 ? [] : [{ text, at }];
  });
}

/** The longest part of the words that stands somewhere, widened to the length that the line had. */
function findPart(texts: readonly Text[], line: TracedLine): TracedPlace | null {
  const { source } = line;
  const least = Math.max(LEAST, Math.ceil(source.length * 0.4));
  for (let length = source.length - 1; length >= least; length--) {
    for (let start = 0; start + length <= source.length; start++) {
      const found = hits(texts, source.slice(start, start + length)).toSorted((a, b) => farness(a.text, line) - farness(b.text, line))[0];
      if (found === undefined) continue;
      return placeAt(found.text, Math.max(0, found.at - start), Math.min(found.text.text.length, found.at - start + source.length));
    }
  }
  return null;
}

/** What stands today between the lines before and after, where both still stand in one block. */
function findGap(texts: readonly Text[], line: TracedLine, before: string, after: string): TracedPlace | null {
  if (before.length < LEAST || after.length < LEAST) return null;
  const found = texts.flatMap((text) => {
    const from = text.text.indexOf(before);
    const to = from < 0 ? -1 : text.text.indexOf(after, from + before.length);
    // Nothing between them: the words are gone, not changed.
    return to <= from + before.length ? [] : [{ text, from: from + before.length, to }];
  }).toSorted((a, b) => farness(a.text, line) - farness(b.text, line))[0];
  return found === undefined ? null : placeAt(found.text, found.from, found.to);
}

/** The end of the nearest line before, or the start of the nearest after, that still stands whole. */
function nearest(texts: readonly Text[], lines: readonly TracedLine[], index: number): TracedPlace | null {
  for (let by = 1; by < lines.length; by++) {
    for (const at of [index - by, index + by]) {
      const line = lines[at];
      if (line === undefined || line.source.length < LANDMARK) continue;
      const found = findWhole(texts, line, neighbour(lines, at, -1), neighbour(lines, at, 1));
      if (found === null) continue;
      const point = at < index ? found.to : found.from;
      return { ...found, from: point, to: point };
    }
  }
  return null;
}
