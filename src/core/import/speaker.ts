// The speaker's line of a head (W-03): a name alone, spaced (张  三), in
// brackets, with an office before or after it, as 报告人：…, or office and name
// on two lines. `outline` reports the name alone; the field keeps the office.
import { hasSurname } from '../model/surnames';

const OFFICE = /(?:主席|书记|市长|省长|县长|区长|州长|盟长|旗长|乡长|镇长|总理|主任|秘书长|委员长|院长|庭长|检察长|审计长|局长|厅长|部长|行长|会长|组长|团长|召集人|委员(?![会长])|同志(?!们))/g;
const LEAD = /^(?:报告人|报告者|汇报人|述职人|发言人|讲话人|主讲人|演讲人|主持人|作者)[：:]?/;
/** Words of a timetable that read like names, and names of documents whose first character is a surname (公告, 通知, 方案). */
const NO_NAME = /^(?:通过|批准|上午|下午|晚上|中午|早上|全天|时间|日期|附件|目录|休息|附录|附表|公告|公报|公约|公示|公开信|通告|通知|通报|方案|计划|简讯|简报|解读|时评|终评|安排|汇报|贺信|贺电|贺词|贺辞|祝词|祝辞|喜报|从略|摘要|节选|全文|书面|摘登|摘编)$/;
// Names hold rare characters of the planes above U+FFFF too (𫍯, 𬍛): counted and matched as characters, not as halves of a surrogate pair.
const NAME = /^[\u3400-\u9fff\u{20000}-\u{323af}]{2,4}$|^[\u3400-\u9fff\u{20000}-\u{323af}]{1,8}·[\u3400-\u9fff\u{20000}-\u{323af}·]{1,12}$/u;

export type SpeakerLine = 'name' | 'office-and-name' | 'office' | null;

function unwrap(text: string): string {
  const bare = text.replace(/\s/g, '');
  const inner = /^[（(](.*)[）)]$/.exec(bare);
  const said = (inner?.[1] ?? bare).replace(LEAD, '');
  // 区长：展昭
  const parted = /[：:]/.test(said) ? OFFICE_COLON.exec(said) : null;
  return parted !== null && isKnownName(parted[2] as string) ? `${parted[1] as string}${parted[2] as string}` : said;
}

const OFFICE_COLON = /^([^：:，。]{0,16}(?:主席|书记|[省市县区州盟旗乡镇]长|主任|[院局厅]长|检察长))[：:]([^：:，。]{2,12})$/;

/** Characters of a name or a short line; one above U+FFFF counts once. */
export function nameLength(text: string): number {
  return [...text].length;
}

/** Does the text (no spaces) read as a Chinese name with a known surname? */
export function isKnownName(text: string): boolean {
  return NAME.test(text) && !NO_NAME.test(text) && (text.includes('·') || hasSurname(text));
}

/** A body that reports in a person's place: 云岭市财政局, 县发展和改革局. A place stands in a bureau's name; 新局, 大局 are none. */
export function isReportingBody(text: string): boolean {
  return text.length <= 24 && (/(?:委员会|财政[局厅]|发展改革委|发改委|统计局|审计局|办公室|人民政府)$/.test(text) || ('局厅院'.includes(text.at(-1) ?? ' ') && BUREAU.test(text) && !VISITS.test(text))) && !/[，。；：！？“”《》—]/.test(text);
}

const BUREAU = /[省市县区州盟旗].{0,16}(?:(?<![开新大全格布结破变定时棋困危胜终僵])局|(?<![大客餐展])厅|法院|检察院)$/;
/** What a headline says of a body, and no byline. */
const VISITS = /走访|慰问|视察|考察|调研|督导|走进|做客|会见|座谈|来到|[赴与]/;

/** Bodies for which one speaks at a meeting: 民革望海区总支部委员会　柳如烟. */
const SPOKEN_FOR = /(?:委员会|委会|[省市县区州盟旗]委|总支|支部|支社|小组|工商联|联合会|总工会|协会|学会|商会|妇联|团委|界|局|厅|法院|检察院|人民政府|办公室)$/;

/** The name behind a body and a blank; null where the line is none such. */
function nameAfterBody(line: string): string | null {
  if (!/\S\s+\S/.test(line)) return null;
  const words = line.trim().replace(/^[（(]|[）)]$/g, '').replace(LEAD, '').split(/\s+/);
  const spread = words.length >= 3 && nameLength(words.at(-1) as string) === 1 && nameLength(words.at(-2) as string) === 1;
  const name = words.slice(spread ? -2 : -1).join('');
  const body = words.slice(0, spread ? -2 : -1).join('');
  return body.length >= 4 && SPOKEN_FOR.test(body) && isKnownName(name) ? name : null;
}

