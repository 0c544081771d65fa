// Two packages, or two versions of one, section by section: kept, changed, new, gone
// (`banxin compare`, the comparison and heat map of the window). Kept is kept to the
// letter. Sections are paired by
// what they hold, not by where they stand: a section that moved is the same section.
import type { Node } from 'prosemirror-model';
import type { TextPlace } from '../../diagnostic';
import { emptyFieldText, renderField } from '../../model/fields';
import { headOf, numberHeadings } from '../../model/numbering';
import type { Meeting, Package } from '../../model/package';
import type { FieldAttrs } from '../../model/schema';
import { sentencesOf } from '../roll/sentences';
import { ATOM, placeIn, unitsOf, type Unit } from '../roll/unit';
import { acceptedArticles } from './accepted-text';
import { PieceVotes, ReuseIndex } from './reuse';
import { wordDifference } from './word-difference';

export interface ComparedSection {
  readonly status: 'kept' | 'changed' | 'new' | 'gone';
  /** Its heading with the number; of an article's head 题目, of what stands before the first heading 开头, of what closes a part of a report 小结, of what closes it 结尾. */
  readonly title: string;
  /** The section's place, of its heading or first paragraph; null where it is not there. */
  readonly from: TextPlace | null;
  readonly to: TextPlace | null;
  /** Part of the section's characters carried over, 0–1: of the new one, of one that is gone 0. */
  readonly share: number;
  /** It stands in another order among the sections of its article: the title of the one that it stood behind in the old text; null: it does not. */
  readonly movedFrom: string | null;
}

export interface Verbatim {
  readonly text: string;
  readonly from: TextPlace;
  readonly to: TextPlace;
}

/** One paragraph of the new text and how much of it was carried over. */
export interface ParagraphShare {
  readonly place: TextPlace;
  readonly share: number;
}

export interface Comparison {
  /** In the order of the new package; those that are gone behind. */
  readonly sections: readonly ComparedSection[];
  /** Sentences of at least twenty characters that stand in both word for word. */
  readonly verbatim: readonly Verbatim[];
  readonly paragraphs: readonly ParagraphShare[];
}

/** A heading is named up to so many characters. */
const NAMED = 40;
/** So many sections of the old text are looked at for each new one, by pieces shared and by equal headings. */
const LOOKED_AT = 8;
/** Two sections that share less are two. */
const SAME = 0.3;
/** Shorter sentences are formulas of address. */
const VERBATIM = 20;

/** Texts with the record that their fields show. */
type Texts = Pick<Package, 'meeting' | 'articles'>;

interface Section {
  readonly units: readonly Unit[];
  readonly text: string;
  readonly head: string;
  readonly title: string;
  readonly place: TextPlace;
}

/** Compares two packages. Pure; equal packages are all kept. */
export function comparePackages(a: Package, b: Package): Comparison {
  return compareAccepted({ ...a, articles: acceptedArticles(a.articles) }, { ...b, articles: acceptedArticles(b.articles) });
}

function compareAccepted(a: Package, b: Package): Comparison {
  const [was, now] = [sectionsOf(a), sectionsOf(b)];
  const pairs = pairSections(was, now);
  const moves = movesOf(was, now, pairs);
  const index = new ReuseIndex(was.map(({ text }) => text).join('\u2029'));
  const sections: ComparedSection[] = now.map((section): ComparedSection => {
    const old = pairs.get(section) ?? null;
    const { title, place: to, text } = section;
    const movedFrom = moves.get(section) ?? null;
    if (old === null) return { status: 'new', title, from: null, to, share: round(index.share(text)), movedFrom };
    // A letter that differs is a change: a figure or an ordinal is one letter.
    if (old.text === text) return { status: 'kept', title, from: old.place, to, share: 1, movedFrom };
    // What was taken out leaves all that stands as it was: still not all of the section.
    return { status: 'changed', title, from: old.place, to, share: Math.min(MOST_OF, round(carriedShare(old.text, text))), movedFrom };
  });
  const used = new Set(pairs.values());
  for (const section of was) if (!used.has(section)) sections.push({ status: 'gone', title: section.title, from: section.place, to: null, share: 0, movedFrom: null });
  const paragraphs = now.flatMap(({ units }) => units.filter(({ text }) => text.trim() !== '').map((unit) => ({ place: placeIn(unit, 0, unit.text.length), share: round(index.share(readText(unit.node, b.meeting))) })));
  return { sections, verbatim: verbatimSentences(was, now), paragraphs };
}

