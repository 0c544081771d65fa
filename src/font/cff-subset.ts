// A bare CID-keyed CFF with the given glyphs alone (FontFile3, CIDFontType0C):
// CID = index, Adobe-Identity, charstrings flat, so that no subroutine is
// carried and no call can point astray. Hints stay; font dicts in use are
// kept in their order. Every offset is written in the five-byte form, so one
// pass over the sizes gives all places.
import type { FontSubset } from '../core/font';
import type { CffFace } from './cff-face';
import { writeIndex, writeInteger } from './cff-dict';

const FONT_BBOX = 5;
const FONT_MATRIX = 1207;
const TEXT = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));
/** First string id that is not one of the standard strings (note 5176, appendix A). */
const FIRST_SID = 391;

/** `glyphs`: distinct ids, ascending, 0 first. @throws FontError. */
export function writeCffSubset(face: CffFace, glyphs: readonly number[]): FontSubset {
  const charstrings = writeIndex(face.charstrings(glyphs));
  const used = [...new Set(glyphs.map((glyph) => face.fontDictOf(glyph)))].sort((a, b) => a - b);
  const selector = writeSelector(glyphs.map((glyph) => used.indexOf(face.fontDictOf(glyph))));
  const charset = glyphs.length === 1 ? Uint8Array.of(0) : Uint8Array.of(2, 0, 1, (glyphs.length - 2) >> 8, glyphs.length - 2);

  const header = Uint8Array.of(1, 0, 4, 4);
  const name = writeIndex([TEXT(face.name)]);
  const strings = writeIndex([TEXT('Adobe'), TEXT('Identity'), TEXT(`${face.name}-Subset`)]);
  const globals = writeIndex([]);
  const topOf = (charsetAt: number, selectorAt: number, charstringsAt: number, arrayAt: number): Uint8Array =>
    writeIndex([Uint8Array.from([
      ...writeInteger(FIRST_SID), ...writeInteger(FIRST_SID + 1), ...writeInteger(0), 12, 30, // ROS, first by rule
      ...(face.top.get(FONT_MATRIX)?.bytes ?? []),
      ...(face.top.get(FONT_BBOX)?.bytes ?? []),
      ...writeInteger(glyphs.length), 12, 34, // CIDCount
      ...writeInteger(charsetAt), 15,
      ...writeInteger(selectorAt), 12, 37,
      ...writeInteger(charstringsAt), 17,
      ...writeInteger(arrayAt), 12, 36,
    ])]);
  const arrayOf = (privatesAt: number): Uint8Array => {
    let at = privatesAt;
    return writeIndex(used.map((index) => {
      const dict = face.fontDicts[index]!;
      const size = dict.privateDict.length;
      const bytes = Uint8Array.from([
        ...writeInteger(FIRST_SID + 2), 12, 38, // FontName
        ...(dict.matrix ?? []),
        ...writeInteger(size), ...writeInteger(at), 18,
      ]);
      at += size;
      return bytes;
    }));
  };

  const charsetAt = header.length + name.length + topOf(0, 0, 0, 0).length + strings.length + globals.length;
  const selectorAt = charsetAt + charset.length;
  const charstringsAt = selectorAt + selector.length;
  const arrayAt = charstringsAt + charstrings.length;
  const privatesAt = arrayAt + arrayOf(0).length;
  const parts = [
    header, name, topOf(charsetAt, selectorAt, charstringsAt, arrayAt), strings, globals,
    charset, selector, charstrings, arrayOf(privatesAt), ...used.map((index) => face.fontDicts[index]!.privateDict),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { kind: 'cff', bytes, glyphs: Uint16Array.from(glyphs) };
}

/** FDSelect in format 3: ranges of glyphs with one font dict. */
function writeSelector(dicts: readonly number[]): Uint8Array {
  const ranges: number[] = [];
  dicts.forEach((dict, glyph) => {
    if (glyph === 0 || dict !== dicts[glyph - 1]) ranges.push(glyph >> 8, glyph & 255, dict);
  });
  const count = ranges.length / 3;
  return Uint8Array.of(3, count >> 8, count & 255, ...ranges, dicts.length >> 8, dicts.length & 255);
}
