// What the window has to say (W5): the notices that are shown, and everything that
// was said since the program began, for 通知. A notice that was put away is still
// in the list: a toast never carries the only copy of important news.
import { Observable } from './observable';

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'failed' | 'said';
  readonly message: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Set where the notice is about an exported file: it offers 打开 and 打开所在文件夹. */
  readonly exported: number | null;
  /** Set where something stopped and the user may go on all the same. */
  readonly accept: NoticeAction | null;
}

/** A way on that a notice offers: 仍然导出, 另存为. */
export interface NoticeAction {
  readonly title: string;
  readonly run: () => void;
}

/** More than this nobody reads; the oldest go first. */
const MOST_LOGGED = 500;

export class NoticeList {
  readonly shown = new Observable<readonly Notice[]>([]);
  /** Oldest first. */
  readonly log = new Observable<readonly Notice[]>([]);
  #next = 1;

  tell(kind: Notice['kind'], message: string, more: { readonly exported?: number; readonly accept?: NoticeAction | null } = {}): void {
    const notice: Notice = { id: this.#next++, kind, message, at: Date.now(), exported: more.exported ?? null, accept: more.accept ?? null };
    this.shown.set([...this.shown.get(), notice]);
    this.log.set([...this.log.get(), notice].slice(-MOST_LOGGED));
  }

  dismiss(id: number): void {
    this.shown.set(this.shown.get().filter((notice) => notice.id !== id));
  }

  /** Puts every notice away; the log keeps them. */
  dismissAll(): void {
    this.shown.set([]);
  }

  clearFailures(): void {
    this.shown.set(this.shown.get().filter(({ kind }) => kind !== 'failed'));
  }
}
