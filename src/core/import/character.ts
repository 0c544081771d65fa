// Character classes that the recogniser reads, by UTF-16 code. Small leaf
// functions without regular expressions, for they run on every character that
// may need a change. A surrogate pair counts as Han where its high half lies
// in the planes of extensions B–H.

/** Any white space that a text may hold inside a line, ideographic space and tab included. */
export function isSpace(c: number): boolean {
  return c === 0x20 || c === 0x3000 || c === 0x09 || c === 0xa0 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x205f || c === 0x1680;
}

/** Characters without width or ink that pasted text carries: joiners, direction marks, soft hyphen, BOM. */
export function isZeroWidth(c: number): boolean {
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) || c === 0xfeff || c === 0xad;
}

/** C0 and C1 controls (tab apart, which is white space) and the Unicode line and paragraph separators. */
export function isControl(c: number): boolean {
  return (c < 0x20 && c !== 0x09) || (c >= 0x7f && c < 0xa0) || c === 0x2028 || c === 0x2029;
}

/** Han, 〇, and the halves of characters in the supplementary ideographic planes. */
export function isHan(c: number): boolean {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c === 0x3007 || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x2e80 && c <= 0x2fdf)
    || (c >= 0xd840 && c <= 0xd88d);
}

/** Full-width marks and the marks that Chinese shares with Latin (“ ” ‘ ’ — … ·). */
export function isChineseMark(c: number): boolean {
  return (c >= 0x3001 && c <= 0x3020) || (c >= 0xff01 && c <= 0xff0f) || (c >= 0xff1a && c <= 0xff20) || (c >= 0xff3b && c <= 0xff40) || (c >= 0xff5b && c <= 0xff65)
    || (c >= 0x2014 && c <= 0x201d) || c === 0x2026 || c === 0xb7;
}

/** Either of the two classes above. */
export function isChinese(c: number): boolean {
  return isHan(c) || isChineseMark(c);
}

export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

export function isLatin(c: number): boolean {
  return (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a);
}

/** A mark that may not begin a line (T-01), so that a line which begins with it goes on from the one before. */
export function cannotBegin(c: number): boolean {
  return '，。、；：？！”’）》〉】〕」』％%℃,.;:?!)]}'.includes(String.fromCharCode(c));
}

/** A mark after which no paragraph can end. */
export function cannotEnd(c: number): boolean {
  return '，、“‘（《〈【〔「『(['.includes(String.fromCharCode(c));
}

/** A mark that closes a sentence or may stand after its end: 。！？：；…”’）》〉】〕 and their ASCII forms. */
export function mayEnd(c: number): boolean {
  return '。！？：；…”’）》〉】〕」』!?:;.)]—'.includes(String.fromCharCode(c));
}
