// The file that goes to the printer: the export itself, or its pages on other
// sheets (some of them, two on a folded A3, a newspaper page over several). In: an
// export that was checked against the text. Out: a PDF of the same glyphs at the
// same places, read back and compared with what the sheets must show.
import { readFileSync } from 'node:fs';
import { arrange, type Arrangement } from '../core/display/arrange';
import type { DisplayList, Item } from '../core/display/list';
import { textDifference } from '../core/model/conserved-text';
import { readBack } from '../pdf/read-back';
import { writePdfTo } from '../pdf/write-pdf';
import { AppError } from './app-error';
import { writeAtomically } from './atomic-write';
import { exportPdf } from './export';
import type { ExportJob, ExportResult } from './export-edition';

export interface PrintFile {
  /** Sides of paper in the file. */
  readonly sides: number;
  /** The export that it is of: of the whole edition, whichever pages were asked for. */
  readonly exported: ExportResult;
}

/**
 * Exports an edition to `job.target` and arranges it there.
 * @throws what exportPdf throws; AppError `page-unknown` for a page that the edition has not, `pdf-unsound`, `write-failed`.
 */
export function writePrintFile(job: ExportJob, arrangement: Arrangement): PrintFile {
  const exported = exportPdf(job);
  const { list } = exported.typeset;
  const beyond = arrangement.pages?.find((page) => page >= list.pages.length);
  if (beyond !== undefined) throw new AppError('page-unknown', `没有第 ${beyond + 1} 页：这份版式共 ${list.pages.length} 页`);
  const sheets = arrange(list, arrangement);
  if (sheets === list) return { sides: list.pages.length, exported };
  const options = { date: job.date, images: job.pkg.assets };
  writeAtomically(job.target, (sink) => writePdfTo(sheets, exported.opened, options, sink), {
    verify: (temporary) => check(sheets, readFileSync(temporary)),
  });
  return { sides: sheets.pages.length, exported };
}

/** The written sheets hold the text of the sheets' list, article by article, with ink. @throws AppError */
function check(sheets: DisplayList, bytes: Uint8Array): void {
  const read = readBack(bytes);
  const first = read.problems[0];
  if (first !== undefined) throw new AppError('pdf-unsound', `要打印的文件没有通过检查：${first}；没有打印`);
  const expected = textsOf(sheets);
  for (const [article, text] of expected) {
    const difference = textDifference(read.articles.get(article) ?? '', text);
    if (difference !== null) throw new AppError('text-not-conserved', `要打印的文件与版面不一致：应为“${difference.expected}”，印作“${difference.found}”；没有打印`);
  }
}

/** Text of a list by article, in drawing order. */
function textsOf(list: DisplayList): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const visit = (items: readonly Item[], article: string | null): void => {
    for (const item of items) {
      if (item.kind === 'group') visit(item.items, item.article ?? article);
      else if (item.kind === 'glyphs' && article !== null) texts.set(article, (texts.get(article) ?? '') + item.text);
    }
  };
  for (const page of list.pages) visit(page.items, null);
  return texts;
}
