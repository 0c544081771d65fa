// The door of this folder: a display list and its faces in, PDF bytes out. The
// writer draws glyph ids at the list's places and neither measures nor wraps.
// Steps: survey the glyphs, embed the faces, write page after page, then what
// the document has beside them. Same list, same options: the same bytes.
import type { DisplayList, DisplayPage, Item } from '../core/display/list';
import type { Font } from '../core/font';
import { joinBytes } from '../core/join-bytes';
import { ContentBuffer } from './content-buffer';
import { contentKernel } from './content-kernel';
import { linkAnnotations, pageLabels, writeMetadata, writeOutline } from './document-objects';
import { nameString, type PdfDictionary, PdfFile, textString, written, type PdfRef } from './embed';
import { embedFace, layerName, type EmbeddedFace } from './font-objects';
import { surveyGlyphs } from './glyph-usage';
import { ImageObjects } from './image-objects';
import { writePageContent } from './page-content';

export interface WriteOptions {
  /** Date of the document (ISO, `2024-01-08`, or with a time and its zone); null leaves dates out. Never the clock. */
  readonly date: string | null;
  /** Pictures of the list by id: grayscale JPEG or PNG. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
}

/** What was written, for the report of an export. */
export interface WriteSummary {
  readonly pages: number;
  readonly bytes: number;
  /** Faces embedded, in the order of the list; `glyphs` counts .notdef. */
  readonly fonts: readonly { readonly id: string; readonly family: string; readonly postscriptName: string; readonly glyphs: number }[];
}

/**
 * Writes the list as a PDF, whole in memory.
 * @throws RangeError for a face or picture that is not given, may not be embedded, or is not gray.
 */
export async function writePdf(list: DisplayList, fonts: ReadonlyMap<string, Font>, options: WriteOptions): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  writePdfTo(list, fonts, options, (bytes) => parts.push(bytes.slice()));
  return joinBytes(parts);
}

/**
 * Writes the list as a PDF through `sink`, in lots of about 1 MiB. A lot is
 * valid only until `sink` returns. What `sink` throws comes through.
 * @throws RangeError as writePdf.
 */
export function writePdfTo(
  list: DisplayList,
  fonts: ReadonlyMap<string, Font>,
  options: WriteOptions,
  sink: (bytes: Uint8Array) => void,
): WriteSummary {
  const date = dateOf(options.date);
  const usages = surveyGlyphs(list);
  const file = new PdfFile(sink);
  const faces = list.fonts.map((id, index): EmbeddedFace | null => {
    const usage = usages[index];
    if (usage === undefined || !usage.shown) return null;
    const font = fonts.get(id);
    if (font === undefined) throw new RangeError(`no font ${id}`);
    return embedFace(file, `F${index}`, font, usage);
  });
  const images = new ImageObjects(file, options.images ?? new Map());
  const resources = file.ref();
  const pages = file.pages(list.pages.length);
  const out = new ContentBuffer(1 << 16, contentKernel());
  list.pages.forEach((page, index) => {
    writePage(file, list, page, pages, index, resources, out, { faces, imageName: (id, mask) => images.nameOf(id, mask) });
  });

  const embedded = faces.filter((face) => face !== null);
  resources.data = { Font: Object.fromEntries(embedded.flatMap((face) => face.refs.map((ref, layer) => [layerName(face, layer), ref]))), ...images.resources(), ...redSpace(file, list) };
  resources.end();
  writeMetadata(file, list, date);
  const outline = writeOutline(file, list, pages);
  file.catalog({
    Lang: textString('zh-CN'),
    PageLabels: pageLabels(list),
    ViewerPreferences: file.ref({ DisplayDocTitle: true }),
    ...(outline === null ? {} : { Outlines: outline, PageMode: 'UseOutlines' }),
  });
  file.end();
  return {
    pages: list.pages.length,
    bytes: file.length,
    fonts: embedded.map(({ font, glyphCount }) => ({
      id: font.id, family: font.family, postscriptName: font.postscriptName, glyphs: glyphCount,
    })),
  };
}

/** One page: its content, its links, its boxes. In `plain` the sheet is all of them (N-42, N-43). */
function writePage(
  file: PdfFile,
  list: DisplayList,
  page: DisplayPage,
  pages: readonly PdfRef[],
  index: number,
  resources: PdfRef,
  out: ContentBuffer,
  contentResources: Parameters<typeof writePageContent>[2],
): void {
  out.reset();
  const links = writePageContent(page, out, contentResources);
  const ref = pages[index] as PdfRef;
  // four boxes a page: made into text once
  const sheet = written([0, 0, Math.round(page.size.width * 1000) / 1000, Math.round(page.size.height * 1000) / 1000]);
  Object.assign(ref.data, {
    MediaBox: sheet,
    CropBox: sheet,
    BleedBox: sheet,
    TrimBox: sheet,
    Resources: resources,
    Contents: out.length === 0 ? undefined : file.stream(out.bytes()),
    Annots: linkAnnotations(list, pages, links),
  });
  ref.end();
}

/** 套红 as a Separation named /Red in the resources, the list's process inks its alternate (N-40); nothing where no item is red. */
function redSpace(file: PdfFile, list: DisplayList): PdfDictionary {
  if (!list.pages.some(({ items }) => hasRed(items))) return {};
  const { red } = list;
  if (red === undefined) throw new RangeError('something is red, and the list names no red');
  const tint = file.object({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [...red.cmyk], N: 1 });
  return { ColorSpace: { Red: ['Separation', nameString(red.name), 'DeviceCMYK', tint] } };
}

function hasRed(items: readonly Item[]): boolean {
  return items.some((item) => (item.kind === 'group' ? hasRed(item.items) : item.kind !== 'link' && item.red === true));
}

function dateOf(iso: string | null): Date | null {
  if (iso === null) return null;
  // A time without a zone would mean another moment on another machine.
  const date = /^\d{4}-\d\d-\d\d(T.*(Z|[+-]\d\d:\d\d))?$/.test(iso) ? new Date(iso) : new Date(NaN);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an ISO date: ${iso}`);
  return date;
}
