// Two texts that stand open at once, and items that interrupt a sentence: what is asked, what is certain.
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';

const joinsOf = (lines: readonly string[]): [number, number, boolean][] => recognise(lines.join('\n')).joins.map(({ beforeLine, afterLine, certain }) => [beforeLine, afterLine, certain]);

const OPENING = ['县政协十届五次会议开幕', '本报讯（记者 何 田）1月15日上午，县政协十届五次会议开幕，大会主席团成员在主席台前排就'];
const TRAFFIC = ['县两会期间交通管制通告发布', '本报讯（记者 江 平）1月15日，县公安局发布通告，两会期间会场周边道路实行临时交通管'];

describe('where two pieces are open at once', () => {
  it('a join is asked about', () => {
    expect(joinsOf([...OPENING, ...TRAFFIC, '要求完成全部议程。会议由江一帆主持。', '有关单位做好引导，请过往车辆绕行。'])).toContainEqual([4, 5, false]);
  });

  it('a word that the cut runs through, found elsewhere, makes it certain', () => {
    expect(joinsOf([...OPENING, ...TRAFFIC, '制措施如下，请过往车辆绕行。', '县公安局提醒，交通管制措施自1月14日起施行，至1月18日止。'])).toContainEqual([4, 5, true]);
  });

  it('alone it is certain', () => {
    expect(joinsOf([...TRAFFIC, '制，请过往车辆绕行。'])).toEqual([[2, 3, true]]);
  });
});

it('a line with a bullet never goes on with a sentence; its rest behind the items is asked about', () => {
  const text = ['县政协十届五次会议开幕', '本报讯（记者 何 田）1月15日上午，县政协十届五次会议开幕。', '委员们表示，要把会议精神落实到履职工作当中，切实转化为发展动', '●政协小知识：政协委员通过提案参政议政。', '力，以实际行动回应群众期盼。'];
  expect(joinsOf(text)).toEqual([[3, 5, false]]);
});
