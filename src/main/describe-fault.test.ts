import { describe, expect, it } from 'vitest';
import { AppError } from '../node/app-error';
import { describeFault } from './describe-fault';

const SECRET = '云岭秘密句子';

function withStack(error: Error, stack: string): Error {
  error.stack = stack;
  return error;
}

describe('W63: a fault is told without any of the text', () => {
  it('class, code and frames, no message, no folder', () => {
    const error = withStack(new AppError('write-failed', `写入“${SECRET}.banxin”失败`), `AppError: 写入“${SECRET}.banxin”失败\n    at save (file:///home/zhang/banxin/out/main/index.js:120:9)\n    at async Desk.open (/opt/banxin/resources/app.asar/out/main/index.js:80:3)`);
    expect(describeFault(error)).toBe('AppError write-failed at save index.js:120:9 < Desk.open index.js:80:3');
  });

  it('a message of several lines that look like frames is left out whole', () => {
    const message = `坏\n    at ${SECRET} (file:///a/index.js:1:1)\n    at secret (file:///a/secret.js:1:1)`;
    expect(describeFault(withStack(new RangeError(message), `RangeError: ${message}\n    at real (file:///a/index.js:2:2)`))).toBe('RangeError at real index.js:2:2');
  });

  it('causes likewise; what is no error is its type alone', () => {
    const cause = withStack(Object.assign(new Error(SECRET), { code: 'ENOSPC' }), `Error: ${SECRET}`);
    const error = new AppError('write-failed', SECRET, cause);
    error.stack = '';
    expect(describeFault(error)).toBe('AppError write-failed; cause Error ENOSPC');
    expect(describeFault(SECRET)).toBe('thrown string');
  });

  it('a name or a code that is no word of ours is not taken', () => {
    const error = Object.assign(withStack(new Error(''), ''), { name: SECRET, code: SECRET });
    expect(describeFault(error)).toBe('Error');
  });

  it('a real error has its frames', () => {
    expect(describeFault(new TypeError(SECRET))).not.toContain(SECRET);
  });
});
