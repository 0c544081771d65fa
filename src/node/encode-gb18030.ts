// Text → GB18030, which Node decodes and does not encode. The table is the decoder's
// own, turned around: every two-byte code and every four-byte code of the first plane
// is decoded once; the other planes are a formula. So whatever is written here reads
// back as it was, and four-byte forms are there for every character of Unicode: only
// lone surrogates (no characters) and U+E5E5 (which the standard's decoder does not
// know) are lost, and counted.

interface Encoding {
  /** Code by UTF-16 unit: two or four bytes as one number; 0: none. */
  readonly codes: Uint32Array;
}

let made: Encoding | null = null;

/** Four-byte codes of the first plane: 0x81308130 to 0x8431A439. */
const FIRST_PLANE = 39_420;
/** Place of U+10000 among the four-byte codes: 0x90308130. */
const SECOND_PLANE = 189_000;

/** The n-th four-byte code. */
function fourBytes(n: number): [number, number, number, number] {
  return [0x81 + Math.floor(n / 12_600), 0x30 + (Math.floor(n / 1260) % 10), 0x81 + (Math.floor(n / 10) % 126), 0x30 + (n % 10)];
}

function makeTable(): Encoding {
  const decoder = new TextDecoder('gb18030');
  const codes = new Uint32Array(0x10000);
  const put = (char: string, code: number): void => {
    const unit = char.charCodeAt(0);
    if (char.length === 1 && unit !== 0xfffd && codes[unit] === 0) codes[unit] = code;
  };
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) put(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail);
  }
  for (let n = 0; n < FIRST_PLANE; n++) {
    const [a, b, c, d] = fourBytes(n);
    put(decoder.decode(Uint8Array.of(a, b, c, d)), ((a << 24) | (b << 16) | (c << 8) | d) >>> 0);
  }
  return { codes };
}

export interface EncodedText {
  readonly bytes: Uint8Array;
  /** Characters that have no code and stand as ?, each once. */
  readonly lost: readonly string[];
}

/** A text in GB18030. */
export function encodeGb18030(text: string): EncodedText {
  const { codes } = (made ??= makeTable());
  const bytes = new Uint8Array(text.length * 4);
  const lost = new Set<string>();
  let at = 0;
  for (const char of text) {
    const point = char.codePointAt(0)!;
    if (point < 0x80) bytes[at++] = point;
    else if (point > 0xffff) for (const byte of fourBytes(SECOND_PLANE + point - 0x10000)) bytes[at++] = byte;
    else {
      const code = codes[point]!;
      if (code === 0) {
        lost.add(char);
        bytes[at++] = 0x3f;
        continue;
      }
      if (code > 0xffff) {
        bytes[at++] = code >>> 24;
        bytes[at++] = (code >>> 16) & 255;
      }
      bytes[at++] = (code >>> 8) & 255;
      bytes[at++] = code & 255;
    }
  }
  return { bytes: bytes.slice(0, at), lost: [...lost] };
}
