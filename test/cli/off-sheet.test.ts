// A package whose master leaves its sheet: the export is refused with the measure
// named, and nothing is printed off the paper without the user's word.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/core/model/package';
import { readPackage, writePackage } from '../../src/core/model/package-file';
import { expectWords, inProject, json, useCli } from './run';

const cli = useCli();

/** The bundled sample with one edition's master changed. */
function packageWith(id: string, change: (master: Edition['master']) => Edition['master']): string {
  const { pkg } = readPackage(readFileSync(inProject('resources/samples/yunling.banxin')));
  const editions = pkg.editions.map((edition) => (edition.id === id ? { ...edition, master: change(edition.master) } : edition));
  return cli.put(`${id}.banxin`, writePackage({ ...pkg, editions }, null));
}

describe('master-exceeds-sheet', () => {
  it.each<[string, (master: Edition['master']) => Edition['master'], RegExp]>([
    ['paper-closing', (master) => (master.kind === 'paper' ? { ...master, columns: master.columns + 3 } : master), /版心宽 .* pt、左边空 .* pt，纸宽 .* pt/],
    ['paper-closing', (master) => (master.kind === 'paper' ? { ...master, left: -30 } : master), /左边空 -30 pt/],
    ['booklet-proposals', (master) => (master.kind === 'sheet' ? { ...master, lines: 40 } : master), /版心高 .* pt、上边空 .* pt，纸高 841\.9 pt/],
  ])('%s: no file, exit 1; with the user’s word a file', (id, change, measure) => {
    const file = packageWith(id, change);
    const ran = cli.run('export', file, '--edition', id, '-o', `${id}.pdf`, '--json');
    expect(ran.code).toBe(1);
    expectWords(ran);
    expect(cli.names()).not.toContain(`${id}.pdf`);
    const found = (json(ran).diagnostics as { code: string; severity: string; message: string }[]).filter(({ code }) => code === 'master-exceeds-sheet');
    expect(found).toEqual([expect.objectContaining({ severity: 'error', message: expect.stringMatching(measure) as string })]);
    expect(found[0]!.message).toMatch(/^版式“.+”印到了纸外：/);
    const accepted = cli.run('export', file, '--edition', id, '--accept', 'master-exceeds-sheet', '-o', `${id}-accepted.pdf`, '--json');
    expect(accepted.code).toBe(0);
    expect(cli.names()).toContain(`${id}-accepted.pdf`);
  });
});
