// Package and edition → a .docx that a Word or WPS user goes on with. XML by a small
// builder of our own (xml.ts): what this needs said (eastAsia hints, content controls
// that come back, lists that restart as ours do, tracked marks, order of elements) the
// libraries do not say (docs/RESEARCH.md). In: the package, an edition on sheets, and
// what its setting knows (layout.ts). Out: bytes, the same for the same input: no
// clock, no random ids. A newspaper edition is written as its texts on the sheet of
// the house: columns are the newspaper's business.
import { strToU8 } from 'fflate';
import type { Node } from 'prosemirror-model';
import { StyleSheet } from '../../core/flow/style-sheet';
import { collectNotes } from '../../core/flow/flow-article';
import { isPrinted } from '../../core/model/conserved-text';
import { fieldText } from '../../core/model/field-text';
import { renderField } from '../../core/model/fields';
import type { FontRole } from '../../core/font';
import type { SheetMaster } from '../../core/model/master';
import { REDLINE_EDITION, type Article, type Edition, type Package } from '../../core/model/package';
import { writeArchive } from '../../core/model/zip-archive';
import { OWN_NAMESPACE } from '../own-names';
import { articleBody, type BodyWriting } from './article-body';
import { Comments } from './comments';
import { appProperties, coreProperties, settings } from './document-settings';
import { faceNames, fontTable } from './face-names';
import { annexBlocks, contentsBlocks, coverBlocks } from './front-matter';
import type { DocxLayout } from './layout';
import { Lists } from './lists';
import { OwnItem } from './own-item';
import { draftHeader, emptyFooter, footer, type FooterName, geometryOf, sectionProperties, type SectionWish } from './sections';
import { Styles } from './styles';
import { element, xmlPart } from './xml';

export interface DocxJob {
  readonly pkg: Package;
  /** On sheets: a newspaper's articles come in an edition of the house's sheet. */
  readonly edition: Edition & { readonly master: SheetMaster };
  readonly layout: DocxLayout;
  /** Names of the user's own faces, by role. */
  readonly faces: Readonly<Partial<Record<FontRole, string>>>;
  /** ISO day of the properties, or null. */
  readonly date: string | null;
}