/** The end of the last office word in a text, or 0. */
function officeEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(OFFICE)) end = match.index + match[0].length;
  return end;
}

const NOTE_BEHIND = /(?<=\S)\s*[（(][^（）()。；：:\d]{1,16}[）)](?=[\s、]|$)/gu;

/** The line without what brackets say of the persons behind their names: （女）, （女，满族）. */
function withoutNote(line: string): string {
  return /[）)]/.test(line) ? line.trimEnd().replace(NOTE_BEHIND, '') : line;
}

/** What a line of a head says of the speaker. */
export function speakerLine(line: string): SpeakerLine {
  const bare = withoutNote(line);
  if (bare !== line) {
    const said = speakerLine(bare);
    if (said === 'office-and-name' || (said === 'name' && isKnownName(unwrap(bare)))) return 'office-and-name';
  }
  const text = unwrap(line);
  if (text.length > 40 || NO_NAME.test(text) || /[，。；：！？“”《》—]|听取|审议|出席|[的了所]/.test(text)) return null;
  const end = officeEnd(text);
  // 副主席, 检察长 could be names by their length; the office is what they are.
  if (NAME.test(text) && end !== text.length && !(end > 0 && nameLength(text.slice(end)) === 2)) return 'name';
  if (end === 0) {
    const tail = /[）)]$/.test(text) ? /^([^（(]{2,4})[（(][^）)]*[）)]$/u.exec(text) : null;
    return (tail !== null && NAME.test(tail[1] as string)) || nameAfterBody(line) !== null ? 'office-and-name' : null;
  }
  if (end === text.length) return isNameBeforeOffice(line) ? 'office-and-name' : 'office';
  // 副主席　展昭　白玉堂
  if (end < text.length && namesIn(line).join('') === text.slice(end) && text.length - end > 4) return 'office-and-name';
  return NAME.test(text.slice(end)) || /^[\u3400-\u9fff\u{20000}-\u{323af}]{2,4}[（(]/u.test(text) ? 'office-and-name' : null;
}

/** 杨光 市政协主席: the name stands first, parted by a space. */
function isNameBeforeOffice(line: string): boolean {
  const [first = '', ...rest] = line.trim().replace(/^[（(]|[）)]$/g, '').split(/\s+/);
  return rest.length > 0 && isKnownName(first);
}

/** Names apart by blanks, each behind its office or alone: 主任 沈若兰  副主任 慕容喆. A name may stand in two words (苏　望). */
function namesIn(line: string): string[] {
  const words = line.trim().replace(/^[（(]|[）)]$/g, '').replace(LEAD, '').split(/[\s、]+/);
  const names: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    const next = words[i + 1] ?? '';
    const spread = nameLength(word) === 1 && nameLength(next) === 1;
    if (spread) i += 1;
    const whole = spread ? word + next : word;
    const end = officeEnd(whole);
    const name = whole.slice(end);
    if (isKnownName(name) && (end === 0 || nameLength(name) > 1)) names.push(name);
  }
  return names;
}

/** The name alone of a speaker's field, several of them with 、 between, without spaces, office or brackets; null where it holds none. */
export function speakerName(field: string): string | null {
  const lines = field.split('\n').map((line) => withoutNote(line).replace(/^(?:——|—|⸺)\s*/, '').replace(/(?<=\S\s*\S)\s*同志\s*$/u, ''));
  const several = lines.map(namesIn).find((names) => names.length > 1);
  if (several !== undefined) return several.join('、');
  for (const line of lines) {
    const text = unwrap(line);
    const after = nameAfterBody(line);
    if (after !== null) return after;
    if (isReportingBody(text)) continue;
    const end = officeEnd(text);
    // 市长于海 is an office of two characters and a name, though four characters could be a name; 副主席 is an office alone.
    if (NAME.test(text) && !(end > 0 && nameLength(text.slice(end)) <= 2)) return text;
    if (end > 0 && end < text.length && NAME.test(text.slice(end))) return text.slice(end);
    const bracket = /^([\u3400-\u9fff\u{20000}-\u{323af}·]{2,12}?)[（(]/u.exec(text);
    if (bracket !== null && NAME.test(bracket[1] as string)) return bracket[1] as string;
    if (end === text.length && isNameBeforeOffice(line)) return (line.trim().replace(/^[（(]/, '').split(/\s+/)[0] ?? null);
  }
  return null;
}
