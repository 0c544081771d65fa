// Titles by meaning: G-06, T-37 and N-13 as tables. `|` is where a line ends.
import { describe, expect, it } from 'vitest';
import type { Font, FontRole } from '../font';
import type { ParagraphStyle } from '../flow/flow';
import { fakeFont } from '../../../test/fake-font';
import { checkLaws, lineText } from '../../../test/laws';
import { paragraphOf } from '../../../test/paragraphs';
import { breakLines } from './break-lines';
import type { SetParagraph } from './line';
import { shape } from './shape';

const FONTS: ReadonlyMap<FontRole, readonly Font[]> = new Map([['song', [fakeFont()]]]);

function title(text: string, ems: number, style: Partial<ParagraphStyle> = {}): SetParagraph {
  const full = { title: true, align: 'center', indent: 0, ...style } as const;
  return breakLines(shape(paragraphOf(text, full), FONTS), () => ems * 10);
}

function lines(set: SetParagraph): string {
  return set.lines.map((line) => lineText(set, line)).join('|');
}

describe('G-06: lines end where the meaning allows, then trapezoid or diamond', () => {
  it.each([
    [20.1, '中国人民政治协商会议云岭市第五届委员会|常务委员会工作报告'],
    [13.2, '中国人民政治协商会议|云岭市第五届委员会|常务委员会工作报告'],
    [10, '中国人民政治协商会议|云岭市第五届委员会|常务委员会工作报告'],
    [30, '中国人民政治协商会议云岭市第五届委员会常务委员会工作报告'],
    [20.1, '中国人民政治协商会议第八届云岭市委员会|常务委员会工作报告'],
    [20.1, '中国人民政治协商会议全国委员会|常务委员会工作报告'],
    [20.1, '政协云岭市第五届委员会第四次会议|关于常务委员会工作报告的决议'],
    [20.1, '政协云岭市第五届委员会常务委员会|关于五届三次会议以来提案工作情况的报告'],
  ])('at %d characters: %s', (ems, expected) => {
    const set = title(expected.replaceAll('|', ''), ems);
    expect(lines(set)).toBe(expected);
    expect(set.issues).toEqual([]);
    expect(checkLaws(set, () => ems * 10)).toEqual([]);
  });
});

describe('a heading in a narrow column', () => {
  it.each([
    [13, '二、提案工作的|主要做法和成效'],
    [10, '五、持续推进|提案工作制度化|规范化程序化建设'],
    [11, '四、践行人民政协|为人民的理念'],
    [10, '三、广泛凝聚|人心和力量'],
    [13, '二、围绕中心服务大局|议政建言成效显著'],
    [13, '二、深入推进|专门协商机构建设'],
    [11, '四、在团结联谊中|广泛凝聚共识'],
    [10, '二、聚焦高质量发展|协商议政'],
    [11, '二、2026年工作的|总体要求和主要任务'],
    [14, '——热烈祝贺|县十八届人大五次会议开幕'],
    [12, '——热烈祝贺市政协|五届四次会议隆重开幕'],
  ])('at %d characters: %s', (ems, expected) => {
    expect(lines(title(expected.replaceAll('|', ''), ems))).toBe(expected);
  });
});

describe('a headline of news', () => {
  it.each([
    [9, '“议事亭”里|谈成了二十六部电梯'],
    [12, '“议事亭”里|谈成了二十六部电梯'],
    [8, '老街区里的书屋|成了孩子们的乐园'],
    [9.5, '提案审查委员会|举行第一次会议'],
    [9.5, '市领导看望|出席会议的政协委员'],
    [12, '李明远在看望政协委员|并参加联组讨论时强调'],
    [12, '云岭市十五届人大五次会议|主席团举行第二次会议'],
    [12, '全国政协调研组|来我市开展生态保护调研'],
    [12, '我市新增3家国家级|专精特新“小巨人”企业'],
    [9.5, '龙念真看望|出席会议的委员'],
    [12, '“有事好商量”协商平台|助力乡村振兴'],
    [15, '一、优化预算监督、|数字经济，提质增效'],
    [12, '三、改进河湖治理、|立法工作，提质增效'],
    // as a headline downwards has it too: what one is about stands whole
    [9, '委员热议|海洋经济强市建设'],
    [9, '市政协开展河湖长制|落实情况民主监督'],
    [9, '提案办理情况|向社会公开'],
  ])('at %d characters: %s', (ems, expected) => {
    expect(lines(title(expected.replaceAll('|', ''), ems))).toBe(expected);
  });
});

