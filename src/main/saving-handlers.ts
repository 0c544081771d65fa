// The window's calls about saving, recovery and backups, each to the part of the desk
// that does it.
import type { WebContents } from 'electron';
import type { Desk } from './desk';
import { handle } from './handle';
import { BESIDE, DOCUMENT, NAME, NOTHING, ON, RECOVER, SAVE } from './payloads';

/** Registers them for a window. */
export function answerSavingCalls(contents: WebContents, desk: Desk): void {
  const { recovery, backups } = desk;
  handle(contents, 'savingState', NOTHING, async () => desk.savingState());
  handle(contents, 'autosave', SAVE, (document, version) => desk.autosave(document, version));
  handle(contents, 'setAutosave', ON, async (on) => {
    desk.setAutosave(on);
    return null;
  });
  handle(contents, 'recoveries', NOTHING, () => recovery.list());
  handle(contents, 'recoveryTexts', NAME, (id) => recovery.texts(id));
  handle(contents, 'recover', RECOVER, (id, choice) => recovery.choose(id, choice));
  handle(contents, 'backups', NOTHING, () => backups.list());
  handle(contents, 'backupTexts', BESIDE, (id, document) => backups.compare(id, document));
  handle(contents, 'openBackup', NAME, (id) => backups.open(id));
  handle(contents, 'outsideTexts', DOCUMENT, (document) => backups.compareDisk(document));
  handle(contents, 'takeDisk', SAVE, (document, version) => backups.takeDisk(document, version, (file) => desk.load(file)));
  handle(contents, 'overwriteDisk', SAVE, (document, version) => backups.overwriteDisk(document, version));
}
