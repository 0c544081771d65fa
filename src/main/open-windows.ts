// The windows that are open, the one used last in front: each holds one document of
// its own. What concerns all of them is asked here: which journals are ours, who of us
// has a file, ending the program.
import type { BrowserWindow } from 'electron';
import type { DocumentStore } from './document-store';

export interface OpenWindow {
  readonly window: BrowserWindow;
  readonly store: DocumentStore;
  /** Opens a file that the window did not ask for, and tells it. */
  open(file: string): Promise<void>;
  /** Asks the window for what it has in hand; resolves when that was handed over. */
  lastWords(): Promise<void>;
  /** The system ends the program: the journal stays, the lock goes. */
  abandon(): Promise<void>;
  /** Closes it, after asking about what is unsaved; false: the user chose to stay. */
  close(): Promise<boolean>;
}

export class OpenWindows {
  #windows: readonly OpenWindow[] = [];

  /** The one used last first. */
  get all(): readonly OpenWindow[] {
    return this.#windows;
  }

  /** Puts a window in front, a new one too. */
  front(one: OpenWindow): void {
    this.#windows = [one, ...this.#windows.filter((other) => other !== one)];
  }

  forget(one: OpenWindow): void {
    this.#windows = this.#windows.filter((other) => other !== one);
  }

  /** Sessions of the journals that this program writes. */
  get sessions(): ReadonlySet<string> {
    return new Set(this.#windows.flatMap(({ store }) => store.session ?? []));
  }

  /** The window that holds this file to change it; null: none of ours. */
  holding(file: string): OpenWindow | null {
    return this.#windows.find(({ store }) => store.file === file && store.isWritable) ?? null;
  }

  /** The window that was used the longest ago, so that one walks round; null where there is one alone. */
  get next(): OpenWindow | null {
    return this.#windows.length > 1 ? (this.#windows.at(-1) ?? null) : null;
  }

  /** Closes all, the front one first; false: the user chose to stay in one, and those behind it stay too. */
  async closeAll(): Promise<boolean> {
    for (const one of this.#windows) {
      reveal(one.window);
      if (!(await one.close())) return false;
    }
    return true;
  }
}

/** Brings a window to the user's eyes. */
export function reveal(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
