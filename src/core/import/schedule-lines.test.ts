// The timetable of a meeting as files have it: read as one notice with its days and times as text, and what
// follows it as before.
import { expect, it } from 'vitest';
import { recognise, toPackage } from './index';

const read = (lines: readonly string[]): readonly string[] => toPackage(recognise(lines.join('\n')), { id: 'p', name: 'p' }).articles.flatMap(({ kind, fields, doc }) => [`${kind}: ${fields['deck.main']?.textContent ?? ''} | ${fields['head.date']?.textContent ?? ''}`, ...doc.children.map(({ textContent }) => textContent)]);

const DAYS = ['1月6日（星期一）', '上午　委员报到', '下午　3:00　预备会议', '1月7日（星期二）', '上午　9:00　开幕会', '　　听取政协云岭市第六届委员会常务委员会工作报告', '下午　2:30　分组讨论', '1月10日（星期五）', '上午　闭幕会', '　　通过政协云岭市第六届委员会第四次会议政治决议'];

it('reads days, times and what is done then as text', () => {
  expect(read(['政协云岭市第六届委员会第四次会议日程', '（2025年1月6日至10日）', '', ...DAYS])).toEqual(['notice: 政协云岭市第六届委员会第四次会议日程 | （2025年1月6日至10日）', ...DAYS.map((line) => line.trim())]);
});

it('ends where another text begins', () => {
  const story = ['市政协召开主席会议', '本报讯（记者 江一帆）1月5日，市政协召开主席会议，听取会议筹备情况汇报，审议有关文件，就开好全会提出要求。'];
  const [, ...rest] = read(['政协云岭市第六届委员会第四次会议日程', '', ...DAYS, '', ...story]);
  expect(rest.slice(DAYS.length)).toEqual(['news: 市政协召开主席会议 | ', story[1]!.replace('） ', '）')]);
});

it('reads a table whose cells stand each on a line', () => {
  const cells = ['日期', '时间', '内容', '地点', '2月11日', '上午', '报到', '松岭宾馆', '2月12日', '上午9:00', '开幕大会', '会议中心'];
  expect(read(['政协松岭县第十届委员会第四次会议日程安排表', ...cells])).toEqual(['notice: 政协松岭县第十届委员会第四次会议日程安排表 | ', ...cells]);
});
