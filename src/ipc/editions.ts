// The part of the contract that is about editions: the presets that ship, and a user's
// own. Main has them (their JSON is bundled with what exports); 版式设置 copies look and master of
// one into an edition, so that a later change of a preset changes no package.
import type { EditionPreset } from '../core/model/editions';
import type { EditionKind } from '../core/model/package';
import type { Result } from './result';

export interface EditionsApi {
  /** All that an edition may take, in the order of a list; the 改稿本 is none of them. */
  editionPresets(): Promise<Result<readonly EditionPreset[]>>;
  /** A preset from a user's JSON file (docs/guide.md), for an edition of this kind; its id is the file's path. null: cancelled. */
  chooseOwnPreset(kind: EditionKind): Promise<Result<EditionPreset | null>>;
  /** Writes a preset as such a file, where the user says; its name then. null: cancelled. */
  saveOwnPreset(preset: EditionPreset): Promise<Result<string | null>>;
}

export const EDITIONS_METHODS = ['editionPresets', 'chooseOwnPreset', 'saveOwnPreset'] as const satisfies readonly (keyof EditionsApi)[];
