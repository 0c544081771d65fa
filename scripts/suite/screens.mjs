// Screens without a monitor for tests in the window: each an Xvfb of its own, which chooses a number that is free and
// says it. Several, so that windows under test each have a focus and a clipboard.
import { spawn } from 'node:child_process';
import { onPath } from '../setup/run.mjs';

/** Longer than an Xvfb takes on a loaded machine. */
const PATIENCE_MS = 30_000;

/** Whether screens can be opened here. */
export function canOpenScreens() {
  return process.platform === 'linux' && onPath('Xvfb');
}

/** Opens so many, runs `use` with their names (`:99`), closes them. @throws Error where one does not come up. */
export async function withScreens(count, use) {
  const servers = [];
  const close = () => {
    for (const server of servers) server.kill();
  };
  process.once('exit', close);
  try {
    const screens = await Promise.all(Array.from({ length: count }, () => open(servers)));
    return await use(screens);
  } finally {
    close();
    process.off('exit', close);
  }
}

function open(servers) {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    servers.push(server);
    const late = setTimeout(() => reject(new Error('Xvfb did not come up')), PATIENCE_MS);
    server.once('error', reject);
    server.once('exit', (status) => reject(new Error(`Xvfb ended (${status})`)));
    let said = '';
    server.stdio[3].on('data', (bytes) => {
      said += bytes;
      if (!said.endsWith('\n')) return;
      clearTimeout(late);
      resolve(`:${said.trim()}`);
    });
  });
}
