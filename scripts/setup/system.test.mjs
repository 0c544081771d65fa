import { describe, expect, it } from 'vitest';
import { missingLibraries, notFound, packagesFor } from './system.mjs';

const LDD = `
\tlinux-vdso.so.1 (0x00007ffd2b3f2000)
\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f3b1a000000)
\tlibnss3.so => not found
\tlibgbm.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f3b19000000)
\tlibnss3.so => not found
\t/lib64/ld-linux-x86-64.so.2 (0x00007f3b1b000000)
`;

describe('the libraries that a program lacks', () => {
  it('are named once each, as ldd tells them', () => {
    expect(notFound(LDD)).toEqual(['libnss3.so', 'libgbm.so.1']);
    expect(notFound('\tnot a dynamic executable\n')).toEqual([]);
  });
  it.runIf(process.platform === 'linux')('are none for the Node that runs this', () => {
    expect(missingLibraries(process.execPath)).toEqual([]);
  });
});

describe('what is installed', () => {
  it.each([[undefined, false], ['', false], ['false', false], ['true', true], ['1', true]])('CI=%s: with an input method: %s', (CI, wanted) => {
    expect(packagesFor({ CI }).includes('fcitx5')).toBe(wanted);
    expect(packagesFor({ CI })).toContain('xvfb');
  });
});
