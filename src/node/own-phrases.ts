// A user's own 表述库 as it stands on the disk: phrases.json in the user's data folder,
// which can be copied to a colleague's computer as it is. Window and command line
// read it here; the window writes it (main/templates.ts).
import { existsSync, readFileSync } from 'node:fs';
import { NO_OWN_PHRASES, readOwnPhrases, type OwnPhrases } from '../core/report/phrases';
import { toAppError } from './app-error';

export const PHRASES_FILE = 'phrases.json';

/**
 * The phrases of a file; none where there is no file. One that is not understood is as if nobody had written it, and
 * `wrong` says why, in Chinese. @throws AppError `read-failed`.
 */
export function readPhrasesFile(file: string): { readonly own: OwnPhrases; readonly wrong: string | null } {
  if (!existsSync(file)) return { own: NO_OWN_PHRASES, wrong: null };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw toAppError(error, 'read-failed', '读取', file);
    return { own: NO_OWN_PHRASES, wrong: '不是 JSON' };
  }
  const read = readOwnPhrases(json);
  return read.ok ? { own: read.own, wrong: null } : { own: NO_OWN_PHRASES, wrong: `内容不对（${read.wrong}）` };
}
