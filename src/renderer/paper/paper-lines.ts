// The lines of 报纸信息 and how each is read: what a newspaper page prints around the
// articles. All of it is the paper's own data (TYPESETTING 2.2), none of it text of
// an article; a line left empty is not printed.
import { type Border, BORDERS } from '../../core/model/dress';
import type { Edition, IssueCount, PaperProfile, Phase } from '../../core/model/package';
import { ISSUE_PLACE, strangeBrace } from '../../core/model/line-braces';
import { wordingFault } from '../../core/model/page-name';
import { isIssueDay, issueNumber, otherNumber } from '../../core/page/issue-number';

/** What the form holds, as typed. */
export interface PaperForm {
  readonly name: string;
  readonly date: string;
  readonly issue: string;
  readonly publisher: string;
  readonly registration: string;
  readonly editors: string;
  readonly contact: string;
  readonly firstPage: string;
  readonly pageNames: string;
  readonly jumpTo: string;
  readonly jumpFrom: string;
  readonly style: string;
  readonly phase: string;
  readonly counting: string;
  readonly pagesToday: string;
  readonly pageWording: string;
  readonly border: string;
  readonly nameRed: string;
  readonly lunar: string;
  readonly tail: string;
}

export interface PaperLine {
  readonly key: keyof PaperForm;
  readonly name: string;
  readonly hint: string;
  /** What may be chosen; left out: anything typed. */
  readonly choices?: readonly string[];
}

/** 版面风格 (TYPESETTING 2.5). */
const STYLES = { interlocked: '穿插式', modular: '模块式' } as const;
const PHASES: Readonly<Record<Phase, string>> = { opening: '开幕', during: '会中', closing: '闭幕' };
const DAYS: Readonly<Record<IssueCount['days'], string>> = { daily: '每天', sixdays: '周一至周六', workdays: '周一至周五', weekly: '每周' };
/** What else people call them. */
const DAYS_TOO: Readonly<Record<string, IssueCount['days']>> = {
  天天: 'daily', 每日: 'daily', 日报: 'daily', 每周七期: 'daily', 每周六期: 'sixdays', 周日休刊: 'sixdays', 周日无报: 'sixdays', 每周五期: 'workdays', 工作日: 'workdays',
  双休日休刊: 'workdays', 周末休刊: 'workdays', 周报: 'weekly', 每周一期: 'weekly',
};
const NO_PHASE = '不分';
const [PRINTED, NOT_PRINTED] = ['印', '不印'] as const;
const [BLACK, RED] = ['黑', '红'] as const;

export const PAPER_LINES: readonly PaperLine[] = [
  { key: 'name', name: '报名', hint: '云岭日报' },
  { key: 'date', name: '出报日期', hint: '2026-01-13；不填用会议开幕日' },
  { key: 'phase', name: '会期', hint: '', choices: [NO_PHASE, ...Object.values(PHASES)] },
  { key: 'issue', name: '期号', hint: '第9876期；推算的写成 第{n}期' },
  { key: 'counting', name: '期号推算', hint: '2026-01-13 9876 每天（或：周一至周六、周一至周五、每周）；不推算就空着' },
  { key: 'publisher', name: '主办单位', hint: '中共云岭市委主办' },
  { key: 'registration', name: '刊号', hint: '国内统一连续出版物号 CN 00-0000' },
  { key: 'editors', name: '责编等', hint: '责编 张三；校对 李四' },
  { key: 'pagesToday', name: '版数', hint: '今日8版' },
  { key: 'contact', name: '联系方式', hint: '电话、网址' },
  { key: 'tail', name: '报尾', hint: '社址、邮编、电话、定价、印刷单位；印在最后一版下边' },
  { key: 'lunar', name: '农历', hint: '', choices: [PRINTED, NOT_PRINTED] },
  { key: 'nameRed', name: '报头颜色', hint: '', choices: [BLACK, RED] },
  { key: 'firstPage', name: '起始版次', hint: '1 有报头；2 以后只有报眉' },
  { key: 'pageNames', name: '各版名称', hint: '要闻、时政（按版次，用顿号隔开）' },
  { key: 'jumpTo', name: '转版写作', hint: '（下转第{n}版），{n} 是版次' },
  { key: 'jumpFrom', name: '接排写作', hint: '（上接第{n}版），写成 {n:1} 印数字 2，写成 {n} 印二' },
  { key: 'pageWording', name: '版次写作', hint: '第{n}版；{n:1} 印数字，{n:2} 补成两位：第A{n:2}版印 第A03版' },
  { key: 'style', name: '版面风格', hint: '', choices: Object.values(STYLES) },
  { key: 'border', name: '围框', hint: '', choices: Object.values(BORDERS) },
];

