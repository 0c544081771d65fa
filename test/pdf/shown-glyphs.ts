// Where the glyphs of a content stream stand: a second, slow reading of the
// text operators (ISO 32000-1, 9.4.4) that shares nothing with the writer or
// with read-back, for tests of places.

export interface ShownGlyph {
  readonly cid: number;
  readonly size: number;
  /** PDF coordinates: pt from the left and from the bottom. */
  readonly x: number;
  readonly y: number;
}

/** Bytes of a literal string from its text between the brackets. */
function literal(text: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '\\') bytes.push(text.charCodeAt(i));
    else bytes.push(text[++i] === 'r' ? 0x0d : text.charCodeAt(i));
  }
  return bytes;
}

/** `widths`: 1/1000 em by CID. */
export function shownGlyphs(stream: string, widths: (cid: number) => number): ShownGlyph[] {
  const shown: ShownGlyph[] = [];
  const tokens = stream.match(/\((?:\\[\s\S]|[^()\\])*\)|<<[\s\S]*?>>|[[\]]|\/[^\s/[\]()<>]+|[^\s/[\]()<>]+/g) ?? [];
  let operands: string[] = [];
  let [size, spacing, lineX, lineY, pen] = [0, 0, 0, 0, 0];
  for (const token of tokens) {
    const number = (i: number): number => Number(operands.at(i));
    switch (token) {
      case 'BT':
        lineX = lineY = pen = 0;
        break;
      case 'Tf':
        size = number(-1);
        break;
      case 'Tc':
        spacing = number(-1);
        break;
      case 'Td':
        lineX += number(-2);
        lineY += number(-1);
        pen = lineX;
        break;
      case 'Tj':
      case 'TJ':
        for (const operand of operands) {
          if (!operand.startsWith('(')) {
            if (operand !== '[' && operand !== ']') pen -= (Number(operand) / 1000) * size;
            continue;
          }
          const bytes = literal(operand.slice(1, -1));
          for (let i = 0; i < bytes.length; i += 2) {
            const cid = ((bytes[i] as number) << 8) | (bytes[i + 1] as number);
            shown.push({ cid, size, x: pen, y: lineY });
            pen += (widths(cid) / 1000) * size + spacing;
          }
        }
        break;
      case 'Tm':
      case 'Tw':
      case 'Tz':
      case 'TL':
      case "'":
      case '"':
        throw new RangeError(`${token} is not read here`);
      default:
        if (!/^[A-Za-z]+$/.test(token)) {
          operands.push(token);
          continue;
        }
    }
    operands = [];
  }
  return shown;
}
