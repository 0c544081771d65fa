// The faces in folders: every font file opened far enough to say its names,
// weight, licence flag and whether it has Chinese. A file that is no font or is
// broken is told apart, so that the caller may say so.
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { listFaces } from '../font/face-info';
import { FontError } from '../font/font-error';
import { openFont } from '../font/open-font';
import { isSystemError } from './app-error';
import { fileSource } from './file-source';

export interface ScannedFace {
  readonly path: string;
  readonly index: number;
  /** Every name the face gives itself. */
  readonly names: readonly string[];
  readonly family: string;
  readonly localFamily: string;
  readonly weight: number;
  readonly isSerif: boolean;
  readonly isVariable: boolean;
  readonly italic: boolean;
  readonly fsType: number;
  readonly embeddable: boolean;
  /** The face has 的 and 一: it can set Chinese. */
  readonly hasHan: boolean;
}

export interface Scan {
  readonly faces: readonly ScannedFace[];
  readonly bad: readonly { readonly path: string; readonly reason: string }[];
  /** Folders walked, with the time of their last change in ms; 0 for one that is not there. */
  readonly folders: readonly (readonly [string, number])[];
}

const FONT_FILES: ReadonlySet<string> = new Set(['.ttf', '.otf', '.ttc', '.otc']);
const MAX_DEPTH = 8;

/** Folders that do not exist or cannot be read are passed over; `onUnreadable` hears of them. */
export function scanFaces(folders: readonly string[], onUnreadable: (folder: string, cause: unknown) => void = () => undefined): Scan {
  const scan = { faces: [] as ScannedFace[], bad: [] as { path: string; reason: string }[], folders: [] as [string, number][] };
  const seen = new Set<string>();
  const walk = (folder: string, depth: number): void => {
    let entries: Dirent[];
    scan.folders.push([folder, statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0]);
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (cause) {
      onUnreadable(folder, cause);
      return;
    }
    // Sorted: which of two equal faces is found first must not hang on the disk.
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      const stat = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry;
      if (stat === undefined) continue;
      if (stat.isDirectory() && depth < MAX_DEPTH && !entry.isSymbolicLink()) walk(path, depth + 1);
      else if (stat.isFile() && FONT_FILES.has(extname(entry.name).toLowerCase()) && !seen.has(path)) {
        seen.add(path);
        scanFile(path, scan.faces, scan.bad);
      }
    }
  };
  for (const folder of folders) walk(folder, 0);
  return scan;
}

function scanFile(path: string, faces: ScannedFace[], bad: { path: string; reason: string }[]): void {
  try {
    const source = fileSource(path);
    try {
      for (const info of listFaces(source)) {
        const font = openFont(source, { index: info.index });
        faces.push({
          path,
          index: info.index,
          names: info.names.all,
          family: info.names.family,
          localFamily: info.names.localFamily,
          weight: info.weight,
          isSerif: info.isSerif,
          isVariable: info.isVariable,
          italic: info.italic,
          fsType: info.fsType,
          embeddable: info.embeddable,
          hasHan: font.glyphOf(0x7684) !== 0 && font.glyphOf(0x4e00) !== 0,
        });
      }
    } finally {
      source.close();
    }
  } catch (error) {
    bad.push({ path, reason: error instanceof FontError ? error.message : '读不出来' });
    if (!(error instanceof FontError) && !isSystemError(error)) throw error;
  }
}
