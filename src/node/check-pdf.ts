// The proof of an export: the written bytes, read back by a reader that shares
// nothing with the writer, hold the conserved text of every article set, and every
// glyph shown has ink (issue 2 §6). The list is asked for one thing alone: which
// texts the program itself put inside an article (jump lines), to pass them over.
import { assertNever } from '../core/assert-never';
import type { DisplayList, Item } from '../core/display/list';
import { ANNEX, conservedText, textDifference } from '../core/model/conserved-text';
import type { Edition, Package } from '../core/model/package';
import { readBack } from '../pdf/read-back';

export interface CheckedPdf {
  readonly textConserved: boolean;
  /** Text that the program put on the pages, inside articles and beside them, each once. */
  readonly generated: readonly string[];
  /** First thing wrong, in Chinese; null for a sound file. */
  readonly fault: { readonly code: 'pdf-unsound' | 'text-not-conserved'; readonly message: string } | null;
}

/** Compares a written PDF with what the edition must print of the package. */
export function checkPdf(bytes: Uint8Array, pkg: Package, edition: Edition, list: DisplayList): CheckedPdf {
  const read = readBack(bytes);
  const inside = generatedInside(list);
  const conserved = conservedText(pkg, edition);
  const generated = [...read.artifacts, ...[...inside.values()].flat()].map((text) => text.trim());
  let fault: CheckedPdf['fault'] = null;
  for (const [id, text] of conserved) {
    const difference = textDifference(read.articles.get(id) ?? '', text, inside.get(id) ?? []);
    if (difference === null) continue;
    fault = { code: 'text-not-conserved', message: `输出的 PDF 与${id === ANNEX ? '名词解释' : `稿件“${id}”`}的文字不一致：应为“${difference.expected}”，印作“${difference.found}”` };
    break;
  }
  const strays = [...read.articles.keys()].filter((id) => !conserved.has(id));
  if (strays.length > 0) fault ??= { code: 'text-not-conserved', message: `输出的 PDF 里有版式没有选的稿件：${strays.join('、')}` };
  const textConserved = fault === null;
  // A file that cannot be read has no text either: its own fault says more.
  if (read.problems.length > 0) fault = { code: 'pdf-unsound', message: `输出的 PDF 没有通过检查：${read.problems.slice(0, 3).join('；')}` };
  return { textConserved, generated: [...new Set(generated.filter((text) => text !== ''))], fault };
}

/** Furniture that the conserved text counts already. */
const KNOWN: readonly string[] = ['number', 'label', 'abridged', 'name-blank'];

/** Texts that the program put inside an article's groups (the annex is the document's own: its notes) beside the known furniture (jump lines), in content order. */
function generatedInside(list: DisplayList): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  const visit = (items: readonly Item[], article: string | null): void => {
    for (let at = 0; at < items.length; at++) {
      const item = items[at]!;
      switch (item.kind) {
        case 'group':
          visit(item.items, item.article ?? article);
          break;
        case 'glyphs': {
          if (article === null || article === ANNEX || item.source.kind !== 'generated' || KNOWN.includes(item.source.what)) break;
          const texts = out.get(article) ?? [];
          texts.push(item.text);
          out.set(article, texts);
          break;
        }
        case 'path':
        case 'image':
        case 'link':
          break;
        default: assertNever(item);
      }
    }
  };
  for (const page of list.pages) visit(page.items, null);
  return out;
}
