// Cover and contents, and the 名词解释 at the end: what the program makes around the
// articles. The cover's parts stand on the rows of our own cover; the contents are a
// TOC field that already holds its entries, with the booklet's page numbers, so that
// nobody has to press F9 to see them.
import type { NoteAttrs } from '../../core/model/schema';
import { MADE_STYLES } from '../own-names';
import type { CoverPart, DocxContents } from './layout';
import { plainRun, run, textElements } from './run';
import type { Geometry } from './sections';
import type { Styles } from './styles';
import { spacing } from './text-format';
import { element, valued } from './xml';

type MadeStyle = keyof typeof MADE_STYLES;

function paragraph(style: MadeStyle, runs: string, properties = ''): string {
  return element('w:p', {}, element('w:pPr', {}, valued('w:pStyle', MADE_STYLES[style].id), properties), runs);
}

/** Paragraphs of the cover. */
export function coverBlocks(parts: readonly CoverPart[], { sheet, line }: Styles): string[] {
  let row = 0;
  return parts.map(({ style, lines, row: at }) => {
    const look = sheet.paragraph(style);
    const before = Math.max(0, at - row);
    row = Math.max(row, at) + lines.length * look.gridLines;
    return paragraph(style as MadeStyle, plainRun(lines.join('\n')), spacing(before, 0, look.gridLines, line));
  });
}

/** The contents: their title, then a TOC field whose entries are there. Word takes run-in headings by their linked character styles. */
export function contentsBlocks(entries: readonly DocxContents[], { width, line }: Geometry): string[] {
  const char = (type: string): string => run('', element('w:fldChar', { 'w:fldCharType': type }));
  const begin = char('begin') + run('', '<w:instrText xml:space="preserve"> TOC \\o "1-2" \\t "部分标题,1,名词解释标题,1" </w:instrText>') + char('separate');
  const tabs = element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': width }));
  const lines = entries.map(({ level, text, page }, index) =>
    paragraph(level <= 1 ? 'contents1' : 'contents2', (index === 0 ? begin : '') + plainRun(text) + run('', '<w:tab/>') + plainRun(page) + (index === entries.length - 1 ? char('end') : ''), tabs + (level <= 1 && index > 0 ? spacing(1, 0, 1, line) : '')));
  return [paragraph('contentsTitle', plainRun('目　录')), ...lines];
}

/** 名词解释: `1.term：text`, the term in its own face. */
export function annexBlocks(notes: readonly NoteAttrs[]): string[] {
  return [
    paragraph('annexTitle', plainRun('名　词　解　释')),
    ...notes.map(({ term, text }, index) => paragraph('annexEntry', run(element('w:rPr', {}, valued('w:rStyle', ANNEX_TERM), element('w:rFonts', { 'w:hint': 'eastAsia' })), textElements(`${index + 1}.${term}：`)) + plainRun(text))),
  ];
}

/** Id of the character style of a term in the annex. */
export const ANNEX_TERM = 'BxTerm';
