import { describe, expect, it } from 'vitest';
import type { PaperProfile } from '../../core/model/package';
import { countedWords, namelessWords, otherNumberWords, paperForm, readPaper, rightOf, type PaperForm } from './paper-lines';

const EMPTY: PaperForm = paperForm({ paper: null, date: null, phase: null });

describe('报纸信息', () => {
  it('what was read is shown as it was typed', () => {
    const form: PaperForm = {
      ...EMPTY, name: '云岭日报', date: '2026年1月13日', issue: '第9876期', editors: '责编 张三；校对：李四', firstPage: '2', pageNames: '要闻、时政，综合',
    };
    const read = readPaper(form, null);
    if (!read.ok) throw new Error(JSON.stringify(read.wrong));
    expect(read.date).toBe('2026-01-13');
    expect(read.paper).toEqual({
      name: '云岭日报', issue: '第9876期', publisher: null, registration: null, contact: null, firstPage: 2, pageNames: ['要闻', '时政', '综合'],
      editors: [{ role: '责编', name: '张三' }, { role: '校对', name: '李四' }],
      jump: { forward: '（下转第{n}版）', back: '（上接第{n}版）', numerals: 'han' },
    });
    expect(paperForm({ paper: read.paper, date: read.date, phase: read.phase })).toEqual({ ...form, date: '2026-01-13', editors: '责编 张三；校对 李四', pageNames: '要闻、时政、综合' });
  });

  it('without a name there is no masthead: no profile', () => {
    expect(readPaper({ ...EMPTY, issue: '第1期' }, null)).toEqual({ ok: true, paper: null, date: null, phase: null });
  });

  it.each([
    ['firstPage', { firstPage: '0' }],
    ['firstPage', { firstPage: '二' }],
    ['date', { date: '2026-02-30' }],
    ['date', { date: '下周' }],
    ['editors', { editors: '张三' }],
    ['jumpTo', { jumpTo: '（下转）' }],
    ['jumpFrom', { jumpFrom: '' }],
    ['jumpFrom', { jumpFrom: '（上接{m}版）' }],
    ['jumpFrom', { jumpFrom: '（上接{n}版{m}）' }],
    ['pageWording', { pageWording: '第{n}版 {m}' }],
    ['style', { style: '随意' }],
  ] as const)('a %s that cannot be read is named: %o', (key, typed) => {
    const read = readPaper({ ...EMPTY, name: '云岭日报', ...typed }, null);
    expect(read.ok ? null : Object.keys(read.wrong)).toEqual([key]);
  });

  it('all that is wrong is named at once; what is right of it can be shown meanwhile', () => {
    const before: PaperForm = { ...EMPTY, name: '云岭日报', date: '2026-01-13' };
    const typed: PaperForm = { ...before, name: '云岭时报', date: '下周', firstPage: '二', editors: '责编 张三；李四；王五', pageWording: '版' };
    const read = readPaper(typed, null);
    if (read.ok) throw new Error('was read');
    expect(read.wrong).toEqual({ date: expect.any(String), firstPage: expect.any(String), editors: expect.stringContaining('“李四”'), pageWording: expect.any(String) });
    expect(rightOf(typed, read.wrong, before)).toEqual({ ...before, name: '云岭时报' });
    expect(readPaper(rightOf(typed, read.wrong, before), null)).toMatchObject({ ok: true, date: '2026-01-13', paper: { name: '云岭时报' } });
  });

  it('digits of an input method, a day as file names have it, and editors or page names with blanks alone between them are read', () => {
    const read = readPaper({ ...EMPTY, name: '云岭日报', date: '２０２６年１月１３日', firstPage: '２', counting: '２０２６－０１－０５　１０２６０　每天', editors: '责任编辑：张三　校对：李四 版式 王五 赵六', pageNames: '要闻 时政　专版' }, null);
    if (!read.ok) throw new Error(JSON.stringify(read.wrong));
    expect([read.date, read.paper?.firstPage, read.paper?.counting, read.paper?.pageNames]).toEqual(['2026-01-13', 2, { date: '2026-01-05', number: 10260, days: 'daily' }, ['要闻', '时政', '专版']]);
    expect(read.paper?.editors).toEqual([{ role: '责任编辑', name: '张三' }, { role: '校对', name: '李四' }, { role: '版式', name: '王五 赵六' }]);
    expect(readPaper({ ...EMPTY, date: '20260113' }, null)).toMatchObject({ date: '2026-01-13' });
    const strange = readPaper({ ...EMPTY, issue: '第{m}期', tail: '定价{1}元', pageWording: '{n:3}版{n}' }, null);
    expect(strange.ok ? null : strange.wrong).toEqual({ issue: '“{m}”不代表什么，会照样印出来：数写作 {n}', tail: '“{1}”不代表什么，会照样印出来：删掉它', pageWording: '“{n:3}”不代表什么，会照样印出来：数写作 {n}' });
    const none = readPaper({ ...EMPTY, date: '2026-02-30', issue: '第{n}期 总{n}期' }, null);
    expect(none.ok ? null : none.wrong).toEqual({ date: '没有这一天，请核对月和日', issue: expect.stringContaining('只能有一处 {n}') });
  });

  it.each([
    ['周一至周六', '周一至周六'], ['周一到周六', '周一至周六'], ['星期一至星期六', '周一至周六'], ['周一至六', '周一至周六'], ['周日休刊', '周一至周六'], ['每日', '每天'], ['周一至周日', '每天'],
    ['工作日', '周一至周五'], ['周报', '每周'], ['', '每天'], ['每天出报', '每天'],
  ])('出报的日子 %s is %s', (typed, shown) => {
    const read = readPaper({ ...EMPTY, name: '云岭日报', counting: `2026-01-13 9876 ${typed}` }, null);
    if (!read.ok) throw new Error(JSON.stringify(read.wrong));
    expect(paperForm({ paper: read.paper, date: null, phase: null }).counting).toBe(`2026-01-13 9876 ${shown}`);
  });

  it('a first counting that cannot be read leaves the rest to be shown', () => {
    const typed: PaperForm = { ...EMPTY, name: '云岭时报', issue: '第{n}期', counting: '2026-01-13 起 隔天' };
    const read = readPaper(typed, null);
    if (read.ok) throw new Error('was read');
    expect(readPaper(rightOf(typed, read.wrong, EMPTY), null)).toMatchObject({ ok: true, paper: { name: '云岭时报', issue: null } });
  });

  it('says what a form without a name gives up, and nothing of an empty one', () => {
    expect([namelessWords(EMPTY), namelessWords({ ...EMPTY, name: '云岭日报', issue: '第1期' }), namelessWords({ ...EMPTY, name: ' ', issue: '第1期' })]).toEqual([null, null, expect.stringContaining('没有报名')]);
  });

  it('the wording of jumps and the style are shown and read as they were', () => {
    const jump = { forward: '（接{n}版）', back: '（上接{n}版）', numerals: 'digits' } as const;
    const old = { name: '旧', issue: null, publisher: null, registration: null, editors: [], contact: null, firstPage: 1, pageNames: [], jump, style: 'modular' } as const;
    const form = paperForm({ paper: old, date: null, phase: null });
    expect([form.jumpTo, form.jumpFrom, form.style]).toEqual(['（接{n}版）', '（上接{n:1}版）', '模块式']);
    const read = readPaper(form, old);
    expect(read.ok && read.paper).toEqual(old);
  });

  it('a paper that never named its style still does not, until it is another', () => {
    const read = readPaper({ ...EMPTY, name: '云岭日报' }, null);
    expect(read.ok && read.paper !== null && 'style' in read.paper).toBe(false);
    const modular = readPaper({ ...EMPTY, name: '云岭日报', style: '模块式' }, null);
    expect(modular.ok && modular.paper?.style).toBe('modular');
  });

  it('期号 counted, 报尾, 版次 in digits, 围框, 农历, 报名 in red and 会期 are read and shown again as they were; artwork stays', () => {
    const art = { asset: 'a.png', width: 40, height: 10 };
    const typed = { name: '云岭日报', issue: '第{n}号', counting: '2026年1月13日 第9876期 周一至周五', tail: '定价：1元', pagesToday: '今日8版', pageWording: '{n:1}版', border: '花边', lunar: '不印', nameRed: '红', phase: '开幕' };
    const read = readPaper({ ...EMPTY, ...typed }, { ...plain(), nameArt: art });
    if (!read.ok) throw new Error(JSON.stringify(read.wrong));
    expect(read.phase).toBe('opening');
    expect(read.paper).toMatchObject({
      counting: { number: 9876, date: '2026-01-13', days: 'workdays' }, tail: '定价：1元', pagesToday: '今日8版', pageWording: '{n:1}版', border: 'chain', lunar: false, nameRed: true, nameArt: art,
    });
    expect(paperForm({ paper: read.paper, date: null, phase: read.phase })).toMatchObject({ ...typed, counting: '2026-01-13 9876 周一至周五' });
    expect(countedWords({ issue: '', counting: typed.counting, date: '2026-01-19' }, null)).toBe('这一期是第 9880 期');
    // A Saturday, a week later, and nothing counted.
    expect(countedWords({ issue: '', counting: typed.counting, date: '2026-01-17' }, null)).toBe('周一至周五出报，出报日期是周六：印作第 9880 期，请核对');
    expect(countedWords({ issue: '', counting: '2026-01-13 88 每周', date: '' }, '2026-01-20')).toBe('这一期是第 89 期');
    expect(countedWords({ issue: '', counting: '2026-01-13 88 每周', date: '' }, '2026-01-21')).toContain('出报日期是周三');
    expect(countedWords({ issue: '', counting: '', date: '2026-01-17' }, null)).toBeNull();
  });

  it('a 期号 written as another number than the counted one is told, with both and what to do', () => {
    const form = { counting: '2026-01-05 10261 每天', date: '2026-01-13', issue: '第10268期' };
    expect(otherNumberWords(form, null)).toBe('会印作“第10268期”，推算的是第 10269 期：印推算的写成 第{n}期；写的对就改“期号推算”，从这一期数起');
    expect(countedWords(form, null)).toBe('推算的是第 10269 期');
    for (const issue of ['第{n}期', '第10269期', '', '试刊']) expect(otherNumberWords({ ...form, issue }, null)).toBeNull();
    expect(otherNumberWords({ ...form, date: '' }, '2026-01-14')).toContain('第 10270 期');
    expect(otherNumberWords({ ...form, counting: '' }, null)).toBeNull();
  });

  it.each([
    ['counting', { counting: '明天开始' }],
    ['counting', { counting: '2026-01-13 9876 隔天' }],
    ['issue', { issue: '第{n}期' }],
    ['issue', { issue: '第{n}期（总第{n}期）', counting: '2026-01-13 9876 每天' }],
    ['pageWording', { pageWording: '版' }],
  ] as const)('a %s that says nothing is named: %o', (key, typed) => {
    const read = readPaper({ ...EMPTY, name: '云岭日报', ...typed }, null);
    expect(read.ok ? null : Object.keys(read.wrong)).toEqual([key]);
  });
});

function plain(): PaperProfile {
  const read = readPaper({ ...EMPTY, name: '旧' }, null);
  if (!read.ok || read.paper === null) throw new Error('not read');
  return read.paper;
}
