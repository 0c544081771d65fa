// The display list as text, one line a run: what golden cases compare and what
// `banxin typeset --dump` prints. Lengths in pt, three decimals, rounded here
// and in the PDF alone.
import type { DisplayList, DisplayPage, Group, Item, Source } from './list';

/** The whole list, a line a page, frame, path and run. */
export function dumpList(list: DisplayList): string {
  const out: string[] = [];
  list.pages.forEach((page, i) => dumpPage(page, i + 1, list.fonts, out));
  for (const { level, title, page, y } of list.outline) out.push(`outline ${level} p${page} y=${num(y)} ${title}`);
  return `${out.join('\n')}\n`;
}

function dumpPage(page: DisplayPage, number: number, fonts: readonly string[], out: string[]): void {
  out.push(`page ${number} [${page.label}] ${num(page.size.width)} × ${num(page.size.height)}`);
  for (const item of page.items) dumpItem(item, page, fonts, 1, out);
}

function dumpItem(item: Item, page: DisplayPage, fonts: readonly string[], depth: number, out: string[]): void {
  const pad = '  '.repeat(depth);
  switch (item.kind) {
    case 'group':
      out.push(`${pad}frame ${item.what} ${at(item)}${item.article === null ? '' : ` article=${item.article}`}`);
      for (const child of item.items) dumpItem(child, page, fonts, depth + 1, out);
      return;
    case 'glyphs': {
      const xs = [page.x[item.first] ?? 0, page.x[item.end - 1] ?? 0];
      const bold = item.embolden > 0 ? ` +${num(item.embolden)}` : '';
      const gray = `${item.gray > 0 ? ` gray=${num(item.gray)}` : ''}${item.red === true ? ' red' : ''}`;
      out.push(`${pad}${fonts[item.font]} ${num(item.size)}${bold}${gray} x=${num(xs[0]!)}…${num(xs[1]!)} y=${num(item.y)} ${sourceText(item.source)} ${JSON.stringify(item.text)}`);
      return;
    }
    case 'path':
      out.push(`${pad}path ${item.ops.length > 24 ? `${item.ops.length} ops` : item.ops} ${item.coords.slice(0, 8).map(num).join(' ')}${item.fill === null ? '' : ` fill=${num(item.fill)}`}${item.stroke === null ? '' : ` stroke=${num(item.stroke.width)}`}${item.red === true ? ' red' : ''}`);
      return;
    case 'image':
      out.push(`${pad}image ${item.image} ${at(item.rect)} ${num(item.rect.width)} × ${num(item.rect.height)}${item.red === true ? ' red' : ''}`);
      return;
    case 'link':
      out.push(`${pad}link ${at(item.rect)} → p${item.page}`);
      return;
  }
}

function sourceText(source: Source): string {
  return source.kind === 'generated' ? `{${source.what}}` : `[${source.from}-${source.to}${source.kind === 'atom' ? ' atom' : ''}]`;
}

function at({ x, y }: Pick<Group, 'x' | 'y'>): string {
  return `x=${num(x)} y=${num(y)}`;
}

function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