describe('N-13: a work’s name, a quoted word, a number with what it counts, a person, a hall stand whole on a line', () => {
  it.each([
    [11.5, '《云岭市养老服务条例》|专题调研启动'],
    [10, '把“小提案”|办成“大民生”：|云岭市政协探索提案|办理“双向评议”|机制观察'],
    [14, '3000万元专项资金|支持12个老旧小区改造年底完工'],
    [11, '从一条断头路|到一座连心桥'],
    [10.1, '第四次会议|在云岭大剧院隆重开幕'],
    [10.2, '欧阳明哲主持召开|市政协第28次主席会议'],
    [13, '委员说｜|长江禁渔五年我们看见了什么'],
    [9, '守望·传承：|非遗委员工作室里的|年轻人'],
  ])('at %d characters: %s', (ems, expected) => {
    const set = title(expected.replaceAll('|', ''), ems);
    expect(lines(set)).toBe(expected);
    expect(set.issues).toEqual([]);
  });
});

describe('N-13, T-37: a long headline in two lines like each other, the second beginning with what is done or with what it is done to', () => {
  it.each([
    [23, '委员走进长江航道局第七疏浚工程处|听取一线船员的意见建议'],
    [20, '政协棠湖市第七届委员会第三次会议|今日上午在棠湖会议中心隆重开幕'],
    [20, '住湖省政协委员赴南麂渔港|开展防灾减灾能力建设专题调研'],
    [20, '市政协领导班子成员分赴各县区|走访看望基层政协委员'],
    [15, '市政协党组召开扩大会议|传达学习中央经济工作会议精神'],
    [15.5, '市政协召开七届十八次常委会会议|专题协商县域商业体系建设'],
    [19, '市七届人大常委会第三十二次会议|表决通过关于批准2026年市级决算的决议'],
    [18, '市委书记顾时雨在市政协机关调研时强调|把协商民主贯穿履职全过程'],
    [17.5, '棠湖入选全国首批数字化转型试点城市|并获中央财政专项资金支持'],
    [18, '一批重大民生工程今年底前|建成投用惠及群众逾百万'],
    [20, '棠湖市第七届人民代表大会第四次会议|昨日下午在市人民会堂开幕'],
    [16, '我市出台二十条措施|支持民营经济高质量发展'],
    [15, '《棠湖保护条例》执法检查|走完一百四十六公里岸线'],
    [9, '智能水表装进|四百一十二个老小区'],
    [13, '他在联组讨论时强调|坚定不移推进新型工业化'],
    [11, '市政协举行六届五次|常委会会议'],
    [14, '12位委员登台建言 |高伯衡韦知远到会听取意见'],
    [20, '棠湖大闸蟹、棠湖藕、棠湖米|三个地理标志产品年销售额突破21.5亿元'],
  ])('at %d characters: %s', (ems, expected) => {
    const set = title(expected.replaceAll('|', ''), ems);
    expect(lines(set)).toBe(expected);
    expect(set.issues).toEqual([]);
  });
});

describe('an occasion breaks before 第N次会议', () => {
  it.each([
    [28, '——在政协云岭市第五届委员会第四次会议上'],
    [15, '——在政协云岭市第五届委员会|第四次会议上'],
    [18, '——在2026年1月12日|政协云岭市第五届委员会第四次会议上'],
  ])('at %d characters: %s', (ems, expected) => {
    expect(lines(title(expected.replaceAll('|', ''), ems))).toBe(expected);
  });
});

describe('an open place stays whole where it fits the line', () => {
  it.each([20.1, 13, 12, 9])('at %d characters', (ems) => {
    const text = '中国人民政治协商会议〔地名：未填〕第〔届：未填〕届委员会常务委员会工作报告';
    const set = title(text, ems);
    const shown = lines(set);
    expect(shown.replaceAll('|', '')).toBe(text);
    for (const hole of ['〔地名：未填〕', '〔届：未填〕']) expect(shown).toContain(hole);
  });

  it('longer than its line it is broken all the same', () => {
    const set = title('关于〔提案工作情况：待填〕的报告', 6);
    expect(lines(set).replaceAll('|', '')).toBe('关于〔提案工作情况：待填〕的报告');
    expect(checkLaws(set, () => 60)).toEqual([]);
  });
});

