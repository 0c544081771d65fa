// One export of one edition to plain text or a web page. No page is set: what the
// edition prints is told by the model alone, so this needs no face. Judged, written,
// read back and compared with the conserved text, as every export is.
import { readFileSync } from 'node:fs';
import type { Diagnostic, DiagnosticCode } from '../core/diagnostic';
import { conservedText, textDifference } from '../core/model/conserved-text';
import type { Edition, Package } from '../core/model/package';
import { stageDiagnostics } from '../core/model/stage';
import { figureDiagnostics } from '../core/report/figures/figure-findings';
import { leftoversIn } from '../core/report/leftovers';
import { stageOfText } from '../core/text-out/head-order';
import { plainText } from '../core/text-out/plain-text';
import { webPage } from '../core/text-out/web-page';
import { AppError } from './app-error';
import { writeAtomically, type FaultPoint } from './atomic-write';
import { refuseOpen } from './export-edition';
import { encodeGb18030 } from './encode-gb18030';

export const TEXT_ENCODINGS = ['utf-8', 'gb18030'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface TextExportJob {
  readonly pkg: Package;
  readonly edition: Edition;
  readonly target: string;
  readonly format: 'txt' | 'html';
  /** Of plain text; a web page is UTF-8. */
  readonly encoding: TextEncoding;
  /** Lines end with CRLF, as the Notepad of old Windows wants them. */
  readonly crlf: boolean;
  readonly accept: readonly string[];
  /** As of an ExportJob. */
  readonly asks?: readonly DiagnosticCode[];
  readonly fault?: (point: FaultPoint) => void;
}

export interface TextExportResult {
  readonly bytes: number;
  readonly seconds: { readonly write: number };
  readonly diagnostics: readonly Diagnostic[];
  readonly textConserved: boolean;
  /** Characters that the encoding has no code for: they stand as ? and are named. */
  readonly lost: readonly string[];
}

/**
 * Exports an edition as text.
 * @throws ExportRefused where the stage refuses open places; AppError `text-not-conserved`, `write-failed`.
 */
export function exportText(job: TextExportJob): TextExportResult {
  const { pkg, edition, target, format } = job;
  const began = process.uptime();
  const diagnostics = [...stageDiagnostics(pkg, edition), ...leftoversIn(pkg, edition), ...figureDiagnostics(pkg, edition.articles)];
  refuseOpen(pkg, diagnostics, job);
  const text = format === 'html' ? webPage(pkg, edition) : plainText(pkg, edition);
  const lines = job.crlf ? text.replaceAll('\n', '\r\n') : text;
  const encoded = job.encoding === 'gb18030' && format === 'txt' ? encodeGb18030(lines) : { bytes: new TextEncoder().encode(lines), lost: [] };
  const { bytes } = writeAtomically(target, (sink) => sink(encoded.bytes), {
    verify: (temporary) => {
      const read = new TextDecoder(format === 'txt' ? job.encoding : 'utf-8').decode(readFileSync(temporary));
      const own = withoutStage(read, format, pkg, edition);
      const fault = textFault(format === 'html' ? shownText(own) : own, pkg, edition, encoded.lost);
      if (fault !== null) throw new AppError('text-not-conserved', `${fault}；未写入“${target}”`);
    },
    ...(job.fault === undefined ? {} : { fault: job.fault }),
  });
  return { bytes, seconds: { write: process.uptime() - began }, diagnostics, textConserved: encoded.lost.length === 0, lost: encoded.lost };
}

/** Where what was written is not what the edition prints, in Chinese; null: it is. */
function textFault(read: string, pkg: Package, edition: Edition, lost: readonly string[]): string | null {
  const conserved = [...conservedText(pkg, edition).values()].join('\n');
  // UTF-8 has no code for half a character: it stands as U+FFFD.
  const whole = lost.length > 0 ? conserved : conserved.replace(HALF, '\ufffd');
  const expected = lost.length === 0 ? whole : [...conserved].map((char) => (lost.includes(char) ? '?' : char)).join('');
  const difference = textDifference(read, expected);
  return difference === null ? null : `写下的文字与文稿不同：文稿是“${difference.expected}”，写下的是“${difference.found}”`;
}

/** What was written without the 稿次 under the titles, which is no text of the articles: one a report. */
function withoutStage(read: string, format: 'txt' | 'html', { articles, stage }: Package, edition: Edition): string {
  let text = read;
  for (const article of articles.filter(({ id }) => edition.articles.includes(id))) {
    const said = stageOfText(article, edition, stage);
    if (said === null) continue;
    if (format === 'html') text = text.replace(/<p class="stage">[^<]*<\/p>/, '');
    else {
      const lines = text.split(/\r?\n/);
      const at = lines.indexOf(said);
      text = lines.filter((_, index) => index !== at).join('\n');
    }
  }
  return text;
}

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** What a browser shows of a page of ours: its body without tags. */
function shownText(html: string): string {
  return html.slice(html.indexOf('<body>')).replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!);
}
