// A 名单 in the makes in which it is typed: its names keep apart, in lines of their own, and are
// neither headlines nor speakers. Headlines of phrases are no names.
import { describe, expect, it } from 'vitest';
import { namesOfLine, spaceNames } from './name-lists';
import { recognise } from './recognise';
import { restoreText } from './restore';

const read = (text: string) => {
  const read = recognise(text);
  expect(restoreText(read)).toBe(text);
  return read.articles.map(({ kind, fields, blocks }) => ({ kind, title: fields.main?.lines.join('') ?? null, speaker: fields.speaker, heads: blocks.filter(({ head }) => head !== null).length, texts: blocks.map(({ text: own }) => own) }));
};
const TITLE = '政协云岭市第五届委员会第四次会议主席团名单';
const SPREAD = ['丁　一　　于　洋（女）　　马晓东（回族）', '王建国　　艾山江·买买提（维吾尔族）　　卢　伟', '诸葛青云　　熊　猛'];

describe('a list of names', () => {
  it.each([
    ['as it should be', SPREAD],
    ['single spaces, some names spread', ['丁 一 于 洋（女） 马晓东（回族）', '王建国 艾山江·买买提（维吾尔族） 卢 伟', '诸葛青云 熊 猛']],
    ['single spaces, no name spread, half-width brackets', ['丁一 于洋(女) 马晓东(回族)', '王建国 艾山江·买买提(维吾尔族) 卢伟', '诸葛青云 熊猛']],
    ['tabs', ['丁一\t于洋（女）\t马晓东（回族）', '王建国\t艾山江·买买提（维吾尔族）\t卢伟', '诸葛青云\t熊猛']],
    ['blanks before notes, none behind them', ['丁一 于洋 （女）马晓东（回族）', '王建国  艾山江·买买提 （维吾尔族）卢伟', '诸葛青云  熊猛']],
  ])('%s', (_make, lines) => {
    expect(read([TITLE, '（共8名，按姓氏笔画为序）', ...lines, '', '秘书长：卢　伟', '副秘书长：李 明 熊 猛'].join('\n'))).toEqual([
      { kind: 'notice', title: TITLE, speaker: null, heads: 0, texts: [...SPREAD, '秘书长：卢　伟', '副秘书长：李　明　　熊　猛'] },
    ]);
  });

  it('on one line, however long; an em parts names of which none is spread', () => {
    const names = ['江一帆', '郭望晴', '慕容晓棠', '何晓棠（女，满族）', '林致远'];
    const sixty = Array.from({ length: 60 }, (_, i) => names[i % 5]!);
    expect(read(`${TITLE}\n${sixty.join(' ')}`)[0]?.texts).toEqual([sixty.join('　')]);
  });

  it('in a story, under what says that it follows', () => {
    expect(read('选举产生常务委员\n本报讯（记者 江一帆）1月11日，选举产生常务委员，名单如下（按姓氏笔画为序）：\n于 洋 王 芳（女） 王建国\n刘 洋 李 明\n当选的常务委员表示，将不负重托。')[0]?.texts.slice(1, 3)).toEqual(['于　洋　　王　芳（女）　　王建国', '刘　洋　　李　明']);
  });

  it('ends before the headline of a story, however like a row of it that is set', () => {
    const all = read([TITLE, '（共8名，按姓氏笔画为序）', '丁一 于洋（女） 马晓东（回族）', '王建国 艾山江·买买提（维吾尔族） 卢伟', '诸葛青云 熊猛', '', '', '带着嘱托出发 带着答卷回来', '本报讯（记者 江一帆）1月15日，委员们回到岗位，把会上的话带到街道社区。'].join('\n'));
    expect(all.map(({ kind, title }) => [kind, title])).toEqual([['notice', TITLE], ['news', '带着嘱托出发带着答卷回来']]);
    expect(all[0]?.texts).toHaveLength(3);
  });

  it('groups of a list are no names, its bodies keep their blanks', () => {
    const [list] = read(['云岭市政协委员名单', '经济界（2名）', '林致远 赵喆', '农业界', '何远 江一帆', '市教育局 市财政局 市统计局'].join('\n'));
    expect(list?.texts).toEqual(['经济界（2名）', '林致远　　赵　喆', '农业界', '何　远　　江一帆', '市教育局 市财政局 市统计局']);
  });

  it.each([
    ['offices without a colon', ['秘书长  林致远', '副秘书长　何远　江一帆'], ['秘书长  林致远', '副秘书长　何　远　　江一帆']],
    ['names with their bodies', ['林致远　　市发展改革委', '赵　喆　　市财政局'], ['林致远　　市发展改革委', '赵　喆　　市财政局']],
    ['with numbers', ['1. 林致远　市政协常委', '2. 沈若兰（女）　市政协委员', '3. 赵　喆　市政协委员'], ['1. 林致远　市政协常委', '2. 沈若兰（女）　市政协委员', '3. 赵　喆　市政协委员']],
    ['groups over them', ['提案委员会', '主　任：林致远', '副主任：沈若兰（女）　赵　喆', '经济委员会', '主　任：江一帆'], ['提案委员会', '主　任：林致远', '副主任：沈若兰（女）　赵　喆', '经济委员会', '主　任：江一帆']],
    ['columns with heads', ['姓名\t性别\t单位', '林致远\t男\t市发展改革委', '赵喆\t女\t市财政局'], ['姓名\t性别\t单位\n林致远\t男\t市发展改革委\n赵喆\t女\t市财政局']],
  ])('%s', (_make, lines, texts) => {
    expect(read(['云岭市政协先进个人名单', ...lines].join('\n'))).toEqual([{ kind: 'notice', title: '云岭市政协先进个人名单', speaker: null, heads: 0, texts }]);
  });

  it('the list ends where its text begins', () => {
    expect(read(`${TITLE}\n江一帆 郭望晴 林致远\n会议以举手表决的方式，通过了以上名单。\n踔厉奋发 启新程`)[0]?.texts.slice(0, 2)).toEqual(['江一帆　郭望晴　林致远', '会议以举手表决的方式，通过了以上名单。']);
  });
});

