// What a window can ask of main about its document, and what happens when it
// closes: the one place where dialogs are shown. Dialogs name the thing, say what
// will happen, and are the only modal things there are.
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { BanxinEvents, Opened, Saved, Start } from '../ipc/index';
import type { ReviewInHand } from '../ipc/importing';
import type { SavingState } from '../ipc/saving';
import type { RevisionChoice } from '../ipc/opened';
import { AppError } from '../node/app-error';
import { safeName } from '../node/export-name';
import { takeLock, type Lock, type LockHolder } from '../node/lock';
import type { ReviewHome } from '../node/review-journal';
import { BackupDesk } from './backup-desk';
import { withExtension } from './chosen-file';
import { changedWords, DocumentStore, type Frozen, type SaveManner } from './document-store';
import { send } from './handle';
import type { Loaded } from './held-document';
import type { Office } from './office';
import { EXTENSIONS, openFile, openSample, samples } from './open-file';
import { reveal } from './open-windows';
import { Reading } from './readers';
import type { RecentFiles } from './recent-files';
import { RecoveryDesk } from './recovery-desk';
import { ReviewDesk } from './review-desk';

const PACKAGES = { name: '版心文稿包', extensions: ['banxin'] };
/** Electron that the program ships with (package.json). */
const SHIPPED_MAJOR = '45';

/** How a file is opened: under which lock, and as what. */
interface Way {
  readonly lock: Lock | null;
  readonly shape: (loaded: Loaded) => Loaded;
}

export class Desk {
  readonly store: DocumentStore;
  readonly recovery: RecoveryDesk;
  readonly backups: BackupDesk;
  readonly recent: RecentFiles;
  readonly reading: Reading;
  readonly reviews: ReviewDesk;
  readonly #office: Office;
  readonly #window: BrowserWindow;
  /** The review of an import that is open in the window with something decided in it. */
  review: ReviewInHand | null = null;
  /** Of the open document's file; null where it has none, or none can be had there. */
  #lock: Lock | null = null;
  /** The window's process died alone and has not started again yet. */
  #hasDied = false;

