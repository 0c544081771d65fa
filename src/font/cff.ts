// CFF outlines (Adobe technical note 5176), name-keyed or CID-keyed, out of an
// OpenType face: FandolFang, the booklet's body face, and the Noto collections.
// The charset is not read: an OpenType cmap gives glyph indices.
import type { FontSubset, InkBox, Outline } from '../core/font';
import { joinBytes } from '../core/join-bytes';
import { type ByteSource, u16 } from './byte-source';
import { type CffIndex, type DictEntry, readDict, readIndex, readObject, writeInteger } from './cff-dict';
import type { CffFace, FontDict } from './cff-face';
import { writeCffSubset } from './cff-subset';
import { type Subroutines, flattenCharstring, traceCharstring } from './charstring';
import { raiseCharstring } from './charstring-raise';
import { FontError } from './font-error';
import { GlyphData } from './glyph-data';
import { InkMeter } from './ink-meter';
import { type OutlineStore, PathBuilder } from './outline-store';
import type { Sfnt } from './sfnt';

const CHARSTRINGS = 17;
const FONT_BBOX = 5;
/** Heights that hinting snaps to: BlueValues, OtherBlues and those of the family. Differences, but for the first. */
const BLUES: readonly number[] = [6, 7, 8, 9];
const PRIVATE = 18;
const SUBRS = 19;
const CHARSTRING_TYPE = 1206;
const FD_ARRAY = 1236;
const FD_SELECT = 1237;

/** `rise`: raise of every glyph, whole font units. @throws FontError `broken` or `unsupported`. */
export function openCff(sfnt: Sfnt, rise: number): OutlineStore {
  const record = sfnt.record('CFF ');
  if (record === null) throw new FontError('broken', '字体缺少“CFF”表');
  const { source } = sfnt;
  const base = record.offset;
  const header = source.read(base, 4);
  if (header[0] !== 1) throw new FontError('unsupported', `CFF 第 ${header[0]!} 版不能读取`);
  const names = readIndex(source, base + header[2]!);
  const tops = readIndex(source, names.end);
  const strings = readIndex(source, tops.end);
  const globals = readIndex(source, strings.end);
  if (names.count === 0 || tops.count === 0) throw new FontError('broken', '字体的 CFF 目录损坏');
  const top = raiseBox(readDict(readObject(source, tops, 0)), rise);
  if ((top.get(CHARSTRING_TYPE)?.values[0] ?? 2) !== 2) throw new FontError('unsupported', '字体的 CFF 轮廓不是第 2 型');
  const index = readIndex(source, base + placeOf(top, CHARSTRINGS));
  const count = u16(sfnt.need('maxp', 6), 4);
  if (index.count < count) throw new FontError('broken', '字体的 CFF 字形少于 maxp 所记');

  const fontDicts = readFontDicts(source, base, top, rise);
  const fontDictOf = fontDicts.length === 1 ? () => 0 : readSelector(source, base + placeOf(top, FD_SELECT), index.count, fontDicts.length);
  const globalSubrs = subroutines(source, globals);
  const data = new GlyphData(source, { count, from: (glyph) => index.at(glyph), to: (glyph) => index.at(glyph + 1) }, index.end);
  const flatten = (glyph: number, code: Uint8Array): Uint8Array => {
    const dict = fontDicts[fontDictOf(glyph)]!;
    const flat = flattenCharstring(code, { globals: globalSubrs, globalCount: globals.count, locals: dict.subrs, localCount: dict.subrCount });
    return rise === 0 ? flat : raiseCharstring(flat, rise);
  };
  const face: CffFace = {
    name: String.fromCharCode(...readObject(source, names, 0)),
    top,
    fontDicts,
    fontDictOf,
    charstrings: (glyphs) => data.many(glyphs).map((code, i) => flatten(glyphs[i]!, code)),
  };
  return {
    count,
    ink(glyph): InkBox | null {
      const meter = new InkMeter();
      traceCharstring(flatten(glyph, data.one(glyph)), meter);
      return meter.box();
    },
    outline(glyph): Outline {
      const path = new PathBuilder();
      traceCharstring(flatten(glyph, data.one(glyph)), path);
      return path.finish();
    },
    subset: (glyphs): FontSubset => writeCffSubset(face, glyphs),
  };
}

