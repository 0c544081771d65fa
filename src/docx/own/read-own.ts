// A Word file that we wrote, perhaps changed since in Word, → its package again: the
// way back of write/. Structure is read from the names of styles and the tags of
// controls, never guessed: the recogniser is for foreign files. What a Word user has
// typed comes back as text of the block it stands in; a paragraph in a style of nobody
// here is a plain one. Cover and contents are made anew by an edition and left out.
// Not here: editions, versions, pictures: a Word file of ours holds none.
import type { Node } from 'prosemirror-model';
import { boundContent } from '../../core/import/bind-fields';
import { readLabel } from '../../core/import/label';
import { fromHan } from '../../core/model/numerals';
import { bareNumber } from '../../core/model/numbering';
import { FIELD_PATHS, type Article, type ArticleKind, type CommentThread, type EditionKind, type FieldDoc, type FieldPath, type Package } from '../../core/model/package';
import { readDoc, readField } from '../../core/model/read-doc';
import { schema, type HeadAttrs } from '../../core/model/schema';
import type { DocxComment, DocxDocument } from '../read/document';
import { Numbering } from '../read/numbering';
import { Parts } from '../read/parts';
import { StyleSheet } from '../read/style-sheet';
import type { RevisionChoice } from '../read/tally';
import { childOf, childrenOf, descendantsOf, elementsOf, valueOf, type XmlElement } from '../read/xml-tree';
import { BLOCK_STYLES, FIELD_STYLES, HEADING_STYLES, MADE_STYLES, OWN_TAG, RUN_IN_STYLES } from '../own-names';
import { authorOf } from '../write/author-name';
import type { OwnDetail } from '../write/own-item';
import { type OwnDetails, readOwnDetails } from './own-details';
import { type InlineJson, ownInline, type OwnParagraph, type OwnReading } from './own-inline';

export interface OwnFile {
  readonly pkg: Package;
  /** Kind of the edition that was exported. */
  readonly edition: EditionKind;
  /** Stretches that the edition left out of the file. */
  readonly leftOut: number;
}

type Role =
  | { readonly kind: 'field'; readonly path: FieldPath }
  | { readonly kind: 'heading' | 'run-in'; readonly level: number }
  | { readonly kind: 'label' | 'signature' | 'body' | 'between' }
  | Apart;

/** What is no text of an article. */
interface Apart {
  readonly kind: 'annex-title' | 'annex' | 'made';
}

const isApart = (role: Role): role is Apart => role.kind === 'made' || role.kind === 'annex' || role.kind === 'annex-title';

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...FIELD_PATHS.map((path): [string, Role] => [FIELD_STYLES[path].name, { kind: 'field', path }]),
  ...HEADING_STYLES.map(({ name }, level): [string, Role] => [name, { kind: 'heading', level }]),
  ...RUN_IN_STYLES.map(({ name }, level): [string, Role] => [name, { kind: 'run-in', level }]),
  [BLOCK_STYLES.label.name, { kind: 'label' }], [BLOCK_STYLES.signature.name, { kind: 'signature' }], [BLOCK_STYLES.between.name, { kind: 'between' }],
  ...Object.entries(MADE_STYLES).map(([key, { name }]): [string, Role] => [name, { kind: key === 'annexTitle' ? 'annex-title' : key === 'annexEntry' ? 'annex' : 'made' }]),
].map(([name, role]) => [(name as string).toLowerCase(), role as Role]));

/**
 * The package of a file of ours; null: the file is another's. Comments and notes are those that the reader of Word files found.
 * @throws DocxError where the file cannot be read.
 */
