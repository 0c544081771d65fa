// Lists of Word 97–2003 files that LibreOffice wrote of in-lists.docx and in-mixed.docx
// (fixtures/docx/make-in.py), and the same files damaged. LibreOffice 7.4 itself shows
// these numbers when it opens them: it writes neither w:isLgl nor w:lvlRestart 0.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { outlineOf } from '../../core/import/index';
import { CompoundFile } from './compound-file';
import { oldNumbers } from './old-numbers';
import { importOldWord } from './old-word';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(path.resolve(import.meta.dirname, '../../../test/fixtures/docx', name)));

it('numbers of every make, bullets and levels that begin anew', () => {
  expect(oldNumbers(fixture('in-old-lists.doc'))?.map(({ text, label }) => `${label.bullet ? '·' : label.text}${text}`)).toEqual([
    '一、2025年工作回顾', '（一）坚持党的领导', '（二）积极建言资政', '1.深化专题协商', '2.加强民主监督', '（1）提案办理协商', '二、2026年工作安排', '（一）强化理论武装', '1.深化专题调研',
    '一、协商议题', '１．城市更新', '①老旧小区改造', '②地下管网', '２．产业发展', '二、监督议题', '第一章　总则', '一.1目的和依据', '一.2适用范围', '第二章　分则', '二.1组织实施', '甲、甲方', '·要点', '1.第一项', '乙、乙方', '1.续项',
  ]);
});

it('numbers of heading styles, of styles based on them, restarts and a start of five', () => {
  expect(oldNumbers(fixture('in-old-mixed.doc'))?.map(({ text, label }) => label.text + text)).toEqual([
    '一、2025年工作回顾', '（一）坚持党的领导', '（二）积极建言资政', '1.专题协商', '2.民主监督', '（三）反映社情民意', '1.专题视察', '3.委员走访', '二、自身建设', '5.五项要求',
  ]);
});

it('are headings like typed ones, beside typed ones; the report says so', async () => {
  const word = await importOldWord(fixture('in-old-mixed.doc'), { id: 'x', name: 'x' });
  expect(outlineOf(word.recognition).articles[0]!.headings.map(({ level, number, text }) => `${level}${number ?? ''} ${text}`)).toEqual([
    '1一 2025年工作回顾', '2一 坚持党的领导', '2二 积极建言资政', '31 专题协商', '32 民主监督', '2三 反映社情民意', '31 专题视察', '33 委员走访', '1二 2026年工作安排', '2一 强化理论武装', '2二 践行履职为民', '1二 自身建设', '35 五项要求',
  ]);
  expect(word.report.found).toContainEqual({ what: '自动编号', evidence: '旧 Word 格式的列表编号，照键入的取入', count: 10 });
  expect(word.report.notTaken.map(({ what }) => what).filter((what) => what.includes('自动编号'))).toEqual([]);
});

it('a file without lists has none; one that is none, or damaged anywhere, ends in an answer', () => {
  expect(oldNumbers(fixture('in-old.doc'))).toEqual([]);
  expect(oldNumbers(new Uint8Array(600))).toBeNull();
  expect(() => new CompoundFile(new Uint8Array(10))).toThrow(RangeError);
  const whole = fixture('in-old-lists.doc');
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48_271) % 0x7fffffff) % below;
  for (let i = 0; i < 400; i++) {
    const hurt = i % 10 === 0 ? whole.slice(0, random(whole.length)) : whole.slice();
    // Heads, tables and the FIB are hit as often as the text.
    for (let k = 0; k < 6; k++) hurt[random(Math.max(1, k % 2 === 0 ? Math.min(hurt.length, 2048) : hurt.length))] = random(256);
    const numbers = oldNumbers(hurt);
    expect(numbers === null || Array.isArray(numbers)).toBe(true);
  }
});
