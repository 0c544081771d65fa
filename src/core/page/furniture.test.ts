import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, FAKE, shipped } from '../../../test/build-edition';
import { textsOf } from '../../../test/laws-pages';
import type { Edition, PaperProfile } from '../model/package';
import { Typesetter } from '../typeset';
import { pageName } from '../model/page-name';
import { issueOf, paperDate } from './furniture';

/** Furniture of the first page by frame name. */
function furniture(edition: Partial<Edition>, preset = 'N8'): Map<string, string> {
  const full = shipped(preset, ['a'], edition);
  const set = new Typesetter(FAKE).typeset(packageOf([article('a', 'news', doc(p('正文')), { 'deck.main': '标题' })], [full], { opens: '2026-01-12' }), full);
  const out = new Map<string, string>();
  for (const { page, frame, run, article: own } of textsOf(set)) if (page === 0 && own === null) out.set(frame, (out.get(frame) ?? '') + run.text);
  return out;
}

describe('words of a paper', () => {
  it.each([['下转第{n}版', 2, 'han', '下转第二版'], ['下转{n}版', 12, 'digits', '下转12版'], ['（上接第{n}版）', 10, 'han', '（上接第十版）']] as const)('%s, page %d', (wording, number, numerals, expected) => {
    expect(pageName(wording, number, numerals)).toBe(expected);
  });
  it.each([
    ['2026-01-13', { date: '2026年1月13日', weekday: '星期二' }],
    ['2024-02-29', { date: '2024年2月29日', weekday: '星期四' }],
    ['2026-11-01', { date: '2026年11月1日', weekday: '星期日' }],
    ['一月', null],
    [null, null],
    ['2026-13-45', null],
    ['2026-02-30', null],
  ])('date of %s (G-11: Arabic digits, no leading zeros)', (iso, expected) => expect(paperDate(iso)).toEqual(expected));
});

describe('what is too long for its place', () => {
  const LONG = '云岭市人民政协报暨统一战线工作通讯经济周刊联合特刊';
  const over = (paper: Partial<PaperProfile>) => {
    const full = shipped('N8', ['a'], { paper: { ...DAILY, ...paper } });
    const set = new Typesetter(FAKE).typeset(packageOf([article('a', 'news', doc(p('正文')), { 'deck.main': '标题' })], [full], { opens: '2026-01-12' }), full);
    return { said: set.diagnostics.filter(({ code }) => code === 'furniture-squeezed'), texts: textsOf(set) };
  };
  it('a name that fits, or nearly, is said nothing of', () => {
    expect(over({}).said).toEqual([]);
    expect(over({ name: LONG.slice(0, 18) }).said).toEqual([]);
  });
  it('a long name stands in one line, smaller, and is named with its place', () => {
    const { said, texts } = over({ name: LONG + LONG });
    const own = texts.filter(({ frame }) => frame === 'masthead');
    expect(own.map(({ run }) => run.text).join('')).toBe(LONG + LONG);
    expect(new Set(own.map(({ run }) => run.y)).size).toBe(1);
    expect(said).toMatchObject([{ severity: 'warning', message: expect.stringMatching(/^第1版报头的报名“.*”太长，要缩到 [\d.]+ 磅/) as string, at: { page: 1 } }]);
  });
  it('many editors in a header keep clear of the paper\'s name', () => {
    const { said, texts } = over({ firstPage: 2, editors: Array.from({ length: 14 }, (_, i) => ({ role: '责任编辑', name: `张三丰${i}` })) });
    expect(new Set(texts.filter(({ frame }) => frame === 'header-editors').map(({ run }) => run.y)).size).toBe(1);
    expect(said.map(({ message }) => message)).toEqual([expect.stringContaining('报眉的责编等') as string]);
  });
});

