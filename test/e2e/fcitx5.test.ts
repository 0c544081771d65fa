// W20–W22 with a real input method: fcitx5's pinyin under X, keys from outside the
// program, while pages are set, findings listed and the text journaled. The
// protocol's own matrix is input-method.test.ts; only this one shows that keys and
// candidates reach the text as they do on a desk.
// Not in setup's list: installing it changes the input method of who runs a desktop
// of his own. To run this on Debian: apt-get install --no-install-recommends fcitx5
// fcitx5-pinyin fcitx5-frontend-gtk3 dbus-x11 xdotool openbox
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockText, caretAtEnd, launch, openSample, pageKeys, type Running } from './launch';

const isThere = process.platform === 'linux' && ['fcitx5', 'xdotool', 'openbox', 'dbus-daemon'].every((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);

const PROFILE = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
`;

describe.skipIf(!isThere)('W20: fcitx5 pinyin', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'banxin-fcitx-'));
  const env: Record<string, string> = { HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: path.join(home, 'data'), GTK_IM_MODULE: 'fcitx', QT_IM_MODULE: 'fcitx', XMODIFIERS: '@im=fcitx' };
  const started: ChildProcess[] = [];
  let run: Running;

  const begin = (command: string, words: readonly string[]): ChildProcess => {
    const child = spawn(command, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] });
    started.push(child);
    return child;
  };
  const keys = (...words: string[]): void => void execFileSync('xdotool', words, { env: { ...process.env, ...env } });
  /** Letters one by one, as a hand types them. */
  const type = (letters: string): void => keys('type', '--delay', '60', letters);
  const text = (): Promise<string> => blockText(run, 0);

  beforeAll(async () => {
    mkdirSync(path.join(home, 'fcitx5'));
    writeFileSync(path.join(home, 'fcitx5/profile'), PROFILE);
    writeFileSync(path.join(home, 'fcitx5/config'), '[Behavior]\nActiveByDefault=True\nShareInputState=No\n');
    const bus = begin('dbus-daemon', ['--session', '--nofork', '--print-address']);
    env['DBUS_SESSION_BUS_ADDRESS'] = await new Promise<string>((resolve) => bus.stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim())));
    begin('openbox', []);
    begin('fcitx5', ['--disable=wayland,cloudpinyin']);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    run = await launch({ env });
    await openSample(run);
    keys('search', '--sync', '--onlyvisible', '--name', '版心', 'windowactivate', '--sync');
    await caretAtEnd(run, 0);
  });
  afterAll(async () => {
    await run.close();
    for (const child of started.reverse()) child.kill();
  });

  it('政协, typed by its pinyin and chosen, stands at the caret once; its page follows; one undo takes it away', async () => {
    const before = await text();
    const pages = [...(await pageKeys(run)).values()].join();
    type('zhengxie');
    // The letters stand in the text as the composition they are.
    await expect.poll(text).toMatch(/zheng ?'?xie$/);
    keys('key', 'space');
    await expect.poll(text).toBe(`${before}政协`);
    await expect.poll(async () => [...(await pageKeys(run)).values()].join()).not.toBe(pages);
    keys('key', 'ctrl+z');
    await expect.poll(text).toBe(before);
    keys('key', 'ctrl+y');
    await expect.poll(text).toBe(`${before}政协`);
  });

  it('a sentence in several compositions, a mark by its key; nothing of the pinyin is left, findings are listed meanwhile', async () => {
    const before = await text();
    for (const letters of ['zhengxieweiyuan', 'jijijianyanxiance']) {
      type(letters);
      await new Promise((resolve) => setTimeout(resolve, 300));
      keys('key', 'space');
      await expect.poll(async () => /[a-z]/.test((await text()).slice(before.length))).toBe(false);
    }
    keys('key', 'comma');
    await expect.poll(async () => (await text()).slice(before.length)).toMatch(/^政协委员\p{Script=Han}{6,}，$/u);
    expect(await run.page.getByRole('tab', { name: /^版面提示 \d+$/ }).count()).toBe(1);
  });

  it('W13: a 待填 that is selected gives way to what is chosen, and one undo brings it back', async () => {
    const { page } = run;
    const before = await text();
    await caretAtEnd(run, 0);
    await page.getByRole('menuitem', { name: '插入', exact: true }).first().click();
    await page.getByRole('menuitem', { name: '待填 〔日期：待填〕' }).click();
    await expect.poll(text).toBe(`${before}〔日期：待填〕`);
    await page.locator('.text .chip').last().click();
    await expect.poll(() => page.locator('.chip.ProseMirror-selectednode').count()).toBe(1);
    type('yuandan');
    await expect.poll(text).toMatch(/yuan ?'?dan$/);
    keys('key', 'space');
    await expect.poll(text).toMatch(/^.*元旦$/);
    expect(await text()).toBe(`${before}元旦`);
    keys('key', 'ctrl+z');
    await expect.poll(text).toBe(`${before}〔日期：待填〕`);
    keys('key', 'ctrl+z');
    await expect.poll(text).toBe(before);
  });

  it('Escape gives the text as it was, and a composition left open by a click elsewhere breaks nothing', async () => {
    const before = await text();
    type('zhengxie');
    await expect.poll(text).toMatch(/xie$/);
    keys('key', 'Escape');
    await expect.poll(text).toBe(before);
    type('weiyuan');
    await expect.poll(text).toMatch(/yuan$/);
    await run.page.getByRole('tab', { name: '大字稿' }).click();
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
    // What an input method leaves of it is its own affair; the text before stays, and one undo is enough.
    await expect.poll(text).toMatch(new RegExp(`^${before.slice(0, 20)}`));
    expect((await text()).startsWith(before)).toBe(true);
    if ((await text()) !== before) {
      await caretAtEnd(run, 0);
      keys('key', 'ctrl+z');
      await expect.poll(text).toBe(before);
    }
  });

  it('W11, W18: 一、 at a line’s start makes a heading, a fixed mark is left alone, ×× before a measure word offers a 待填', async () => {
    const { page } = run;
    const block = page.locator('.text > *').nth(1);
    await page.getByRole('tab', { name: '单行本' }).click();
    await caretAtEnd(run, 0);
    keys('key', 'Return');
    type('yi');
    await expect.poll(() => block.textContent()).toMatch(/yi$/);
    keys('key', 'space');
    await expect.poll(() => block.textContent()).toBe('一');
    keys('key', 'backslash');
    await expect.poll(() => block.getAttribute('data-number')).toBe('一、');
    expect(await block.textContent()).toBe('');
    keys('key', 'BackSpace');
    await expect.poll(() => block.textContent()).toBe('一、');
    expect(await block.getAttribute('data-number')).toBeNull();
    // The input method curves its own quotes; they stay as it gives them.
    keys('key', 'shift+quotedbl');
    await expect.poll(() => block.textContent()).toBe('一、“');
    // In English mode the keys are the program's own.
    keys('key', 'ctrl+space');
    keys('key', 'shift+quotedbl');
    await expect.poll(() => block.textContent()).toBe('一、“”');
    keys('type', '--delay', '60', 'XX');
    keys('key', 'ctrl+space');
    type('ren');
    await expect.poll(() => block.textContent()).toMatch(/XXren$/);
    expect(await page.locator('.offer').count()).toBe(0);
    keys('key', 'space');
    await expect.poll(() => block.textContent()).toBe('一、“”XX人');
    await expect.poll(() => page.locator('.offer').count()).toBe(1);
    keys('key', 'Tab');
    await expect.poll(() => block.textContent()).toBe('一、“”〔数字：待填〕人');
    for (let i = 0; i < 20 && (await block.getAttribute('data-number')) !== '一、'; i++) {
      keys('key', 'ctrl+z');
      await page.waitForTimeout(80);
    }
  });
});