const W = { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' };
const R = { 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' };
/** The newer words, which older programs may pass over. */
const NEWER = {
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006', 'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml', 'mc:Ignorable': 'w14 w15',
};
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

interface Part {
  readonly path: string;
  readonly type: string;
  readonly relation: string;
  readonly xml: string;
}

/** Writes the file. @throws RangeError where the edition names an article that the package lacks. */
export function writeDocx({ pkg, edition, layout, faces: own, date }: DocxJob): Uint8Array {
  const articles = edition.articles.map((id) => articleOf(pkg, id));
  const faces = faceNames(own);
  const sheet = new StyleSheet(edition.look);
  const geometry = geometryOf(edition.master, sheet.paragraph('body').text.size);
  const type = { faces, body: { size: sheet.paragraph('body').text.size, tracking: geometry.tracking } };
  const styles = new Styles(sheet, type, geometry.line);
  const details = new OwnItem();
  const notes = edition.booklet?.annex === true ? collectNotes(articles, edition.kind) : [];
  let lastId = 0;
  const writing: BodyWriting = {
    pkg, edition: edition.kind, of: edition, redline: edition.id === REDLINE_EDITION, styles, own: details, comments: new Comments(pkg.comments, articles, edition.kind, details), lists: new Lists(), layout, width: geometry.width,
    notes: edition.booklet?.annex === true ? new Map(notes.map(({ term }, index) => [term, index + 1])) : null,
    nextId: () => ++lastId,
  };

  // Sections in order; the cover and the contents have no page numbers, each text begins on a right-hand page.
  const recto = edition.master.folio.place !== 'none' && edition.booklet !== null;
  const sections: { readonly blocks: readonly string[]; readonly wish: SectionWish }[] = [];
  const front: SectionWish = { type: 'nextPage', start: null, numbered: false };
  if (edition.booklet?.cover === true && layout.cover.length > 0) sections.push({ blocks: coverBlocks(layout.cover, styles), wish: front });
  if (edition.booklet?.contents === true && layout.contents.length > 0) sections.push({ blocks: contentsBlocks(layout.contents, geometry), wish: front });
  articles.forEach((article, index) => {
    // Page 1 behind an even number of pages is a right-hand page as it is; LibreOffice breaks paragraphs in two where a long section must begin on one.
    const isRight = index === 0 && layout.front % 2 === 0;
    sections.push({ blocks: articleBody(article, writing), wish: { type: recto && !isRight ? 'oddPage' : 'nextPage', start: index === 0 ? 1 : null, numbered: true } });
  });
  if (notes.length > 0) sections.push({ blocks: annexBlocks(notes), wish: { type: recto ? 'oddPage' : 'nextPage', start: null, numbered: true } });

  const furniture: Readonly<Record<FooterName, string>> = {
    footerOdd: footer(geometry, 'odd', { ...W, ...R }), footerEven: footer(geometry, 'even', { ...W, ...R }), footerNone: emptyFooter({ ...W, ...R }),
    headerDraft: draftHeader([pkg.stage, edition.printedAt?.replace('T', ' ') ?? null].filter((said) => said !== null).join('　'), geometry.width, { ...W, ...R }),
  };
  const names: readonly FooterName[] = edition.master.draft === undefined ? ['footerOdd', 'footerEven', 'footerNone'] : ['footerOdd', 'footerEven', 'footerNone', 'headerDraft'];
  const body = sections.map(({ blocks, wish }, index) => {
    const properties = sectionProperties(geometry, wish, (name) => name);
    // The last section's properties stand in the body, every other's in its last paragraph.
    return index === sections.length - 1 ? blocks.join('') + properties : withSection(blocks, properties);
  }).join('');

  const parts: Part[] = [
    { path: 'styles.xml', type: `${TYPES}.styles+xml`, relation: `${RELATIONS}/styles`, xml: styles.xml(W) },
    { path: 'settings.xml', type: `${TYPES}.settings+xml`, relation: `${RELATIONS}/settings`, xml: settings({ mirrored: edition.master.draft === undefined, squeezed: edition.look.punctuation !== 'plain' }, W) },
    { path: 'fontTable.xml', type: `${TYPES}.fontTable+xml`, relation: `${RELATIONS}/fontTable`, xml: fontTable(faces, W) },
    { path: 'numbering.xml', type: `${TYPES}.numbering+xml`, relation: `${RELATIONS}/numbering`, xml: writing.lists.numbering([1, 2, 3, 4].map((level) => sheet.paragraph(`heading${level as 1 | 2 | 3 | 4}`)), [1, 2, 3, 4].map((level) => styles.label(level)), type, W) },
    ...names.map((name): Part => {
      const kind = name.startsWith('header') ? 'header' : 'footer';
      return { path: `${name}.xml`, type: `${TYPES}.${kind}+xml`, relation: `${RELATIONS}/${kind}`, xml: furniture[name] };
    }),
    ...[...writing.comments.parts({ ...W, ...NEWER })].map(([name, xml]): Part => ({
      path: `${name}.xml`, xml, type: `${TYPES}.${name}+xml`,
      relation: name === 'comments' ? `${RELATIONS}/comments` : `http://schemas.microsoft.com/office/2011/relationships/${name}`,
    })),
  ];
  const item = details.xml({ id: pkg.id, name: pkg.name, stage: pkg.stage, edition: edition.id, kind: edition.kind, leftOut: stretchesLeftOut(articles, edition.kind), meeting: pkg.meeting });
  const files = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(parts)],
    ['_rels/.rels', relationships([
      ['rId1', `${RELATIONS}/officeDocument`, 'word/document.xml'], ['rId2', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
      ['rId3', `${RELATIONS}/extended-properties`, 'docProps/app.xml'],
    ])],
    ['docProps/core.xml', coreProperties(titleOf(articles[0], pkg), renderField('organisation.short', 'plain', pkg.meeting) ?? '', date)],
    ['docProps/app.xml', appProperties(pkg.meeting.organisation.full ?? '')],
    ['word/document.xml', element('w:document', { ...W, ...R, ...NEWER }, element('w:body', {}, body))],
    ['word/_rels/document.xml.rels', relationships([
      // Headers and footers are named by their files, the others need no name of meaning.
      ...parts.map(({ path, relation }, index): [string, string, string] => [names.find((name) => `${name}.xml` === path) ?? `rId${index + 1}`, relation, path]),
      ['rIdOwn', `${RELATIONS}/customXml`, '../customXml/item1.xml'],
    ])],
    ['customXml/item1.xml', item],
    ['customXml/_rels/item1.xml.rels', relationships([['rId1', `${RELATIONS}/customXmlProps`, 'itemProps1.xml']])],
    ['customXml/itemProps1.xml', element('ds:datastoreItem', { 'ds:itemID': '{B4A71C00-58D2-4E6B-9C11-0042414E5849}', 'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml' },
      element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': OWN_NAMESPACE })))],
    ...parts.map(({ path, xml }): [string, string] => [`word/${path}`, xml]),
  ]);
  return writeArchive(new Map([...files].map(([name, xml]) => [name, strToU8(xmlPart(xml))])));
}

/** The blocks of a section that is not the last: its properties stand in its last paragraph. */
function withSection(blocks: readonly string[], properties: string): string {
  const last = blocks.at(-1)!;
  // A comment's or a cell's paragraph cannot be the last block: articleBody ends with a paragraph of the text.
  const at = last.indexOf('</w:pPr>');
  const own = last.startsWith('<w:p>') && last.startsWith('<w:pPr>', 5) && at > 0;
  if (!own) return `${blocks.join('')}<w:p><w:pPr>${properties}</w:pPr></w:p>`;
  return `${blocks.slice(0, -1).join('')}${last.slice(0, at)}${properties}${last.slice(at)}`;
}

function articleOf(pkg: Package, id: string): Article {
  const found = pkg.articles.find((article) => article.id === id);
  if (found === undefined) throw new RangeError(`edition names the article ${id}, which the package lacks`);
  return found;
}

/** Stretches of the articles that an edition leaves out: neighbours are one. */
function stretchesLeftOut(articles: readonly Article[], edition: Edition['kind']): number {
  const isLeft = (node: Node | null): boolean => node?.isInline === true && !isPrinted(node.marks.filter(({ type }) => type.name !== 'deleted'), edition);
  let count = 0;
  for (const { fields, doc } of articles) {
    for (const root of [...Object.values(fields), doc]) root?.descendants((node, _at, parent, index) => void (count += isLeft(node) && !(index > 0 && isLeft(parent?.child(index - 1) ?? null)) ? 1 : 0));
  }
  return count;
}

function titleOf(article: Article | undefined, pkg: Package): string {
  const main = fieldText(article?.fields['deck.main'], pkg.meeting);
  return main === '' ? pkg.name : main;
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  return element('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' }, ...list.map(([id, type, target]) => element('Relationship', { Id: id, Type: type, Target: target })));
}

function contentTypes(parts: readonly Part[]): string {
  const override = (path: string, type: string): string => element('Override', { PartName: path, ContentType: type });
  return element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }), element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/word/document.xml', `${TYPES}.document.main+xml`), ...parts.map(({ path, type }) => override(`/word/${path}`, type)),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'), override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    override('/customXml/itemProps1.xml', 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'));
}
