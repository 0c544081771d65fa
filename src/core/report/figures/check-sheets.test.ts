import { expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { applyChanges } from '../../model/apply-change';
import { readPackage, writePackage } from '../../model/package-file';
import { sheetPackage } from '../table-sheet';
import { checkSheets } from './check-sheets';
import { figureLedger, sayOfFigure } from './figure-rows';

it('a sheet per 委室, and one of what nobody answers for; its package is one that can be written', () => {
  const pkg = packageOf([article('a', 'report', doc(p('经审查立案171件，办复率99.5%。'), p('举办活动12场。')))]);
  const done = applyChanges(pkg, sayOfFigure(figureLedger(pkg).rows[0]!, { office: '提案委', basis: '系统\n导出', checker: '白露' }));
  if (!done.ok) throw new Error(done.reason);
  const sheets = checkSheets(figureLedger(done.value.pkg).rows, '常委会工作报告', '2025-12-30');
  expect(sheets.map(({ name, sheet }) => [name, sheet.rows.map((row) => row[1])])).toEqual([['数据核对表 提案委', ['171件']], ['数据核对表 未定委室', ['99.5%', '12场']]]);
  const made = sheetPackage(sheets[0]!.sheet);
  const [one] = readPackage(writePackage(made, null)).pkg.articles;
  const cells: string[] = [];
  one!.doc.descendants((node) => {
    if (node.type.name === 'table_cell') cells.push(node.textContent);
  });
  expect(cells).toEqual(['序号', '数字', '原句', '去年', '依据', '核实人', '日期', '状态', '1', '171件', '经审查立案【171】件，办复率99.5%。', '', '系统 导出', '白露', '', '未核实']);
  expect(one!.doc.firstChild!.textContent).toBe('责任委室：提案委　　共 1 个数，待核实 1 个　　制表日期：2025-12-30');
  expect(one!.fields['deck.main']!.textBetween(0, one!.fields['deck.main']!.content.size, '', '／')).toBe('常委会工作报告／数据核对表');
});
