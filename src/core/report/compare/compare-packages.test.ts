import { describe, expect, it, vi } from 'vitest';
import { article, doc, field, h, lead, p, packageOf, par, placeholder } from '../../../../test/build';
import { recognise, toPackage } from '../../import/index';
import type { Package } from '../../model/package';
import { comparePackages } from './compare-packages';
import { ReuseIndex, sharePercent } from './reuse';

const HEAD = ['政协松岭市委员会常务委员会工作报告', '——在政协松岭市第六届委员会第二次会议上', '（2025年1月8日）', '周行远', '', '各位委员：', '我受委托向大会报告工作，请予审议。', ''];
const pkg = (...lines: string[]): Package => toPackage(recognise([...HEAD, ...lines].join('\n')), { id: 'p', name: 'p' });

const STUDY = '坚持把学习放在首位，健全党组中心组带学、专题培训导学、委员沙龙促学的机制。';
const CONSULT = '围绕新区建设、老城更新和交通治理召开协商会议，形成的意见得到有关部门采纳。';
const UNITY = '走访民主党派、工商联和无党派人士，在联谊交友中增进共识，把心聚到一起。';

describe('ReuseIndex', () => {
  it('finds stretches of six characters and more, the longest', () => {
    const index = new ReuseIndex('围绕新区建设召开协商会议，形成意见十条。');
    expect(index.carried('今年围绕新区建设召开专题会议')).toEqual([{ from: 2, to: 10, source: 0 }]);
    expect(index.share('围绕新区建设召开协商会议')).toBe(1);
    expect(index.share('')).toBe(0);
  });
});

describe('sharePercent', () => {
  it.each([[1, '100%'], [0.9999, '99%'], [0.5, '50%'], [0.0001, '1%'], [0, '0%']])('%s is %s', (share, shown) => expect(sharePercent(share)).toBe(shown));
});

