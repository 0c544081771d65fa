// W60 and W62: the official Electron security list, each point tried on the running
// program. What the page tries is refused; the last test asks the kernel whether
// the renderer is really sandboxed, as an ordinary user.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILE_METHODS, METHODS } from '../../src/ipc/index';
import { CONTENT_POLICY } from '../../src/main/served-file';
import { expectComplaints, launch, patient, type Running } from './launch';

const root = path.resolve(import.meta.dirname, '../..');

/** Methods that take plain data; the others take a File, whose path preload looks up. */
const PLAIN_METHODS = METHODS.filter((name) => !(FILE_METHODS as readonly string[]).includes(name));

describe('W60: the window can do nothing but what the contract says', () => {
  let run: Running;
  let server: Server;
  let visits = 0;
  let address = '';

  beforeAll(async () => {
    server = createServer((_request, response) => {
      visits++;
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.end('here');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    run = await launch();
  });
  afterAll(async () => {
    server.close();
    // What was tried above is told on the console, and nothing else is.
    expectComplaints(run, /^window: (?:Refused to |Failed to load resource: |Not allowed to load local resource: |$)|Failed to load URL: app:.* ERR_BLOCKED_BY_CSP|--trace-warnings/);
    await run.close();
  });

  it('isolated, sandboxed, without Node and without webview', async () => {
    const preferences = await patient(() => run.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const last = contents.getLastWebPreferences();
      const names = [
        'contextIsolation', 'sandbox', 'nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'webviewTag', 'webSecurity',
        'allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures', 'navigateOnDragDrop', 'spellcheck',
      ];
      return Object.fromEntries(names.map((name) => [name, last[name] || false]));
    }));
    expect(preferences).toEqual({
      contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webviewTag: false,
      webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, enableBlinkFeatures: false, navigateOnDragDrop: false, spellcheck: false,
    });
    const inWorkers = await Promise.all(run.page.workers().map((worker) => worker.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in self))));
    expect(inWorkers).toEqual([[]]);
    const seen = await run.page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window));
    expect(seen).toEqual([]);
  });

  it('the bridge holds the methods of the contract and `on`, no more', async () => {
    const names = await run.page.evaluate(() => Object.keys((window as unknown as { banxin: object }).banxin).sort());
    expect(names).toEqual([...METHODS, 'on'].sort());
  });

  it('no unknown event can be listened to', async () => {
    const error = await run.page.evaluate(() => {
      try {
        (window as unknown as { banxin: { on(name: string, fn: () => void): void } }).banxin.on('anything', () => {});
        return 'listened';
      } catch (thrown) {
        return String(thrown);
      }
    });
    expect(error).toContain('no such event');
  });

  it.each<[name: string, args: readonly unknown[]]>([
    ['apply', ['x', 1, { label: '', at: 0, changes: [] }]],
    ['apply', [1, 1, { label: '', at: 0, changes: [{ kind: 'eval', code: '1' }] }]],
    ['exportPdf', [{ document: 1, version: 0, edition: 'a', accept: [], target: '/etc/passwd' }]],
    ['exportBlock', [{ document: 1, version: 0, edition: 'a', accept: [], page: 1, article: 'b', columns: 2, rows: 9, target: '/etc/passwd' }]],
    ['save', [1, 0, '/tmp/anything']],
    ['clipboard', ['read']],
    ['openExported', [-1]],
  ])('a payload of another shape is refused before anything runs: %s(%j)', async (name, args) => {
    const answer = await run.page.evaluate(
      ([method, list]) => (window as unknown as { banxin: Record<string, (...args: unknown[]) => Promise<{ code?: string }>> }).banxin[method]?.(...list),
      [name, args] as [string, unknown[]],
    );
    expect(answer?.code).toBe('payload-invalid');
  });

  it('every method refuses arguments that are not its own', async () => {
    const codes = await run.page.evaluate(async (methods) => {
      const banxin = (window as unknown as { banxin: Record<string, (...args: unknown[]) => Promise<{ ok: boolean; code?: string }>> }).banxin;
      const junk = Array.from({ length: 9 }, () => ({ junk: true }));
      const answers: Record<string, unknown> = {};
      // Preload asks for the path of a File: it gets none of anything else.
      for (const method of methods) answers[method] = await banxin[method]?.(...junk).then(({ ok, code }) => (ok ? 'answered' : code), () => 'threw');
      return answers;
    }, PLAIN_METHODS);
    expect(codes).toEqual(Object.fromEntries(PLAIN_METHODS.map((name) => [name, 'payload-invalid'])));
    const dropped = await run.page.evaluate(
      (methods) => Promise.all(methods.map(async (name) => {
        const { banxin } = window as unknown as { banxin: Record<string, (file: unknown) => Promise<unknown>> };
        return (async () => banxin[name]?.({ path: '/etc/passwd' }))().then(() => 'answered', () => 'threw');
      })),
      FILE_METHODS,
    );
    expect(dropped).toEqual(FILE_METHODS.map(() => 'threw'));
  });

  it('a page that is not ours is not answered, whatever it asks', async () => {
    const codes = await patient(() => run.app.evaluate(async ({ BrowserWindow }, { preload, methods }) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL('data:text/html,<p>other</p>');
      const script = `Promise.all(${JSON.stringify(methods)}.map((name) => window.banxin[name]().then(({ code }) => code)))`;
      const answers = (await other.webContents.executeJavaScript(script)) as string[];
      other.destroy();
      return answers;
    }, { preload: path.join(root, 'out/preload/index.cjs'), methods: PLAIN_METHODS }));
    expect(new Set(codes)).toEqual(new Set(['sender-refused']));
    expect(codes).toHaveLength(METHODS.length - FILE_METHODS.length);
  });

  it('main listens on the typed door alone, opens no address and loads no other code', () => {
    const files = readdirSync(path.join(root, 'src/main')).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const lines = files.flatMap((file) => readFileSync(path.join(root, 'src/main', file), 'utf8').split('\n').map((line) => `${file}: ${line.trim()}`));
    const naming = (pattern: RegExp): string[] => lines.filter((line) => pattern.test(line));
    expect(naming(/ipcMain\s*\./)).toEqual([expect.stringMatching(/^handle\.ts: ipcMain\.handle\(/)]);
    // shell.openPath is for what an export wrote. An address would need a question first, https and this line.
    expect(naming(/openExternal|\beval\(|new Function|runInThisContext|enableRemoteModule|@electron\/remote/)).toEqual([]);
  });

  it('W62: nothing reaches the network, whatever the page tries', async () => {
    const results = await run.page.evaluate(async (url) => {
      const tried: string[] = [];
      await fetch(url).then(() => tried.push('fetch'), () => {});
      await new Promise<void>((resolve) => {
        const image = new Image();
        image.onload = () => { tried.push('image'); resolve(); };
        image.onerror = () => resolve();
        image.src = url;
      });
      navigator.sendBeacon(url);
      try {
        new WebSocket(url.replace('http', 'ws'));
      } catch {
        // Refused by the policy at once.
      }
      return tried;
    }, address);
    // Main itself, by the session that the window has.
    const main = await patient(() => run.app.evaluate(async ({ session }, url) => {
      try {
        await session.defaultSession.fetch(url);
        return 'reached';
      } catch (error) {
        return (error as Error).message;
      }
    }, address));
    await run.page.waitForTimeout(200);
    // Refused by the session's own rule; that names lead nowhere is tried in network.test.ts.
    expect({ results, main, visits }).toEqual({ results: [], main: 'net::ERR_BLOCKED_BY_CLIENT', visits: 0 });
  });

  it('navigation and new windows are denied', async () => {
    const url = run.page.url();
    await run.page.evaluate((to) => {
      location.href = to;
    }, address);
    await run.page.waitForTimeout(200);
    expect(run.page.url()).toBe(url);
    expect(await run.page.evaluate((to) => window.open(to) === null, address)).toBe(true);
    expect(await patient(() => run.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))).toBe(1);
    expect(visits).toBe(0);
  });

  it('a window that would take a webview gets none', async () => {
    const types = await patient(() => run.app.evaluate(async ({ BrowserWindow, webContents }) => {
      const other = new BrowserWindow({ show: false, webPreferences: { webviewTag: true, sandbox: true } });
      await other.loadURL('data:text/html,<webview src="data:text/html,inside"></webview>');
      await new Promise((resolve) => setTimeout(resolve, 300));
      const found = webContents.getAllWebContents().map((contents) => contents.getType());
      other.destroy();
      return found;
    }));
    expect(types).not.toContain('webview');
  });

  it('a frame in the page is refused', async () => {
    await run.page.evaluate(() => document.body.append(Object.assign(document.createElement('iframe'), { src: 'app://window/index.html', id: 'inner' })));
    await run.page.waitForTimeout(200);
    const has = await run.page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#inner');
      const inner = frame?.contentDocument?.body.textContent ?? null;
      frame?.remove();
      return inner;
    });
    expect(has === null || has === '').toBe(true);
  });

  it('permissions are denied', async () => {
    const states = await run.page.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      camera: await navigator.mediaDevices?.getUserMedia({ video: true }).then(() => 'given', () => 'denied') ?? 'denied',
      clipboard: await navigator.clipboard.readText().then(() => 'given', () => 'denied'),
      place: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
    }));
    expect(states).toEqual({ notification: 'denied', camera: 'denied', clipboard: 'denied', place: 'denied' });
  });

  it('no script but ours runs: eval and inline scripts are refused by the policy', async () => {
    const outcome = await run.page.evaluate(
      () => new Promise<string>((resolve) => {
        // Inside a timer, or the debugger's own leave to evaluate would count.
        setTimeout(() => {
          try {
            (0, eval)('1');
            resolve('ran');
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      }),
    );
    expect(outcome).toBe('EvalError');
    const [worker] = run.page.workers();
    const inWorker = await worker?.evaluate(
      () => new Promise<string>((resolve) => setTimeout(() => {
        try {
          (0, eval)('1');
          resolve('ran');
        } catch (error) {
          resolve((error as Error).name);
        }
      })),
    );
    expect(inWorker).toBe('EvalError');
    const inline = await run.page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      return (window as unknown as { ran?: boolean }).ran === true;
    });
    expect(inline).toBe(false);
  });

  it('every file comes with the policy, and no other scheme is read', async () => {
    const headers = await run.page.evaluate(() => fetch('index.html').then(({ headers: all }) => [all.get('Content-Security-Policy'), all.get('X-Content-Type-Options')]));
    expect(headers).toEqual([CONTENT_POLICY, 'nosniff']);
    const worker = await run.page.evaluate((url) => fetch(url).then(({ headers: all }) => all.get('Content-Security-Policy')), run.page.workers()[0]?.url() ?? '');
    expect(worker).toBe(CONTENT_POLICY);
    expect(await run.page.evaluate(() => fetch('file:///etc/hostname').then(() => 'read', () => 'refused'))).toBe('refused');
  });

  it.each([
    'app://window/../../package.json', 'app://window/%2e%2e/%2e%2e/package.json', 'app://window/..%2f..%2fpackage.json',
    'app://window/assets/../../main/index.js', 'app://window/%00', 'app://font/..%2f..%2fpackage.json', 'app://font/face-9999', 'app://other/index.html',
  ])('app:// serves only its own: %s', async (url) => {
    const status = await run.page.evaluate((to) => fetch(to).then((response) => response.status, () => 'refused'), url);
    expect([404, 'refused']).toContain(status);
  });
});

