import { describe, expect, it } from 'vitest';
import { withUtf8 } from './locale.mjs';

describe.runIf(process.platform === 'linux')('the locale that Electron is started in', () => {
  it.each([
    ['none is set', { HOME: '/root' }, { HOME: '/root', LC_CTYPE: 'C.UTF-8' }],
    ['it is plain C', { LANG: 'C' }, { LANG: 'C', LC_CTYPE: 'C.UTF-8' }],
    ['LC_ALL would override ours', { LC_ALL: 'POSIX', LANG: 'zh_CN.UTF-8' }, { LANG: 'zh_CN.UTF-8', LC_CTYPE: 'C.UTF-8' }],
    ['it is GB18030', { LANG: 'zh_CN.GB18030' }, { LANG: 'zh_CN.GB18030', LC_CTYPE: 'C.UTF-8' }],
  ])('gets UTF-8 where %s', (_, env, expected) => {
    expect(withUtf8(env)).toEqual(expected);
  });
  it.each([[{ LANG: 'zh_CN.UTF-8' }], [{ LANG: 'C.utf8' }], [{ LANG: 'C', LC_ALL: 'en_US.UTF-8' }]])('stays as it is: %o', (env) => {
    expect(withUtf8(env)).toBe(env);
  });
});
