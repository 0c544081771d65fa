// Cuts behind a full stop (TYPESETTING §0): marks cannot show them, the article's own
// pattern does, and they are asked about, never joined. A clean article is asked nothing.
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';

const HEAD = '政协云岭市第六届委员会常务委员会工作报告\n——在政协云岭市第六届委员会第四次会议上\n（2026年1月12日）\n江一帆\n各位委员：\n我受常务委员会委托，向大会报告工作，请予审议。\n一、2025年工作回顾\n';
const WORK = ['深化协商议政', '改进民主监督', '办好委员提案', '走访界别群众', '编辑文史资料', '联络港澳委员', '推动成果转化', '加强机关建设', '组织专题视察', '建设协商平台', '反映社情民意', '开展委员培训'];
/** Ten sentences of an item, no two alike. */
const sentences = (item: number): string[] => Array.from({ length: 10 }, (_, i) => `围绕第${item * 10 + i + 1}号课题${WORK[(i + item) % WORK.length] as string}，先后到${item + i + 2}个县区听取意见，形成建议并报送市委市政府研究。`);
const NUMBERS = ['一', '二', '三', '四', '五', '六', '七'];

/** A report of seven items, of one paragraph each but for the cuts: after the sentence (a number) or inside one (a number and a half). */
function report(cuts: Readonly<Record<number, readonly number[]>>, own = false): { text: string; behindStops: [number, number][]; inside: [number, number][] } {
  const lines = HEAD.trimEnd().split('\n');
  const behindStops: [number, number][] = [];
  const inside: [number, number][] = [];
  NUMBERS.forEach((number, item) => {
    let rest = own ? '' : `（${number}）坚持第${number}个方面。`;
    if (own) lines.push(`（${number}）坚持第${number}个方面`);
    sentences(item).forEach((sentence, i) => {
      const half = cuts[item]?.includes(i + 0.5) === true;
      if (half) {
        lines.push(rest + sentence.slice(0, 11));
        inside.push([lines.length, lines.length + 1]);
        rest = sentence.slice(11);
      } else rest += sentence;
      if (cuts[item]?.includes(i) === true) {
        lines.push(rest);
        behindStops.push([lines.length, lines.length + 1]);
        rest = '';
      }
    });
    lines.push(rest);
  });
  return { text: [...lines, '各位委员，让我们团结奋斗，为建设幸福云岭而不懈奋斗！'].join('\n'), behindStops, inside };
}

const joinsOf = (text: string) => {
  const { joins } = recognise(text);
  const pairs = (certain: boolean) => joins.filter((join) => join.certain === certain).map(({ beforeLine, afterLine }) => [beforeLine, afterLine]);
  return { asked: pairs(false), done: pairs(true) };
};

describe('cuts behind a full stop', () => {
  it.each<[string, Record<number, number[]>, boolean]>([
    ['one', { 1: [4.5], 3: [5] }, false],
    ['several', { 0: [4.5], 1: [3], 2: [6], 4: [2.5], 5: [7] }, false],
    ['two in one item, one beside a cut in mid sentence', { 0: [2.5], 2: [3, 6], 4: [4.5, 7] }, false],
    ['under headings of their own', { 0: [4.5], 1: [3], 2: [6], 4: [2.5] }, true],
  ])('%s: each is asked, those in mid sentence are joined', (_name, cuts, own) => {
    const { text, behindStops, inside } = report(cuts, own);
    expect(joinsOf(text)).toEqual({ asked: behindStops, done: inside });
  });

  it('in the paragraph under 一、 and in the one that 各位委员 opens', () => {
    const opening = '2025年是“十四五”规划收官之年，也是云岭爬坡过坎的一年，全市上下团结拼搏，攻坚克难。';
    const rest = '市政协始终与党委同心同向，与人民同甘共苦，全年工作取得了新的进展。';
    const address = '各位委员，一年来的成绩来之不易，凝聚着全体委员和各参加单位的心血和汗水，值得倍加珍惜。';
    const { text, inside } = report({ 0: [4.5], 2: [3.5] });
    const lines = text.split('\n');
    lines.splice(7, 0, opening, rest);
    lines.splice(-1, 0, address, '实践告诉我们，只有坚持党的领导，政协工作才能行稳致远。');
    expect(joinsOf(lines.join('\n'))).toEqual({ asked: [[8, 9], [lines.length - 2, lines.length - 1]], done: inside.map(([a, b]) => [a + 2, b + 2]) });
  });

  it('nothing is asked where the text was not cut, and where most items have two paragraphs', () => {
    expect(joinsOf(report({}).text)).toEqual({ asked: [], done: [] });
    expect(joinsOf(report({ 1: [3], 2: [6], 5: [7] }).text).asked).toEqual([]);
    const written = report({ 0: [4.5], 1: [3], 2: [6], 3: [5], 4: [2], 5: [7], 6: [4] });
    expect(joinsOf(written.text)).toEqual({ asked: [], done: written.inside });
  });

  it('a paragraph that closes the part is none', () => {
    const { text, inside } = report({ 0: [4.5], 2: [3.5] });
    const closing = '回顾一年来的工作，我们也清醒地认识到，协商成果转化还不够，委员作用发挥还不够，需要认真加以改进。';
    expect(joinsOf(text.replace('\n各位委员，让我们', `\n${closing}\n各位委员，让我们`))).toEqual({ asked: [], done: inside });
  });
});
