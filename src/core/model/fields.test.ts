import { describe, expect, it } from 'vitest';
import { emptyFieldText, FIELD_FORMS, renderField, reportTermOf } from './fields';
import { EMPTY_MEETING, type Meeting } from './package';

const meeting: Meeting = {
  place: '云岭市', organisation: { full: '中国人民政治协商会议云岭市委员会', short: '政协云岭市委员会' },
  term: 9, reportTerm: null, session: 3, opens: '2024-01-08', closes: '2024-01-11', venue: '云岭会堂', speaker: '杨明', chair: '韩秋实',
  expected: 279, present: 266, salutation: '各位委员',
};

describe('a value has its named forms', () => {
  it.each([
    ['term', 'di', '第九届'], ['term', 'jie', '九届'], ['term', 'han', '九'], ['term', 'plain', '9'],
    ['session', 'di', '第三次'], ['session', 'ci', '三次'], ['meeting', 'jieci', '九届三次'],
    ['opens', 'plain', '2024年1月8日'], ['opens', 'bracket', '（2024年1月8日）'], ['opens', 'monthDay', '1月8日'], ['opens', 'month', '2024年1月'],
    ['opens', 'hanYear', '二〇二四年'], ['opens', 'hanMonth', '二〇二四年一月'], ['closes', 'iso', '2024-01-11'],
    ['speaker', 'plain', '杨明'], ['salutation', 'plain', '各位委员'], ['expected', 'plain', '279'], ['present', 'ren', '266人'],
    ['organisation.full', 'plain', '中国人民政治协商会议云岭市委员会'],
    ['organisation.full', 'reportTerm', '中国人民政治协商会议云岭市第九届委员会'],
    ['organisation.short', 'term', '政协云岭市第九届委员会'],
  ])('%s as %s is %s', (path, form, shown) => expect(renderField(path, form, meeting)).toBe(shown));
  it('Han numerals of two characters: 十一届, 二十届一次', () => {
    expect(renderField('term', 'di', { ...meeting, term: 11 })).toBe('第十一届');
    expect(renderField('meeting', 'jieci', { ...meeting, term: 20, session: 1 })).toBe('二十届一次');
  });
});

describe('W-01: the title stands with the 届 after or before the place, or without', () => {
  it.each([
    ['plain', '中国人民政治协商会议云岭市第九届委员会常务委员会工作报告'],
    ['termFirst', '中国人民政治协商会议第九届云岭市委员会常务委员会工作报告'],
    ['noTerm', '中国人民政治协商会议云岭市委员会常务委员会工作报告'],
  ])('%s', (form, shown) => expect(renderField('title', form, meeting)).toBe(shown));
});

describe('W-02: the occasion line has switchable forms', () => {
  it.each([
    ['plain', '在政协云岭市第九届委员会第三次会议上'],
    ['dash', '——在政协云岭市第九届委员会第三次会议上'],
    ['dashDate', '——在1月8日政协云岭市第九届委员会第三次会议上'],
    ['dashDateReport', '——2024年1月8日在政协云岭市第九届委员会第三次会议上的报告'],
    ['bracket', '（2024年1月8日在政协云岭市第九届委员会第三次会议上）'],
  ])('%s', (form, shown) => expect(renderField('occasion', form, meeting)).toBe(shown));
  it('a short name of the form X市政协 gives the same line', () => {
    expect(renderField('occasion', 'plain', { ...meeting, organisation: { ...meeting.organisation, short: '云岭市政协' } })).toBe('在政协云岭市第九届委员会第三次会议上');
  });
  it('without a short name the full name is abbreviated', () => {
    expect(renderField('meeting', 'plain', { ...meeting, organisation: { ...meeting.organisation, short: null } })).toBe('政协云岭市第九届委员会第三次会议');
  });
});

describe('4.1a: 报告届 = 会议届, at a 第一次会议 one less', () => {
  const first: Meeting = { ...meeting, term: 14, session: 1 };
  it('the title takes the 报告届', () => expect(renderField('title', 'plain', first)).toContain('第十三届'));
  it('the occasion takes the 会议届', () => expect(renderField('occasion', 'plain', first)).toContain('第十四届委员会第一次会议'));
  it('a typed 报告届 wins', () => expect(reportTermOf({ ...first, reportTerm: 14 })).toBe(14));
  it('the first term of all has no earlier committee', () => expect(reportTermOf({ ...first, term: 1 })).toBeNull());
  it('without a session nothing is guessed', () => expect(reportTermOf({ ...meeting, session: null })).toBeNull());
});

