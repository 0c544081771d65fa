// A chat saved or copied as text: over each message its sender and time, or both before
// it on the same line. The stamps, pictures' stand-ins and the short words between the
// messages are left out with a reason; where one message is a manuscript of several lines,
// it begins a text of its own.
import { isKnownName } from './speaker';
import type { Unmarked } from './unmarked-line';

const TIME = '(?:(?:上午|下午|凌晨|中午|晚上)\\s?)?\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?';
const DAY = '(?:\\d{4}[-/年.]\\d{1,2}[-/月.]\\d{1,2}日?|\\d{1,2}月\\d{1,2}日|昨天|今天|星期[一二三四五六日天])';
const WHO = '[\\u3400-\\u9fffA-Za-z·._-]{1,16}(?:[（(][^（）()]{1,20}[）)])?';
/** 2026-01-05 09:12:33 江一帆 · 江一帆 2026/1/5 9:12:33 · 江一帆 9:12 */
const STAMP = new RegExp(`^\\s*(?:${DAY}\\s+${TIME}\\s+${WHO}|${WHO}\\s+(?:${DAY}\\s+)?${TIME})\\s*$`);
/** [2026/1/5 09:12] 江一帆: 文字 */
const PREFIX = new RegExp(`^\\s*[\\[【]?(?:${DAY}[,，]?\\s+)${TIME}[\\]】]?\\s*(?:[-—]\\s*)?(${WHO})[:：]\\s*`);
const STAND_IN = /^\s*(?:[\[【](?:图片|照片|文件|表情|动画表情|语音|视频|链接|位置|名片|红包|聊天记录|OK|[\u4e00-\u9fff]{1,4})[\]】]\s*)+(?:\S{0,40}\.(?:docx?|pdf|wps|txt|xlsx?|jpe?g|png))?\s*$/;

const STAMP_WHY = '聊天记录里的人名和时间';
const LONGEST_WORDS = 40;

/** Takes the marks of a chat from lines and leaves out what is no manuscript. */
export function chatLines(lines: Unmarked): void {
  const stamps: number[] = [];
  const prefixes: number[] = [];
  for (let line = 1; line <= lines.count; line += 1) {
    const text = lines.text(line);
    if (!lines.isOpen(line) || !/\d[:：]\d{2}/.test(text.slice(0, 60))) continue;
    if (text.length <= 60 && STAMP.test(text)) stamps.push(line);
    else if (PREFIX.test(text.slice(0, 80))) prefixes.push(line);
  }
  if (stamps.length === 0 && prefixes.length === 0) {
    const names = nameStamps(lines);
    if (names.length >= 2) readMessages(lines, names);
    return;
  }
  // A timetable has a time in each line too, before or behind what is done then; in a chat people stand there, some of them more than once.
  if (stamps.length >= 2 && stamps.every((line) => isSender(lines.text(line)))) readMessages(lines, stamps);
  else if (prefixes.length >= 2 && isTalk(lines, prefixes)) for (const line of prefixes) {
    lines.take(line, 'quote', 0, PREFIX.exec(lines.text(line))?.[0] ?? '');
    if (STAND_IN.test(lines.text(line)) && lines.isOpen(line)) lines.leave(line, '聊天里图片、文件的代号');
  }
}

/** 江一帆： alone over each message, as several messages are copied at once: only where a stand-in shows that it is a chat. */
function nameStamps(lines: Unmarked): number[] {
  const names: number[] = [];
  let standIns = 0;
  for (let line = 1; line <= lines.count; line += 1) {
    const text = lines.text(line);
    if (text.length > 60) continue;
    if (STAND_IN.test(text)) standIns += 1;
    else if (/^\S{2,4}[:：]\s*$/.test(text) && isKnownName(text.trim().slice(0, -1)) && (line === 1 || lines.text(line - 1).trim() === '')) names.push(line);
  }
  return standIns > 0 ? names : [];
}

/** Does a stamp name its sender, not what happens at that time? */
function isSender(text: string): boolean {
  const who = text.replace(new RegExp(`${DAY}|${TIME}`, 'g'), '').trim();
  return !/[会议论到场始束休餐念影幕式]$/.test(who) && (isKnownName(who.replace(/[（(].*$/, '')) || /\d{4}[-/年]/.test(text));
}

function isTalk(lines: Unmarked, prefixes: readonly number[]): boolean {
  const names = prefixes.map((line) => PREFIX.exec(lines.text(line))?.[1] ?? '');
  return new Set(names).size < names.length || names.every((name) => isKnownName(name));
}

/** The messages below the stamps: short words between them are no manuscript where one of them is. */
function readMessages(lines: Unmarked, stamps: readonly number[]): void {
  const messages = stamps.map((stamp, k) => {
    const own: number[] = [];
    for (let line = stamp + 1; line < (stamps[k + 1] ?? lines.count + 1); line += 1) if (lines.isOpen(line)) own.push(line);
    return own;
  });
  for (const stamp of stamps) lines.leave(stamp, STAMP_WHY);
  const isText = (own: readonly number[]): boolean => own.length >= 3 || own.some((line) => lines.text(line).length > 120);
  const holdsText = messages.some(isText);
  for (const own of messages) {
    for (const line of own) if (STAND_IN.test(lines.text(line))) lines.leave(line, '聊天里图片、文件的代号');
    const left = own.filter((line) => lines.isOpen(line));
    if (left[0] === undefined) continue;
    if (isText(left)) lines.hint(left[0], { newPage: true });
    else if (holdsText && left.every((line) => isWords(lines.text(line)))) for (const line of left) lines.leave(line, '聊天里的话，不是稿件');
  }
}

/** A few words that are neither a heading nor a title. */
const isWords = (text: string): boolean => text.trim().length <= LONGEST_WORDS && !/^\s*[一二三四五六七八九十（(\d]+[、）).．]|(?:报告|决议|公告|讲话|发言|名单|议程)\s*$/.test(text);