describe('comparePackages', () => {
  const was = pkg('一、2024年工作总结', `（一）强化理论武装。${STUDY}`, `（二）深入协商议政。${CONSULT}`, '二、2025年工作安排', `（一）广泛凝聚共识。${UNITY}`);

  it('equal packages are all kept', () => {
    const { sections } = comparePackages(was, was);
    expect(sections.length).toBeGreaterThanOrEqual(5);
    expect(sections.map(({ status, share }) => [status, share])).toEqual(sections.map(() => ['kept', 1]));
  });

  it('kept, changed, new, gone; a section that moved is the same', () => {
    const now = pkg('一、2025年工作总结', `（一）深入协商议政。${CONSULT}`, `（二）强化理论武装。坚持把学习放在首位，健全党组中心组带学的机制，又办了三期读书班，写下心得一百篇。`, '（三）深化民主监督。选准燃气安全和校外培训两个题目，明察暗访，盯住不放。', '二、2026年工作安排');
    const { sections, verbatim } = comparePackages(was, now);
    const shown = sections.map(({ status, from, to }) => [status, from?.excerpt.slice(0, 7) ?? null, to?.excerpt.slice(0, 7) ?? null]);
    expect(shown).toContainEqual(['kept', '深入协商议政。', '深入协商议政。']);
    // The fewest letters moved past the others.
    expect(sections.filter(({ movedFrom }) => movedFrom !== null).map(({ title, movedFrom }) => [title, movedFrom])).toEqual([['（一）深入协商议政', '（一）强化理论武装']]);
    expect(shown).toContainEqual(['changed', '强化理论武装。', '强化理论武装。']);
    expect(shown).toContainEqual(['new', null, '深化民主监督。']);
    expect(shown).toContainEqual(['gone', '广泛凝聚共识。', null]);
    expect(verbatim.map(({ text }) => text)).toContain(CONSULT);
  });

  it('a heading with nothing under it is the one of its words, whatever year it names', () => {
    const { sections } = comparePackages(pkg('一、2024年工作回顾', `（一）${STUDY}`, '二、2025年工作安排', `（一）${UNITY}`), pkg('一、2025年工作回顾', `（一）${STUDY}`, '二、2026年工作安排', `（一）${UNITY}`));
    expect(sections.filter(({ title }) => title.includes('年工作')).map(({ status, title, from, share }) => [status, title, from?.excerpt, share > 0.5])).toEqual([['changed', '一、2025年工作回顾', '2024年工作回顾', true], ['changed', '二、2026年工作安排', '2025年工作安排', true]]);
  });

  it('tells how much of each paragraph was carried over', () => {
    const { paragraphs } = comparePackages(was, pkg('一、2025年工作总结', `（一）深入协商议政。${CONSULT}`, '（二）新写的一段。同过去全不相干的几句话。'));
    const [carried, fresh] = paragraphs.slice(-2);
    expect(carried?.share).toBe(1);
    expect(fresh?.share).toBe(0);
  });

  it('names a banner by its words, and what closes a part or the report by its first words', () => {
    const report = article('a', 'report', doc(p('我向大会报告工作。'), h(0, '过去一年工作'), h(1, '立法'), p('立法有成。'), p('各位代表，成绩来之不易。'), h(0, '2026年主要工作'), h(1, '监督'), p('抓好监督。'), p('各位代表！让我们为建设家园而努力奋斗！')));
    const made = packageOf([report], []);
    expect(comparePackages(made, made).sections.map(({ title }) => title)).toEqual(['开头：我向大会报告工作。', '过去一年工作', '一、立法', '小结：各位代表，成绩来之不易。', '2026年主要工作', '一、监督', '结尾：各位代表！让我们为建设家园而努力奋斗！']);
  });

  it('names sections as they are printed, an article’s head by its title', () => {
    const report = article('a', 'report', doc(p('各位委员：'), h(1, '2025年工作总结'), p('一年来。'), par({ head: { level: 2 } }, lead('深化协商。'), '召开会议。')));
    const made = packageOf([{ ...report, fields: { ...report.fields, 'deck.main': doc(p(field('place'), '政协工作报告')) } }], [], { place: '云岭市' });
    expect(comparePackages(made, made).sections.map(({ title }) => title)).toEqual(['题目：云岭市政协工作报告', '开头：各位委员：', '一、2025年工作总结', '（一）深化协商']);
    expect(comparePackages(made, made).sections[0]?.to?.excerpt).toBe('云岭市政协工作报告');
  });

  it('never all of a section that changed, though all that stands in it stood before', () => {
    const text = '全年立案163件，办复率百分之百，委员们对办理结果表示满意，群众也看到了变化。';
    const was = packageOf([article('a', 'report', doc(h(1, '提案'), p(text)))]);
    const emptied = packageOf([article('a', 'report', doc(h(1, '提案'), p(text.slice(0, 4), placeholder(), text.slice(7))))]);
    const shorter = packageOf([article('a', 'report', doc(h(1, '提案'), p(text.replace('，群众也看到了变化', ''))))]);
    for (const now of [emptied, shorter]) expect(comparePackages(was, now).sections).toMatchObject([{ status: 'changed' }]);
    for (const now of [emptied, shorter]) expect(comparePackages(was, now).sections[0]!.share).toBeLessThan(1);
  });

  it('a value of the record that is another is a change', () => {
    const text = doc(h(1, '会议'), p('大会于', field('opens'), '开幕，听取常务委员会工作报告。'));
    const [was, now] = ['2025-01-08', '2026-01-12'].map((opens) => packageOf([article('a', 'report', text)], [], { opens })) as [Package, Package];
    expect(comparePackages(was, now).sections.map(({ status }) => status)).toEqual(['changed']);
  });

  it('letters compared grow with the texts, not with their square', () => {
    const sentence = (seed: number): string => Array.from({ length: 120 }, (_, i) => String.fromCharCode(0x4e00 + (Math.imul(seed * 128 + i, 0x9e3779b1) >>> 16) % 20000)).join('');
    const report = (sections: number, from: number): Package => packageOf([article('a', 'report', doc(...Array.from({ length: sections }, (_, i) => [h(1, `第${i}节`), p(`${sentence(i)}${i % 3 === 0 ? '改' : ''}${from}。`)]).flat()))]);
    const letters = (sections: number): number => {
      const share = vi.spyOn(ReuseIndex.prototype, 'share');
      const { sections: found } = comparePackages(report(sections, 1), report(sections, 2));
      expect(found.filter(({ status }) => status === 'changed')).toHaveLength(sections);
      const read = share.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
      share.mockRestore();
      return read;
    };
    expect(letters(240) / letters(60)).toBeLessThan(4.5);
  });
});
