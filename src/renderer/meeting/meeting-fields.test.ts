import { describe, expect, it } from 'vitest';
import { EMPTY_MEETING, type Meeting } from '../../core/model/package';
import { MEETING_LINES, changePath, readDate, remarkOn, valueAt, withValue, type MeetingPath } from './meeting-fields';

const read = (path: MeetingPath, text: string) => MEETING_LINES.find((line) => line.path === path)?.read(text);
const show = (path: MeetingPath, value: string | number | null) => MEETING_LINES.find((line) => line.path === path)?.show(value);
const meeting = (part: Partial<Meeting>): Meeting => ({ ...EMPTY_MEETING, ...part });

describe('a date as a keyboard user types it', () => {
  it.each([
    ['2027-01-12', '2027-01-12'],
    ['2027-1-12', '2027-01-12'],
    ['2027年1月12日', '2027-01-12'],
    [' 2027 年 1 月 12 日 ', '2027-01-12'],
    ['2027/1/12', '2027-01-12'],
    ['2027.1.12', '2027-01-12'],
    ['20270112', '2027-01-12'],
    ['2028-02-29', '2028-02-29'],
    ['', null],
  ])('%s', (text, wanted) => {
    expect(readDate(text)).toEqual({ ok: true, value: wanted });
  });

  it.each([['2027-02-29', /2 月没有 29 日/], ['2027-13-01', /没有 13 月/], ['1月12日', /年月日/], ['明年一月', /年月日/]])('%s is none, and it is said why', (text, reason) => {
    const answer = readDate(text);
    expect(answer.ok).toBe(false);
    expect(answer.ok ? '' : answer.reason).toMatch(reason);
  });

  it('is shown as officials write it', () => {
    expect(show('opens', '2027-01-12')).toBe('2027年1月12日');
    expect(show('opens', null)).toBe('');
  });
});

describe('numbers as people write them', () => {
  it.each([['term', '5', 5], ['term', '五', 5], ['term', '第五届', 5], ['term', '十一', 11], ['session', '第四次会议', 4], ['session', '四次', 4], ['term', '', null]] as const)('%s %s', (path, text, wanted) => {
    expect(read(path, text)).toEqual({ ok: true, value: wanted });
  });

  it.each([['term', '0'], ['term', '第'], ['session', '很多'], ['term', '100']] as const)('%s %s is refused', (path, text) => {
    expect(read(path, text)?.ok).toBe(false);
  });

  it.each([['368', 368], ['1,024人', 1024], ['', null]] as const)('attendance %s', (text, wanted) => {
    expect(read('expected', text)).toEqual({ ok: true, value: wanted });
  });

  it('attendance that is no number is refused', () => {
    expect(read('present', '三百')?.ok).toBe(false);
  });
});

describe('报告届 (§4.1a)', () => {
  it.each([
    [{ term: 5, session: 4 }, '不填就同会议届：第五届'],
    [{ term: 6, session: 1 }, '不填就是第五届：第一次会议报告上一届的工作'],
    [{ term: 6, session: 1, reportTerm: 6 }, '第一次会议一般报告第五届的工作，请核对'],
    [{ term: 6, session: 1, reportTerm: 5 }, null],
    [{ term: 5, session: 4, reportTerm: 5 }, null],
  ])('%j', (part, wanted) => {
    expect(remarkOn(meeting(part), 'reportTerm')).toBe(wanted);
  });
});

describe('what does not go together is said', () => {
  it('闭幕 before 开幕, 实到 above 应到', () => {
    expect(remarkOn(meeting({ opens: '2027-01-12', closes: '2027-01-10' }), 'closes')).toContain('早于开幕');
    expect(remarkOn(meeting({ opens: '2027-01-12', closes: '2027-01-12' }), 'closes')).toBeNull();
    expect(remarkOn(meeting({ expected: 300, present: 301 }), 'present')).toContain('多于应到');
  });
});

describe('each line reads what it shows and stands at its own path', () => {
  const values: Readonly<Record<MeetingPath, string | number>> = {
    place: '云岭市', 'organisation.full': '甲', 'organisation.short': '乙', term: 5, reportTerm: 4, session: 3, opens: '2027-01-12', closes: '2027-01-15',
    venue: '会堂', speaker: '林致远', chair: '周明', expected: 300, present: 290, salutation: '各位委员：', superior: '州',
  };
  it.each(MEETING_LINES.map(({ path }) => path))('%s', (path) => {
    const value = values[path];
    const set = withValue(EMPTY_MEETING, path, value);
    expect(valueAt(set, path)).toBe(value);
    expect(read(path, show(path, value) ?? '')).toEqual({ ok: true, value });
    const at = changePath(path).split('/').slice(1).reduce<unknown>((record, key) => (record as Record<string, unknown>)[key], set);
    expect(at).toBe(value);
  });
});
