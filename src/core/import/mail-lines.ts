// Mail pasted as text: the > before each line of what was quoted or passed on, the
// heads of the letters, the line that says who wrote, the sender's name at the foot,
// and a word to the receiver before a text that is quoted whole. The marks are taken;
// what belongs to the letter is left out with a reason.
import { isKnownName } from './speaker';
import type { Unmarked } from './unmarked-line';

/** > before a line, also > > of a letter in a letter. */
const QUOTE = /^[ \t]{0,3}(?:>[ \t\u00a0]?)+/;
const HEADER = /^[\s*]*(发件人|寄件人|发信人|收件人|收信人|抄送|密送|主题|发送时间|发送日期|收件时间|时间|日期|附件|重要性|From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Importance|Attachments?)[\s*]*[:：]/i;
const SENDER = /^(?:发件人|寄件人|发信人|from)$/i;
/** -----原始邮件-----, ---------- Forwarded message ---------- */
const DIVIDER = /^\s*[-—–_*]{2,}\s*(?:原始?邮件|转发的?邮件(?:信息)?|邮件原文|转发|Original Message|Forwarded message)\s*[-—–_*]{2,}\s*$/i;
const WROTE = /^\s*(?:在|于|On\s)[^。]{3,80}(?:写道|wrote)\s*[:：]\s*$/i;
const DEVICE = /^\s*(?:发自我的|从我的|Sent from my|获取\s?Outlook|从\s?Windows\s?版).{0,40}$/i;

const HEAD_WHY = '邮件的信头';

/** Lines of a letter's head, of a name at its foot, of a word before a quoted text. */
const MOST_HEADERS = 10;
const MOST_FOOT = 8;
const MOST_WORDS = 6;
const LONGEST_WORDS = 200;
const LONGEST_LINE = 80;
const WORDS = /请(?:您|各位)?(?:审|查|阅|看|收|过目|修改|提)|查收|审阅|附件|发给|发来|转发|麻烦|见附|见下|如下|改好|定稿|您好|你好|谢谢/;

/** Takes the marks of mail from lines and leaves out what belongs to the letter. */
export function mailLines(lines: Unmarked): void {
  const quoted = takeQuotes(lines);
  const heads = leaveHeads(lines, quoted);
  if (heads === 0 && quoted.size === 0) return;
  for (let line = 1; line <= lines.count; line += 1) if (lines.isOpen(line) && lines.text(line).length < 120 && DEVICE.test(lines.text(line))) lines.leave(line, '邮件里写明从哪里发出的一行');
  if (heads > 0) {
    leaveFoot(lines);
    leaveAbove(lines);
    leaveGreeting(lines, quoted);
  }
  if (quoted.size > 0) leaveWords(lines, quoted);
}

/** The lines that were quoted; only lines that stand beside another one, with text in most of them. */
function takeQuotes(lines: Unmarked): ReadonlySet<number> {
  const at: number[] = [];
  let texts = 0;
  for (let line = 1; line <= lines.count; line += 1) {
    const mark = lines.text(line).includes('>') ? QUOTE.exec(lines.text(line))?.[0] : undefined;
    if (mark === undefined) continue;
    at.push(line);
    if (/[\u4e00-\u9fff]/.test(lines.text(line))) texts += 1;
  }
  const quoted = new Set(at.filter((line, k) => at[k - 1] === line - 1 || at[k + 1] === line + 1));
  if (quoted.size < 2 || texts * 2 < quoted.size) return new Set();
  for (const line of quoted) {
    lines.take(line, 'quote', 0, QUOTE.exec(lines.text(line))?.[0] ?? '');
    // A text that is quoted begins where the quoting does.
    if (!quoted.has(line - 1)) lines.hint(line, { newPage: true });
  }
  return quoted;
}

/** Leaves out the heads of letters; how many lines say that this is mail. */
function leaveHeads(lines: Unmarked, quoted: ReadonlySet<number>): number {
  let found = 0;
  for (let line = 1; line <= lines.count; line += 1) {
    const text = lines.text(line);
    if (text.length > 400 || !lines.isOpen(line)) continue;
    if (DIVIDER.test(text) || WROTE.test(text)) {
      lines.leave(line, '邮件的转发、引用说明');
      found += 1;
      leaveEarlier(lines, line, quoted);
      continue;
    }
    const names: string[] = [];
    const run: number[] = [];
    for (let k = line; k <= lines.count && run.length < MOST_HEADERS; k += 1) {
      if (lines.text(k).trim() === '') break;
      const name = HEADER.exec(lines.text(k))?.[1];
      if (name === undefined) break;
      names.push(name);
      run.push(k);
    }
    if (run.length < 2 || !names.some((name) => SENDER.test(name)) || !names.some((name) => /^(?:收件人|收信人|主题|to|subject)$/i.test(name))) continue;
    for (const k of run) lines.leave(k, HEAD_WHY);
    found += run.length;
    line = run.at(-1) as number;
  }
  return found;
}

