// HTML of another program → paragraphs. Word and WPS mark headings by styles with
// an outline level and put the number of a list into a span (mso-list:Ignore); web
// pages have h1–h6, ol and br. It is parsed into a document that loads nothing and
// runs nothing, and is walked within limits: beyond them the caller takes the
// plain text (W61). Nothing of the text is lost but what is said to be.
import { toHan } from '../../core/model/numerals';
import { faceOf, readSheet, styleOf, weightOf, type Declarations } from './foreign-style';
import type { Pasted, PastedPara, PastedRun, PastedTable } from './pasted-para';

/** Characters of HTML; a report of 100,000 characters from Word has about 3 million. */
const MOST_HTML = 24_000_000;
const MOST_NODES = 600_000;
/** Counted before anything is parsed: the parser itself knows no limit. That report has about 60,000. */
const MOST_TAGS = 600_000;
const MOST_DEPTH = 200;
const MOST_CELLS = 20_000;

const BLOCKS = new Set([
  'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'blockquote', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'pre',
  'dl', 'dt', 'dd', 'address', 'figure', 'figcaption', 'hr', 'form', 'fieldset', 'center', 'body', 'table', 'tr', 'caption', 'details', 'summary',
]);
const SKIPPED = new Set(['style', 'script', 'head', 'title', 'meta', 'link', 'noscript', 'template', 'iframe', 'object', 'embed', 'xml', 'base', 'select', 'textarea', 'input']);
const PICTURES = new Set(['img', 'picture', 'svg', 'canvas', 'video', 'audio', 'v:imagedata']);

interface Context {
  readonly face: PastedRun['face'];
  readonly strong: boolean;
  readonly raised: boolean;
  readonly align: PastedPara['align'];
  readonly level: number | null;
  readonly pre: boolean;
}

const PLAIN: Context = { face: null, strong: false, raised: false, align: null, level: null, pre: false };

/** The paragraphs of foreign HTML; null where it is more than we take on. */
export function readForeign(html: string): Pasted | null {
  if (html.length > MOST_HTML || tagsIn(html) > MOST_TAGS) return null;
  const document = new DOMParser().parseFromString(html, 'text/html');
  const sheet = readSheet([...document.querySelectorAll('style')].map((style) => style.textContent).join('\n'));
  const reader = new Reader(sheet);
  reader.walk(document.body, PLAIN, 0);
  reader.endPara(false);
  if (reader.nodes > MOST_NODES || reader.cells > MOST_CELLS) return null;
  const { paras, pictures, comments, deletions } = reader;
  const [only] = paras;
  // Some words of one paragraph: they are no heading and no item, whatever paragraph they were taken from.
  const words = paras.length === 1 && only?.kind === 'para' && isInsideBlock(document) ? [{ ...only, level: null, list: null, align: null }] : paras;
  return { paras: words, pictures, comments, deletions };
}

/** Whether the copied part, as Word and WPS mark it, begins inside a paragraph. */
function isInsideBlock(document: Document): boolean {
  const comments = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node !== null; node = comments.nextNode()) {
    if (node.nodeValue?.trim() === 'StartFragment') return (node.parentElement?.closest('p, li, h1, h2, h3, h4, h5, h6') ?? null) !== null;
  }
  return false;
}

function tagsIn(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0 && count <= MOST_TAGS; at = html.indexOf('<', at + 1)) count += 1;
  return count;
}

class Reader {
  readonly paras: (PastedPara | PastedTable)[] = [];
  pictures = 0;
  comments = 0;
  deletions = 0;
  nodes = 0;
  cells = 0;
  readonly #sheet: ReadonlyMap<string, Declarations>;
  #runs: PastedRun[] = [];
  #context: Context = PLAIN;
  /** Number of the list item that has begun and has no text yet. */
  #list: string | null = null;
  #soft = false;
  #blanks = 0;

  constructor(sheet: ReadonlyMap<string, Declarations>) {
    this.#sheet = sheet;
  }

