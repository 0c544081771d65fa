// The name table: what a face is called, in every language it names itself.
// A face is found by any of its names, because a user knows 方正小标宋简体 and
// the file says FZXBSJW (TYPESETTING G-23: display name ≠ file name).
import { u16 } from './byte-source';

export interface FaceNames {
  /** Typographic family, English where there is one. */
  readonly family: string;
  /** Family in Chinese where the face has one, else `family`. */
  readonly localFamily: string;
  readonly style: string;
  readonly postscriptName: string;
  /** Family, full and PostScript names in all languages, each once. */
  readonly all: readonly string[];
}

interface NameRecord {
  readonly id: number;
  readonly chinese: boolean;
  readonly english: boolean;
  readonly text: string;
}

/** Reads a name table; a face without names gets empty ones. */
export function readNames(table: Uint8Array | null): FaceNames {
  const records = table === null ? [] : readRecords(table);
  const pick = (ids: readonly number[], wanted: (r: NameRecord) => boolean): string | null => {
    for (const id of ids) {
      const found = records.find((r) => r.id === id && wanted(r));
      if (found !== undefined) return found.text;
    }
    return null;
  };
  const any = (): boolean => true;
  const postscriptName = pick([6], (r) => r.english) ?? pick([6], any) ?? '';
  const family = pick([16, 1], (r) => r.english) ?? pick([16, 1], any) ?? postscriptName;
  return {
    family,
    localFamily: pick([16, 1], (r) => r.chinese) ?? family,
    style: pick([17, 2], (r) => r.english) ?? pick([17, 2], any) ?? '',
    postscriptName: postscriptName === '' ? family.replaceAll(' ', '') : postscriptName,
    all: [...new Set(records.filter((r) => NAMING.has(r.id)).map((r) => r.text))],
  };
}

const NAMING: ReadonlySet<number> = new Set([1, 4, 6, 16]);
const WANTED: ReadonlySet<number> = new Set([1, 2, 4, 6, 16, 17]);

function readRecords(table: Uint8Array): NameRecord[] {
  const count = u16(table, 2);
  const strings = u16(table, 4);
  const records: NameRecord[] = [];
  for (let i = 0; i < count; i += 1) {
    const at = 6 + i * 12;
    if (at + 12 > table.length) break;
    const id = u16(table, at + 6);
    if (!WANTED.has(id)) continue;
    const platform = u16(table, at);
    const encoding = u16(table, at + 2);
    const language = u16(table, at + 4);
    const from = strings + u16(table, at + 10);
    const bytes = table.subarray(from, from + u16(table, at + 8));
    const text = decode(bytes, platform, encoding);
    if (text === null || text === '') continue;
    records.push({
      id,
      text,
      chinese: platform === 3 ? (language & 0x3ff) === 4 : platform === 1 && encoding === 25,
      english: platform === 3 ? (language & 0x3ff) === 9 : platform === 1 ? language === 0 && encoding === 0 : true,
    });
  }
  return records;
}

/** Text of a name, or null in an encoding that is not read. */
function decode(bytes: Uint8Array, platform: number, encoding: number): string | null {
  // Windows stores even its PRC encoding as 16-bit units, but there a unit is a GBK code.
  if (platform === 0 || (platform === 3 && (encoding === 0 || encoding === 1 || encoding === 10))) {
    let text = '';
    for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode(u16(bytes, i));
    return text.trim();
  }
  if (platform === 3 && encoding === 3) return new TextDecoder('gbk').decode(bytes.filter((b) => b !== 0)).trim();
  if (platform === 1 && encoding === 25) return new TextDecoder('gbk').decode(bytes).trim();
  if (platform === 1 && encoding === 0) return String.fromCharCode(...bytes).trim();
  return null;
}
