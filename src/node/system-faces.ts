// The faces installed on this machine. Looking through hundreds of files costs
// a tenth of a second and more, so what was found is kept in the user's cache
// folder and holds as long as no font folder has changed; an export then pays
// for one small file and a stat a folder.
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type ScannedFace, scanFaces } from './scan-faces';

/** Changed when a ScannedFace changes its form. */
const FORM = 1;

/** Where the platform keeps fonts: the system's folders and the user's. */
export function systemFontFolders(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): readonly string[] {
  const home = homedir();
  if (platform === 'win32') {
    return [join(env['WINDIR'] ?? 'C:\\Windows', 'Fonts'), join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts')];
  }
  if (platform === 'darwin') {
    return [join(home, 'Library', 'Fonts'), '/Library/Fonts', '/System/Library/Fonts', ...downloadedOnMac()];
  }
  const data = env['XDG_DATA_HOME'] ?? join(home, '.local', 'share');
  return [join(data, 'fonts'), join(home, '.fonts'), '/usr/local/share/fonts', '/usr/share/fonts'];
}

/** macOS keeps Songti, Kaiti and their like as assets, downloaded when first used. */
function downloadedOnMac(): readonly string[] {
  const assets = '/System/Library/AssetsV2';
  try {
    return readdirSync(assets).filter((name) => name.startsWith('com_apple_MobileAsset_Font')).map((name) => join(assets, name));
  } catch {
    return []; // no such folder before macOS 10.14
  }
}

/** The user's cache folder for Banxin. */
export function cacheFolder(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Banxin', 'Cache');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Banxin');
  return join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'banxin');
}

interface Index {
  readonly form: number;
  /** The folders asked for; another question makes another index. */
  readonly asked: readonly string[];
  readonly folders: readonly (readonly [string, number])[];
  readonly faces: readonly ScannedFace[];
}

/** The faces in the folders, from the index in `cache` where it still holds. Unreadable folders are passed over. */
export function systemFaces(folders: readonly string[] = systemFontFolders(), cache: string = cacheFolder()): readonly ScannedFace[] {
  const file = join(cache, 'faces.json');
  const kept = readIndex(file);
  if (kept !== null && holds(kept, folders)) return kept.faces;
  const scan = scanFaces(folders);
  writeIndex(cache, file, { form: FORM, asked: folders, folders: scan.folders, faces: scan.faces });
  return scan.faces;
}

function readIndex(file: string): Index | null {
  try {
    const index = JSON.parse(readFileSync(file, 'utf8')) as Partial<Index>;
    const sound = index.form === FORM && Array.isArray(index.asked) && Array.isArray(index.folders) && Array.isArray(index.faces);
    return sound ? (index as Index) : null;
  } catch {
    return null; // none yet, or cut off: it is made anew
  }
}

function holds(index: Index, folders: readonly string[]): boolean {
  if (index.asked.length !== folders.length || !folders.every((folder, i) => folder === index.asked[i])) return false;
  return index.folders.every(([folder, time]) => (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) === time);
}

function writeIndex(cache: string, file: string, index: Index): void {
  try {
    mkdirSync(cache, { recursive: true });
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(index));
    renameSync(temporary, file);
  } catch {
    // A cache that cannot be written makes the next start slower and nothing else.
  }
}
