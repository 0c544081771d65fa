// Exports with every finding about the words of what is set, for whoever holds them in memory
// anyway: the window's jobs, checks, folders of papers. The cold command line asks
// export-edition.ts itself.
import type { Edition, Package } from '../core/model/package';
import { textFindings } from '../core/report/text-findings';
import { exportEdition, judgeEdition, type ExportJob, type ExportResult, type SetEdition } from './export-edition';
import type { FoundFonts } from './fonts';

/** Exports an edition. @throws ExportRefused where an error is not accepted; AppError `pdf-unsound`, `text-not-conserved`, `write-failed`. */
export function exportPdf(job: ExportJob): ExportResult {
  return exportEdition(job, textFindings);
}

/** Sets an edition and judges it, without writing: what an export would say (`banxin check`). */
export function setEdition(pkg: Package, edition: Edition, fonts: FoundFonts): SetEdition {
  return judgeEdition(pkg, edition, fonts, textFindings);
}
