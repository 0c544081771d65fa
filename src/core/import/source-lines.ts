// The text as numbered lines: split at LF, CRLF and CR only (COMMANDS,
// "lines"), blank ones counted. Offsets in typed arrays, so that 100,000 lines
// cost no objects. How each line ended is kept, for the text must be
// rebuildable to the last character.

/** Line `i` (0-based; its number is `i + 1`) is `[starts[i], ends[i])` of the text, without its line break. */
export interface SourceLines {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** What closes a line: nothing (end of text), LF, CRLF or CR. The number is the code in `lineEnds`. */
export const LINE_BREAKS = ['', '\n', '\r\n', '\r'] as const;

/** Splits the text. An empty text has one empty line; a text that ends in a break has an empty last line. */
export function splitLines(text: string): SourceLines {
  const breaks: number[] = [];
  if (text.includes('\r')) {
    for (let at = 0; at < text.length; at += 1) {
      const c = text.charCodeAt(at);
      if (c === 0x0a) breaks.push(at, at + 1);
      else if (c === 0x0d) {
        const after = text.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1;
        breaks.push(at, after);
        at = after - 1;
      }
    }
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at, at + 1);
  }
  const count = breaks.length / 2 + 1;
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    starts[i] = i === 0 ? 0 : (breaks[i * 2 - 1] as number);
    ends[i] = i === count - 1 ? text.length : (breaks[i * 2] as number);
  }
  return { count, starts, ends };
}

/** How each line ended, as indexes into LINE_BREAKS. */
export function lineEndsOf(text: string, lines: SourceLines): Uint8Array {
  const codes = new Uint8Array(lines.count);
  for (let i = 0; i < lines.count - 1; i += 1) {
    const end = lines.ends[i] as number;
    codes[i] = text.charCodeAt(end) === 0x0a ? 1 : (lines.starts[i + 1] as number) - end === 2 ? 2 : 3;
  }
  return codes;
}
