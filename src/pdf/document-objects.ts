// What a PDF has beside its pages: outline, page labels, links, metadata. Each
// function writes its objects and returns what the catalog or a page must name.
import type { DisplayList, OutlineEntry } from '../core/display/list';
import { textString, type PdfDictionary, type PdfFile, type PdfRef } from './embed';
import type { PlacedLink } from './page-content';

/** One outline item on its way into the file. */
interface OutlineNode {
  readonly entry: OutlineEntry | null;
  readonly ref: PdfRef;
  readonly children: OutlineNode[];
}

/** A place to jump to: the page's left edge, `y` pt from its top, the zoom as it is. */
function destination(list: DisplayList, pages: readonly PdfRef[], page: number, y: number): unknown[] {
  const ref = pages[page - 1];
  const target = list.pages[page - 1];
  if (ref === undefined || target === undefined) throw new RangeError(`a destination on page ${page} of ${pages.length}`);
  return [ref, 'XYZ', null, Math.round((target.size.height - y) * 1000) / 1000, null];
}

/** The outline's root; null where the list has none. The top level is open, deeper ones are folded. */
export function writeOutline(file: PdfFile, list: DisplayList, pages: readonly PdfRef[]): PdfRef | null {
  if (list.outline.length === 0) return null;
  const root: OutlineNode = { entry: null, ref: file.ref({ Type: 'Outlines' }), children: [] };
  const path: OutlineNode[] = [root];
  for (const entry of list.outline) {
    // A level may be left out (1, then 3): a child hangs on the nearest lesser level.
    while (path.length > 1 && (path.at(-1)?.entry?.level ?? 0) >= entry.level) path.pop();
    const parent = path.at(-1) ?? root;
    const node: OutlineNode = { entry, ref: file.ref({ Title: textString(entry.title), Parent: parent.ref }), children: [] };
    node.ref.data.Dest = destination(list, pages, entry.page, entry.y);
    parent.children.push(node);
    path.push(node);
  }
  linkOutline(root, 0);
  return root.ref;
}

/** Links a node to its children, writes it, and returns how many lines it and its open descendants take. */
function linkOutline(node: OutlineNode, depth: number): number {
  const { children, ref } = node;
  let shown = 0;
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as OutlineNode;
    if (i > 0) child.ref.data.Prev = children[i - 1]?.ref;
    if (i + 1 < children.length) child.ref.data.Next = children[i + 1]?.ref;
    shown += linkOutline(child, depth + 1);
  }
  const open = depth < 2;
  if (children.length > 0) {
    ref.data.First = children[0]?.ref;
    ref.data.Last = children.at(-1)?.ref;
    // ISO 32000-1, 12.3.3: what would be shown below, negative while folded.
    ref.data.Count = open ? shown : -shown;
  }
  ref.end();
  return 1 + (open ? shown : 0);
}

/** The catalog's PageLabels: the numbers as printed, a run of counting decimals as one range. */
export function pageLabels(list: DisplayList): PdfDictionary {
  const nums: unknown[] = [];
  let next: string | null = null;
  list.pages.forEach((page, index) => {
    const decimal = /^[1-9]\d{0,8}$/.test(page.label);
    if (!decimal) nums.push(index, page.label === '' ? {} : { P: textString(page.label) });
    else if (page.label !== next) nums.push(index, { S: 'D', St: Number(page.label) });
    next = decimal ? String(Number(page.label) + 1) : null;
  });
  return { Nums: nums };
}

/** The Annots entry of a page; undefined for none. */
export function linkAnnotations(list: DisplayList, pages: readonly PdfRef[], links: readonly PlacedLink[]): unknown[] | undefined {
  if (links.length === 0) return undefined;
  return links.map((link) => ({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [link.left / 1000, link.bottom / 1000, link.right / 1000, link.top / 1000],
    Border: [0, 0, 0],
    F: 4, // printed as it stands: nothing is drawn
    Dest: destination(list, pages, link.page, link.y),
  }));
}

export const PRODUCER = 'Banxin';

/** Title, author, date and producer: the information dictionary, and the same as XMP. */
export function writeMetadata(file: PdfFile, list: DisplayList, date: Date | null): void {
  const info: Record<string, string | Date> = { Producer: PRODUCER };
  if (list.title !== '') info.Title = list.title;
  if (list.author !== '') info.Author = list.author;
  if (date !== null) info.CreationDate = info.ModDate = date;
  file.info(info);

  const alt = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const iso = date === null ? null : `${date.toISOString().slice(0, 19)}Z`;
  const xmp =
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n' +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"' +
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/">\n' +
    (list.title === '' ? '' : `<dc:title>${alt(list.title)}</dc:title>\n`) +
    (list.author === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${escapeXml(list.author)}</rdf:li></rdf:Seq></dc:creator>\n`) +
    `<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\n<pdf:Producer>${PRODUCER}</pdf:Producer>\n` +
    (iso === null ? '' : `<xmp:CreateDate>${iso}</xmp:CreateDate>\n<xmp:ModifyDate>${iso}</xmp:ModifyDate>\n`) +
    '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>';
  // Not compressed: archives search for it without reading the PDF.
  file.catalog({ Metadata: file.rawStream(Buffer.from(xmp, 'utf8'), { Type: 'Metadata', Subtype: 'XML' }) });
}

/** Text for XMP: markup escaped, and the control characters that XML 1.0 forbids left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
