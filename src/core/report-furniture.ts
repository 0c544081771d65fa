// What is to be said of a newspaper's 报头, 报眉 and 报尾: a line that had to be made much
// smaller than its style to have its room (furniture-line.ts), a 报尾 that goes off the
// sheet. In: the composed pages; out: findings that name the line and what it says.
import type { Diagnostic } from './diagnostic';
import type { Edition } from './model/package';
import type { StyleName } from './model/look';
import { quoted } from './model/quote';
import type { FilledFrame, Page } from './page/frame';

/** Lines by their frames: what people call them, the style that they have, the part of its size that is still well read. */
const LINES: Readonly<Record<string, { readonly name: string; readonly style: StyleName; readonly least: number }>> = {
  masthead: { name: '报头的报名', style: 'masthead', least: 0.6 },
  'masthead-date': { name: '报头下日期、刊号、期号那一行', style: 'furnitureBold', least: 0.8 },
  'masthead-contact': { name: '报头下的联系方式', style: 'furniture', least: 0.8 },
  'header-paper': { name: '报眉的报名', style: 'headerName', least: 0.7 },
  'header-page': { name: '报眉的版次', style: 'furniture', least: 0.8 },
  'header-section': { name: '报眉的版名', style: 'headerPage', least: 0.7 },
  'header-date': { name: '报眉的日期', style: 'furnitureBold', least: 0.8 },
  'header-editors': { name: '报眉的责编等', style: 'furniture', least: 0.8 },
};

/** Blank that stays below a 报尾, pt: what presses do not print (5 mm). */
const LEAST_FOOT = 14;

export function furnitureDiagnostics(pages: readonly Page[], { look }: Pick<Edition, 'look'>, nameOf: (page: number) => string): Diagnostic[] {
  const told = new Set<string>();
  return pages.flatMap((page, i) => page.frames.flatMap((filled): Diagnostic[] => {
    const said = lineWords(filled, look) ?? tailWords(filled, page.size.height);
    // Each page's header has the same paper in it.
    if (said === null || told.has(said)) return [];
    told.add(said);
    const { x, y, width, rows, grid } = filled.frame;
    return [{ severity: 'warning', code: 'furniture-squeezed', message: `${nameOf(i + 1)}${said}`, at: { page: i + 1, rect: { x, y, width, height: rows * grid.pitch } }, suggestion: '在“报纸信息”里改短' }];
  }));
}

function lineWords({ frame, fragments }: FilledFrame, look: Edition['look']): string | null {
  const line = LINES[frame.what];
  const paragraph = fragments[0]?.set.paragraph;
  const own = line === undefined ? undefined : look.styles[line.style]?.size;
  if (line === undefined || paragraph === undefined || own === undefined || paragraph.style.text.size >= line.least * own) return null;
  return `${line.name}${quoted(paragraph.text)}太长，要缩到 ${paragraph.style.text.size} 磅（原为 ${own} 磅）一行才排得下`;
}

function tailWords({ frame: { what, y, rows, grid } }: FilledFrame, height: number): string | null {
  return what !== 'tail' || y + rows * grid.pitch <= height - LEAST_FOOT ? null : `报尾有 ${rows} 行，伸到了纸边`;
}
