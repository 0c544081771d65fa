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
  /** The step of undo that it tells of (DocumentSession.lastStep): once that is undone it is no news any more. null: of none. */
  readonly step: number | null;
  /** It says of an open text that no file has it: saved by hand, it is no news any more. */
  readonly untilSaved: boolean;
}

/** A way on that a notice offers: 仍然导出, 另存为. */
export interface NoticeAction {
  readonly title: string;
  readonly run: () => void;
}

/** More than this nobody reads; the oldest go first. */
const MOST_LOGGED = 500;

/** Shown at once: more would push the text off a small screen. */
const MOST_SHOWN = 3;
const DONE_MS = 30_000;

/** The last ones; a failure, or a message with a way on, goes after the others. */
function trimmed(notices: readonly Notice[]): readonly Notice[] {
  const kept = [...notices];
  while (kept.length > MOST_SHOWN) {
    const at = kept.findIndex(({ kind, accept }, index) => index < kept.length - 1 && kind !== 'failed' && accept === null);
    kept.splice(Math.max(0, at), 1);
  }
  return kept;
}

export class NoticeList {
  readonly shown = new Observable<readonly Notice[]>([]);
  /** Oldest first. */
  readonly log = new Observable<readonly Notice[]>([]);
  /** How many failures were neither put away by hand nor looked at in 通知. */
  readonly unseen = new Observable(0);
  readonly #unseen = new Set<number>();
  #next = 1;

  /** The same said again stands once, in its newest place; the log has both. @returns its id, for `dismiss`. */
  tell(kind: Notice['kind'], message: string, more: { readonly exported?: number; readonly accept?: NoticeAction | null; readonly step?: number | null; readonly untilSaved?: boolean } = {}): number {
    const notice: Notice = { id: this.#next++, kind, message, at: Date.now(), exported: more.exported ?? null, accept: more.accept ?? null, step: more.step ?? null, untilSaved: more.untilSaved ?? false };
    const isSame = (one: Notice): boolean => one.kind === kind && one.message === message;
    for (const one of this.shown.get()) if (isSame(one)) this.#unseen.delete(one.id);
    this.shown.set(trimmed([...this.shown.get().filter((one) => !isSame(one)), notice]));
    // Good news has been read by then; 通知 has it all the same.
    if (kind === 'done') setTimeout(() => this.dismiss(notice.id), DONE_MS);
    this.log.set([...this.log.get(), notice].slice(-MOST_LOGGED));
    if (kind === 'failed') this.#unseen.add(notice.id);
    this.#count();
    return notice.id;
  }

  /** Says something in place of the last message that begins alike (the last paste); the log keeps both. */
  tellInstead(head: string, message: string, more: { readonly accept?: NoticeAction; readonly step?: number | null } = {}): void {
    this.shown.set(this.shown.get().filter((notice) => !notice.message.startsWith(head)));
    this.tell('said', message, more);
  }

  dismiss(id: number): void {
    this.#unseen.delete(id);
    this.#count();
    this.shown.set(this.shown.get().filter((notice) => notice.id !== id));
  }

  /** A step of undo was undone: what was said of it goes; the log keeps it. */
  undone(step: number): void {
    const left = this.shown.get().filter((notice) => notice.step !== step);
    if (left.length < this.shown.get().length) this.shown.set(left);
  }

  /** The open text was saved by hand: what was said of it until then goes; the log keeps it. */
  saved(): void {
    const left = this.shown.get().filter(({ untilSaved }) => !untilSaved);
    if (left.length < this.shown.get().length) this.shown.set(left);
  }

  /** Puts every notice away; the log keeps them. */
  dismissAll(): void {
    this.shown.set([]);
  }

  /** 通知 was looked at. */
  seeAll(): void {
    this.#unseen.clear();
    this.#count();
  }

  #count(): void {
    this.unseen.set(this.#unseen.size);
  }

  clearFailures(): void {
    this.shown.set(this.shown.get().filter(({ kind }) => kind !== 'failed'));
  }
}
