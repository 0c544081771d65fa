// The lines of 报纸信息 and how each is read: what a newspaper page prints around the
// articles. All of it is the paper's own data (TYPESETTING 2.2), none of it text of
// an article; a line left empty is not printed.
import type { Edition, PaperProfile } from '../../core/model/package';

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
}

export interface PaperLine {
  readonly key: keyof PaperForm;
  readonly name: string;
  readonly hint: string;
}

export const PAPER_LINES: readonly PaperLine[] = [
  { key: 'name', name: '报名', hint: '云岭日报' },
  { key: 'date', name: '出报日期', hint: '2026-01-13；不填用会议开幕日' },
  { key: 'issue', name: '期号', hint: '第9876期' },
  { key: 'publisher', name: '主办单位', hint: '中共云岭市委主办' },
  { key: 'registration', name: '刊号', hint: '国内统一连续出版物号 CN 00-0000' },
  { key: 'editors', name: '责编等', hint: '责编 张三；校对 李四' },
  { key: 'contact', name: '联系方式', hint: '电话、网址' },
  { key: 'firstPage', name: '起始版次', hint: '1 有报头；2 以后只有报眉' },
  { key: 'pageNames', name: '各版名称', hint: '要闻、时政（按版次，用顿号隔开）' },
];

/** TYPESETTING N-20: the usual wording. */
const JUMP: PaperProfile['jump'] = { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' };

/** The form of an edition; empty where it has no profile. */
export function paperForm({ paper, date }: Pick<Edition, 'paper' | 'date'>): PaperForm {
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
  };
}

export type PaperRead =
  | { readonly ok: true; readonly paper: PaperProfile | null; readonly date: string | null }
  | { readonly ok: false; readonly key: keyof PaperForm; readonly reason: string };

/** The profile that the form says; null without a name: no masthead is printed then. `old` keeps what the form does not show. */
export function readPaper(form: PaperForm, old: PaperProfile | null): PaperRead {
  const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  const firstPage = Number(form.firstPage.trim());
  if (!Number.isInteger(firstPage) || firstPage < 1 || firstPage > 999) return { ok: false, key: 'firstPage', reason: '版次是 1 到 999 的整数' };
  const date = readDate(form.date);
  if (date === undefined) return { ok: false, key: 'date', reason: '写成 2026-01-13 或 2026年1月13日' };
  const editors: { role: string; name: string }[] = [];
  for (const part of form.editors.split(/[；;]/)) {
    if (part.trim() === '') continue;
    const match = /^\s*(\S+?)[\s　:：]+(.+?)\s*$/.exec(part);
    if (match === null) return { ok: false, key: 'editors', reason: `“${part.trim()}”看不出职务和姓名：职务和姓名之间空一格` };
    editors.push({ role: match[1] ?? '', name: match[2] ?? '' });
  }
  const name = text(form.name);
  if (name === null) return { ok: true, paper: null, date };
  const pageNames = form.pageNames.split(/[、,，]/).map((each) => each.trim()).filter((each) => each !== '');
  return {
    ok: true,
    date,
    paper: {
      name, issue: text(form.issue), publisher: text(form.publisher), registration: text(form.registration), editors, contact: text(form.contact),
      firstPage, pageNames, jump: old?.jump ?? JUMP,
    },
  };
}

/** ISO; null: empty; undefined: no date. */
function readDate(typed: string): string | null | undefined {
  if (typed.trim() === '') return null;
  const match = /^\s*(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?\s*$/.exec(typed);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
