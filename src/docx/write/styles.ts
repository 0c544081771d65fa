// styles.xml from a look: each style of the house as a Word style with its own
// measures, so that changing the style in Word changes the text. Built-in names where
// Word has the thing (Title, heading 1, toc 1), Chinese names for the rest. In: the
// resolved styles of a look. Out: styles.xml's root, and the character style of each
// combination of marks that the text holds, made when it is first asked for.
import type { ParagraphStyle, TextStyle } from '../../core/flow/flow';
import type { StyleSheet } from '../../core/flow/style-sheet';
import { FIELD_PATHS } from '../../core/model/package';
import type { StyleName } from '../../core/model/look';
import type { MarkName } from '../../core/model/schema';
import { BLOCK_STYLES, FIELD_STYLES, HEADING_STYLES, MADE_STYLES, MARK_WORDS, markStyleName, RUN_IN_STYLES, SET_BREAK_STYLE } from '../own-names';
import { numbered, STYLE_LIST } from './lists';
import { insideFormat, paragraphFormat, runFormat, type WordType } from './text-format';
import { element, valued } from './xml';

const FIELD_LOOK = {
  'deck.over': 'over', 'deck.main': 'title', 'deck.sub': 'sub', 'head.occasion': 'occasion', 'head.date': 'date', 'head.speaker': 'speaker', 'head.salutation': 'salutation',
} as const satisfies Record<string, StyleName>;

/** Styles of run-in headings in a look, by level. */
export const RUN_IN_LOOK: readonly StyleName[] = ['heading0', 'runIn1', 'runIn2', 'runIn3', 'runIn4', 'theme'];

type LookMark = keyof typeof MARK_WORDS;
const LOOK_MARKS = Object.keys(MARK_WORDS) as LookMark[];

interface MadeStyle {
  readonly id: string;
  readonly xml: string;
}

/** The Word styles of one look. */
export class Styles {
  private readonly marks = new Map<string, MadeStyle>();

  constructor(readonly sheet: StyleSheet, readonly type: WordType, readonly line: number) {}

  /** Id of the character style for the marks of a text in a paragraph of style `host`, or null where none changes its look. `level`: of the paragraph's run-in heading. */
  characterStyle(names: readonly MarkName[], host: ParagraphStyle, level: number | null): string | null {
    const marks = LOOK_MARKS.filter((mark) => names.includes(mark));
    if (marks.length === 0) return null;
    const leads = marks.includes('lead');
    if (leads && marks.length === 1 && level !== null && level >= 1 && level <= 4) return `Heading${level}Char`;
    const name = markStyleName(marks) + (leads && level !== null ? ` ${level}` : '');
    let made = this.marks.get(name);
    if (made === undefined) {
      const id = `BxMark${this.marks.size + 1}`;
      made = { id, xml: characterStyle(id, name, insideFormat(this.marked(marks, host.text, level), this.sheet.paragraph('body').text, this.type)) };
      this.marks.set(name, made);
    }
    return made.id;
  }

  /** How marks look, as flow has it (flow/flow-block.ts). */
  private marked(marks: readonly LookMark[], host: TextStyle, level: number | null): TextStyle {
    const { sheet } = this;
    const runIn = level === null ? null : sheet.inside(RUN_IN_LOOK[level] ?? 'theme', host);
    let style = host;
    for (const mark of marks) {
      if (mark === 'lead') style = runIn ?? sheet.inside('lead', style);
      else if (mark === 'theme' || mark === 'strong') style = sheet.inside(mark, style);
      else style = sheet.text({ ...style, role: mark });
    }
    return style;
  }

  /** How the number before a run-in heading looks. */
  label(level: number): TextStyle {
    return this.sheet.inside(RUN_IN_LOOK[level] ?? 'theme', this.sheet.paragraph('body').text);
  }

