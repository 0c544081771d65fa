// One story of a Word file (the document, a note, a header, a comment) → paragraphs.
// Walks blocks and what stands in a line: runs, fields, content controls, tracked
// changes, links. What the text does not get goes to the tally with its place:
// deleted (or, of the original, inserted) text, hidden text, field codes, tables of
// contents. Tables are table.ts's, text boxes and pictures drawing.ts's business.
import { drawingParts, pickBranch } from './drawing';
import { GrowingParagraph, type DocxParagraph } from './paragraph';
import type { Numbering } from './numbering';
import type { RunLook, StyleSheet } from './style-sheet';
import { drawnByCode, lostResult } from './drawn-by-code';
import { OpenFields } from './open-fields';
import { drawnBySymbolFont, isSymbolFont, symbolCharacter } from './symbols';
import { readTable } from './table';
import type { RevisionChoice, Tally } from './tally';
import { childOf, descendantsOf, elementsOf, isOn, textOf, valueOf, type XmlElement } from './xml-tree';

/** What all stories of a file share. */
export interface StoryShared {
  readonly styles: StyleSheet;
  readonly numbering: Numbering;
  readonly tally: Tally;
  readonly revisions: RevisionChoice;
  /** Every field ends with its paragraph, whatever the file says. */
  readonly endsFields: boolean;
  /** A picture, chart or embedded thing that stands at a place; SmartArt gives its paragraphs' texts. */
  readonly picture: (relation: string, where: string, name: string) => void;
  readonly diagram: (relation: string) => readonly string[];
  /** Words of a file that is embedded whole (w:altChunk: a web page, a text), or '' where they are not known. */
  readonly chunk: (relation: string) => string;
}

