// Names that a 名单 sets in lines, parted by blanks: 丁　一　　于　洋（女）　　马晓东（回族）. Line by
// line they read like headlines, speakers and sub-headings; under the title of a list, behind
// 名单如下： and under each other they are the list. Blanks are all that parts them, so they stay,
// in one make: a name of two characters spread over three, and between names an em, or two where
// one of them is spread (TYPESETTING 4.1b). In: the lines of a text, before roles are decided. Names that a sentence
// runs on with are run-of-names.ts's, bylines noise.
import type { Change } from './change';
import { isHan } from './character';
import { cellCount, type LineFacts } from './line-facts';
import { isSalutation, namesDocument } from './roles';
import { isKnownName, nameLength } from './speaker';

/** A name in a line, `[from, to)` with the note behind it; where its halves are parted, the blank's range. */
interface ListedName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Where a blank stands between the halves of a name of two characters, or would; null: another length. */
  readonly split: readonly [number, number] | null;
  /** Behind the name itself, where its note begins. */
  readonly end: number;
}

const LONGEST_LINE = 2000;
const TABLE_HEAD = /(?:序号|姓\s*名|单\s*位|职\s*务|编号|界\s*别)\s+(?:\S+\s+)*?(?:姓\s*名|单\s*位|职\s*务|性\s*别|界\s*别|备\s*注)/;
const LEAD = /^(?:(?:[\u3400-\u9fff][ \u3000\t]*){2,12}[：:]|[\u3400-\u9fff]{0,8}(?:主席|秘书长|主任|组长|团长|召集人|监票人|计票人)(?=[ \u3000\t]))[ \u3000\t]*/u;
const CHUNK = /([\u3400-\u9fff\u{20000}-\u{323af}·]{1,20})([ \u3000\t]*（[^（）]{1,10}）)?/uy;
const GAP = /[ \u3000\t\u00a0\u2002\u2003]*/y;
/** Whose names stand behind it in a byline, or no name at all. */
const NO_NAMES = /^(?:记者|通讯员|摄影|实习生|编辑|责编|校对|版式|文图|图|文|见习记者|本报记者)$/;
/** A group of the list, not a name in it: 经济界, 常务委员. */
const GROUP = /(?:委员|秘书长|主席|主任|组长|团长|成员|代表|界|界别|人士|组织|团体|联合会|工会|妇联|[团组党盟会委])$/;

/** The names of a line that holds nothing else but an office before them (秘书长：); null where it is none such. Blanks part them, or a note. */
export function namesOfLine(text: string): readonly ListedName[] | null {
  if (text.length > LONGEST_LINE || /[。；，！？!?《》“”]/.test(text.replace(/（[^（）]{1,10}）/g, ''))) return null;
  const names: ListedName[] = [];
  let at = LEAD.exec(text)?.[0].length ?? 0;
  let half: { readonly from: number; readonly to: number } | null = null;
  while (at < text.length) {
    CHUNK.lastIndex = at;
    const chunk = CHUNK.exec(text);
    if (chunk === null) return null;
    const [whole, word, note] = [chunk[0], chunk[1] as string, chunk[2]];
    const [from, end, to] = [at, at + word.length, at + whole.length];
    if (NO_NAMES.test(word)) return null;
    const length = nameLength(word);
    if (length === 1) {
      if (half === null) {
        // A single character with a note is half a name whose first half is missing.
        if (note !== undefined && names.length > 0) return null;
        half = { from, to: end };
      } else {
        names.push({ name: text.slice(half.from, half.to) + word, from: half.from, to, split: [half.to, from], end });
        half = null;
      }
    } else {
      if (half !== null || (length > 4 && !word.includes('·'))) return null;
      const first = [...word][0] as string;
      names.push({ name: word, from, to, split: length === 2 ? [from + first.length, from + first.length] : null, end });
    }
    GAP.lastIndex = to;
    const gap = GAP.exec(text)?.[0].length ?? 0;
    if (gap === 0 && to < text.length && note === undefined) return null;
    at = to + gap;
  }
  return half !== null || names.length === 0 ? null : names;
}

const isKnown = ({ name }: ListedName): boolean => isKnownName(name);
const mostKnown = (names: readonly ListedName[]): boolean => names.filter(isKnown).length * 3 >= names.length * 2;

const TITLE = /名单(?:[（(][^（）()]{1,24}[）)])?$/;
const OPENS_LIST = /(?:名单|如下|名单如下|人员|成员|委员|为|有|是)(?:[（(][^（）()]{1,24}[）)])?[：:]$/;
/** Names in a line that are a list by themselves where another such line stands beside it. */
const LEAST_NAMES = 2;

