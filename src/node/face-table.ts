// resources/faces.json: which faces ship or are fetched, by what names a user's
// own are known, and who stands in for whom. Data, so that a user may copy and
// change it; checked here by hand, since a schema library would cost a cold
// export more than this whole table.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FONT_ROLES, type FontRole } from '../core/font';
import type { GlyphAdjust } from '../font/glyph-adjust';
import { AppError } from './app-error';

/** A face at a known version: tests read only these (RUNTIME). */
export interface PinnedFace {
  readonly id: string;
  /** PostScript name. */
  readonly name: string;
  /** npm package, or null for a file of resources/fonts. */
  readonly package: string | null;
  readonly file: string;
  /** Size of the whole file; null where versions differ. A download cut off is not a face. */
  readonly bytes: number | null;
  readonly licence: string;
  /** How the face is set right beside others; without it the face stays as it is. */
  readonly adjust?: GlyphAdjust;
}

export interface RoleFaces {
  /** What the role is called in messages. */
  readonly label: string;
  /** Weight that suits the role where a family has several. */
  readonly weight: number;
  /** Names of the faces that the standard means: taken before all else where they are installed. */
  readonly own: readonly string[];
  /** Pinned faces of the role; the first that stands is taken. */
  readonly pinned: readonly string[];
  /** Names of installed faces that stand in where no pinned one stands. */
  readonly system: readonly string[];
  /** Pinned faces for characters that the role's own face lacks, in order. */
  readonly fallback: readonly string[];
}

export interface FaceTable {
  readonly faces: readonly PinnedFace[];
  readonly roles: Readonly<Record<FontRole, RoleFaces>>;
  /** Per kind of edition: another pinned face for a role (a lectern needs a heavier 宋). */
  readonly editions: Readonly<Record<string, Readonly<Partial<Record<FontRole, string>>>>>;
}

/** Where the program's files lie: `resources` holds faces.json and fonts/, `packages` is a node_modules or null. */
export interface Places {
  readonly resources: string;
  readonly packages: string | null;
}

/** The places of a checkout or an unpacked build: the nearest folder above this file with resources/faces.json. @throws AppError. */
export function findPlaces(): Places {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'resources', 'faces.json'))) {
      return { resources: join(folder, 'resources'), packages: join(folder, 'node_modules') };
    }
    if (folder === dirname(folder)) throw new AppError('resources-missing', '找不到程序的资源文件夹（resources/faces.json）');
  }
}

/** @throws AppError `resources-broken` where the table is not what it should be. */
export function readFaceTable(places: Places): FaceTable {
  const path = join(places.resources, 'faces.json');
  try {
    const table: unknown = JSON.parse(readFileSync(path, 'utf8'));
    checkTable(table);
    return table;
  } catch (cause) {
    throw new AppError('resources-broken', `字体配置 ${path} 不能用：${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
}

function checkTable(table: unknown): asserts table is FaceTable {
  if (!isRecord(table) || !Array.isArray(table['faces']) || !isRecord(table['roles']) || !isRecord(table['editions'])) {
    throw new TypeError('缺少 faces、roles 或 editions');
  }
  const ids = new Set<string>();
  for (const face of table['faces'] as readonly unknown[]) {
    if (!isRecord(face) || !isText(face['id']) || !isText(face['name']) || !isText(face['file']) || !isText(face['licence'])) {
      throw new TypeError('faces 中有一项不完整');
    }
    if (face['package'] !== null && !isText(face['package'])) throw new TypeError(`${face['id']} 的 package 不对`);
    if (face['bytes'] !== null && typeof face['bytes'] !== 'number') throw new TypeError(`${face['id']} 的 bytes 不对`);
    if (face['adjust'] !== undefined && !isAdjust(face['adjust'])) throw new TypeError(`${face['id']} 的 adjust 不对`);
    ids.add(face['id']);
  }
  for (const role of FONT_ROLES) {
    const faces = table['roles'][role];
    if (!isRecord(faces) || !isText(faces['label']) || typeof faces['weight'] !== 'number') throw new TypeError(`roles.${role} 不完整`);
    for (const list of ['own', 'pinned', 'system', 'fallback']) {
      const names = faces[list];
      if (!Array.isArray(names) || !names.every(isText)) throw new TypeError(`roles.${role}.${list} 不是名称的列表`);
      if (list === 'pinned' || list === 'fallback') checkIds(names, ids, `roles.${role}.${list}`);
    }
  }
  for (const [kind, roles] of Object.entries(table['editions'])) {
    if (!isRecord(roles)) throw new TypeError(`editions.${kind} 不对`);
    checkIds(Object.values(roles), ids, `editions.${kind}`);
  }
}

function checkIds(names: readonly unknown[], ids: ReadonlySet<string>, where: string): void {
  for (const name of names) if (!isText(name) || !ids.has(name)) throw new TypeError(`${where} 提到的 ${String(name)} 不在 faces 中`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isAdjust(value: unknown): value is GlyphAdjust {
  return isRecord(value) && ['rise', 'hanScale', 'stopRise', 'stopShift', 'quoteShift'].every((key) => typeof value[key] === 'number');
}