describe('2.2: furniture is data of the paper; what the profile lacks is not printed', () => {
  it('without a profile there is no masthead and no header, never an invented one', () => expect([...furniture({ paper: null }).keys()]).toEqual([]));
  it('an edition whose date is no day has a masthead without one', () => {
    const said = furniture({ paper: DAILY, date: '2026-13-45' });
    expect([said.get('masthead'), said.get('masthead-date') ?? '']).toEqual(['云岭日报', expect.not.stringContaining('农历')]);
  });
  it('page 1 has the masthead, with the date of the edition and its lunar date', () => {
    const said = furniture({ paper: DAILY, date: '2026-01-13' });
    expect(said.get('masthead')).toBe('云岭日报');
    // 13 January 2026 is the 25th of the 11th lunar month (冬月廿五; the new year of 2026 is on 17 February).
    expect(said.get('masthead-date')).toContain('2026年1月13日　星期二　农历十一月廿五');
    expect(said.get('masthead-date')).toContain('第12345号');
    expect(said.has('header-paper')).toBe(false);
  });
  it('an inner page has the header, with its number, its name and the editors; without a date of its own the meeting\'s', () => {
    const said = furniture({ paper: { ...DAILY, firstPage: 3, pageNames: ['综合'] } });
    expect([said.get('header-number'), said.get('header-page'), said.get('header-section'), said.get('header-paper')]).toEqual(['3', '第三版', '综合', '云 岭 日 报']);
    expect(said.get('header-date')).toBe('2026年1月12日　星期一　农历十一月廿四');
    expect(furniture({ paper: { ...DAILY, firstPage: 3, lunar: false } }).get('header-date')).toBe('2026年1月12日　星期一');
    // Beside a long name there is room for the day alone.
    expect(furniture({ paper: { ...DAILY, firstPage: 3, name: '云岭市人民政协报暨统一战线工作通讯' } }, 'T6').get('header-date')).toBe('2026年1月12日　星期一');
    expect(said.get('header-editors')).toBe('责任编辑　甲乙丙');
  });
  it('what is not given leaves no trace', () => {
    const said = furniture({ paper: { ...DAILY, contact: null, editors: [], firstPage: 3, pageNames: [] } });
    expect([said.has('header-editors'), said.has('header-section')]).toEqual([false, false]);
    expect(furniture({ paper: { ...DAILY, contact: null } }).has('masthead-contact')).toBe(false);
  });
});

describe('期号 counted by date', () => {
  const from = { number: 9876, date: '2026-01-13' } as const; // a Tuesday
  it.each([
    ['daily', '2026-01-13', 9876], ['daily', '2026-01-20', 9883], ['daily', '2025-12-31', 9863],
    // Saturday and Sunday have none: Friday's is the third after Tuesday's, Monday's the next.
    ['sixdays', '2026-01-17', 9880], ['sixdays', '2026-01-18', 9881], ['sixdays', '2026-01-19', 9881], ['sixdays', '2026-01-10', 9874],
    ['workdays', '2026-01-16', 9879], ['workdays', '2026-01-19', 9880], ['workdays', '2026-01-12', 9875], ['workdays', '2026-01-09', 9874],
    ['weekly', '2026-01-19', 9876], ['weekly', '2026-01-20', 9877],
  ] as const)('%s, on %s: %d', (days, date, number) => expect(issueOf({ issue: '第{n}号', counting: { ...from, days } }, date)).toBe(`第${number}号`));
  it('a wording of its own needs none; one that waits for a number is not printed without it', () => {
    expect(issueOf({ issue: null, counting: { ...from, days: 'daily' } }, '2026-01-14')).toBe('第9877期');
    expect(issueOf({ issue: '第{n}号' }, '2026-01-14')).toBeNull();
    expect(issueOf({ issue: '增刊', counting: { ...from, days: 'daily' } }, '2026-01-14')).toBe('增刊');
  });
});

