// Jump lines that came with a text (N-20 (3)): an imported 上接 stays text, as its paper had it,
// and is set like any other words. On the page that it names, or before it, it sends the reader
// to where he is. In: the pages as they are made up, and the articles. Out: warnings.
import type { Diagnostic } from './diagnostic';
import type { Layout } from './model/layout';
import { articleName } from './model/article-name';
import { fromHan } from './model/numerals';
import type { Package } from './model/package';
import { quoted } from './model/quote';

/** At a text's beginning: （上接第一版）, 上接2版, ▲紧接A3版. Group 1: the page's number. */
const TYPED = /^[（(【[▲△▶►◀◄→←\s]*(?:上接|紧接上|紧接)(?:本报)?第?[A-D]?0*([0-9]+|[〇零一二三四五六七八九十]{1,3})版[）)】\]]?/u;

/** Of each article whose text begins with a typed 上接 and that begins on the page that this names, or on an earlier one. `nameOf`: a page by its index. */
export function typedJumpDiagnostics({ pages }: Layout, pkg: Package, nameOf: (page: number) => string): Diagnostic[] {
  return pages.flatMap(({ number, pieces }): Diagnostic[] => pieces.flatMap(({ article: id, from }): Diagnostic[] => {
    const article = pkg.articles.find((one) => one.id === id);
    const first = article?.doc.firstChild;
    if (article === undefined || first === undefined || first === null || from !== null) return [];
    const typed = TYPED.exec(first.textContent);
    const named = typed === null ? null : /^\d/.test(typed[1]!) ? Number(typed[1]) : fromHan(typed[1]!);
    if (typed === null || named === null || named < number) return [];
    const words = typed[0].trim();
    return [{
      severity: 'warning', code: 'jump-broken', message: `${quoted(articleName(article, pkg.meeting))}的原文写着${quoted(words)}，却从${nameOf(number)}排起：前面没有它的上文`,
      at: { article: id, block: 0, field: null, from: typed.index, to: typed[0].length, line: null, excerpt: words },
      suggestion: '这是原稿里的转版字样：上文也在这一期的，把两段并成一篇；不然删去这几个字，或排到后面的版',
    }];
  }));
}
