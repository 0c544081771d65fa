// W62: the program opens no connection of its own. Watched from outside while it
// starts, opens a package and shows its pages: by strace where it is installed
// (every connect and sendto of the whole process tree), by Chromium's own network
// log, and by the sockets that the kernel lists for the tree. No debugger here: it
// listens on a port. What the page tries is in security.test.ts.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, patient } from './launch';

const root = path.resolve(import.meta.dirname, '../..');
const SAMPLE = path.join(root, 'resources/samples/yunling.banxin');
const hasStrace = spawnSync('strace', ['-V']).status === 0;
/** From the start to pages on screen and the end of what Chromium does by itself at first. */
const WATCH_MS = hasStrace ? 9000 : 6000;

/** Process ids of a process and all below it. */
function tree(pid: number): number[] {
  const children = (of: number): number[] => {
    try {
      return readdirSync(`/proc/${of}/task`).flatMap((task) => readFileSync(`/proc/${of}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number));
    } catch {
      return []; // ended meanwhile
    }
  };
  return [pid, ...children(pid).flatMap(tree)];
}

/** Internet sockets of the processes, as the kernel's tables have them. */
function internetSockets(pids: readonly number[]): string[] {
  const found: string[] = [];
  for (const pid of pids) {
    let inodes: Set<string>;
    try {
      inodes = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? ''));
      for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
        for (const line of readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1)) {
          const cells = line.trim().split(/\s+/);
          if (cells[9] !== undefined && inodes.has(cells[9])) found.push(`${table} ${cells[1] ?? ''} ${cells[2] ?? ''}`);
        }
      }
    } catch {
      continue; // ended meanwhile
    }
  }
  return found;
}

describe.skipIf(process.platform !== 'linux')('W62: no connection of its own', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-network-'));
  const trace = path.join(folder, 'trace');
  const netLog = path.join(folder, 'net.json');
  const sockets = new Set<string>();
  let child: ChildProcess;

  beforeAll(async () => {
    const electron = process.env['ELECTRON_EXEC_PATH'] ?? '';
    const words = [
      electron, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${path.join(folder, 'user')}`, `--log-net-log=${netLog}`, '.', SAMPLE,
    ];
    const traced = hasStrace ? ['strace', '-f', '-qq', '-e', 'trace=connect,sendto,bind,listen', '-o', trace, ...words] : words;
    // A proxy in the environment is what an office machine has.
    child = spawn(traced[0] ?? '', traced.slice(1), { cwd: root, stdio: 'ignore', env: { ...process.env, http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' } });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    for (const end = Date.now() + WATCH_MS; Date.now() < end;) {
      for (const socket of internetSockets(tree(child.pid ?? 0))) sockets.add(socket);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    // The program itself: strace has it as its first child.
    const [, program] = hasStrace ? tree(child.pid ?? 0) : [0, child.pid];
    process.kill(program ?? 0, 'SIGTERM');
    await ended;
  });
  afterAll(() => child.kill('SIGKILL'));

  it('the kernel lists no internet socket for any of its processes', () => {
    expect([...sockets]).toEqual([]);
  });

  it.skipIf(!hasStrace)('no process connects, sends, binds or listens but to sockets of this machine', () => {
    const calls = readFileSync(trace, 'utf8').split('\n');
    expect(calls.some((line) => line.includes('AF_UNIX'))).toBe(true);
    expect(calls.filter((line) => /AF_INET/.test(line))).toEqual([]);
  });

  it('Chromium\'s network log has requests of our scheme alone, no name look-up and no proxy', () => {
    expect(existsSync(netLog)).toBe(true);
    const log = JSON.parse(readFileSync(netLog, 'utf8')) as {
      readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
      readonly events: readonly { readonly type: number; readonly params?: unknown }[];
    };
    const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]));
    const seen = log.events.map(({ type, params }) => `${names.get(type) ?? '?'} ${JSON.stringify(params ?? null)}`);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((line) => /^(?:TCP_CONNECT|UDP_CONNECT|SSL_CONNECT|SOCKET_|HOST_RESOLVER_MANAGER_(?:JOB|ATTEMPT)|DNS_TRANSACTION|PROXY_RESOLUTION_SERVICE )/.test(line))).toEqual([]);
    expect(seen.filter((line) => /"url":"(?!app:|blob:|data:|devtools:)/.test(line))).toEqual([]);
  });
});

describe('W62: what would open one is off', () => {
  it('no name is resolved, no proxy is taken from the environment, no dictionary is fetched', async () => {
    const run = await launch({ env: { http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9', all_proxy: 'http://127.0.0.1:9' } });
    const state = await patient(() => run.app.evaluate(async ({ app, session }) => {
      const own = session.defaultSession;
      return {
        name: await own.resolveHost('localhost').then(() => 'resolved', () => 'refused'),
        other: await session.fromPartition('other').resolveHost('localhost').then(() => 'resolved', () => 'refused'),
        proxy: await own.resolveProxy('https://example.org/'),
        spelling: own.isSpellCheckerEnabled(),
        switches: ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings'].map((name) => app.commandLine.hasSwitch(name)),
      };
    }));
    await run.close();
    expect(state).toEqual({ name: 'refused', other: 'refused', proxy: 'DIRECT', spelling: false, switches: [true, true, true, true] });
  });
});
