// Files of pictures that are whole, cut off, damaged, or not what they say. The JPEGs and the
// interlaced PNG are ImageMagick's, of 24 × 20 and 9 × 7 dots of clouds.
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { grayPictureFault, pictureDots, wholePictureFault } from './gray-picture';
import { crc, encodeGrayPng } from './gray-png';

const read = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const GRAY = read('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAUABgBAREA/8QAGAAAAwEBAAAAAAAAAAAAAAAAAgMEBgX/xAAjEAACAQMEAgMBAAAAAAAAAAABAgMAESEEBRIxQYETIlFh/9oACAEBAAA/AM6dq08104lZBm6+ahfZdTFMfHvNPG2SSRhpON1HRFb0bIgCyJEpYjIJGDTk2fkxPxjHhrVS+xRiMOIQFI+wxb1XcXTxrytfv9/tGUBUNm9qNVCuEHTd3r//2Q==');
const PROGRESSIVE = read('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wgALCAAUABgBAREA/8QAGAAAAwEBAAAAAAAAAAAAAAAAAgMFAQT/2gAIAQEAAAABnIO+bO4t/8QAGhAAAgIDAAAAAAAAAAAAAAAAARMAAhAREv/aAAgBAQABBQJVTE2BWSExMQNcjP8A/8QAGhAAAgIDAAAAAAAAAAAAAAAAABEQMSAhYf/aAAgBAQAGPwLsbGiisP/EABwQAAMBAAIDAAAAAAAAAAAAAAABESExQVFhwf/aAAgBAQABPyHgyegydiMJxEoqf0PRx7Eik7Epnk//2gAIAQEAAAAQJv8A/8QAHBABAAMAAwEBAAAAAAAAAAAAAQARITFBgVFh/9oACAEBAAE/EG5cG32jbr3YEaBwkDEyNFMZcNM6pDAgRjK8mQvn7+xNGrqAwccrn//Z');
const COLOUR = read('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wgARCAAUABgDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAIEA//EABgBAAMBAQAAAAAAAAAAAAAAAAADBQEE/9oADAMBAAIQAxAAAAHFEn9nVIZmFOZQN//EABkQAAIDAQAAAAAAAAAAAAAAAAARARAgIf/aAAgBAQABBQLk0xjz/8QAGBEBAAMBAAAAAAAAAAAAAAAAAAECEzH/2gAIAQMBAT8B1bo6s//EABcRAQEBAQAAAAAAAAAAAAAAAAABBBT/2gAIAQIBAT8Budzoj//EABQQAQAAAAAAAAAAAAAAAAAAADD/2gAIAQEABj8CH//EABsQAAMAAgMAAAAAAAAAAAAAAAABERAhMZHR/9oACAEBAAE/IewrTNuRJKLb0clwhuI//9oADAMBAAIAAwAAABD3Bz3/xAAYEQEBAQEBAAAAAAAAAAAAAAABABEhMf/aAAgBAwEBPxAG8YR4yYnb/8QAGBEAAwEBAAAAAAAAAAAAAAAAAAEhMUH/2gAIAQIBAT8QzK4IhYf/xAAdEAEAAwACAwEAAAAAAAAAAAABABExIUFRYXHR/9oACAEBAAE/EF4KTVncbdzzcqB0eoIWLruXrPkcDo6fkGlqNioGT//Z');
const RESTARTED = read('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAUABgDASEAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAAMFAQT/xAAhEAACAgICAQUAAAAAAAAAAAABAgARAzESQRMhUWFx0f/EABgBAQEAAwAAAAAAAAAAAAAAAAIFAQQG/8QAHhEBAAIDAAIDAAAAAAAAAAAAAQACAwQRMUETFCH/2gAMAwEAAhEDEQA/AIxOPJ6UQ27HcSWdHs697hvrpydGZUekd5QwBbY+IROsW8Tars1DjOVcqhQ1i67gmW2OvppftrnB5IVc/X8Y1uPEN0dj8hD9V9Efzj7k0GiamoTK9aHiRq2exjOVUgahM46iR5Loz//Z');
const INTERLACED = read('iVBORw0KGgoAAAANSUhEUgAAAAkAAAAHEAIAAAFybhziAAABk0lEQVQY0wGIAXf+AfDHIjUDdfqk8iomFgC84xRNFecBDCgAAJFoPMMK0wBTLtoG4S8gAJZ5ENosVufkD/dJvwF3EgAA+x75Vxqw6kMBjncGCzpvBU0c9jgi8hPe/8ZcIDwAABdnDOkAADv5AAAAAAD//wAABxHHOwAAAAD//yzAAADrXwAAAAD//wPBWEpIQ5Qr9tvcByFbUgAcD9evEQ8mKrwC/WnCMUV8IYwp71sz1wwDJfs8u1QKByJmAT4xE43JpBEj7XMKfh3rEH4EKQjcJebkxQALpQAA1nQAAAAA2yI1dAAA//8ujQAA2R8B0MciNSN15+vvXzj58UIomgZs/vLkhcqn3gXjTdk5KcAVLhr8DTXr0kEPE2sAABg0HSMAAObZAV07AAB5NhWdAAA4HOvlAAAsnAoJA+fuzOnd/zG2ryo7/ugxwQc5M2I1avFO2Vrp3Q6ABFXGTgSjUwAAR14N9QAA6uMPGxJbD8sJhfRREivyCProLGsJKQpWHO36YM2e9LDzPRQVD8zr2OzvYuKFgZivKRqlrwAAAABJRU5ErkJggg==');
const PHOTO = encodeGrayPng(60, 40, Uint8Array.from({ length: 2400 }, (_, i) => (i * i) % 251));
const ART = encodeGrayPng(60, 40, Uint8Array.from({ length: 2400 }, (_, i) => ((i * 7) % 5) * 60), 1);
const ALL: readonly (readonly [string, Uint8Array])[] = [['gray JPEG', GRAY], ['progressive JPEG', PROGRESSIVE], ['progressive JPEG in colour, 4:2:0', COLOUR], ['JPEG with restarts, 4:2:2', RESTARTED], ['interlaced PNG', INTERLACED], ['PNG', PHOTO], ['PNG of 1 bit', ART]];

