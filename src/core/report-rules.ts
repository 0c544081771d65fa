// A rule that parts two articles, or ends a page, through a line of text: what is printed struck
// out. In: the composed pages of a newspaper; out: an error for each block that is crossed. Asked
// of the pages as they are set, so that one made by hand, pinned or of an older program is told
// too; that no act by hand makes one is makeup/crowded.ts's.
import type { Diagnostic } from './diagnostic';
import { nameOfArticle } from './model/article-name';
import type { Package } from './model/package';
import { quoted } from './model/quote';
import { baselineOf, type FilledFrame, type Page, paceOf, type Rule } from './page/frame';

/** Rules between articles, and below all of them. */
const PARTING = new Set(['separator', 'end-rule']);
/** A character's body above its baseline and below it, without the air in it, em. */
const [ABOVE, BELOW] = [0.8, 0.05];

export function ruleDiagnostics(pages: readonly Page[], pkg: Package, nameOf: (page: number) => string): Diagnostic[] {
  return pages.flatMap((page, i) => {
    const rules = page.rules.filter(({ what, kind }) => PARTING.has(what) && (kind === 'line' || kind === 'ornament'));
    const told = new Set<string>();
    return rules.length === 0 ? [] : page.frames.flatMap((filled): Diagnostic[] => {
      const { article } = filled;
      if (article === null || told.has(article)) return [];
      const crossed = rules.find((rule) => isNear(filled, rule) && crosses(filled, rule));
      if (crossed === undefined) return [];
      told.add(article);
      const { x, width, grid } = filled.frame;
      const rect = { x, y: crossed.y - grid.pitch / 2, width, height: grid.pitch };
      return [{ severity: 'error', code: 'rule-through-text', message: `${nameOf(i + 1)}${quoted(nameOfArticle(pkg, article))}有一行字压在线上，要印花：两篇之间没有空出一行`, at: { page: i + 1, rect }, suggestion: '把这一块收回一行，或把下面的一块下移一行' }];
    });
  });
}

function isNear({ frame: { x, y, width, rows, grid } }: FilledFrame, rule: Rule): boolean {
  return rule.x < x + width && x < rule.x + rule.width && rule.y > y - grid.pitch && rule.y < y + (rows + 1) * grid.pitch;
}

/** A line of it has the rule between the tops and the feet of its characters. */
function crosses({ frame, fragments }: FilledFrame, rule: Rule): boolean {
  return fragments.some((fragment) => {
    const { set, first, end, row } = fragment;
    const { size } = set.paragraph.style.text;
    const pace = paceOf(fragment);
    for (let i = first; i < end; i++) {
      const y = frame.y + baselineOf(frame.grid, row + (i - first) * pace, pace, size);
      const left = frame.x + fragment.x;
      if (rule.y > y - ABOVE * size && rule.y < y + BELOW * size && rule.x < left + set.lines[i]!.right && left < rule.x + rule.width) return true;
    }
    return false;
  });
}
