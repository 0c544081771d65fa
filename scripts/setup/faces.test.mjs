import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newest } from './faces.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-faces-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name, secondsAgo) {
  const at = new Date(Date.now() - secondsAgo * 1000);
  writeFileSync(path.join(folder, name), name);
  utimesSync(path.join(folder, name), at, at);
}

describe('the package that was fetched', () => {
  const isPackage = (name) => name.startsWith('fonts-x_') && name.endsWith('.deb');
  it('is none where there is none', () => {
    put('other.deb', 0);
    expect(newest(folder, isPackage)).toBeNull();
  });
  it('is the one just written, not the half of an older version that a cut-off download has left', () => {
    put('fonts-x_1.0_all.deb', 3600);
    put('fonts-x_1.1_all.deb', 1);
    expect(newest(folder, isPackage)).toBe(path.join(folder, 'fonts-x_1.1_all.deb'));
    put('fonts-x_1.0_all.deb', 0);
    expect(newest(folder, isPackage)).toBe(path.join(folder, 'fonts-x_1.0_all.deb'));
  });
});
