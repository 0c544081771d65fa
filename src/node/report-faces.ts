// What `banxin fonts` lists: every face found, once, with its roles, licence
// flag and how much of the Chinese character sets it covers; also the faces
// that one kind of edition alone takes for a role (a booklet's lighter 小标宋).
// Opens each face; an export never comes here.
import type { Font, FontRole } from '../core/font';
import { listFaces } from '../font/face-info';
import type { GlyphAdjust } from '../font/glyph-adjust';
import { fileSource } from './file-source';
import type { EditionKind } from '../core/model/package';
import type { FaceSource, FoundFace } from './fonts';

const EDITIONS: readonly EditionKind[] = ['booklet', 'newspaper', 'speech'];

/** A role that the face leads in one kind of edition, where that kind has a face of its own for it. */
export interface EditionRole {
  readonly edition: EditionKind;
  readonly role: FontRole;
}

export interface FaceCoverage {
  /** Of the 3,755 Han of GB/T 2312 level 1, and of its 6,763 in all. */
  readonly level1: number;
  readonly gb2312: number;
  /** Of the 20,992 code points U+4E00–U+9FFF. */
  readonly basic: number;
}

export interface FaceReport {
  readonly family: string;
  readonly localFamily: string;
  readonly postscriptName: string;
  readonly file: string;
  readonly index: number;
  readonly format: 'truetype' | 'cff';
  readonly weight: number;
  /** Roles that the face leads, and those in which it only fills in for missing characters. */
  readonly roles: readonly FontRole[];
  readonly fallbackFor: readonly FontRole[];
  readonly editions: readonly EditionRole[];
  readonly source: FaceSource;
  readonly licence: string | null;
  /** OS/2 fsType as it stands, and whether it allows embedding a subset. */
  readonly fsType: number;
  readonly embeddable: boolean;
  readonly coverage: FaceCoverage;
  readonly adjust: GlyphAdjust;
}

/**
 * One report a face, in the order found; then the faces that only an edition's own choice brings.
 * @param found the roles' faces whatever is set
 * @param foundFor the roles' faces of one kind of edition
 * @throws AppError where a face cannot be opened
 */
export function reportFaces(found: readonly FoundFace[], foundFor: (edition: EditionKind) => readonly FoundFace[]): readonly FaceReport[] {
  const leads = new Set(found.filter(({ rank }) => rank === 0).map((face) => `${face.role} ${keyOf(face)}`));
  const editions = new Map<string, EditionRole[]>();
  const byFace = new Map<string, FoundFace[]>();
  for (const face of found) byFace.set(keyOf(face), [...(byFace.get(keyOf(face)) ?? []), face]);
  for (const edition of EDITIONS) {
    for (const face of foundFor(edition)) {
      const key = keyOf(face);
      if (face.rank !== 0 || leads.has(`${face.role} ${key}`)) continue;
      if (!byFace.has(key)) byFace.set(key, [{ ...face, rank: Infinity }]);
      editions.set(key, [...(editions.get(key) ?? []), { edition, role: face.role }]);
    }
  }
  return [...byFace].map(([key, uses]) => {
    const { font } = uses[0]!;
    const { file, index, source, licence } = uses[0]!;
    const bytes = fileSource(file);
    const info = listFaces(bytes).find((face) => face.index === index);
    bytes.close();
    return {
      family: font.family,
      localFamily: info?.names.localFamily ?? font.family,
      postscriptName: font.postscriptName,
      file,
      index,
      format: font.format,
      weight: font.weight,
      roles: uses.filter((use) => use.rank === 0).map((use) => use.role),
      fallbackFor: uses.filter((use) => use.rank > 0 && use.rank < Infinity).map((use) => use.role),
      editions: editions.get(key) ?? [],
      source,
      licence,
      fsType: info?.fsType ?? 0,
      embeddable: font.embeddable,
      coverage: coverageOf(font),
      adjust: uses[0]!.adjust(),
    };
  });
}

function keyOf({ file, index }: FoundFace): string {
  return `${file}#${index}`;
}

/** How many Han of each set the face has. */
export function coverageOf(font: Font): FaceCoverage {
  const sets = hanOfGb2312();
  const has = (codePoint: number): boolean => font.glyphOf(codePoint) !== 0;
  const level1 = sets.level1.filter(has).length;
  let basic = 0;
  for (let codePoint = 0x4e00; codePoint <= 0x9fff; codePoint += 1) if (has(codePoint)) basic += 1;
  return { level1, gb2312: level1 + sets.level2.filter(has).length, basic };
}

/** GB/T 2312: rows 16–55 are level 1 (by pinyin; the last five places empty), rows 56–87 level 2. */
function hanOfGb2312(): { readonly level1: readonly number[]; readonly level2: readonly number[] } {
  const rows = (first: number, last: number): number[] => {
    const bytes: number[] = [];
    for (let row = first; row <= last; row += 1) {
      for (let place = 1; place <= (row === 55 ? 89 : 94); place += 1) bytes.push(0xa0 + row, 0xa0 + place);
    }
    return Array.from(new TextDecoder('gbk').decode(Uint8Array.from(bytes)), (c) => c.codePointAt(0)!);
  };
  return { level1: rows(16, 55), level2: rows(56, 87) };
}
