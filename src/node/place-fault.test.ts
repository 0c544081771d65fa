import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from './app-error';
import { isHidden, makeFolder, placeFault, systemCode } from './place-fault';

describe('why nothing could be written', () => {
  it('names the folder that was chosen, never a hidden one, and what to do', () => {
    const full = placeFault(path.join('/媒体', '.送报社.1-2.tmp', '版块', 'a.pdf'), 'ENOSPC');
    expect(full).toBe('没有写到“/媒体”里：那个磁盘满了。腾出空间，或换一个磁盘上的文件夹，再来一次；文稿没有改动。');
    expect(placeFault('/媒体/a.pdf', 'EROFS')).toContain('那里只能读，不能写。换一个能写的文件夹');
    expect(placeFault('/媒体/a.pdf', 'EXDEV')).toContain('EXDEV');
    expect([isHidden('/媒体/.送报社.1-2.tmp/a.pdf'), isHidden('/媒体/送报社/a.pdf')]).toEqual([true, false]);
  });

  it('a folder that is gone is told as gone, and is not made', () => {
    const gone = path.join(mkdtempSync(path.join(tmpdir(), 'place-')), '没有', '送报社');
    expect(() => makeFolder(gone)).toThrow(/这个文件夹不在了.*重新选一个文件夹/);
    rmSync(path.dirname(path.dirname(gone)), { recursive: true });
  });

  it.runIf(process.platform === 'linux')('a file system that takes no folder is told at once, as one that cannot be written', () => {
    expect(() => makeFolder('/proc/送报社')).toThrow(/“\/proc”里：.*换一个能写的文件夹/);
  });

  it('finds the system’s code below an error of ours', () => {
    const system = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    expect([systemCode(system), systemCode(new AppError('write-failed', '…', system)), systemCode(new Error('other'))]).toEqual(['ENOSPC', 'ENOSPC', null]);
  });
});
