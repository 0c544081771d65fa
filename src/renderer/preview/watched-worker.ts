// A worker that somebody looks after: as long as it owes a sign of life the window counts seconds, and where none
// comes for too long the worker is taken for lost (a loop without an end, a graphics library that waits for ever).
// The window's own ticks are counted, not the clock: a computer that slept, or is too busy for the window too, has lost
// nothing. What to do about a lost worker is not decided here.
import type { FromWorker, ToWorker } from '../worker/protocol';

const TICK_MS = 1000;

export interface Watcher {
  /** Another worker of the kind, which knows nothing yet. */
  readonly make: () => Worker;
  readonly heard: (message: Exclude<FromWorker, { readonly kind: 'alive' }>) => void;
  /** No sign of life for so many seconds. */
  readonly lost: (seconds: number) => void;
  /** The worker said of itself that it failed. */
  readonly broke: (message: string) => void;
}

export class WatchedWorker {
  /** Seconds without a sign of life that are no reason to worry. */
  patience: number;
  readonly #watcher: Watcher;
  /** null: ended. */
  #worker: Worker | null = null;
  #clock: ReturnType<typeof setInterval> | null = null;
  #silent = 0;
  /** Something was posted behind the question that is open. */
  #owesMore = false;

  constructor(watcher: Watcher, patience: number) {
    this.#watcher = watcher;
    this.patience = patience;
    this.renew();
  }

  /** Whether there is a worker: none after `end`, until `renew`. */
  get isThere(): boolean {
    return this.#worker !== null;
  }

  /** Another worker in the place of this one; it must be told everything again. */
  renew(): void {
    this.end();
    const worker = this.#watcher.make();
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.#hear(event.data);
    worker.onerror = (event) => this.#watcher.broke(event.message);
    this.#worker = worker;
  }

  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#stopClock();
    this.#owesMore = false;
  }

  post(message: ToWorker): void {
    if (this.#worker === null) return;
    this.#worker.postMessage(message);
    if (this.#clock === null) this.#ask(this.#worker);
    else this.#owesMore = true;
  }

  #ask(worker: Worker): void {
    worker.postMessage({ kind: 'live' } satisfies ToWorker);
    this.#owesMore = false;
    this.#silent = 0;
    this.#clock = setInterval(() => {
      if (++this.#silent < this.patience) return;
      this.#stopClock();
      this.#watcher.lost(this.patience);
    }, TICK_MS);
  }

  #stopClock(): void {
    if (this.#clock !== null) clearInterval(this.#clock);
    this.#clock = null;
  }

  #hear(message: FromWorker): void {
    this.#silent = 0;
    if (message.kind !== 'alive') {
      this.#watcher.heard(message);
      return;
    }
    this.#stopClock();
    if (this.#owesMore && this.#worker !== null) this.#ask(this.#worker);
  }
}
