// The role that a face of a Word file plays (宋, 黑, 楷, 仿宋, 小标宋), by its name as
// Windows, WPS, Founder, macOS and Linux have it. null: a face that plays none of
// them (a Latin one, an ornamental one).
import type { FontRole } from '../../core/font';

const NAMES: readonly (readonly [RegExp, FontRole])[] = [
  [/小标宋|XBS|大标宋|DBS|中宋|zhongsong|粗宋|CuSong/i, 'biaosong'],
  [/仿宋|fang\s?song|^fs_/i, 'fangsong'],
  [/楷|kai/i, 'kai'],
  [/黑|hei|雅黑|yahei|等线|dengxian|sans.*cjk|noto sans|source han sans|gothic|苹方|pingfang/i, 'hei'],
  [/宋|song|simsun|serif.*cjk|noto serif|source han serif|明体|mingliu|书宋/i, 'song'],
];

/** The role of a face by its name. */
export function faceRole(name: string | null): FontRole | null {
  if (name === null) return null;
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
