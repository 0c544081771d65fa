// The files opened last as the window knows them, and the picture of the first page
// that is kept with one: painted by the worker when nothing else goes on.
import type { RecentFile } from '../../ipc/recent';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';

/** CSS pixels of a picture's width, twice for fine screens. */
const PICTURE_WIDTH = 2 * 186;
/** Pages that have not changed for so long are worth a picture. */
const QUIET_MS = 2000;

export class RecentStore {
  readonly files = new Observable<readonly RecentFile[]>([]);
  readonly #workspace: Workspace;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Document and version of which a picture was kept. */
  #kept = '';

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    workspace.feed.pages.watch(() => {
      if (this.#timer !== null) clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#keepPicture(), QUIET_MS);
    });
  }

  async load(): Promise<void> {
    const answer = await this.#workspace.api.recent();
    // A list that cannot be had is no news while nothing is lost by it.
    if (answer.ok) this.files.set(answer.value);
  }

  async forget(id: string): Promise<void> {
    const answer = await this.#workspace.api.forgetRecent(id);
    if (answer.ok) this.files.set(this.files.get().filter((file) => file.id !== id));
    else this.#workspace.files.fail(answer);
  }

  async #keepPicture(): Promise<void> {
    const { feed, api } = this.#workspace;
    const session = this.#workspace.session.get();
    const first = feed.pages.get()?.pages[0];
    if (session === null || first === undefined || session.file.get() === null || this.#workspace.texts.composing) return;
    const { document } = session.opened;
    const key = `${document} ${first.key}`;
    if (key === this.#kept) return;
    const bitmap = await feed.paint(first.key, PICTURE_WIDTH / first.width);
    if (bitmap === null) return;
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
    const png = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    this.#kept = key;
    // The list does without the picture where it cannot be kept.
    await api.keepThumbnail(document, png);
  }
}
