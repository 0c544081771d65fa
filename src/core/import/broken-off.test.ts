// A text cut in mid sentence by another article, its rest behind it with neither number
// nor head: it goes to the text that broke off and is asked about, never joined by itself.
import { describe, expect, it } from 'vitest';
import { queriesOf } from './queries';
import { recognise } from './recognise';
import { restoreText } from './restore';
import { decide } from './review/decide';
import { questionsOf } from './review/questions';
import { startReview } from './review/review';

const COMMENT = '社论\n同心同德开新局\n——热烈祝贺市政协六届四次会议开幕\n春潮涌动，万象更新。今天，政协云岭市第六届委员会第四次会议隆重开幕，我们表示热烈祝贺！\n过去一年，市政协围绕中心、服务大局，认真履行职能，';
const CUT = `${COMMENT}为全市发展作出了积极贡`;
const REST = '献，赢得了社会各界的广泛赞誉，展现了新时代人民政协的新气象。\n蓝图已绘就，奋进正当时。预祝大会圆满成功！';
const CLAUSE = '为全市发展作出了积极贡献，赢得了社会各界的广泛赞誉，展现了新时代人民政协的新气象。\n蓝图已绘就，奋进正当时。预祝大会圆满成功！';
const NEWS = '政协云岭市第六届委员会第四次会议今日开幕\n本报讯（记者 何远）政协云岭市第六届委员会第四次会议今日上午在云岭大剧院开幕，应到委员286人，实到271人，符合规定人数。\n会议由市政协副主席主持。';
const REPORT = '中国人民政治协商会议云岭市第六届委员会常务委员会工作报告\n——在政协云岭市第六届委员会第四次会议上\n（2026年1月12日）\n江一帆\n各位委员：\n我受常务委员会委托，向大会报告工作，请予审议。\n一、2025年工作回顾\n（一）坚持党的领导。一年来，市政协聚焦中心任务，履职尽责，取得了新的成绩。\n（二）坚持协商为民。一年来，组织协商活动十二次，报送建议三十条，推动了有关部门改进工';
const REPORT_REST = '作，得到群众好评。\n各位委员，让我们团结奋斗，为建设幸福云岭而不懈奋斗！';
const RESOLUTION = '关于常务委员会工作报告的决议\n（2026年1月15日政协云岭市第六届委员会第四次会议通过）\n政协云岭市第六届委员会第四次会议，审议了常务委员会工作报告，决定批准这个报告。\n政协云岭市委员会\n2026年1月15日';

/** Articles as their kinds and beginnings of lines, and what is asked (of kinds join and unassigned) with its lines. */
function read(text: string) {
  const recognition = recognise(text);
  expect(restoreText(recognition)).toBe(text);
  const lines = text.split('\n');
  const words = (line: number): string => (lines[line - 1] as string).slice(0, 6);
  return {
    articles: recognition.articles.map(({ kind, lines: own }) => [kind, own.length] as const),
    of: (kind: string): string[] => (recognition.articles.find((article) => article.kind === kind)?.blocks ?? []).flatMap(({ pieces }) => pieces.map(({ line }) => words(line))),
    certain: recognition.joins.filter(({ certain }) => certain).length,
    asked: queriesOf(recognition).filter(({ kind }) => kind === 'join' || kind === 'unassigned').map(({ kind, lines: at }) => `${kind} ${at.map(words).join('|')}`),
  };
}

