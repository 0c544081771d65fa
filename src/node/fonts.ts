// The faces of an export, by role. Three worlds: the pinned faces alone (tests,
// sample: the same everywhere), the user's own before them, or the faces of one
// folder alone (`--fonts DIR`). Faces open when first asked, so that a role
// that a text does not use costs a stat. What stands in for what is said, never
// done silently.
import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic';
import { FONT_ROLES, type Font, type FontRole } from '../core/font';
import { FontError } from '../font/font-error';
import { lazyFont } from '../font/lazy-font';
import { measureAdjust } from '../font/measure-adjust';
import { type GlyphAdjust, NO_ADJUST } from '../font/glyph-adjust';
import { openFont } from '../font/open-font';
import { AppError, toAppError } from './app-error';
import { type FaceTable, type PinnedFace, type Places, findPlaces, readFaceTable } from './face-table';
import { fileSource } from './file-source';
import { type FacesByName, faceByName, indexByName, matchRole } from './match-faces';
import { type ScannedFace, scanFaces } from './scan-faces';
import { systemFaces } from './system-faces';

const FETCH = '运行 npm run setup 取回字体，或用 --fonts 指定字体文件夹';

export interface FontRequest {
  /** Take the user's own faces (方正小标宋, SimSun …) where installed. False: the same faces on every machine. */
  readonly system: boolean;
  /** Only the faces in this folder; `system` is then of no account. */
  readonly dir?: string;
  /** Kind of edition, for the table's `editions` (booklet, newspaper, speech). */
  readonly edition?: string;
  readonly places?: Places;
  /** Folders to look in and where to keep what was found, for tests; the platform's by default. */
  readonly systemFolders?: readonly string[];
  readonly cache?: string;
}

/** Where a face came from: `own` installed and meant by the standard, `pinned`, `system` a stand-in, `folder` of --fonts. */
export type FaceSource = 'own' | 'pinned' | 'system' | 'folder';

/** One face of a file, as it was found. */
interface Face {
  readonly file: string;
  /** Face of a collection. */
  readonly index: number;
  readonly source: FaceSource;
  /** Chinese family name of an installed face, PostScript name of a pinned one; known before the face is opened. */
  readonly name: string;
  /** As the table says; null for a face that it does not know. */
  readonly licence: string | null;
  /** How the face is set right beside others: as the table says, or measured at the first call. @throws AppError where that cannot be done. */
  readonly adjust: () => GlyphAdjust;
  /** Opened when first asked. */
  readonly font: Font;
}

/** A face in the role that it plays. */
export interface FoundFace extends Face {
  readonly role: FontRole;
  /** 0 is the role's own face, the rest are for characters that it lacks. */
  readonly rank: number;
}

/** A diagnostic of one role, so that who knows the roles in use can leave out the rest. */
export interface RoleDiagnostic extends Diagnostic {
  readonly role: FontRole | null;
}

export interface FoundFonts {
  /** Per role, in the order of fallbacks; empty where no face at all was found. */
  readonly fonts: ReadonlyMap<FontRole, readonly Font[]>;
  readonly found: readonly FoundFace[];
  readonly diagnostics: readonly RoleDiagnostic[];
}

/** @throws AppError where `dir` cannot be read or holds no font, or the program's own table is missing. */
export function findFonts(request: FontRequest): FoundFonts {
  const places = request.places ?? findPlaces();
  const table = readFaceTable(places);
  return request.dir === undefined ? new Finder(request, places, table).find() : findInFolder(request.dir, request.edition ?? '', table);
}

/** One Font object per face, however many roles use it: fonts are told apart by identity downstream. */
class Faces {
  readonly #faces = new Map<string, Face>();

  take(file: string, index: number, source: FaceSource, name: string, pinned: PinnedFace | null): Face {
    const key = `${file}#${index}`;
    let face = this.#faces.get(key);
    if (face === undefined) {
      const adjust = adjustOf(file, index, pinned);
      const font = lazyFont(() => reading(file, () => openFont(fileSource(file), { index, adjust: adjust() })), (error) => naming(error, file));
      face = { file, index, source, name, licence: pinned?.licence ?? null, adjust, font };
      this.#faces.set(key, face);
    }
    return face;
  }