  constructor(window: BrowserWindow, office: Office) {
    this.#window = window;
    this.#office = office;
    const { journals, backups, recent, settings, windows } = office;
    this.reading = new Reading((file) => this.#tell('reading', { file }));
    this.store = new DocumentStore({ journals, backups, onChange: () => this.#tellSaving() });
    this.recovery = new RecoveryDesk(journals, backups, {
      sessions: () => windows.sessions,
      isJournaled: () => this.store.state.journalTrouble === null,
      take: (load) => this.take(load),
      open: (file) => this.open(file),
    });
    this.reviews = new ReviewDesk({
      userData: office.userData,
      read: (source) => this.reading.review(source),
      home: () => this.#home(),
      openHome: (home) => this.#openHome(home),
      journaled: () => this.store.journaled(),
      trouble: (reason) => this.#tell('failed', { ok: false, code: 'journal-failed', message: `${reason}。导入审阅里的决定都在窗口里，但这时断电会丢；请先腾出磁盘空间，或者先完成审阅。` }),
    });
    this.recent = recent;
    this.backups = new BackupDesk(this.store, backups, (load, asks) => this.take(load, asks));
    window.once('closed', settings.watch(() => this.#tellSaving()));
  }

  async start(): Promise<Start> {
    const version = process.versions.electron;
    const start: Start = {
      version: app.getVersion(),
      samples: await samples(),
      opened: this.store.again(this.#hasDied ? ['窗口刚才出了错，已经重新打开：文字一个不少，撤销历史也在。'] : []),
      runtimeNote: version.split('.')[0] === SHIPPED_MAJOR ? null : `现在运行在测试用的 Electron ${version} 上，它不随软件发行。`,
    };
    this.#hasDied = false;
    return start;
  }

  /** The window's process has died alone: it is told when it starts again. */
  windowDied(): void {
    this.#hasDied = true;
  }

  async chooseDocument(): Promise<Opened | null> {
    const answer = await dialog.showOpenDialog(this.#window, {
      title: '打开',
      properties: ['openFile'],
      filters: [{ name: '文稿包、Word 文件、纯文本和网页', extensions: [...EXTENSIONS] }],
    });
    const [file] = answer.filePaths;
    return answer.canceled || file === undefined ? null : this.open(file);
  }

  /** Opens a file in place of the open one, after asking about what is unsaved. null: the user chose to stay. */
  open(file: string): Promise<Opened | null> {
    return this.take(() => this.load(file));
  }

  /** Reads the open Word file again with another choice of its tracked changes. */
  openWordAgain(document: number, revisions: RevisionChoice): Promise<Opened | null> {
    const file = this.store.wordFile(document);
    return this.take(() => openFile(file, this.reading, revisions));
  }

  openSample(id: string): Promise<Opened | null> {
    return this.take(() => openSample(id));
  }

  /** A file as a package to hold. @throws AppError. */
  load(file: string): Promise<Loaded> {
    return openFile(file, this.reading);
  }

  /**
   * Opens what `load` gives in place of the open document, after asking about what is unsaved (`asks`) and, where
   * somebody else has the file, how. null: the user chose to stay.
   */
  async take(load: () => Promise<Loaded>, asks = true): Promise<Opened | null> {
    // Loaded first: a file that cannot be opened must not cost the one that is open.
    const loaded = await load();
    const isSame = loaded.file !== null && loaded.file === this.store.file;
    const keepsLock = isSame && this.#lock !== null;
    const way = keepsLock ? { lock: this.#lock, shape: (same: Loaded) => same } : await this.#lockFor(loaded);
    if (way === null) return null;
    let isTaken = false;
    try {
      if (asks && !(await this.mayLeave())) return null;
      // The same file again: leaving it may have saved it.
      const last = way.shape(isSame && asks && loaded.recovered === undefined ? await load() : loaded);
      isTaken = true;
      if (!keepsLock) await this.#lock?.release();
      this.#lock = way.lock;
      if (last.file !== null) this.recent.note(last.file, Date.now());
      return await this.store.hold(last);
    } finally {
      // The user stays, or leaving failed: the other file is free for others.
      if (!isTaken && !keepsLock) await way.lock?.release();
    }
  }

  async save(document: number, version: number, as: boolean): Promise<Saved | null> {
    // Frozen first: what is typed while a dialog stands is of the next version; and a late call for another text must not ask for a name.
    const frozen = this.store.freeze(document, version);
    const own = this.store.file;
    let file = as || own === null ? await this.#askTarget() : own;
    if (file === null) return null;
    let keepAs: SaveManner['keepAs'];
    if (file === own) {
      if ((await this.store.look()) === 'changed') throw new AppError('changed-outside', changedWords(file));
      if (await this.store.isReadOnlyFile()) file = await this.#askReadOnly(file);
      else if (!(await this.#mayShrink(frozen))) file = await this.#askTarget();
      if (file === own && this.store.shrinkage(frozen) !== null) keepAs = 'shrink';
      if (file === null) return null;
    }
    await this.#saveTo(frozen, file, { by: 'hand', ...(keepAs === undefined ? {} : { keepAs }) });
    this.recent.note(file, Date.now());
    return { file: path.basename(file), version };
  }

  async autosave(document: number, version: number): Promise<Saved | null> {
    if (!this.#office.settings.values.autosave || !(await this.store.autosave(document, version))) return null;
    return { file: path.basename(this.store.file ?? ''), version };
  }

  setAutosave(on: boolean): void {
    this.#office.settings.set({ autosave: on });
  }

  savingState(): SavingState {
    return { ...this.store.state, autosave: this.#office.settings.values.autosave };
  }

  /** Asks about unsaved changes; false: the user chose to stay. @throws AppError where saving failed. */
  async mayLeave(): Promise<boolean> {
    if (!(await this.#mayLeaveReview())) return false;
    if (!this.store.hasWork) return true;
    const current = this.store.current();
    if (current === null) return true;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'question',
      message: `“${this.store.name}”有改动没有保存。`,
      detail: '不保存，文件就停在上次保存的样子；这次的改动在“文件 › 历史备份”里留 30 天。',
      buttons: ['保存', '不保存', '取消'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    if (response === 2) return false;
    if (response === 0) return (await this.save(current.document, current.version, false)) !== null;
    // The user's word is to leave: a full disk must not hold him.
    await this.store.putAside('unsaved').catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
    return true;
  }

  /** Asks about an import under review: what was decided in it is in no package yet. */
  async #mayLeaveReview(): Promise<boolean> {
    if (this.review === null || this.review.decisions === 0) return true;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'question',
      ...(this.review.what === 'roll'
        ? { message: `从“${this.review.name}”开始的草稿还没有生成。`, buttons: ['接着做', '放弃'] }
        : { message: `“${this.review.name}”的导入审阅还没有完成。`, buttons: ['接着审阅', '放弃审阅'] }),
      detail: `已经作了 ${this.review.decisions} 个决定，离开就不留了；原来的文件没有改动。`,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 0) return false;
    this.review = null;
    return true;
  }

  /** The window closes, and the user agreed: nothing of the document is left behind but its file and its backups. */
  async leave(): Promise<void> {
    await this.store.letGo();
    await this.reviews.leave();
    await this.#lock?.release();
    this.#lock = null;
  }

  /** The system ends the program without asking: the journal stays for the next start. */
  async abandon(): Promise<void> {
    await Promise.all([this.store.keepJournal(), this.reviews.keep()]);
    await this.#lock?.release();
  }

  async #saveTo(frozen: Frozen, file: string, manner: SaveManner): Promise<void> {
    if (file === this.store.file) return this.store.save(frozen, file, manner);
    const result = await takeLock(file, { onLost: (by) => this.#lockLost(by) });
    if (result.kind === 'busy') throw new AppError('file-locked', `没有保存：“${path.basename(file)}”正由${this.#holderName(file, result.holder)}打开。请换一个文件名。`);
    const lock = result.kind === 'held' ? result.lock : null;
    try {
      await this.store.save(frozen, file, manner);
    } catch (error) {
      await lock?.release();
      throw error;
    }
    await this.#lock?.release();
    this.#lock = lock;
  }

  /** The lock of a file that is to be opened, and as what it opens where somebody else has it; null: not at all. */
  async #lockFor({ file, opened, recovered }: Loaded): Promise<Way | null> {
    const asIs = (loaded: Loaded): Loaded => loaded;
    if (file === null || opened.readOnly !== null) return { lock: null, shape: asIs };
    const result = await takeLock(file, { onLost: (by) => this.#lockLost(by) });
    const noting = (note: string) => (loaded: Loaded): Loaded => ({ ...loaded, notes: [...loaded.notes, note] });
    if (result.kind === 'none') return { lock: null, shape: noting(result.reason) };
    if (result.kind === 'held') {
      return { lock: result.lock, shape: result.taken === null ? asIs : noting(`${who(result.taken)}上次没有正常退出，文稿还标着“正在编辑”。标记已经解除，可以照常改。`) };
    }
    const other = this.#office.windows.holding(file);
    const holder = this.#holderName(file, result.holder);
    // A recovered text that could only be looked at could not be saved: it opens as a copy.
    const ways: readonly { readonly button: string; readonly way: Way | null; readonly reveals?: boolean }[] = [
      ...(other === null ? [] : [{ button: '转到那个窗口', way: null, reveals: true }]),
      ...(recovered === undefined
        ? [{ button: '只读打开', way: { lock: null, shape: (loaded: Loaded) => ({ ...loaded, opened: { ...loaded.opened, readOnly: `这份稿子正由${holder}打开，这里只能看，不能改` } }) } }]
        : []),
      { button: '打开副本', way: { lock: null, shape: (loaded) => ({ ...noting('这是副本：原来的文件没有动，保存时另起文件名。')(loaded), file: null, isNew: true }) } },
      { button: '取消', way: null },
    ];
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'question',
      message: `“${path.basename(file)}”正由${holder}打开。`,
      detail: `${other === null ? '两个人同时改一份稿子' : '在两个窗口里改一份稿子'}，后保存的会盖掉先保存的。可以只看，也可以打开一份副本来改。`,
      buttons: ways.map(({ button }) => button),
      defaultId: 0,
      cancelId: ways.length - 1,
      noLink: true,
    });
    const chosen = ways[response];
    if (chosen?.reveals === true && other !== null) reveal(other.window);
    return chosen?.way ?? null;
  }

  /** Who has a file, as messages say it. */
  #holderName(file: string, holder: LockHolder): string {
    return this.#office.windows.holding(file) === null ? who(holder) : '你在另一个窗口里';
  }

  /** Where an import under review goes. */
  #home(): ReviewHome | null {
    const { packageId, name, file, isWritable } = this.store;
    return packageId === null || !isWritable ? null : { packageId, name, file };
  }

  /** Opens the package of a review that a crash left, where none is open. @throws AppError where that package has changes to be recovered first. */
  async #openHome({ packageId, name, file }: ReviewHome): Promise<Opened | null> {
    if (this.store.isHolding) return null;
    if ((await this.recovery.packages()).has(packageId)) {
      throw new AppError('recovery-first', `这份审阅是要放进“${name}”的，“${name}”也有没存完的改动：请先恢复它，再接着审阅。审阅里的决定都在。`);
    }
    if (file === null) return null;
    try {
      return await this.open(file);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return null; // moved or broken: the window says that it is not open
    }
  }

  /** Nothing where the window is gone: a journal or a lock may outlive it by a moment. */
  #tell<E extends keyof BanxinEvents>(event: E, payload: BanxinEvents[E]): void {
    if (!this.#window.isDestroyed()) send(this.#window.webContents, event, payload);
  }

  #tellSaving(): void {
    this.#tell('saving', this.savingState());
  }

  #lockLost(by: LockHolder): void {
    this.#lock = null;
    this.#tell('failed', {
      ok: false, code: 'lock-lost', message: `“${this.store.name}”已被${who(by)}接手打开（这台电脑可能睡眠过）。请先另存一份，再与对方核对。`,
    });
  }

  async #askTarget(): Promise<string | null> {
    const answer = await dialog.showSaveDialog(this.#window, {
      title: '保存文稿包',
      defaultPath: this.store.file ?? `${safeName(this.store.name)}.banxin`,
      filters: [PACKAGES],
    });
    return withExtension(this.#window, answer, '.banxin');
  }

  /** The file itself, another name, or null: not saved. */
  async #askReadOnly(file: string): Promise<string | null> {
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'warning', message: `“${path.basename(file)}”已被设为只读。`, detail: '另存为不会动原来的文件。', buttons: ['另存为', '覆盖', '取消'], defaultId: 0, cancelId: 2, noLink: true,
    });
    if (response === 2) throw new AppError('save-cancelled', '没有保存：原来的文件没有动，改动还在窗口里。');
    return response === 1 ? file : this.#askTarget();
  }

  /** W48: true: save; false: under another name. @throws AppError where the user stays. */
  async #mayShrink(frozen: Frozen): Promise<boolean> {
    const shrinks = this.store.shrinkage(frozen);
    if (shrinks === null) return true;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'warning',
      message: shrinks.to === 0 ? '稿子里已经没有文字了，仍然保存吗？' : `保存后正文从 ${shrinks.from} 字变成 ${shrinks.to} 字，仍然保存吗？`,
      detail: '可能是误删：取消以后按 Ctrl+Z 可以撤销。仍然保存的话，原来的文字另在“文件 › 历史备份”里留 30 天。',
      buttons: ['取消', '另存为', '仍然保存'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 0) throw new AppError('save-cancelled', '没有保存：原来的文件没有动，改动还在窗口里。');
    return response === 2;
  }
}

/** 张三（在 PC-3 上） */
function who({ user, machine }: LockHolder): string {
  return machine === '' ? user : `${user}（在 ${machine} 上）`;
}
