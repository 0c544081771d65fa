// The folder of the user's own data, for the command line: the one that Electron gives
// the window by the program's name (app.getPath('userData')), found without Electron,
// so that both know the same templates and set phrases.
import { homedir } from 'node:os';
import path from 'node:path';

/** By the system's custom; nothing is made there. */
export function userDataFolder(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env, home = homedir()): string {
  const set = (name: string): string | null => (env[name] === undefined || env[name] === '' ? null : env[name]);
  if (platform === 'win32') return path.join(set('APPDATA') ?? path.join(home, 'AppData', 'Roaming'), 'banxin');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'banxin');
  return path.join(set('XDG_CONFIG_HOME') ?? path.join(home, '.config'), 'banxin');
}
