// The faces in the worker: each is opened over bytes fetched from app://font/<id>.
// The engine asks synchronously, so bytes are fetched synchronously (a worker may):
// a few blocks of 64 KB are enough to open a face and to know what it covers; a
// face that is really used is then fetched whole, once. A fallback face of 25 MB
// that no character needs costs one block.
import type { Font, FontRole } from '../../core/font';
import { checkRange, type ByteSource } from '../../font/byte-source';
import { lazyFont } from '../../font/lazy-font';
import { openFont } from '../../font/open-font';
import { FONT_ORIGIN, type FaceSource } from '../../ipc/index';

const BLOCK = 1 << 16;
/** Blocks read one by one before the whole file is cheaper. */
const MAX_BLOCKS = 8;

function request(url: string, range: string | null): { readonly bytes: Uint8Array; readonly total: number } {
  const call = new XMLHttpRequest();
  call.open('GET', url, false);
  call.responseType = 'arraybuffer';
  if (range !== null) call.setRequestHeader('Range', range);
  call.send();
  if (call.status !== (range === null ? 200 : 206)) throw new RangeError(`font not served: ${call.status}`);
  const bytes = new Uint8Array(call.response as ArrayBuffer);
  const total = range === null ? bytes.length : Number(/\/(\d+)$/.exec(call.getResponseHeader('Content-Range') ?? '')?.[1]);
  return { bytes, total };
}

/** A font file behind a URL, read in blocks and then whole. */
class ServedFile implements ByteSource {
  readonly length: number;
  readonly #url: string;
  readonly #blocks = new Map<number, Uint8Array>();
  #whole: Uint8Array | null = null;

  constructor(url: string) {
    this.#url = url;
    const head = request(url, `bytes=0-${BLOCK - 1}`);
    this.length = head.total;
    this.#blocks.set(0, head.bytes);
  }

  read(at: number, n: number): Uint8Array {
    checkRange(at, n, this.length);
    if (this.#whole !== null) return this.#whole.subarray(at, at + n);
    const first = Math.floor(at / BLOCK);
    if (Math.floor((at + Math.max(n, 1) - 1) / BLOCK) === first) {
      const block = this.#block(first);
      if (block !== null) return block.subarray(at - first * BLOCK, at - first * BLOCK + n);
    }
    this.#whole ??= request(this.#url, null).bytes;
    this.#blocks.clear();
    return this.#whole.subarray(at, at + n);
  }

  #block(index: number): Uint8Array | null {
    const known = this.#blocks.get(index);
    if (known !== undefined) return known;
    if (this.#blocks.size >= MAX_BLOCKS) return null;
    const from = index * BLOCK;
    const { bytes } = request(this.#url, `bytes=${from}-${Math.min(from + BLOCK, this.length) - 1}`);
    this.#blocks.set(index, bytes);
    return bytes;
  }
}

/** Every face of the window, each opened at its first question and fetched once, whatever editions use it. */
export class FaceStore {
  readonly #fonts = new Map<string, Font>();
  /** Faces that have been opened, by the engine's id: a display list names no others. */
  readonly opened = new Map<string, Font>();

  /** Faces by role, in the order of fallbacks. */
  byRole(faces: readonly FaceSource[]): ReadonlyMap<FontRole, readonly Font[]> {
    const roles = new Map<FontRole, Font[]>();
    for (const face of faces) {
      const list = roles.get(face.role);
      if (list === undefined) roles.set(face.role, [this.#take(face)]);
      else list.push(this.#take(face));
    }
    return roles;
  }

  #take({ id, index, adjust }: FaceSource): Font {
    const known = this.#fonts.get(id);
    if (known !== undefined) return known;
    const font = lazyFont(() => {
      const opened = openFont(new ServedFile(`${FONT_ORIGIN}/${encodeURIComponent(id)}`), { index, adjust });
      this.opened.set(opened.id, opened);
      return opened;
    });
    this.#fonts.set(id, font);
    return font;
  }
}
