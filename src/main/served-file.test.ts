import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTENT_POLICY, containedFile, rangeOf } from './served-file';

const ROOT = path.resolve('/srv/window');
const inside = (...parts: string[]): string => path.join(ROOT, ...parts);

describe('W60: app://window stays inside its folder', () => {
  it.each<[string, string, string | null]>([
    ['a file of the folder', '/index.html', inside('index.html')],
    ['a file below it', '/assets/index-1.js', inside('assets', 'index-1.js')],
    ['dots that stay inside', '/assets/../index.html', inside('index.html')],
    ['dots that would leave stay at the root', '/../../index.html', inside('index.html')],
    ['encoded dots likewise', '/%2e%2e/%2e%2e/index.html', inside('index.html')],
    ['encoded separators likewise', '/..%2f..%2findex.html', inside('index.html')],
    ['a backslash', '/..%5c..%5cindex.html', null],
    ['a NUL', '/index.html%00.js', null],
    ['a percent sign that encodes nothing', '/%zz.html', null],
    ['the folder itself', '/', null],
    ['a type that the window never loads', '/index.html.map', null],
    ['a file without a type', '/passwd', null],
  ])('%s: %s', (_, url, file) => {
    expect(containedFile(ROOT, url)).toBe(file);
  });
});

describe('ranges of a font file', () => {
  it.each<[string, string | null, readonly [number, number] | null]>([
    ['none asked: the whole file', null, [0, 100]],
    ['the first block', 'bytes=0-9', [0, 10]],
    ['a block that runs past the end', 'bytes=90-199', [90, 100]],
    ['a block that begins past the end', 'bytes=100-110', null],
    ['an open range is not served', 'bytes=5-', null],
    ['several ranges are not served', 'bytes=0-1,4-5', null],
    ['turned round', 'bytes=9-3', null],
  ])('%s', (_, header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });
});

describe('the content policy', () => {
  it('allows no inline script, no eval and no origin but ours', () => {
    const scripts = CONTENT_POLICY.split('; ').find((rule) => rule.startsWith('script-src'));
    expect(scripts).toBe("script-src 'self'");
    expect(CONTENT_POLICY).not.toMatch(/https?:|unsafe-eval|\*/);
    expect(CONTENT_POLICY.startsWith("default-src 'none'")).toBe(true);
  });

  it('is the same in the header and in the page', () => {
    const html = readFileSync(path.resolve(import.meta.dirname, '../renderer/index.html'), 'utf8');
    const meta = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
    expect(`${meta}; frame-ancestors 'none'`).toBe(CONTENT_POLICY);
  });
});
