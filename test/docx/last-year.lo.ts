// 去年的版式 against LibreOffice (issue 5, part 1): the sample report as seven offices
// would have set it, each with its own sheet, pitch, type and footer; the booklet in
// the look read from the file has LibreOffice's pages of that file, within one. All
// pitches are exact: a line's natural height is the face's, and ours are not Word's.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseEdition } from '../../src/core/model/editions';
import { readPreset } from '../../src/core/model/read-preset';
import { importDocx } from '../../src/docx/read/import-docx';
import { exportPdf } from '../../src/node/export';
import { findFonts } from '../../src/node/fonts';
import { PRESETS, shippedPreset } from '../../src/node/presets';
import { docxOf } from '../docx-file';
import { LibreOffice, popplerPages } from './libreoffice';

const office = new LibreOffice();
afterAll(() => office.close());

const LINES = readFileSync('resources/samples/clean/report.txt', 'utf8').split('\n').filter((line) => line.trim() !== '');

/** What our reader does without and LibreOffice asks for. */
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/footer.xml" ContentType="${TYPE}.footer+xml"/></Types>`;

interface House {
  /** Half-points. */
  readonly size?: number;
  readonly body?: string;
  readonly title?: number;
  /** Twips: a line, the sheet, top, right, bottom, left, the footer's distance. */
  readonly line?: number;
  readonly sheet?: readonly [number, number];
  readonly margins?: readonly [number, number, number, number];
  readonly footer?: number;
  /** Empty lines over the salutation. */
  readonly blanks?: number;
  /** More of a level-1 heading's spacing. */
  readonly air?: string;
}

function fileOf({ size = 32, body = '仿宋', title = 44, line = 560, sheet = [11906, 16838], margins = [2098, 1474, 1984, 1588], footer = 1417, blanks = 1, air = '' }: House): Uint8Array {
  const run = (text: string, face: string, high: number, bold = false): string => `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${face}"/>${bold ? '<w:b/>' : ''}<w:sz w:val="${high}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const paragraph = (runs: string, properties: string, spacing = ''): string => `<w:p><w:pPr><w:spacing w:line="${line}" w:lineRule="exact"${spacing}/>${properties}</w:pPr>${runs}</w:p>`;
  const indent = `<w:ind w:firstLineChars="200" w:firstLine="${size * 20}"/>`;
  const text = LINES.map((one, i) => {
    if (i === 0) return `<w:p><w:pPr><w:spacing w:line="${title * 13}" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>${run(one, '方正小标宋简体', title)}</w:p>`;
    if (i < 4) return paragraph(run(one, '楷体', size), '<w:jc w:val="center"/>');
    if (i === 4) return paragraph('', '').repeat(blanks) + paragraph(run(one, body, size), '');
    if (/^[一二三四]、/.test(one)) return paragraph(run(one, '黑体', size), indent, air);
    const stop = /^（[一二三四五六]）/.test(one) ? one.indexOf('。') + 1 : 0;
    return paragraph((stop > 0 ? run(one.slice(0, stop), '楷体', size, true) : '') + run(one.slice(stop), body, size), indent);
  }).join('');
  const number = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r></w:p>';
  const [top, right, bottom, left] = margins;
  return docxOf(`${text}<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="${sheet[0]}" w:h="${sheet[1]}"/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="851" w:footer="${footer}" w:gutter="0"/></w:sectPr>`, { footer: number }, { '[Content_Types].xml': TYPES });
}

describe.each<[string, House]>([
  ['三号, 28 points', {}],
  ['A5, 四号, a footer higher than the margin under it', { size: 28, line: 480, title: 36, sheet: [8392, 11907], margins: [1134, 1134, 1134, 1134], footer: 992 }],
  ['小三, 25 points', { size: 30, line: 500 }],
  ['四号 in song, 22 points', { size: 28, line: 440, body: '宋体' }],
  ['16开, narrow margins', { sheet: [10319, 14572], margins: [1701, 1247, 1587, 1361], footer: 992 }],
  ['A4 as Word makes it anew, headings with air, four blank lines', { margins: [1440, 1800, 1440, 1800], footer: 992, blanks: 4, air: ' w:before="280" w:after="280"' }],
  ['小二, 32 points, a large title', { size: 36, line: 640, title: 52 }],
])('%s', (_, house) => {
  it('has LibreOffice’s pages, within one', () => {
    const bytes = fileOf(house);
    const theirs = popplerPages(office.convert(bytes, 'pdf')).filter((lines) => lines.some((line) => line.trim() !== '')).length;
    const { pkg, look } = importDocx(bytes, { id: 'x', name: 'x' });
    const preset = readPreset(look?.preset, 'x', PRESETS);
    if (!preset.ok) throw new Error(preset.wrong);
    const choice = chooseEdition(pkg, { edition: 'booklet', article: null, preset: preset.preset }, () => shippedPreset('gb'));
    if (!choice.ok) throw new Error(choice.message);
    const { pages } = exportPdf({ pkg, edition: choice.edition, fonts: findFonts({ system: false, edition: 'booklet' }), date: null, accept: ['frame-overset'], target: path.join(tmpdir(), `banxin-look-${process.pid}.pdf`) });
    expect(Math.abs(pages - theirs), `LibreOffice ${theirs}, ours ${pages}`).toBeLessThanOrEqual(1);
  });
});
