// A template → a package: articles with their fields and placeholders, the record
// that was given over the template's own values, an edition each. And a standard
// section → blocks for a document. Ids, dates and files are the caller's: core
// makes nothing up, and the same template with the same answers gives the same.
import { Fragment, type Node } from 'prosemirror-model';
import { DEFAULT_PRESET, makeEdition, MADE_BOOKLET, type EditionPreset } from '../model/editions';
import { EMPTY_MEETING, FIELD_PATHS, type Article, type Edition, type FieldDoc, type FieldPath, type Meeting, type Package } from '../model/package';
import { schema } from '../model/schema';
import { readBlock, readInline, type MarkupContext } from './read-markup';
import type { ArticleSpec, BlockSpec, EditionSpec, Library, Section, Template } from './template';

export interface NewPackage {
  readonly id: string;
  readonly name: string;
  /** What is known of the meeting; the rest stays open. */
  readonly meeting: Partial<Meeting>;
  /** Answers by switch; a switch that is not answered stands as the template has it. */
  readonly switches: ReadonlyMap<string, boolean>;
  readonly library: Library;
  /** A shipped preset by name. */
  readonly preset: (id: string) => EditionPreset;
}

/** @throws RangeError for an answer to a switch that the template has not. */
function answers(template: Template, given: ReadonlyMap<string, boolean>): Map<string, boolean> {
  const all = new Map(template.switches.map((one) => [one.id, one.default]));
  for (const [id, on] of given) {
    if (!all.has(id)) throw new RangeError(`template ${template.id} has no switch ${id}`);
    all.set(id, on);
  }
  return all;
}

class Maker {
  private readonly sections: ReadonlyMap<string, Section>;
  private readonly context: MarkupContext;

  constructor(library: Library, switches: ReadonlyMap<string, boolean>) {
    this.sections = new Map(library.sections.map((section) => [section.id, section]));
    this.context = { phrases: new Map(library.phrases.map((phrase) => [phrase.id, phrase])), switches };
  }

  article({ id, kind, label, fields, blocks }: ArticleSpec): Article {
    const made = Object.fromEntries(FIELD_PATHS.map((path) => [path, this.field(fields[path])])) as Record<FieldPath, FieldDoc>;
    return { id, kind, label: label === undefined ? null : this.plain(label), fields: made, doc: schema.nodes.doc.create(null, blocks.flatMap((block) => this.blocks(block))) };
  }

  /** A label is text alone: 社论, or by a switch 本报评论员. */
  private plain(text: string): string {
    return readInline(text, this.context).map((node) => node.text ?? '').join('');
  }

  private field(text: string | undefined): FieldDoc {
    return text === undefined ? null : schema.nodes.doc.create(null, schema.nodes.paragraph.create(null, readInline(text, this.context)));
  }

  blocks(spec: BlockSpec): Node[] {
    if (typeof spec === 'string') return [readBlock(spec, this.context)];
    if ('table' in spec) return [this.table(spec.table)];
    if ('when' in spec) {
      const on = this.context.switches.get(spec.when);
      if (on === undefined) throw new RangeError(`no switch ${spec.when}`);
      return (on ? spec.blocks : (spec.else ?? [])).flatMap((block) => this.blocks(block));
    }
    const section = this.sections.get(spec.section);
    if (section === undefined) throw new RangeError(`no section ${spec.section}`);
    return section.blocks.map((block) => readBlock(block, this.context));
  }

  private table(rows: readonly (readonly string[])[]): Node {
    const cell = (text: string): Node => schema.nodes.table_cell.create(null, schema.nodes.paragraph.create(null, readInline(text, this.context)));
    return schema.nodes.table.create(null, rows.map((cells) => schema.nodes.table_row.create(null, cells.map(cell))));
  }
}

function editionOf(spec: EditionSpec, articles: readonly string[], preset: NewPackage['preset']): Edition {
  const made = makeEdition(preset(spec.preset ?? DEFAULT_PRESET[spec.kind]), articles, spec.kind);
  const booklet = spec.kind === 'booklet' ? { ...MADE_BOOKLET, ...spec.booklet } : null;
  return { ...made, name: spec.name, phase: spec.phase ?? null, booklet };
}

/** The record: what was given, else the template's own value, else unknown. */
function recordOf(template: Partial<Meeting>, given: Partial<Meeting>): Meeting {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined)) as Partial<Meeting>;
  return { ...EMPTY_MEETING, ...template, ...known };
}

/** @throws RangeError for an unknown switch, and for a mistake in the template or the library. */
export function makePackage(template: Template, { id, name, meeting, switches, library, preset }: NewPackage): Package {
  const maker = new Maker(library, answers(template, switches));
  const articles = template.articles.map((spec) => maker.article(spec));
  const ids = articles.map((article) => article.id);
  return {
    id, name, stage: null, meeting: recordOf(template.meeting, meeting), articles, editions: template.editions.map((spec) => editionOf(spec, ids, preset)),
    versions: [], assets: new Map(), comments: [], ignored: [],
  };
}

/** The blocks of a standard section, for a document. @throws RangeError for a mistake in the section or the library. */
export function sectionBlocks(section: Section, library: Library): Fragment {
  const maker = new Maker(library, new Map());
  return Fragment.from(section.blocks.flatMap((block) => maker.blocks(block)));
}
