// Texts that show by several lines that they come from mail, a chat, a note-taking
// program, a form: their marks are taken before anything else is read. A plain report
// costs a look at the first characters of each line. Kinds are files of their own.
import { isDigit } from './character';
import { chatLines } from './chat-lines';
import { bulletinHead, formLines, sectionNumbers, voices } from './form-lines';
import { lineNumbers } from './line-numbers';
import { mailLines } from './mail-lines';
import { markdownLines } from './markdown-lines';
import { mayHaveOrnament, takeOrnaments } from './ornaments';
import { pageHeads } from './page-heads';
import { Unmarked } from './unmarked-line';

/** How many lines begin as each kind's do: a look at a few characters, for nearly no text has any. */
interface Seen {
  quoted: number;
  numbered: number;
  pointed: number;
  lines: number;
  timed: number;
  marked: number;
  headers: number;
  fields: number;
  sections: number;
  ornaments: number;
  pages: number;
}

function look(count: number, raw: (line: number) => string): Seen {
  const seen: Seen = { quoted: 0, numbered: 0, pointed: 0, lines: 0, timed: 0, marked: 0, headers: 0, fields: 0, sections: 0, ornaments: 0, pages: 0 };
  for (let line = 1; line <= count; line += 1) {
    const text = raw(line);
    let at = 0;
    while (at < text.length && (text.charCodeAt(at) <= 0x20 || text.charCodeAt(at) === 0x3000)) at += 1;
    const first = text.charCodeAt(at);
    if (at === text.length) continue;
    seen.lines += 1;
    if (text.length <= 90 && text.trimEnd().endsWith('页')) seen.pages += 1;
    if (first === 0x3e) seen.quoted += 1;
    else if (isDigit(first)) {
      let end = at + 1;
      while (isDigit(text.charCodeAt(end))) end += 1;
      if (end === text.length || ' \t\u3000|｜│:：'.includes(text[end] as string)) seen.numbered += 1;
      else if ('.．、'.includes(text[end] as string)) seen.pointed += 1;
    } else if (first < 0x80 && MARKS.includes(text[at] as string)) seen.marked += 1;
    else if (HEADER_FIRST.includes(text[at] ?? '?') && HEADER.test(text.slice(at, at + 12))) seen.headers += 1;
    if (at < text.length && mayHaveOrnament(first, text.charCodeAt(at + 1), text.charCodeAt(text.length - 1))) seen.ornaments += 1;
    if (text.length <= 240) {
      if (text.length - at <= 10 && (first === 0x30 || first === 0x50 || first === 0x4e || (first >= 0x2460 && first <= 0x2473) || (first >= 0x2776 && first <= 0x277f))) seen.sections += 1;
      const colon = text.indexOf('：', at);
      if (first === 0x3010 || colon > at && colon - at <= 10 || text.indexOf(':', at) - at <= 10 && text.indexOf(':', at) > at) seen.fields += 1;
    }
    if (text.length > 5 && text.length <= 90 && (text.includes(':') || text.includes('：')) && /\d[:：]\d{2}/.test(text)) seen.timed += 1;
  }
  return seen;
}

const MARKS = '-*+#|`~_[';
const HEADER_FIRST = '发寄主FS';
const HEADER = /^(?:发件人|寄件人|发信人|主题|From|Subject)\s?[:：]/;

/** The lines of a text without the marks of the program it comes from. */
export function unmark(count: number, raw: (line: number) => string): Unmarked {
  const lines = new Unmarked(count, raw);
  const seen = look(count, raw);
  if (seen.quoted > 1 || seen.headers > 0) mailLines(lines);
  if (seen.numbered > 1 || (seen.pointed >= 5 && seen.pointed + 1 >= seen.lines)) lineNumbers(lines);
  if (seen.pages > 1) pageHeads(lines);
  if (seen.timed > 1 || (seen.fields > 1 && seen.marked > 0)) chatLines(lines);
  if (seen.marked > 1) markdownLines(lines);
  if (seen.ornaments > 0) takeOrnaments(lines);
  if (seen.sections > 1) sectionNumbers(lines);
  if (seen.fields > 1) formLines(lines);
  if (seen.fields > 0) voices(lines);
  bulletinHead(lines);
  return lines;
}