  /** A face that was found by looking; one that the table knows by its PostScript name keeps the table's adjust. */
  takeScanned(face: ScannedFace, source: FaceSource, table: FaceTable): Face {
    return this.take(face.path, face.index, source, face.localFamily, table.faces.find((known) => face.names.includes(known.name)) ?? null);
  }
}

/** A face that the table knows sits as the table says; any other is measured, once. */
function adjustOf(file: string, index: number, known: PinnedFace | null): () => GlyphAdjust {
  let adjust = known === null ? null : (known.adjust ?? NO_ADJUST);
  return () => (adjust ??= reading(file, () => measure(file, index)));
}

function measure(file: string, index: number): GlyphAdjust {
  const source = fileSource(file);
  try {
    return measureAdjust(openFont(source, { index }));
  } finally {
    source.close();
  }
}

function reading<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw naming(error, file);
  }
}

/** The error with the file's name in it; a programmer's mistake comes back as it is. */
function naming(error: unknown, file: string): unknown {
  if (error instanceof FontError) return new AppError('font-broken', `字体文件 ${basename(file)} 不能用：${error.message}`, error);
  return toAppError(error, 'font-unreadable', '读取字体', file);
}

class Finder {
  readonly #request: FontRequest;
  readonly #places: Places;
  readonly #table: FaceTable;
  readonly #faces = new Faces();
  readonly #diagnostics: RoleDiagnostic[] = [];
  readonly #standing = new Map<string, Face | null>();
  #installed: { readonly all: FacesByName; readonly embeddable: FacesByName } | null = null;

  constructor(request: FontRequest, places: Places, table: FaceTable) {
    this.#request = request;
    this.#places = places;
    this.#table = table;
  }

  find(): FoundFonts {
    return collect(FONT_ROLES.map((role) => [role, this.#list(role)]), this.#diagnostics);
  }

  #list(role: FontRole): readonly Face[] {
    const { label, own, pinned, system, fallback } = this.#table.roles[role];
    const chosen = this.#table.editions[this.#request.edition ?? '']?.[role];
    const mine = this.#request.system ? this.#byName(role, own, 'own') : null;
    const standing = first([...(chosen === undefined ? [] : [chosen]), ...pinned], (id) => this.#pinned(id));
    // A pinned face that could not be had: the system's own 楷体 and 仿宋 first, then what else it has.
    const instead = mine === null && standing === null ? (this.#byName(role, own, 'own') ?? this.#byName(role, system, 'system')) : null;
    const rest = fallback.map((id) => this.#pinned(id));
    const list = [mine, standing, instead, ...rest].filter((face) => face !== null);
    if (mine === null && standing === null) this.#say(role, label, pinned[0]!, list[0] ?? null, instead);
    else if (mine === null && this.#request.system) this.#sayStandIn(role, label, list[0]!);
    return list;
  }

  #pinned(id: string): Face | null {
    let face = this.#standing.get(id);
    if (face === undefined) {
      face = this.#findPinned(this.#table.faces.find((entry) => entry.id === id)!);
      this.#standing.set(id, face);
    }
    return face;
  }

  #findPinned(face: PinnedFace): Face | null {
    const packed = join(this.#places.resources, 'fonts', basename(face.file));
    const npm = face.package === null || this.#places.packages === null ? [] : [join(this.#places.packages, face.package, face.file)];
    const file = [...npm, packed].find((path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat !== undefined && stat.isFile() && (face.bytes === null || stat.size === face.bytes);
    });
    return file === undefined ? null : this.#faces.take(file, 0, 'pinned', face.name, face);
  }

  /** An installed face by name; one whose licence flag forbids embedding is passed over, which is said. */
  #byName(role: FontRole, names: readonly string[], source: FaceSource): Face | null {
    const { all, embeddable } = (this.#installed ??= this.#look());
    const { label, weight } = this.#table.roles[role];
    const barred = faceByName(all, names, weight);
    if (barred !== null && !barred.embeddable) this.#diagnostics.push(noEmbedding(role, `${label}：已安装的`, barred));
    const found = faceByName(embeddable, names, weight);
    return found === null ? null : this.#faces.takeScanned(found, source, this.#table);
  }

  #look(): { readonly all: FacesByName; readonly embeddable: FacesByName } {
    const faces = systemFaces(this.#request.systemFolders, this.#request.cache);
    return { all: indexByName(faces), embeddable: indexByName(faces.filter((face) => face.embeddable)) };
  }

  #say(role: FontRole, label: string, wanted: string, taken: Face | null, instead: Face | null): void {
    const name = this.#table.faces.find((face) => face.id === wanted)!.name;
    if (taken === null) this.#diagnostics.push(noFace(role, label));
    else {
      this.#diagnostics.push({
        role, severity: 'warning', code: 'role-substituted', at: null,
        message: `${label}：缺少字体 ${name}，改用${instead === null ? '' : '本机的'}“${taken.name}”`,
        suggestion: FETCH,
      });
    }
  }

  #sayStandIn(role: FontRole, label: string, taken: Face): void {
    const [wanted] = this.#table.roles[role].own;
    this.#diagnostics.push({
      role, severity: 'info', code: 'role-substituted', at: null,
      message: `${label}：本机没有“${wanted ?? label}”一类字体，用“${taken.name}”代替`,
      suggestion: null,
    });
  }
}

