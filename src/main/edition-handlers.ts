// Answers a window's question for the presets that an edition can be made from.
import type { WebContents } from 'electron';
import { DRAFT } from '../core/model/editions';
import { PRESETS } from '../node/presets';
import { handle } from './handle';
import { NOTHING } from './payloads';

/** Registers it for a window. A 改稿本 is made for each printing and is no edition of a package. */
export function answerEditionCalls(contents: WebContents): void {
  handle(contents, 'editionPresets', NOTHING, async () => PRESETS.filter(({ id }) => id !== DRAFT));
}
