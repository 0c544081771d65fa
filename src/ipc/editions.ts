// The part of the contract that is about editions: the presets that ship. Main has
// them (their JSON is bundled with what exports); 版式设置 copies look and master of
// one into an edition, so that a later change of a preset changes no package.
import type { EditionPreset } from '../core/model/editions';
import type { Result } from './index';

export interface EditionsApi {
  /** All that an edition may take, in the order of a list; the 改稿本 is none of them. */
  editionPresets(): Promise<Result<readonly EditionPreset[]>>;
}

export const EDITIONS_METHODS = ['editionPresets'] as const satisfies readonly (keyof EditionsApi)[];