export function readOwn(bytes: Uint8Array, { comments, notes }: Pick<DocxDocument, 'comments' | 'notes'>, revisions: RevisionChoice): OwnFile | null {
  const parts = new Parts(bytes);
  const own = readOwnDetails(parts);
  if (own === null) return null;
  const name = parts.documentName();
  const root = parts.tree(name);
  const beside = (type: string): XmlElement | undefined => {
    const found = [...parts.relations(name).values()].find((relation) => relation.type === type && !relation.external);
    return found === undefined ? undefined : parts.optional(found.target);
  };
  const styles = new StyleSheet(beside('styles'), beside('theme'));
  const threads = threadsOf(comments, own);
  const body = childOf(root, 'w:body') ?? root;
  const reading: OwnReading = { own, styles, revisions, threads: threads.byComment, open: new Set(), footnotes: new Map(notes.map(({ id, kind, text }) => [`${kind} ${id}`, text])), hasTags: descendantsOf(body, 'w:tag').some((tag) => tag.attributes.get('w:val')?.startsWith(OWN_TAG) === true), annex: annexOf(body, styles) };
  const articles = new Articles(reading, new Numbering(beside('numbering')));
  articles.blocks(body);
  const made = articles.end();
  const used = new Map<string, string>();
  for (const { id, fields, doc } of made) for (const node of [...Object.values(fields), doc]) node?.descendants((one) => one.marks.forEach(({ type, attrs }) => type.name === 'comment' && used.set(String(attrs.id), id)));
  return {
    edition: own.kind, leftOut: own.leftOut,
    pkg: {
      id: own.id, name: own.name, stage: own.stage, meeting: own.meeting, articles: made, editions: [], versions: [], assets: new Map(), ignored: [],
      comments: threads.list.flatMap((thread) => (used.has(thread.id) ? [{ ...thread, article: used.get(thread.id)! }] : [])),
    },
  };
}

/** Comments as threads: an answer is an entry of what it answers. */
function threadsOf(comments: readonly DocxComment[], own: OwnDetails): { readonly byComment: ReadonlyMap<string, string>; readonly list: readonly CommentThread[] } {
  const details = [...own.details.values()].flatMap((detail) => (detail.kind === 'comment' ? [detail] : []));
  const roots = comments.filter(({ answers }) => answers === null || !comments.some(({ id }) => id === answers));
  const known = detailsOf(roots, details);
  const byComment = new Map<string, string>();
  const list: CommentThread[] = [];
  for (const comment of roots) {
    const detail = known.get(comment.id);
    const taken = new Set(details.map(({ id }) => id));
    let id = detail?.id ?? `w${comment.id}`;
    while (detail === undefined && taken.has(id)) id = `${id}w`;
    byComment.set(comment.id, id);
    const all = [comment, ...answersOf(comment.id, comments)];
    list.push({
      id, article: '', done: comment.done, ...(detail?.quote === undefined ? {} : { quote: detail.quote }),
      entries: all.map(({ author, date, text }, index) => {
        const at = detail?.at[index];
        // Word knows seconds; where the second is the same, the exact moment is.
        return { by: author === '未署名' ? '' : author, at: at !== undefined && sameSecond(at, date) ? at : date, text };
      }),
    });
  }
  return { byComment, list };
}

/** Which comment is which thread of ours: programs number comments anew, so who said what, when, tells before the number does. */
function detailsOf(roots: readonly DocxComment[], details: readonly CommentDetail[]): ReadonlyMap<string, CommentDetail> {
  const found = new Map<string, CommentDetail>();
  const left = new Set(details);
  const pass = (isSame: (detail: CommentDetail, comment: DocxComment) => boolean): void => {
    for (const comment of roots) {
      if (found.has(comment.id)) continue;
      const fits = [...left].filter((detail) => isSame(detail, comment));
      const detail = fits.find(({ first }) => String(first) === comment.id) ?? fits[0];
      if (detail === undefined) continue;
      found.set(comment.id, detail);
      left.delete(detail);
    }
  };
  const isWhen = ({ at }: CommentDetail, { date }: DocxComment): boolean => at[0] === undefined || sameSecond(at[0], date);
  pass((detail, comment) => detail.text === comment.text && authorOf(detail.by) === comment.author && isWhen(detail, comment));
  // His words were changed in Word; or a file of before, which does not say them.
  pass((detail, comment) => String(detail.first) === comment.id && isWhen(detail, comment));
  return found;
}

type CommentDetail = Extract<OwnDetail, { readonly kind: 'comment' }>;