describe('what is no line of names', () => {
  it.each(['踔厉奋发 启新程。', '本报记者 江一帆 郭望晴', '记者 江一帆 郭望晴', '江一帆出席，郭望晴主持', '王 建 国', '江一帆郭望晴林致远', '1月8日 星期三'])('%s', (text) => { expect(namesOfLine(text)).toBeNull(); });

  it('a headline of phrases over a comment', () => {
    const [comment] = read('凝心聚力 踔厉奋发\n团结奋斗 再创辉煌\n——热烈祝贺市政协五届四次会议开幕\n今天，政协云岭市第五届委员会第四次会议隆重开幕。我们表示热烈的祝贺！');
    expect(comment).toMatchObject({ kind: 'editorial', title: '凝心聚力 踔厉奋发团结奋斗 再创辉煌' });
  });

  it('two speakers of a head', () => {
    expect(read('政协云岭市第五届委员会常务委员会工作报告\n（2026年1月8日）\n主席　林致远\n副主席　罗　成\n各位委员：\n一、过去一年的工作\n各项工作取得新成效。')[0]?.speaker?.lines).toEqual(['主席　林致远', '副主席　罗　成']);
  });
});

describe('spaceNames', () => {
  it('lists each blank that it changes, in order', () => {
    const changes: Parameters<typeof spaceNames>[2] = [];
    expect(spaceNames('于洋 （女） 王建国', 1, changes)).toBe('于　洋（女）　　王建国');
    expect(changes).toEqual([
      { line: 1, kind: 'space', from: '', to: '　', at: 1 },
      { line: 1, kind: 'space', from: ' ', to: '', at: 3 },
      { line: 1, kind: 'space', from: ' ', to: '　　', at: 6 },
    ]);
  });
});
