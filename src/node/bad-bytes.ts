// The bytes of a text file that are no character of its encoding, with their
// lines. TextDecoder says only that something was bad (U+FFFD); here the bad
// lines, and no others, are fed to it byte by byte, so that each bad byte can be
// named. Works for every encoding that the decoder knows.

export interface BadByte {
  /** 1-based line of the text. */
  readonly line: number;
  /** 0-based place in the file. */
  readonly at: number;
  readonly byte: number;
}

/** Each bad byte of the given lines (1-based, ascending), in order. `label` is the TextDecoder's. */
export function badBytesOf(bytes: Uint8Array, label: string, lines: readonly number[]): BadByte[] {
  const found: BadByte[] = [];
  const wide = label.startsWith('utf-16');
  const unit = wide ? 2 : 1;
  const big = label === 'utf-16be';
  const at = (i: number): number => (wide ? ((bytes[i + (big ? 0 : 1)] ?? 0) << 8) | (bytes[i + (big ? 1 : 0)] ?? 0) : (bytes[i] as number));
  let line = 1;
  let from = 0;
  let next = 0;
  for (let i = 0; i <= bytes.length && next < lines.length; i += unit) {
    const code = i >= bytes.length ? 0x0a : at(i);
    if (code !== 0x0a && code !== 0x0d) continue;
    if (line === lines[next]) {
      badInLine(bytes, from, Math.min(i, bytes.length), label, line, found);
      next += 1;
    }
    if (code === 0x0d && i + unit < bytes.length && at(i + unit) === 0x0a) i += unit;
    line += 1;
    from = i + unit;
  }
  return found;
}

function badInLine(bytes: Uint8Array, from: number, to: number, label: string, line: number, found: BadByte[]): void {
  const bad = (start: number, end: number): void => { for (let k = start; k < end; k += 1) found.push({ line, at: k, byte: bytes[k] as number }); };
  if (label === 'gb18030') {
    badInGb(bytes, from, to, bad);
    return;
  }
  const unit = label.startsWith('utf-16') ? 2 : 1;
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  let pending = from;
  for (let i = from; i < to; i += 1) {
    const out = decoder.decode(bytes.subarray(i, i + 1), { stream: true });
    if (out === '') continue;
    // What showed the bytes before it to be bad may be a good character itself, or begin one.
    const begins = out.endsWith('\ufffd') && opensCharacter(bytes, i, label);
    if (out.includes('\ufffd')) bad(pending, out.endsWith('\ufffd') && !begins ? i + 1 : i + 1 - unit);
    pending = begins ? i + 1 - unit : i + 1;
  }
  bad(pending, to);
}

/** May a character begin with the unit that ends at `i`, so that the decoder waits for its rest? */
function opensCharacter(bytes: Uint8Array, i: number, label: string): boolean {
  if (label === 'utf-8') return (bytes[i] as number) >= 0xc2 && (bytes[i] as number) <= 0xf4;
  const high = bytes[label === 'utf-16be' ? i - 1 : i] as number;
  return high >= 0xd8 && high <= 0xdb;
}

/** GB18030 is walked by hand: Node's decoder throws on a bad byte when it is fed in pieces. */
function badInGb(bytes: Uint8Array, from: number, to: number, bad: (start: number, end: number) => void): void {
  const decoder = new TextDecoder('gb18030');
  let i = from;
  while (i < to) {
    const lead = bytes[i] as number;
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    const second = i + 1 < to ? (bytes[i + 1] as number) : 0;
    const length = second >= 0x30 && second <= 0x39 ? 4 : second >= 0x40 && second !== 0x7f ? 2 : 1;
    const end = Math.min(to, i + length);
    const good = end - i === length && length > 1 && !decoder.decode(bytes.subarray(i, end)).includes('\ufffd');
    // Only the lead is bad where the second byte could be a character of its own.
    const next = good || (length === 2 && second >= 0x80) ? end : i + 1;
    if (!good) bad(i, next);
    i = next;
  }
}
