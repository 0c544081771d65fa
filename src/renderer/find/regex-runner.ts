// A regular expression over texts, in a worker of its own with a limit of time: one
// like (a+)+$ may take years. A new task stops the one before.
import type { Match } from '../../core/model/find';
import type { RegexTask } from './find-worker';

/** What a search may take, ms; 120,000 characters with a sane expression take under 50. */
const LIMIT_MS = 2000;

export class RegexRunner {
  #worker: Worker | null = null;
  #stop: (() => void) | null = null;

  /** Matches, a list a text; null where it took too long, or another task came. */
  run(task: RegexTask): Promise<readonly (readonly Match[])[] | null> {
    this.#stop?.();
    const worker = (this.#worker ??= new Worker(new URL('find-worker.ts', import.meta.url), { type: 'module' }));
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#stop = null;
      };
      const stop = (): void => {
        end();
        worker.terminate();
        this.#worker = null;
        resolve(null);
      };
      const timer = setTimeout(stop, LIMIT_MS);
      this.#stop = stop;
      worker.onmessage = ({ data }: MessageEvent<readonly (readonly Match[])[]>) => {
        end();
        resolve(data);
      };
      worker.onerror = ({ message }) => {
        stop();
        reject(new Error(message));
      };
      worker.postMessage(task);
    });
  }
}
