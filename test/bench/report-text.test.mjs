import { describe, expect, it } from 'vitest';
import { atLength, multiply, paragraphsOf } from './report-text.mjs';
import { typstSource } from './typst-source.mjs';

const REPORT = paragraphsOf(`
某市委员会工作报告

　　各位委员：
一、2025年工作回顾
（一）思想更加坚定。开展学习8次。举办讲座12场，参加300人次。
围绕产业建言。形成报告25篇。收到提案312件！
二、2026年工作安排
坚持守正。谋划协商5项。推动落实7件。
谢谢大家！
`);

describe('a longer text made of one report', () => {
  it('at 1 is the report itself, blank lines and outer spaces gone', () => {
    expect(multiply(REPORT, 1)).toBe(REPORT);
    expect(REPORT.slice(0, 3)).toEqual(['某市委员会工作报告', '各位委员：', '一、2025年工作回顾']);
  });

  it('no paragraph stands twice', () => {
    const longer = multiply(REPORT, 40);
    expect(new Set(longer).size).toBe(longer.length);
    expect(longer).toHaveLength(2 + 40 * 5 + 1);
  });

  it('parts are numbered on in Han numerals, head and close stay', () => {
    const longer = multiply(REPORT, 60);
    const parts = longer.filter((one) => one.endsWith('工作回顾')).map((one) => one.split('、')[0]);
    expect(parts.slice(0, 6)).toEqual(['一', '三', '五', '七', '九', '十一']);
    expect(parts.slice(50, 53)).toEqual(['一百零一', '一百零三', '一百零五']);
    expect(parts[59]).toBe('一百一十九');
    expect([longer[0], longer[1], longer.at(-1)]).toEqual([REPORT[0], REPORT[1], '谢谢大家！']);
  });

  it('a sentence with a total and its parts keeps its figures: the longer report adds up as the report does', () => {
    const sums = ['收到提案312件，其中委员提案200件、集体提案112件。', '提案20件：经济类12件、社会类8件。'];
    const longer = multiply([...REPORT.slice(0, 4), `${sums.join('')}办复率达97件。`, ...REPORT.slice(-1)], 12);
    for (const sentence of sums) expect(longer.filter((one) => one.includes(sentence))).toHaveLength(12);
    expect(new Set(longer.join('').match(/办复率达\d+件/gu)).size).toBeGreaterThan(6);
    expect(new Set(longer).size).toBe(longer.length);
  });

  it('the same seed makes the same text, another another', () => {
    expect(multiply(REPORT, 5)).toEqual(multiply(REPORT, 5));
    expect(multiply(REPORT, 5, 2)).not.toEqual(multiply(REPORT, 5));
  });

  it('at a length it ends with the paragraph that reaches it', () => {
    const text = atLength(REPORT, 500);
    const length = text.join('').length;
    expect(length).toBeGreaterThanOrEqual(500);
    expect(length - text.at(-1).length).toBeLessThan(500);
    expect(new Set(text).size).toBe(text.length);
  });

  it('a report without parts is refused, never timed as something else', () => {
    expect(() => multiply(['题', '文'], 10)).toThrow(RangeError);
  });

  it('Typst gets the text unharmed: its marks are escaped, part titles set without indent', () => {
    const source = typstSource(['题', '一、2025年工作回顾', '- a*b_c#d', '1. 办学'], 'Face');
    expect(source).toContain('#par(first-line-indent: 0em)[一、2025年工作回顾]');
    expect(source).toContain('\\- a\\*b\\_c\\#d');
    expect(source).toContain('1\\. 办学');
  });
});
