// A user's preset that extends a shipped one: what follows from what it gives.
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../node/presets';
import { readPreset } from './read-preset';

function runIns(styles: unknown): Readonly<Record<string, unknown>> {
  const read = readPreset({ extends: 'office', look: { styles } }, 'own', PRESETS);
  if (!read.ok) throw new Error(read.wrong);
  return { runIn2: read.preset.look.styles.runIn2, runIn3: read.preset.look.styles.runIn3 };
}

describe('run-in headings look as the headings of their level', () => {
  it('the face of a level that a file changes is that of both', () => {
    expect(runIns({ heading2: { embolden: 0 }, heading3: { role: 'hei', latin: 'hei', keepWithNext: 2 } })).toEqual({
      runIn2: { role: 'kai', embolden: 0 },
      runIn3: { role: 'hei', latin: 'hei', embolden: 0.03 },
    });
  });

  it('unless it says otherwise of the run-in ones', () => {
    expect(runIns({ heading2: { embolden: 0 }, runIn2: { embolden: 0.05 } })).toMatchObject({ runIn2: { role: 'kai', embolden: 0.05 } });
  });
});
