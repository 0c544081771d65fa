// Golden pages: case.json → case.expected, the text dump of its pages in the pinned
// faces (DESIGN, Tests). `npm run test:update` rewrites the dumps; a person looks at
// the difference. Every case also passes through the laws.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dumpList } from '../../src/core/display/dump';
import { type Resources, Typesetter } from '../../src/core/typeset';
import { findFonts } from '../../src/node/fonts';
import { checkLaws } from '../laws-pages';
import { readCase } from './read-case';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(FOLDER);
const cases = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5));
/** The same faces on every machine. */
const RESOURCES: Resources = { fonts: findFonts({ system: false }).fonts, images: new Map() };

/** The dump, and what the engine had to say beside it. */
function dumpCase(name: string): { readonly text: string; readonly broken: readonly string[] } {
  const { pkg, edition } = readCase(join(FOLDER, `${name}.json`));
  const set = new Typesetter(RESOURCES).typeset(pkg, edition);
  const said = set.diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message}\n`).join('');
  return { text: dumpList(set.list) + said, broken: checkLaws(set, pkg, edition, RESOURCES) };
}

describe('golden pages', () => {
  it.each(cases.map((name) => [name, readCase(join(FOLDER, `${name}.json`)).shows]))('%s: %s', async (name) => {
    const { text, broken } = dumpCase(name);
    expect(broken).toEqual([]);
    await expect(text).toMatchFileSnapshot(join(FOLDER, `${name}.expected`));
  });
  it('no dump is left of a case that is gone', () => {
    expect(files.filter((file) => file.endsWith('.expected')).map((file) => file.slice(0, -9)).filter((name) => !cases.includes(name))).toEqual([]);
  });
});
