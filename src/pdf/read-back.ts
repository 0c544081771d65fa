// A written PDF read back from its bytes alone: the text of each article in
// content order, the text of the page furniture, the boxes, the faces embedded,
// and whatever is wrong. It shares nothing with the writer, so that an export
// is proven by what stands in the file. What it finds is in `problems`, ready
// Chinese sentences; comparing the text with the document is the caller's work.
import { cffInk } from './read/cff-ink';
import { glyfInk } from './read/glyf-ink';
import { PdfBytes, plain } from './read/pdf-file';
import { type Dict, Name, PdfFault, Ref } from './read/pdf-object';
import { TextCollector } from './read/page-text';
import type { ShownFont } from './read/shown-font';
import { CodeToText, readToUnicode } from './read/to-unicode';

export interface ReadFont {
  /** BaseFont, with its subset tag. */
  readonly name: string;
  /** How its outlines are embedded; null where they are not. */
  readonly outlines: 'truetype' | 'cff' | null;
  /** Different codes shown. */
  readonly glyphs: number;
}

/** [left, bottom, right, top] in pt; null where the page has none. */
export type Box = readonly [number, number, number, number] | null;

export interface PageBoxes {
  readonly media: Box;
  readonly crop: Box;
  readonly bleed: Box;
  readonly trim: Box;
}

export interface ReadBack {
  readonly pages: number;
  /** Text by article id, joined over pages in content order, nothing put between. */
  readonly articles: ReadonlyMap<string, string>;
  /** Text of each artifact sequence that has any. */
  readonly artifacts: readonly string[];
  readonly boxes: readonly PageBoxes[];
  readonly fonts: readonly ReadFont[];
  /** Empty for a sound file. */
  readonly problems: readonly string[];
}

/** A face as the file has it. */
interface FileFont extends ShownFont {
  readonly outlines: ReadFont['outlines'];
  /** @throws PdfFault */
  hasInk(code: number): boolean;
}

/** Reads a PDF as Banxin writes it; one that cannot be read is one problem, never an exception. */
export function readBack(bytes: Uint8Array): ReadBack {
  try {
    return readFile(new PdfBytes(plain(bytes)));
  } catch (error) {
    if (!(error instanceof PdfFault)) throw error;
    return { pages: 0, articles: new Map(), artifacts: [], boxes: [], fonts: [], problems: [error.message] };
  }
}

function readFile(file: PdfBytes): ReadBack {
  for (const num of file.numbers()) file.object(num);
  const catalog = file.dict(file.trailer.get('Root'), '目录');
  const pages: Dict[] = [];
  collectPages(file, file.dict(catalog.get('Pages'), '页面树'), pages, 0);

  const collector = new TextCollector();
  const fonts = new FontShelf(file);
  pages.forEach((page, index) => {
    const contents = page.get('Contents');
    if (contents === undefined) return;
    const shown = fonts.of(page);
    collector.read(file.passing(file.stream(contents)), index + 1, shown, platesOf(file, page));
  });
  collector.finish();

  const problems = [...collector.problems, ...colourProblems(file, pages)];
  for (const num of file.dangling()) problems.push(`对象 ${num} 被引用却不存在`);
  const shown = fonts.all().map((font) => ({ font, codes: codesOf(font) }));
  for (const { font, codes } of shown) problems.push(...checkInk(font, codes));
  return {
    pages: pages.length,
    articles: collector.articles(),
    artifacts: collector.artifacts(),
    boxes: pages.map((page) => ({
      media: boxOf(file, page, 'MediaBox'),
      crop: boxOf(file, page, 'CropBox'),
      bleed: boxOf(file, page, 'BleedBox'),
      trim: boxOf(file, page, 'TrimBox'),
    })),
    fonts: mergeFaces(shown),
    problems,
  };
}

