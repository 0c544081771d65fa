// What a save dialog of the system answers, as a file with the ending that it must
// have: a PDF never stands under a text's name, nor a package under another
// program's.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';

/**
 * The chosen name with its ending. Where that names another file than the dialog asked about, the user is asked
 * again. null: not there.
 */
export async function withExtension(window: BrowserWindow, { canceled, filePath }: { readonly canceled: boolean; readonly filePath: string }, extension: string): Promise<string | null> {
  if (canceled || filePath === '') return null;
  if (path.extname(filePath).toLowerCase() === extension) return filePath;
  const file = `${filePath}${extension}`;
  if (!existsSync(file)) return file;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question', message: `“${path.basename(file)}”已经有了。`, detail: '覆盖后，原来的文件就没有了。', buttons: ['覆盖', '取消'], defaultId: 1, cancelId: 1, noLink: true,
  });
  return response === 0 ? file : null;
}
