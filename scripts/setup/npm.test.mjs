import { describe, expect, it } from 'vitest';
import { missingPackages } from './npm.mjs';

const WANTED = {
  '': { name: 'banxin' },
  'node_modules/pdfkit': { version: '0.20.2' },
  'node_modules/@esbuild/win32-x64': { version: '0.28.2', optional: true },
};

describe('which packages npm ci must bring', () => {
  it.each([
    ['none: what another system would need is optional', { 'node_modules/pdfkit': { version: '0.20.2' } }, []],
    ['one that is not there', {}, ['node_modules/pdfkit']],
    ['one whose version changed in the lockfile', { 'node_modules/pdfkit': { version: '0.20.1' } }, ['node_modules/pdfkit']],
    [
      'an optional one in another version too',
      { 'node_modules/pdfkit': { version: '0.20.2' }, 'node_modules/@esbuild/win32-x64': { version: '0.28.1' } },
      ['node_modules/@esbuild/win32-x64'],
    ],
    ['none for what was installed beside', { 'node_modules/pdfkit': { version: '0.20.2' }, 'node_modules/other': { version: '1.0.0' } }, []],
  ])('%s', (_, present, missing) => {
    expect(missingPackages(WANTED, present)).toEqual(missing);
  });
});
