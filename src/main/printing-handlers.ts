// The window's calls about exporting and printing, each to the desk that does it.
import type { BrowserWindow } from 'electron';
import { array, boolean, exactOptional, instance, integer, maxLength, maxValue, minLength, minValue, nullable, number, picklist, pipe, strictObject, strictTuple, string } from 'valibot';
import { DRAFT_BOUNDS } from '../core/model/draft-wish';
import type { DocumentStore } from './document-store';
import { ExportDesk } from './export-desk';
import { handle } from './handle';
import type { Jobs } from './jobs';
import { DOCUMENT, JOB, NOTHING } from './payloads';
import { PrintDesk } from './print-desk';
import type { PrintRecord } from './print-record';

const count = pipe(number(), integer(), minValue(0));
const short = pipe(string(), maxLength(4096));
const inside = ([least, most]: readonly [number, number]) => pipe(number(), minValue(least), maxValue(most));
const draft = nullable(strictObject({ article: nullable(short), every: pipe(number(), integer(), minValue(0), maxValue(100)), header: boolean(), marginMm: inside(DRAFT_BOUNDS.marginMm), pitch: inside(DRAFT_BOUNDS.pitch) }));
const arrangement = strictObject({ pages: nullable(array(count)), paper: picklist(['A4', 'A3']), fold: boolean() });
/** Nobody prints more at once, and a slip of the finger should not. */
const copies = pipe(number(), integer(), minValue(1), maxValue(999));

const text = { document: count, version: count };
const to = pipe(string(), maxLength(200));
const EXPORT = strictTuple([strictObject({ ...text, edition: short, draft, to: exactOptional(to), accept: array(short) })]);
const EXPORT_ALL = strictTuple([strictObject({ ...text, accept: array(short) })]);
const EXPORT_TEXT = strictTuple([strictObject({ ...text, edition: short, format: picklist(['docx', 'txt', 'txt-gb18030', 'html']), accept: array(short) })]);
const MADE = strictTuple([strictObject({ bytes: instance(Uint8Array), title: short, name: pipe(string(), minLength(1), maxLength(200)), format: picklist(['pdf', 'docx', 'txt']), accept: array(short) })]);
const EDITION = strictTuple([strictObject({ ...text, edition: short, draft })]);
const PRINT = strictTuple([strictObject({
  ...text, edition: short, draft, arrangement, printer: pipe(string(), minLength(1), maxLength(512)), copies, sides: picklist(['one', 'long', 'short']), collate: boolean(),
  to, accept: array(short),
})]);
const ENTRY = strictTuple([count, short]);

/** Registers them for a window. Each exports for itself: one that waits for another window's export would seem to hang. */
export function answerPrintingCalls(window: BrowserWindow, store: DocumentStore, record: PrintRecord, jobs: Jobs): void {
  const contents = window.webContents;
  const exports = new ExportDesk(window, store, jobs, record);
  const printing = new PrintDesk(window, store, jobs, record);
  handle(contents, 'exportPdf', EXPORT, (request) => exports.exportPdf(request));
  handle(contents, 'exportAll', EXPORT_ALL, (request) => exports.exportAll(request));
  handle(contents, 'exportText', EXPORT_TEXT, (request) => exports.exportText(request));
  handle(contents, 'exportMade', MADE, (request) => exports.exportMade(request));
  handle(contents, 'cancelExport', NOTHING, async () => {
    exports.cancel();
    return null;
  });
  handle(contents, 'openExported', JOB, async (job) => {
    await exports.open(job);
    return null;
  });
  handle(contents, 'showExported', JOB, async (job) => {
    exports.show(job);
    return null;
  });
  handle(contents, 'printers', NOTHING, () => printing.printers());
  handle(contents, 'editionToPrint', EDITION, async (request) => printing.editionToPrint(request));
  handle(contents, 'print', PRINT, (request) => printing.print(request));
  handle(contents, 'printRecord', DOCUMENT, (document) => printing.record(document));
  handle(contents, 'printedPages', ENTRY, (document, entry) => printing.printedPages(document, entry));
  handle(contents, 'pagesNow', EDITION, (request) => printing.pagesNow(request));
  handle(contents, 'savePrinted', ENTRY, (document, entry) => printing.savePrinted(document, entry));
}
