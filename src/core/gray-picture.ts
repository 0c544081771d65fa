// Whether a picture's bytes can be printed as they are: a grayscale JPEG, or a grayscale
// PNG without alpha that is not interlaced. Reads the heads of the file alone; what is in
// colour is turned gray when it is taken into the package, never here.

/** What is wrong with it, in Chinese, as what follows 图片; null for a picture that prints. */
export function grayPictureFault(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) return jpegFault(bytes, view);
  if (bytes.length > 33 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) return pngFault(bytes, view);
  return '不是 JPEG 或 PNG';
}

function jpegFault(bytes: Uint8Array, view: DataView): string | null {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at++;
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return bytes[at + 9] === 1 ? null : '是彩色的';
    else at += 2 + view.getUint16(at + 2);
  }
  return '不完整';
}

function pngFault(bytes: Uint8Array, view: DataView): string | null {
  if (bytes[25] !== 0) return bytes[25] === 4 ? '有透明的部分' : '是彩色的';
  if (bytes[28] !== 0) return '是隔行扫描的 PNG';
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    if (at + 12 + length > bytes.length) return '不完整';
    if (type === 0x49444154) hasData = true; // IDAT
    if (type === 0x74524e53) return '有透明的部分'; // tRNS
    at += 12 + length;
  }
  return hasData ? null : '不完整';
}
