// One XML part → a plain tree, by saxes (strict, well-formed XML only). Names are
// known by their namespace, not by their prefix: a file may call `w:` what it likes,
// and the strict variant of the standard has namespaces of its own. What comes out
// is always `w:p`, `r:id`, `a:blip`…; a name of a namespace that nobody here reads
// keeps its prefix behind a `?`. Nothing is fetched, a DOCTYPE is refused, depth and
// count are limited before a node is made (W61).
import { SaxesParser } from 'saxes';
import { OWN_NAMESPACE } from '../own-names';
import { DocxError, SAVE_AS_DOCX } from './docx-error';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

export interface XmlLimits {
  /** Elements inside each other. */
  readonly depth: number;
  readonly elements: number;
}

/** A long report has 60,000 elements and 25 levels; a table inside a table takes four. */
export const XML_LIMITS: XmlLimits = { depth: 1000, elements: 2_000_000 };

const OFFICE = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';

/** Namespaces that are read, by the prefix that everybody knows them by. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OFFICE}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${OFFICE}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${OFFICE}package/2006/relationships`, 'rel'],
  [`${OFFICE}package/2006/content-types`, 'ct'],
  [`${OFFICE}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${OFFICE}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}drawingml/wordprocessingDrawing`, 'wp'],
  [`${OFFICE}drawingml/2006/picture`, 'pic'],
  [`${STRICT}drawingml/picture`, 'pic'],
  [`${OFFICE}drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}drawingml/diagram`, 'dgm'],
  [`${OFFICE}drawingml/2006/chart`, 'c'],
  [`${STRICT}drawingml/chart`, 'c'],
  [`${OFFICE}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${OFFICE}markup-compatibility/2006`, 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup', 'wpg'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  [OWN_NAMESPACE, 'bx'],
]);

/** The canonical name of a name in a namespace. */
function canonical(uri: string, prefix: string, local: string): string {
  if (uri === '') return local;
  const known = PREFIXES.get(uri);
  return known === undefined ? `?${prefix}:${local}` : `${known}:${local}`;
}

interface Growing {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
}

/**
 * The root element of an XML text.
 * @param part what messages call it.
 * @throws DocxError `docx-damaged`, `docx-unsafe`, `docx-too-large`.
 */
export function parseXml(text: string, part: string, limits: XmlLimits = XML_LIMITS): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: Growing[] = [];
  let root: Growing | null = null;
  let count = 0;
  parser.on('error', () => {
    // saxes' own words are English and quote the text; a log or a message holds none of it (W63).
    throw new DocxError('docx-damaged', `文件的一部分（${part}）已损坏，读不出来。${SAVE_AS_DOCX}`);
  });
  parser.on('doctype', () => {
    throw new DocxError('docx-unsafe', `文件的一部分（${part}）带有 DOCTYPE 定义，Word 和 WPS 不会写出这样的文件，没有读它。`);
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > limits.elements) throw new DocxError('docx-too-large', `文件的内容太多（一个部分里超过 ${limits.elements / 10_000} 万个元素），没有读它。请拆成几个文件再导入。`);
    if (open.length >= limits.depth) throw new DocxError('docx-too-large', `文件里一层套一层的内容超过 ${limits.depth} 层（例如表格套表格），没有读它。请在 Word 或 WPS 里去掉嵌套再导入。`);
    const attributes = new Map<string, string>();
    for (const { uri, prefix, local, value } of Object.values(tag.attributes)) attributes.set(canonical(uri, prefix, local), value);
    const element: Growing = { name: canonical(tag.uri, tag.prefix, tag.local), attributes, children: [] };
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const write = (data: string): void => {
    open.at(-1)?.children.push(data);
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.write(text).close();
  if (root === null) throw new DocxError('docx-damaged', `文件的一部分（${part}）是空的，读不出来。${SAVE_AS_DOCX}`);
  return root;
}

/** Child elements, text left out. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** All children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element === undefined ? [] : elementsOf(element).filter((child) => child.name === name);
}

/** Elements of a name anywhere below, in document order; what lies inside one of `outside` is not looked at. */
export function descendantsOf(element: XmlElement, name: string, outside: ReadonlySet<string> = new Set()): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (one: XmlElement): void => {
    for (const child of one.children) {
      if (typeof child === 'string' || outside.has(child.name)) continue;
      if (child.name === name) found.push(child);
      walk(child);
    }
  };
  walk(element);
  return found;
}

/** The text directly inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

/** `w:val` of the child of that name, or undefined where it is not there. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes.get('w:val');
}

/** An on/off property (`<w:b/>`, `<w:b w:val="0"/>`); undefined where it is not said. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  const value = child.attributes.get('w:val');
  return !(value === '0' || value === 'false' || value === 'off' || value === 'none');
}
