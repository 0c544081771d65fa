// Characters of symbol fonts (w:sym, and text set in Wingdings by hand) → Unicode,
// for the signs that stand in reports and forms: boxes, ticks, arrows, bullets,
// enclosed digits, and Greek of the font Symbol. What is not here is named in the
// import report, never replaced by a guess.
const WINGDINGS: Readonly<Record<number, string>> = {
  0x21: '✏', 0x22: '✂', 0x28: '☎', 0x29: '✆', 0x2a: '✉', 0x46: '☞', 0x4a: '☺', 0x6c: '●', 0x6e: '■', 0x6f: '□', 0x70: '□', 0x71: '❑', 0x72: '❒', 0x75: '◆', 0x76: '❖', 0x77: '◆', 0x9f: '•',
  0xa1: '○', 0xa4: '◉', 0xa7: '▪', 0xa8: '□', 0xab: '★', 0xb2: '✧', 0xd8: '➢', 0xdc: '➲', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓', 0xe8: '➔', 0xef: '⇦', 0xf0: '⇨', 0xf1: '⇧', 0xf2: '⇩',
  0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = { 0x4f: '✗', 0x50: '✓', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0x97: '●', 0xa2: '▪', 0xa3: '□', 0xae: '◆' };
const WINGDINGS_3: Readonly<Record<number, string>> = { 0x66: '←', 0x67: '→', 0x68: '↑', 0x69: '↓', 0x7d: '▶', 0x84: '◀' };
const GREEK = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';
const SYMBOL: Readonly<Record<number, string>> = {
  0x2d: '−', 0xa3: '≤', 0xa5: '∞', 0xa7: '♣', 0xa8: '♦', 0xa9: '♥', 0xaa: '♠', 0xab: '↔', 0xac: '←', 0xad: '↑', 0xae: '→', 0xaf: '↓', 0xb0: '°', 0xb1: '±', 0xb2: '″', 0xb3: '≥', 0xb4: '×',
  0xb7: '•', 0xb8: '÷', 0xb9: '≠', 0xba: '≡', 0xbb: '≈', 0xbc: '…', 0xd7: '⋅', 0xe5: '∑', 0xd6: '√', 0x44: 'Δ', 0x53: 'Σ', 0x57: 'Ω',
};

/** Wingdings has ①… twice: open and filled circles. */
function enclosed(code: number): string | null {
  if (code >= 0x81 && code <= 0x8a) return String.fromCodePoint(0x2460 + code - 0x81);
  if (code >= 0x8c && code <= 0x95) return String.fromCodePoint(0x2776 + code - 0x8c);
  return null;
}

/** The character that a symbol font draws for a code (F0xx or xx), or null where it is not known. */
export function symbolCharacter(font: string, code: number): string | null {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  switch (font.toLowerCase()) {
    case 'wingdings': return WINGDINGS[low] ?? enclosed(low);
    case 'wingdings 2': return WINGDINGS_2[low] ?? null;
    case 'wingdings 3': return WINGDINGS_3[low] ?? null;
    case 'symbol': return SYMBOL[low] ?? (low >= 0x61 && low <= 0x7a ? GREEK[low - 0x61]! : null);
    // A text font: Word's 插入符号 keeps the character's own code.
    default: return code >= 0xe000 && code <= 0xf8ff ? null : String.fromCodePoint(code);
  }
}

/** Fonts whose characters are not what their codes say. */
export function isSymbolFont(font: string | null): boolean {
  return font !== null && /^(?:wingdings(?: [23])?|symbol|webdings)$/i.test(font);
}

/** What a symbol font draws for a character of a text set in it: another one, the same (a blank, Chinese), or null where it is not known. */
export function drawnBySymbolFont(font: string, sign: string): string | null {
  const code = sign.codePointAt(0) ?? 0;
  if (sign === ' ' || !(code <= 0xff || (code >= 0xe000 && code <= 0xf8ff))) return sign;
  return symbolCharacter(font, code);
}