/** Whether an ordinary user can read what the program needs: a checkout under /root cannot be tried. */
function nobodyCanRun(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const files = [process.env['ELECTRON_EXEC_PATH'] ?? '', path.join(root, 'out/main/index.js'), path.join(root, 'node_modules/valibot/package.json')];
  return files.every((file) => spawnSync('runuser', ['-u', 'nobody', '--', 'test', '-r', file]).status === 0);
}

describe.skipIf(process.getuid?.() === 0 && !nobodyCanRun())('as an ordinary user', () => {
  it('the renderer runs under seccomp', async () => {
    const electron = process.env['ELECTRON_EXEC_PATH'] ?? '';
    const home = mkdtempSync(path.join(tmpdir(), 'banxin-nobody-'));
    let executable = electron;
    if (process.getuid?.() === 0) {
      chmodSync(home, 0o777);
      executable = path.join(home, 'electron-as-nobody');
      // xvfb-run keeps the key to the screen in a file of its own user's.
      const key = path.join(home, 'xauthority');
      if (process.env['XAUTHORITY'] === undefined) writeFileSync(key, '');
      else copyFileSync(process.env['XAUTHORITY'], key);
      chmodSync(key, 0o644);
      writeFileSync(executable, `#!/bin/sh\nexec runuser -u nobody -- env HOME=${home} TMPDIR=${home} XDG_CONFIG_HOME=${home} XAUTHORITY=${key} "${electron}" "$@"\n`);
      chmodSync(executable, 0o755);
    }
    const run = await launch({ executable, userData: path.join(home, 'user'), sandbox: true });
    await run.page.waitForSelector('.card');
    const pid = await patient(() => run.app.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'Tab')?.pid ?? 0));
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
    expect(execFileSync('cat', [`/proc/${pid}/cmdline`], { encoding: 'utf8' })).not.toContain('--no-sandbox');
    await run.page.getByRole('button', { name: '打开样例文稿包' }).click();
    await run.page.waitForSelector('.scroll .page canvas[data-key]');
    expect(run.complaints).toEqual([]);
    await run.close();
  });
});
