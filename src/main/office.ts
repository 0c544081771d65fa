// What all windows of the program share, made once: where the user's data stand, the
// faces, the settings, the backups and lists, and the windows themselves.
import path from 'node:path';
import { Backups } from '../node/backups';
import { FaceList } from './face-list';
import { OpenWindows } from './open-windows';
import { PrintRecord } from './print-record';
import { RecentFiles } from './recent-files';
import { Settings } from './settings';

export interface Office {
  /** Folder of the user's data. */
  readonly userData: string;
  /** Folder of the journals in it. */
  readonly journals: string;
  readonly faces: FaceList;
  readonly settings: Settings;
  readonly backups: Backups;
  readonly recent: RecentFiles;
  readonly record: PrintRecord;
  readonly windows: OpenWindows;
}

/** Opens what stands in the user's data folder; makes nothing in it yet. */
export function openOffice(userData: string): Office {
  const backups = new Backups(path.join(userData, 'backups'));
  void backups.prune().catch(() => {}); // what is too old goes; where it cannot, it is in nobody's way
  return {
    userData, backups,
    journals: path.join(userData, 'journal'),
    faces: new FaceList(),
    settings: new Settings(path.join(userData, 'settings.json')),
    recent: new RecentFiles(path.join(userData, 'recent')),
    record: new PrintRecord(path.join(userData, 'print-record')),
    windows: new OpenWindows(),
  };
}
