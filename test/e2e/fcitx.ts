// A real input method for tests: fcitx5's pinyin on the test's own X screen, with a
// window manager and a message bus of its own, all of them children of the test. Keys
// come from outside the program, as from a keyboard.
// Set-up brings it where CI is set. By hand, on Debian: apt-get install --no-install-recommends fcitx5 fcitx5-pinyin
// fcitx5-frontend-gtk3 dbus-x11 xdotool openbox
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether this machine has all that is needed. */
export const hasFcitx = process.platform === 'linux' && ['fcitx5', 'xdotool', 'openbox', 'dbus-daemon'].every((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);

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

export class Fcitx {
  /** What the program under test must have in its environment. */
  readonly env: Record<string, string>;
  readonly #started: ChildProcess[] = [];

  private constructor(env: Record<string, string>) {
    this.env = env;
  }

  /** Starts bus, window manager and input method; pinyin is on from the first key. */
  static async start(): Promise<Fcitx> {
    const home = mkdtempSync(path.join(tmpdir(), 'banxin-fcitx-'));
    mkdirSync(path.join(home, 'fcitx5'));
    writeFileSync(path.join(home, 'fcitx5/profile'), PROFILE);
    writeFileSync(path.join(home, 'fcitx5/config'), '[Behavior]\nActiveByDefault=True\nShareInputState=No\n');
    const fcitx = new Fcitx({ HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: path.join(home, 'data'), GTK_IM_MODULE: 'fcitx', QT_IM_MODULE: 'fcitx', XMODIFIERS: '@im=fcitx' });
    const bus = fcitx.#begin('dbus-daemon', ['--session', '--nofork', '--print-address']);
    fcitx.env['DBUS_SESSION_BUS_ADDRESS'] = await new Promise<string>((resolve) => bus.stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim())));
    fcitx.#begin('openbox', []);
    fcitx.#begin('fcitx5', ['--disable=wayland,cloudpinyin']);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return fcitx;
  }

  stop(): void {
    for (const child of this.#started.reverse()) child.kill();
  }

  /** Presses keys one after another: `space`, `ctrl+z`, `Escape`. */
  press(...keys: string[]): void {
    for (const key of keys) this.tool('key', key);
  }

  /** Letters one by one, as a hand types them. */
  type(letters: string): void {
    this.tool('type', '--delay', '30', letters);
  }

  /** xdotool's answer. */
  tool(...words: string[]): string {
    return execFileSync('xdotool', words, { env: { ...process.env, ...this.env }, encoding: 'utf8' }).trim();
  }

  #begin(command: string, words: readonly string[]): ChildProcess {
    const child = spawn(command, words, { env: { ...process.env, ...this.env }, stdio: ['ignore', 'pipe', 'ignore'] });
    this.#started.push(child);
    return child;
  }
}
