// The window's calls about 两稿对比: another file is chosen here and read in a reader
// process (W61); what the window made of two texts is written by a job. The file is
// only read: no lock is taken, nothing of it is held.
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { NOTHING } from './payloads';
import type { Desk } from './desk';
import { handle } from './handle';
import { EXTENSIONS } from './open-file';

/** Registers them for a window. */
export function answerComparingCalls(window: BrowserWindow, { reading }: Desk): void {
  handle(window.webContents, 'chooseCompared', NOTHING, async () => {
    const answer = await dialog.showOpenDialog(window, { title: '选择要对照的文件', buttonLabel: '选用', properties: ['openFile'], filters: [{ name: '文稿包、Word 文件、纯文本和网页', extensions: [...EXTENSIONS] }] });
    const [file] = answer.filePaths;
    if (answer.canceled || file === undefined) return null;
    const isPackage = path.extname(file).toLowerCase() === '.banxin';
    return { name: path.basename(file), bytes: isPackage ? await reading.package(file) : (await reading.text(file)).bytes };
  });
}
