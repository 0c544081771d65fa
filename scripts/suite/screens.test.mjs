import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canOpenScreens, withScreens } from './screens.mjs';

const socket = (screen) => `/tmp/.X11-unix/X${screen.slice(1)}`;

describe.skipIf(!canOpenScreens())('screens for tests in the window', () => {
  it('each has a number of its own, is there while it is used, and is closed afterwards, also where its use fails', async () => {
    let seen = [];
    const use = withScreens(2, async (screens) => {
      seen = screens;
      expect(screens.map(socket).filter((file) => !existsSync(file))).toEqual([]);
      throw new RangeError('in its middle');
    });
    await expect(use).rejects.toThrow('in its middle');
    expect(new Set(seen).size).toBe(2);
    await expect.poll(() => seen.map(socket).filter(existsSync), { timeout: 10_000 }).toEqual([]);
  });
});