describe('words that templates take from the record', () => {
  it.each([['云岭市', '市'], ['临溪县', '县'], ['岚河自治州', '州'], ['云岭', null]])('W-07: the level of %s is %s', (place, shown) => {
    expect(renderField('level', 'plain', { ...meeting, place })).toBe(shown);
  });
  it.each([['云江省', '全国', '全国'], ['内蒙古自治区', '全国', '全国'], ['重庆市', '全国', '全国'], ['云岭市', '省', '全国和省'], ['岚河自治州', '省', '全国和省'], ['临溪县', '市', '省和市'], ['石桥区', '市', '省和市'], ['云岭', null, null]])('over %s stands %s', (place, above, all) => {
    expect([renderField('superior', 'plain', { ...meeting, place }), renderField('superior', 'all', { ...meeting, place })]).toEqual([above, all]);
  });
  it.each<[string, Partial<Meeting>, string, string]>([
    ['a county whose record says 州', { place: '临溪县', superior: '州' }, '州', '省和州'],
    ['a banner under a 盟', { place: '白河旗', superior: '盟' }, '盟', '省和盟'],
    ['a prefecture of an autonomous region', { place: '岚河自治州', superior: '自治区' }, '自治区', '全国和自治区'],
    ['a county whose full name has its 州', { place: '临溪县', organisation: { full: '中国人民政治协商会议岚河彝族自治州临溪县委员会', short: null } }, '州', '省和州'],
    ['a city under a 州', { place: '岚河自治州青溪市' }, '州', '省和州'],
    ['a 州 is under its province', { place: '岚河自治州', organisation: { full: '中国人民政治协商会议岚河彝族自治州委员会', short: null } }, '省', '全国和省'],
  ])('over %s stands %s %s', (_, record, above, all) => {
    expect([renderField('superior', 'plain', { ...meeting, ...record }), renderField('superior', 'all', { ...meeting, ...record })]).toEqual([above, all]);
  });
  it.each([['2026-01-12', '2025年', '2026年'], ['2025-12-22', '2025年', '2026年'], ['2026-03-02', '2025年', '2026年']])('W-06: a meeting of %s looks back on %s', (opens, review, plan) => {
    expect([renderField('reviewYear', 'year', { ...meeting, opens }), renderField('planYear', 'year', { ...meeting, opens })]).toEqual([review, plan]);
  });
  it('proposals count from the last plenary; at 换届 from the outgoing committee\'s first', () => {
    expect(renderField('meeting', 'since', meeting)).toBe('九届二次');
    expect(renderField('meeting', 'since', { ...meeting, term: 10, session: 1 })).toBe('九届一次');
    expect(renderField('meeting', 'since', { ...meeting, session: null })).toBeNull();
  });
});

describe('what the record lacks is null', () => {
  it('every form of every path on an empty record', () => {
    const known = [...FIELD_FORMS].flatMap(([path, forms]) => forms.map((form) => renderField(path, form, EMPTY_MEETING)));
    expect(known.length).toBeGreaterThan(40);
    expect(known.every((value) => value === null)).toBe(true);
  });
  it('unknown path, unknown form, and names of Object.prototype', () => {
    expect([renderField('weather', 'plain', meeting), renderField('term', 'roman', meeting), renderField('constructor', 'name', meeting)]).toEqual([null, null, null]);
  });
  it('a term or date that is none', () => {
    expect(renderField('term', 'di', { ...meeting, term: 0 })).toBeNull();
    expect(renderField('opens', 'plain', { ...meeting, opens: '2024年' })).toBeNull();
  });
  it('an empty field names itself on paper', () => expect(emptyFieldText('venue')).toBe('〔会场：未填〕'));
  it('one that stands in every other sentence is short', () => expect([emptyFieldText('level'), emptyFieldText('reviewYear')]).toEqual(['〔市〕', '〔去年〕']));
});
