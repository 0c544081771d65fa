// The typed door for calls from the windows. Every handler is registered here, for
// its window: the sender must be the main frame of one of ours, on our origin, the arguments must match
// their schema, and what is thrown as AppError becomes a value, because Electron
// passes only an error's message. Anything else thrown is a fault of the program:
// logged without any of the text, and told as such.
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { safeParse, type GenericSchema } from 'valibot';
import { channel, METHODS, WINDOW_ORIGIN, type BanxinApi, type BanxinEvents, type Failure, type Result } from '../ipc/index';
import { AppError } from '../node/app-error';
import { JobFailed } from './jobs';
import { note, noteFault } from './log';

type ValueOf<M extends keyof BanxinApi> = Awaited<ReturnType<BanxinApi[M]>> extends Result<infer T> ? T : never;

type Answer = (raw: readonly unknown[]) => Promise<Result<unknown>>;

/** What answers each window, by its web contents. */
const windows = new Map<number, Map<string, Answer>>();

/** Listens for every method of the contract; each call goes to what its window has registered. Once. */
export function openDoor(): void {
  for (const name of METHODS) {
    ipcMain.handle(channel(name), async (event, ...raw: unknown[]): Promise<Result<unknown>> => {
      const own = isOurs(event) ? windows.get(event.sender.id)?.get(name) : undefined;
      return own === undefined ? { ok: false, code: 'sender-refused', message: '拒绝了不属于本程序窗口的请求。' } : own(raw);
    });
  }
}

/**
 * Answers the method `name` for one window. `args` is the schema of its argument list; a call that does not match,
 * or comes from any other frame, is refused before `fn` runs.
 */
export function handle<M extends keyof BanxinApi>(
  contents: WebContents,
  name: M,
  args: GenericSchema<unknown, Parameters<BanxinApi[M]>>,
  fn: (...args: Parameters<BanxinApi[M]>) => Promise<ValueOf<M>>,
): void {
  answersOf(contents).set(name, async (raw): Promise<Result<ValueOf<M>>> => {
    const parsed = safeParse(args, raw);
    if (!parsed.success) return { ok: false, code: 'payload-invalid', message: `窗口发来的请求（${name}）格式不对，没有执行。` };
    const began = performance.now();
    const result = await answer(() => fn(...parsed.output));
    // Every letter typed is an `apply`: only what went wrong with one is worth a line.
    if (name !== 'apply' || !result.ok) note('call', { method: name, code: result.ok ? 'ok' : result.code, ms: Math.round(performance.now() - began) });
    return result;
  });
}

function answersOf(contents: WebContents): Map<string, Answer> {
  const { id } = contents;
  const known = windows.get(id);
  if (known !== undefined) return known;
  const made = new Map<string, Answer>();
  windows.set(id, made);
  contents.once('destroyed', () => windows.delete(id));
  return made;
}

async function answer<T>(fn: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await fn() };
  } catch (error) {
    return toFailure(error);
  }
}

/** Sends an event to the window; nothing where it is gone. */
export function send<E extends keyof BanxinEvents>(target: WebContents, event: E, payload: BanxinEvents[E]): void {
  if (!target.isDestroyed()) target.send(channel(event), payload);
}

/** A thrown thing as the window gets it. */
export function toFailure(error: unknown): Failure {
  if (error instanceof JobFailed) return { ok: false, code: error.code, message: error.message, accept: error.accept };
  if (error instanceof AppError) return { ok: false, code: error.code, message: error.message };
  noteFault('main', error);
  return { ok: false, code: 'internal', message: '程序内部出错，这一步没有做成；文稿没有改动。请另存一份后重新打开。' };
}

function isOurs(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return false;
  return frame.url.startsWith(`${WINDOW_ORIGIN}/`);
}
