// What is said of a block's neighbours that make way for it: who moved, who went to another page, what
// would have to go where none can.
import type { Layout } from '../../model/layout';
import { quoted } from '../../model/quote';
import type { HandTools } from './hand-act';
import { moreOver } from './hand-cost';
import type { articlesAway } from './remade-around';

/** Articles that are named: the page shows the others. */
const MOST_NAMED = 2;

/** What the rest of a layout becomes. */
export const GAVE_WAY = '其余稿件让了位，重新排过';

/** Who went to another page, in words. */
export function awayWords(gone: ReturnType<typeof articlesAway>, { titleOf, ruler }: Pick<HandTools, 'titleOf' | 'ruler'>): string {
  return gone.map(([article, page]) => `${quoted(titleOf(article))}到了${ruler.pageOf(page)}`).join('，');
}

/** Who made way, in words. */
export function gaveWay(articles: readonly string[], titleOf: (article: string) => string): string {
  if (articles.length === 0) return '别的稿件都没有动';
  const names = articles.map((article) => quoted(titleOf(article)));
  return names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join('、')}等 ${names.length} 篇让了位` : `${names.join('、')}让了位`;
}

/** What would have to go for a block to stand there. */
export function refusedWords(before: Layout, after: Layout | null, tools: HandTools): string {
  const over = after === null ? [] : moreOver(before, after, tools);
  if (over.length === 0) return '其余的稿件就排不下了（有框、有竖题的要照原样留着）：先把旁边一篇移到下一版（Ctrl+Alt+PageDown），或与一块对调（Ctrl+Alt+X）';
  const words = over.map(({ article, more, moreCharacters }) => `${quoted(tools.titleOf(article))}会余 ${more} 行（约 ${moreCharacters} 字）`);
  return `${words.slice(0, MOST_NAMED).join('，')}${words.length > MOST_NAMED ? `，共 ${words.length} 篇` : ''}：先略去这些（L）、转一部分到后面的版（J），或把旁边一篇移到下一版（Ctrl+Alt+PageDown）`;
}
