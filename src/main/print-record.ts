// 打印记录: what was printed and exported, when, for whom, with the text as it was
// and the lines as they stood on paper. It stands in the user's data by package id,
// not in the package: printing changes no text, so it must not make a saved file
// unsaved, and one that may only be read can be printed too. Old entries go when
// there are too many; a text that several printings share is kept once.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { array, boolean, nullable, number, picklist, pipe, regex, safeParse, strictObject, string } from 'valibot';
import type { PrintedPage } from '../core/display/page-lines';
import { writePackage } from '../core/model/package-file';
import type { Package } from '../core/model/package';
import type { PrintEntry } from '../ipc/printing';
import { AppError } from '../node/app-error';
import { saveFile } from '../node/save-file';

/** Entries kept of one package, and bytes of all that belongs to them: a spring's drafts, twenty a day. */
const BOUNDS = { entries: 300, bytes: 80 * 1024 * 1024 };

const EntrySchema = strictObject({
  id: string(), kind: picklist(['print', 'export']), at: number(), stage: nullable(string()), edition: string(), editionName: string(),
  draft: nullable(strictObject({ article: nullable(string()), every: number(), header: boolean(), marginMm: number(), pitch: number() })),
  pages: number(), chosen: nullable(array(number())), copies: number(), to: string(), where: string(), text: pipe(string(), regex(/^[0-9a-f]{32}$/)),
});

/** An entry as it stands on the disk: with the name of its text. */
type Stored = PrintEntry & { readonly text: string };

/** What a printing notes; its id is given here. */
export type NewEntry = Omit<PrintEntry, 'id'>;

export class PrintRecord {
  readonly #folder: string;
  readonly #bounds: typeof BOUNDS;

  /** @param folder of all packages' records. */
  constructor(folder: string, bounds = BOUNDS) {
    this.#folder = folder;
    this.#bounds = bounds;
  }

  /**
   * Notes a printing with its package and lines.
   * @throws AppError `write-failed`.
   */
  async add(entry: NewEntry, pkg: Package, lines: readonly PrintedPage[]): Promise<PrintEntry> {
    const folder = this.#of(pkg.id);
    await mkdir(folder, { recursive: true });
    // Versions and pictures are no text of this printing, and large.
    const bytes = writePackage({ ...pkg, versions: [], assets: new Map() }, null);
    const text = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    const textFile = path.join(folder, `${text}.banxin`);
    if (!(await isThere(textFile))) await saveFile(textFile, bytes);
    const id = await this.#freeId(folder, entry.at);
    await saveFile(path.join(folder, `${id}.lines`), gzipSync(JSON.stringify(lines)));
    const stored: Stored = { ...entry, id, text };
    // Last: an entry that is there has its text and its lines.
    await saveFile(path.join(folder, `${id}.json`), Buffer.from(JSON.stringify(stored)));
    await this.#trim(folder);
    return { ...entry, id };
  }

  /** Entries of a package, the newest first. What cannot be read is left out. */
  async list(pkg: string): Promise<readonly PrintEntry[]> {
    return (await this.#stored(this.#of(pkg))).map(({ text: _text, ...entry }) => entry);
  }

  /** Lines of a printing. @throws AppError `print-entry-unknown`. */
  async lines(pkg: string, id: string): Promise<readonly PrintedPage[]> {
    await this.#find(pkg, id);
    return JSON.parse(gunzipSync(await readFile(path.join(this.#of(pkg), `${id}.lines`))).toString('utf8')) as readonly PrintedPage[];
  }

  /** The package as it was printed. @throws AppError `print-entry-unknown`. */
  async text(pkg: string, id: string): Promise<Uint8Array> {
    const { text } = await this.#find(pkg, id);
    return readFile(path.join(this.#of(pkg), `${text}.banxin`));
  }

  /** Ids of packages are file names (package-schema.ts), but not for every file system. */
  #of(pkg: string): string {
    return path.join(this.#folder, encodeURIComponent(pkg).replaceAll('*', '%2A'));
  }

  async #find(pkg: string, id: string): Promise<Stored> {
    const found = (await this.#stored(this.#of(pkg))).find((entry) => entry.id === id);
    if (found === undefined) throw new AppError('print-entry-unknown', '打印记录里已经没有这一次了（旧的会按数量清理）。');
    return found;
  }

  async #stored(folder: string): Promise<readonly Stored[]> {
    const names = (await namesIn(folder)).filter((name) => name.endsWith('.json'));
    const entries = await Promise.all(names.map(async (name) => readEntry(path.join(folder, name), path.basename(name, '.json'))));
    return entries.filter((entry) => entry !== null).toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  }

  async #freeId(folder: string, at: number): Promise<string> {
    for (let serial = 0; ; serial++) {
      const id = `${at}-${serial}`;
      if (!(await isThere(path.join(folder, `${id}.json`)))) return id;
    }
  }

  /** The oldest entries beyond the bounds go, then the texts that none has; the newest stays whatever its size. */
  async #trim(folder: string): Promise<void> {
    const entries = await this.#stored(folder);
    const size = async (name: string): Promise<number> => stat(path.join(folder, name)).then((found) => found.size, () => 0);
    const kept = new Set<string>();
    const texts = new Set<string>();
    let bytes = 0;
    for (const { id, text } of entries) {
      bytes += (await size(`${id}.lines`)) + (await size(`${id}.json`)) + (texts.has(text) ? 0 : await size(`${text}.banxin`));
      if (kept.size > 0 && (kept.size >= this.#bounds.entries || bytes > this.#bounds.bytes)) break;
      kept.add(id);
      texts.add(text);
    }
    for (const name of await namesIn(folder)) {
      const { name: stem, ext } = path.parse(name);
      const isOurs = ext === '.json' || ext === '.lines' ? kept.has(stem) : ext !== '.banxin' || texts.has(stem);
      if (!isOurs) await rm(path.join(folder, name), { force: true });
    }
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    return [];
  });
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false);
}

/** null: no entry of ours, or damaged. */
async function readEntry(file: string, id: string): Promise<Stored | null> {
  try {
    const parsed = safeParse(EntrySchema, JSON.parse(await readFile(file, 'utf8')));
    return parsed.success && parsed.output.id === id ? parsed.output : null;
  } catch (error) {
    if (!(error instanceof SyntaxError) && (error as { code?: unknown }).code === undefined) throw error;
    return null;
  }
}
