// A CUPS of our own under test (RUNTIME, "Printing in tests"): a scheduler with its
// files in a folder of its own, one printer whose backend keeps what arrives. The
// system's CUPS is not touched. Needs cupsd and root; `canPrint` says whether.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const CUPSD = '/usr/sbin/cupsd';
const PROGRAMS = '/usr/lib/cups';

/** Whether a CUPS can be started here. */
export function canPrint(): boolean {
  try {
    accessSync(CUPSD, constants.X_OK);
    accessSync(path.join(PROGRAMS, 'daemon'), constants.X_OK);
  } catch {
    return false;
  }
  return process.getuid?.() === 0;
}

export interface ArrivedJob {
  readonly bytes: Buffer;
  readonly title: string;
  readonly copies: number;
  readonly options: string;
}

export interface Sink {
  /** For CUPS_SERVER in the environment of who prints. */
  readonly server: string;
  readonly printer: string;
  jobs(): readonly ArrivedJob[];
  close(): Promise<void>;
}

const BACKEND = `#!/bin/sh
[ $# -eq 0 ] && { echo 'direct sink "Unknown" "sink"'; exit 0; }
out="\${DEVICE_URI#sink:}"
cat \${6:+"$6"} > "$out/$1.bytes"
printf '%s\\n' "$3" "$4" "$5" > "$out/$1.part" && mv "$out/$1.part" "$out/$1.words"
`;

/** Starts the scheduler with one printer. @throws Error where it does not come up. */
export async function startSink(): Promise<Sink> {
  const root = mkdtempSync(path.join(tmpdir(), 'banxin-cups-'));
  const at = (...names: string[]): string => path.join(root, ...names);
  for (const folder of ['etc', 'bin/backend', 'bin/filter', 'bin/cgi-bin', 'bin/notifier', 'spool', 'state', 'cache', 'tmp', 'log', 'sink']) mkdirSync(at(folder), { recursive: true });
  symlinkSync(path.join(PROGRAMS, 'daemon'), at('bin/daemon'));
  writeFileSync(at('bin/backend/sink'), BACKEND);
  // CUPS runs a backend as root only where nobody else may.
  chmodSync(at('bin/backend/sink'), 0o700);
  const files = { ServerRoot: 'etc', ServerBin: 'bin', RequestRoot: 'spool', StateDir: 'state', CacheDir: 'cache', TempDir: 'tmp', AccessLog: 'log/access', ErrorLog: 'log/error', PageLog: 'log/page' };
  writeFileSync(at('etc/cups-files.conf'), `${Object.entries(files).map(([key, name]) => `${key} ${at(name)}\n`).join('')}SystemGroup root\nPrintcap\n`);
  const server = at('cups.sock');
  const allowed = '<Location />\n  Order allow,deny\n  Allow all\n</Location>\n<Policy default>\n  <Limit All>\n    Order deny,allow\n  </Limit>\n</Policy>\n';
  writeFileSync(at('etc/cupsd.conf'), `LogLevel warn\nListen ${server}\nBrowsing No\nWebInterface No\n${allowed}`);
  const scheduler = spawn(CUPSD, ['-f', '-c', at('etc/cupsd.conf'), '-s', at('etc/cups-files.conf')], { stdio: 'ignore' });
  const env = { ...process.env, CUPS_SERVER: server };
  const printer = 'Office';
  let made = 1;
  for (let tries = 0; made !== 0 && tries < 50; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    made = spawnSync('lpadmin', ['-p', printer, '-D', '办公室', '-E', '-v', `sink:${at('sink')}`], { env }).status ?? 1;
  }
  if (made !== 0) throw new Error('cupsd did not come up');
  spawnSync('lpadmin', ['-d', printer], { env });
  return {
    server,
    printer,
    jobs: () => readdirSync(at('sink')).filter((name) => name.endsWith('.words')).toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).map((name) => {
      const [title = '', copies = '', options = ''] = readFileSync(at('sink', name), 'utf8').split('\n');
      return { bytes: readFileSync(at('sink', name.replace('.words', '.bytes'))), title, copies: Number(copies), options };
    }),
    async close() {
      const ended = new Promise((resolve) => scheduler.once('exit', resolve));
      scheduler.kill();
      await ended;
      rmSync(root, { recursive: true, force: true });
    },
  };
}
