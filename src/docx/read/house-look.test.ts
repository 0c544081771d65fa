// 去年的版式: what each way of saying grid, margins and page number in Word becomes, and
// that what comes out is a preset that an export takes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPreset } from '../../core/model/read-preset';
import { docxOf, wp } from '../../../test/docx-file';
import { PRESETS } from '../../node/presets';
import { importDocx } from './import-docx';

const FOLDER = path.resolve(import.meta.dirname, '../../../test/fixtures/docx');
const BODY = '一年来，在中共云岭市委坚强领导下，市政协常委会团结带领全体委员，认真履行职能，各项工作取得新的成效，为全市改革发展稳定作出了贡献。';
const SIZE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1417" w:gutter="0"/>';
const NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:style>';
const PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';

interface Preset {
  readonly look: { readonly size: number; readonly hanLatinGap: number; readonly styles: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  readonly master: { readonly columns: { readonly characters: number; readonly em: number }; readonly lines: number; readonly pitch: number; readonly folio: Readonly<Record<string, unknown>> };
}

function lookOf({ body = wp(BODY), section = '', styles = NORMAL, footer = '', even = '', settings = '' }: { readonly body?: string; readonly section?: string; readonly styles?: string; readonly footer?: string; readonly even?: string; readonly settings?: string }): Preset {
  const references = (footer === '' ? '' : '<w:footerReference w:type="default" r:id="rId2"/>') + (even === '' ? '' : '<w:footerReference w:type="even" r:id="rId4"/>');
  const relation = even === '' ? {} : { 'word/even.xml': `<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${even}</w:ftr>` };
  const parts = { styles, ...(footer === '' ? {} : { footer }), ...(settings === '' ? {} : { settings }) };
  const bytes = docxOf(`${body}<w:sectPr>${references}${SIZE}${section}</w:sectPr>`, parts, even === '' ? {} : {
    ...relation,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['styles', 'footer', 'settings'].map((type, i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${type}.xml"/>`).join('')}<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="even.xml"/></Relationships>`,
  });
  const { look } = importDocx(bytes, { id: 'x', name: 'x' });
  expect(readPreset(look?.preset, 'x', PRESETS)).toMatchObject({ ok: true });
  return look!.preset as unknown as Preset;
}

const spaced = (line: string): string => wp(BODY, `<w:spacing ${line}/>`);

describe('what moves or parts the text', () => {
  const footer = (more = ''): string => `<w:p><w:pPr>${more}</w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>— </w:t></w:r>${PAGE}</w:p>`;
  it.each<[string, string, number]>([
    // 637.8 pt between the margins are 30 lines of 20.8; a footer of 60 pt on its 70.85 leaves 606.2, which are 29.
    ['a footer that is higher than the bottom margin moves the text up', footer('<w:spacing w:line="1200" w:lineRule="exact"/>'), 29],
    ['one in a frame does not', footer('<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="outside"/><w:spacing w:line="1200" w:lineRule="exact"/>'), 30],
  ])('%s', (_, given, lines) => expect(lookOf({ footer: given }).master.lines).toBe(lines));
  it('段前 and 段后 of a heading are whole lines', () => {
    const heading = (text: string): string => wp(text, '<w:spacing w:before="280" w:after="280" w:line="560" w:lineRule="exact"/>', '<w:rFonts w:eastAsia="黑体"/>');
    const { look } = lookOf({ body: wp('工作报告', '<w:jc w:val="center"/>', '<w:sz w:val="44"/>') + heading('一、工作回顾') + spaced('w:line="560" w:lineRule="exact"').repeat(3) + heading('二、工作安排') + spaced('w:line="560" w:lineRule="exact"') });
    expect(look.styles['heading1']).toMatchObject({ role: 'hei', linesBefore: 1, linesAfter: 0 });
  });
});

describe('the grid', () => {
  it.each<[string, Parameters<typeof lookOf>[0], readonly [number, number, number, number]]>([
    ['lines and characters: the space of a character is added to each (28 of 三号 on 156 mm)', { section: '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/>' }, [22, 28, 15.794, 28.95]],
    ['lines alone: as many whole characters as go in', { section: '<w:docGrid w:type="lines" w:linePitch="579"/>' }, [22, 27, 16, 28.95]],
    ['a grid finer than the type: as many of its lines as one needs', { section: '<w:docGrid w:type="lines" w:linePitch="312"/>' }, [20, 27, 16, 31.2]],
    ['an exact pitch, whatever the grid', { body: spaced('w:line="560" w:lineRule="exact"'), section: '<w:docGrid w:type="lines" w:linePitch="312"/>' }, [22, 27, 16, 28]],
    ['one and a half lines without a grid', { body: spaced('w:line="360" w:lineRule="auto"') }, [20, 27, 16, 31.2]],
    ['at least 30 pt', { body: spaced('w:line="600" w:lineRule="atLeast"') }, [21, 27, 16, 30]],
  ])('%s', (_, given, [lines, characters, em, pitch]) => {
    const { master } = lookOf(given);
    expect([master.lines, master.columns.characters, master.columns.em, master.pitch]).toEqual([lines, characters, em, pitch]);
  });
});

describe('the page number', () => {
  const right = `<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>— </w:t></w:r>${PAGE}<w:r><w:t> —</w:t></w:r></w:p>`;
  it.each<[string, Parameters<typeof lookOf>[0], Readonly<Record<string, unknown>>]>([
    ['none', {}, { place: 'none' }],
    ['centred, plain', { footer: `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${PAGE}</w:p>` }, { place: 'centre', dash: false, inset: 0 }],
    ['centred, dashes by the number’s format', { section: '<w:pgNumType w:fmt="numberInDash"/>', footer: `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${PAGE}</w:p>` }, { place: 'centre', dash: true }],
    ['in a frame at the outside', { footer: `<w:p><w:pPr><w:framePr w:xAlign="outside"/></w:pPr><w:r><w:t>—</w:t></w:r>${PAGE}<w:r><w:t>—</w:t></w:r></w:p>` }, { place: 'outside', dash: true }],
    ['right on odd pages, left on even ones', { footer: right, even: right.replace('right', 'left'), settings: '<w:evenAndOddHeaders/>' }, { place: 'outside', dash: true }],
    ['right on every page: the nearest that a booklet has', { footer: right }, { place: 'centre', dash: true }],
  ])('%s', (_, given, folio) => {
    expect(lookOf(given).master.folio).toMatchObject(folio);
  });
});

it('faces by role, digits, indent, gap; what is as large as the body names no size', () => {
  const run = (face: string, size: number, more = ''): string => `<w:rFonts w:eastAsia="${face}" w:ascii="${face}"/>${more}<w:sz w:val="${size * 2}"/>`;
  const { look } = lookOf({ body: wp('市政协常委会工作报告', '<w:jc w:val="center"/>', run('方正小标宋_GBK', 22)) + wp('一、工作回顾', '', run('黑体', 16)) + wp('（一）坚持党的领导', '', run('楷体', 16, '<w:b/>')) + wp(BODY, '<w:autoSpaceDN w:val="0"/><w:ind w:firstLineChars="200"/>') });
  expect(look.styles).toMatchObject({
    body: { role: 'fangsong', latin: 'times', indent: 2 }, title: { role: 'biaosong', size: 22, embolden: 0 }, heading1: { role: 'hei', embolden: 0 }, heading2: { role: 'kai', embolden: 0.03 },
  });
  expect([look.styles['heading1'], look.hanLatinGap]).toEqual([expect.not.objectContaining({ size: expect.anything() as unknown }), 0]);
});

it.each(readdirSync(FOLDER).filter((name) => name.startsWith('in-') && name.endsWith('.docx')))('%s gives a preset that an export takes', (name) => {
  const { look } = importDocx(readFileSync(path.join(FOLDER, name)), { id: 'x', name: 'x' });
  expect(readPreset(look?.preset, 'x', PRESETS)).toMatchObject({ ok: true });
});
