// The window's calls about tables: CSV out and in, sheets as Word files. A sheet is a small
// package that is set and written by a job, as every Word file is.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { array, maxLength, minLength, pipe, strictObject, strictTuple, string } from 'valibot';
import { writePackage } from '../core/model/package-file';
import { sheetEdition, sheetPackage } from '../core/report/table-sheet';
import type { SheetToSave } from '../ipc/ledger';
import { AppError, toAppError } from '../node/app-error';
import { writeAtomically } from '../node/atomic-write';
import { decodeText } from '../node/decode-text';
import { safeName } from '../node/export-name';
import { shippedPreset } from '../node/presets';
import { withExtension } from './chosen-file';
import { handle, send } from './handle';
import { Jobs } from './jobs';
import { NOTHING } from './payloads';

/** A table of ten thousand figures is a tenth of it. */
const LARGEST = 16 * 1024 * 1024;

const short = pipe(string(), maxLength(400));
const words = pipe(string(), maxLength(100_000));
const line = pipe(array(words), maxLength(40));
const TABLE = strictTuple([short, pipe(string(), maxLength(LARGEST))]);
const SHEETS = strictTuple([pipe(array(strictObject({ name: short, title: short, before: line, header: line, rows: pipe(array(line), maxLength(20_000)), after: line })), minLength(1), maxLength(100))]);

/** Registers them for a window. */
export function answerLedgerCalls(window: BrowserWindow): void {
  const contents = window.webContents;
  const jobs = new Jobs();
  /** Between two jobs there is none to cancel. */
  let stop = (): void => undefined;
  const target = async (name: string, kind: string, ending: string): Promise<string | null> =>
    withExtension(window, await dialog.showSaveDialog(window, { title: `导出${name}`, defaultPath: `${safeName(name)}.${ending}`, filters: [{ name: kind, extensions: [ending] }] }), `.${ending}`);
  handle(contents, 'saveTable', TABLE, async (name, text) => {
    const file = await target(name, 'CSV 表格', 'csv');
    if (file === null) return null;
    writeAtomically(file, (sink) => sink(Buffer.from(text, 'utf8')));
    return path.basename(file);
  });
  handle(contents, 'readTable', NOTHING, async () => {
    const answer = await dialog.showOpenDialog(window, { title: 'CSV 导入', buttonLabel: '读入', properties: ['openFile'], filters: [{ name: 'CSV 表格', extensions: ['csv', 'txt', 'tsv'] }] });
    const [file] = answer.filePaths;
    if (answer.canceled || file === undefined) return null;
    try {
      if (statSync(file).size > LARGEST) throw new AppError('text-too-large', `“${path.basename(file)}”太大，不像是台账的表。`);
      return { name: path.basename(file), text: decodeText(readFileSync(file), path.basename(file)).text };
    } catch (error) {
      throw error instanceof AppError ? error : toAppError(error, 'read-failed', '读取', file);
    }
  });
  handle(contents, 'saveSheets', SHEETS, async (sheets) => {
    const files = await filesFor(window, sheets, target);
    if (files === null) return null;
    const written: string[] = [];
    let stopped = false;
    stop = () => {
      stopped = true;
      jobs.cancelExport();
    };
    for (const [index, file] of files.entries()) {
      const pkg = sheetPackage(sheets[index]!);
      const edition = sheetEdition(shippedPreset('gb'));
      const part = `${index + 1}/${files.length} “${sheets[index]!.name}”`;
      // A job for a Word file tells no phases: the sheet is what is told.
      if (!stopped) send(contents, 'exportProgress', { phase: 'write', part });
      const done = stopped ? null : await jobs.exportPdf({ kind: 'text', format: 'docx', bytes: writePackage(pkg, null), edition, target: file, accept: [] }, () => undefined);
      if (done === null) return written.length === 0 ? null : written;
      written.push(path.basename(file));
    }
    return written;
  });
  handle(contents, 'cancelSheets', NOTHING, () => {
    stop();
    return Promise.resolve(null);
  });
}

/** Where each sheet goes; nothing that stands there is written over without a word. */
async function filesFor(window: BrowserWindow, sheets: readonly SheetToSave[], target: (name: string, kind: string, ending: string) => Promise<string | null>): Promise<readonly string[] | null> {
  const [only] = sheets;
  if (sheets.length === 1 && only !== undefined) {
    const file = await target(only.name, 'Word 文档', 'docx');
    return file === null ? null : [file];
  }
  const answer = await dialog.showOpenDialog(window, { title: `${sheets.length} 张表：放在哪个文件夹里`, buttonLabel: '导出到这里', properties: ['openDirectory', 'createDirectory'] });
  const [folder] = answer.filePaths;
  if (answer.canceled || folder === undefined) return null;
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const stem = safeName(name);
    let file = path.join(folder, `${stem}.docx`);
    for (let n = 2; taken.has(file) || existsSync(file); n++) file = path.join(folder, `${stem}（${n}）.docx`);
    taken.add(file);
    return file;
  });
}
