// Gray pictures, read from the plainest format that every converter writes, and how
// far two of them are apart.

export interface Gray {
  readonly width: number;
  readonly height: number;
  /** Levels 0–255, row by row. */
  readonly data: Uint8Array;
}

/** A binary PGM (P5, 8 bit). @throws Error where it is none. */
export function readPgm(bytes: Uint8Array): Gray {
  const head = /^P5\s+(?:#[^\n]*\n)*(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 256)).toString('latin1'));
  if (head === null) throw new Error('no 8-bit PGM');
  return { width: Number(head[1]), height: Number(head[2]), data: bytes.subarray(head[0].length) };
}

/** The picture with each square of `by` × `by` pixels made one, their mean. */
export function shrink({ width, height, data }: Gray, by: number): Gray {
  const small = { width: Math.floor(width / by), height: Math.floor(height / by) };
  const out = new Uint8Array(small.width * small.height);
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let sum = 0;
      for (let dy = 0; dy < by; dy++) for (let dx = 0; dx < by; dx++) sum += data[(y * by + dy) * width + x * by + dx] ?? 0;
      out[y * small.width + x] = Math.round(sum / (by * by));
    }
  }
  return { ...small, data: out };
}

export interface Difference {
  /** Mean difference of two pixels, gray steps. */
  readonly mean: number;
  /** Largest difference between the means of two squares. */
  readonly worst: number;
  /** Its left and top, pixels. */
  readonly at: { readonly x: number; readonly y: number };
}

/** Compares what both pictures have; a rim of a pixel may be missing where sizes were rounded apart. @throws Error beyond that. */
export function comparePictures(a: Gray, b: Gray, square: number): Difference {
  const width = Math.min(a.width, b.width);
  const height = Math.min(a.height, b.height);
  if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1) throw new Error(`sizes differ: ${a.width}×${a.height}, ${b.width}×${b.height}`);
  let sum = 0;
  let worst = 0;
  let at = { x: 0, y: 0 };
  for (let top = 0; top + square <= height; top += square) {
    for (let left = 0; left + square <= width; left += square) {
      let balance = 0;
      for (let y = top; y < top + square; y++) {
        for (let x = left; x < left + square; x++) {
          const difference = (a.data[y * a.width + x] ?? 0) - (b.data[y * b.width + x] ?? 0);
          sum += Math.abs(difference);
          balance += difference;
        }
      }
      const mean = Math.abs(balance) / (square * square);
      if (mean > worst) {
        worst = mean;
        at = { x: left, y: top };
      }
    }
  }
  return { mean: sum / (width * height), worst, at };
}
