import { describe, expect, it } from 'vitest';
import { fields, sampleBrief, samplePackage } from '../../test/sample-package';
import { makeEdition } from '../core/model/editions';
import type { Edition, Package } from '../core/model/package';
import { schema } from '../core/model/schema';
import { Typesetter } from '../core/typeset';
import { isOpen } from '../font/lazy-font';
import { writePdf } from '../pdf/write-pdf';
import { checkPdf } from './check-pdf';
import { findFonts } from './fonts';
import { shippedPreset } from './presets';

const found = findFonts({ system: false });
const edition: Edition = makeEdition(shippedPreset('gb'), ['report', 'brief'], 'booklet');

async function pdfOf(pkg: Package) {
  const { list } = new Typesetter({ fonts: found.fonts, images: new Map() }).typeset(pkg, edition);
  const faces = new Map(found.found.filter(({ font }) => isOpen(font)).map(({ font }) => [font.id, font]));
  return { list, bytes: await writePdf(list, faces, { date: null }) };
}

/** The sample with the brief's body changed. */
const withBrief = (text: string): Package => ({
  ...samplePackage, articles: [samplePackage.articles[0]!, { ...sampleBrief, doc: schema.node('doc', null, schema.node('paragraph', null, schema.text(text))) }],
});

describe('the written file is proven against the documents', () => {
  it('a sound one, with what the program put on its pages', async () => {
    const { bytes, list } = await pdfOf(samplePackage);
    expect(checkPdf(bytes, samplePackage, edition, list)).toMatchObject({ textConserved: true, fault: null, generated: expect.arrayContaining(['— 1 —']) as string[] });
  });
  it.each([
    ['a character lost', '本报讯　大会今日举。', '应为“。”，印作“行。”'], ['a character more', '本报讯　大会今日举行了。', '应为“了。”，印作“。”'], ['two changed places', '本报讯　大会日今举行。', '印作“今日举行。”'],
  ])('%s in one article is found and named', async (_name, text, word) => {
    const { bytes, list } = await pdfOf(samplePackage);
    const { textConserved, fault } = checkPdf(bytes, withBrief(text), edition, list);
    expect([textConserved, fault?.code]).toEqual([false, 'text-not-conserved']);
    expect(fault?.message).toContain(`稿件“brief”`);
    expect(fault?.message).toContain(word);
  });
  it('an article that the edition does not set', async () => {
    const { bytes, list } = await pdfOf(samplePackage);
    expect(checkPdf(bytes, samplePackage, { ...edition, articles: ['report'] }, list).fault).toMatchObject({ code: 'text-not-conserved', message: expect.stringContaining('brief') as string });
  });
  it('an article that is not printed at all', async () => {
    const { bytes, list } = await pdfOf(samplePackage);
    const extra = { ...sampleBrief, id: 'extra', fields: fields({}) };
    const pkg = { ...samplePackage, articles: [...samplePackage.articles, extra] };
    expect(checkPdf(bytes, pkg, { ...edition, articles: ['report', 'brief', 'extra'] }, list).textConserved).toBe(false);
  });
  it('a file cut off is unsound', async () => {
    const { bytes, list } = await pdfOf(samplePackage);
    expect(checkPdf(bytes.subarray(0, bytes.length >> 1), samplePackage, edition, list)).toMatchObject({ textConserved: false, fault: { code: 'pdf-unsound' } });
  });
});
