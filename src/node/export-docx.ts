// One export of one edition to a Word file. The edition is set first, for what only a
// set page knows (where title lines end, page numbers of the contents), then written
// from the model, read back and renamed. A docx is an exchange copy: of what setting
// finds, only what concerns the text stands in its way (TYPESETTING 19); of the pages
// their number is told.
import { readFileSync } from 'node:fs';
import type { Diagnostic, DiagnosticCode } from '../core/diagnostic';
import { PLAIN_BOOKLET } from '../core/model/editions';
import type { SheetMaster } from '../core/model/master';
import type { Edition } from '../core/model/package';
import type { FontRole } from '../core/font';
import { conservedText, textDifference } from '../core/model/conserved-text';
import { printedWords } from '../docx/own/printed-words';
import { docxLayout } from '../docx/write/layout';
import { writeDocx } from '../docx/write/write-docx';
import { writable } from '../docx/write/xml';
import { AppError } from './app-error';
import { writeAtomically } from './atomic-write';
import { setEdition } from './export';
import { type ExportJob, refuseOpen } from './export-edition';
import type { FoundFonts } from './fonts';
import { shippedPreset } from './presets';

export interface DocxExportResult {
  /** Printed pages of the same edition as we set it; a Word's own may be one more or fewer. */
  readonly pages: number;
  readonly bytes: number;
  readonly seconds: { readonly typeset: number; readonly write: number };
  readonly diagnostics: readonly Diagnostic[];
  /** Always true: a file that says anything else is not written. */
  readonly textConserved: boolean;
}

/** What setting finds that concerns a text that others set. */
const OF_THE_TEXT: readonly DiagnosticCode[] = ['placeholder-open', 'omitted', 'field-empty', 'phrase-stale', 'note-undefined', 'leftover-year', 'leftover-session', 'leftover-plenary', 'leftover-name', 'sentence-carried', 'figure-sum', 'figure-conflict', 'figure-unconfirmed'];

/**
 * Exports an edition as .docx.
 * @throws ExportRefused where the stage refuses open places; AppError `text-not-conserved`, `write-failed`.
 */
export function exportDocx(job: ExportJob): DocxExportResult {
  const { pkg } = job;
  job.onPhase?.('typeset');
  const began = process.uptime();
  const edition = onSheets(job.edition);
  const { typeset, diagnostics: found } = setEdition(pkg, edition, job.fonts);
  const diagnostics = found.filter(({ code }) => OF_THE_TEXT.includes(code));
  refuseOpen(pkg, diagnostics, job);
  const set = process.uptime();

  job.onPhase?.('write');
  const layout = docxLayout(typeset.list, typeset.origins, edition.master);
  const bytes = writeDocx({ pkg, edition, layout, faces: ownFaces(job.fonts), date: job.date ?? job.edition.date ?? pkg.meeting.opens });
  const conserved = [...conservedText(pkg, edition).values()].join('\n');
  const expected = writable(conserved);
  const broken = [...expected].filter((char) => char === '\ufffd').length - [...conserved].filter((char) => char === '\ufffd').length;
  if (broken > 0) diagnostics.push({ severity: 'warning', code: 'glyph-missing', at: null, message: `文中有 ${broken} 个不成字的编码，写作“\ufffd”`, suggestion: '查找“\ufffd”，对照原文改正' });
  writeAtomically(job.target, (sink) => sink(bytes), {
    verify: (temporary) => {
      job.onPhase?.('check');
      const difference = textDifference(printedWords(readFileSync(temporary)), expected);
      if (difference !== null) throw new AppError('text-not-conserved', `写下的文字与文稿不同：文稿是“${difference.expected}”，写下的是“${difference.found}”；未写入“${job.target}”`);
    },
    ...(job.fault === undefined ? {} : { fault: job.fault }),
  });
  return { pages: layout.pages, bytes: bytes.length, seconds: { typeset: set - began, write: process.uptime() - set }, diagnostics, textConserved: true };
}

/** The edition as it is written: columns of a newspaper are not for Word, its texts come on the house's sheet. */
function onSheets(edition: Edition): Edition & { readonly master: SheetMaster } {
  const { master } = edition;
  if (master.kind === 'sheet') return { ...edition, master };
  const preset = shippedPreset('gb');
  return { ...edition, look: preset.look, master: preset.master as SheetMaster, booklet: PLAIN_BOOKLET };
}

/** Names of the user's own faces that the edition is set in: Word finds them on his machine too. */
function ownFaces(fonts: FoundFonts): Partial<Record<FontRole, string>> {
  return Object.fromEntries(fonts.found.filter(({ rank, source }) => rank === 0 && source === 'own').map(({ role, name }) => [role, name]));
}
