// Answers a window's questions for the presets that an edition can be made from: those
// that ship, and one that a user wrote (what `--preset FILE` takes on the command line); writes one
// that was made in the window as such a file.
import path from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { GenericSchema } from 'valibot';
import { DRAFT, EDITION_NAMES, type EditionPreset } from '../core/model/editions';
import { presetText } from '../core/model/preset-text';
import { readPreset } from '../core/model/read-preset';
import { AppError } from '../node/app-error';
import { writeAtomically } from '../node/atomic-write';
import { safeName } from '../node/export-name';
import { openPreset, PRESETS } from '../node/presets';
import { withExtension } from './chosen-file';
import { handle } from './handle';
import { EDITION_KIND, NOTHING, PRESET } from './payloads';

/** Registers them for a window. A 改稿本 is made for each printing and is no edition of a package. */
export function answerEditionCalls(window: BrowserWindow): void {
  handle(window.webContents, 'editionPresets', NOTHING, async () => PRESETS.filter(({ id }) => id !== DRAFT));
  handle(window.webContents, 'chooseOwnPreset', EDITION_KIND, async (kind) => {
    const answer = await dialog.showOpenDialog(window, { title: `自己的版面文件：${EDITION_NAMES[kind]}`, buttonLabel: '选用', properties: ['openFile'], filters: [{ name: '版面文件', extensions: ['json'] }] });
    const [file] = answer.filePaths;
    if (answer.canceled || file === undefined) return null;
    const preset = await openPreset(file);
    if (preset.kind !== kind) throw new AppError('preset-invalid', `“${path.basename(file)}”是${EDITION_NAMES[preset.kind]}的，这一份是${EDITION_NAMES[kind]}。`);
    // Without a name of its own a file is known by its own.
    return preset.name === preset.id ? { ...preset, name: path.basename(file, path.extname(file)) } : preset;
  });
  handle(window.webContents, 'saveOwnPreset', PRESET as GenericSchema<unknown, [EditionPreset]>, async (preset) => {
    const text = presetText(preset);
    const read = readPreset(JSON.parse(text), preset.id, []);
    if (!read.ok) throw new AppError('preset-invalid', `这个版面写不成文件：${read.wrong}。`);
    const answer = await dialog.showSaveDialog(window, { title: `版面文件：${EDITION_NAMES[preset.kind]}`, defaultPath: `${safeName(preset.name)}.json`, filters: [{ name: '版面文件', extensions: ['json'] }] });
    const file = await withExtension(window, answer, '.json');
    if (file === null) return null;
    writeAtomically(file, (sink) => sink(Buffer.from(text, 'utf8')));
    return path.basename(file);
  });
}
