// How the cells of a make-up's pages are spent, in words: one cell is one base column and
// one line. In: a layout. Out: what 按行长折算 says below its table.
import { areasOf, type Layout } from '../../core/model/layout';
import type { PaperMaster } from '../../core/model/master';

/** 版心 984 栏行：正文 682，标题和框 299，各篇之间和空着的 3. */
export function spentWords({ pages }: Layout, { columns, lines }: Pick<PaperMaster, 'columns' | 'lines'>): string {
  const all = pages.reduce((sum, { mastheadRows }) => sum + columns * (lines - mastheadRows), 0);
  let [text, heads] = [0, 0];
  for (const piece of pages.flatMap(({ pieces }) => pieces)) {
    const body = piece.body.reduce((sum, { area }) => sum + area.columns * area.rows, 0);
    text += body;
    heads += areasOf(piece).reduce((sum, area) => sum + area.columns * area.rows, 0) - body;
  }
  return `版心 ${all} 栏行：正文 ${text}，标题和框 ${heads}，各篇之间和空着的 ${all - text - heads}。`;
}