/** TYPESETTING N-20: the usual wording. */
const JUMP: PaperProfile['jump'] = { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' };

/** Where 版次 stands as digits the form says so in the second wording, once for both. */
const DIGITS = '{n:1}';

function written({ back, numerals }: PaperProfile['jump']): string {
  return numerals === 'digits' ? back.replace('{n}', DIGITS) : back;
}

/** The wordings of a form that are right. */
function readJump({ jumpTo, jumpFrom }: PaperForm): PaperProfile['jump'] {
  const numerals = jumpTo.includes(DIGITS) || jumpFrom.includes(DIGITS) ? 'digits' : 'han';
  return { forward: jumpTo.trim().replace(DIGITS, '{n}'), back: jumpFrom.trim().replace(DIGITS, '{n}'), numerals };
}

/** The form of an edition; empty where it has no profile. */
export function paperForm({ paper, date, phase }: Pick<Edition, 'paper' | 'date' | 'phase'>): PaperForm {
  return {
    name: paper?.name ?? '',
    date: date ?? '',
    issue: paper?.issue ?? '',
    publisher: paper?.publisher ?? '',
    registration: paper?.registration ?? '',
    editors: (paper?.editors ?? []).map(({ role, name }) => `${role} ${name}`).join('；'),
    contact: paper?.contact ?? '',
    firstPage: String(paper?.firstPage ?? 1),
    pageNames: (paper?.pageNames ?? []).join('、'),
    jumpTo: paper?.jump.forward ?? JUMP.forward,
    jumpFrom: written(paper?.jump ?? JUMP),
    style: STYLES[paper?.style ?? 'interlocked'],
    phase: phase === null ? NO_PHASE : PHASES[phase],
    counting: paper?.counting === undefined ? '' : `${paper.counting.date} ${paper.counting.number} ${DAYS[paper.counting.days]}`,
    pagesToday: paper?.pagesToday ?? '',
    pageWording: paper?.pageWording ?? PAGE_WORDING,
    border: BORDERS[paper?.border ?? 'wenwu'],
    nameRed: paper?.nameRed === true ? RED : BLACK,
    lunar: paper?.lunar === false ? NOT_PRINTED : PRINTED,
    tail: paper?.tail ?? '',
  };
}

const PAGE_WORDING = '第{n}版';

/** What stands for a number in a line. */
const PLACES: Readonly<Partial<Record<keyof PaperForm, RegExp>>> = { issue: ISSUE_PLACE, jumpTo: /\{n(?::[12])?\}/gu, jumpFrom: /\{n(?::[12])?\}/gu, pageWording: /\{n(?::[12])?\}/gu };

/** What a form says is the key of one of these. */
function keyOf<K extends string>(names: Readonly<Record<K, string>>, name: string): K | undefined {
  return (Object.keys(names) as K[]).find((key) => names[key] === name.trim());
}

/** `2026-01-13 9876 每天`; null: empty; undefined: not read. */
function readCounting(typed: string): IssueCount | null | undefined {
  if (typed.trim() === '') return null;
  const match = /^\s*(\S+?)\s+(?:第\s*)?(\d{1,7})\s*[期号]?\s*[，,]?\s*(\S*)\s*$/.exec(typed.normalize('NFKC'));
  const date = match === null ? undefined : readDate(match[1]!);
  const said = (match?.[3] ?? '').replace(/^(?:星期|礼拜)/, '周').replace(/[到—－~～-](?:周|星期|礼拜)?/, '至周').replace(/至(?:星期|礼拜)?(?=[一二三四五六日])/, '至周').replace(/^周一至周日$/, '每天').replace(/出报$/, '');
  const days = said === '' ? 'daily' : (keyOf(DAYS, said) ?? DAYS_TOO[said]);
  return match === null || date === undefined || date === null || days === undefined ? undefined : { number: Number(match[2]), date, days };
}

/** What a 期号 written by hand is printed as while another is counted, and what to do, for the form to say; null where it is the same, or none. */
export function otherNumberWords({ issue, counting, date }: Pick<PaperForm, 'issue' | 'counting' | 'date'>, opens: string | null): string | null {
  const count = readCounting(counting);
  const other = count === null || count === undefined ? null : otherNumber({ issue, counting: count }, readDate(date) ?? opens);
  return other === null ? null : `会印作“${other.written.trim()}”，推算的是第 ${other.counted} 期：印推算的写成 第{n}期；写的对就改“期号推算”，从这一期数起`;
}

/** 期号 that is counted for the day, and that the paper has no issue then, for the form to say; null where nothing is counted. */
export function countedWords({ issue, counting, date }: Pick<PaperForm, 'issue' | 'counting' | 'date'>, opens: string | null): string | null {
  const count = readCounting(counting);
  const day = readDate(date) ?? opens;
  if (count === null || count === undefined || day === null) return null;
  const number = issueNumber(count, day);
  if (number === null) return null;
  // What is printed is written by hand: this number is not.
  const isOther = otherNumberWords({ issue, counting, date }, opens) !== null;
  return isIssueDay(count, day) === false ? `${DAYS[count.days]}出报，出报日期是周${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]!}：${isOther ? '推算的是' : '印作'}第 ${number} 期，请核对` : `${isOther ? '推算的是' : '这一期是'}第 ${number} 期`;
}

export type PaperRead =
  | { readonly ok: true; readonly paper: PaperProfile | null; readonly date: string | null; readonly phase: Phase | null }
  | { readonly ok: false; readonly wrong: PaperFaults };

/** Why lines cannot be read, in Chinese, by the line. */
export type PaperFaults = Readonly<Partial<Record<keyof PaperForm, string>>>;

/** What is right of a form, with the lines that cannot be read as they were: for showing it while it is typed. */
export function rightOf(form: PaperForm, wrong: PaperFaults, before: PaperForm): PaperForm {
  const kept = Object.fromEntries((Object.keys(wrong) as (keyof PaperForm)[]).map((key) => [key, before[key]]));
  const right = { ...form, ...kept };
  // A number that waits for a counting which cannot be read is not printed; all else is.
  return right.counting.trim() === '' && right.issue.includes('{n}') ? { ...right, issue: '' } : right;
}

/** What is given up where there is no name: no masthead is printed then, and nothing beside it. null: nothing. */
export function namelessWords(form: PaperForm): string | null {
  const isFilled = (['issue', 'counting', 'publisher', 'registration', 'editors', 'pagesToday', 'contact', 'tail', 'pageNames'] as const).some((key) => form[key].trim() !== '');
  return form.name.trim() === '' && isFilled ? '没有报名，报头、报眉都不印，其余各项也不留' : null;
}

/** Between two editors: a semicolon, or a blank before what is a duty again. */
const EDITORS_APART = /[；;]|\s+(?=(?:责任|执行|值班|本版|美术|图片|视觉|文字)?(?:责编|编辑|主编|总编|副总编|编委|版式|校对|检校|审校|审核|美编|设计|制图|摄影|组版|统筹)[\s:：])/u;

/** The profile that the form says; null without a name: no masthead is printed then. `old` keeps what the form does not show. */
export function readPaper(form: PaperForm, old: PaperProfile | null): PaperRead {
  const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  const wrong: Partial<Record<keyof PaperForm, string>> = {};
  const firstPage = Number(form.firstPage.normalize('NFKC').trim());
  if (!Number.isInteger(firstPage) || firstPage < 1 || firstPage > 999) wrong.firstPage = '版次是 1 到 999 的整数';
  const date = readDate(form.date);
  if (date === undefined) wrong.date = DATE.test(form.date.normalize('NFKC')) ? '没有这一天，请核对月和日' : '写成 2026-01-13 或 2026年1月13日';
  const editors: { role: string; name: string }[] = [];
  for (const part of form.editors.split(EDITORS_APART)) {
    if (part.trim() === '') continue;
    const match = /^\s*(\S+?)[\s　:：]+(.+?)\s*$/.exec(part);
    if (match === null) wrong.editors ??= `“${part.trim()}”看不出职务和姓名：职务和姓名之间空一格`;
    else editors.push({ role: match[1] ?? '', name: match[2] ?? '' });
  }
  for (const key of ['jumpTo', 'jumpFrom', 'pageWording'] as const) {
    const fault = wordingFault(form[key].trim());
    if (fault !== null) wrong[key] = fault;
  }
  const style = keyOf(STYLES, form.style);
  if (style === undefined) wrong.style = '写“穿插式”或“模块式”';
  const counting = readCounting(form.counting);
  if (counting === undefined) wrong.counting = '写成 2026-01-13 9876 每天：那一天的期号，和每天、周一至周六、周一至周五还是每周出（别的日子推算不了，期号每期自己写）';
  const pageWording = form.pageWording.trim();
  if (form.issue.split('{n}').length > 2) wrong.issue = '只能有一处 {n}：推算的是一个数，另一个（如总期号）自己写';
  else if (counting === null && form.issue.includes('{n}')) wrong.issue = '有 {n} 就要在“期号推算”里写从哪一天数起';
  // What is printed as it was typed: another letter in braces stands for nothing.
  for (const { key } of PAPER_LINES) {
    const strange = strangeBrace(form[key], PLACES[key]);
    if (strange !== null) wrong[key] ??= `“${strange}”不代表什么，会照样印出来：${PLACES[key] === undefined ? '删掉它' : '数写作 {n}'}`;
  }
  if (date === undefined || style === undefined || counting === undefined || Object.keys(wrong).length > 0) return { ok: false, wrong };
  const jump = readJump(form);
  const phase = keyOf(PHASES, form.phase) ?? null;
  const border: Border = keyOf(BORDERS, form.border) ?? 'wenwu';
  const tail = text(form.tail);
  const pagesToday = text(form.pagesToday);
  const name = text(form.name);
  if (name === null) return { ok: true, paper: null, date, phase };
  const pageNames = form.pageNames.split(/[、,，；;\s]/).map((each) => each.trim()).filter((each) => each !== '');
  return {
    ok: true,
    date,
    phase,
    paper: {
      name, issue: text(form.issue), publisher: text(form.publisher), registration: text(form.registration), editors, contact: text(form.contact),
      firstPage, pageNames, jump,
      // What a package never said it need not say: 穿插式 is what it is without a word.
      ...(style === 'interlocked' && old?.style === undefined ? {} : { style }),
      ...(border === 'wenwu' && old?.border === undefined ? {} : { border }),
      ...(pageWording === PAGE_WORDING && old?.pageWording === undefined ? {} : { pageWording }),
      ...(form.lunar !== NOT_PRINTED && old?.lunar === undefined ? {} : { lunar: form.lunar !== NOT_PRINTED }),
      ...(form.nameRed === RED ? { nameRed: true } : {}),
      ...(counting === null ? {} : { counting }),
      ...(tail === null ? {} : { tail }),
      ...(pagesToday === null ? {} : { pagesToday }),
      ...(old?.nameArt === undefined ? {} : { nameArt: old.nameArt }),
      ...(old?.labelArt === undefined ? {} : { labelArt: old.labelArt }),
      ...(old?.flower === undefined ? {} : { flower: old.flower }),
    },
  };
}

/** A day as people write it, and as file names have it: 20260113. */
const DATE = /^\s*(\d{4})(?:\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))\s*$/;

/** ISO; null: empty; undefined: no date. Full-width digits are what an input method leaves behind. */
function readDate(typed: string): string | null | undefined {
  if (typed.trim() === '') return null;
  const match = DATE.exec(typed.normalize('NFKC'));
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