function placeOf(dict: ReadonlyMap<number, DictEntry>, operator: number): number {
  const place = dict.get(operator)?.values[0];
  if (place === undefined) throw new FontError('broken', '字体的 CFF 字典缺少必要的项目');
  return place;
}

/** The top dict with its FontBBox where the glyphs then are. */
function raiseBox(top: ReadonlyMap<number, DictEntry>, rise: number): ReadonlyMap<number, DictEntry> {
  const box = top.get(FONT_BBOX);
  if (rise === 0 || box === undefined || box.values.length !== 4) return top;
  const values = box.values.map((value, i) => (i % 2 === 0 ? Math.floor(value) : Math.ceil(value) + rise));
  return new Map(top).set(FONT_BBOX, { values, bytes: entryOf(values, FONT_BBOX) });
}

/** A hint of heights, raised; one in fractions, which nobody writes, is left out rather than left wrong. */
function raiseHint(operator: number, entry: DictEntry, rise: number): Uint8Array {
  if (rise === 0 || entry.values.length === 0 || !BLUES.includes(operator)) return entry.bytes;
  if (!entry.values.every(Number.isInteger)) return new Uint8Array(0);
  return entryOf(entry.values.map((value, i) => (i === 0 ? value + rise : value)), operator);
}

function entryOf(values: readonly number[], operator: number): Uint8Array {
  return Uint8Array.from([...values.flatMap(writeInteger), operator]);
}

/** The dicts of FDArray; a name-keyed face has one, in its top dict. */
function readFontDicts(source: ByteSource, base: number, top: ReadonlyMap<number, DictEntry>, rise: number): readonly FontDict[] {
  if (!top.has(FD_ARRAY)) return [readFontDict(source, base, top, null, rise)];
  const index = readIndex(source, base + placeOf(top, FD_ARRAY));
  if (index.count === 0) throw new FontError('broken', '字体的 CFF 目录损坏');
  return Array.from({ length: index.count }, (_, i) => {
    const dict = readDict(readObject(source, index, i));
    return readFontDict(source, base, dict, dict.get(1207)?.bytes ?? null, rise);
  });
}

function readFontDict(source: ByteSource, base: number, dict: ReadonlyMap<number, DictEntry>, matrix: Uint8Array | null, rise: number): FontDict {
  const [size = 0, offset = 0] = dict.get(PRIVATE)?.values ?? [];
  const bytes = source.read(base + offset, size);
  const entries = readDict(bytes);
  const subrsAt = entries.get(SUBRS)?.values[0];
  const index = subrsAt === undefined ? null : readIndex(source, base + offset + subrsAt);
  const kept = [...entries].filter(([operator]) => operator !== SUBRS).map(([operator, entry]) => raiseHint(operator, entry, rise));
  return {
    matrix,
    privateDict: joinBytes(kept),
    subrs: index === null ? () => undefined : subroutines(source, index),
    subrCount: index === null ? 0 : index.count,
  };
}

/** Subroutines of an INDEX: its body is read at the first call (a face may have 26,000) and kept. */
function subroutines(source: ByteSource, index: CffIndex): Subroutines {
  let body: Uint8Array | null = null;
  const start = index.at(0);
  return (i) => {
    if (i < 0 || i >= index.count) return undefined;
    body ??= source.read(start, index.end - start);
    return body.subarray(index.at(i) - start, index.at(i + 1) - start);
  };
}

/** FDSelect, formats 0 and 3, as one byte a glyph. */
function readSelector(source: ByteSource, at: number, glyphs: number, dicts: number): (glyph: number) => number {
  const format = source.read(at, 1)[0]!;
  let selector: Uint8Array;
  if (format === 0) {
    selector = source.read(at + 1, glyphs);
  } else if (format === 3) {
    const ranges = u16(source.read(at + 1, 2), 0);
    const table = source.read(at + 3, ranges * 3 + 2);
    selector = new Uint8Array(glyphs);
    for (let i = 0; i < ranges; i += 1) selector.fill(table[i * 3 + 2]!, u16(table, i * 3), u16(table, i * 3 + 3));
  } else {
    throw new FontError('broken', '字体的 CFF 目录损坏');
  }
  return (glyph) => {
    const dict = selector[glyph]!;
    if (dict >= dicts) throw new FontError('broken', `字体第 ${glyph} 号字形的 CFF 字典不存在`);
    return dict;
  };
}
