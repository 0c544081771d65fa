// The window's calls about 取回 Word 改稿: the file is chosen here, read in a reader
// process (W61), and remembered for another choice of its tracked changes.
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { picklist, strictTuple } from 'valibot';
import type { Returned } from '../ipc/take-back';
import type { RevisionChoice } from '../ipc/opened';
import { AppError } from '../node/app-error';
import type { Desk } from './desk';
import { handle } from './handle';
import { NOTHING } from './payloads';

const REVISIONS = strictTuple([picklist(['accepted', 'original'])]);

/** What may come back: Word files, and texts of whoever has no Word. */
const RETURNED = ['docx', 'docm', 'doc', 'wps', 'txt'];

/** Registers them for a window. */
export function answerTakeBackCalls(window: BrowserWindow, { reading }: Desk): void {
  const { webContents } = window;
  let chosen: string | null = null;
  const read = async (file: string, choice: RevisionChoice): Promise<Returned> => {
    const { bytes, word } = await reading.text(file, choice);
    const revisions = word?.revisions;
    const changed = revisions !== undefined && revisions.insertions + revisions.deletions + revisions.moves > 0;
    return { name: path.basename(file), bytes, edition: word?.edition ?? null, revisions: changed ? { choice, insertions: revisions.insertions, deletions: revisions.deletions, authors: revisions.authors } : null };
  };
  handle(webContents, 'chooseReturned', NOTHING, async () => {
    const answer = await dialog.showOpenDialog(window, { title: '取回 Word 改稿', buttonLabel: '取回', properties: ['openFile'], filters: [{ name: 'Word 文档和纯文本', extensions: RETURNED }] });
    const [file] = answer.filePaths;
    if (answer.canceled || file === undefined) return null;
    chosen = file;
    return read(file, 'accepted');
  });
  handle(webContents, 'readReturned', REVISIONS, (choice) => {
    if (chosen === null) throw new AppError('returned-unknown', '还没有选过改稿。');
    return read(chosen, choice);
  });
}