describe('a text that breaks off before another article', () => {
  it.each<[string, string]>([
    ['a word cut through', `${CUT}\n${NEWS}\n${REST}`],
    ['a word cut through, parted by a blank line', `${CUT}\n\n${NEWS}\n\n${REST}`],
    ['two articles between', `${CUT}\n\n${NEWS}\n\n${RESOLUTION}\n\n${REST}`],
    ['a report between', `${CUT}\n${REPORT}${REPORT_REST}\n${REST}`],
    ['a resolution with its signature between', `${CUT}\n${RESOLUTION}\n${REST}`],
  ])('the comment gets its rest, %s', (_name, text) => {
    const found = read(text);
    expect(found.of('editorial')).toEqual(['春潮涌动，万', '过去一年，市', '献，赢得了社', '蓝图已绘就，']);
    expect(found.asked).toEqual(['join 过去一年，市|献，赢得了社', 'unassigned 献，赢得了社']);
    expect(found.certain).toBe(0);
  });

  it('a cut at a comma: a blank line or a missing indent shows where the rest begins', () => {
    const blank = read(`${COMMENT}\n\n${NEWS}\n\n${CLAUSE}`);
    expect(blank.of('editorial')).toEqual(['春潮涌动，万', '过去一年，市', '为全市发展作', '蓝图已绘就，']);
    expect(blank.asked).toEqual(['join 过去一年，市|为全市发展作', 'unassigned 为全市发展作']);
  });

  it('in lines of one length with an indent, at any line of the paragraph', () => {
    const wrap = (paragraphs: readonly string[]): string[] => paragraphs.flatMap((text) => `　　${text}`.match(/.{1,20}/g) as string[]);
    const comment = wrap([...COMMENT.split('\n').slice(3, 4), `${COMMENT.split('\n')[4] as string}${CLAUSE.split('\n')[0] as string}`, '新的一年，任务光荣而艰巨。市政协要坚持党的领导，广泛凝聚共识，积极建言献策，在服务大局中展现更大作为。']);
    const story = wrap([...NEWS.split('\n').slice(1, 2), '市委、市政府领导到会祝贺。会议听取了常务委员会工作报告和提案工作情况的报告，并表彰了优秀提案。', '会议由市政协副主席主持。']);
    const inside = comment.flatMap((line, i) => (i > 0 && !line.startsWith('　') ? [i] : []));
    expect(inside.length).toBeGreaterThan(5);
    for (const at of inside) {
      const found = read([...COMMENT.split('\n').slice(0, 3), ...comment.slice(0, at), '市政协六届四次会议今日开幕', ...story, ...comment.slice(at)].join('\n'));
      expect(found.articles).toEqual([['editorial', 3 + comment.length], ['news', 1 + story.length]]);
      expect(found.asked).toHaveLength(2);
    }
  });

  it('a headline under a column that ends with 把“ or 的 is no part of the sentence', () => {
    for (const [end, rest] of [['以更大干劲抓好落实，把“', '十五五”蓝图变为实景。'], ['以一锤接着一锤敲的', '劲头抓好落实，让蓝图变为实景。']] as const) {
      for (const headline of ['汇聚强大合力 奋进开局之年\n政协云岭市第六届委员会第四次会议今日闭幕', '政协云岭市第六届委员会第四次会议今日闭幕']) {
        const found = read(`${COMMENT}${end}\n\n${headline}\n${NEWS.split('\n').slice(1).join('\n')}\n\n${rest}\n预祝大会圆满成功！`);
        expect(found.articles).toEqual([['editorial', 7], ['news', 2 + headline.split('\n').length]]);
        expect(found.certain).toBe(0);
        expect(found.asked[0]).toMatch(/^join 过去一年，市/);
      }
    }
  });

  it('a report’s paragraphs between the cut and its next number go home with it', () => {
    const themes = '围绕产业强链建言。到合作社算成本，形成建议八条。\n围绕城市更新出力。到老厂区看现场，形成建议六条。\n（三）坚持团结联谊。一年来，走访委员两百人次，凝聚了共识。';
    const found = read(`${REPORT}\n\n${NEWS}\n\n作，得到群众好评。\n${themes}\n各位委员，让我们团结奋斗，为建设幸福云岭而不懈奋斗！`);
    expect(found.articles).toEqual([['report', 14], ['news', 3]]);
    expect(found.asked).toEqual(['join （二）坚持协|作，得到群众', 'unassigned 作，得到群众']);
  });

  it('another report between, whose numbers go on where the first one’s stopped: its paragraphs stay, the rest is not joined to it', () => {
    const other = '政协云岭市第六届委员会常务委员会关于六届三次会议以来提案工作情况的报告\n（2026年1月12日）\n何晓棠\n各位委员：\n我受常务委员会委托，报告提案工作情况，请予审议。\n一、提案办理情况\n（一）立案审查更严。收到提案三百一十二件，立案二百八十七件。\n（二）办理协商更实。走访提案者六十人次，面商率明显提高。\n（三）督办力度更大。主席会议成员领衔督办重点提案十二件，为开好局、起好步添助力！';
    const found = read(`${REPORT}作\n${other}\n，得到群众好评。\n（三）坚持团结联谊。一年来，走访委员两百人次，凝聚了共识。`);
    expect(found.certain).toBe(0);
    expect(found.articles).toEqual([['report', 11], ['report', 9]]);
    expect(found.asked).toEqual(['join （二）坚持协|，得到群众好', 'unassigned ，得到群众好']);
  });

  it('a report and a story get theirs', () => {
    const report = read(`${REPORT}\n${NEWS}\n${REPORT_REST}`);
    expect(report.articles).toEqual([['report', 11], ['news', 3]]);
    expect(report.asked).toEqual(['join （二）坚持协|作，得到群众', 'unassigned 作，得到群众']);
    const story = read(`${NEWS.replace('合规定人数。\n会议由市政协副主席主持。', '')}合规\n${COMMENT}为全市发展作出了贡献。\n预祝大会圆满成功！\n定人数。会议由市政协副主席主持。`);
    expect(story.of('news').at(-1)).toBe('定人数。会议');
    expect(story.asked).toEqual(['join 本报讯（记者|定人数。会议', 'unassigned 定人数。会议']);
  });

  it('a rest that stands in front of its beginning is put behind it, and not joined', () => {
    const found = read(`${REST}\n\n${NEWS}\n\n${CUT}`);
    expect(found.of('editorial')).toEqual(['春潮涌动，万', '过去一年，市', '献，赢得了社', '蓝图已绘就，']);
    expect(found.asked).toEqual(['unassigned 献，赢得了社']);
  });

  it('where no rest is found the unfinished line is asked about', () => {
    const found = read(`${CUT}\n\n${NEWS}`);
    expect(found.articles).toEqual([['editorial', 5], ['news', 3]]);
    expect(found.asked).toEqual(['unassigned 过去一年，市']);
  });

  it('a text cut behind a full stop: what stands apart without a head is asked about where blank lines part articles alone', () => {
    const whole = `${COMMENT}贡献很大。\n\n${NEWS}\n\n新的一年，任务更加光荣而艰巨，市政协要展现更大作为。\n让我们同心同德，埋头苦干，奋勇前进。`;
    expect(read(whole).asked).toEqual(['unassigned 新的一年，任']);
    // Where every paragraph stands apart a blank line says nothing, but the comment has no end of its kind.
    expect(read(whole.replaceAll(/\n+/g, '\n\n')).asked).toEqual(['unassigned 过去一年，市']);
    expect(read(whole.replaceAll(/\n+/g, '\n')).asked).toEqual(['unassigned 过去一年，市']);
  });

  it('nothing is asked where every article is whole', () => {
    expect(read(`${COMMENT}贡献很大。\n${REST.split('\n')[1] as string}\n\n${NEWS}\n\n${REPORT}${REPORT_REST}\n\n${RESOLUTION}`).asked).toEqual([]);
  });
});

