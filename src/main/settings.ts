// What the user has set, in the user's data folder. A file that cannot be read or is
// of another shape is as if nothing were set; it is written whole, never in part.
import { readFileSync } from 'node:fs';
import { boolean, optional, parse, strictObject, ValiError, type InferOutput } from 'valibot';
import { writeAtomically } from '../node/atomic-write';

const SettingsSchema = strictObject({
  /** W42: save a named file by itself every 30 s. */
  autosave: optional(boolean(), true),
});

type SettingsValues = InferOutput<typeof SettingsSchema>;

export class Settings {
  readonly #file: string;
  #values: SettingsValues;
  readonly #listeners = new Set<() => void>();

  constructor(file: string) {
    this.#file = file;
    this.#values = read(file);
  }

  get values(): SettingsValues {
    return this.#values;
  }

  /** Hears of every change; answers how to stop. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** @throws AppError where the file cannot be written; the setting holds for this run all the same. */
  set(change: Partial<SettingsValues>): void {
    this.#values = { ...this.#values, ...change };
    for (const listener of this.#listeners) listener();
    writeAtomically(this.#file, (sink) => sink(Buffer.from(`${JSON.stringify(this.#values, null, 2)}\n`)));
  }
}

function read(file: string): SettingsValues {
  try {
    return parse(SettingsSchema, JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ValiError || (error as { code?: unknown }).code !== undefined) return parse(SettingsSchema, {});
    throw error;
  }
}
