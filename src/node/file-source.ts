// A font file read by ranges: never read whole. The
// descriptor stays open for the life of the process; a face is asked again and
// again, and a process has a dozen.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type ByteSource, checkRange } from '../font/byte-source';

export interface FileSource extends ByteSource {
  /** For who only looks in. */
  close(): void;
}

/** @throws what `fs` throws where the file cannot be opened or read. */
export function fileSource(path: string): FileSource {
  const file = openSync(path, 'r');
  const length = fstatSync(file).size;
  return {
    length,
    close: () => closeSync(file),
    read(at, n) {
      checkRange(at, n, length);
      const bytes = new Uint8Array(n);
      for (let done = 0; done < n; ) {
        const got = readSync(file, bytes, done, n - done, at + done);
        // A file that shrinks under us: what is missing reads as an error, not as zeros.
        if (got === 0) checkRange(at, n, at + done);
        done += got;
      }
      return bytes;
    },
  };
}
