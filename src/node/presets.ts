// The looks and masters that ship, as presets by the names of COMMANDS (booklet gb,
// office; newspaper N8, N6, T6; speech), and a preset from a user's FILE. The
// shipped JSON is bundled: reading files would cost the cold export. It is data
// of ours, proven by presets.test.ts; a FILE is checked against its schema.
import { readFileSync } from 'node:fs';
import type { EditionPreset } from '../core/model/editions';
import type { Look } from '../core/model/look';
import type { Master } from '../core/model/master';
import type { EditionKind } from '../core/model/package';
import draftLook from '../../resources/looks/draft.json';
import gbLook from '../../resources/looks/gb.json';
import officeLook from '../../resources/looks/office.json';
import paperLook from '../../resources/looks/paper.json';
import speechLook from '../../resources/looks/speech.json';
import draftMaster from '../../resources/masters/a4-draft.json';
import gbMaster from '../../resources/masters/a4-gb.json';
import officeMaster from '../../resources/masters/a4-office.json';
import speechMaster from '../../resources/masters/a4-speech.json';
import n6Master from '../../resources/masters/n6.json';
import n8Master from '../../resources/masters/n8.json';
import t6Master from '../../resources/masters/t6.json';
import { AppError, toAppError } from './app-error';

function preset(id: string, name: string, kind: EditionKind, look: unknown, master: unknown): EditionPreset {
  return { id, name, kind, look: look as Look, master: master as Master, booklet: null };
}

export const PRESETS: readonly EditionPreset[] = [
  preset('gb', '国标', 'booklet', gbLook, gbMaster),
  preset('office', '机关讲话', 'booklet', officeLook, officeMaster),
  preset('draft', '改稿本', 'booklet', draftLook, draftMaster),
  preset('N8', '对开 8 栏', 'newspaper', paperLook, n8Master),
  preset('N6', '对开 6 栏', 'newspaper', paperLook, n6Master),
  preset('T6', '四开 6 栏', 'newspaper', paperLook, t6Master),
  preset('speech', '大字稿', 'speech', speechLook, speechMaster),
];

/** A shipped preset by name. @throws RangeError for a name that does not ship. */
export function shippedPreset(id: string): EditionPreset {
  const found = PRESETS.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`no preset ${id}`);
  return found;
}

/**
 * A preset by name, or from a JSON file where no preset has that name (its shape: core/model/read-preset.ts).
 * @throws AppError `preset-unknown`, `preset-invalid`.
 */
export async function openPreset(nameOrFile: string): Promise<EditionPreset> {
  const shipped = PRESETS.find(({ id }) => id === nameOrFile);
  if (shipped !== undefined) return shipped;
  let text: string;
  try {
    text = readFileSync(nameOrFile, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') {
      throw new AppError('preset-unknown', `没有预设“${nameOrFile}”，也没有这个文件；可用 ${PRESETS.map(({ id }) => id).join('、')}`, error);
    }
    throw toAppError(error, 'preset-unknown', '读取', nameOrFile);
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new AppError('preset-invalid', `预设“${nameOrFile}”不是 JSON`, error);
  }
  const { readPreset } = await import('../core/model/read-preset');
  const read = readPreset(json, nameOrFile, PRESETS);
  if (!read.ok) throw new AppError('preset-invalid', `预设“${nameOrFile}”的内容不对（${read.wrong}）`);
  return read.preset;
}
