// A page of 排版台 under the hand, for window.mjs: each of five blocks dragged a line or a column a
// step, each of the eight handles of one pulled, in the window of a running program; then the page
// at its true size: a block pulled there, the page pushed about, made larger and smaller by the wheel; then
// blocks moved and swapped by keys, and text typed in place. In: the window's page. Out: milliseconds from a pointer's move,
// a turn of the wheel or a key to the page's new picture, and of drags and pulls what setting
// the page took and what the window's own thread and the worker's worked, as quantiles. A step that lands where the last one did, or where the block cannot be, paints nothing and
// is none; every drag is given up, every act undone, and the page is as it was.

/** Steps of one drag; the first warms up and does not count. */
const STEPS = 14;
const BLOCKS = 5;
/** A step that has painted nothing by then has nothing to paint. */
const PATIENCE = 250;

/** Keys typed in place; the first two warm up and do not count. */
const KEYS = 42;

/**
 * Opens the desk of the edition that is shown, measures, and closes it. `cpu`: what the window's threads have worked, ms
 * (thread-cpu.mjs), or null. `onlyTyped`: nothing but what is typed in place.
 */
export async function deskFrames(page, cpu = null, onlyTyped = false) {
  await page.locator('.text').first().click({ position: { x: 60, y: 60 } }).catch(() => undefined);
  await page.keyboard.press('Alt+4');
  const desk = page.getByRole('dialog', { name: '排版台' });
  await desk.locator('.makeup-sheet canvas[data-key]').first().waitFor({ timeout: 60_000 });
  await desk.getByText('正在拼几个方案…').waitFor({ state: 'detached', timeout: 60_000 });
  await page.waitForTimeout(500);
  await page.evaluate(listen);
  if (onlyTyped) {
    const typed = quantiles(await typedInPlace(page, desk));
    await closed(page, desk);
    return { typed };
  }
  const drags = [];
  const pulls = [];
  const count = Math.min(BLOCKS, await desk.locator('.makeup-block').count());
  for (let i = 0; i < count; i++) {
    const { x, y } = await choose(page, desk, i);
    // A few lines up and down again, then across: somewhere on the way each block has room.
    for (const way of [-1, 1]) {
      await choose(page, desk, i);
      drags.push(...(await dragged(page, cpu, { x, y }, (step) => ({ x: x + (step > 8 ? (step - 8) * way * 24 : 0), y: y + way * 7 * (step <= 8 ? step : 16 - step) }))));
    }
    if (i > 1) continue;
    for (let handle = 0; handle < 8; handle++) {
      await choose(page, desk, i);
      const at = await desk.locator(`.makeup-block.chosen [data-handle="${handle}"]`).boundingBox();
      if (at === null) continue;
      const from = { x: at.x + at.width / 2, y: at.y + at.height / 2 };
      const [h, v] = [[-1, -1], [0, -1], [1, -1], [-1, 0], [1, 0], [-1, 1], [0, 1], [1, 1]][handle];
      // Inwards, as there is always room to.
      pulls.push(...(await dragged(page, cpu, from, (step) => ({ x: from.x - h * step * 14, y: from.y - v * step * 6 }))));
    }
  }
  const set = quantiles([...drags, ...pulls].map(({ set: ms }) => ms));
  const others = { large: quantiles(await largePulls(page, desk)), pan: quantiles(await panned(page)), ...(await zoomed(page)), moves: quantiles(await movedByKeys(page, desk)), swaps: quantiles(await swappedByKeys(page, desk)), typed: quantiles(await typedInPlace(page, desk)) };
  await closed(page, desk);
  const worked = cpu === null ? {} : { cpu: quantiles([...drags, ...pulls].map(({ cpu: ms }) => ms)) };
  return { drags: quantiles(drags.map(({ shown }) => shown)), pulls: quantiles(pulls.map(({ shown }) => shown)), set, ...worked, ...others };
}

async function closed(page, desk) {
  await page.keyboard.press('Escape');
  await desk.getByRole('button', { name: '回到稿件' }).click().catch(() => undefined);
  await desk.waitFor({ state: 'detached' });
}

/** Pulls the lower edge of the second block up, the page in its true size. */
async function largePulls(page, desk) {
  await page.keyboard.press('Control+1');
  await page.waitForTimeout(1000);
  await desk.locator('.makeup-block').nth(1).evaluate((block) => block.scrollIntoView({ block: 'end', inline: 'center' }));
  await page.waitForTimeout(300);
  // It is taken where it is seen: its head may be out of view.
  const box = await desk.locator('.makeup-block').nth(1).boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 40);
  await page.waitForTimeout(600);
  const at = await desk.locator('.makeup-block.chosen [data-handle="6"]').boundingBox();
  if (at === null) return [];
  const times = await dragged(page, null, { x: at.x + at.width / 2, y: at.y + at.height / 2 }, (step) => ({ x: at.x + at.width / 2, y: at.y + at.height / 2 - step * 18 }));
  return times.map(({ shown }) => shown);
}

