// 承诺与结果 as people see it: each task of last year's plan, the sentence of this year's review
// that speaks of it, and what a person says of it. In: the package, whose version `last-year`
// is last year's text. Out: rows, the changes that say something of one, a table, findings.
import type { Diagnostic } from '../diagnostic';
import type { PackageChange } from '../model/change';
import type { Package, PromiseRecord, PromiseStatus } from '../model/package';
import { quoted } from '../model/quote';
import { stagePolicy } from '../model/stage';
import { csvOf } from './csv';
import { promiseResults, reviewSentences, type PromiseResult, type ReviewSentence } from './promises';
import { LAST_YEAR } from './roll/version-ids';
import type { TableSheet } from './table-sheet';

export const PROMISE_STATES: Readonly<Record<PromiseStatus, string>> = { done: '完成', partly: '部分', unmentioned: '未提', renamed: '改名' };

export interface PromiseRow {
  readonly task: PromiseResult;
  /** Key of its record in the package. */
  readonly key: string;
  readonly record: PromiseRecord | null;
  /** The record is that of a sentence of which the task is a part now, or which is part of it, and stands under its key: with the keys of the others that it is of. null: it is the task's own. */
  readonly shared: { readonly key: string; readonly others: readonly string[] } | null;
  /** What was said of it; null: nobody has said. */
  readonly status: PromiseStatus | null;
  /** The sentence that speaks of it: chosen by hand, else found. `place` null: the chosen one stands there no more. */
  readonly result: { readonly text: string; readonly place: ReviewSentence['place'] | null; readonly byHand: boolean } | null;
  /** Why the sentence is taken for the task's result, in Chinese; '' where there is none. */
  readonly reason: string;
}

export type PromisePackage = Pick<Package, 'articles' | 'versions' | 'promises'>;

/** A key is part of a change's path, and a task without a stop may be long. */
const LONGEST_KEY = 400;

/** The tasks of last year's text with what became of them; none where the package has no last year's text. */
export function promiseRows({ articles, versions, promises = {} }: PromisePackage): readonly PromiseRow[] {
  const last = versions.find(({ id }) => id === LAST_YEAR);
  if (last === undefined) return [];
  // Asked for only where a sentence was chosen by hand.
  const isChosen = Object.values(promises).some(({ result }) => result !== null && result !== '');
  const sentences = new Map(isChosen ? reviewSentences({ articles }).map((sentence) => [sentence.text, sentence]) : []);
  const counted = new Map<string, number>();
  const keyed = promiseResults(last, { articles }).map((task) => {
    const words = task.text.slice(0, LONGEST_KEY);
    const n = counted.get(words) ?? 0;
    counted.set(words, n + 1);
    // 要抓好落实 may stand there twice.
    return { task, key: n === 0 ? words : `${words}#${n}` };
  });
  const sharedKeys = sharedRecords(keyed.map(({ key }) => key), promises);
  return keyed.map(({ task, key }): PromiseRow => {
    const from = sharedKeys.get(key) ?? null;
    const record = Object.hasOwn(promises, key) ? promises[key]! : from === null ? null : promises[from]!;
    const chosen = record?.result ?? null;
    const found = task.result === null ? null : { text: task.result.text, place: task.result.place, byHand: false };
    const result = chosen === null ? found : chosen === '' ? null : { text: chosen, place: sentences.get(chosen)?.place ?? null, byHand: true };
    const shared = from === null ? null : { key: from, others: [...sharedKeys].filter(([other, one]) => one === from && other !== key).map(([other]) => other) };
    return { task, key, record, shared, status: record?.status ?? null, result, reason: result === null ? '' : result.byHand ? '手工选定' : foundBy(task) };
  });
}

/** Letters of a task that is told by them within another. */
const LEAST_PART = 6;

/** For tasks without a record of their own the key of one that no task has any more, and of whose words the task is a part, or the other way round: sentences are parted otherwise than when it was said. */
function sharedRecords(keys: readonly string[], promises: Readonly<Record<string, PromiseRecord>>): ReadonlyMap<string, string> {
  const own = new Set(keys);
  const orphans = Object.keys(promises).filter((key) => !own.has(key)).map((key) => ({ key, words: bare(key) }));
  const found = new Map<string, string>();
  if (orphans.length === 0) return found;
  for (const key of keys) {
    const words = bare(key);
    const one = Object.hasOwn(promises, key) || words.length < LEAST_PART ? undefined : orphans.find((orphan) => orphan.words.includes(words) || (orphan.words.length >= LEAST_PART && words.includes(orphan.words)));
    if (one !== undefined) found.set(key, one.key);
  }
  return found;
}