function noFace(role: FontRole, label: string): RoleDiagnostic {
  return {
    role, severity: 'error', code: 'font-missing', at: null,
    message: `${label}：没有任何可用的字体`,
    suggestion: FETCH,
  };
}

function noEmbedding(role: FontRole | null, where: string, face: ScannedFace): RoleDiagnostic {
  return {
    role, severity: 'warning', code: 'font-embedding-forbidden', at: null,
    message: `${where}“${face.localFamily}”（${basename(face.path)}）授权标志（fsType ${face.fsType}）不许嵌入 PDF，没有采用`,
    suggestion: '改用允许嵌入的字体',
  };
}

function first<T>(ids: readonly string[], get: (id: string) => T | null): T | null {
  for (const id of ids) {
    const found = get(id);
    if (found !== null) return found;
  }
  return null;
}

function collect(lists: readonly (readonly [FontRole, readonly Face[]])[], diagnostics: readonly RoleDiagnostic[]): FoundFonts {
  const unique = lists.map(([role, faces]): readonly [FontRole, readonly Face[]] => [role, [...new Set(faces)]]);
  return {
    fonts: new Map(unique.map(([role, faces]) => [role, faces.map((face) => face.font)])),
    found: unique.flatMap(([role, faces]) => faces.map((face, rank) => ({ role, rank, ...face }))),
    diagnostics,
  };
}

function findInFolder(dir: string, edition: string, table: FaceTable): FoundFonts {
  const scan = scanFaces([dir], (folder, cause) => {
    if (folder === dir) throw new AppError('fonts-unreadable', `字体文件夹 ${dir} 打不开`, cause);
  });
  const usable = scan.faces.filter((face) => face.embeddable);
  const diagnostics: RoleDiagnostic[] = [
    ...scan.bad.map(({ path, reason }): RoleDiagnostic => ({
      role: null, severity: 'warning', code: 'font-missing', at: null, message: `字体文件 ${basename(path)} 不能用：${reason}`, suggestion: null,
    })),
    ...scan.faces.filter((face) => !face.embeddable).map((face) => noEmbedding(null, '', face)),
  ];
  if (usable.length === 0) {
    const why = diagnostics.length === 0 ? '里没有字体文件（.ttf、.otf、.ttc）' : `里没有能用的字体：${diagnostics[0]!.message}`;
    throw new AppError('fonts-empty', `字体文件夹 ${dir} ${why}`);
  }
  const faces = new Faces();
  const lists = FONT_ROLES.map((role): readonly [FontRole, readonly Face[]] => {
    const match = matchRole(role, usable, table, edition);
    const lead = match.faces[0]!;
    const { label } = table.roles[role];
    if (match.substituted) {
      diagnostics.push({
        role, severity: 'warning', code: 'role-substituted', at: null,
        message: `${label}：文件夹中没有这种字体，改用“${lead.localFamily}”`, suggestion: null,
      });
    }
    if (lead.isVariable) {
      diagnostics.push({
        role, severity: 'warning', code: 'role-substituted', at: null,
        message: `${label}：“${lead.localFamily}”是可变字体，只用它的默认字重（${lead.weight}）`, suggestion: '换用固定字重的字体文件',
      });
    }
    return [role, match.faces.map((face) => faces.takeScanned(face, 'folder', table))];
  });
  return collect(lists, diagnostics);
}