function answersOf(id: string, comments: readonly DocxComment[]): DocxComment[] {
  return comments.flatMap((one) => (one.answers === id ? [one, ...answersOf(one.id, comments)] : []));
}

const sameSecond = (exact: string, second: string): boolean => (exact.length === 10 ? `${exact}T00:00:00` : exact.slice(0, 19)) === second.slice(0, 19) || second === '';

/** Entries of the annex by number: `1.term：text`. */
function annexOf(body: XmlElement, styles: StyleSheet): ReadonlyMap<number, { readonly term: string; readonly text: string }> {
  const entries = new Map<number, { readonly term: string; readonly text: string }>();
  for (const paragraph of childrenOf(body, 'w:p')) {
    if (ROLES.get(styles.styleOf(childOf(paragraph, 'w:pPr')).name.toLowerCase())?.kind !== 'annex') continue;
    const text = plainText(paragraph);
    const match = /^(\d+)\.([^：]*(?:“[^”]*”[^：]*)?)：([\s\S]*)$/.exec(text);
    if (match !== null) entries.set(Number(match[1]), { term: match[2]!, text: match[3]! });
  }
  return entries;
}

/** Text of runs, a break as a line's end. */
function plainText(element: XmlElement): string {
  return elementsOf(element).map((child) => (child.name === 'w:t' ? child.children.filter((one) => typeof one === 'string').join('') : child.name === 'w:br' ? '\n' : child.name === 'w:tab' ? '\t' : child.name === 'w:del' ? '' : plainText(child))).join('');
}

interface Growing {
  readonly id: string;
  readonly kind: ArticleKind;
  label: string | null;
  readonly fields: Map<FieldPath, FieldDoc>;
  readonly blocks: unknown[];
  readonly counts: number[];
}

class Articles {
  private readonly made: Growing[] = [];
  private inAnnex = false;

  constructor(private readonly reading: OwnReading, private readonly numbering: Numbering) {}

  blocks(parent: XmlElement): void {
    for (const child of elementsOf(parent)) {
      if (child.name === 'w:p') this.paragraph(child);
      else if (child.name === 'w:tbl') this.table(child);
      else if (child.name === 'w:sdt') this.blocks(childOf(child, 'w:sdtContent') ?? child);
      else if (child.name === 'w:customXml') this.blocks(child);
    }
  }

  end(): Article[] {
    return this.made.map(({ id, kind, label, fields, blocks }) => {
      const doc = readDoc({ type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks })?.doc ?? schema.node('doc', null, schema.node('paragraph'));
      return { id, kind, label, fields: Object.fromEntries(FIELD_PATHS.map((path) => [path, fields.get(path) ?? null])) as Article['fields'], doc };
    });
  }

  private paragraph(element: XmlElement): void {
    const { reading } = this;
    const properties = childOf(element, 'w:pPr');
    const style = reading.styles.styleOf(properties);
    const role: Role = ROLES.get(style.name.toLowerCase()) ?? { kind: 'body' };
    if (isApart(role)) {
      this.inAnnex ||= role.kind !== 'made';
      return;
    }
    const read = ownInline(element, reading);
    // Programs put empty paragraphs around sections: before the text and behind it they are nobody's.
    if (this.made.length === 0 && read.inline.length === 0 && read.details.length === 0) return;
    const article = this.articleOf(read, role.kind === 'field' && role.path === 'deck.main');
    // A paragraph that a tracked change takes away, or brings, whole; the last of a text keeps its mark.
    if (read.inline.length === 0 && (this.goes(childOf(properties, 'w:rPr')) || this.goes(element))) return;
    this.block(element, role, read, article);
    for (const box of read.boxes) this.blocks(box);
  }

  /** Whether something in this element, the properties of a paragraph's mark, of a row, is not there as the choice of revisions has it. */
  private goes(element: XmlElement | undefined): boolean {
    return element !== undefined && childOf(element, this.reading.revisions === 'accepted' ? 'w:del' : 'w:ins') !== undefined;
  }

