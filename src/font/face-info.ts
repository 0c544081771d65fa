// What can be said of a face from its small tables alone: names, weight,
// licence flag. Used to find faces in a folder without opening their outlines.
import { type ByteSource, i16, u16 } from './byte-source';
import { FontError } from './font-error';
import { type FaceNames, readNames } from './names';
import { type Sfnt, countFaces, openSfnt } from './sfnt';

export interface FaceInfo {
  /** Index in the file: 0, or the place in a collection. */
  readonly index: number;
  readonly names: FaceNames;
  readonly format: 'truetype' | 'cff';
  readonly weight: number;
  readonly isSerif: boolean;
  /** A variable font: only its default instance is read. */
  readonly isVariable: boolean;
  readonly italic: boolean;
  /** OS/2 fsType as it stands in the file (0: no restriction). */
  readonly fsType: number;
  readonly embeddable: boolean;
}

/**
 * The faces of a font file or collection. A face of a make that is not read is left out of a
 * collection; a file without any readable face throws what was wrong with the first.
 * @throws FontError
 */
export function listFaces(source: ByteSource): readonly FaceInfo[] {
  const faces: FaceInfo[] = [];
  let first: FontError | null = null;
  for (let index = 0; index < countFaces(source); index += 1) {
    try {
      faces.push(describeFace(openSfnt(source, index), index));
    } catch (error) {
      if (!(error instanceof FontError)) throw error;
      first ??= error;
    }
  }
  if (faces.length === 0 && first !== null) throw first;
  return faces;
}

/** @throws FontError `broken`. */
export function describeFace(sfnt: Sfnt, index: number): FaceInfo {
  const head = sfnt.need('head', 54);
  const os2 = sfnt.table('OS/2');
  const known = os2 !== null && os2.length >= 68;
  const fsType = known ? u16(os2, 8) : 0;
  return {
    index,
    names: readNames(sfnt.table('name')),
    format: sfnt.format,
    weight: known ? u16(os2, 4) : (u16(head, 44) & 1) !== 0 ? 700 : 400,
    isSerif: known && hasSerifs(os2),
    isVariable: sfnt.record('fvar') !== null,
    italic: (u16(head, 44) & 2) !== 0,
    fsType,
    embeddable: mayEmbed(fsType),
  };
}

/**
 * OpenType OS/2 fsType: bits 1–3 are a level (2 restricted, 4 preview and print, 8 editable), where
 * of several the least restrictive holds; 0x100 forbids subsetting, 0x200 allows bitmaps only.
 */
function mayEmbed(fsType: number): boolean {
  return (fsType & 0x0e) !== 2 && (fsType & 0x300) === 0;
}

/** By the family class (1–5 and 7 serif, 8 sans), else by PANOSE of a text face; unknown counts as sans. */
function hasSerifs(os2: Uint8Array): boolean {
  const family = i16(os2, 30) >> 8;
  if (family !== 0) return (family >= 1 && family <= 5) || family === 7;
  return os2[32] === 2 && os2[33]! >= 2 && os2[33]! <= 10;
}
