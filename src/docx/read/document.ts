// The door of the Word reader: bytes of a .docx → its document as plain records:
// paragraphs in order, notes, comments, sections, pictures, and the tally of what
// was found and what was left out. Steps: parts, styles and numbering, the main
// story, the stories beside it (notes, comments, headers, footers). Nothing here
// decides what a heading is; evidence.ts and the recogniser do.
import { childOf, childrenOf, descendantsOf, elementsOf, textOf, valueOf, type XmlElement } from './xml-tree';
import { chunkText } from './chunk-text';
import { diagramTexts } from './drawing';
import { Numbering } from './numbering';
import type { DocxParagraph } from './paragraph';
import { Parts, type Relation } from './parts';
import { Story, type StoryShared } from './story';
import { StyleSheet } from './style-sheet';
import { Tally, type RevisionChoice } from './tally';

export interface DocxComment {
  readonly id: string;
  readonly author: string;
  /** As in the file (ISO 8601), or ''. */
  readonly date: string;
  readonly text: string;
  /** Id of the comment that it answers, or null. */
  readonly answers: string | null;
  readonly done: boolean;
}

export interface DocxNote {
  readonly id: string;
  readonly kind: 'footnote' | 'endnote';
  readonly text: string;
}

/** A header or footer with its text and the page field in it. */
export interface DocxFurniture {
  readonly kind: 'header' | 'footer';
  /** default (odd), even, first. */
  readonly of: string;
  readonly section: number;
  readonly paragraphs: readonly DocxParagraph[];
  /** Those of them that take room on the page: not in a frame, not in a text box. */
  readonly flowing: readonly DocxParagraph[];
  /** Index of the paragraph with a PAGE field, or null. */
  readonly pageField: number | null;
  /** Where the page number stands: outside, center, left, right. */
  readonly place: string;
}

export interface DocxDocument {
  readonly paragraphs: readonly DocxParagraph[];
  readonly notes: readonly DocxNote[];
  readonly comments: readonly DocxComment[];
  readonly furniture: readonly DocxFurniture[];
  /** w:sectPr of each section, in order. */
  readonly sections: readonly XmlElement[];
  readonly settings: XmlElement | undefined;
  readonly styles: StyleSheet;
  /** Pictures by their name in a package. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly tally: Tally;
  readonly revisions: RevisionChoice;
  /** Parts that are named and not there. */
  readonly missing: readonly string[];
}

/**
 * Reads a .docx (or .docm, .dotx: the same format).
 * @throws DocxError
 */
export function readDocx(bytes: Uint8Array, revisions: RevisionChoice = 'accepted'): DocxDocument {
  const parts = new Parts(bytes);
  // A table of contents whose field nothing ends would take the whole text with it.
  return readParts(parts, revisions, false) ?? readParts(parts, revisions, true)!;
}

/** `endsFields`: every field ends with its paragraph. null: a table of contents never ended. */
function readParts(parts: Parts, revisions: RevisionChoice, endsFields: boolean): DocxDocument | null {
  const name = parts.documentName();
  const relations = parts.relations(name);
  const root = parts.tree(name);
  const body = childOf(root, 'w:body') ?? root;
  const beside = (type: string): XmlElement | undefined => {
    const found = [...relations.values()].find((relation) => relation.type === type && !relation.external);
    return found === undefined ? undefined : parts.optional(found.target);
  };
  const tally = new Tally();
  const assets = new Map<string, Uint8Array>();
  const styles = new StyleSheet(beside('styles'), beside('theme'));
  const numbering = new Numbering(beside('numbering'));
  const shared = (of: ReadonlyMap<string, Relation>): StoryShared => ({
    styles, numbering, tally, revisions, endsFields,
    picture: (relation, where, title) => takePicture(parts, of.get(relation), where, title, assets, tally),
    diagram: (relation) => {
      const target = of.get(relation)?.target;
      const data = target === undefined ? undefined : parts.optional(target);
      return data === undefined ? [] : diagramTexts(data);
    },
    chunk: (relation) => {
      const target = of.get(relation)?.target ?? '';
      return chunkText(target, parts.bytes(target));
    },
  });
  const story = new Story(shared(relations), '');
  story.blocks(body);
  story.end();
  if (story.isInContents && !endsFields) return null;
  const noteParts = (['footnote', 'endnote'] as const).flatMap((kind) => {
    const relation = [...relations.values()].find(({ type }) => type === `${kind}s`);
    const tree = relation === undefined ? undefined : parts.optional(relation.target);
    return tree === undefined || relation === undefined ? [] : readNotes(tree, kind, shared(parts.relations(relation.target)));
  });
  const comments = readComments(beside('comments'), beside('commentsExtended'), shared(relations));
  const furniture = readFurniture(parts, relations, story.sections, shared);
  readGlossary(parts, relations, tally);
  for (const { type } of relations.values()) if (type === 'vbaProject') tally.notTaken('宏（不读，不运行）', '', '');
  for (const section of story.sections) if (Number(childOf(section, 'w:cols')?.attributes.get('w:num') ?? 1) > 1) tally.found('分栏', '分栏的节，按先后取入，不分栏');
  const paragraphs = withSectionBreaks(story.paragraphs, story.sections);
  for (const missing of parts.missing) tally.notTaken('缺少或损坏的部分', missing, '');
  return { paragraphs, notes: noteParts, comments, furniture, sections: story.sections, settings: beside('settings'), styles, assets, tally, revisions, missing: parts.missing };
}