/** A copy with bytes changed from `at` on. */
function patched(bytes: Uint8Array, at: number, ...to: number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(to, at);
  return copy;
}

/** A PNG with a chunk's data changed and its check sum right again. */
function rechunked(bytes: Uint8Array, type: string, change: (data: Uint8Array) => Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    if (Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1') !== type) continue;
    const end = at + 8 + view.getUint32(at);
    const data = change(bytes.slice(at + 8, end));
    const chunk = Buffer.concat([Buffer.alloc(4), bytes.subarray(at + 4, at + 8), data, Buffer.alloc(4)]);
    chunk.writeUInt32BE(data.length, 0);
    chunk.writeUInt32BE(crc(chunk.subarray(4, chunk.length - 4)), chunk.length - 4);
    return new Uint8Array(Buffer.concat([bytes.subarray(0, at), chunk, bytes.subarray(end + 4)]));
  }
}

const ended = (bytes: Uint8Array): Uint8Array => new Uint8Array(Buffer.concat([bytes, Buffer.from([0xff, 0xd9])]));

describe('a whole file', () => {
  it.each(ALL)('%s', (_, bytes) => expect(wholePictureFault(bytes)).toBeNull());
  it('has its dots and bits in its head', () => {
    expect([GRAY, PROGRESSIVE, PHOTO, ART].map(pictureDots)).toEqual([{ width: 24, height: 20, bits: 8 }, { width: 24, height: 20, bits: 8 }, { width: 60, height: 40, bits: 8 }, { width: 60, height: 40, bits: 1 }]);
  });
  it('prints where it is gray and no rows are interlaced', () => {
    expect(ALL.map(([, bytes]) => grayPictureFault(bytes))).toEqual([null, null, '是彩色的', '是彩色的', '是彩色的', null, null]);
  });
  it('something behind its end is no harm', () => {
    expect(wholePictureFault(ended(GRAY))).toBeNull();
    expect(wholePictureFault(new Uint8Array(Buffer.concat([PHOTO, Buffer.from('more')])))).toBeNull();
  });
});

