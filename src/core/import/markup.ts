// The source of a web page pasted as text: its tags and character references in a
// line, taken out before anything else is read of it, each a listed change. In: a
// raw line. Out: the line as a browser shows it. A known tag only: 〈〉, 3<5 and the
// name of a person in <> are text. Where such a source has several paragraphs in one
// line it is cut at their tags (source-lines.ts), for a line is one paragraph at most.
import type { Change } from './change';

const TAG_NAMES = 'a|abbr|article|aside|b|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|nobr|ol|option|p|picture|pre|q|s|sdfield|section|select|small|source|span|strike|strong|sub|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|u|ul|video|wbr';
/** A tag, a comment, a declaration, what a line's end leaves of a tag here and there; tags with a colon (o:p) or a hyphen, and those that content systems put round a text (ucapcontent). */
const TAG = `<\\/?(?:${TAG_NAMES}|script|style|noscript|[a-z][a-z0-9]*[:-][a-z0-9:-]+|[a-z]+-?content|ucaptitle)(?:\\s[^<>]*)?\\/?>`;
const MARK = new RegExp(`<(script|style)\\b[^<>]*>(?:(?!<\\/?\\1\\b).)*<\\/\\1>|<!--(?:(?!<!--|-->).)*-->|<!(?:doctype|\\[)[^<>]*>|<\\?xml[^<>]*>|${TAG}|<(?:${TAG_NAMES})(?:\\s[^<>]*)?$|^[^<>。，；]{0,160}['"]\\s*\\/?>|&(?:#\\d{2,6}|#x[\\da-f]{2,5}|[a-z]{2,8}\\d?);`, 'gi');

/** Character references that pages in Chinese have; others stay as they are. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0', emsp: '\u2003', ensp: '\u2002', thinsp: '\u2009', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…',
  middot: '·', bull: '•', times: '×', divide: '÷', permil: '‰', deg: '°', plusmn: '±', yen: '¥', copy: '©', reg: '®', laquo: '«', raquo: '»', sect: '§', para: '¶', zwnj: '\u200c', zwj: '\u200d', shy: '\u00ad', minus: '−', sup2: '²', sup3: '³',
};

/** What a reference stands for, or null: no character of a text. A line break is a space. */
function referred(reference: string): string | null {
  const name = reference.slice(1, -1);
  if (!name.startsWith('#')) return Object.hasOwn(NAMED, name) ? (NAMED[name] as string) : null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (code === 9 || code === 10 || code === 13) return ' ';
  return code < 0x20 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? null : String.fromCodePoint(code);
}

/** May the line hold markup? */
export function mayHoldMarkup(raw: string): boolean {
  return raw.includes('<') || raw.includes('>') || (raw.includes('&') && raw.includes(';'));
}

/** &lt;p&gt;: the source of a page whose own signs were written by their names. */
const ESCAPED_TAG = new RegExp(`&lt;\\/?(?:${TAG_NAMES})\\b[^<>]{0,200}?&gt;`, 'i');

/** Such a line with its signs as they were, each a listed change. */
function unescaped(raw: string, line: number, changes: Change[]): string {
  if (!raw.includes('&lt;') || !ESCAPED_TAG.test(raw)) return raw;
  let text = '';
  let from = 0;
  for (const { index, 0: reference } of raw.matchAll(/&(?:lt|gt|amp|quot);/g)) {
    text += raw.slice(from, index);
    const to = referred(reference) ?? reference;
    changes.push({ line, kind: 'reference', from: reference, to, at: text.length });
    text += to;
    from = index + reference.length;
  }
  return text + raw.slice(from);
}

/** The line without its markup; the changes are appended. A cell of a table row is parted from the one before it by a tab. */
export function stripMarkup(source: string, line: number, changes: Change[]): string {
  const raw = unescaped(source, line, changes);
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  let cells = 0;
  const write = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  for (const found of raw.matchAll(MARK)) {
    const [mark] = found;
    const isReference = mark.startsWith('&');
    const isCell = CELL.test(mark);
    const to = isReference ? referred(mark) : isCell && cells > 0 ? '\t' : /^<br\b/i.test(mark) && cells > 0 ? ' ' : '';
    if (to === null) continue;
    if (isCell) cells += 1;
    write(raw.slice(from, found.index));
    changes.push({ line, kind: isReference ? 'reference' : 'markup', from: mark, to, at: length });
    write(to);
    from = found.index + mark.length;
  }
  if (from === 0) return raw;
  write(raw.slice(from));
  return parts.join('');
}

