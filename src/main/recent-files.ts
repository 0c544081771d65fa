// The files opened last, with a picture of their first page, in the user's data
// folder. Nothing hangs on it: a list that cannot be read is empty, one that cannot
// be written is not, and no opening or saving fails for it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { array, number, parse, strictObject, string, ValiError, type InferOutput } from 'valibot';
import type { RecentFile } from '../ipc/recent';
import { AppError } from '../node/app-error';
import { writeAtomically } from '../node/atomic-write';

const ListSchema = array(strictObject({ file: string(), at: number() }));
type Entry = InferOutput<typeof ListSchema>[number];

const MOST_FILES = 12;
/** A first page of 160 pixels is a few thousand bytes. */
const MOST_THUMBNAIL = 512 * 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47];

export class RecentFiles {
  readonly #folder: string;

  /** @param folder its own folder; made when there is something to keep. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  list(): readonly RecentFile[] {
    return this.#read().map(({ file, at }) => ({
      id: idOf(file), name: path.basename(file), folder: path.dirname(file), at, isGone: !existsSync(file), thumbnail: this.#thumbnail(file),
    }));
  }

  /** @throws AppError `recent-unknown` where it is no longer in the list. */
  fileOf(id: string): string {
    const entry = this.#read().find(({ file }) => idOf(file) === id);
    if (entry === undefined) throw new AppError('recent-unknown', '这个文件已经不在最近文件里了，请用“打开”找到它。');
    return entry.file;
  }

  /** Puts a file at the head of the list. */
  note(file: string, at: number): void {
    const whole = path.resolve(file);
    const entries = [{ file: whole, at }, ...this.#read().filter((entry) => entry.file !== whole)];
    for (const old of entries.slice(MOST_FILES)) rmSync(this.#picture(old.file), { force: true });
    this.#write(entries.slice(0, MOST_FILES));
  }

  forget(id: string): void {
    const entries = this.#read();
    const gone = entries.find(({ file }) => idOf(file) === id);
    if (gone === undefined) return;
    rmSync(this.#picture(gone.file), { force: true });
    this.#write(entries.filter((entry) => entry !== gone));
  }

  /** Keeps the picture of a file that is in the list. @throws AppError `payload-invalid` where it is no picture. */
  keepThumbnail(file: string, png: Uint8Array): void {
    if (png.length > MOST_THUMBNAIL || PNG.some((byte, at) => png[at] !== byte)) throw new AppError('payload-invalid', '首页缩览不是一张小的 PNG 图片，没有留下。');
    const whole = path.resolve(file);
    if (!this.#read().some((entry) => entry.file === whole)) return;
    this.#keep(this.#picture(whole), png);
  }

  #thumbnail(file: string): Uint8Array | null {
    try {
      return readFileSync(this.#picture(file));
    } catch {
      return null; // none was kept yet
    }
  }

  #picture(file: string): string {
    return path.join(this.#folder, `${idOf(file)}.png`);
  }

  #read(): readonly Entry[] {
    try {
      return parse(ListSchema, JSON.parse(readFileSync(path.join(this.#folder, 'list.json'), 'utf8')));
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof ValiError || (error as { code?: unknown }).code !== undefined) return [];
      throw error;
    }
  }

  #write(entries: readonly Entry[]): void {
    this.#keep(path.join(this.#folder, 'list.json'), Buffer.from(`${JSON.stringify(entries, null, 2)}\n`));
  }

  #keep(file: string, bytes: Uint8Array): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeAtomically(file, (sink) => sink(bytes));
    } catch (error) {
      if (!(error instanceof AppError) && (error as { code?: unknown }).code === undefined) throw error;
    }
  }
}

/** Names a file towards the window; its path stays here. */
function idOf(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 24);
}