/** Under 在…写道： an earlier letter is quoted; where far more stands above it, that is the text. The name before it is the sender's. */
function leaveEarlier(lines: Unmarked, at: number, quoted: ReadonlySet<number>): void {
  const earlier: number[] = [];
  let below = 0;
  let above = 0;
  for (let line = 1; line <= lines.count; line += 1) {
    if (!lines.isOpen(line)) continue;
    if (line > at && quoted.has(line)) {
      earlier.push(line);
      below += lines.text(line).length;
    } else if (line < at) above += lines.text(line).length;
    else return;
  }
  if (earlier.length === 0 || above < below * 3) return;
  for (const line of earlier) lines.leave(line, '邮件里引用的前一封信');
}

/** What stands above the head of a letter that was passed on: a subject, a few words, a name. */
function leaveAbove(lines: Unmarked): void {
  const own: number[] = [];
  let length = 0;
  for (let line = 1; line <= lines.count && lines.get(line)?.why !== HEAD_WHY; line += 1) {
    if (!lines.isOpen(line)) continue;
    own.push(line);
    length += lines.text(line).length;
  }
  if (own.length > 0 && own.length <= MOST_WORDS + 2 && length <= LONGEST_WORDS && own.some((line) => WORDS.test(lines.text(line)) || HEADER.test(lines.text(line)))) for (const line of own) lines.leave(line, '邮件里写给收件人的话，不是引用的稿件');
}

/** 江主任，报告改好了，见下。 right under the head of a letter, and the sender's name at its foot over 发自我的手机. */
function leaveGreeting(lines: Unmarked, quoted: ReadonlySet<number>): void {
  const open: number[] = [];
  for (let line = 1; line <= lines.count; line += 1) if (lines.isOpen(line) && !quoted.has(line)) open.push(line);
  const greeting = open.slice(0, 3).findIndex((line) => WORDS.test(lines.text(line)) && lines.text(line).length <= LONGEST_LINE && /[。！!～~]\s*$/.test(lines.text(line)));
  const isAddress = (text: string): boolean => /^\s*(?:[\u4e00-\u9fff]{1,8}(?:主任|主席|秘书长|处长|科长|局长|书记|部长|老师|同志|领导|好)?|您好|你好)\s*[，,：:！!]/.test(text) && !/^\s*(?:各位(?:委员|代表)|同志们)/.test(text);
  if (greeting >= 0 && open.length > greeting + MOST_WORDS && isAddress(lines.text(open[0] as number))) for (const line of open.slice(0, greeting + 1)) lines.leave(line, '邮件里写给收件人的话，不是引用的稿件');
  for (let line = lines.count; line > 1; line -= 1) {
    if (!DEVICE.test(lines.text(line)) || lines.text(line).length >= 120) continue;
    let name = line - 1;
    while (name > 1 && lines.text(name).trim() === '') name -= 1;
    if (lines.isOpen(name) && isKnownName(lines.text(name).trim())) lines.leave(name, '邮件末尾的发件人');
  }
}

/** `-- ` and the name, office and telephone of the sender below it. */
function leaveFoot(lines: Unmarked): void {
  for (let line = lines.count; line >= 1; line -= 1) {
    if (!/^--\s*$/.test(lines.text(line))) continue;
    const foot: number[] = [];
    for (let k = line + 1; k <= lines.count; k += 1) if (lines.text(k).trim() !== '') foot.push(k);
    if (foot.length > MOST_FOOT || foot.some((k) => lines.text(k).length > 48 || /[。；！？]/.test(lines.text(k)))) return;
    for (const k of [line, ...foot]) lines.leave(k, '邮件末尾的发件人');
    return;
  }
}

/** A word to the receiver before a text that is quoted: a few short lines that say what they send. */
function leaveWords(lines: Unmarked, quoted: ReadonlySet<number>): void {
  const own: number[] = [];
  let ownLength = 0;
  let length = 0;
  for (let line = 1; line <= lines.count; line += 1) {
    if (!lines.isOpen(line)) continue;
    if (quoted.has(line)) length += lines.text(line).length;
    else {
      own.push(line);
      ownLength += lines.text(line).length;
    }
  }
  if (own.length === 0 || own.length > MOST_WORDS || ownLength > LONGEST_WORDS || length < ownLength * 3 || !own.some((line) => WORDS.test(lines.text(line)))) return;
  for (const line of own) lines.leave(line, '邮件里写给收件人的话，不是引用的稿件');
}
