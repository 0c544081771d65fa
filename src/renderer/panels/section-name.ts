// A section in a narrow list: of the heading above it only the number is said.
import { clipSection } from '../../core/report/roll/section-words';

/** 一、2025年工作回顾 （一）固本铸魂 → 一（一）固本铸魂; one of level 1 stays whole. */
export function shortSection(section: string): string {
  return clipSection(section.replace(/(^|\s)([一二三四五六七八九十]+)、[^（]*(?=（[一二三四五六七八九十]+）)/, '$1$2'));
}
