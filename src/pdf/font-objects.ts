// A face in the PDF: the subset that the font makes of itself, the objects that
// describe it, and the tables that the content writer needs (glyph to code,
// widths). Codes are CIDs, two bytes, in the order of the subset. A glyph that
// stands for a second text is shown through a second font object, which differs
// in its ToUnicode alone: readers that know no /ActualText, and there are many,
// then read the right text too, in CFF faces as in TrueType ones.
import type { Font } from '../core/font';
import { assertNever } from '../core/assert-never';
import { nameString, textString, type PdfDictionary, type PdfFile, type PdfRef } from './embed';
import type { GlyphUsage } from './glyph-usage';
import { utf16Hex } from './text-bytes';

/** One face as the content writer sees it. */
export interface EmbeddedFace {
  /** Resource name, without the slash. */
  readonly name: string;
  readonly font: Font;
  /** Font objects by layer. */
  readonly refs: readonly PdfRef[];
  /** By original glyph id. */
  readonly cidOf: Uint16Array;
  /** By CID, 1/1000 em, as W has them. */
  readonly widths: Float64Array;
  /** 1 for a glyph whose layer depends on its text. */
  readonly flagged: Uint8Array;
  readonly glyphCount: number;
  /** The layer that gives a glyph that text: 0 the face itself; null where only /ActualText can say it. */
  layerOf(glyph: number, text: string): number | null;
}

/** Resource name of a layer of a face. */
export function layerName(face: Pick<EmbeddedFace, 'name'>, layer: number): string {
  return layer === 0 ? face.name : `${face.name}_${layer}`;
}

/** Widths that need not be written (DW): the em of a Han character. */
const DEFAULT_WIDTH = 1000;
/** A bfchar section holds at most this many entries (Adobe 5411, 1.4.2). */
const SECTION = 100;

/**
 * Subsets the face to the glyphs in use and writes its objects.
 * @throws RangeError where the licence flag forbids embedding: preflight must not let it come so far.
 */
export function embedFace(file: PdfFile, name: string, font: Font, usage: GlyphUsage): EmbeddedFace {
  if (!font.embeddable) throw new RangeError(`the licence of ${font.postscriptName} forbids embedding`);
  const subset = font.subset(usage.glyphs);
  const { glyphs } = subset;
  const cidOf = new Uint16Array(0x10000);
  const widths = new Float64Array(glyphs.length);
  for (let cid = 0; cid < glyphs.length; cid++) {
    const glyph = glyphs[cid] as number;
    cidOf[glyph] = cid;
    widths[cid] = Math.round((font.advanceOf(glyph) * 1e6) / font.unitsPerEm) / 1000;
  }
  for (const glyph of usage.glyphs) {
    if (glyphs[cidOf[glyph] as number] !== glyph) throw new RangeError(`glyph ${glyph} is missing in the subset of ${font.id}`);
  }

  const baseFont = nameString(`${subsetTag(font.id, glyphs)}+${font.postscriptName}`);
  const descriptor = fontDescriptor(font, baseFont);
  const descendant: PdfDictionary = {
    Type: 'Font',
    BaseFont: baseFont,
    CIDSystemInfo: { Registry: textString('Adobe'), Ordering: textString('Identity'), Supplement: 0 },
    DW: DEFAULT_WIDTH,
    W: widthSections(widths),
  };
  switch (subset.kind) {
    case 'truetype':
      descriptor.FontFile2 = file.stream(subset.bytes, { Length1: subset.bytes.length });
      Object.assign(descendant, { Subtype: 'CIDFontType2', CIDToGIDMap: 'Identity' });
      break;
    case 'cff':
      descriptor.FontFile3 = file.stream(subset.bytes, { Subtype: 'CIDFontType0C' }, false);
      descendant.Subtype = 'CIDFontType0';
      break;
    default:
      assertNever(subset.kind);
  }
  descendant.FontDescriptor = file.object(descriptor);
  const descendants = [file.object(descendant)];
  const texts = [(glyph: number) => usage.textOf(glyph), ...usage.layers.map((layer) => (glyph: number) => layer.get(glyph) ?? null)];
  const refs = texts.map((textOf) =>
    file.object({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: baseFont,
      Encoding: 'Identity-H',
      DescendantFonts: descendants,
      ToUnicode: file.stream(toUnicode(glyphs, textOf)),
    }),
  );
  const layerOf = (glyph: number, text: string): number | null => usage.layerOf(glyph, text);
  return { name, font, refs, cidOf, widths, flagged: usage.flagged, glyphCount: glyphs.length, layerOf };
}

function fontDescriptor(font: Font, baseFont: string): PdfDictionary {
  const scale = 1000 / font.unitsPerEm;
  const { bbox } = font;
  const flags = (font.isFixedPitch ? 1 : 0) | (font.isSerif ? 2 : 0) | 4 | (font.italicAngle !== 0 ? 64 : 0);
  return {
    Type: 'FontDescriptor',
    FontName: baseFont,
    Flags: flags,
    FontBBox: [bbox.xMin, bbox.yMin, bbox.xMax, bbox.yMax].map((value) => Math.round(value * scale)),
    ItalicAngle: font.italicAngle,
    Ascent: Math.round(font.ascent * scale),
    Descent: Math.round(font.descent * scale),
    CapHeight: Math.round((font.capHeight || font.ascent) * scale),
    XHeight: Math.round(font.xHeight * scale),
    // No font file says it; the customary guess from the weight, used only for substitution.
    StemV: Math.round(50 + (font.weight / 65) ** 2),
  };
}

/** W: `c [w …]` for each stretch of CIDs whose width is not the default. */
function widthSections(widths: Float64Array): unknown[] {
  const sections: unknown[] = [];
  let open: number[] | null = null;
  for (let cid = 0; cid < widths.length; cid++) {
    const width = widths[cid] as number;
    if (width === DEFAULT_WIDTH) {
      open = null;
    } else if (open === null) {
      open = [width];
      sections.push(cid, open);
    } else {
      open.push(width);
    }
  }
  return sections;
}

/** The ToUnicode CMap: every glyph that has a text in this layer. */
function toUnicode(glyphs: Uint16Array, textOf: (glyph: number) => string | null): Uint8Array {
  const lines: string[] = [];
  for (let cid = 0; cid < glyphs.length; cid++) {
    const text = textOf(glyphs[cid] as number);
    if (text !== null) lines.push(`<${cid.toString(16).padStart(4, '0')}> <${utf16Hex(text)}>`);
  }
  let sections = '';
  for (let i = 0; i < lines.length; i += SECTION) {
    const section = lines.slice(i, i + SECTION);
    sections += `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar\n`;
  }
  return Buffer.from(
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n' +
      '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n' +
      `1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${sections}` +
      'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n',
    'latin1',
  );
}

/** Six capitals that depend on the face and the glyphs alone, so that two subsets of a face differ in name. */
function subsetTag(id: string, glyphs: Uint16Array): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) sum = Math.imul(sum ^ id.charCodeAt(i), 0x01000193);
  for (const glyph of glyphs) sum = Math.imul(sum ^ glyph, 0x01000193);
  let rest = sum >>> 0;
  let tag = '';
  for (let i = 0; i < 6; i++) {
    tag += String.fromCharCode(0x41 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return tag;
}