describe('what else a paper prints of itself', () => {
  const art = { asset: 'art.png', width: 400, height: 100 };
  const setOf = (edition: Edition) => new Typesetter(FAKE).typeset(packageOf([article('a', 'editorial', doc(p('正文')), { 'deck.main': '标题' }, '社论')], [edition], { opens: '2026-01-12' }), edition);
  const images = (edition: Edition) => setOf(edition).list.pages.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'group' && item.what === 'picture' ? [{ ...item, image: item.items[0] }] : [])));

  it('its name as artwork in its whole shape, red where the paper says so, instead of the name in type', () => {
    const edition = shipped('N8', ['a'], { paper: { ...DAILY, nameArt: art, nameRed: true } });
    const [name] = images(edition);
    expect(name!.clip!.width / name!.clip!.height).toBeCloseTo(4);
    expect(name!.image).toMatchObject({ kind: 'image', image: 'art.png', red: true });
    expect(textsOf(setOf(edition)).some(({ frame }) => frame === 'masthead')).toBe(false);
  });
  it('in the header of an inner page too, small and black, between page and date', () => {
    const edition = shipped('N8', ['a'], { paper: { ...DAILY, nameArt: art, nameRed: true, firstPage: 3 } });
    const [name] = images(edition);
    const { master } = edition;
    expect(name!.image).toMatchObject({ kind: 'image', image: 'art.png' });
    expect(name!.image).not.toHaveProperty('red');
    expect(name!.clip!.width / name!.clip!.height).toBeCloseTo(4);
    // Over the header's rule, in the middle of the type area.
    expect(name!.y + name!.clip!.height).toBeCloseTo((master.kind === 'paper' ? master.top : 0) - 12 - 5);
    expect(name!.x + name!.clip!.width / 2).toBeCloseTo(master.width / 2, 0);
    const frames = textsOf(setOf(edition));
    expect(frames.some(({ frame }) => frame === 'header-paper')).toBe(false);
    expect(frames.some(({ frame }) => frame === 'header-number')).toBe(true);
  });
  it('the 社论 label and 题花 as artwork in a box; the label’s words can still be read', () => {
    const edition = shipped('N8', ['a'], { paper: { ...DAILY, labelArt: art, flower: { ...art, asset: 'flower.png' } } });
    const found = images(edition).map(({ image }) => (image?.kind === 'image' ? image.image : ''));
    expect(found.toSorted()).toEqual(['art.png', 'flower.png']);
    const label = textsOf(setOf(edition)).find(({ frame }) => frame === 'label');
    expect([label?.run.text, label?.run.gray]).toEqual(['社论', 1]);
  });
  it('no lunar date where it wants none; its 报尾 under the last page; 版次 in digits', () => {
    const said = furniture({ paper: { ...DAILY, lunar: false, pagesToday: '今日8版', tail: '社址：云岭市人民路1号　邮编：000000' }, date: '2026-01-13' });
    expect(said.get('masthead-date')).not.toContain('农历');
    expect(said.get('masthead-date')).toContain('今日8版');
    expect(furniture({ paper: { ...DAILY, pagesToday: '12' }, date: '2026-01-13' }).get('masthead-date')).toContain('今日12版');
    expect(said.get('tail')).toBe('社址：云岭市人民路1号　邮编：000000');
    // Of letters and figures it is the large number itself, which no second one contradicts.
    expect(furniture({ paper: { ...DAILY, firstPage: 3, pageWording: 'A{n:1}版' } }).get('header-number')).toBe('A3');
    // Beside it 版次 stands once more only over the page's name.
    const lettered = (pageWording: string, pageNames: readonly string[]) => furniture({ paper: { ...DAILY, firstPage: 3, pageWording, pageNames } });
    expect(['A{n:1}版', '第A{n:2}版', '第{n}版'].map((wording) => lettered(wording, []).get('header-page'))).toEqual([undefined, undefined, '第三版']);
    expect(['A{n:1}版', '第A{n:2}版'].map((wording) => lettered(wording, ['综合']).get('header-page'))).toEqual(['A3版', '第A03版']);
    const coded = furniture({ paper: { ...DAILY, firstPage: 12, pageWording: 'B{n:1}' } });
    expect([coded.get('header-number'), coded.get('header-page')]).toEqual(['B12', undefined]);
  });
  it('a page has one name: the 报眉, the findings, the make-up\'s reasons and the label of the PDF\'s page say it alike', () => {
    const paper = { ...DAILY, firstPage: 3, pageWording: '第A{n:2}版' };
    expect(furniture({ paper }).get('header-number')).toBe('A03');
    const full = shipped('N8', ['a'], { paper });
    const { list, diagnostics, layout } = new Typesetter(FAKE).typeset(packageOf([article('a', 'news', doc(p('正文')), { 'deck.main': '标题' })], [full], { opens: '2026-01-12' }), full);
    expect(list.pages.map(({ label }) => label)).toEqual(['A03']);
    const words = [...diagnostics.map(({ message }) => message), ...layout!.reasons];
    expect(words.filter((one) => one.startsWith('第A03版'))).toHaveLength(5);
    expect(words.filter((one) => /第3版|第三版/.test(one))).toEqual([]);
  });
});