  /** styles.xml's root; asked for last, when all marks are known. */
  xml(namespaces: Readonly<Record<string, string>>): string {
    const { sheet, type, line } = this;
    const body = sheet.paragraph('body');
    const of = (style: { id: string; name: string }, look: ParagraphStyle, more: Omit<StyleExtras, 'line'> = {}): string => paragraphStyle(style, look, type, { line, ...more });
    const styles = [
      paragraphStyle({ id: 'Normal', name: 'Normal' }, { ...body, indent: 0 }, type, { line, default: true }),
      element('w:style', { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' }, valued('w:name', 'Default Paragraph Font'), valued('w:uiPriority', 1), '<w:semiHidden/>'),
      element('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' }, valued('w:name', 'Normal Table'), valued('w:uiPriority', 99), '<w:semiHidden/>',
        element('w:tblPr', {}, element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), element('w:tblCellMar', {},
          ...[['w:top', 0], ['w:left', 108], ['w:bottom', 0], ['w:right', 108]].map(([side, width]) => element(String(side), { 'w:w': width, 'w:type': 'dxa' }))))),
      element('w:style', { 'w:type': 'numbering', 'w:default': 1, 'w:styleId': 'NoList' }, valued('w:name', 'No List'), valued('w:uiPriority', 99), '<w:semiHidden/>'),
      of(BLOCK_STYLES.body, body, { quick: true }),
      ...FIELD_PATHS.map((path) => of(FIELD_STYLES[path], sheet.paragraph(FIELD_LOOK[path]), { quick: true, next: path === 'head.salutation' ? BLOCK_STYLES.body.id : undefined })),
      of(BLOCK_STYLES.label, sheet.paragraph('label')),
      ...HEADING_STYLES.map((style, level) => of(style, sheet.paragraph(`heading${level}` as StyleName), {
        quick: true, next: BLOCK_STYLES.body.id, outline: Math.max(0, level - 1), list: level >= 1 && level <= 4 ? level : undefined, link: level >= 1 && level <= 4 ? `Heading${level}Char` : undefined,
      })),
      ...RUN_IN_STYLES.map((style, level) => of(style, body, { quick: level >= 1 && level <= 4, basedOn: BLOCK_STYLES.body.id, next: BLOCK_STYLES.body.id })),
      of(BLOCK_STYLES.signature, sheet.paragraph('signature')),
      of(BLOCK_STYLES.table, sheet.paragraph('table')),
      of(BLOCK_STYLES.tableShort, { ...sheet.paragraph('table'), align: 'center' }),
      of(BLOCK_STYLES.tableHead, tableHead(sheet)),
      of(BLOCK_STYLES.between, { ...body, indent: 0 }).replace(/<w:spacing [^>]*>/, element('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' })),
      ...(Object.keys(MADE_STYLES) as (keyof typeof MADE_STYLES)[]).map((name) => of(MADE_STYLES[name], sheet.paragraph(name === 'annexEntry' ? 'body' : name === 'stage' ? 'abridged' : name))),
      of({ id: 'Footer', name: 'footer' }, { ...sheet.paragraph('folio'), align: 'left' }),
      of({ id: 'Header', name: 'header' }, { ...sheet.paragraph('furniture'), align: 'left', indent: 0 }),
      of({ id: 'CommentText', name: 'annotation text' }, { ...body, indent: 0, align: 'left' }),
      ...[1, 2, 3, 4].map((level) => characterStyle(`Heading${level}Char`, `heading ${level} Char`, insideFormat(this.label(level), body.text, type), `Heading${level}`)),
      characterStyle('CommentReference', 'annotation reference', valued('w:sz', 21) + valued('w:szCs', 21)),
      characterStyle('PlaceholderText', 'Placeholder Text', element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'FBF3DC' })),
      characterStyle('BxTerm', '名词', insideFormat(sheet.inside('annexTerm', body.text), body.text, type)),
      characterStyle('BxDoubt', '存疑', element('w:u', { 'w:val': 'dotted', 'w:color': '7D5600' })),
      characterStyle(SET_BREAK_STYLE.id, SET_BREAK_STYLE.name, ''),
      ...[...this.marks.values()].map(({ xml }) => xml),
    ];
    const latin = element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' });
    const defaults = element('w:docDefaults', {}, element('w:rPrDefault', {}, element('w:rPr', {}, runFormat({ ...body.text, embolden: 0 }, type).replace(/<w:bC?s? w:val="0"\/>/g, '') + latin)), element('w:pPrDefault', {}, ''));
    return element('w:styles', namespaces, defaults, ...styles);
  }
}

/** First row of a table: the look's own, else the table's in hei, centred (flow/flow-block.ts). */
function tableHead(sheet: StyleSheet): ParagraphStyle {
  if (sheet.look.styles.tableHead !== undefined) return sheet.paragraph('tableHead');
  const table = sheet.paragraph('table');
  return { ...table, align: 'center', text: { ...table.text, role: 'hei' } };
}

interface StyleExtras {
  readonly line: number;
  readonly default?: boolean;
  /** Stands in Word's gallery. */
  readonly quick?: boolean;
  readonly basedOn?: string;
  readonly next?: string | undefined;
  readonly link?: string | undefined;
  readonly outline?: number;
  /** Level of the headings' list. */
  readonly list?: number | undefined;
}

function paragraphStyle({ id, name }: { readonly id: string; readonly name: string }, look: ParagraphStyle, type: WordType, extras: StyleExtras): string {
  const { line, list, outline } = extras;
  const format = paragraphFormat({
    style: look, line, ...(list === undefined ? {} : { numbering: numbered(list, STYLE_LIST) }), ...(outline === undefined ? {} : { outline }),
  });
  const own = /^(?:Bx|NoList)/.test(id);
  return element('w:style', { 'w:type': 'paragraph', 'w:default': extras.default === true ? 1 : null, 'w:customStyle': own ? 1 : null, 'w:styleId': id },
    valued('w:name', name), extras.default === true ? '' : valued('w:basedOn', extras.basedOn ?? 'Normal'), extras.next === undefined ? '' : valued('w:next', extras.next),
    extras.link === undefined ? '' : valued('w:link', extras.link), extras.quick === true || extras.default === true ? '<w:qFormat/>' : '',
    element('w:pPr', {}, format), element('w:rPr', {}, runFormat(look.text, type)));
}

function characterStyle(id: string, name: string, format: string, link?: string): string {
  return element('w:style', { 'w:type': 'character', 'w:customStyle': /^(?:Bx|Heading)/.test(id) ? 1 : null, 'w:styleId': id },
    valued('w:name', name), valued('w:basedOn', 'DefaultParagraphFont'), link === undefined ? '' : valued('w:link', link), format === '' ? '' : element('w:rPr', {}, format));
}