describe('what the review asks of it', () => {
  const start = (text: string) => startReview(text, recognise(text));

  it('合为一段 makes one paragraph of the two pieces, with the story between them left alone', () => {
    const text = `${CUT}\n${NEWS}\n${REST}`;
    const review = start(text);
    const question = questionsOf(review, []).find(({ kind }) => kind === 'join');
    expect(question).toMatchObject({ lines: [5, 9], proposal: 'yes', yes: { words: '合为一段' } });
    const done = decide(review, question!.yes!.decision);
    expect(done.ok).toBe(true);
    const { recognition } = (done as Extract<typeof done, { ok: true }>).review;
    expect(recognition.articles[0]!.blocks.map((block) => block.text)).toContain(`${CUT.split('\n').at(-1) as string}${REST.split('\n')[0] as string}`);
    expect(restoreText(recognition)).toBe(text);
  });

  it('a line whose rest is missing can only be noted', () => {
    const review = start(`${CUT}\n\n${NEWS}`);
    const [question] = questionsOf(review, []);
    expect(question).toMatchObject({ lines: [5], yes: null, no: { words: '知道了' } });
    const done = decide(review, question!.no!.decision);
    expect(done.ok && questionsOf(done.review, [])).toEqual([]);
  });
});

describe('the end of a comment behind a report', () => {
  const ENDING = '蓝图已经绘就，号角已经吹响。让我们以时不我待的紧迫感，投身云岭建设的火热实践。';
  const BEGINNING = `${COMMENT}贡献很大。`;

  it('goes to the comment that has no such end, and is asked about', () => {
    const found = read(`${BEGINNING}\n\n${REPORT}${REPORT_REST}\n${ENDING}\n祝大会圆满成功！`);
    expect(found.of('editorial').slice(-2)).toEqual(['蓝图已经绘就', '祝大会圆满成']);
    expect(found.asked).toEqual(['unassigned 蓝图已经绘就']);
  });

  it('also where the comment stands in the middle of the report', () => {
    const [first, second] = [REPORT.slice(0, REPORT.indexOf('（二）')), REPORT.slice(REPORT.indexOf('（二）'))];
    const found = read(`${first}${BEGINNING.split('\n').slice(1).join('\n')}\n${second}${REPORT_REST}\n${ENDING}\n祝大会圆满成功！`);
    expect(found.of('editorial').slice(-2)).toEqual(['蓝图已经绘就', '祝大会圆满成']);
    expect(found.of('report').at(-1)).toBe('各位委员，让');
    expect(found.asked).toEqual(['unassigned 蓝图已经绘就']);
  });

  it('stays with the report where no comment lacks it', () => {
    const found = read(`${REPORT}${REPORT_REST}\n最后，祝大会圆满成功！`);
    expect(found.articles).toEqual([['report', 11]]);
    expect(found.asked).toEqual([]);
  });
});
