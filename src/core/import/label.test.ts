// A number at the head of a line, and what only looks like a label.
import { expect, it } from 'vitest';
import { readLabel } from './label';

it.each([['一、九届二次会议以来的工作', '一'], ['三、八级大风来袭', '三'], ['十一、加强自身建设', '十一']])('%s has the label %s', (line, number) => expect(readLabel(line)?.number).toBe(number));

it.each(['一、二届委员会接续奋斗', '三、四季度平稳', '一、二、三产业融合', '一、二级医院全部联网'])('%s has none', (line) => expect(readLabel(line)).toBeNull());

it('a number before a year is a label, and none before a decimal', () => {
  expect(readLabel('2.2024年度优秀提案名单')).toMatchObject({ level: 3, number: '2', length: 2 });
  expect(readLabel('2.5万人次')).toBeNull();
  expect(readLabel('2.2024万元')).toBeNull();
});
