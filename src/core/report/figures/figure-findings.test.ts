import { expect, describe, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { applyChanges } from '../../model/apply-change';
import type { Package } from '../../model/package';
import { figureDiagnostics } from './figure-findings';
import { confirmFigure, figureLedger } from './figure-rows';

const pkg: Package = packageOf([
  article('report', 'report', doc(p('经审查立案268件。'), p('共收到提案20件：经济类8件、社会类7件。'))),
  article('decision', 'resolution', doc(p('会议听取了报告。'), p('经审查立案286件。'))),
]);
const brief = (of: Package, articles: readonly string[] | null = null): unknown[] => figureDiagnostics(of, articles).map(({ severity, code, at }) => [severity, code, at !== null && 'article' in at ? `${at.article}/${at.block}/${at.excerpt}` : null]);
const confirmAll = (of: Package, articles: readonly string[]): Package => figureLedger(of).rows.reduce((now, { figure: { article: id } }, i) => {
  const done = articles.includes(id) ? applyChanges(now, confirmFigure(figureLedger(now).rows[i]!, '', '2026-01-05')) : null;
  return done?.ok === true ? done.value.pkg : now;
}, of);

describe('findings of figures', () => {
  const sum = ['warning', 'figure-sum', 'report/1/20'];
  const quote = ['warning', 'figure-conflict', 'decision/1/286'];
  it('tell sums and quotes, of the articles asked about', () => {
    expect(brief(pkg)).toEqual([sum, quote]);
    expect(brief(pkg, ['report'])).toEqual([sum, quote]);
    expect(brief(pkg, ['decision'])).toEqual([quote]);
    expect(brief(pkg, [])).toEqual([]);
  });

  it('find in one article alone, where only paragraphs with sums are read, what the whole ledger finds', () => {
    const alone = packageOf([article('report', 'report', doc(
      p('全年召开会议31次，协商议题12个。'), p('经审查立案268件。其中，委员提案200件、集体提案70件。'), p('共收到提案20件：经济类8件、社会类7件。'),
      p('收到社情民意信息45篇，其中采用51篇。'), p('立案提案90件，其中委员提案60件、集体提案30件。'),
    ))]);
    const { rows, conflicts } = figureLedger(alone);
    const whole = conflicts.map(({ message, figures }) => [message, rows[figures[0]!]!.figure.place]);
    expect(whole.length).toBe(3);
    expect(figureDiagnostics(alone).map(({ message, at }) => [message, at])).toEqual(whole);
  });

  it('read no more sentences of a text than asked for, and tell how many more have sums that seem wrong', () => {
    const wrong = packageOf([article('report', 'report', doc(p('收到信息45篇，其中采用51篇。发出简报10期，其中专报12期。'), p('立案提案90件，其中委员提案60件、集体提案30件。'), p('报送建议20条，其中采纳24条。')))]);
    expect(figureDiagnostics(wrong, null, 2).map(({ code, message }) => [code, message])).toEqual([
      ['figure-sum', '“其中51篇”大于总数“45篇”'], ['figure-sum', '“其中12期”大于总数“10期”'], ['figure-sum', '另有 1 句，分项与总数看来也对不上，没有逐句列出'],
    ]);
    expect(figureDiagnostics(wrong, null, 3)).toEqual(figureDiagnostics(wrong));
    expect(figureDiagnostics(wrong)).toHaveLength(3);
  });

  it.each(['工作稿 第4稿', '征求意见稿', '见报稿', null])('ask for no confirmation of a %s', (stage) => expect(brief({ ...pkg, stage })).toEqual([sum, quote]));

  it('list what is not confirmed before a 大会稿: told where nobody keeps a ledger, asked where somebody does', () => {
    const final = { ...pkg, stage: '大会稿' };
    expect(brief(final).at(-1)).toEqual(['warning', 'figure-unconfirmed', 'report/0/268']);
    expect(figureDiagnostics(final).at(-1)?.message).toBe('大会稿里有 5 个数没有核实：268件、20件、8件、7件、286件');
    const some = confirmAll(final, ['report']);
    expect(brief(some)).toEqual([quote, ['error', 'figure-unconfirmed', 'decision/1/286']]);
    expect(brief(some, ['report'])).toEqual([quote]);
    expect(brief(confirmAll(final, ['report', 'decision']))).toEqual([]);
  });
});