function takePicture(parts: Parts, relation: Relation | undefined, where: string, title: string, assets: Map<string, Uint8Array>, tally: Tally): void {
  const file = relation?.target.split('/').at(-1) ?? '';
  const bytes = relation === undefined || relation.external ? undefined : parts.bytes(relation.target);
  if (bytes === undefined) {
    tally.notTaken(relation?.external === true ? '链接的图片（不在文件里）' : '图片（文件里没有它）', where, '');
    return;
  }
  const asset = Parts.assetName(file, bytes);
  if (!assets.has(asset)) assets.set(asset, bytes);
  tally.found('图片', `${title === '' || title === file ? file : `${title}（${file}）`}，${where}，存入文稿包 assets/${asset.slice(0, 12)}…`);
}

function readNotes(tree: XmlElement, kind: DocxNote['kind'], shared: StoryShared): DocxNote[] {
  const notes: DocxNote[] = [];
  for (const element of childrenOf(tree, `w:${kind}`)) {
    const type = element.attributes.get('w:type');
    if (type !== undefined && type !== 'normal') continue;
    const story = new Story(shared, kind === 'footnote' ? '脚注' : '尾注');
    story.blocks(element);
    story.end();
    notes.push({ id: element.attributes.get('w:id') ?? '', kind, text: textOfStory(story.paragraphs) });
  }
  return notes;
}

/** The text of a note or comment as one line; its paragraphs follow each other. */
function textOfStory(paragraphs: readonly DocxParagraph[]): string {
  return paragraphs.map(({ label, text }) => (label?.bullet === false ? label.text : '') + text.trim()).filter((text) => text !== '').join('\n');
}

function readComments(tree: XmlElement | undefined, extended: XmlElement | undefined, shared: StoryShared): DocxComment[] {
  const more = new Map<string, { parent: string | undefined; done: boolean }>();
  for (const element of extended === undefined ? [] : elementsOf(extended)) {
    const id = element.attributes.get('w15:paraId');
    if (id !== undefined) more.set(id, { parent: element.attributes.get('w15:paraIdParent'), done: element.attributes.get('w15:done') === '1' });
  }
  const byParagraph = new Map<string, string>();
  const comments: (DocxComment & { readonly parent: string | undefined })[] = [];
  for (const element of childrenOf(tree, 'w:comment')) {
    const id = element.attributes.get('w:id') ?? '';
    const story = new Story(shared, '批注');
    story.blocks(element);
    story.end();
    const last = childrenOf(element, 'w:p').at(-1)?.attributes.get('w14:paraId');
    const known = last === undefined ? undefined : more.get(last);
    if (last !== undefined) byParagraph.set(last, id);
    comments.push({
      id, author: element.attributes.get('w:author') ?? '', date: element.attributes.get('w:date') ?? '', text: textOfStory(story.paragraphs), answers: null, done: known?.done ?? false, parent: known?.parent,
    });
  }
  return comments.map(({ parent, ...comment }) => ({ ...comment, answers: parent === undefined ? null : byParagraph.get(parent) ?? null }));
}

