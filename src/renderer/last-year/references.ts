// 参考资料 in the package: texts of other files, kept among its assets by their hash as
// small packages of their own, so that whoever opens the draft has them too. Here: which
// there are, adding and removing one, its sentences, which of them stand in the draft.
import { Fragment, type Node } from 'prosemirror-model';
import type { PackageChange } from '../../core/model/change';
import { partToJson } from '../../core/model/apply-change';
import { readPackage, writePackage } from '../../core/model/package-file';
import type { Package, Version } from '../../core/model/package';
import { toBase64 } from '../../core/model/package-json';
import { ReuseIndex } from '../../core/report/compare/reuse';
import { changedPieces } from '../../core/report/compare/change-list';
import { sentencesOf } from '../../core/report/roll/sentences';

export interface Reference {
  /** Of the asset. */
  readonly id: string;
  readonly name: string;
  readonly pkg: Package;
}

const NAME = /^[0-9a-f]{64}\.banxin$/;
const known = new Map<string, Reference>();

/** Last year's text, to be looked through as the references are. */
export function lastYearAsReference(pkg: Package, { id, meeting, articles }: Version): Reference {
  return { id, name: LAST_YEAR_SOURCE, pkg: { ...pkg, meeting, articles } };
}

/** What words taken from last year's text are said to be from. */
export const LAST_YEAR_SOURCE = '去年';

/** The references of a package, read once each. */
export function referencesOf({ assets }: Package): readonly Reference[] {
  return [...assets].flatMap(([id, bytes]) => {
    if (!NAME.test(id)) return [];
    let reference = known.get(id);
    if (reference === undefined) {
      const { pkg } = readPackage(bytes);
      known.set(id, (reference = { id, name: pkg.name, pkg }));
    }
    return [reference];
  });
}

/** Adds a file's text as a reference; null where the package has it already. */
export async function addReference(pkg: Package, name: string, text: Package): Promise<PackageChange | null> {
  const bytes = writePackage({ ...text, name, editions: [], versions: [], comments: [], ignored: [], assets: new Map() }, null);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  const id = `${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}.banxin`;
  return pkg.assets.has(id) ? null : { kind: 'add', what: 'asset', index: pkg.assets.size, value: { id, data: toBase64(bytes) } };
}

/** Takes a reference out of the package. */
export function removeReference(pkg: Package, id: string): PackageChange | null {
  const index = [...pkg.assets.keys()].indexOf(id);
  return index < 0 ? null : { kind: 'remove', what: 'asset', index, value: partToJson(pkg, 'asset', index) };
}

/** Every sentence of a reference in reading order. A note is no word of one: taken into the draft it would stand there in brackets. */
export function sentencesIn({ pkg }: Reference): readonly string[] {
  const withoutNotes = (block: Node): Node => block.copy(Fragment.fromArray(block.children.filter(({ type }) => type.name !== 'note').map((node) => (node.isInline ? node : withoutNotes(node)))));
  return pkg.articles.flatMap(({ doc }) => doc.children.flatMap((block) => sentencesOf(changedPieces(withoutNotes(block), pkg.meeting).map(({ text }) => text).join('')).map(({ text }) => text.trim())));
}

/** Those that hold all the words, in their order; every one where there are no words. */
export function sentencesWith(sentences: readonly string[], words: readonly string[]): readonly string[] {
  return words.length === 0 ? sentences : sentences.filter((text) => words.every((word) => text.includes(word)));
}

/** A stretch of the draft under the mark `taken`. */
export interface Taken {
  readonly article: string;
  /** Index of its top-level block, offset in it. */
  readonly block: number;
  readonly offset: number;
  readonly text: string;
}

/** The stretches that were taken from a source, in the order of the draft. */
export function takenFrom({ articles }: Package, source: string): readonly Taken[] {
  const out: Taken[] = [];
  for (const { id, doc } of articles) {
    doc.forEach((block, _offset, index) => {
      let open: { article: string; block: number; offset: number; text: string } | null = null;
      block.descendants((node, at) => {
        if (!node.isInline) return true;
        if (!node.marks.some(({ type, attrs }) => type.name === 'taken' && attrs.source === source)) open = null;
        else if (open === null) out.push((open = { article: id, block: index, offset: at, text: node.text ?? '' }));
        else open.text += node.text ?? '';
        return false;
      });
    });
  }
  return out;
}

/** A sentence of which so much stands in a stretch that was taken is that one, worked on. */
const WORKED_ON = 0.7;

/** Where a sentence of a source stands in the draft, as it was or worked on; null: nowhere. */
export function usedAt(sentence: string, taken: readonly Taken[]): Taken | null {
  const whole = taken.find(({ text }) => text.includes(sentence));
  if (whole !== undefined) return { ...whole, offset: whole.offset + whole.text.indexOf(sentence) };
  return taken.find(({ text }) => new ReuseIndex(text).share(sentence) >= WORKED_ON) ?? null;
}
