// The pinned faces that PDF tests embed: TrueType and CFF (RUNTIME, Fonts).
import { readFileSync } from 'node:fs';
import type { Font } from '../../src/core/font';
import { bytesSource } from '../../src/font/byte-source';
import { openFont } from '../../src/font/open-font';

const ROOT = new URL('../../', import.meta.url);

function face(path: string): Font {
  return openFont(bytesSource(readFileSync(new URL(path, ROOT))));
}

/** TrueType, 1000 units to the em. */
export const songFace = (): Font => face('node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
/** CFF, brought by setup. */
export const fangsongFace = (): Font => face('resources/fonts/FandolFang-Regular.otf');
/** TrueType, brought by setup. */
export const kaiFace = (): Font => face('resources/fonts/gkai00mp.ttf');

/** A face that answers as `font`, but for what is given. (Inheriting from it would lose its private fields.) */
export function faceWith(font: Font, changes: Partial<Font>): Font {
  return {
    id: font.id,
    family: font.family,
    postscriptName: font.postscriptName,
    format: font.format,
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    capHeight: font.capHeight,
    xHeight: font.xHeight,
    italicAngle: font.italicAngle,
    bbox: font.bbox,
    weight: font.weight,
    isFixedPitch: font.isFixedPitch,
    isSerif: font.isSerif,
    embeddable: font.embeddable,
    adjust: font.adjust,
    glyphOf: (codePoint) => font.glyphOf(codePoint),
    advanceOf: (glyph) => font.advanceOf(glyph),
    inkOf: (glyph) => font.inkOf(glyph),
    halfWidthOf: (codePoint) => font.halfWidthOf(codePoint),
    doubleOf: (codePoint) => font.doubleOf(codePoint),
    verticalOf: (codePoint) => font.verticalOf(codePoint),
    outline: (glyph) => font.outline(glyph),
    subset: (glyphs) => font.subset(glyphs),
    ...changes,
  };
}