/** The sentences that stand in both word for word, without comparing sections: quick for texts of any length. */
export function verbatimBetween(a: Texts, b: Texts): readonly Verbatim[] {
  const accepted = (texts: Texts): Texts => ({ meeting: texts.meeting, articles: acceptedArticles(texts.articles) });
  return verbatimSentences(sectionsOf(accepted(a)), sectionsOf(accepted(b)));
}

/** A heading is too short for stretches of six characters: its words are compared. */
function carriedShare(was: string, now: string): number {
  if (now.length > NAMED) return new ReuseIndex(was).share(now);
  return wordDifference(was, now).reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0) / Math.max(1, now.length);
}

/** The greatest share that is not the whole. */
const MOST_OF = 0.999;

/** To thousandths: no more than MOST_OF, and not nothing, where it is neither all nor nothing. */
const round = (share: number): number => (share <= 0 || share >= 1 ? share : Math.min(MOST_OF, Math.max(1 - MOST_OF, Math.round(share * 1000) / 1000)));

/** The head of each article, and each stretch that a heading of level 1 or 2 opens. */
function sectionsOf(pkg: Texts): readonly Section[] {
  const labels = new Map(pkg.articles.map(({ id, doc }) => [id, numberHeadings(doc)]));
  const lastHeads = new Map(pkg.articles.map(({ id, doc }) => [id, doc.children.findLastIndex((node: Node) => headOf(node) !== null)]));
  const sections: Section[] = [];
  let units: Unit[] = [];
  const flush = (): void => {
    const [first] = units;
    if (first === undefined) return;
    const text = units.map(({ node }) => readText(node, pkg.meeting)).join('\n');
    const opening = readText(first.node, pkg.meeting).replaceAll(ATOM, '');
    const level = first.block === null ? null : headOf(first.node)?.level ?? null;
    const title = first.field !== null ? `题目：${opening}` : level === 0 || level === 1 || level === 2 ? `${labels.get(first.article)?.[first.block ?? 0] ?? ''}${opening.split('。')[0] ?? ''}` : `${first.section === '' ? '开头' : (first.block ?? 0) > (lastHeads.get(first.article) ?? -1) ? '结尾' : '小结'}：${opening}`;
    const place = { ...placeIn(first, 0, Math.min(first.text.length, NAMED)), excerpt: opening.slice(0, NAMED) };
    sections.push({ units, text, head: first.field === null ? first.section : '题', title: [...title].length > NAMED ? `${[...title].slice(0, NAMED).join('')}……` : title, place });
    units = [];
  };
  for (const unit of unitsOf(pkg)) {
    const last = units.at(-1);
    if (last !== undefined && (last.article !== unit.article || last.section !== unit.section || (last.field === null) !== (unit.field === null))) flush();
    units.push(unit);
  }
  flush();
  return sections;
}

/** A block as it is read: values of the record spelled out, a placeholder or a note as one sign that is no letter, breaks as nothing. */
function readText(block: Node, meeting: Meeting): string {
  let text = '';
  block.forEach((node) => {
    if (node.isText) text += node.text ?? '';
    else if (node.type.name === 'field') {
      const { path, form } = node.attrs as FieldAttrs;
      text += renderField(path, form, meeting) ?? emptyFieldText(path);
    } else if (node.type.name !== 'hard_break') text += ATOM;
  });
  return text;
}