/** Separations among a page's colour spaces: the one red of 套红. */
function platesOf(file: PdfBytes, page: Dict): ReadonlySet<string> {
  const resources = file.dict(page.get('Resources'), '页面资源');
  if (!resources.has('ColorSpace')) return new Set();
  const spaces = file.dict(resources.get('ColorSpace'), '颜色资源');
  return new Set([...spaces].flatMap(([name, value]) => {
    const space = file.resolve(value);
    return Array.isArray(space) && space[0] instanceof Name && space[0].value === 'Separation' ? [name] : [];
  }));
}

/** What the resources say of colour: one plate beside black at the most, and pictures in gray (N-40, N-41). */
function colourProblems(file: PdfBytes, pages: readonly Dict[]): string[] {
  const problems: string[] = [];
  const plates = new Set<string>();
  for (const resources of new Set(pages.map((page) => file.dict(page.get('Resources'), '页面资源')))) {
    const spaces = resources.has('ColorSpace') ? file.dict(resources.get('ColorSpace'), '颜色资源') : new Map();
    for (const [name, value] of spaces) {
      const space = file.resolve(value) as unknown;
      const plate = Array.isArray(space) && space[0] instanceof Name && space[0].value === 'Separation' && space[1] instanceof Name ? space[1].value : null;
      if (plate === null) problems.push(`颜色 ${name} 不是套红的专色`);
      else plates.add(plate);
    }
    const images = resources.has('XObject') ? file.dict(resources.get('XObject'), '图片资源') : new Map();
    for (const [name, ref] of images) {
      const { dict } = file.stream(ref);
      if (dict.get('ImageMask') !== true && nameOf(file, dict, 'ColorSpace') !== 'DeviceGray') problems.push(`图片 ${name} 不是灰度图`);
    }
  }
  if (plates.size > 1) problems.push(`专色多于一种：${[...plates].join('、')}`);
  return problems;
}

function collectPages(file: PdfBytes, node: Dict, pages: Dict[], depth: number): void {
  if (depth > 16) throw new PdfFault('页面树成环');
  const kids = file.resolve(node.get('Kids'));
  if (!Array.isArray(kids)) throw new PdfFault('页面树没有页');
  const before = pages.length;
  for (const kid of kids) {
    const dict = file.dict(kid, '页');
    if (nameOf(file, dict, 'Type') === 'Pages') collectPages(file, dict, pages, depth + 1);
    else pages.push(dict);
  }
  if (file.resolve(node.get('Count')) !== pages.length - before) throw new PdfFault('页面树的页数不对');
}

function nameOf(file: PdfBytes, dict: Dict, key: string): string | null {
  const value = file.resolve(dict.get(key));
  return value instanceof Name ? value.value : null;
}

function boxOf(file: PdfBytes, page: Dict, key: string): Box {
  const box = file.resolve(page.get(key));
  if (!Array.isArray(box) || box.length !== 4 || box.some((value) => typeof value !== 'number')) return null;
  return box as unknown as Box;
}

/** Fonts by object, opened once; and by resource dictionary, which pages share. */
class FontShelf {
  readonly #file: PdfBytes;
  readonly #fonts = new Map<number, FileFont>();
  readonly #byResources = new Map<Dict, Map<string, FileFont>>();

  constructor(file: PdfBytes) {
    this.#file = file;
  }

