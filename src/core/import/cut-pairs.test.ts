// Pieces of a page in the wrong order whose cuts run through words; and cuts between words,
// where the right place is one of the answers of what is asked. Place and persons invented.
import { describe, expect, it } from 'vitest';
import { wordOver } from './cut-pairs';
import { queriesOf } from './queries';
import { recognise } from './recognise';
import { restoreText } from './restore';
import { decide, questionsOf, startReview } from './review';

const shape = (lines: readonly string[]) => {
  const recognition = recognise(lines.join('\n'));
  expect(restoreText(recognition)).toBe(lines.join('\n'));
  return { lines: recognition.articles.map((article) => article.lines), joins: recognition.joins.map(({ beforeLine, afterLine, certain }) => [beforeLine, afterLine, certain]) };
};

const REPORT = ['政协云岭市第七届委员会常务委员会工作报告', '（2026年1月12日）', '林致远', '各位委员：', '我受常务委员会委托，向大会报告工作，请予审议。', '一、2025年工作回顾'];
const COMMENT = ['同心同德谋新局 群策群力谱华章', '——热烈祝贺市政协七届五次会议隆重开幕', '社论', '红梅报春，瑞雪迎新。今天，市政协七届五次会议隆重开幕。我们表示热烈祝贺！'];
const OPENING = ['县政协十届五次会议开幕', '本报讯（记者 何 田）1月15日上午，县政协十届五次会议开幕，大会主席团成员在主席台前排认真听取报'];
const HEATING = ['县城热电联产项目竣工投产', '本报讯（记者 江 平）1月14日，县城热电联产项目竣工投产，新增供热面积120万平方'];

describe('the word that a cut runs through', () => {
  it.each<[string, string, string | null]>([
    ['有关部门逐条研', '究吸纳。', '研究'], ['夯实了团结奋', '斗的共同思想政治基础。', '奋斗'], ['以人民为中心的发展思', '想，既鼓舞人心。', '思想'], ['新增供热面积120万平方', '米，惠及居民。', '平方米'],
    // Two whole words, and halves of none.
    ['会议审议', '通过了大会议程。', null], ['有关部门逐条研', '斗的共同思想政治基础。', null], ['作出了重要贡', '究吸纳。', null],
  ])('%s|%s', (a, b, word) => { expect(wordOver(a, b)).toBe(word); });
});

describe('pieces whose cuts run through words', () => {
  it('three of two articles, each put to its own and asked about', () => {
    const found = shape([
      ...REPORT, '一年来，我们坚持把学习作为首要政治任务，举办读书班、报告会，组织委员赴革命老区开展现场教学，进一步夯实了团结奋', '（一）围绕中心议政建言。聚焦产业集群培育，组织委员走访企业，形成调研报告，市政府主要领导作出批示，有关部门逐条研',
      ...COMMENT, '过去的一年，市政协坚持建言资政和凝聚共识双向发力，为推动全市高质量发展作出了重要贡', '斗的共同思想政治基础。', '究吸纳。', '献。实践充分证明，人民政协具有独特优势和巨大作用。', '预祝大会圆满成功！', '二、2026年工作安排', '新的一年，我们要坚持党的领导。',
    ]);
    expect(found.lines).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 18, 19], [9, 10, 11, 12, 13, 16, 17]]);
    expect(found.joins).toEqual([[7, 14, false], [8, 15, false], [13, 16, false]]);
  });

  it('two stories, the rest of the first before that of the second', () => {
    expect(shape([...OPENING, ...HEATING, '告。大会由江一帆主持。', '米，惠及居民1.3万户。']).joins).toEqual([[2, 5, false], [4, 6, false]]);
  });

  it('pieces in their order stay, and are joined', () => {
    expect(shape([...OPENING, '告。大会由江一帆主持。', ...HEATING, '米，惠及居民1.3万户。']).joins).toEqual([[2, 3, true], [5, 6, true]]);
  });
});

describe('cuts between words', () => {
  const LINES = ['县政协十届五次会议开幕', '本报讯（记者 何 田）1月15日上午，县政协十届五次会议开幕，应邀在主席台前排就座的领导', '县两会期间交通管制通告发布', '本报讯（记者 江 平）1月15日，县公安局发布通告，两会期间会场周边道路实行临时管制措施', '还有江一帆、苏望。会议由何晓棠主持。', '有关单位要做好引导，请过往车辆绕行。'];

  it('both places are answers', () => {
    const text = LINES.join('\n');
    const asked = questionsOf(startReview(text, recognise(text)), []);
    expect(asked.map(({ lines, yes, proposal }) => [lines, yes?.decision, proposal])).toEqual([
      [[2, 5], { kind: 'join', before: 2, after: 5 }, 'no'], [[4, 5], { kind: 'join', before: 4, after: 5 }, 'yes'], [[4, 6], { kind: 'join', before: 4, after: 6 }, 'no'],
    ]);
    expect(queriesOf(recognise(text)).map(({ lines }) => lines)).toEqual([[2, 5], [4, 5], [4, 6]]);
  });

  it('the first one answered, the seams that it closed are not asked any more', () => {
    const text = LINES.join('\n');
    let review = startReview(text, recognise(text));
    for (const [before, after] of [[2, 5], [4, 6]] as const) {
      const done = decide(review, { kind: 'join', before, after });
      if (!done.ok) throw new Error(done.reason);
      review = done.review;
    }
    expect(questionsOf(review, [])).toEqual([]);
    expect(review.recognition.articles.map(({ lines }) => lines)).toEqual([[1, 2, 5], [3, 4, 6]]);
  });
});

it('a headline of phrases is no part of the sentence that was cut above it', () => {
  const { joins } = shape([...OPENING.slice(0, 1), '本报讯（记者 何 田）1月15日上午，县政协十届五次会议开幕，要求进一步强化制度执', '凝心聚力谋发展 团结奋进谱新篇', '要当好绿色发展的守望者，守住两岸青山。原先确定分批改造的7处旧厂区全部开工。', '行。会议由江一帆主持。']);
  expect(joins.filter(([, , certain]) => certain)).toEqual([]);
});