  private block(element: XmlElement, role: Exclude<Role, Apart>, read: OwnParagraph, article: Growing): void {
    const { reading } = this;
    const properties = childOf(element, 'w:pPr');
    const style = reading.styles.styleOf(properties);
    if (this.inAnnex && role.kind === 'body' && read.inline.length === 0) return;
    const inline = { content: read.inline.length === 0 ? undefined : read.inline };
    switch (role.kind) {
      case 'field': {
        const field = readField({ type: 'doc', content: [{ type: 'paragraph', ...inline }] })?.doc ?? null;
        article.fields.set(role.path, field === null || reading.hasTags ? field : this.bound(role.path, field));
        return;
      }
      case 'label': article.label = read.inline.map(({ text }) => text ?? '').join(''); return;
      case 'between': if (read.inline.length > 0) article.blocks.push({ type: 'paragraph', ...inline }); return;
      case 'heading': {
        const { head, content } = this.headed(role.level, article, properties, style.id, read);
        article.blocks.push({ type: 'heading', attrs: { ...head, adjust: this.adjust(properties, read) }, content });
        return;
      }
      case 'run-in': {
        const { head, content } = this.headed(role.level, article, properties, style.id, read);
        article.blocks.push({ type: 'paragraph', attrs: { align: alignOf(properties), head, adjust: this.adjust(properties, read) }, content });
        return;
      }
      case 'signature': case 'body': {
        // A number that Word made for a plain paragraph is its text.
        const use = reading.styles.paragraphLook(properties).numbering;
        const label = use === null ? null : this.numbering.next(use, style.id);
        const content = label === null || label.bullet ? read.inline : [{ type: 'text', text: label.text, marks: [] }, ...read.inline];
        article.blocks.push({ type: 'paragraph', attrs: { align: role.kind === 'signature' ? 'right' : alignOf(properties), head: null, adjust: this.adjust(properties, read) }, ...(content.length === 0 ? {} : { content }) });
        return;
      }
    }
  }

  /** The article that a paragraph is of: a new one begins at its bookmark, and where that is lost at a title. */
  private articleOf(read: Pick<OwnParagraph, 'details'>, isTitle = false): Growing {
    const before = this.made.length;
    for (const detail of read.details) if (detail.kind === 'article') this.begin(detail.id, detail.article);
    // A title typed anew takes its bookmark away: a second one in the same article is the next article's.
    const isNext = isTitle && before === this.made.length && this.made.at(-1)?.fields.has('deck.main') === true && this.made.at(-1)!.blocks.length > 0;
    if (this.made.length === 0 || isNext) {
      const next = [...this.reading.own.details.values()].find((detail) => detail.kind === 'article' && !this.made.some(({ id }) => id === detail.id));
      if (next?.kind === 'article') this.begin(next.id, next.article);
      else if (this.made.length === 0) this.begin('a1', 'report');
    }
    return this.made.at(-1)!;
  }

  private begin(id: string, kind: ArticleKind): void {
    // A title copied in Word takes its bookmark along only once; an id stands for one article all the same.
    if (!this.made.some((one) => one.id === id)) this.made.push({ id, kind, label: null, fields: new Map(), blocks: [], counts: [0, 0, 0, 0, 0, 0] });
  }

  /** Words of a field that are the record's again, where no control says so any more. */
  private bound(path: FieldPath, field: Node): Node {
    const only = field.firstChild?.childCount === 1 ? field.firstChild.firstChild : null;
    if (only?.isText !== true || only.marks.length > 0) return field;
    return schema.node('doc', null, schema.node('paragraph', null, boundContent(path, only.text!, this.reading.own.meeting)));
  }

