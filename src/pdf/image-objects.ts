// Pictures as image objects, each once. Only what prints in black: grayscale
// JPEG and grayscale PNG go in as they are compressed (DCT, Flate with PNG
// predictors), nothing is decoded. Colour, alpha and interlaced files are
// refused; turning them gray is the importer's work, which can say so.
import type { PdfDictionary, PdfFile, PdfRef } from './embed';

interface GrayImage {
  readonly bytes: Uint8Array;
  readonly dictionary: PdfDictionary;
}

export class ImageObjects {
  readonly #file: PdfFile;
  readonly #images: ReadonlyMap<string, Uint8Array>;
  readonly #refs = new Map<string, PdfRef>();

  constructor(file: PdfFile, images: ReadonlyMap<string, Uint8Array>) {
    this.#file = file;
    this.#images = images;
  }

  /** Resource name of an image, which is written at its first use; `mask`: line art for the ink of fills. @throws RangeError for one not given or not gray. */
  nameOf(id: string, mask = false): string {
    const key = mask ? `${id} mask` : id;
    if (!this.#refs.has(key)) {
      const bytes = this.#images.get(id);
      if (bytes === undefined) throw new RangeError(`no image ${id}`);
      const image = grayImage(bytes, id);
      // A mask's 0 takes the ink, which is black in a gray picture of 1 bit.
      if (mask && image.dictionary.BitsPerComponent !== 1) throw new RangeError(`image ${id} is no line art of 1 bit`);
      this.#refs.set(key, this.#file.rawStream(image.bytes, { Type: 'XObject', Subtype: 'Image', ...(mask ? { ImageMask: true } : { ColorSpace: 'DeviceGray' }), ...image.dictionary }));
    }
    return `I${[...this.#refs.keys()].indexOf(key)}`;
  }

  /** The XObject entry of the page resources; empty where no image was used. */
  resources(): PdfDictionary {
    if (this.#refs.size === 0) return {};
    return { XObject: Object.fromEntries([...this.#refs.values()].map((ref, index) => [`I${index}`, ref])) };
  }
}

function grayImage(bytes: Uint8Array, id: string): GrayImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) return grayJpeg(bytes, view, id);
  if (bytes.length > 33 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) return grayPng(bytes, view, id);
  throw new RangeError(`image ${id} is neither JPEG nor PNG`);
}

/** Looks for the frame header (SOF0…SOF15 without DHT, JPG, DAC): precision, height, width, components. */
function grayJpeg(bytes: Uint8Array, view: DataView, id: string): GrayImage {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++; // fill byte
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      if (bytes[at + 9] !== 1) throw new RangeError(`image ${id} is in colour`);
      return {
        bytes,
        dictionary: {
          Width: view.getUint16(at + 7), Height: view.getUint16(at + 5), BitsPerComponent: bytes[at + 4], Filter: 'DCTDecode',
        },
      };
    }
    at += 2 + view.getUint16(at + 2);
  }
  throw new RangeError(`image ${id} is a JPEG without a frame header`);
}

function grayPng(bytes: Uint8Array, view: DataView, id: string): GrayImage {
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = view.getUint32(at + 4);
    if (at + 12 + length > bytes.length) throw new RangeError(`image ${id} is cut off`);
    if (type === 0x49444154) parts.push(bytes.subarray(at + 8, at + 8 + length)); // IDAT
    if (type === 0x74524e53) throw new RangeError(`image ${id} has transparent parts`); // tRNS
    at += 12 + length;
  }
  const bits = bytes[24];
  const width = view.getUint32(16);
  if (bytes[25] !== 0) throw new RangeError(`image ${id} is not a grayscale PNG without alpha`);
  if (bytes[28] !== 0) throw new RangeError(`image ${id} is an interlaced PNG`);
  if (parts.length === 0) throw new RangeError(`image ${id} is cut off`);
  return {
    bytes: Buffer.concat(parts),
    dictionary: {
      Width: width, Height: view.getUint32(20), BitsPerComponent: bits, Filter: 'FlateDecode',
      DecodeParms: { Predictor: 15, Colors: 1, BitsPerComponent: bits, Columns: width },
    },
  };
}