describe('a file that is cut off is none, wherever it is cut', () => {
  it.each(ALL)('%s', (_, bytes) => {
    for (let length = 40; length < bytes.length; length++) expect([length, wholePictureFault(bytes.slice(0, length))]).toEqual([length, expect.any(String)]);
  });
  it.each([['gray JPEG', GRAY], ['JPEG with restarts', RESTARTED]] as const)('%s: nor where an end was put behind the cut', (_, bytes) => {
    // The last byte of a scan may hold nothing but filling.
    for (let length = 40; length < bytes.length - 3; length++) expect([length, wholePictureFault(ended(bytes.slice(0, length)))]).toEqual([length, expect.any(String)]);
  });
  it.each([['gray', PROGRESSIVE], ['in colour', COLOUR]] as const)('progressive, %s: nor inside a scan; between two it is a coarser picture, and whole', (_, bytes) => {
    const ends = (length: number): boolean => bytes[length] === 0xff && bytes[length + 1] !== 0;
    const missed = Array.from({ length: bytes.length - 43 }, (_, i) => i + 40).filter((length) => wholePictureFault(ended(bytes.slice(0, length))) === null);
    // Right before a marker, one byte of filling earlier, or behind its tables.
    expect(missed.filter((length) => ![0, 1, -1].some((by) => ends(length + by)) && bytes[length] !== 0xff)).toEqual([]);
    expect(missed.length).toBeLessThan(bytes.length / 8);
  });
  it('is told as cut off', () => {
    expect(grayPictureFault(GRAY.slice(0, GRAY.length - 20))).toBe('文件不完整，图到一半就断了');
    expect(grayPictureFault(PHOTO.slice(0, PHOTO.length - 40))).toBe('文件不完整，图到一半就断了');
  });
});

describe('a damaged file', () => {
  it('PNG: a check sum that is wrong', () => expect(grayPictureFault(patched(PHOTO, 60, PHOTO[60]! ^ 1))).toBe('文件是坏的，校验对不上'));
  it('PNG: a stream that ends early, of other dots, or none, the check sums right', () => {
    expect(grayPictureFault(rechunked(PHOTO, 'IDAT', (data) => data.slice(0, data.length >> 1)))).toMatch(/^文件/);
    expect(grayPictureFault(rechunked(PHOTO, 'IDAT', (data) => patched(data, data.length - 1, data.at(-1)! ^ 1)))).toBe('文件是坏的，校验对不上');
    expect(grayPictureFault(rechunked(PHOTO, 'IDAT', (data) => patched(data, 0, 0, 0)))).toMatch(/^文件/);
    expect(grayPictureFault(rechunked(PHOTO, 'IDAT', () => zlibSync(new Uint8Array(61 * 39))))).toBe('文件不完整，图到一半就断了');
    expect(grayPictureFault(rechunked(PHOTO, 'IDAT', () => zlibSync(new Uint8Array(61 * 40).fill(9))))).toBe('文件是坏的，校验对不上');
  });
  it('dimensions that are a lie: more rows than there are, and more than any memory', () => {
    expect(grayPictureFault(rechunked(PHOTO, 'IHDR', (data) => patched(data, 7, 41)))).toBe('文件不完整，图到一半就断了');
    expect(grayPictureFault(rechunked(PHOTO, 'IHDR', (data) => patched(data, 0, 0x7f, 0xff, 0xff, 0xff)))).toBe('太大了，先缩小');
    const sof = GRAY.findIndex((byte, i) => byte === 0xff && GRAY[i + 1] === 0xc0);
    expect(grayPictureFault(patched(GRAY, sof + 5, 0, 28))).toBe('文件不完整，图到一半就断了');
    expect(grayPictureFault(patched(GRAY, sof + 5, 0xff, 0xff, 0xff, 0xff))).toMatch(/^(?:太大|文件不完整)/);
  });
  it('JPEG: a table that is missing, a frame that no press reads', () => {
    const at = (marker: number): number => GRAY.findIndex((byte, i) => byte === 0xff && GRAY[i + 1] === marker);
    expect(grayPictureFault(patched(GRAY, at(0xc4) + 1, 0xe5))).toMatch(/^文件/);
    expect(grayPictureFault(patched(GRAY, at(0xc0) + 1, 0xc9))).toContain('少见的 JPEG');
  });
  it('what is none of both, and an SVG, which the window turns into line art', () => {
    expect(grayPictureFault(Buffer.from('GIF89a and so on, and so on, and so on, and so on'))).toBe('不是 JPEG 或 PNG');
    expect(grayPictureFault(Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'))).toContain('要在“报纸信息”里选图');
    expect(grayPictureFault(Buffer.from('<html><body>a page, no picture at all, none</body></html>'))).toBe('不是 JPEG 或 PNG');
  });
});
