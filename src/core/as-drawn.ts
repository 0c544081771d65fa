// Whether a gray picture's file prints as it is drawn on a screen: a program that shows it
// turns it as its EXIF says, a PDF does not; and newsprint has eight bits of gray, which is
// all that PDF/X-1a takes. Reads the heads of the file alone. What is not as drawn is drawn
// anew when it is taken into the package.

/** EXIF's Orientation. */
const ORIENTATION = 0x0112;

/** False for a file that is turned or mirrored by its EXIF, or has more than eight bits a dot. */
export function isAsDrawn(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length <= 33) return true;
  if (view.getUint32(0) === 0x89504e47) return bytes[24]! <= 8;
  if (view.getUint16(0) !== 0xffd8) return true;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) return bytes[at + 4]! <= 8;
    const length = view.getUint16(at + 2);
    if (marker === 0xe1 && orientationOf(bytes.subarray(at + 4, at + 2 + length)) > 1) return false;
    at += 2 + length;
  }
  return true;
}

/** Orientation in an APP1 segment: 1 as it stands, 2 to 8 turned or mirrored; 0 where it says none. */
function orientationOf(segment: Uint8Array): number {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  // "Exif", two zeros, then a TIFF file: its byte order, 42, where its first directory begins.
  if (segment.length < 20 || view.getUint32(0) !== 0x45786966) return 0;
  const little = view.getUint16(6) === 0x4949;
  const directory = 6 + view.getUint32(10, little);
  if (directory + 2 > segment.length) return 0;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + 12 * i;
    if (at + 12 > segment.length) return 0;
    if (view.getUint16(at, little) === ORIENTATION) return view.getUint16(at + 8, little);
  }
  return 0;
}
