// The laws on whole editions in the pinned faces: every edition of the package that
// ships; and figures of its pages that a reader of official papers would see.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import { type Resources, Typesetter } from '../../src/core/typeset';
import { findFonts } from '../../src/node/fonts';
import { inRepository } from '../fixtures/fonts/pinned';
import { checkLaws, textsOf } from '../laws-pages';

const { pkg } = readPackage(new Uint8Array(readFileSync(inRepository('resources/samples/yunling.banxin'))));
const RESOURCES: Resources = { fonts: findFonts({ system: false }).fonts, images: new Map() };

describe.each(pkg.editions.map((edition) => [edition.name, edition] as const))('%s', (_, edition) => {
  const set = new Typesetter(RESOURCES).typeset(pkg, edition);
  it('keeps every law and loses nothing', () => {
    expect(checkLaws(set, pkg, edition, RESOURCES)).toEqual([]);
    expect(set.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  it('G-03: pages are full; short by a line only for T-33 and T-34 (a large-type page by three for a stop)', () => {
    if (edition.master.kind !== 'sheet') return;
    const { lines, endAtStop, top, firstBaseline, pitch } = edition.master;
    const texts = textsOf(set).filter(({ frame, article }) => frame === 'text' && article !== null);
    const rows = new Map<number, number>();
    for (const { page, y } of texts) rows.set(page, Math.max(rows.get(page) ?? 0, Math.round((y - top - firstBaseline) / pitch) + 1));
    const ends = new Set([...new Set(texts.map(({ article }) => article))].map((id) => Math.max(...texts.filter(({ article }) => article === id).map(({ page }) => page))));
    const short = [...rows].filter(([page]) => !ends.has(page)).map(([, held]) => lines - held);
    expect(short.filter((one) => one > Math.max(1, endAtStop))).toEqual([]);
    if (endAtStop === 0) expect(short.filter((one) => one > 0).length).toBeLessThanOrEqual(Math.ceil(short.length / 10));
  });
});
