import { describe, expect, it } from 'vitest';
import { article, doc, field, marked, p, packageOf, table } from '../../../test/build';
import type { MarkName } from '../model/schema';
import { isStale, phraseDiagnostics, stalePhrases, staleWords } from './phrase-age';
import { mergePhrases, NO_OWN_PHRASES, readOwnPhrases } from './phrases';
import type { Phrase } from './template';

const phrase = (id: string, dated: string, checked: string | null, ...children: Parameters<typeof p>) => marked('phrase' satisfies MarkName, { id, dated, checked }, ...children);

describe('issue 3 §2: a wording older than twelve months asks to be looked at', () => {
  it.each<[string | null, string | null, string, boolean]>([
    ['2025-10', null, '2026-10-31', false], ['2025-10', null, '2026-11-01', true], ['2025-10', '2026-11', '2026-11-26', false],
    ['2022-10', '2025-10', '2026-11-01', true], [null, null, '2026-11-01', false], ['去年', null, '2026-11-01', false],
  ])('dated %s, looked at %s, on %s: %s', (dated, checked, today, stale) => expect(isStale(dated, checked, today)).toBe(stale));
  it('says its month', () => expect(staleWords('2025-10')).toBe('此表述为2025年10月版，请核对'));

  const aged = article('a', 'report', doc(
    p('前', phrase('x', '2022-10', null, '团结在', field('place'), '周围'), phrase('y', '2022-10', null, '高举旗帜'), '后'),
    p(phrase('x', '2022-10', '2026-11', '已核对')), table([phrase('z', '2022-10', null, '甲')], ['乙']),
  ), { 'deck.sub': phrase('w', '2022-10', null, '副题') });
  const pkg = packageOf([aged], [], { place: '云岭市' });
  it('each phrase once, with the record\'s values, in fields, paragraphs and cells', () => {
    expect(stalePhrases(aged, pkg.meeting, '2026-11-26').map(({ id, field: at, block, from, to, text }) => [id, at ?? block, from, to, text])).toEqual([
      ['w', 'deck.sub', 0, 2, '副题'], ['x', 0, 1, 7, '团结在云岭市周围'], ['y', 0, 7, 11, '高举旗帜'], ['z', 2, 0, 1, '甲'],
    ]);
  });
  it('is a warning that names the wording and its month', () => {
    expect(phraseDiagnostics(pkg, '2026-11-26')[1]).toEqual({
      severity: 'warning', code: 'phrase-stale', message: '“团结在云岭市周围”：此表述为2022年10月版，请核对',
      at: { article: 'a', block: 0, field: null, from: 1, to: 7, line: null, excerpt: '团结在云岭市周围' }, suggestion: '对照现行文件核对，改好或确认后标为已核对',
    });
    expect(phraseDiagnostics(pkg, '2023-01-01')).toEqual([]);
  });
});

describe('a user\'s own phrases stand over ours', () => {
  const made = (id: string, text: string): Phrase => ({ id, text, dated: '2026-01', source: '本市', use: '结尾' });
  const ours = [made('a', '甲'), made('b', '乙'), made('c', '丙')];
  it('an edited one in its place, a removed one gone, a new one at the end', () => {
    expect(mergePhrases(ours, { phrases: [made('d', '丁'), made('b', '新乙')], removed: ['a'] }).map(({ text }) => text)).toEqual(['新乙', '丙', '丁']);
    expect(mergePhrases(ours, NO_OWN_PHRASES)).toEqual(ours);
  });
  it('a good file is read', () => expect(readOwnPhrases({ phrases: [made('本地-1', '在{place}')], removed: [] })).toMatchObject({ ok: true }));
  it.each<[string, unknown, string]>([
    ['no list', {}, 'phrases：缺少这一项'], ['a bad month', { phrases: [{ ...made('a', '甲'), dated: '2026-13' }], removed: [] }, 'phrases.0.dated'],
    ['a bad field', { phrases: [made('a', '{nope}')], removed: [] }, '括号或字段不对'], ['one id twice', { phrases: [made('a', '甲'), made('a', '乙')], removed: [] }, '写了两次'],
    ['an unknown key', { phrases: [{ ...made('a', '甲'), note: '' }], removed: [] }, 'phrases.0.note：没有这一项'],
  ])('%s is refused with its place', (_what, json, says) => {
    const read = readOwnPhrases(json);
    expect(read.ok ? '' : read.wrong).toContain(says);
  });
});
