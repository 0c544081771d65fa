import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { jsonDepth } from './json-depth';
import { readPackage, writePackage } from './package-file';

const depth = (json: string): number => jsonDepth(strToU8(json));
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('W61: how deep JSON nests', () => {
  it.each<[string, number]>([
    ['1', 0], ['[]', 1], ['{"a":[{}]}', 3], ['[[],[],[]]', 2], ['"[[[["', 0], ['["\\"[[["]', 1], ['["\\\\",[]]', 2], ['["【［「"]', 1], [nested(5000), 5000],
  ])('%s: %i', (json, levels) => {
    expect(depth(json)).toBe(levels);
  });

  it('a package that nests deeper than any text is refused before it is parsed, in unknown fields too', () => {
    const entries = unzipSync(new Uint8Array(readFileSync('resources/samples/yunling.banxin')));
    const head = new TextDecoder().decode(entries['banxin.json']);
    const withUnknown = (levels: number): Uint8Array => zipSync({ ...entries, 'banxin.json': strToU8(head.replace(/\}$/, `,"later":${nested(levels)}}`)) });
    expect(() => readPackage(withUnknown(20_000))).toThrow(/banxin\.json 读不出来（嵌套太深）/);
    // Within the limit it opens and goes back where it was.
    const { pkg, origin } = readPackage(withUnknown(100));
    const saved = unzipSync(writePackage({ ...pkg, name: '改名' }, origin));
    expect(new TextDecoder().decode(saved['banxin.json'])).toContain(nested(100));
  });
});
