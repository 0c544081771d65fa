// The window's calls about saving, recovery and backups, each to the part of the desk
// that does it.
import type { Desk } from './desk';
import { handle } from './handle';
import { BESIDE, DOCUMENT, NAME, NOTHING, ON, RECOVER, SAVE } from './payloads';

/** Registers them; once. */
export function answerSavingCalls(desk: Desk): void {
  const { recovery, backups } = desk;
  handle('savingState', NOTHING, async () => desk.savingState());
  handle('autosave', SAVE, (document, version) => desk.autosave(document, version));
  handle('setAutosave', ON, async (on) => {
    desk.setAutosave(on);
    return null;
  });
  handle('recoveries', NOTHING, () => recovery.list());
  handle('recoveryTexts', NAME, (id) => recovery.texts(id));
  handle('recover', RECOVER, (id, choice) => recovery.choose(id, choice));
  handle('backups', NOTHING, () => backups.list());
  handle('backupTexts', BESIDE, (id, document) => backups.compare(id, document));
  handle('openBackup', NAME, (id) => backups.open(id));
  handle('outsideTexts', DOCUMENT, (document) => backups.compareDisk(document));
  handle('takeDisk', SAVE, (document, version) => backups.takeDisk(document, version, (file) => desk.load(file)));
  handle('overwriteDisk', SAVE, (document, version) => backups.overwriteDisk(document, version));
}
