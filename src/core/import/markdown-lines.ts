// Markdown beyond heads with ## and bold with ** (markup.ts takes those anywhere): lists,
// tables, quotations, links, code, emphasis, the block of values at a file's head, as an
// assistant or a note-taking program writes them. Only in a text that shows by two things
// that it is Markdown. The marks are taken as listed changes; what a head, an item or a row
// is stands in the line's hint.
import { readLabel } from './label';
import type { Unmarked } from './unmarked-line';

const HEAD = /^ {0,3}(#{1,6})[ \t\u3000]+(?=\S)/;
const ITEM = /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)/;
const QUOTE = /^ {0,3}>[ \t]?/;
const RULE_ROW = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const ROW = /^\s*\|.*\|\s*$/;
const FENCE = /^\s*(?:```|~~~)/;
const LONGEST = 4000;

/** What a text shows of being Markdown; a line each. */
interface Evidence {
  readonly heads: { readonly line: number; readonly depth: number }[];
  readonly items: number[];
  readonly rules: number[];
  readonly fences: number[];
  bold: number;
}

/** Takes the marks of Markdown from lines. */
export function markdownLines(lines: Unmarked): void {
  const shown = evidenceOf(lines);
  const kinds = [shown.heads.length > 0, shown.items.length > 1, shown.rules.length > 0, shown.fences.length > 1, shown.bold > 1].filter(Boolean).length;
  const isMarkdown = kinds >= 2 || shown.heads.length >= 2 || shown.rules.length > 0;
  if (isMarkdown) {
    leaveFileHead(lines);
    leaveTalk(lines);
    if (shown.heads.length > 1) hintOrdered(lines, shown.heads);
    leaveFences(lines, shown.fences);
  }
  if (isMarkdown || besideOther(shown.items).length > 1) for (const line of isMarkdown ? shown.items : besideOther(shown.items)) {
    lines.take(line, 'markup', 0, ITEM.exec(lines.text(line))?.[0] ?? '');
    lines.hint(line, { item: true });
  }
  if (!isMarkdown) return;
  for (const rule of shown.rules) takeTable(lines, rule);
  for (let line = 1; line <= lines.count; line += 1) {
    if (!lines.isOpen(line) || lines.text(line).length > LONGEST) continue;
    const quote = QUOTE.exec(lines.text(line))?.[0];
    if (quote !== undefined) lines.take(line, 'quote', 0, quote);
    hintLead(lines, line);
    takeInline(lines, line);
  }
  hintHeads(lines, shown.heads);
}

function evidenceOf(lines: Unmarked): Evidence {
  const shown: Evidence = { heads: [], items: [], rules: [], fences: [], bold: 0 };
  for (let line = 1; line <= lines.count; line += 1) {
    const text = lines.text(line);
    if (text.length > LONGEST || !lines.isOpen(line)) continue;
    const head = text.includes('#') ? HEAD.exec(text)?.[1] : undefined;
    if (head !== undefined) shown.heads.push({ line, depth: head.length });
    else if (ITEM.test(text) && /[\u4e00-\u9fff]/.test(text) && !/^\s*-\s*\d{1,4}\s*-\s*$/.test(text)) shown.items.push(line);
    else if (text.includes('|') && text.includes('--') && RULE_ROW.test(text) && ROW.test(lines.text(line - 1 < 1 ? line : line - 1))) shown.rules.push(line);
    else if (FENCE.test(text)) shown.fences.push(line);
    if (/(?:\*\*|__)[^\s*_].*?(?:\*\*|__)/.test(text)) shown.bold += 1;
  }
  return shown;
}

/** Items with another one beside them, a blank line between or not. */
function besideOther(items: readonly number[]): readonly number[] {
  const near = (a: number | undefined, b: number): boolean => a !== undefined && Math.abs(a - b) <= 2;
  return items.filter((line, k) => near(items[k - 1], line) || near(items[k + 1], line));
}

/** ---⏎title: …⏎--- at the head of a file. */
function leaveFileHead(lines: Unmarked): void {
  let first = 1;
  while (first <= lines.count && lines.text(first).trim() === '') first += 1;
  if (first > lines.count || lines.text(first).trim() !== '---') return;
  for (let end = first + 1; end <= Math.min(lines.count, first + 24); end += 1) {
    const text = lines.text(end).trim();
    if (text === '---' || text === '...') {
      for (let k = first; k <= end; k += 1) if (lines.isOpen(k)) lines.leave(k, '文件开头的属性，不是正文');
      return;
    }
    if (text !== '' && !/^(?:[\w-]+\s*:|-\s)/.test(text)) return;
  }
}

const BEFORE_DRAFT = /^(?:好的|当然|没问题|可以|以下|下面|根据您)[，,！!。]?.{0,50}(?:以下|下面|如下|为您|您的|起草|草拟|整理|撰写|生成|供您|是一份|是根据).{0,40}[：:。！!]?$/;
const BEHIND_DRAFT = /^(?:[（(*_\s]*)(?:注[：:]|说明[：:])?(?:以上|希望|如需|如果您?|如有|若需|您可以|您可根据|需要我|请根据).{0,80}(?:参考|帮助|帮到您|调整|修改|告诉我|补充|润色|完善|替换|吗[？?])/;
const MOST_TALK = 3;

/** What an assistant says to whoever asked, before and behind the draft. */
function leaveTalk(lines: Unmarked): void {
  const open: number[] = [];
  for (let line = 1; line <= lines.count; line += 1) if (lines.isOpen(line) && !/^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(lines.text(line))) open.push(line);
  const first = open[0];
  if (first !== undefined && lines.text(first).length <= 120 && BEFORE_DRAFT.test(lines.text(first).trim()) && !/^(?:各位|尊敬的)/.test(lines.text(first))) lines.leave(first, TALK);
  for (const line of open.slice(-MOST_TALK).toReversed()) {
    if (lines.text(line).length > 200 || !BEHIND_DRAFT.test(lines.text(line).trim())) return;
    lines.leave(line, TALK);
  }
}

const TALK = '助手起草时说的话，不是稿件';

/** 1. and 2. under heads that have marks of their own are items. */
function hintOrdered(lines: Unmarked, heads: Evidence['heads']): void {
  const marked = new Set(heads.map(({ line }) => line));
  for (let line = 1; line <= lines.count; line += 1) if (!marked.has(line) && lines.isOpen(line) && lines.text(line).length <= LONGEST && /^\s*\d{1,2}[.)][ \t]+\S/.test(lines.text(line))) lines.hint(line, { item: true });
}

/** ``` before and behind: the marks go, what stands between is text. */
function leaveFences(lines: Unmarked, fences: readonly number[]): void {
  for (const line of fences) lines.leave(line, 'Markdown 的代码框线');
}

/** The rows above and below the rule of a table: cells apart by tabs. */
function takeTable(lines: Unmarked, rule: number): void {
  lines.leave(rule, 'Markdown 的表格线');
  const rows = [rule - 1];
  for (let line = rule + 1; line <= lines.count && ROW.test(lines.text(line)); line += 1) rows.push(line);
  for (const line of rows) {
    takeInline(lines, line);
    const edge = /^\s*\|\s*/.exec(lines.text(line))?.[0] ?? '';
    lines.take(line, 'markup', 0, edge);
    const end = /\s*\|\s*$/.exec(lines.text(line));
    if (end !== null) lines.take(line, 'markup', end.index, end[0]);
    for (let bar = /\s*\|\s*/.exec(lines.text(line)); bar !== null; bar = /\s*\|\s*/.exec(lines.text(line))) lines.take(line, 'cell', bar.index, bar[0], '\t');
    lines.hint(line, { row: true });
  }
}

const LEAD = /^(\s*(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)?\s*)(\*\*|__)([^*_]{2,32}?)\2([。：:]?)/;

/** **做强主体。**实施…, 1. **龙头企业少**：…: the bold beginning of a paragraph is its heading, which runs in. */
function hintLead(lines: Unmarked, line: number): void {
  const found = LEAD.exec(lines.text(line));
  if (found === null) return;
  const [whole, label = '', , words = '', mark = ''] = found;
  if (!/[。：:]$/.test(words + mark) || lines.text(line).slice(whole.length).trim().length < 4) return;
  lines.hint(line, { lead: { visible: (label + words + mark).replace(/\s/g, '').length, reason: 'Markdown 的加粗首句' } });
}

/** Marks inside a line, in the order they are taken: a picture, a link, code, emphasis, a struck stretch, an escaped mark. The groups that stay are $1. */
const INLINE: readonly RegExp[] = [
  /!\[([^\]\n]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/,
  /(?<!\\)\[([^\]\n]+)\]\((?:https?:|mailto:|\.{0,2}\/|#)[^)\s]*(?:\s+"[^"]*")?\)/,
  /(?<![\\`])`([^`\n]+)`(?!`)/,
  /\*\*\*((?:(?!\*\*\*).)+)\*\*\*/,
  /\*\*((?:(?!\*\*)[^\s]).*?)\*\*/,
  /__((?!_)\S.*?)__/,
  /~~((?!~)\S.*?)~~/,
  /(?<![\\*\w])\*((?![\s*、，。）])[^*\n]{1,80}?)(?<![\s*])\*(?!\*)/,
];
const ESCAPED = /\\(?=[\\`*_{}[\]()#+\-.!>|~])/;

function takeInline(lines: Unmarked, line: number): void {
  for (const mark of INLINE) {
    for (let found = mark.exec(lines.text(line)), tries = 0; found !== null && tries < 64; found = mark.exec(lines.text(line)), tries += 1) {
      const inner = found[1] ?? '';
      const start = found[0].indexOf(inner, found[0].startsWith('![') ? 2 : 1);
      lines.take(line, 'markup', found.index + start + inner.length, found[0].slice(start + inner.length));
      lines.take(line, 'markup', found.index, found[0].slice(0, start));
    }
  }
  for (let found = ESCAPED.exec(lines.text(line)), tries = 0; found !== null && tries < 64; found = ESCAPED.exec(lines.text(line)), tries += 1) lines.take(line, 'markup', found.index, '\\');
}

/** Levels of the heads: # over all is the title; those with 一、 in them say what a depth is, else the next depth is the first level. */
function hintHeads(lines: Unmarked, heads: Evidence['heads']): void {
  const words = (line: number): string => lines.text(line).replace(HEAD, '').replace(/\*\*/g, '');
  const top = heads.filter(({ depth }) => depth === 1);
  const first = heads[0];
  const title = first !== undefined && top.length === 1 && top[0] === first && readLabel(words(first.line)) === null ? first.line : 0;
  const rest = heads.filter(({ line }) => line !== title);
  if (title > 0) lines.hint(title, { title: { sure: true, reason: 'Markdown 的一级标题（#），全文只有一个' } });
  const told = rest.flatMap(({ line, depth }) => {
    const label = readLabel(words(line));
    return label === null ? [] : [depth - label.level];
  });
  const base = told[0] ?? Math.min(...rest.map(({ depth }) => depth)) - 1;
  // Several # heads without numbers are titles of several texts as well as parts of one.
  for (const { line, depth } of rest) if (depth > 1 || top.length === 0 || readLabel(words(line)) !== null) {
    lines.hint(line, { heading: { level: Math.max(0, Math.min(4, depth - base)), sure: true, reason: `Markdown 的标题（${'#'.repeat(depth)}）` } });
  }
}
