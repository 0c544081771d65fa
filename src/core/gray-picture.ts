// Whether a picture's bytes can be printed as they are: a grayscale JPEG, or a grayscale
// PNG without alpha that is not interlaced, its file whole. What is in colour is turned gray
// when it is taken into the package, never here.
import { wholeJpegFault } from './whole-jpeg';
import { wholePngFault } from './whole-png';

/** Pages are set with every letter typed: a file that was read once is not read again. */
const whole = new WeakMap<Uint8Array, { readonly fault: string | null }>();

/** What is wrong with a file that is cut off or damaged, in Chinese, as what follows 图片; null for a whole one, in colour or not. */
export function wholePictureFault(bytes: Uint8Array): string | null {
  const known = whole.get(bytes);
  if (known !== undefined) return known.fault;
  const fault = isJpeg(bytes) ? wholeJpegFault(bytes) : isPng(bytes) ? wholePngFault(bytes) : isSvg(bytes) ? '是 SVG，要在“报纸信息”里选图，选的时候转成黑白线条图' : '不是 JPEG 或 PNG';
  whole.set(bytes, { fault });
  return fault;
}

/** What is wrong with it, in Chinese, as what follows 图片; null for a picture that prints. */
export function grayPictureFault(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (isJpeg(bytes) ? jpegFault(bytes, view) : isPng(bytes) ? pngFault(bytes, view) : null) ?? wholePictureFault(bytes);
}

/** Dots of a picture, and bits of each: as its file has them; null where it is none that prints. */
export function pictureDots(bytes: Uint8Array): { readonly width: number; readonly height: number; readonly bits: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPng(bytes)) return { width: view.getUint32(16), height: view.getUint32(20), bits: bytes[24]! };
  const at = isJpeg(bytes) ? frameAt(bytes, view) : null;
  return at === null ? null : { width: view.getUint16(at + 7), height: view.getUint16(at + 5), bits: bytes[at + 4]! };
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8;
}

function isPng(bytes: Uint8Array): boolean {
  return bytes.length > 33 && [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte);
}

/** Its root stands at the beginning, behind what an XML file may have before it. */
function isSvg(bytes: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/u.test(String.fromCharCode(...bytes.subarray(0, 80))) && /<svg[\s>]/u.test(String.fromCharCode(...bytes.subarray(0, 4000)));
}

/** Where the frame header of a JPEG begins. */
function frameAt(bytes: Uint8Array, view: DataView): number | null {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) at++;
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return at;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function jpegFault(bytes: Uint8Array, view: DataView): string | null {
  const at = frameAt(bytes, view);
  return at === null ? '文件不完整' : bytes[at + 9] === 1 ? null : '是彩色的';
}

/** Of its colours; that it is whole is asked beside it. */
function pngFault(bytes: Uint8Array, view: DataView): string | null {
  if (bytes[25] !== 0) return bytes[25] === 4 ? '有透明的部分' : '是彩色的';
  if (bytes[28] !== 0) return '是隔行扫描的 PNG';
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) if (view.getUint32(at + 4) === 0x74524e53) return '有透明的部分'; // tRNS
  return null;
}
