// Titles and occasions over several lines: which lines belong together, a row a head.
import { describe, expect, it } from 'vitest';
import { markHeadRuns } from './head-runs';
import { factsOf } from './line-facts';

function parts(lines: readonly string[]): (string | null)[] {
  const facts = lines.map((line, i) => factsOf(i + 1, line, false, 0));
  markHeadRuns(facts);
  return facts.map(({ part }) => part);
}

const [T, O] = ['title', 'occasion'];

describe('lines that only together are a title or an occasion (W-01, W-02)', () => {
  it.each<[string, string[], (string | null)[]]>([
    ['a title in three lines, the last spaced', ['中国人民政治协商会议', '云岭市第五届委员会常务委员会', '工 作 报 告'], [T as string, T as string, T as string]],
    ['a budget’s title broken in mid word', ['关于云岭市2025年预算执行情况和2026年', '预算草案的报告', '各位代表：'], [T as string, T as string, null]],
    ['an agency’s prefix before the first line', ['（受权发布）中国人民政治协商会议', '全国委员会常务委员会工作报告'], [T as string, T as string]],
    ['an occasion in two lines', ['政府工作报告', '——2026年1月26日在临岚省第十四届', '人民代表大会第五次会议上'], [null, O as string, O as string]],
    ['a title of one line needs no other', ['政府工作报告', '市长 周砚秋'], [null, null]],
    ['the signature and date of a notice do not begin the next title', ['云岭市人民代表大会常务委员会', '2026年1月16日', '政府工作报告'], [null, null, null]],
    ['a headline that says an event does not', ['市七届人大五次会议开幕', '关于政府工作报告的决议'], [null, null]],
    ['a box of figures over a title does not', ['老旧小区改造惠及2.3万户', '政府工作报告'], [null, null]],
    ['a date over an occasion of one line', ['2026年1月16日', '在云岭市第七届人民代表大会第五次会议闭幕会上的讲话'], [null, null]],
  ])('%s', (_name, lines, expected) => { expect(parts(lines)).toEqual(expected); });
});
