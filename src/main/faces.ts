// The faces that window and export share: found once a start for each kind of
// edition, the user's own first where they are installed. The window gets them by
// an id of this run and loads them from app://font; it never learns a path.
import type { EditionKind } from '../core/model/package';
import type { EditionFaces, FaceSource } from '../ipc/index';
import { findFonts, type FoundFonts } from '../node/fonts';

const KINDS: readonly EditionKind[] = ['booklet', 'newspaper', 'speech'];

/** Faces of a kind of edition, as the command line's `export` takes them. @throws AppError. */
export function facesFor(edition: EditionKind): FoundFonts {
  return findFonts({ system: true, edition });
}

export class FaceList {
  #editions: readonly EditionFaces[] | null = null;
  readonly #files = new Map<string, string>();
  readonly #ids = new Map<string, string>();

  /** @throws AppError where the program's own table of faces is missing. */
  editions(): readonly EditionFaces[] {
    this.#editions ??= KINDS.map((edition) => {
      const { found, diagnostics } = facesFor(edition);
      const faces = found.map((face): FaceSource => ({ id: this.#idOf(face.file, face.index), role: face.role, index: face.index, adjust: face.adjust() }));
      return { edition, faces, diagnostics };
    });
    return this.#editions;
  }

  /** File of a face by its id; null for an id that was never given out. */
  fileOf(id: string): string | null {
    return this.#files.get(id) ?? null;
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
