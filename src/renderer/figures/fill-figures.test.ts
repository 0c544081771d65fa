// A draft's table goes out to the 委室 with its holes, and comes back with the numbers.
import { expect, it } from 'vitest';
import { article, doc, p, packageOf, placeholder, table } from '../../../test/build';
import { applyChanges } from '../../core/model/apply-change';
import { csvOf, readCsv } from '../../core/report/csv';
import { figureLedger } from '../../core/report/figures/figure-rows';
import { ledgerCsv, readLedgerCsv } from '../../core/report/figures/ledger-csv';
import { fillFigures } from './fill-figures';

const pkg = packageOf([
  article('a', 'report', doc(p('收到提案', placeholder('figure'), '件，立案', placeholder('figure'), '件，满意率', placeholder('figure'), '%，', placeholder('figure'), '人次参加。'), table(['类别', '立案（件）'], ['经济', '75']), p('走访群众', placeholder('figure'), '户。'))),
]);
const { rows } = figureLedger(pkg);
const out = readCsv(ledgerCsv(rows, () => '报告'));
const filled = (numbers: readonly string[], states: readonly string[] = []): string => csvOf(out.map((line, index) => line.map((cell, column) => (index === 0 ? cell : out[0]![column] === '数值' ? (numbers[index - 1] ?? cell) : out[0]![column] === '状态' ? (states[index - 1] ?? cell) : cell))));

it('the numbers stand in their holes, confirmed where the 委室 says so, in one step that undoes', () => {
  const reply = readLedgerCsv(filled(['205', '192件', '99.1%', '1900余', '75', '约五百'], ['已核实']), rows, '2025-12-30');
  if (typeof reply === 'string') throw new Error(reply);
  expect([reply.changed, reply.left]).toEqual([4, ['第7行“约五百户”：“约五百”不是一个数，没有填入，请到原句填']]);
  const done = applyChanges(pkg, [...fillFigures(pkg, reply.fills), ...reply.changes]);
  if (!done.ok) throw new Error(done.reason);
  expect(done.value.pkg.articles[0]!.doc.firstChild!.textContent).toBe('收到提案205件，立案192件，满意率99.1%，1900余人次参加。');
  expect(figureLedger(done.value.pkg).rows.map(({ figure, state }) => [figure.text, state])).toEqual([['205', 'confirmed'], ['192', 'unconfirmed'], ['99.1', 'unconfirmed'], ['1900余', 'unconfirmed'], ['75', 'unconfirmed'], ['', 'open']]);
  const back = applyChanges(done.value.pkg, done.value.inverse);
  expect(back.ok && back.value.pkg).toEqual(pkg);
});

it('a place where no hole stands any more is left as it is', () => {
  expect(fillFigures(pkg, [{ place: { article: 'a', block: 0, field: null, from: 0, to: 1, line: null, excerpt: '' }, text: '9' }, { place: { article: 'b', block: 0, field: null, from: 0, to: 1, line: null, excerpt: '' }, text: '9' }])).toEqual([]);
});
