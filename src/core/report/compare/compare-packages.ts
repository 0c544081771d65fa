// Two packages, or two versions of one, section by section: kept, changed, new, gone
// (`banxin compare`, the comparison and heat map of the window). Kept is kept to the
// letter. Sections are paired by
// what they hold, not by where they stand: a section that moved is the same section.
import type { TextPlace } from '../../diagnostic';
import { fieldText } from '../../model/field-text';
import type { Package } from '../../model/package';
import { ATOM, placeIn, sentencesOf, unitsOf, type Unit } from '../roll/unit';
import { ReuseIndex } from './reuse';

export interface ComparedSection {
  readonly status: 'kept' | 'changed' | 'new' | 'gone';
  /** The section's place, of its heading or first paragraph; null where it is not there. */
  readonly from: TextPlace | null;
  readonly to: TextPlace | null;
  /** Part of the section's characters carried over, 0–1: of the new one, of one that is gone 0. */
  readonly share: number;
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

/** Two sections that share less are two. */
const SAME = 0.3;
/** Shorter sentences are formulas of address. */
const VERBATIM = 20;

interface Section {
  readonly units: readonly Unit[];
  readonly text: string;
  readonly head: string;
  readonly place: TextPlace;
}

/** Compares two packages. Pure; equal packages are all kept. */
export function comparePackages(a: Package, b: Package): Comparison {
  const [was, now] = [sectionsOf(a), sectionsOf(b)];
  const pairs = pairSections(was, now);
  const index = new ReuseIndex(was.map(({ text }) => text).join('\u2029'));
  const sections: ComparedSection[] = now.map((section): ComparedSection => {
    const old = pairs.get(section) ?? null;
    if (old === null) return { status: 'new', from: null, to: section.place, share: index.share(section.text) };
    // A letter that differs is a change: a figure or an ordinal is one letter.
    if (old.text === section.text) return { status: 'kept', from: old.place, to: section.place, share: 1 };
    return { status: 'changed', from: old.place, to: section.place, share: round(new ReuseIndex(old.text).share(section.text)) };
  });
  const used = new Set(pairs.values());
  for (const section of was) if (!used.has(section)) sections.push({ status: 'gone', from: section.place, to: null, share: 0 });
  const paragraphs = now.flatMap(({ units }) => units.filter(({ text }) => text.trim() !== '').map((unit) => ({ place: placeIn(unit, 0, unit.text.length), share: round(index.share(unit.text)) })));
  return { sections, verbatim: verbatimSentences(was, now), paragraphs };
}

/** The sentences that stand in both word for word, without comparing sections: quick for texts of any length. */
export function verbatimBetween(a: Package, b: Package): readonly Verbatim[] {
  return verbatimSentences(sectionsOf(a), sectionsOf(b));
}

const round = (share: number): number => Math.round(share * 1000) / 1000;

/** The head of each article, and each stretch that a heading of level 1 or 2 opens. */
function sectionsOf(pkg: Package): readonly Section[] {
  const sections: Section[] = [];
  let units: Unit[] = [];
  const flush = (): void => {
    const [first] = units;
    if (first === undefined) return;
    const text = units.map((unit) => (unit.field === null ? unit.text.replaceAll(ATOM, '') : fieldText(pkg.articles.find(({ id }) => id === unit.article)?.fields[unit.field], pkg.meeting))).join('\n');
    sections.push({ units, text, head: `${first.field === null ? first.section : '题'}`, place: placeIn(first, 0, Math.min(first.text.length, 40)) });
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

/** New section → the old one it came from: the pairs that share most first, then those with one heading. */
function pairSections(was: readonly Section[], now: readonly Section[]): Map<Section, Section> {
  const candidates: { readonly from: Section; readonly to: Section; readonly score: number }[] = [];
  for (const from of was) {
    const index = new ReuseIndex(from.text);
    for (const to of now) {
      if ((from.head === '题') !== (to.head === '题')) continue;
      const share = from.text === to.text ? 1 : index.share(to.text);
      const sameHead = from.head !== '' && bare(from.head) === bare(to.head) ? 0.35 : 0;
      const samePlace = from.place.article === to.place.article && from.head === to.head ? 0.1 : 0;
      const score = share + sameHead + samePlace;
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
