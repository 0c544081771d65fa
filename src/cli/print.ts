// The command line's two mouths: stdout for the one JSON object or the product of
// a command, stderr for people's words. Written synchronously, because the process
// exits at once when the work is done (a cold start counts milliseconds), and a
// pipe would lose what is still on its way.
import { writeSync } from 'node:fs';

function write(handle: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(handle, bytes, at);
    } catch (error) {
      const { code } = error as { code?: unknown };
      // A full pipe is waited for; a reader that has gone (| head) wants no more.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** To stdout, as it is. */
export function print(text: string): void {
  write(1, text);
}

/** One JSON object to stdout. */
export function printJson(value: unknown): void {
  write(1, `${JSON.stringify(value)}\n`);
}

/** A line for people, to stderr. */
export function say(text: string): void {
  write(2, `${text}\n`);
}
