import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../test/build';
import { DAILY, FAKE, shipped, smallBooklet } from '../../test/build-edition';
import type { Edition, Meeting, Package } from './model/package';
import { profileDiagnostics } from './report-profile';
import { Typesetter } from './typeset';

const pkg: Package = packageOf([article('a', 'news', doc(p('今天开幕。')), { 'deck.main': '开幕' })]);
const meeting = (opens: string | null, closes: string | null = null): Meeting => ({ ...pkg.meeting, opens, closes });
const paper = (more: Partial<Edition> = {}): Edition => shipped('N8', ['a'], { paper: DAILY, date: '2026-02-28', ...more });
const said = (edition: Edition, own = pkg.meeting) => profileDiagnostics(edition, own).map(({ severity, code, message }) => [severity, code, message]);

describe('days that are none', () => {
  it('an issue of 2026-02-31', () => {
    expect(said(paper())).toEqual([]);
    expect(said(paper({ date: '2026-02-31' }))).toEqual([['warning', 'date-invalid', '出报日期“2026-02-31”没有这一天，用到的地方都不印日期']]);
    expect(said(paper({ date: '2024-02-29' }))).toEqual([]);
  });
  it('the meeting’s, in a booklet too, and the day that 期号 are counted from', () => {
    expect(said(smallBooklet(['a']), meeting('2026-02-29', '2026-13-01')).map(([, , message]) => message)).toEqual([expect.stringContaining('开幕日期“2026-02-29”'), expect.stringContaining('闭幕日期“2026-13-01”')]);
    expect(said(paper({ paper: { ...DAILY, counting: { number: 1, date: '2026-04-31', days: 'daily' } } })).map(([, , message]) => message)).toEqual([expect.stringContaining('“期号推算”里的日期“2026-04-31”')]);
  });
});

describe('N-20: both ends of a jump name the other’s page', () => {
  const worded = (forward: string, back: string, pageWording?: string) => said(paper({ paper: { ...DAILY, jump: { forward, back, numerals: 'han' }, ...(pageWording === undefined ? {} : { pageWording }) } }));
  it.each([['（下转第{n}版）', '（上接第{n}版）'], ['下转A{n:2}版', '上接A{n:1}版'], ['▶{n}', '◀{n}']])('%s, %s', (forward, back) => expect(worded(forward, back)).toEqual([]));
  it.each<[string, string, string[]]>([
    ['下转后页', '', ['“转版写作”“下转后页”不对，要有一处 {n}，印出时换成版次', '“接排写作”是空的，要有一处 {n}，印出时换成版次']],
    ['（下转第{n}版）', '（上接{m}版）', ['“接排写作”“（上接{m}版）”不对，要有一处 {n}，印出时换成版次']],
    ['（下转第{n}版）', '（上接{n}版{m}）', ['“接排写作”“（上接{n}版{m}）”不对，“{m}”不代表什么，会照样印出来：数写作 {n}']],
    ['（下转{n}、{n}版）', '（上接第{n}版）', ['“转版写作”“（下转{n}、{n}版）”不对，要有一处 {n}，印出时换成版次']],
  ])('%j, %j: an error each', (forward, back, messages) => {
    expect(worded(forward, back)).toEqual(messages.map((message) => ['error', 'jump-broken', message]));
  });
  it('版次 without its number', () => expect(worded('（下转第{n}版）', '（上接第{n}版）', '版')).toMatchObject([['error', 'jump-broken', expect.stringContaining('“版次写作”') as string]]));
  it('is said by whoever sets the edition', () => {
    const edition = paper({ date: '2026-02-31', paper: { ...DAILY, jump: { ...DAILY.jump, back: '' } } });
    expect(new Typesetter(FAKE).typeset(pkg, edition).diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['date-invalid', 'jump-broken']));
  });
});

describe('lines that are printed as they were typed', () => {
  const lined = (more: Partial<NonNullable<Edition['paper']>>) => said(paper({ paper: { ...DAILY, ...more } }));
  it.each<[Partial<NonNullable<Edition['paper']>>, string]>([
    [{ issue: '第{m}期' }, '“期号”“第{m}期”里的“{m}”不代表什么，会照样印出来'],
    [{ issue: '第{n}期（总{m}期）', counting: { number: 1, date: '2026-01-01', days: 'daily' } }, '“期号”“第{n}期（总{m}期）”里的“{m}”不代表什么，会照样印出来'],
    [{ pagesToday: '今日{n}版' }, '“版数”“今日{n}版”里的“{n}”不代表什么，会照样印出来'],
    [{ tail: '社址：{' }, '“报尾”“社址：{”里的“{”不代表什么，会照样印出来'],
    [{ editors: [{ role: '责编', name: '{n}' }] }, '“责编等”“责编 {n}”里的“{n}”不代表什么，会照样印出来'],
  ])('%j: an error that names it', (more, message) => expect(lined(more)).toEqual([['error', 'line-braces', message]]));
  it('a 期号 that is counted, or has no braces, is right; one that nothing counts is not printed, and that is said', () => {
    expect(lined({ issue: '第{n}期', counting: { number: 1, date: '2026-01-01', days: 'daily' } })).toEqual([]);
    expect(lined({ issue: '第9876期' })).toEqual([]);
    expect(lined({ issue: '第{n}期' })).toEqual([['warning', 'line-braces', '“期号”“第{n}期”里有 {n}，“期号推算”却是空的：期号不印']]);
  });
});

describe('期号 at the head of the front page', () => {
  const counting = { number: 10261, date: '2026-02-20', days: 'daily' } as const;
  const issued = (issue: string | null, more: Partial<Edition> = {}, own = pkg.meeting) => profileDiagnostics(paper({ paper: { ...DAILY, issue, counting }, ...more }), own);
  it.each(['第10268期', '第１０２６８期', '第10,268期', '第2期（总第10268期）'])('%s where 10269 is counted: both are told, and what to do', (issue) => {
    expect(issued(issue)).toEqual([{
      severity: 'warning', code: 'issue-number', at: null, message: `报头照“期号”印“${issue}”，按“期号推算”这一期（2026-02-28）是第 10269 期`,
      suggestion: '请核对。推算的对，就在“报纸信息”的“期号”里把数写作 {n}（如 第{n}期）；写的对（停过刊、增过刊），就把“期号推算”改成从这一期数起：2026-02-28 和这一期的期号',
    }]);
  });
  it.each(['第{n}期', '第10269期', '第10,269期', '第2期（总第10269期）', '试刊', null])('%s says nothing else', (issue) => expect(issued(issue)).toEqual([]));
  it('counts by the day that the masthead prints; nothing where nothing is counted', () => {
    expect(issued('第10269期', { date: null }, meeting('2026-02-27')).map(({ message }) => message)).toEqual(['报头照“期号”印“第10269期”，按“期号推算”这一期（2026-02-27）是第 10268 期']);
    expect(said(paper({ paper: { ...DAILY, issue: '第1期' } }))).toEqual([]);
  });
});
