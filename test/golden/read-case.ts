// A golden case (test/golden/NAME.json): the smallest package that shows one thing,
// written so that a person can read and change it. Texts are invented.
import { readFileSync } from 'node:fs';
import type { Layout } from '../../src/core/model/layout';
import type { Look, StyleName, StyleRecord } from '../../src/core/model/look';
import type { PaperMaster, SheetMaster } from '../../src/core/model/master';
import type { ArticleKind, BookletParts, Edition, FieldPath, Meeting, Package, PaperProfile } from '../../src/core/model/package';
import { shippedPreset } from '../../src/node/presets';
import type { Node } from 'prosemirror-model';
import { article, deleted, doc, field, h, type Inline, inserted, lead, note, omit, p, packageOf, par, placeholder, table } from '../build';
import { DAILY, shipped, SMALL_SHEET, smallLook } from '../build-edition';

/** Inline text, or a piece that is more than text. */
type CaseInline =
  | string
  | { readonly field: string; readonly form?: string }
  | { readonly note: string; readonly text: string }
  | { readonly omit: string; readonly text: string }
  | { readonly inserted: string }
  | { readonly deleted: string }
  | { readonly placeholder: 'figure' | 'event' };

/** A paragraph, a heading, a paragraph with a run-in heading, a table. */
type CaseBlock =
  | string
  | readonly CaseInline[]
  | { readonly h: number; readonly text: string }
  | { readonly lead: string; readonly level: number; readonly text: readonly CaseInline[] | string }
  | { readonly table: readonly (readonly string[])[] };

interface CaseFile {
  /** The rule that the page shows; title of the test. */
  readonly shows: string;
  /** A shipped preset, whose look and master are changed by what follows; or the small sheet. */
  readonly preset: string;
  readonly master?: Partial<SheetMaster> | Partial<PaperMaster>;
  readonly styles?: Partial<Record<StyleName, StyleRecord>>;
  readonly look?: Partial<Look>;
  readonly booklet?: Partial<BookletParts>;
  /** true: the daily of the tests. */
  readonly paper?: true | Partial<PaperProfile>;
  readonly abridgedNote?: boolean;
  readonly meeting?: Partial<Meeting>;
  readonly stage?: string;
  /** Of a 改稿本. */
  readonly printedAt?: string;
  /** Of a 花脸稿: names of the two versions. */
  readonly redline?: { readonly from: string; readonly to: string };
  /** Of a newspaper: its make-up, how articles are dressed, their pictures. */
  readonly layout?: Layout;
  readonly dress?: NonNullable<Edition['dress']>;
  readonly pictures?: NonNullable<Package['pictures']>;
  readonly articles: readonly {
    readonly id: string;
    readonly kind: ArticleKind;
    readonly label?: string;
    readonly fields?: Partial<Record<FieldPath, CaseInline>>;
    readonly blocks: readonly CaseBlock[];
    /** The blocks so many times over, for a text that must be long. */
    readonly times?: number;
  }[];
}

function inlineOf(piece: CaseInline): string | Inline {
  if (typeof piece === 'string') return piece;
  if ('field' in piece) return field(piece.field, piece.form);
  if ('note' in piece) return note(piece.note, piece.text);
  if ('omit' in piece) return omit(piece.omit, piece.text);
  if ('inserted' in piece) return inserted(piece.inserted);
  if ('deleted' in piece) return deleted(piece.deleted);
  return placeholder(piece.placeholder);
}

function inlines(pieces: readonly CaseInline[] | string): (string | Inline)[] {
  return typeof pieces === 'string' ? [pieces] : pieces.map(inlineOf);
}

function blockOf(block: CaseBlock): Node {
  if (typeof block === 'string') return p(block);
  if (Array.isArray(block)) return p(...inlines(block as readonly CaseInline[]));
  const one = block as Exclude<CaseBlock, string | readonly CaseInline[]>;
  if ('h' in one) return h(one.h, one.text);
  if ('table' in one) return table(...one.table);
  return par({ head: { level: one.level } }, lead(one.lead), ...inlines(one.text));
}

export interface GoldenCase {
  readonly shows: string;
  readonly pkg: Package;
  readonly edition: Edition;
}

/** Reads a case by the path of its JSON. */
export function readCase(file: string): GoldenCase {
  const given = JSON.parse(readFileSync(file, 'utf8')) as CaseFile;
  const ids = given.articles.map(({ id }) => id);
  const base = given.preset === 'small' ? { ...shipped('gb', ids), master: SMALL_SHEET, look: smallLook() } : shipped(shippedPreset(given.preset).id, ids);
  const edition: Edition = {
    ...base,
    master: { ...base.master, ...given.master } as Edition['master'],
    look: { ...base.look, ...given.look, styles: { ...base.look.styles, ...given.styles } },
    booklet: base.booklet === null ? null : { ...base.booklet, ...given.booklet },
    paper: given.paper === undefined ? null : { ...DAILY, ...(given.paper === true ? {} : given.paper) },
    abridgedNote: given.abridgedNote ?? false,
    ...(given.printedAt === undefined ? {} : { printedAt: given.printedAt }),
    ...(given.redline === undefined ? {} : { redline: given.redline }),
    ...(given.layout === undefined ? {} : { layout: given.layout }),
    ...(given.dress === undefined ? {} : { dress: given.dress }),
  };
  const articles = given.articles.map(({ id, kind, label, fields = {}, blocks, times = 1 }) => {
    const body = Array.from({ length: times }, () => blocks.map(blockOf)).flat();
    const filled = Object.fromEntries(Object.entries(fields).map(([path, piece]) => [path, inlineOf(piece)]));
    return article(id, kind, doc(...body), filled, label ?? null);
  });
  const pkg = packageOf(articles, [edition], given.meeting, given.stage ?? null);
  return { shows: given.shows, edition, pkg: given.pictures === undefined ? pkg : { ...pkg, pictures: given.pictures } };
}
