import { describe, expect, it } from 'vitest';
import { article, doc, h, p, packageOf, table } from '../../../../test/build';
import { figureDiagnostics } from './figure-findings';

const KINDS = [['类别', '立案（件）', '办复率（%）'], ['经济建设', '46', '100'], ['社会事业', '75', '100'], ['合计', '121', '100']] as const;
const COUNTS = [['类别', '件数'], ['经济建设', '46'], ['社会事业', '75'], ['合计', '121']] as const;
const told = (text: string, rows: readonly (readonly string[])[] = KINDS, ...behind: readonly string[]): readonly string[] =>
  figureDiagnostics(packageOf([article('a', 'report', doc(h(1, '提案工作'), p(text), table(...rows), ...behind.map((one) => p(one))))])).map(({ severity, code, message }) => `${severity} ${code} ${message}`);

describe('the 合计 of a table against the text', () => {
  it.each([
    ['收到提案138件，立案122件，办复率100%。', 'warning figure-sum 表中“立案”合计121件，正文写122件'],
    ['共收到提案138件，经审查，立案共120件。', 'warning figure-sum 表中“立案”合计121件，正文写120件'],
  ])('%s differs', (text, message) => expect(told(text)).toEqual([message]));

  it.each([
    '收到提案138件，立案121件，办复率100%。', '去年立案118件，今年有增加。', '立案比上年增加3件。', '其中民主党派立案24件。', '立案120余件。', '立案率98%，收到提案138件。', '五年来累计立案612件。',
  ])('%s agrees, or speaks of something else', (text) => expect(told(text)).toEqual([]));

  it('a column that says only how it counts is held against what stands beside it, as a hint', () => {
    expect(told('收到提案138件，立案122件。', COUNTS)).toEqual(['info figure-sum 表中合计121件，正文写“立案122件”，请核对是不是一回事']);
    expect(told('收到提案138件，立案121件。', COUNTS)).toEqual([]);
    // Far from it, or far off, nothing is said.
    expect(told('收到提案308件，重点提案8件。', COUNTS)).toEqual([]);
    expect(told('提案工作。', COUNTS, '办理有力。', '立案122件。')).toEqual([]);
  });

  it('what may be one line’s of many is a hint where it is nearly the same, else nothing', () => {
    const visits = [['专委会', '调研（次）'], ['提案委', '12'], ['经济委', '14'], ['合计', '26']];
    expect(told('全年开展调研25次。', visits)).toEqual(['info figure-sum 表中“调研”合计26次，正文写“全年开展调研25次”，请核对是不是一回事']);
    expect(told('围绕茶产业开展调研6次。', visits)).toEqual([]);
  });

  it('a row that is summed by its last column', () => {
    expect(told('立案122件。', [['类别', '经济', '社会', '合计（件）'], ['立案', '46', '75', '121'], ['办复', '46', '75', '121']])).toEqual(['warning figure-sum 表中“立案”合计121件，正文写122件']);
  });

  it('two articles are not held against each other’s tables', () => {
    const pkg = packageOf([article('a', 'report', doc(h(1, '提案工作'), table(...KINDS))), article('b', 'news', doc(p('会议听取报告，立案122件。')))]);
    expect(figureDiagnostics(pkg).filter(({ message }) => message.includes('表中'))).toEqual([]);
  });
});
