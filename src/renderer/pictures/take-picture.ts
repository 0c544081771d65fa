// A picture file as the package keeps it: gray for print, or line art of black and white
// (报名、标签、题花). In: a file that the user chose. Out: its bytes under their hash, its
// size, and what was done to it in words; or why it cannot be used. Chromium decodes it,
// in the window's sandbox, so that a damaged file reaches neither main nor the journal.
import { isAsDrawn } from '../../core/as-drawn';
import { grayPictureFault, wholePictureFault } from '../../core/gray-picture';
import { encodeGrayPng } from '../../core/gray-png';
import { toBase64 } from '../../core/model/package-json';
import type { PackageChange } from '../../core/model/change';
import type { Package } from '../../core/model/package';

export interface TakenPicture {
  /** Its id among the assets. */
  readonly id: string;
  /** Name of the file. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What was done to it, in Chinese; '' for nothing. */
  readonly done: string;
}

export type Taking = { readonly ok: true; readonly picture: TakenPicture } | { readonly ok: false; readonly reason: string };

/** Dots along the longer side at the most: a broadsheet's whole width at 300 dpi. More would only make the package large. */
const MOST_DOTS = 4200;
/** Dots along the longer side of vector line art: a name of 90 mm at 1200 dpi. */
const ART_DOTS = 4200;
const MOST_BYTES = 60_000_000;

/** `art`: line art of 1 bit, SVG too; else a photograph in gray. */
export async function takePicture(file: File, kind: 'photo' | 'art'): Promise<Taking> {
  const isVector = kind === 'art' && /\.svg$/i.test(file.name);
  if (!isVector && !/\.(jpe?g|png)$/i.test(file.name)) return { ok: false, reason: kind === 'art' ? '要 SVG、PNG 或 JPEG 文件' : '要 JPEG 或 PNG 文件' };
  if (file.size > MOST_BYTES) return { ok: false, reason: `文件有 ${Math.round(file.size / 1_000_000)} MB，太大了：先缩小到 60 MB 以内` };
  const own = new Uint8Array(await file.arrayBuffer());
  // Chromium draws what there is of a file that is cut off, and leaves the rest gray.
  const damage = isVector ? null : wholePictureFault(own);
  if (damage !== null) return { ok: false, reason: `“${file.name}”读不出来：${damage}${damage.startsWith('文件') ? '，换一个看得全的原图' : ''}` };
  const wrong = isVector ? vectorFault(new TextDecoder().decode(own)) : null;
  if (wrong !== null) return { ok: false, reason: `“${file.name}”${wrong}` };
  const drawn = isVector ? await drawVector(own) : await drawBitmap(file);
  if (drawn === null) return { ok: false, reason: `“${file.name}”读不出来：文件坏了，或不是它的名字说的那种图` };
  const { width, height, context, from } = drawn;
  if (kind === 'photo' && grayPictureFault(own) === null && isAsDrawn(own) && from.width === width && from.height === height) return { ok: true, picture: { ...(await named(own, width, height, '')), file: file.name } };
  const { dots, isColour } = grayOf(context.getImageData(0, 0, width, height).data);
  const done = [
    ...(kind === 'art' && !isColour && isShaded(dots) ? ['图里的灰变成了黑白两色，浅的没有了、深的连成了一片：线条图（1 位）才印得和原来一样'] : []),
    ...(isColour ? [kind === 'art' ? '彩色变成了黑白' : '彩色转成了灰度'] : []), ...(from.width > width ? [`由 ${from.width} × ${from.height} 缩到 ${width} × ${height} 像素`] : []),
  ].join('，');
  return { ok: true, picture: { ...(await named(encodeGrayPng(width, height, dots, kind === 'art' ? 1 : 8), width, height, done)), file: file.name } };
}

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly context: OffscreenCanvasRenderingContext2D;
  /** As the file has it. */
  readonly from: { readonly width: number; readonly height: number };
}

