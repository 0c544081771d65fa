// Our Word files before the validator of Microsoft's Open XML SDK, which knows the
// schemas and the rules between parts of each version of Office: what it finds nothing
// in, Word opens without repair, as far as that can be known without Word.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8 } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { readPackage } from '../../src/core/model/package-file';
import type { SheetMaster } from '../../src/core/model/master';
import type { Edition, Package } from '../../src/core/model/package';
import { readArchive, writeArchive } from '../../src/core/model/zip-archive';
import { Typesetter } from '../../src/core/typeset';
import { redlinePackage } from '../../src/core/report/compare/redline-package';
import { applyRoll } from '../../src/core/report/roll/apply-roll';
import { planRoll } from '../../src/core/report/roll/plan-roll';
import { docxLayout } from '../../src/docx/write/layout';
import { writeDocx } from '../../src/docx/write/write-docx';
import { FAKE, shipped } from '../build-edition';
import { sampleEditions, samplePackage } from '../sample-package';

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-sdk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { pkg: sample } = readPackage(new Uint8Array(readFileSync('resources/samples/yunling.banxin')));

function faultsOf(pkg: Package, edition: Edition, officeVersion: string, spoil: (xml: string) => string = (xml) => xml): unknown {
  const typeset = new Typesetter(FAKE).typeset(pkg, edition);
  const layout = docxLayout(typeset.list, typeset.origins, edition.master as SheetMaster);
  const file = path.join(folder, 'file.docx');
  const parts = readArchive(writeDocx({ pkg, edition: edition as Edition & { readonly master: SheetMaster }, layout, faces: {}, date: '2026-01-12' }));
  parts.set('word/document.xml', strToU8(spoil(strFromU8(parts.get('word/document.xml')!))));
  writeFileSync(file, writeArchive(parts));
  const validator = process.env['BANXIN_OOXML_VALIDATOR'];
  if (validator === undefined) throw new RangeError('BANXIN_OOXML_VALIDATOR is not set: run npm run test:docx');
  try {
    return (JSON.parse(execFileSync(process.execPath, [validator, file, '--officeVersion', officeVersion], { encoding: 'utf8', stdio: 'pipe' })) as { errors: unknown }).errors;
  } catch (error) {
    // It ends with 1 where it finds something, and says what on stdout.
    return (error as { stdout?: unknown }).stdout ?? error;
  }
}

it.each([
  ['one of everything', samplePackage, { ...sampleEditions[0]!, look: shipped('gb', []).look }],
  ...sample.editions.filter(({ master }) => master.kind === 'sheet').map((edition) => [edition.id, sample, edition] as const),
  ['a draft', sample, shipped('draft', ['report'], { id: 'draft', printedAt: '2026-01-12T16:20' })],
] as const)('%s', (_name, pkg, edition) => {
  for (const version of ['Office2013', 'Microsoft365']) expect(faultsOf(pkg, edition, version), version).toEqual([]);
});

it('a 花脸稿 of last year’s report and the draft made from it', () => {
  const plan = planRoll(sample, { kind: 'next', meeting: { opens: '2027-01-11' } });
  const now = applyRoll(plan, { refused: new Set(), id: 'n', name: 'n', today: '2026-11-26' });
  const { tracked } = redlinePackage({ was: sample, now, from: '去年', to: '今年', edition: shipped('gb', ['report']), at: '2026-11-26T09:05' });
  for (const version of ['Office2013', 'Microsoft365']) expect(faultsOf(tracked.pkg, tracked.edition, version), version).toEqual([]);
});

it('it does find faults', () => {
  const swapped = (xml: string): string => xml.replace(/(<w:pStyle [^>]*>)(<w:numPr>.*?<\/w:numPr>)/, '$2$1');
  expect(JSON.stringify(faultsOf(sample, sample.editions.find(({ id }) => id === 'booklet')!, 'Office2013', swapped))).toContain('pStyle');
});