describe('T-37: no word split over lines, 的/地/得 not at a line start, 和/与/及 not at a line end', () => {
  it.each([
    [9, '全面推进高质量发展|奋力谱写振兴新篇章'],
    [8, '关于促进乡村振兴|工作的情况说明'],
    [7, '凝聚共识|和力量推动发展'],
    [12, '政协委员与社会各界|人士座谈会召开'],
  ])('at %d characters: %s', (ems, expected) => {
    const set = title(expected.replaceAll('|', ''), ems);
    expect(lines(set)).toBe(expected);
  });

  it.each([
    [25, '市政协党组理论学习中心组开展集体学习研讨|和专题调研活动的情况综述以及下一步工作安排的说明'],
    [20, '中国人民政治协商会议第十四届|澜川市青石滩土家族苗族自治县委员会|常务委员会工作报告'],
    [14.2, '中国人民政治协商会议|第十四届澜川市|青石滩土家族苗族自治县委员会|常务委员会工作报告'],
    [20, '澜川市人民检察院关于未成年人司法保护|与公益诉讼工作情况的专项报告'],
    [11, '关于推动我市河湖长制|提质增效和生活垃圾分类|处理情况的调研报告'],
    [13, '全市统一战线庆祝|中华人民共和国成立|七十七周年文艺汇演圆满举行'],
  ])('words and names of peoples that no table of reports has, at %d characters: %s', (ems, expected) => {
    expect(lines(title(expected.replaceAll('|', ''), ems))).toBe(expected);
  });

  it('never begins a line with 的 nor ends one with 和, at any measure that holds the words', () => {
    const text = '关于加强和改进人民政协提案工作的意见和市委的重要部署与安排';
    for (let ems = 6; ems < 28; ems++) {
      const set = title(text, ems);
      for (const line of set.lines) {
        expect(lineText(set, line)[0], `at ${ems}: ${lines(set)}`).not.toBe('的');
        if (line.to < text.length) expect('和与及', `at ${ems}: ${lines(set)}`).not.toContain(lineText(set, line).at(-1));
      }
    }
  });

  it('says where a title had to break inside a word', () => {
    const set = title('委员会常务委员会', 4);
    expect(set.issues.map((issue) => issue.code)).toContain('title-break');
    expect(checkLaws(set, () => 40)).toEqual([]);
  });
});

describe('N-13: a headline with a space breaks at the space', () => {
  it.each([
    [12, '踔厉奋发 启新程 |凝心聚力 谱新篇'],
    [10, '同心启新程 |实干谱华章'],
    [12, '同心启新程 实干谱华章'],
    [9, '汇聚强大合力 |奋进开局之年'],
    [12, '凝聚众智谋开局 |同心同向谱新篇'],
  ])('at %d characters: %s', (ems, expected) => {
    expect(lines(title(expected.replaceAll('|', ''), ems))).toBe(expected);
  });

  it('and the blank at the end has no width: the line is centred by its characters', () => {
    const set = title('汇聚强大合力 奋进开局之年', 9);
    expect(set.lines.map((line) => [set.x[line.first], line.right])).toEqual([[15, 75], [15, 75]]);
  });
});

describe('a hard break wins over every automatic one', () => {
  it('and each part is broken by itself', () => {
    const set = title('中国人民政治协商会议云岭市\n第五届委员会常务委员会工作报告', 20);
    expect(lines(set)).toBe('中国人民政治协商会议云岭市\n|第五届委员会常务委员会工作报告');
  });
});

describe('T-37: stand-alone titles of 2 characters take 2 em between, of 3 one, of 4 a half', () => {
  it.each([
    ['目录', [0, 30]],
    ['主持词', [0, 20, 40]],
    ['工作报告', [0, 15, 30, 45]],
    ['名词解释表', [0, 10, 20, 30, 40]],
  ])('%s', (text, places) => {
    const set = title(text, 20, { spread: true, align: 'left' });
    expect([...set.x]).toEqual(places);
  });
});