  walk(parent: Node, context: Context, depth: number): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (++this.nodes > MOST_NODES) return;
      if (node.nodeType === Node.TEXT_NODE) this.#text(node.nodeValue ?? '', context);
      else if (node.nodeType === Node.ELEMENT_NODE) this.#element(node as Element, context, depth);
    }
  }

  #element(element: Element, context: Context, depth: number): void {
    const tag = element.localName;
    if (SKIPPED.has(tag)) return;
    if (PICTURES.has(tag)) {
      this.pictures += 1;
      return;
    }
    if (tag === 'br') {
      this.endPara(true);
      return;
    }
    const style = styleOf(element, this.#sheet);
    if (this.#leftOut(element, tag, style)) return;
    if (depth > MOST_DEPTH) {
      this.#text(element.textContent ?? '', context);
      return;
    }
    const inner = within(element, tag, style, context);
    if (tag === 'table' && this.#table(element as HTMLTableElement, inner)) return;
    if (!BLOCKS.has(tag)) {
      this.walk(element, inner, depth + 1);
      return;
    }
    this.endPara(false);
    if (tag === 'li') this.#list = numberOf(element as HTMLLIElement, this.#sheet);
    this.walk(element, inner, depth + 1);
    this.endPara(false);
    if (tag === 'li') this.#list = null;
  }

  /** What is not text of the document: hidden, deleted or a comment of the other program; the number of Word's list, which is kept apart. */
  #leftOut(element: Element, tag: string, style: Declarations): boolean {
    const list = style.get('mso-list');
    if (list !== undefined && /^ignore$/i.test(list)) {
      const number = (element.textContent ?? '').replace(/[\s\u00a0]/g, '');
      this.#list = /[\p{L}\p{N}]/u.test(number) && !/symbol|wingdings/i.test(element.innerHTML) ? number : null;
      return true;
    }
    if (tag === 'del' || tag === 's' && element.hasAttribute('cite')) {
      this.deletions += 1;
      return true;
    }
    const part = style.get('mso-element') ?? '';
    if (part === 'comment-list' || part === 'comment') {
      this.comments += part === 'comment' ? 1 : element.querySelectorAll('[style*="mso-element:comment"]').length;
      return true;
    }
    if (element.classList.contains('MsoCommentReference')) return true;
    return style.get('display') === 'none' || style.get('mso-hide') === 'all';
  }

  #text(text: string, context: Context): void {
    if (text === '') return;
    if (this.#runs.length === 0 && text.trim() === '' && !context.pre && !/[\u00a0\u3000]/.test(text)) return;
    if (this.#runs.length === 0) this.#context = context;
    if (context.pre) {
      text.split(/\r\n?|\n/).forEach((line, i) => {
        if (i > 0) this.endPara(true);
        if (line !== '') this.#runs.push({ text: line, face: context.face, strong: context.strong, raised: context.raised });
      });
    } else this.#runs.push({ text, face: context.face, strong: context.strong, raised: context.raised });
  }

  /** Ends what has been gathered as a paragraph. `soft`: by a line break, so that the next may go on. */
  endPara(soft: boolean): void {
    const raw = this.#runs.map(({ text }) => text).join('');
    const runs = collapsed(this.#runs);
    this.#runs = [];
    if (runs.length === 0) {
      if (soft || /\u00a0/.test(raw)) this.#blanks += 1;
      if (!soft) this.#soft = false;
      return;
    }
    const { align, level } = this.#context;
    this.paras.push({
      kind: 'para', runs, level, list: this.#list, align, soft: this.#soft, blanksBefore: this.paras.length === 0 ? 0 : this.#blanks,
      indented: /^[\s]*(?:\u3000|\u00a0{2,})/.test(raw),
    });
    this.#list = null;
    this.#blanks = 0;
    this.#soft = soft;
  }

  /** True where the table is one of ours: at least two columns. One that only lays a page out is walked as blocks. */
  #table(table: HTMLTableElement, context: Context): boolean {
    const rows = [...table.rows];
    const widest = Math.max(0, ...rows.map((row) => [...row.cells].reduce((sum, cell) => sum + span(cell.colSpan), 0)));
    if (widest < 2 || table.querySelector('table') !== null) return false;
    this.endPara(false);
    this.cells += rows.length * widest;
    if (this.cells > MOST_CELLS) return true;
    // Cells that reach down from rows above, by column: rows they still take.
    const reaching: number[] = [];
    const out = rows.map((row) => {
      const cells: (readonly PastedRun[])[] = [];
      const down = (): void => {
        while ((reaching[cells.length] ?? 0) > 0) {
          reaching[cells.length] = (reaching[cells.length] ?? 0) - 1;
          cells.push([]);
        }
      };
      for (const cell of row.cells) {
        down();
        const runs = this.#cell(cell, context);
        for (let i = 0; i < span(cell.colSpan); i++) {
          reaching[cells.length] = Math.min(cell.rowSpan, rows.length) - 1;
          cells.push(i === 0 ? runs : []);
        }
      }
      down();
      while (cells.length < widest) cells.push([]);
      return cells;
    });
    this.paras.push({ kind: 'table', rows: out });
    return true;
  }

  /** A cell's paragraphs, a line break between two. */
  #cell(cell: HTMLTableCellElement, context: Context): readonly PastedRun[] {
    const inside = new Reader(this.#sheet);
    inside.nodes = this.nodes;
    inside.walk(cell, { ...context, level: null }, 0);
    inside.endPara(false);
    this.nodes = inside.nodes;
    this.pictures += inside.pictures;
    const runs: PastedRun[] = [];
    for (const para of inside.paras) {
      if (para.kind === 'table') continue;
      const prefix = (runs.length > 0 ? '\n' : '') + (para.list ?? '');
      if (prefix !== '') runs.push({ text: prefix, face: null, strong: false, raised: false });
      runs.push(...para.runs);
    }
    return runs;
  }
}

function span(columns: number): number {
  return Math.max(1, Math.min(columns, 100));
}

/** What an element adds to what stands around it. */
function within(element: Element, tag: string, style: Declarations, context: Context): Context {
  const face = faceOf(style.get('mso-fareast-font-family') ?? style.get('font-family') ?? element.getAttribute('face') ?? undefined);
  const isHeading = /^h[1-6]$/.test(tag);
  const weight = weightOf(style.get('font-weight')) ?? (tag === 'b' || tag === 'strong' ? true : isHeading ? false : undefined);
  const align = style.get('text-align') ?? element.getAttribute('align');
  return {
    face: face === undefined ? context.face : face,
    strong: weight ?? context.strong,
    raised: context.raised || tag === 'sup' || style.get('vertical-align') === 'super',
    align: align === 'center' || align === 'right' ? align : align === null ? context.align : null,
    level: levelOf(element, tag, style) ?? context.level,
    pre: context.pre || tag === 'pre' || /^pre/.test(style.get('white-space') ?? ''),
  };
}

/** Outline level of a heading style; null where it has none. */
function levelOf(element: Element, tag: string, style: Declarations): number | null {
  const outline = Number(style.get('mso-outline-level'));
  if (outline >= 1 && outline <= 9) return outline;
  const heading = /^h([1-6])$/.exec(tag)?.[1];
  if (heading !== undefined) return Number(heading);
  if (element.getAttribute('role') === 'heading') return Number(element.getAttribute('aria-level') ?? 2);
  return null;
}

/** Number of an item of an ordered list as the browser draws it (1. 一、 a.); null in a list of points. */
function numberOf(item: HTMLLIElement, sheet: ReadonlyMap<string, Declarations>): string | null {
  const list = item.parentElement;
  if (list?.localName !== 'ol') return null;
  let value = Number(list.getAttribute('start') ?? 1) - 1;
  for (let sibling = list.firstElementChild; sibling !== null; sibling = sibling.nextElementSibling) {
    if (sibling.localName !== 'li') continue;
    const given = sibling.getAttribute('value');
    value = given === null || !/^\d{1,4}$/.test(given) ? value + 1 : Number(given);
    if (sibling === item) break;
  }
  if (!Number.isInteger(value) || value < 1 || value > 9999) return null;
  const type = styleOf(item, sheet).get('list-style-type') ?? styleOf(list, sheet).get('list-style-type') ?? styleOf(list, sheet).get('list-style') ?? list.getAttribute('type') ?? '1';
  if (/none|disc|circle|square/.test(type)) return null;
  if (/cjk|chinese/.test(type)) return `${toHan(value)}、`;
  if ((/^a$/.test(type) || /lower-(?:alpha|latin)/.test(type)) && value <= 26) return `${String.fromCharCode(96 + value)}.`;
  if ((/^A$/.test(type) || /upper-(?:alpha|latin)/.test(type)) && value <= 26) return `${String.fromCharCode(64 + value)}.`;
  return `${value}.`;
}

/** Characters beside which a line break in the source stands for nothing. */
const isWide = (char: string): boolean => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026]/.test(char);

/**
 * Runs with white space as a browser shows it: one blank for any of it, none at the ends, and none for a line
 * break of the source between two Han (Word breaks its source anywhere).
 */
function collapsed(runs: readonly PastedRun[]): PastedRun[] {
  const out: PastedRun[] = [];
  let last = '';
  let space = '';
  for (const run of runs) {
    let text = '';
    for (const char of run.text) {
      if (/[\s\u00a0\u3000\ufeff]/.test(char)) {
        space += char;
        continue;
      }
      if (space !== '' && last !== '') text += between(space, last, char);
      space = '';
      text += char;
      last = char;
    }
    if (text !== '') out.push({ ...run, text });
  }
  return out;
}

function between(space: string, before: string, after: string): string {
  const hard = space.replace(/[^\u00a0\u3000]/g, '').replaceAll('\u00a0', ' ');
  if (hard !== '') return hard;
  return /[\r\n]/.test(space) && isWide(before) && isWide(after) ? '' : ' ';
}
