// What the heads of a text tell of its meeting: the opening day of a report whose title is a
// theme, and no day of a draft that the standing committee hears.
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';
import { toPackage } from './to-package';

const meetingOf = (lines: readonly string[]) => toPackage(recognise([...lines, '一、过去一年的工作', '过去一年，市政协常委会团结奋斗，各项工作取得新成效。'].join('\n')), { id: 'p', name: '试' }).meeting;

describe('the day on which the meeting opens', () => {
  it.each([
    ['a title that names the report', ['政协云岭市第五届委员会常务委员会工作报告', '（2026年1月15日）', '何田', '各位委员：']],
    ['a theme, its name under it', ['凝心聚力开新局', '——政协云岭市第五届委员会常务委员会工作报告（摘要）', '（2026年1月15日）', '何田', '各位委员：']],
    ['a theme, its name in the occasion', ['以协商民主助力云岭发展', '——在政协云岭市第五届委员会第四次会议上的工作报告', '（2026年1月15日）', '何田', '各位委员：']],
    ['a theme, its name nowhere but in its first sentence', ['以协商民主助力云岭发展', '——在政协云岭市第五届委员会第四次会议上', '（2026年1月15日）', '何田', '各位委员：', '我受政协云岭市第五届委员会常务委员会委托，向大会报告工作，请予审议。']],
    ['a report to a congress', ['书写工作新篇章', '——在政协云岭市第五届委员会第四次会议上的报告', '（2026年1月15日）', '何田', '各位委员：', '现在，我代表常务委员会，向大会作报告，请予审议。']],
  ])('%s', (_name, lines) => {
    expect(meetingOf(lines)).toMatchObject({ place: '云岭市', opens: '2026-01-15', speaker: '何田' });
  });

  it.each([
    ['a draft before the standing committee', ['政协云岭市第五届委员会常务委员会工作报告', '——在政协云岭市第五届委员会常务委员会第二十次会议上', '（2025年12月15日）', '何田', '各位常委：', '现在，我向会议报告工作。']],
    ['a speech at the close', ['在政协云岭市第五届委员会第四次会议闭幕会上的讲话', '（2026年1月18日）', '何田', '各位委员：', '政协云岭市第五届委员会第四次会议就要闭幕了。']],
  ])('none: %s', (_name, lines) => {
    expect(meetingOf(lines).opens).toBeNull();
  });

  it('place and 报告届 from a name under a theme', () => {
    expect(meetingOf(['凝心聚力开新局', '——政协云岭市第五届委员会常务委员会工作报告', '各位委员：'])).toMatchObject({ place: '云岭市', reportTerm: 5 });
  });
});
