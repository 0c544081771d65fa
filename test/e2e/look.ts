// How the tests of a view look at it: what axe finds on it as it stands, and pictures for a
// person where BANXIN_SHOTS names a folder for them.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { expect } from 'vitest';
import { patient, type Running } from './launch';

/** axe finds nothing on the window as it stands. A view over the window has no landmark of its own: `region` is left out. */
export async function expectAxeClean({ page }: Running): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { readonly axe: typeof axe }).axe.run(document, { resultTypes: ['violations'], rules: { region: { enabled: false } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
  expect(found).toEqual([]);
}

/** Where pictures go; null: nobody wants any. */
function shotsFolder(): string | null {
  const folder = process.env['BANXIN_SHOTS'] ?? null;
  if (folder !== null) mkdirSync(folder, { recursive: true });
  return folder;
}

/** The window as it is, as `name`.png. */
export async function shootOnce({ page }: Running, name: string): Promise<void> {
  const folder = shotsFolder();
  if (folder !== null) await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

/** The window at both sizes, in light and dark, as `name`-width-scheme.png; it is 1366 px wide and light behind that. */
export async function shoot(run: Running, name: string): Promise<void> {
  if (shotsFolder() === null) return;
  const { app, page } = run;
  for (const [width, height] of [[1920, 1080], [1366, 768]] as const) {
    await patient(() => app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to[0], to[1]), [width, height] as const));
    // Pages are painted anew for the size.
    await page.waitForTimeout(900);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(300);
      await shootOnce(run, `${name}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