const INSERTED = new Set(['w:ins', 'w:moveTo']);
const DELETED = new Set(['w:del', 'w:moveFrom']);
const FORMATTED = ['w:rPrChange', 'w:pPrChange', 'w:sectPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:tblGridChange', 'w:numberingChange'];
/** Containers that stand around text and mean nothing to it. */
const TRANSPARENT = new Set(['w:hyperlink', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:del', 'w:moveFrom', 'w:rubyBase']);

export class Story {
  readonly paragraphs: DocxParagraph[] = [];
  readonly sections: XmlElement[] = [];
  /** Where paragraphs go: the story, or a cell that is being read. */
  private sink: DocxParagraph[] = this.paragraphs;
  private growing: GrowingParagraph | null = null;
  /** Paragraphs that text boxes of the growing paragraph hold; they follow it. */
  private boxed: DocxParagraph[] = [];
  private readonly fields = new OpenFields();
  private number = 0;
  private tables = 0;
  private breakNext = false;
  private dropped: string | null = null;
  private inBox = 0;
  private tableDepth = 0;

  /** @param place what the places of this story are called: '' for the document (第 3 段), else 页眉, 脚注… */
  constructor(private readonly shared: StoryShared, private readonly place: string) {}

  /** Where reading stands, for people. */
  get where(): string {
    return this.place === '' ? `第 ${this.number + 1} 段` : this.place;
  }

  get tally(): Tally {
    return this.shared.tally;
  }

  /** Depth of tables around what is read. */
  get depth(): number {
    return this.tableDepth;
  }

  /** Reads the blocks of a container (w:body, w:footnote, w:tc, w:txbxContent…). */
  blocks(container: XmlElement): void {
    for (const child of elementsOf(container)) this.block(child);
  }

  /** At the story's end: a table of contents was never closed. */
  get isInContents(): boolean {
    return this.fields.reason === '目录';
  }

  /** Closes what is open at the story's end: a last paragraph whose mark was deleted. */
  end(): void {
    if (this.growing !== null) this.close(undefined, this.growing);
  }

  private block(element: XmlElement): void {
    switch (element.name) {
      case 'w:p': this.paragraph(element); break;
      case 'w:tbl': this.table(element); break;
      case 'w:sectPr': this.sections.push(element); break;
      case 'w:sdt': this.control(element, (content) => this.blocks(content)); break;
      case 'mc:AlternateContent': {
        const branch = pickBranch(element);
        if (branch !== undefined) this.blocks(branch);
        break;
      }
      case 'w:altChunk': this.tally.notTaken('嵌入的其他文件', this.where, this.shared.chunk(element.attributes.get('r:id') ?? '')); break;
      default: if (TRANSPARENT.has(element.name)) this.revised(element, () => this.blocks(element));
    }
  }

  /** Reads inside a tracked change: kept, or dropped by the user's choice. */
  private revised(element: XmlElement, read: () => void): void {
    const fate = this.fateOf(element);
    if (fate === null) {
      read();
      return;
    }
    const before = this.dropped;
    this.dropped ??= fate;
    read();
    this.dropped = before;
  }

  /** Why the text in a tracked change is not taken, or null where it is; counts the change. */
  fateOf(element: XmlElement): string | null {
    const author = element.attributes.get('w:author');
    const moved = element.name === 'w:moveTo' || element.name === 'w:moveFrom';
    if (INSERTED.has(element.name)) {
      if (!moved) this.tally.revision('insertions', author);
      return this.shared.revisions === 'original' ? (moved ? '修订：移到这里的文字' : '修订：插入的文字') : null;
    }
    if (DELETED.has(element.name)) {
      this.tally.revision(moved ? 'moves' : 'deletions', author);
      return this.shared.revisions === 'accepted' ? (moved ? '修订：移走的文字' : '修订：删除的文字') : null;
    }
    return null;
  }

  /** Properties as the choice has them: of the original the ones before a tracked change of format. */
  private properties(element: XmlElement | undefined, change: string, inside: string): XmlElement | undefined {
    if (element === undefined) return undefined;
    const tracked = childOf(element, change);
    if (tracked === undefined) return element;
    return this.shared.revisions === 'original' ? childOf(tracked, inside) ?? element : element;
  }

  private countFormatting(element: XmlElement | undefined): void {
    if (element === undefined) return;
    for (const child of elementsOf(element)) if (FORMATTED.includes(child.name)) this.tally.revision('formatting', child.attributes.get('w:author'));
  }

  private paragraph(element: XmlElement): void {
    const properties = childOf(element, 'w:pPr');
    const section = childOf(properties, 'w:sectPr');
    const mark = childOf(properties, 'w:rPr');
    this.countFormatting(properties);
    this.countFormatting(mark);
    const look = this.properties(properties, 'w:pPrChange', 'w:pPr');
    const growing = (this.growing ??= new GrowingParagraph());
    if (this.breakNext) growing.breakBefore = true;
    this.breakNext = false;
    const style = this.shared.styles.styleOf(look).id;
    for (const child of elementsOf(element)) if (child.name !== 'w:pPr') this.inline(child, style);
    // A mark that is deleted (or, of the original, inserted) parts nothing; a hidden one (a style separator) neither.
    const goes = this.markGoes(mark);
    const separator = isOn(mark, 'w:specVanish') === true && isOn(mark, 'w:vanish') === true;
    if (separator && growing.text !== '') growing.separator ??= growing.text.length;
    if (!goes && !separator) this.close(look, growing);
    if (section !== undefined) this.sections.push(section);
  }

  private markGoes(mark: XmlElement | undefined): boolean {
    if (mark === undefined) return false;
    let goes = false;
    for (const child of elementsOf(mark)) if (INSERTED.has(child.name) || DELETED.has(child.name)) goes = this.fateOf(child) !== null || goes;
    return goes;
  }

  private close(properties: XmlElement | undefined, growing: GrowingParagraph): void {
    const { styles, numbering } = this.shared;
    this.fields.endParagraph(this.shared.endsFields);
    // A page break behind the last character is the next paragraph's.
    const last = growing.points.at(-1);
    if (last?.kind === 'page-break' && growing.text.slice(last.at).trim() === '') {
      growing.points.pop();
      this.breakNext = true;
    }
    // A paragraph that holds nothing but the break stands before it.
    const empty = growing.text.trim() === '' && this.boxed.length === 0;
    if (empty && growing.breakBefore) {
      growing.breakBefore = false;
      this.breakNext = true;
    }
    const style = styles.styleOf(properties);
    const look = styles.paragraphLook(properties);
    this.number += this.inBox > 0 ? 0 : 1;
    const use = look.numbering ?? numbering.listOfStyle(style.id);
    const counted = use === null ? null : numbering.next(use, style.id);
    // Word counts an empty paragraph of a list and shows its number; the text has nothing that it could number.
    if (counted !== null && growing.text.trim() === '') this.tally.found('空的编号段', '只有自动编号、没有文字的段落，编号照 Word 计数，不取入');
    const label = growing.text.trim() === '' ? null : counted;
    this.sink.push({
      number: Math.max(1, this.number), text: growing.text, stretches: growing.stretches, points: growing.points, made: growing.made, label, style, look,
      separator: growing.separator, table: null, boxed: this.inBox > 0, breakBefore: growing.breakBefore || look.breakBefore, section: this.sections.length,
    });
    this.sink.push(...this.boxed);
    this.boxed = [];
    this.growing = null;
  }

  /** A content control: its table of contents is left out, its prompt text is no text. */
  private control(element: XmlElement, read: (content: XmlElement) => void): void {
    const properties = childOf(element, 'w:sdtPr');
    const content = childOf(element, 'w:sdtContent');
    if (content === undefined) return;
    const tag = valueOf(properties, 'w:tag') ?? '';
    const gallery = valueOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery') ?? valueOf(childOf(properties, 'w:docPartList'), 'w:docPartGallery');
    const before = this.dropped;
    if (gallery === 'Table of Contents') {
      this.tally.found('目录', '目录控件');
      this.dropped ??= '目录';
    } else if (gallery === 'Cover Pages') this.dropped ??= '封面';
    else if (childOf(properties, 'w:showingPlcHdr') !== undefined && !tag.startsWith('banxin')) this.dropped ??= '内容控件的提示文字';
    if (tag !== '') this.growing?.point('control-start', tag);
    read(content);
    if (tag !== '') this.growing?.point('control-end', tag);
    this.dropped = before;
  }

  private inline(element: XmlElement, style: string): void {
    switch (element.name) {
      case 'w:r': this.run(element, style); break;
      case 'w:sdt': this.control(element, (content) => { for (const child of elementsOf(content)) this.inline(child, style); }); break;
      case 'w:fldSimple': this.simpleField(element, style); break;
      case 'w:commentRangeStart': this.growing?.point('comment-start', element.attributes.get('w:id') ?? ''); break;
      case 'w:commentRangeEnd': this.growing?.point('comment-end', element.attributes.get('w:id') ?? ''); break;
      case 'm:oMath':
      case 'm:oMathPara': this.equation(element, style); break;
      case 'w:subDoc': this.tally.notTaken('子文档', this.where, ''); break;
      case 'mc:AlternateContent': {
        const branch = pickBranch(element);
        if (branch !== undefined) for (const child of elementsOf(branch)) this.inline(child, style);
        break;
      }
      case 'w:hyperlink':
        if (this.dropped === null) this.tally.found('超链接', '只取文字，地址不留');
        for (const child of elementsOf(element)) this.inline(child, style);
        break;
      default: if (TRANSPARENT.has(element.name)) this.revised(element, () => { for (const child of elementsOf(element)) this.inline(child, style); });
    }
  }

  private simpleField(element: XmlElement, style: string): void {
    if (this.fields.begin(element.attributes.get('w:instr') ?? '')) this.tally.found('目录', '目录域');
    for (const child of elementsOf(element)) this.inline(child, style);
    this.fields.end();
  }

  private equation(element: XmlElement, style: string): void {
    const text = descendantsOf(element, 'm:t').map(textOf).join('');
    this.tally.found('公式', '公式对象（只取其中的字符，不留版式）');
    this.write(text, this.shared.styles.runLook(style, undefined), null, false);
    for (const run of descendantsOf(element, 'w:t')) this.write(textOf(run), this.shared.styles.runLook(style, undefined), null, false);
  }

  private run(element: XmlElement, style: string): void {
    const own = childOf(element, 'w:rPr');
    this.countFormatting(own);
    const properties = this.properties(own, 'w:rPrChange', 'w:rPr');
    const look = this.shared.styles.runLook(style, properties);
    const character = this.shared.styles.characterStyle(properties);
    let marked = false;
    for (const child of elementsOf(element)) {
      // A note's own mark (*) stands behind its reference, in the same run: the anchor has a number of its own.
      if (marked && child.name === 'w:t') this.tally.notTaken('注的记号', this.where, textOf(child));
      else this.inRun(child, look, character, style);
      marked ||= /^w:(?:foot|end)noteReference$/.test(child.name) && /^(?:1|true|on)$/.test(child.attributes.get('w:customMarkFollows') ?? '');
    }
  }

  private inRun(element: XmlElement, look: RunLook, character: string | null, style: string): void {
    switch (element.name) {
      case 'w:t':
      case 'w:delText': this.characters(spaced(element), look, character); break;
      case 'w:tab':
      case 'w:ptab': this.write('\t', look, character, true); break;
      case 'w:cr': this.growing?.point('line-break', ''); break;
      case 'w:br': this.breaks(element); break;
      case 'w:noBreakHyphen': this.write('-', look, character, true); break;
      case 'w:sym': this.symbol(element, look, character); break;
      case 'w:fldChar': this.fieldMark(element, look, character); break;
      case 'w:instrText':
      case 'w:delInstrText': this.fields.code(textOf(element)); break;
      case 'w:footnoteReference': this.note('footnote', element); break;
      case 'w:endnoteReference': this.note('endnote', element); break;
      case 'w:commentReference': this.growing?.point('comment-here', element.attributes.get('w:id') ?? ''); break;
      case 'w:ruby': this.ruby(element, style); break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object': this.drawing(element, look, character); break;
      case 'mc:AlternateContent': {
        const branch = pickBranch(element);
        if (branch !== undefined) for (const child of elementsOf(branch)) this.inRun(child, look, character, style);
        break;
      }
      case 'm:oMath': this.equation(element, style); break;
      default:
    }
  }

  private note(kind: 'footnote' | 'endnote', element: XmlElement): void {
    if (this.dropped === null) this.growing?.point(kind, element.attributes.get('w:id') ?? '');
  }

  private breaks(element: XmlElement): void {
    const type = element.attributes.get('w:type') ?? 'textWrapping';
    if (this.dropped !== null || this.growing === null) return;
    if (type !== 'page') {
      // A column break parts what stands on either side of it as a line break does.
      this.growing.point('line-break', '');
      return;
    }
    this.tally.found('分页', '分页符');
    if (this.growing.text.trim() === '') this.growing.breakBefore = true;
    else this.growing.point('page-break', '');
  }

  private ruby(element: XmlElement, style: string): void {
    const above = childOf(element, 'w:rt');
    if (above !== undefined) this.tally.notTaken('注音', this.where, descendantsOf(above, 'w:t').map(textOf).join(''));
    const base = childOf(element, 'w:rubyBase');
    if (base !== undefined) for (const child of elementsOf(base)) this.inline(child, style);
  }

  private fieldMark(element: XmlElement, look: RunLook, style: string | null): void {
    switch (element.attributes.get('w:fldCharType')) {
      case 'begin': this.fields.begin(); break;
      case 'separate': if (this.fields.separate() && this.dropped !== '目录') this.tally.found('目录', '目录域'); break;
      case 'end': {
        const code = this.fields.end() ?? '';
        const drawn = drawnByCode(code);
        if (drawn === null) {
          const lost = lostResult(code);
          if (lost !== null && this.dropped === null) this.tally.notTaken(`域 ${lost}（Word 打开时才算出的文字，文件里没有存）`, this.where, '');
          break;
        }
        this.tally.found('域', `${drawn.what}，取作“${drawn.text}”`);
        this.write(drawn.text, look, style, true);
        break;
      }
      default:
    }
  }

  private symbol(element: XmlElement, look: RunLook, style: string | null): void {
    const font = element.attributes.get('w:font') ?? '';
    const code = Number.parseInt(element.attributes.get('w:char') ?? '', 16);
    const sign = Number.isNaN(code) ? null : symbolCharacter(font, code);
    const name = `${font} ${(element.attributes.get('w:char') ?? '').toUpperCase()}`;
    if (sign === null) this.tally.notTaken('符号', this.where, `〔${name}〕`);
    else {
      this.tally.found('符号', `${name} 取作“${sign}”`);
      this.write(sign, look, style, true);
    }
  }

  /** Text of a run; that of a symbol font is not what it says. */
  private characters(text: string, look: RunLook, style: string | null): void {
    if (!isSymbolFont(look.ascii) || !/[\u0020-\u00ff\ue000-\uf8ff]/.test(text)) {
      this.write(text, look, style, false);
      return;
    }
    for (const sign of text) {
      const drawn = drawnBySymbolFont(look.ascii ?? '', sign);
      if (drawn === sign) {
        this.write(sign, look, style, false);
        continue;
      }
      this.tally.notTaken('符号', this.where, sign);
      if (drawn === null) continue;
      this.tally.found('符号', `${look.ascii ?? ''} ${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()} 取作“${drawn}”`);
      this.write(drawn, look, style, true);
    }
  }

  /** Every character of the text passes here: into the growing paragraph, or into the tally. `made`: no text node holds it. */
  private write(text: string, look: RunLook, style: string | null, made: boolean): void {
    if (text === '') return;
    const reason = this.dropped ?? this.fields.reason ?? (look.hidden ? '隐藏文字' : null);
    if (reason === null) (this.growing ??= new GrowingParagraph()).append(text, look, style, made);
    else if (!made) this.tally.notTaken(reason, this.where, text);
  }

  private drawing(element: XmlElement, look: RunLook, style: string | null): void {
    for (const part of drawingParts(element)) {
      switch (part.kind) {
        case 'box':
          if (this.dropped === null) this.tally.found('文本框', '文本框、形状里的文字，排在所在段之后');
          this.box(part.content);
          break;
        case 'art':
          if (this.dropped === null) this.tally.found('艺术字', '艺术字、图形里的文字，排在所在段之后');
          this.lines(part.texts, look, style, part.made);
          break;
        case 'diagram':
          if (this.dropped === null) this.tally.found('智能图形', 'SmartArt 里的文字，排在所在段之后');
          this.lines(this.shared.diagram(part.relation), look, style, false);
          break;
        case 'picture': if (this.dropped === null) this.shared.picture(part.relation, this.where, part.name); break;
        case 'embedded': this.tally.notTaken(part.name === '' ? '嵌入对象' : `嵌入对象（${part.name}）`, this.where, ''); break;
      }
    }
  }

  /** Paragraphs of a text box: they follow their host. */
  private box(content: XmlElement): void {
    const host = this.growing;
    const sink = this.sink;
    const boxed = this.boxed;
    this.growing = null;
    this.sink = [];
    this.boxed = [];
    this.inBox += 1;
    this.blocks(content);
    this.end();
    this.inBox -= 1;
    this.boxed = [...boxed, ...this.sink];
    this.sink = sink;
    this.growing = host;
  }

  /** Lines of text that belong to no paragraph of their own. */
  private lines(texts: readonly string[], look: RunLook, style: string | null, made: boolean): void {
    const host = this.growing;
    const sink = this.sink;
    const boxed = this.boxed;
    this.sink = [];
    this.boxed = [];
    this.inBox += 1;
    for (const text of texts) {
      this.growing = new GrowingParagraph();
      this.write(text, { ...look, hidden: false }, style, made);
      this.close(undefined, this.growing);
    }
    this.inBox -= 1;
    this.boxed = [...boxed, ...this.sink];
    this.sink = sink;
    this.growing = host;
  }

  private table(element: XmlElement): void {
    if (this.growing !== null) this.end();
    const index = this.tables;
    this.tables += 1;
    this.tableDepth += 1;
    const rows = readTable(this, element);
    this.tableDepth -= 1;
    this.sink.push(...rows.map((row): DocxParagraph => (row.table === null ? row : { ...row, table: index })));
  }

  /** Paragraphs of one cell, read apart. `dropped`: why its row is not taken, or null. */
  cell(content: XmlElement, dropped: string | null): DocxParagraph[] {
    const sink = this.sink;
    const before = this.dropped;
    this.sink = [];
    this.dropped ??= dropped;
    this.blocks(content);
    this.end();
    const read = this.sink;
    this.sink = sink;
    this.dropped = before;
    return read;
  }

  /** A row without text, or a cell of one. */
  emptyRow(): DocxParagraph {
    const { styles } = this.shared;
    return {
      number: Math.max(1, this.number), text: '', stretches: [], points: [], made: [], label: null, style: styles.styleOf(undefined), look: styles.paragraphLook(undefined),
      separator: null, table: null, boxed: this.inBox > 0, breakBefore: false, section: this.sections.length,
    };
  }
}

/** Text of a w:t: blanks at its ends count only where it says so. */
function spaced(element: XmlElement): string {
  const text = textOf(element);
  return element.attributes.get('xml:space') === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
