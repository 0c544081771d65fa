// The faces that the window sets its pages in: found once a start for each kind of
// edition, by a job of its own, for faces are foreign files (W61). The window gets
// them by an id of this run and loads them from app://font; it never learns a path.
import type { EditionFaces } from '../ipc/index';
import type { FacesOfEdition } from './reader-messages';
import { findFaces } from './readers';

/** A face by what a person knows it as, for support. */
interface NamedFace {
  readonly edition: string;
  readonly role: string;
  readonly name: string;
  readonly source: string;
}

export class FaceList {
  readonly #files = new Map<string, string>();
  readonly #ids = new Map<string, string>();
  #found: Promise<readonly FacesOfEdition[]> | null = null;

  /** Begins to look at once: the window, which loads meanwhile, asks first for its faces. */
  constructor() {
    this.#look().catch(() => null); // told to whoever asks
  }

  /** @throws AppError where the program's own table of faces is missing. */
  async editions(): Promise<readonly EditionFaces[]> {
    const found = await this.#look();
    return found.map(({ edition, faces, diagnostics }) => ({
      edition, diagnostics, faces: faces.map(({ file, role, index, adjust }) => ({ id: this.#idOf(file, index), role, index, adjust })),
    }));
  }

  /** @throws AppError as `editions`. */
  async names(): Promise<readonly NamedFace[]> {
    return (await this.#look()).flatMap(({ edition, faces }) => faces.map(({ role, name, source }) => ({ edition, role, name, source })));
  }

  /** File of a face by its id; null for an id that was never given out. */
  fileOf(id: string): string | null {
    return this.#files.get(id) ?? null;
  }

  #look(): Promise<readonly FacesOfEdition[]> {
    this.#found ??= findFaces().catch((error: unknown) => {
      // Asked again, it looks again.
      this.#found = null;
      throw error;
    });
    return this.#found;
  }

  #idOf(file: string, index: number): string {
    const key = `${file}#${index}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = `face-${this.#ids.size}`;
      this.#ids.set(key, id);
      this.#files.set(id, file);
    }
    return id;
  }
}
