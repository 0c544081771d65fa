// A text string of the PDF as the bytes that stand in a content stream, where
// pdfkit does not write: a literal where all is printable ASCII, else UTF-16 in
// hexadecimal. Used for article ids and /ActualText.

/** The string with its delimiters, one character a byte. */
export function textBytes(text: string): string {
  let ascii = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e || unit === 0x28 || unit === 0x29 || unit === 0x5c) ascii = false;
  }
  return ascii ? `(${text})` : `<feff${utf16Hex(text)}>`;
}

/** UTF-16 code units in big-endian hexadecimal, four digits each; a lone surrogate stays what it is. */
export function utf16Hex(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return hex;
}