  /** The head of a paragraph, and its words without a number that somebody typed in the list's place (WPS: 编号转为文本). */
  private headed(level: number, article: Growing, properties: XmlElement | undefined, style: string, read: OwnParagraph): { readonly head: HeadAttrs; readonly content: readonly InlineJson[] | undefined } {
    const use = this.reading.styles.paragraphLook(properties).numbering ?? this.numbering.listOfStyle(style);
    const isListed = level >= 1 && level <= 4 && use !== null && use.numId !== '0';
    const first = read.inline[0];
    const typed = isListed || first?.type !== 'text' ? null : readLabel(first.text ?? '');
    const isAuthors = read.details.some((one) => one.kind === 'block' && one.attrs['numbered'] === false);
    const own = typed !== null && typed.level === level && !isAuthors ? typed : null;
    const number = isListed ? (this.numbering.next(use, style)?.text ?? null) : (own?.canonical ?? null);
    const rest = own === null ? read.inline : [{ ...first!, text: first!.text!.slice(own.length) }, ...read.inline.slice(1)].filter(({ type, text }) => type !== 'text' || text !== '');
    return { head: this.head(level, article, read, number), content: rest.length === 0 ? undefined : rest };
  }

  private head(level: number, article: Growing, read: OwnParagraph, number: string | null): HeadAttrs {
    const { counts } = article;
    for (let deeper = level + 1; deeper <= 4; deeper++) counts[deeper] = 0;
    const detail = read.details.find((one) => one.kind === 'block');
    const told = (detail?.kind === 'block' ? detail.attrs : {}) as Partial<HeadAttrs>;
    if (number === null) return { level, numbered: told.numbered ?? false, start: told.start ?? null, form: told.form ?? null };
    const bare = bareNumber(number);
    const value = /^\d+$/.test(bare) ? Number(bare) : fromHan(bare);
    const expected = counts[level]! + 1;
    counts[level] = value ?? expected;
    const start = value === null || value === expected ? null : value;
    return { level, numbered: true, start: told.start === value && told.start !== undefined ? value : start, form: /^第.+，$/.test(number) ? 'di' : null };
  }

  private adjust(properties: XmlElement | undefined, read: OwnParagraph): Readonly<Record<string, unknown>> | null {
    const detail = read.details.find((one) => one.kind === 'block');
    const told = detail?.kind === 'block' ? (detail.attrs['adjust'] as Readonly<Record<string, { readonly breakBefore?: boolean }>> | undefined) : undefined;
    const breaks = childOf(properties, 'w:pageBreakBefore') !== undefined;
    const { edition } = this.reading.own;
    if (breaks === (told?.[edition]?.breakBefore === true)) return told ?? null;
    // Set or taken away in Word.
    const { breakBefore: _gone, ...rest } = told?.[edition] ?? {};
    return { ...told, [edition]: breaks ? { ...rest, breakBefore: true } : rest };
  }

  private table(element: XmlElement): void {
    const boxes: XmlElement[] = [];
    const rows = childrenOf(element, 'w:tr').filter((row) => !this.goes(childOf(row, 'w:trPr'))).map((row) => ({
      type: 'table_row',
      content: childrenOf(row, 'w:tc').map((cell) => {
        const paragraphs = childrenOf(cell, 'w:p');
        const read = paragraphs.map((paragraph) => ownInline(paragraph, this.reading));
        for (const one of read) {
          this.articleOf(one);
          boxes.push(...one.boxes);
        }
        const inline: InlineJson[] = read.flatMap((one, index) => (index === 0 ? one.inline : [{ type: 'hard_break', marks: [] }, ...one.inline]));
        return { type: 'table_cell', content: [{ type: 'paragraph', attrs: { align: alignOf(childOf(paragraphs[0], 'w:pPr')), head: null, adjust: null }, ...(inline.length === 0 ? {} : { content: inline }) }] };
      }),
    })).filter(({ content }) => content.length > 0);
    if (rows.length > 0) this.articleOf({ details: [] }).blocks.push({ type: 'table', content: rows });
    for (const box of boxes) this.blocks(box);
  }
}

/** A paragraph's own alignment, where it was set at the paragraph and not by its style. */
function alignOf(properties: XmlElement | undefined): 'left' | 'center' | 'right' | null {
  switch (valueOf(properties, 'w:jc')) {
    case 'center': return 'center';
    case 'right': case 'end': return 'right';
    case 'left': case 'start': return 'left';
    default: return null;
  }
}

