// zlib for many short streams: one compressor (or its counterpart), wound back
// for each. Node's deflateSync makes a stream object with all its machinery for
// every call, for a page of 2 KB a third of what it costs, for reading one back
// more than half. Its documented objects close after one synchronous call, so the
// handle inside them is driven here, as npm's minizlib does it. The bytes are the
// same. A Node that has no such handle gets null: then the documented way is taken.
import { constants, type Deflate, type Inflate } from 'node:zlib';

/** What Node's zlib objects have inside; not documented. */
interface Handle {
  /** Works through `input` and tells in the object's `_writeState` what room is left in `out`, and what of the input. */
  writeSync(flush: number, input: Uint8Array, from: number, length: number, out: Uint8Array, at: number, room: number): void;
  /** Back to the beginning of a stream, with the same settings. */
  reset(): void;
  onerror: () => void;
}

interface Inside {
  readonly _handle?: Partial<Handle> | null;
  readonly _writeState?: unknown;
}

export class ReusedZlib {
  readonly #handle: Handle | null;
  readonly #state: Uint32Array;
  readonly #out: Uint8Array;
  #failed = false;

  /** @param room bytes that a stream's outcome may have */
  constructor(zlib: Deflate | Inflate, room: number) {
    const { _handle: handle, _writeState: state } = zlib as unknown as Inside;
    const known = typeof handle?.writeSync === 'function' && typeof handle.reset === 'function' && state instanceof Uint32Array;
    this.#handle = known ? (handle as Handle) : null;
    this.#state = known ? state : new Uint32Array(2);
    this.#out = new Uint8Array(known ? room : 0);
    if (this.#handle === null) return;
    this.#handle.onerror = () => {
      this.#failed = true;
    };
  }

  /** What the whole stream `input` becomes, good until the next one is run; null where it is broken, has no room, or cannot be done this way. */
  run(input: Uint8Array): Uint8Array | null {
    const handle = this.#handle;
    const out = this.#out;
    if (handle === null) return null;
    this.#failed = false;
    handle.writeSync(constants.Z_FINISH, input, 0, input.length, out, 0, out.length);
    const [left = 0, unread = 0] = this.#state;
    handle.reset();
    // without room left the outcome may be longer; bytes after the end are the documented way's to judge
    return this.#failed || left === 0 || unread > 0 ? null : out.subarray(0, out.length - left);
  }
}