function readFurniture(parts: Parts, relations: ReadonlyMap<string, Relation>, sections: readonly XmlElement[], shared: (of: ReadonlyMap<string, Relation>) => StoryShared): DocxFurniture[] {
  const found: DocxFurniture[] = [];
  const read = new Map<string, Pick<DocxFurniture, 'paragraphs' | 'flowing' | 'pageField' | 'place'>>();
  const use = (target: string, kind: DocxFurniture['kind'], of: string, section: number): void => {
    let known = read.get(target);
    if (known === undefined) {
      const tree = parts.optional(target);
      if (tree === undefined) return;
      const own = shared(parts.relations(target));
      const story = new Story(own, NAMES[kind]);
      story.blocks(tree);
      story.end();
      const pageField = pageFieldOf(tree, story.paragraphs);
      known = { paragraphs: story.paragraphs, flowing: flowingOf(tree, story.paragraphs), pageField, place: placeOf(tree, story.paragraphs[pageField ?? 0]) };
      read.set(target, known);
      const text = story.paragraphs.map((paragraph) => paragraph.text).filter((line) => line.trim() !== '').join('\n');
      if (text !== '') own.tally.notTaken(NAMES[kind], WHICH[of] ?? '', text);
      if (known.pageField !== null) own.tally.found('页码', `${NAMES[kind]}里的页码域`);
    }
    found.push({ kind, of, section, ...known });
  };
  sections.forEach((section, i) => {
    for (const reference of elementsOf(section)) {
      const kind = reference.name === 'w:headerReference' ? 'header' : reference.name === 'w:footerReference' ? 'footer' : null;
      const target = relations.get(reference.attributes.get('r:id') ?? '')?.target;
      if (kind !== null && target !== undefined) use(target, kind, reference.attributes.get('w:type') ?? 'default', i);
    }
  });
  // Headers that no section shows are in the file all the same.
  for (const { type, target, external } of relations.values()) if ((type === 'header' || type === 'footer') && !external && !read.has(target)) use(target, type, 'unused', -1);
  return found.filter(({ section }) => section >= 0);
}

const NAMES = { header: '页眉', footer: '页脚' } as const;
const WHICH: Readonly<Record<string, string>> = { default: '各页', even: '偶数页', first: '首页', unused: '没有用到' };

/** Paragraphs that push the text away. Where tracked changes have joined some, the frames are not known and all do. */
function flowingOf(tree: XmlElement, paragraphs: readonly DocxParagraph[]): readonly DocxParagraph[] {
  const own = paragraphs.filter(({ boxed }) => !boxed);
  const elements = descendantsOf(tree, 'w:p', new Set(['w:txbxContent', 'w:tbl', 'mc:AlternateContent']));
  return elements.length === own.length ? own.filter((_, i) => childOf(childOf(elements[i], 'w:pPr'), 'w:framePr') === undefined) : own;
}

/** Which paragraph of a footer holds the page number. */
function pageFieldOf(tree: XmlElement, paragraphs: readonly DocxParagraph[]): number | null {
  const holds = (element: XmlElement): boolean =>
    descendantsOf(element, 'w:fldSimple').some((field) => /\bPAGE\b/i.test(field.attributes.get('w:instr') ?? ''))
    || /(?:^|[^A-Z])PAGE(?:[^A-Z]|$)/i.test(descendantsOf(element, 'w:instrText').map(textOf).join('\n'))
    || descendantsOf(element, 'w:pgNum').length > 0;
  if (!holds(tree)) return null;
  const outer = descendantsOf(tree, 'w:p').filter(holds);
  const inner = outer.at(-1);
  const at = inner === undefined ? -1 : paragraphs.findIndex((paragraph) => paragraph.text !== '' && descendantsOf(inner, 'w:t').map(textOf).join('') === paragraph.text);
  return at >= 0 ? at : Math.max(0, paragraphs.findIndex(({ text }) => /\d/.test(text)));
}

/** A page number in a frame or a text box stands where that does; else as its paragraph is aligned. */
function placeOf(tree: XmlElement, paragraph: DocxParagraph | undefined): string {
  const frame = descendantsOf(tree, 'w:framePr').map((one) => one.attributes.get('w:xAlign')).find((align) => align !== undefined);
  const box = descendantsOf(tree, 'wp:positionH').map((one) => childOf(one, 'wp:align')).find((align) => align !== undefined);
  const drawn = descendantsOf(tree, 'v:shape').map((one) => /mso-position-horizontal:\s*(\w+)/.exec(one.attributes.get('style') ?? '')?.[1]).find((align) => align !== undefined);
  return frame ?? (box === undefined ? drawn : textOf(box)) ?? paragraph?.look.align ?? 'left';
}

/** Building blocks lie in a part of their own; their text is nobody's. */
function readGlossary(parts: Parts, relations: ReadonlyMap<string, Relation>, tally: Tally): void {
  for (const { type, target } of relations.values()) {
    if (type !== 'glossaryDocument') continue;
    const tree = parts.optional(target);
    if (tree === undefined) continue;
    const text = descendantsOf(tree, 'w:t').map(textOf).join('');
    if (text !== '') tally.notTaken('构建基块', target, text);
  }
}

/** A section begins on a new page unless it says that it goes on. */
function withSectionBreaks(paragraphs: readonly DocxParagraph[], sections: readonly XmlElement[]): DocxParagraph[] {
  return paragraphs.map((paragraph, i) => {
    const before = paragraphs[i - 1];
    if (before === undefined || before.section === paragraph.section || paragraph.boxed) return paragraph;
    const own = sections[paragraph.section];
    return valueOf(own, 'w:type') === 'continuous' || own === undefined ? paragraph : { ...paragraph, breakBefore: true };
  });
}
