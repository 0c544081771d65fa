// How deep a JSON text nests, before anything is built of it. A few kilobytes of
// brackets cost a parser nothing and everything recursive its stack: the schema
// check, and JSON.stringify when the file is saved again.

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Greatest number of arrays and objects that are open at once; of text that is no JSON, some number. */
export function jsonDepth(utf8: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < utf8.length; i++) {
    const byte = utf8[i]!;
    if (inString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === 0x5b || byte === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return deepest;
}
