// The table goes out, is filled in as Excel and WPS leave it, and comes back.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { applyChanges } from '../../model/apply-change';
import type { Package } from '../../model/package';
import { csvOf, readCsv } from '../csv';
import { figureLedger, type FigureRow } from './figure-rows';
import { isoDay, ledgerCsv, readLedgerCsv } from './ledger-csv';

const pkg: Package = packageOf([article('a', 'report', doc(p('经审查立案171件，办复率99.50%。'), p('举办“有事好商量”活动1,200场。')))]);
const { rows } = figureLedger(pkg);
const table = readCsv(ledgerCsv(rows, () => '常委会工作报告'));
const [HEAD = []] = table;
/** The table with cells of a row (1: the first figure) written over. */
const filled = (row: number, cells: Readonly<Record<string, string>>): string[][] => table.map((line, index) => line.map((cell, column) => (index === row ? (cells[HEAD[column] ?? ''] ?? cell) : cell)));
const apply = (text: string): { readonly rows: readonly FigureRow[]; readonly left: readonly string[] } => {
  const reply = readLedgerCsv(text, rows, '2025-12-30');
  if (typeof reply === 'string') throw new Error(reply);
  const done = applyChanges(pkg, reply.changes);
  if (!done.ok) throw new Error(done.reason);
  return { rows: figureLedger(done.value.pkg).rows, left: reply.left };
};

it('CSV is read as it was written, quotes, commas and line ends in cells too; tabs and semicolons as well', () => {
  const cells = [['甲', '乙"丙"', '一，二,三'], ['', '两\r\n行', ' 空 '], ['a', '', '']];
  expect(readCsv(csvOf(cells))).toEqual(cells);
  expect(csvOf(cells).charCodeAt(0)).toBe(0xfeff);
  expect(readCsv('甲\t乙\n1\t2\n\n')).toEqual([['甲', '乙'], ['1', '2']]);
  expect(readCsv('甲;乙\r1;"2;3"')).toEqual([['甲', '乙'], ['1', '2;3']]);
});

describe('the table of the ledger', () => {
  it('has a row a figure', () => {
    expect(table.map((line) => line.slice(0, 2).join(''))).toEqual(['数值单位', '171件', '99.50%', '1,200场']);
    expect(table[1]).toEqual(['171', '件', '经审查立案171件，办复率99.50%。', '', '', '常委会工作报告', '', '', '', '', '未核实', '经审查立案件，办复率%。#0']);
  });

  it('as it went out changes nothing', () => expect(readLedgerCsv(csvOf(table), rows, '2025-12-30')).toEqual({ changes: [], fills: [], matched: 3, changed: 0, left: [] }));

  it('comes back with what the 委室 wrote, numbers and days as a spreadsheet leaves them', () => {
    const back = apply(csvOf(filled(2, { 数值: '99.5', 责任委室: '提案委', 依据: '督查室复函，“12号”', 核实人: '白露', 日期: '2025/12/2', 状态: '已核实' })));
    expect(back.left).toEqual([]);
    expect(back.rows[1]).toMatchObject({ state: 'confirmed', record: { office: '提案委', basis: '督查室复函，“12号”', checker: '白露', date: '2025-12-02', confirmed: '99.50%' } });
    expect(apply(csvOf(filled(3, { 数值: '1200', 状态: '已核实' }))).rows[2]).toMatchObject({ state: 'confirmed', record: { date: '2025-12-30' } });
  });

  it('another number is listed and confirms nothing; who answers is taken all the same', () => {
    const back = apply(csvOf(filled(1, { 数值: '173', 责任委室: '提案委', 状态: '已核实' })));
    expect(back.left).toEqual(['第2行“173件”：稿件里是“171件”，数没有改，请到原句核对']);
    expect(back.rows[0]).toMatchObject({ state: 'unconfirmed', record: { office: '提案委', confirmed: null } });
  });

  it('what does not match is listed', () => {
    const back = apply(csvOf([...filled(1, { '标识（勿改）': '没有这句。#0', 责任委室: '提案委' }), table[2]!]));
    expect(back.left).toEqual(['第2行“171件”：稿件里已没有这句话，或标识改过', '第5行“99.50%”：与前面的一行重复']);
    expect(back.rows[0]?.record).toBeNull();
    expect(apply(csvOf(filled(1, { 日期: '年底' }))).left).toEqual(['第2行“171件”：日期“年底”读不出来，没有收']);
  });

  it('a figure that the 委室 calls wrong is listed, is confirmed no more, and the ledger says so', () => {
    const told = apply(csvOf(filled(1, { 责任委室: '提案委', 状态: '有出入' })));
    expect(told.left).toEqual(['第2行“171件”：提案委说有出入，没有记作已核实，请到原句核对']);
    expect(told.rows[0]).toMatchObject({ state: 'unconfirmed', record: { office: '提案委', basis: '委室说有出入', confirmed: null } });
    const confirmed: Package = { ...pkg, figures: { [rows[0]!.figure.key]: { office: '提案委', basis: '台账第3页', checker: '白露', date: '2025-12-01', confirmed: '171件' } } };
    const reply = readLedgerCsv(csvOf(filled(1, { 状态: '有误，应为173' })), figureLedger(confirmed).rows, '2025-12-30');
    expect(reply).toMatchObject({ changed: 1, left: ['第2行“171件”：回来的表说有误，应为173，核实已撤回，请到原句核对'], changes: [{ to: { basis: '台账第3页', confirmed: null } }] });
    // What went out before it was confirmed takes nothing back; a word that is no state is listed.
    expect(readLedgerCsv(csvOf(table), figureLedger(confirmed).rows, '2025-12-30')).toMatchObject({ changes: [], left: [] });
    expect(apply(csvOf(filled(1, { 状态: '再说' }))).left).toEqual(['第2行“171件”：状态“再说”读不出来，没有收']);
    expect(apply(csvOf(filled(1, { 状态: '无误' }))).rows[0]?.state).toBe('confirmed');
  });

  it('columns may stand in another order, blank cells take nothing back', () => {
    expect(apply(csvOf([['核实人', '标识（勿改）'], ['白露', rows[0]!.figure.key]])).rows[0]?.record?.checker).toBe('白露');
  });

  it('a table of something else is refused', () => expect(readLedgerCsv('甲,乙\n1,2\n', rows, '2025-12-30')).toContain('标识（勿改）'));
});

it.each([['2025年12月3日', '2025-12-03'], ['12-22', '2025-12-22'], ['12月5日', '2025-12-05'], ['2025-02-30', null], ['昨天', null], ['', '']])('a day typed as %s is %s', (word, day) => expect(isoDay(word, '2025-12-22')).toBe(day));
