// Runs the programs that set-up, sample, test and bench need (npm, apt-get, node, xvfb-run), and
// says what happens meanwhile. Built on node:child_process alone, as it runs before npm packages
// exist. Nothing goes through a shell, except npm's scripts on Windows.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './place.mjs';

/** Says one line to the user: on stderr, so that stdout stays a script's own answer. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** The exit status of a program that could not be started at all. */
export const NOT_STARTED = 127;

/**
 * Runs a program and gives its exit status (128 for one killed by a signal, NOT_STARTED for a missing one).
 * Its output goes to stderr, or where `stdout` is true to where it belongs; with `quiet` it is kept and shown only when the program fails, with `muted` never.
 * `progress()` is called every ten seconds and gives a line to say, or null.
 */
export function run(command, args, options = {}) {
  const { cwd = root, env = process.env, quiet = false, muted = false, stdout = false, progress = null, seconds = 0 } = options;
  const output = muted ? 'ignore' : quiet ? 'pipe' : 2;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell: process.platform === 'win32' && isScript(command),
      stdio: ['inherit', stdout ? 'inherit' : output, output],
    });
    const kept = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => kept.push(bytes));
    const beat = progress === null ? null : setInterval(() => sayIfAny(progress()), 10_000);
    const limit = seconds === 0 ? null : setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    const end = (status) => {
      clearInterval(beat);
      clearTimeout(limit);
      if (status !== 0) for (const bytes of kept) process.stderr.write(bytes);
      resolve(status);
    };
    child.on('error', () => end(NOT_STARTED));
    child.on('close', (status) => end(status ?? 128));
  });
}

/** The stdout of a short program, or null where it is missing or fails. */
export function ask(command, args, options = {}) {
  const answer = spawnSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], ...options });
  return answer.status === 0 ? answer.stdout : null;
}

/** Whether a program of this name stands on PATH. */
export function onPath(command) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, command)));
}

/** On Windows npm and the commands of packages are .cmd files, which only a shell starts. */
function isScript(command) {
  return command === 'npm' || path.basename(path.dirname(command)) === '.bin';
}

function sayIfAny(line) {
  if (line !== null) say(line);
}