  all(): FileFont[] {
    return [...this.#fonts.values()];
  }

  /** Fonts of a page by resource name. @throws PdfFault */
  of(page: Dict): ReadonlyMap<string, FileFont> {
    const file = this.#file;
    const resources = file.dict(page.get('Resources'), '页面资源');
    let byName = this.#byResources.get(resources);
    if (byName === undefined) {
      byName = new Map();
      const entries = resources.has('Font') ? file.dict(resources.get('Font'), '字体资源') : new Map();
      for (const [name, ref] of entries) {
        if (!(ref instanceof Ref)) throw new PdfFault(`字体 ${name} 不是引用`);
        let font = this.#fonts.get(ref.num);
        if (font === undefined) this.#fonts.set(ref.num, (font = openFont(file, file.dict(ref, '字体'))));
        byName.set(name, font);
      }
      this.#byResources.set(resources, byName);
    }
    return byName;
  }
}

/** @throws PdfFault for a font that is not a CID font with two-byte codes. */
function openFont(file: PdfBytes, dict: Dict): FileFont {
  const name = nameOf(file, dict, 'BaseFont') ?? '';
  const descendants = file.resolve(dict.get('DescendantFonts'));
  if (nameOf(file, dict, 'Subtype') !== 'Type0' || nameOf(file, dict, 'Encoding') !== 'Identity-H' || !Array.isArray(descendants)) {
    throw new PdfFault(`字体 ${name} 的编码不认识`);
  }
  const cidFont = file.dict(descendants[0], `字体 ${name} `);
  const descriptor = file.dict(cidFont.get('FontDescriptor'), `字体 ${name} 的描述`);
  const text = dict.has('ToUnicode') ? readToUnicode(file.passing(file.stream(dict.get('ToUnicode')))) : new CodeToText();
  const base = { name, text, used: new Uint8Array(0x10000) };
  if (descriptor.has('FontFile2')) {
    const ink = glyfInk(file.content(file.stream(descriptor.get('FontFile2'))));
    const map = file.resolve(cidFont.get('CIDToGIDMap'));
    if (!(map instanceof Name) || map.value !== 'Identity') throw new PdfFault(`字体 ${name} 的 CIDToGIDMap 不认识`);
    return { ...base, outlines: 'truetype', hasInk: ink };
  }
  if (descriptor.has('FontFile3')) {
    const ink = cffInk(file.content(file.stream(descriptor.get('FontFile3'))));
    return { ...base, outlines: 'cff', hasInk: ink };
  }
  return { ...base, outlines: null, hasInk: () => true };
}

/** Font objects of one face, which differ in ToUnicode alone, as one. */
function mergeFaces(shown: readonly { font: FileFont; codes: readonly number[] }[]): ReadFont[] {
  const faces = new Map<string, { outlines: ReadFont['outlines']; codes: Set<number> }>();
  for (const { font, codes } of shown) {
    const face = faces.get(font.name);
    if (face === undefined) faces.set(font.name, { outlines: font.outlines, codes: new Set(codes) });
    else for (const code of codes) face.codes.add(code);
  }
  return [...faces].map(([name, { outlines, codes }]) => ({ name, outlines, glyphs: codes.size }));
}

function codesOf(font: ShownFont): number[] {
  const codes: number[] = [];
  for (let code = font.used.indexOf(1); code >= 0; code = font.used.indexOf(1, code + 1)) codes.push(code);
  return codes;
}

/** Every glyph shown must draw something in the embedded face, unless its text is a space. */
function checkInk(font: FileFont, codes: readonly number[]): string[] {
  const problems: string[] = [];
  if (font.outlines === null && codes.length > 0) return [`字体 ${font.name} 没有嵌入`];
  for (const code of codes) {
    const text = font.text.get(code);
    if (text !== undefined && isBlank(text)) continue;
    try {
      if (!font.hasInk(code)) problems.push(`字体 ${font.name} 的字形 ${code}（${text ?? '无文字'}）没有墨迹`);
    } catch (error) {
      // A glyph beyond the end of the tables shows as a RangeError of the DataView.
      if (!(error instanceof PdfFault || error instanceof RangeError)) throw error;
      problems.push(`字体 ${font.name} 的字形 ${code}（${text ?? '无文字'}）读不出来：${error.message}`);
    }
  }
  return problems;
}

/** White space and the invisible format characters (ZWSP, joiners, BOM, soft hyphen). */
function isBlank(text: string): boolean {
  return /^[\s\u00ad\u200b-\u200f\u2060\ufeff]*$/.test(text);
}
