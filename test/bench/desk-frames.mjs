// A page of 排版台 under the hand, for window.mjs: each of five blocks dragged a line or a column a
// step, each of the eight handles of one pulled, in the window of a running program. In: the window's
// page. Out: milliseconds from a pointer's move to the page's new picture, and of these what setting
// the page took, as quantiles, of drags and of pulls. A step that lands where the last one did, or where the block cannot be, paints nothing and
// is none; every drag is given up, and the page is as it was.

/** Steps of one drag; the first warms up and does not count. */
const STEPS = 14;
const BLOCKS = 5;
/** A step that has painted nothing by then has nothing to paint. */
const PATIENCE = 250;

/** Opens the desk of the edition that is shown, measures, and closes it. */
export async function deskFrames(page) {
  await page.locator('.text').first().click({ position: { x: 60, y: 60 } }).catch(() => undefined);
  await page.keyboard.press('Alt+4');
  const desk = page.getByRole('dialog', { name: '排版台' });
  await desk.locator('.makeup-sheet canvas[data-key]').first().waitFor({ timeout: 60_000 });
  await desk.getByText('正在拼几个方案…').waitFor({ state: 'detached', timeout: 60_000 });
  await page.waitForTimeout(500);
  await page.evaluate(listen);
  const drags = [];
  const pulls = [];
  const count = Math.min(BLOCKS, await desk.locator('.makeup-block').count());
  for (let i = 0; i < count; i++) {
    const { x, y } = await choose(page, desk, i);
    // A few lines up and down again, then across: somewhere on the way each block has room.
    for (const way of [-1, 1]) {
      await choose(page, desk, i);
      drags.push(...(await dragged(page, { x, y }, (step) => ({ x: x + (step > 8 ? (step - 8) * way * 24 : 0), y: y + way * 7 * (step <= 8 ? step : 16 - step) }))));
    }
    if (i > 1) continue;
    for (let handle = 0; handle < 8; handle++) {
      await choose(page, desk, i);
      const at = await desk.locator(`.makeup-block.chosen [data-handle="${handle}"]`).boundingBox();
      if (at === null) continue;
      const from = { x: at.x + at.width / 2, y: at.y + at.height / 2 };
      const [h, v] = [[-1, -1], [0, -1], [1, -1], [-1, 0], [1, 0], [-1, 1], [0, 1], [1, 1]][handle];
      // Inwards, as there is always room to.
      pulls.push(...(await dragged(page, from, (step) => ({ x: from.x - h * step * 14, y: from.y - v * step * 6 }))));
    }
  }
  await page.keyboard.press('Escape');
  await desk.getByRole('button', { name: '回到稿件' }).click().catch(() => undefined);
  await desk.waitFor({ state: 'detached' });
  return { drags: quantiles(drags.map(({ shown }) => shown)), pulls: quantiles(pulls.map(({ shown }) => shown)), set: quantiles([...drags, ...pulls].map(({ set }) => set)) };
}

/** Chooses a block where nothing lies over it; the point of its title at which it is taken hold of. */
async function choose(page, desk, index) {
  const block = desk.locator('.makeup-block').nth(index);
  const box = await block.boundingBox();
  const point = { x: box.x + 14, y: box.y + 10 };
  await page.mouse.click(point.x, point.y);
  await page.waitForTimeout(60);
  return point;
}

async function dragged(page, from, at) {
  const times = [];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    const to = at(step);
    await page.evaluate(() => (window.deskMoved = 0));
    await page.mouse.move(to.x, to.y);
    const took = await page.evaluate((most) => new Promise((resolve) => {
      const began = performance.now();
      const look = () => {
        if (window.deskMoved > 0 && window.deskPainted > window.deskMoved) resolve(window.deskPainted - window.deskMoved);
        else if (performance.now() - began > most) resolve(null);
        else requestAnimationFrame(look);
      };
      look();
    }), PATIENCE);
    if (took !== null && step > 1) times.push({ shown: took, set: Number(await page.locator('[data-ms]').first().getAttribute('data-ms')) });
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.waitForTimeout(400);
  return times;
}

/** Keeps when the pointer last moved, and when the desk's page was last painted. */
function listen() {
  [window.deskMoved, window.deskPainted] = [0, 0];
  document.addEventListener('pointermove', () => (window.deskMoved = performance.now()), { capture: true });
  new MutationObserver(() => (window.deskPainted = performance.now())).observe(document.querySelector('.makeup-sheet'), { attributes: true, attributeFilter: ['data-key'], subtree: true });
}

function quantiles(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const part = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: part(0.5), p95: part(0.95), count: sorted.length };
}