async function drawBitmap(file: File): Promise<Drawn | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const part = Math.min(1, MOST_DOTS / Math.max(bitmap.width, bitmap.height));
    const drawn = draw(bitmap, Math.max(1, Math.round(bitmap.width * part)), Math.max(1, Math.round(bitmap.height * part)), { width: bitmap.width, height: bitmap.height });
    bitmap.close();
    return drawn;
  } catch (error) {
    // InvalidStateError: no picture that Chromium can decode.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Why an SVG would not be printed as it was drawn: letters without their face, no size; null where it is. */
export function vectorFault(svg: string): string | null {
  const drawn = svg.replaceAll(/<!--[\s\S]*?-->/gu, '');
  const [root = ''] = /<svg\b[^>]*>/iu.exec(drawn) ?? [];
  if (root === '') return null;
  if (/<(?:\w+:)?text[\s>]/iu.test(drawn)) return '里有没转成曲线的文字，换一台机器字体就变了：先在制图软件里转成曲线';
  const isSized = /\sviewBox\s*=/u.test(root) || ['width', 'height'].every((side) => new RegExp(`\\s${side}\\s*=\\s*["']\\s*[\\d.]+\\s*(?:[a-z]+)?\\s*["']`, 'u').test(root));
  return isSized ? null : '没有写大小（svg 标签里既没有 viewBox，也没有宽和高），不知道画到哪里为止：在制图软件里重新导出';
}

/** An SVG as an image: Chromium runs no script in it and loads nothing for it. */
async function drawVector(bytes: Uint8Array): Promise<Drawn | null> {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const [wide, high] = [image.naturalWidth, image.naturalHeight];
    if (wide === 0 || high === 0) return null;
    const part = ART_DOTS / Math.max(wide, high);
    const [width, height] = [Math.max(1, Math.round(wide * part)), Math.max(1, Math.round(high * part))];
    return draw(image, width, height, { width, height });
  } catch (error) {
    // EncodingError
    if (error instanceof DOMException) return null;
    throw error;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function draw(image: CanvasImageSource, width: number, height: number, from: Drawn['from']): Drawn | null {
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) return null;
  // What is transparent is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return { width, height, context, from };
}

/** Difference of two channels that is still gray: JPEG's own noise. */
const NOISE = 12;

/** The gray of each dot (Rec. 601), and whether any had a colour. */
export function grayOf(rgba: Uint8ClampedArray): { readonly dots: Uint8Array; readonly isColour: boolean } {
  const dots = new Uint8Array(rgba.length / 4);
  let isColour = false;
  for (let i = 0, k = 0; i < dots.length; i++, k += 4) {
    const [r, g, b] = [rgba[k]!, rgba[k + 1]!, rgba[k + 2]!];
    isColour ||= Math.abs(r - g) > NOISE || Math.abs(g - b) > NOISE || Math.abs(r - b) > NOISE;
    dots[i] = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
  }
  return { dots, isColour };
}

/** Part of the dots that may be gray where a drawing of black and white was smoothed along its edges; and how far from both a gray is. */
const EDGES = 0.1;
const [DARK, LIGHT] = [48, 208] as const;

/** Grays of its own, which black and white alone do not show. */
export function isShaded(dots: Uint8Array): boolean {
  let [gray, ink] = [0, 0];
  for (const dot of dots) {
    if (dot < LIGHT) ink++;
    if (dot > DARK && dot < LIGHT) gray++;
  }
  return ink > 0 && gray > EDGES * dots.length;
}

async function named(bytes: Uint8Array, width: number, height: number, done: string): Promise<Omit<TakenPicture, 'file'>> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  const id = `${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}.${bytes[0] === 0xff ? 'jpg' : 'png'}`;
  return { id, bytes, width, height, done };
}

/** Puts a taken picture among the package's assets; nothing where it is there already. */
export function assetChanges(pkg: Package, { id, bytes }: Pick<TakenPicture, 'id' | 'bytes'>): PackageChange[] {
  return pkg.assets.has(id) ? [] : [{ kind: 'add', what: 'asset', index: pkg.assets.size, value: { id, data: toBase64(bytes) } }];
}
