// The window's part in losing nothing: how the text stands to its file, autosave's
// clock, what a crash left to recover. Main does the work; here it is asked for at
// the right moment (never while an input method composes) and shown.
import type { RecoveryChoice, RecoveryItem, SavingState } from '../../ipc/saving';
import { Observable } from '../session/observable';
import type { Workspace } from '../session/workspace';

/** W42, ms. */
const AUTOSAVE_MS = 30_000;

export class Saving {
  readonly state = new Observable<SavingState | null>(null);
  /** What can be recovered, newest first. */
  readonly recoveries = new Observable<readonly RecoveryItem[]>([]);
  readonly #workspace: Workspace;
  /** A round waits for a composition to end; the next ones pass. */
  #isDue = false;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    workspace.api.on('saving', (state) => this.#take(state));
    setInterval(() => void this.#autosave(), AUTOSAVE_MS);
  }

  /** At the window's start. */
  async begin(): Promise<void> {
    const state = await this.#workspace.api.savingState();
    if (state.ok) this.#take(state.value);
    await this.lookForRecoveries();
  }

  async lookForRecoveries(): Promise<void> {
    const found = await this.#workspace.api.recoveries();
    if (!found.ok) {
      this.#workspace.files.fail(found);
      return;
    }
    const { items, damaged } = found.value;
    this.recoveries.set(items);
    if (damaged > 0) this.#workspace.notices.tell('failed', `有 ${damaged} 份恢复日志已经损坏，读不出来。没有删，原样留在本机数据文件夹的 journal 里，文件名以 .damaged 结尾。`);
  }

  /** @returns why the choice could not be carried out; null: it was. */
  async choose(id: string, choice: RecoveryChoice): Promise<string | null> {
    const { api, notices } = this.#workspace;
    const answer = await api.recover(id, choice);
    if (answer.ok && answer.value !== null) this.#workspace.show(answer.value);
    if (answer.ok && choice === 'discard') notices.tell('done', '没有恢复。那份文字在“文件 › 历史备份”里留 30 天。');
    await this.lookForRecoveries();
    return answer.ok ? null : answer.message;
  }

  async setAutosave(on: boolean): Promise<void> {
    const answer = await this.#workspace.api.setAutosave(on);
    if (!answer.ok) this.#workspace.files.fail(answer);
  }

  /** The file as somebody else left it takes the place of the text, or the text that of the file. @returns why it could not; null: it did. */
  async settle(side: 'disk' | 'window'): Promise<string | null> {
    const { api, notices, texts } = this.#workspace;
    await texts.whenSettled();
    const session = this.#workspace.session.get();
    if (session === null) return null;
    const { document } = session.opened;
    if (side === 'disk') {
      const taken = await api.takeDisk(document, session.version);
      if (taken.ok && taken.value !== null) this.#workspace.show(taken.value);
      return taken.ok ? null : taken.message;
    }
    const saved = await api.overwriteDisk(document, session.version);
    if (saved.ok) {
      notices.clearFailures();
      notices.tell('done', '已用窗口里的文字覆盖。磁盘上原来那份在“文件 › 历史备份”里留 30 天。');
      this.#workspace.dialog.set(null);
    }
    return saved.ok ? null : saved.message;
  }

  async #autosave(): Promise<void> {
    const { api, texts } = this.#workspace;
    if (this.#isDue) return;
    this.#isDue = true;
    await texts.whenSettled();
    this.#isDue = false;
    const session = this.#workspace.session.get();
    if (session === null || session.file.get() === null || session.opened.readOnly !== null || session.version === session.savedVersion.get()) return;
    const answer = await api.autosave(session.opened.document, session.version);
    // A change on its way, or another text by now: the next round has it.
    if (!answer.ok && answer.code !== 'version-mismatch' && answer.code !== 'document-gone') this.#workspace.files.fail(answer);
  }

  #take(state: SavingState): void {
    const old = this.state.get();
    this.state.set(state);
    const session = this.#workspace.session.get();
    if (session !== null && state.document === session.opened.document) session.savedVersion.set(state.saved);
    // Told once when it begins; the status row shows it as long as it lasts.
    if (state.journalTrouble !== null && (old?.journalTrouble ?? null) === null) {
      this.#workspace.notices.tell('failed', `${state.journalTrouble}。文字都在窗口里，但这时断电会丢；请先保存，并腾出磁盘空间。`);
    }
    if (state.backupTrouble !== null && (old?.backupTrouble ?? null) === null) this.#workspace.notices.tell('said', `${state.backupTrouble}。文稿本身已经保存，只是没有留历史备份。`);
  }
}