/** The page pushed by the wheel's button: from a move to the frame that shows it pushed. */
async function panned(page) {
  const times = [];
  const { x, y } = await middle(page);
  await page.mouse.move(x, y);
  await page.mouse.down({ button: 'middle' });
  for (let step = 1; step <= 2 * STEPS; step++) {
    await page.evaluate(() => {
      window.deskMoved = 0;
      window.deskPushed = new Promise((resolve) => {
        document.querySelector('.makeup-scroll').addEventListener('scroll', () => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0)), { once: true });
        setTimeout(() => resolve(null), 1000);
      });
    });
    await page.mouse.move(x + (step % 2 === 0 ? 30 : -30), y - 4 * step);
    const took = await page.evaluate(async () => {
      const at = await window.deskPushed;
      return at === null ? null : at - window.deskMoved;
    });
    if (took !== null && step > 2) times.push(took);
  }
  await page.mouse.up({ button: 'middle' });
  return times;
}

/** Ctrl and the wheel, a notch at a time, out and in again: to the page in its new size, the old picture stretched, and to its new picture. */
async function zoomed(page) {
  const { x, y } = await middle(page);
  await page.mouse.move(x, y);
  await page.evaluate(() => new ResizeObserver(() => (window.deskSized = performance.now())).observe(document.querySelector('.makeup-sheet')));
  await page.keyboard.down('Control');
  const [sized, sharp] = [[], []];
  for (let step = 0; step < 12; step++) {
    const took = await painted(page, 'wheel', () => page.mouse.wheel(0, step < 6 ? 100 : -100));
    if (took !== null) {
      sharp.push(took);
      sized.push(await page.evaluate(() => window.deskSized - window.deskActed));
    }
    await page.waitForTimeout(300);
  }
  await page.keyboard.up('Control');
  await page.keyboard.press('Control+0');
  await page.waitForTimeout(500);
  return { sized: quantiles(sized), sharp: quantiles(sharp) };
}

/** Blocks moved a line down and up again by arrows. */
async function movedByKeys(page, desk) {
  const times = [];
  const count = Math.min(BLOCKS, await desk.locator('.makeup-block').count());
  for (let i = 0; i < count; i++) {
    await choose(page, desk, i);
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown']) {
      const took = await painted(page, 'keydown', () => page.keyboard.press(key));
      if (took !== null) times.push(took);
      await page.waitForTimeout(PATIENCE);
    }
  }
  await undone(page);
  return times;
}

/** Each block swapped with the next one. */
async function swappedByKeys(page, desk) {
  const times = [];
  const count = Math.min(BLOCKS, await desk.locator('.makeup-block').count());
  for (let i = 0; i < count; i++) {
    await choose(page, desk, i);
    await page.keyboard.press('Control+Alt+x');
    await page.keyboard.press('Tab');
    const took = await painted(page, 'keydown', () => page.keyboard.press('Enter'));
    if (took !== null) times.push(took);
    await page.waitForTimeout(PATIENCE);
    await page.keyboard.press('Escape');
    await undone(page);
  }
  return times;
}

/** Characters typed into the text of the second block, over the page. */
async function typedInPlace(page, desk) {
  await choose(page, desk, 1);
  await page.keyboard.press('Enter');
  await desk.getByRole('region', { name: '改稿' }).waitFor();
  await page.waitForTimeout(1500);
  const times = [];
  for (let i = 0; i < KEYS; i++) {
    const took = await painted(page, 'beforeinput', () => page.keyboard.insertText('同心'[i % 2]));
    if (took !== null && i > 1) times.push(took);
    await page.waitForTimeout(PATIENCE);
  }
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  await undone(page);
  return times;
}

/** Takes back what was done, as far as it can be here. */
async function undone(page) {
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(100);
  }
}

async function middle(page) {
  const box = await page.locator('.makeup-scroll').boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Milliseconds from an event that `act` makes to the desk's next picture; null: none in a while. */
async function painted(page, event, act) {
  await page.evaluate((name) => {
    window.deskActed = 0;
    document.addEventListener(name, () => (window.deskActed = performance.now()), { capture: true, once: true });
  }, event);
  await act();
  return page.evaluate((most) => new Promise((resolve) => {
    const began = performance.now();
    const look = () => {
      if (window.deskActed > 0 && window.deskPainted > window.deskActed) resolve(window.deskPainted - window.deskActed);
      else if (performance.now() - began > most) resolve(null);
      else requestAnimationFrame(look);
    };
    look();
  }), 3 * PATIENCE);
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

async function dragged(page, cpu, from, at) {
  const times = [];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    const to = at(step);
    await page.evaluate(() => (window.deskMoved = 0));
    const before = cpu?.() ?? Number.NaN;
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
    if (took !== null && step > 1) times.push({ shown: took, cpu: (cpu?.() ?? Number.NaN) - before, set: Number(await page.locator('[data-ms]').first().getAttribute('data-ms')) });
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
