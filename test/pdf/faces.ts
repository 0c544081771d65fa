// The pinned faces that PDF tests embed: TrueType and CFF (RUNTIME, Fonts).
import { readFileSync } from 'node:fs';
import type { Font } from '../../src/core/font';
import { bytesSource } from '../../src/font/byte-source';
import { openFont } from '../../src/font/open-font';

const ROOT = new URL('../../', import.meta.url);

function face(path: string): Font {
  return openFont(bytesSource(readFileSync(new URL(path, ROOT))));
}

/** TrueType, 1000 units to the em. */
export const songFace = (): Font => face('node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
/** CFF, brought by setup. */
export const fangsongFace = (): Font => face('resources/fonts/FandolFang-Regular.otf');
/** TrueType, brought by setup. */
export const kaiFace = (): Font => face('resources/fonts/gkai00mp.ttf');