/** Marks the lines of lists of names: text, with their blanks. */
export function markNameLists(lines: readonly LineFacts[]): void {
  const names = lines.map((line) => (line.hint?.row === true || line.label !== null || !mayHoldNames(line) ? null : namesOfLine(line.text)));
  const isNames = (i: number): boolean => names[i] !== null && names[i] !== undefined && mostKnown(names[i]);
  const mark = (i: number): void => {
    const line = lines[i] as LineFacts;
    line.names = true;
    line.scheduled = true;
    line.row = false;
    line.wrapped = false;
  };
  // Rows of three cells and more are a table, as what stands under 姓名 and 单位.
  const cells = lines.map(cellCount);
  const isTableRow = (i: number): boolean => (cells[i] as number) > 2 && (cells[i] === cells[i - 1] || cells[i] === cells[i + 1]);
  let [listed, inTable] = [false, false];
  lines.forEach((line, i) => {
    if (isListTitle(line)) listed = true;
    else if (listed && endsList(line) && !isNames(i)) listed = false;
    else if (listed && !isNames(i) && isNames(i - 1) && opensStory(line, lines[i + 1])) {
      // 带着嘱托出发 带着答卷回来: with a blank in it and no word of an event, it reads like one more row.
      listed = false;
    }
    const own = names[i];
    // 市教育局　市财政局, 赵　喆　　市财政局: other things that a list names have their blanks as well; 提案委员会 over its names is no title.
    if (isListTitle(line)) inTable = false;
    else if (TABLE_HEAD.test(line.text)) inTable = true;
    if (listed && !inTable && !isNames(i) && !isListTitle(line) && !isTableRow(i) && (hasCells(line) || (isGroup(line) && isNames(i + 1)))) {
      line.scheduled = true;
      line.row = false;
    }
    if (own === null || own === undefined || !isNames(i)) return;
    if (listed) {
      if (own.length > 1 || !GROUP.test(own[0]?.name ?? '') || LEAD.test(line.text)) mark(i);
      return;
    }
    const beside = [i - 1, i + 1].some((k) => isNames(k) && (names[k]?.length ?? 0) >= LEAST_NAMES && lines[Math.max(i, k)]?.blanksBefore === 0);
    const opened = OPENS_LIST.test(lines[i - 1]?.compact.slice(-40) ?? '') && own.length > LEAST_NAMES;
    if (own.length >= LEAST_NAMES && (opened || beside) && (own.length > LEAST_NAMES || beside)) mark(i);
  });
}

/** Characters of a headline at the least: fewer are a name or a group. */
const LEAST_HEADLINE = 6;

/** A headline behind the names, set off by a blank line, right over the 本报讯 of its story. */
function opensStory({ short, open, compact, blanksBefore }: LineFacts, next: LineFacts | undefined): boolean {
  return short && open && blanksBefore > 0 && compact.length >= LEAST_HEADLINE && !compact.endsWith('：') && next?.start === 'dateline';
}

/** A look before the pattern: a blank among the first characters of a line that begins with Han. */
function mayHoldNames({ text, compact, short }: LineFacts): boolean {
  return isHan(text.charCodeAt(0)) && (short ? compact.length < text.length || compact.length <= 12 : /^.{0,40}[ \u3000\t]/.test(text));
}

/** Two cells and more parted by blanks, without a sentence's marks; a name's halves are one cell. With a number before them the first is a name. */
function hasCells({ short, text, compact, label, part, hint }: LineFacts): boolean {
  if (!short || text === compact || hint?.row === true || part !== null || /[。；！？：:《]|^[（(—]/.test(compact.slice(label?.length ?? 0))) return false;
  const words = text.slice(label?.length ?? 0).trim().split(/\s+/);
  const cells: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const [word, next] = [words[i] as string, words[i + 1] ?? ''];
    const isSpread = nameLength(word) === 1 && nameLength(next.replace(/（.*$/, '')) === 1;
    if (isSpread) i += 1;
    cells.push(isSpread ? word + next : word);
  }
  return cells.length >= 2 && cells.every((cell) => nameLength(cell) >= 2) && (label === null || isKnownName((cells[0] as string).replace(/（.*$/, '')));
}

/** 提案委员会, 中国共产党（35人） over the names of a group. */
const isGroup = ({ short, compact, label, part }: LineFacts): boolean => short && compact.length <= 24 && label === null && part === null && !/[。；！？，：:]|^[（(—]|\d日[）)]?$/.test(compact);

const isListTitle = ({ short, compact, row }: LineFacts): boolean => short && !row && compact.length >= 4 && TITLE.test(compact) && !/[，。；]|^附件/.test(compact);

/** Running text, a story's head or another document's title ends a list. */
function endsList({ short, compact, start, part }: LineFacts): boolean {
  return !short || start !== 'plain' || /[。；！？]$/.test(compact) || part === 'title' || isSalutation(compact) || (namesDocument(compact) && !/[：:]$/.test(compact));
}

const EM = '\u3000';

/** The line with its blanks in one make (ems between names stay as they are typed); each changed blank is appended to `changes`. */
export function spaceNames(text: string, line: number, changes: Change[]): string {
  const names = namesOfLine(text);
  if (names === null) return text;
  const between = names.some(({ split }) => split !== null) ? EM + EM : EM;
  // Ems of somebody who spread the names himself stay; beside a name that is spread now one em would part nothing.
  const isSpread = names.every(({ split }) => split === null || text.slice(...split) === EM);
  const edits: [from: number, to: number, blank: string][] = [];
  names.forEach(({ from, to, split, end }, i) => {
    const typed = i === 0 ? between : text.slice((names[i - 1] as ListedName).to, from);
    if (!(isSpread && /^\u3000{1,3}$/.test(typed)) && typed !== between) edits.push([from - typed.length, from, between]);
    if (split !== null) edits.push([split[0], split[1], EM]);
    const note = text.slice(end, to);
    if (/^[ \u3000\t]/.test(note)) edits.push([end, to - note.trimStart().length, '']);
  });
  let out = text;
  let shift = 0;
  for (const [from, to, blank] of edits) {
    const was = text.slice(from, to);
    if (was === blank) continue;
    changes.push({ line, kind: 'space', from: was, to: blank, at: from + shift });
    out = out.slice(0, from + shift) + blank + out.slice(to + shift);
    shift += blank.length - was.length;
  }
  return out;
}