/** Markdown's heads (## 一、…) and bold stretches; **、 behind a name hides its rest (李**、王**) and is text. */
const HEAD_MARK = /^\s{0,3}#{1,6}[ \t\u3000]+(?=\S)/;
const BOLD = /\*\*(?![\s、，。；：！？和与及等（(*])((?:(?!\*\*).){2,}?)(?<![\s*])\*\*(?!\*)/g;

/** May the line hold the marks of Markdown? */
export function mayHoldMarkdown(raw: string): boolean {
  return raw.includes('**') || (raw.includes('#') && HEAD_MARK.test(raw));
}

/** The line without the marks of Markdown, as an assistant's draft or a note is pasted; the changes are appended. */
export function stripMarkdown(raw: string, line: number, changes: Change[]): string {
  let text = raw;
  const take = (at: number, from: string): void => {
    changes.push({ line, kind: 'markup', from, to: '', at });
    text = text.slice(0, at) + text.slice(at + from.length);
  };
  const head = HEAD_MARK.exec(text)?.[0];
  if (head !== undefined) take(0, head);
  let taken = 0;
  for (const { index, 0: whole } of text.matchAll(BOLD)) {
    take(index - taken, '**');
    take(index - taken + whole.length - 4, '**');
    taken += 4;
  }
  return text;
}

const CELL = /^<t[dh]\b/i;
const CELL_END = /^<\/t[dh]\b/i;
const BLOCK_END = /^<(?:br\b|\/(?:p|div|h[1-6]|li|ul|ol|tr|table|title|section|article|blockquote|dt|dd|header|footer|nav|center)\b)/i;
const BLOCK = /^<(?:p|div|h[1-6]|li|tr|table|section|article|blockquote|dt|dd|header|footer|nav|center)\b/i;

/** Does a row of a table begin in the line that does not end in it? */
export function opensRow(raw: string): boolean {
  const tags = raw.toLowerCase();
  return Math.max(tags.lastIndexOf('<tr>'), tags.lastIndexOf('<tr ')) > tags.lastIndexOf('</tr');
}

/** Does a row end in the line, and none begin? */
export function closesRow(raw: string): boolean {
  return /<\/tr\b/i.test(raw) && !opensRow(raw);
}

const PARAGRAPH = /<(\/?)(p|h[1-6])(?=[\s>])/gi;

/** The tag of a paragraph or heading that begins in the line as its last block and does not end in it; null: none. */
export function opensParagraph(raw: string): string | null {
  const last = [...raw.matchAll(PARAGRAPH)].at(-1);
  if (last === undefined || last[1] === '/') return null;
  return holdsBlock(raw.slice(last.index + last[0].length)) ? null : (last[2] as string).toLowerCase();
}

/** What the line is to the paragraph of this tag that began before it: its end, with nothing behind; a line of it; null where something else begins. */
export function inParagraph(raw: string, tag: string): 'end' | 'inside' | null {
  const end = new RegExp(`</${tag}\\s*>`, 'i').exec(raw);
  if (end === null) return holdsBlock(raw) ? null : 'inside';
  return holdsBlock(raw.slice(0, end.index)) || raw.slice(end.index + end[0].length).replace(MARK, '').trim() !== '' ? null : 'end';
}

/** Does the part of a line end one block or begin another? A line break (br) begins a line of its own. */
function holdsBlock(raw: string): boolean {
  return /<(?:br\b|\/?(?:p|div|h[1-6]|li|ul|ol|tr|td|th|table|section|article|blockquote|header|footer|nav|center|script|style)\b)|<!--/i.test(raw);
}

/** Where a line of such a source holds the end of one paragraph and the beginning of the next: offsets, ascending. */
export function paragraphCuts(raw: string): number[] {
  const cuts: number[] = [];
  if (!mayHoldMarkup(raw)) return cuts;
  let from = 0;
  let hasText = false;
  let cut = -1;
  let isInCell = false;
  const text = (to: number): void => {
    if (raw.slice(from, to).trim() === '') return;
    if (cut >= 0) cuts.push(cut);
    cut = -1;
    hasText = true;
  };
  for (const found of raw.matchAll(MARK)) {
    const [mark] = found;
    const end = found.index + mark.length;
    // A character by its name is text.
    if (mark.startsWith('&')) continue;
    text(found.index);
    if (CELL.test(mark)) isInCell = true;
    else if (CELL_END.test(mark)) isInCell = false;
    else if (hasText && !isInCell && cut < 0 && (BLOCK_END.test(mark) || BLOCK.test(mark))) {
      cut = BLOCK_END.test(mark) ? end : found.index;
      hasText = false;
    }
    from = end;
  }
  text(raw.length);
  return cuts;
}

/** Whether the line is a page's name as a browser shows it over the page (title). */
export function isPageName(raw: string): boolean {
  return raw.length <= 2000 && /<title\b[^<>]*>[^<>]+<\/title>/i.test(raw) && !/<(?:p|h[1-6]|div)\b/i.test(raw);
}

/** Lines that are looked through for the end of a script, a style sheet or a comment. */
const CODE_REACH = 4000;
const CODE = /<(script|style)\b[^<>]*>(?!.*<\/\1\b)|<(!)--(?!.*-->)/i;

/** The lines (1-based) inside a script, a style sheet or a comment of several lines, its first and last line with them where nothing else stands there. One without an end is none. */
export function codeLines(count: number, raw: (line: number) => string): ReadonlySet<number> {
  const code = new Set<number>();
  for (let line = 1; line <= count; line += 1) {
    const opening = raw(line);
    const found = opening.length > 2000 ? null : CODE.exec(opening);
    if (found === null) continue;
    const close = found[2] === undefined ? `</${(found[1] as string).toLowerCase()}` : '-->';
    let end = line + 1;
    while (end <= count && end <= line + CODE_REACH && !raw(end).toLowerCase().includes(close)) end += 1;
    if (end > count || end > line + CODE_REACH) continue;
    if (opening.slice(0, found.index).replace(MARK, '').trim() === '') code.add(line);
    for (let k = line + 1; k < end; k += 1) code.add(k);
    const closing = raw(end);
    if (closing.slice(closing.toLowerCase().indexOf(close)).replace(/^[^>]*>/, '').replace(MARK, '').trim() === '') code.add(end);
    line = end;
  }
  return code;
}
