// The custom XML part of our own Word files, read: the package it is of and the
// details by number (write/own-item.ts). A file that passed through hands may hold
// anything there, so every record is checked against its schema, and what fails is as
// if it were not there.
import * as v from 'valibot';
import { MeetingSchema } from '../../core/model/package-schema';
import type { ArticleKind, EditionKind, Meeting } from '../../core/model/package';
import type { OwnDetail } from '../write/own-item';
import type { Parts } from '../read/parts';
import { elementsOf, textOf } from '../read/xml-tree';

export interface OwnDetails {
  readonly id: string;
  readonly name: string;
  readonly stage: string | null;
  /** Id of the edition that was exported. */
  readonly edition: string;
  /** Its kind, and how many stretches it left out; files of before do not say, and were booklets nearly all. */
  readonly kind: EditionKind;
  readonly leftOut: number;
  readonly meeting: Meeting;
  readonly details: ReadonlyMap<number, OwnDetail>;
}

const PackageSchema = v.object({ id: v.string(), name: v.string(), stage: v.nullable(v.string()), edition: v.string(), kind: v.optional(v.picklist(['booklet', 'newspaper', 'speech'])), leftOut: v.optional(v.number()), meeting: MeetingSchema });

const KINDS: readonly ArticleKind[] = ['report', 'editorial', 'news', 'resolution', 'address', 'notice', 'continuation'];

const attrs = v.record(v.string(), v.unknown());
const DetailSchema = v.variant('kind', [
  v.object({ kind: v.literal('mark'), mark: v.picklist(['phrase', 'taken', 'inserted', 'deleted']), attrs }),
  v.object({ kind: v.literal('note'), term: v.string(), text: v.string() }),
  v.object({ kind: v.literal('placeholder'), was: v.nullable(v.string()), note: v.nullable(v.string()) }),
  v.object({ kind: v.literal('block'), attrs }),
  v.object({ kind: v.literal('article'), id: v.string(), article: v.picklist(KINDS) }),
  v.object({ kind: v.literal('comment'), first: v.number(), id: v.string(), done: v.boolean(), quote: v.exactOptional(v.string()), at: v.array(v.string()), by: v.optional(v.string(), ''), text: v.optional(v.string(), '') }),
]);

/** The details of a file of ours; null: it is not one. */
export function readOwnDetails(parts: Parts): OwnDetails | null {
  const document = parts.documentName();
  for (const { type, external, target } of parts.relations(document).values()) {
    if (type !== 'customXml' || external || parts.bytes(target) === undefined) continue;
    const root = parts.optional(target);
    // Another namespace than ours is another program's part.
    if (root?.name !== 'bx:banxin') continue;
    const details = new Map<number, OwnDetail>();
    let pkg: v.InferOutput<typeof PackageSchema> | null = null;
    for (const element of elementsOf(root)) {
      const json = parseJson(textOf(element));
      if (element.name === 'bx:package') {
        const read = v.safeParse(PackageSchema, json);
        if (read.success) pkg = read.output;
      } else {
        const read = v.safeParse(DetailSchema, json);
        if (read.success) details.set(Number(element.attributes.get('n')), read.output);
      }
    }
    if (pkg !== null) return { ...pkg, kind: pkg.kind ?? 'booklet', leftOut: pkg.leftOut ?? 0, meeting: pkg.meeting as Meeting, details };
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
