// Never half a file at the target (issue 2 §6, TYPESETTING 7 #22): bytes go to a
// temporary file in the same folder, are flushed to the disk, checked by size,
// and take the target's name in one step. Whatever fails, the target is what it
// was and the temporary file is gone. Symbolic links are followed, the mode kept.
import { closeSync, fchmodSync, fstatSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { AppError, toAppError } from './app-error';

/** Where a test makes the world fail: called before each step, and may throw. */
export type FaultPoint = 'open' | 'write' | 'sync' | 'rename';

export interface AtomicOptions {
  /** Looks at the whole temporary file before it takes the target's name; what it throws comes through and nothing is written. */
  readonly verify?: (temporary: string) => void;
  readonly fault?: (point: FaultPoint) => void;
}

/** Takes bytes one after another; a lot is read before the call returns. */
export type Sink = (bytes: Uint8Array) => void;

let serial = 0;

/** The file behind links: saving through a link must not replace the link. */
function behindLinks(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    return path.resolve(file);
  }
}

function modeOf(file: string): number | null {
  try {
    const status = statSync(file);
    if (status.isDirectory()) throw new AppError('write-failed', `写入“${file}”失败：这是一个文件夹`);
    return status.mode & 0o777;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    return null;
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at, bytes.length - at);
}

/** A new file beside the target. One of that name may stand there: a process that was killed leaves its own, and numbers of processes come again. */
function openTemporary(target: string): { readonly handle: number; readonly name: string } {
  for (;;) {
    const name = path.join(path.dirname(target), `.${path.basename(target).slice(0, 60)}.${process.pid}-${serial++}.tmp`);
    try {
      return { handle: openSync(name, 'wx'), name };
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    }
  }
}

/** Flushes the folder, so that the new name survives a power cut; where a platform forbids it (Windows) the rename stands alone. */
function syncFolder(folder: string): void {
  let handle: number;
  try {
    handle = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(handle);
  } catch {
    // Some file systems do not flush folders.
  } finally {
    closeSync(handle);
  }
}

/**
 * Writes `file` by what `write` puts into the sink; answers the number of bytes.
 * @throws AppError `write-failed` naming the file and the cause; what `write` or `verify` throws otherwise comes through.
 */
export function writeAtomically<T>(file: string, write: (sink: Sink) => T, options: AtomicOptions = {}): { readonly bytes: number; readonly value: T } {
  let temporary: string | null = null;
  let handle: number | null = null;
  try {
    const target = behindLinks(file);
    const mode = modeOf(target);
    options.fault?.('open');
    const { handle: open, name } = openTemporary(target);
    handle = open;
    temporary = name;
    let bytes = 0;
    const value = write((lot) => {
      options.fault?.('write');
      writeAll(open, lot);
      bytes += lot.length;
    });
    if (mode !== null) fchmodSync(handle, mode);
    options.fault?.('sync');
    fsyncSync(handle);
    if (fstatSync(handle).size !== bytes) throw new AppError('write-failed', `写入“${file}”失败：写下的字节数不对`);
    closeSync(handle);
    handle = null;
    options.verify?.(temporary);
    options.fault?.('rename');
    renameSync(temporary, target);
    temporary = null;
    syncFolder(path.dirname(target));
    return { bytes, value };
  } catch (error) {
    throw toAppError(error, 'write-failed', '写入', file);
  } finally {
    if (handle !== null) closeSync(handle);
    if (temporary !== null) rmSync(temporary, { force: true });
  }
}