/** New section → the old one it came from: the pairs that share most first, then those with one heading. Of the old ones those few are compared that share pieces or a heading, so that time grows with the texts. */
function pairSections(was: readonly Section[], now: readonly Section[]): Map<Section, Section> {
  const votes = new PieceVotes(was.map(({ text }) => text));
  const byHead = new Map<string, Section[]>();
  for (const section of was) byHead.set(bare(section.head), [...(byHead.get(bare(section.head)) ?? []), section]);
  const byPlace = new Map(was.map((section) => [placeKey(section), section]));
  const indexes = new Map<Section, ReuseIndex>();
  const shareOf = (from: Section, to: Section): number => {
    if (from.text === to.text) return 1;
    if (!indexes.has(from)) indexes.set(from, new ReuseIndex(from.text));
    return indexes.get(from)!.share(to.text);
  };
  const candidates: { readonly from: Section; readonly to: Section; readonly score: number }[] = [];
  for (const [at, to] of now.entries()) {
    const stand = at / now.length;
    const heads = nearest(byHead.get(bare(to.head)) ?? [], stand);
    const near = new Set([byPlace.get(placeKey(to)), ...heads, ...votes.best(to.text, LOOKED_AT, stand * was.length).map((index) => was[index])]);
    for (const from of near) {
      if (from === undefined || (from.head === '题') !== (to.head === '题')) continue;
      // A heading alone has too few letters for what it shares to say anything: 2025年工作安排 is not what 2025年工作回顾 was.
      const sameHead = from.head !== '' && bare(from.head) === bare(to.head) ? (to.units.length === 1 ? 1 : 0.35) : 0;
      const samePlace = placeKey(from) === placeKey(to) ? 0.1 : 0;
      const score = shareOf(from, to) + sameHead + samePlace;
      if (score >= SAME || (from.head === '题' && from.place.article === to.place.article)) candidates.push({ from, to, score });
    }
  }
  const pairs = new Map<Section, Section>();
  const taken = new Set<Section>();
  for (const { from, to } of candidates.toSorted((x, y) => y.score - x.score)) {
    if (pairs.has(to) || taken.has(from)) continue;
    pairs.set(to, from);
    taken.add(from);
  }
  return pairs;
}

/** Of the sections that stand in another order than they stood those that moved past the others, the fewest letters; with the title of what each stood behind. */
function movesOf(was: readonly Section[], now: readonly Section[], pairs: ReadonlyMap<Section, Section>): ReadonlyMap<Section, string> {
  const order = new Map(was.map((section, index) => [section, index]));
  const moves = new Map<Section, string>();
  const articles = new Map<string, { readonly section: Section; readonly at: number }[]>();
  for (const section of now) {
    const old = pairs.get(section);
    if (old === undefined || section.head === '题') continue;
    const key = `${old.place.article}\n${section.place.article}`;
    articles.set(key, [...(articles.get(key) ?? []), { section, at: order.get(old)! }]);
  }
  for (const own of articles.values()) {
    if (own.every(({ at }, i) => i === 0 || at > own[i - 1]!.at)) continue;
    // The heaviest run that stands in the old order stays; the rest moved.
    const best: { weight: number; before: number }[] = [];
    for (const [i, { section, at }] of own.entries()) {
      let before = -1;
      for (let j = 0; j < i; j++) if (own[j]!.at < at && (before < 0 || best[j]!.weight > best[before]!.weight)) before = j;
      best.push({ weight: section.text.length + 1 + (before < 0 ? 0 : best[before]!.weight), before });
    }
    const stays = new Set<number>();
    for (let i = best.reduce((top, { weight }, index) => (weight > best[top]!.weight ? index : top), 0); i >= 0; i = best[i]!.before) stays.add(i);
    for (const [i, { section, at }] of own.entries()) if (!stays.has(i)) moves.set(section, was[at - 1]?.title ?? '');
  }
  return moves;
}

const placeKey = ({ place, head }: Section): string => `${place.article} ${head}`;

/** Of sections of one heading those that stand about as far in their text, `at` of it, 0–1. */
function nearest(sections: readonly Section[], at: number): readonly Section[] {
  const from = Math.max(0, Math.min(sections.length - LOOKED_AT, Math.round(at * sections.length) - LOOKED_AT / 2));
  return sections.slice(from, from + LOOKED_AT);
}

/** A heading's words without numbers and years: 2024年工作总结 is 2025年工作总结. */
const bare = (head: string): string => head.replace(/[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d{4}年/g, '');

function verbatimSentences(was: readonly Section[], now: readonly Section[]): readonly Verbatim[] {
  const known = new Map<string, TextPlace>();
  for (const unit of was.flatMap(({ units }) => units)) {
    for (const { from, text } of sentencesOf(unit.text)) if (text.length >= VERBATIM && !known.has(text)) known.set(text, placeIn(unit, from, from + text.length));
  }
  return now.flatMap(({ units }) => units).flatMap((unit) => sentencesOf(unit.text).flatMap(({ from, text }): Verbatim[] => {
    const source = known.get(text);
    return source === undefined ? [] : [{ text: text.replaceAll(ATOM, ''), from: source, to: placeIn(unit, from, from + text.length) }];
  }));
}