const bare = (key: string): string => key.replace(/#\d+$/, '').replace(/[，；。]$/, '');

/** Words of a sentence that a reason quotes. */
const QUOTED_REASON = 16;

function foundBy({ result }: PromiseResult): string {
  if (result === null) return '';
  const by = result.by === null ? '' : `其下${quoted(result.by.length > QUOTED_REASON ? `${result.by.slice(0, QUOTED_REASON)}…` : result.by.replace(/。$/, ''))}`;
  const old = result.isLast === 'open' ? '；还是去年的句子，数待填' : result.isLast === 'same' ? '；与去年一字不差' : '';
  return `${result.shared.length === 0 ? `${by}字句相近` : `${by}都有：${result.shared.join('、')}`}${old}`;
}

/** The changes that say `next` of a task; none where that is said already. A record that it shares becomes one of each task. */
export function sayOfPromise({ key, record, shared }: PromiseRow, next: Partial<PromiseRecord>): readonly PackageChange[] {
  const to: PromiseRecord = { ...(record ?? { status: null, result: null }), ...next };
  const isNothing = to.status === null && to.result === null;
  if (record === null ? isNothing : record.status === to.status && record.result === to.result) return [];
  if (shared === null) return [{ kind: 'set', path: `promises/${key}`, from: record, to: isNothing ? null : to }];
  const parted = shared.others.map((other): PackageChange => ({ kind: 'set', path: `promises/${other}`, from: null, to: record }));
  return [{ kind: 'set', path: `promises/${shared.key}`, from: record, to: null }, ...parted, ...(isNothing ? [] : [{ kind: 'set', path: `promises/${key}`, from: null, to } as const])];
}

const HEADER = ['序号', '去年的安排', '章节', '今年的总结', '对上的依据', '状态'];

/** `none`: what stands where no sentence speaks of a task. */
const cells = (rows: readonly PromiseRow[], none: string): readonly (readonly string[])[] => rows.map(({ task, result, reason, status }, index) => [
  String(index + 1), task.text, task.section, result?.text ?? none, reason, status === null ? '' : PROMISE_STATES[status],
]);

/** The table as CSV. */
export function promisesCsv(rows: readonly PromiseRow[]): string {
  return csvOf([HEADER, ...cells(rows, '')]);
}

/** The table as a document. `of`: the report's title, `today`: ISO. */
export function promisesSheet(rows: readonly PromiseRow[], of: string, today: string): TableSheet {
  const counts = (Object.keys(PROMISE_STATES) as PromiseStatus[]).map((status) => `${PROMISE_STATES[status]}${rows.filter((row) => row.status === status).length}项`);
  return {
    title: `${of === '' ? '' : `${of}\n`}承诺与结果`, before: [`去年的安排共${rows.length}项：${counts.join('，')}，未定${rows.filter(({ status }) => status === null).length}项。制表日期：${today}。`],
    header: HEADER, rows: cells(rows, '今年没有提到'), after: [],
  };
}

/** Words of a task that a finding quotes. */
const QUOTED = 40;

/** Tasks that this year's review never mentions and nobody has said anything of but that. From 征求意见稿 on a warning. */
export function promiseDiagnostics(pkg: PromisePackage & Pick<Package, 'stage'>): readonly Diagnostic[] {
  const severity = stagePolicy(pkg.stage) === 'print' ? 'info' : 'warning';
  return promiseRows(pkg).filter(({ status, result }) => result === null && (status === null || status === 'unmentioned')).map(({ task: { text } }) => ({
    severity, code: 'promise-unmentioned', message: `去年安排的${quoted(text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text.replace(/。$/, ''))}，今年的总结里没有提到`, at: null,
    suggestion: '在总结里写上；已经办了的，在“承诺与结果”里选定是哪一句',
  }));
}

/** The same while a text is written: in a 工作稿, which has much to say still, one finding with how many they are. */
export function promiseSummary(pkg: PromisePackage & Pick<Package, 'stage'>): readonly Diagnostic[] {
  const all = promiseDiagnostics(pkg);
  const [first] = all;
  if (first === undefined || stagePolicy(pkg.stage) !== 'print') return all;
  return [{ ...first, message: `去年的安排有 ${all.length} 项，今年的总结里还没有提到`, suggestion: '逐项见“承诺与结果”' }];
}
