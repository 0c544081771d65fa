// A file that stands whole inside a Word file (w:altChunk: web services put their text
// so, and Word takes it in when it opens the file) → its words for the list of what
// was not taken. A web page and plain text are read for that; others have a name only.

/** More than this is not listed, bytes. */
const LONGEST = 1 << 20;

/** Words of a web page or a text, a line a block; '' for another kind of file. */
export function chunkText(name: string, bytes: Uint8Array | undefined): string {
  const kind = /\.(x?html?|mht|mhtml|txt)$/i.exec(name)?.[1]?.toLowerCase();
  if (bytes === undefined || kind === undefined || kind.startsWith('mht')) return '';
  const text = new TextDecoder().decode(bytes.subarray(0, LONGEST));
  if (kind === 'txt') return text.trim();
  return text
    .replace(/<(script|style|title)\b[^]*?<\/\1\s*>/gi, '').replace(/<!--[^]*?-->/g, '')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip));/gi, (_, decimal?: string, hex?: string, named?: string) => (named === undefined ? character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) : NAMED[named.toLowerCase()]!))
    .split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n');
}

const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', ldquo: '“', rdquo: '”', mdash: '—', hellip: '…' };

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
