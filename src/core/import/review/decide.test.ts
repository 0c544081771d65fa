// What each decision makes of a small page: a report with a cut paragraph, a story
// behind it, furniture between them.
import { describe, expect, it } from 'vitest';
import { recognise } from '../recognise';
import type { RecognisedArticle } from '../recognition';
import { restoreText } from '../restore';
import { decide } from './decide';
import type { ImportDecision } from './decision';
import { questionsOf } from './questions';
import { reviewPackage } from './review-package';
import { startReview, type Review } from './review';

const PAGE = [
  '云岭市政协常委会工作报告', // 1
  '（2026年1月12日）', // 2
  '各位委员：', // 3
  '一、2025年工作回顾', // 4
  '（一）拓宽渠道，成效明显。全年召开专题协商会四次，围绕发展先进制造业、改善城乡环境', // 5
  '云岭日报 2026年1月13日 星期二 第二版 要闻', // 6
  '提出意见建议一百二十条，得到市委、市政府的重视和采纳。', // 7
  '2、抓好落实', // 8
  '委员们走进社区，开展“三下乡活动，群众说好。', // 9
  '政协云岭市第九届委员会第三次会议开幕', // 10
  '本报讯（记者 于海）1月12日，政协云岭市第九届委员会第三次会议在市人民会堂开幕。“三下乡”活动受到好评。', // 11
  '大会应出席委员286人，实到271人，符合规定人数。', // 12
].join('\n');

const start = (text = PAGE): Review => startReview(text, recognise(text));

/** The review after decisions that must all be possible; the law is held to at each. */
function after(review: Review, ...decisions: readonly ImportDecision[]): Review {
  let now = review;
  for (const decision of decisions) {
    const done = decide(now, decision);
    if (!done.ok) throw new Error(`${decision.kind}: ${done.reason}`);
    now = done.review;
    expect(restoreText(now.recognition)).toBe(now.source.text);
  }
  return now;
}

const refused = (review: Review, decision: ImportDecision): string => {
  const done = decide(review, decision);
  return done.ok ? '' : done.reason;
};

/** Blocks as `lines kind level: text`. */
const blocks = ({ blocks: all }: RecognisedArticle): string[] => all.map(({ kind, head, pieces, text }) => `${pieces.map(({ line }) => line).join('+')} ${kind}${head === null ? '' : ` ${head.level}`}: ${text.slice(0, 12)}`);
const articleOf = (review: Review, id: string): RecognisedArticle => {
  const found = review.recognition.articles.find((article) => article.id === id);
  if (found === undefined) throw new RangeError(`no article ${id}`);
  return found;
};
const reasonOf = (review: Review, line: number): string | undefined => review.recognition.lineReasons.find((one) => one.line === line)?.reason;

describe('the page as it was recognised', () => {
  it('is two articles, their joins and noise', () => {
    const { articles, noise, joins } = start().recognition;
    expect(articles.map(({ id, kind, lines }) => [id, kind, lines])).toEqual([['a1', 'report', [1, 2, 3, 4, 5, 7, 8, 9]], ['a2', 'news', [10, 11, 12]]]);
    expect(noise.map(({ line }) => line)).toEqual([6]);
    expect(joins.filter(({ certain }) => certain).map(({ beforeLine, afterLine }) => [beforeLine, afterLine])).toEqual([[5, 7]]);
  });
});

describe('joins', () => {
  it('a certain one is taken back: the later piece is a paragraph of its own, and keeps its place', () => {
    const review = after(start(), { kind: 'apart', before: 5, after: 7 });
    expect(blocks(articleOf(review, 'a1')).slice(1, 3)).toEqual(['5 paragraph 2: 拓宽渠道，成效明显。全年', '7 paragraph: 提出意见建议一百二十条，']);
    expect(review.recognition.joins).toEqual([]);
    expect(reasonOf(review, 7)).toBe('人工：第7行另起一段');
  });
  it('and made again', () => {
    const review = after(start(), { kind: 'apart', before: 5, after: 7 }, { kind: 'join', before: 5, after: 7 });
    expect(blocks(articleOf(review, 'a1'))).toEqual(blocks(articleOf(start(), 'a1')));
    expect(review.recognition.joins.map(({ certain, reason }) => [certain, reason])).toEqual([[true, '人工：第7行接着第5行，合为一段']]);
  });
  it('over articles, a numbered heading among them: its number is a word of the paragraph', () => {
    const review = after(start(), { kind: 'join', before: 12, after: 8 });
    expect(articleOf(review, 'a2').blocks.at(-1)?.text).toBe('大会应出席委员286人，实到271人，符合规定人数。2.抓好落实');
    expect(articleOf(review, 'a1').lines).not.toContain(8);
  });
  it('into the middle of a joined paragraph: what stood behind is one of its own', () => {
    const review = after(start(), { kind: 'join', before: 5, after: 9 });
    expect(blocks(articleOf(review, 'a1')).slice(1, 3)).toEqual(['5+9 paragraph 2: 拓宽渠道，成效明显。全年', '7 paragraph: 提出意见建议一百二十条，']);
  });
  it('a line that holds a field too stays with its article', () => {
    const text = '云岭市政协常委会工作报告\n各位委员：现在，我代表市政协常委会，向大会报告工作，请予审议。\n社论\n同心启新程\n岚水汤汤，春潮渐起，全市上下满怀信心迈向新的征程。';
    const review = start(text);
    expect(review.recognition.articles.map(({ lines }) => lines)).toEqual([[1, 2], [3, 4, 5]]);
    expect(refused(review, { kind: 'join', before: 5, after: 2 })).toBe('第2行的开头另有用处，不能并到别的稿件；先把这一行定为正文。');
    const freed = after(review, { kind: 'part', lines: [2], part: 'paragraph' }, { kind: 'join', before: 5, after: 2 });
    expect(freed.recognition.articles.map(({ lines }) => lines)).toEqual([[1], [2, 3, 4, 5]]);
  });
  it.each<[string, ImportDecision, string]>([
    ['a line with itself', { kind: 'join', before: 5, after: 5 }, '要合并的两行不都是正文。'],
    ['a line of the head', { kind: 'join', before: 1, after: 5 }, '要合并的两行不都是正文。'],
    ['noise', { kind: 'join', before: 6, after: 7 }, '要合并的两行不都是正文。'],
    ['what is joined', { kind: 'join', before: 5, after: 7 }, '这两行已经是一段。'],
    ['the other way about', { kind: 'join', before: 7, after: 5 }, '这两行已在同一段里，次序相反；先把它们分开。'],
    ['what is apart', { kind: 'apart', before: 7, after: 8 }, '第8行本来就自成一段。'],
  ])('refuses %s', (_title, decision, reason) => {
    expect(refused(start(), decision)).toBe(reason);
  });
});

describe('lines of another article', () => {
  it('a paragraph goes where the source has it, and its reason says who moved it', () => {
    const review = after(start(), { kind: 'send', lines: [9], article: 'a2', before: null });
    expect(blocks(articleOf(review, 'a2')).map((one) => one.split(' ')[0])).toEqual(['9', '11', '12']);
    expect(articleOf(review, 'a2').reasons.at(-1)).toBe('第9行由人工移入');
    expect(reasonOf(review, 9)).toBe('人工：第9行由人工移入');
  });
  it('before a block that is named', () => {
    const review = after(start(), { kind: 'send', lines: [9], article: 'a2', before: 12 });
    expect(blocks(articleOf(review, 'a2')).map((one) => one.split(' ')[0])).toEqual(['11', '9', '12']);
  });
  it('a headline becomes the headline of one that has none, and a paragraph of one that has its own', () => {
    const open = after(start(), { kind: 'open', lines: [11, 12], id: 'n1', as: 'news' });
    expect(articleOf(open, 'a2').fields.main?.lines).toEqual(['政协云岭市第九届委员会第三次会议开幕']);
    const moved = after(open, { kind: 'send', lines: [10], article: 'n1', before: null });
    expect(moved.recognition.articles.map(({ id }) => id)).toEqual(['a1', 'n1']);
    expect(articleOf(moved, 'n1').fields.main?.lines).toEqual(['政协云岭市第九届委员会第三次会议开幕']);
    const second = after(start(), { kind: 'send', lines: [10], article: 'a1', before: null });
    expect(articleOf(second, 'a1').fields.main?.lines).toEqual(['云岭市政协常委会工作报告']);
    expect(blocks(articleOf(second, 'a1')).at(-1)).toBe('10 paragraph: 政协云岭市第九届委员会第');
  });
  it('a paragraph within its article to another place', () => {
    const review = after(start(), { kind: 'send', lines: [12], article: 'a2', before: 11 });
    expect(blocks(articleOf(review, 'a2')).map((one) => one.split(' ')[0])).toEqual(['12', '11']);
  });
  it('all of an article: it is gone, its text is not', () => {
    const review = after(start(), { kind: 'send', lines: [10, 11, 12], article: 'a1', before: null });
    expect(review.recognition.articles.map(({ id }) => id)).toEqual(['a1']);
    expect(articleOf(review, 'a1').lines).toEqual([1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]);
  });
  it.each<[string, ImportDecision, string]>([
    ['where they are', { kind: 'send', lines: [9], article: 'a1', before: null }, '选中的行已经在这一篇里。'],
    ['an article that is gone', { kind: 'send', lines: [9], article: 'a9', before: null }, '要送到的那一篇已经不在了。'],
    ['noise', { kind: 'send', lines: [6], article: 'a1', before: null }, '选中的行都没有收进稿件；先收作正文。'],
    ['into themselves', { kind: 'send', lines: [9], article: 'a1', before: 9 }, '不能移到自己里面。'],
    ['a whole article as a new one', { kind: 'open', lines: [10, 11, 12], id: 'n1', as: 'news' }, '选中的行本来就是单独一篇。'],
  ])('refuses %s', (_title, decision, reason) => {
    expect(refused(start(), decision)).toBe(reason);
  });
});

describe('noise and text', () => {
  it('a line is left out, and taken in again as text of the article above', () => {
    const out = after(start(), { kind: 'noise', lines: [8] });
    expect(out.recognition.noise.map(({ line, text, why }) => [line, text, why])).toContainEqual([8, '2、抓好落实', '人工定为不收']);
    const back = after(out, { kind: 'text', lines: [6, 8], id: 'n1' });
    expect(back.recognition.noise).toEqual([]);
    expect(blocks(articleOf(back, 'a1')).map((one) => one.split(' ')[0])).toEqual(['4', '5+7', '6', '8', '9']);
  });
  it('the middle of a joined paragraph: what is left of it stands apart', () => {
    const review = after(start(), { kind: 'join', before: 7, after: 9 }, { kind: 'noise', lines: [7] });
    expect(blocks(articleOf(review, 'a1')).map((one) => one.split(' ')[0])).toEqual(['4', '5', '9', '8']);
  });
  it('only noise: its text makes an article', () => {
    const review = after(start('首页 > 要闻 > 正文\n————\n'), { kind: 'text', lines: [1], id: 'n1' });
    expect(review.recognition.articles.map(({ id, kind, lines }) => [id, kind, lines])).toEqual([['n1', 'continuation', [1]]]);
  });
});

describe('parts', () => {
  it.each<[string, number, ImportDecision & { kind: 'part' }, string]>([
    ['a heading of its own with its number in the make of the level', 8, { kind: 'part', lines: [8], part: 'heading-2' }, '8 heading 2: 抓好落实'],
    ['a paragraph headed by its first sentence', 12, { kind: 'part', lines: [7], part: 'heading-5' }, '7 heading 5: 提出意见建议一百二十条，'],
    ['text again, the number in its words', 4, { kind: 'part', lines: [4], part: 'paragraph' }, '4 paragraph: 一、2025年工作回顾'],
    ['a line of the head as text', 3, { kind: 'part', lines: [3], part: 'paragraph' }, '3 paragraph: 各位委员：'],
  ])('%s', (_title, _line, decision, block) => {
    const review = after(start(), decision);
    expect(blocks(articleOf(review, 'a1'))).toContain(block);
    expect(reasonOf(review, decision.lines[0] as number)).toMatch(/^人工：定为/);
  });
  it('run-in: the first sentence heads the paragraph', () => {
    const review = after(start(), { kind: 'part', lines: [11], part: 'heading-5' });
    expect(articleOf(review, 'a2').blocks[0]?.head).toMatchObject({ level: 5, leadLength: 41, reason: '人工：定为小标题' });
  });
  it('a title with its spaces kept, then a paragraph without them', () => {
    const text = `云岭市政协常委会工作报告\n各位委员：\n凝心聚力 谱新篇\n一年来，工作取得了新的成绩。`;
    const title = after(start(text), { kind: 'part', lines: [3], part: 'main' });
    expect(title.recognition.articles[0]?.fields.main?.lines).toEqual(['云岭市政协常委会工作报告', '凝心聚力 谱新篇']);
    const back = after(title, { kind: 'part', lines: [3], part: 'paragraph' });
    expect(back.recognition.articles[0]?.blocks.map((block) => block.text)).toContain('凝心聚力谱新篇');
    expect(back.recognition.changes.map(({ kind, line }) => [line, kind])).toContainEqual([3, 'space']);
  });
  it('a second label takes the place of the first, which is text then', () => {
    const text = '社论\n同心启新程\n本报评论员\n岚水汤汤，春潮渐起，全市上下满怀信心迈向新的征程。';
    const review = after(start(text), { kind: 'part', lines: [3], part: 'label' });
    expect(review.recognition.articles[0]?.label?.text).toBe('本报评论员');
    expect(review.recognition.articles[0]?.lines).toEqual([1, 2, 3, 4]);
  });
  it('rows with as many cells are one table; others are refused', () => {
    const text = '云岭市政协常委会工作报告\n各位委员：\n提案 110件 已办复\n信息  60条  已采用\n一年来，工作取得了新的成绩。';
    const review = after(start(text), { kind: 'part', lines: [3, 4], part: 'paragraph' }, { kind: 'part', lines: [4], part: 'heading-1' });
    expect(refused(review, { kind: 'part', lines: [3, 5], part: 'row' })).toBe('选中的行分不出同样多的栏，不能定为表格。');
    const wide = start('云岭市政协常委会工作报告\n各位委员：\n提案　　110件　　已办复\n信息\t60条\t已采用\n一年来，工作取得了新的成绩。');
    const table = after(wide, { kind: 'part', lines: [3, 4], part: 'paragraph' }, { kind: 'part', lines: [3, 4], part: 'row' });
    expect(table.recognition.articles[0]?.blocks.map(({ kind, text: words }) => [kind, words])).toContainEqual(['table', '提案\t110件\t已办复\n信息\t60条\t已采用']);
  });
});

describe('kind and order of articles', () => {
  it('both, with the reason', () => {
    const review = after(start(), { kind: 'article-kind', article: 'a2', to: 'notice' }, { kind: 'order', article: 'a2', to: 0 });
    expect(review.recognition.articles.map(({ id, kind }) => [id, kind])).toEqual([['a2', 'notice'], ['a1', 'report']]);
    expect(articleOf(review, 'a2').reasons).toContain('文种由人工改定');
    expect(refused(review, { kind: 'order', article: 'a2', to: -1 })).toBe('已经在头上或末尾了。');
  });
});

describe('questions and their answers', () => {
  const asked = (review: Review): string[] => questionsOf(review, []).map(({ key }) => key.split(':').slice(0, 2).join(':'));
  const answer = (review: Review, key: string, which: 'yes' | 'no'): Review => {
    const question = questionsOf(review, []).find((one) => one.key.startsWith(key));
    const given = question?.[which];
    if (given === undefined || given === null) throw new RangeError(`no question ${key}`);
    return after(review, given.decision);
  };

  it('the missing half goes where the same words are closed elsewhere, as a listed change', () => {
    const review = answer(start(), 'unmatched:9', 'yes');
    expect(articleOf(review, 'a1').blocks.at(-1)?.text).toBe('委员们走进社区，开展“三下乡”活动，群众说好。');
    expect(review.recognition.changes).toContainEqual({ line: 9, kind: 'pair', from: '', to: '”', at: 14 });
    expect(asked(review)).toEqual(asked(start()).filter((key) => key !== 'unmatched:9'));
  });
  it('and stays in its place when the line is cleaned another way', () => {
    const review = after(answer(start(), 'unmatched:9', 'yes'), { kind: 'part', lines: [9], part: 'main' });
    expect(articleOf(review, 'a1').fields.main?.lines.at(-1)).toBe('委员们走进社区，开展“三下乡”活动，群众说好。');
    const numbered = startReview('云岭市政协常委会工作报告\n各位委员：\n1、开展“三下乡活动，群众说好。会上又说了许多别的话，大家都记下来了。\n', recognise('云岭市政协常委会工作报告\n各位委员：\n1、开展“三下乡活动，群众说好。会上又说了许多别的话，大家都记下来了。\n'));
    const headed = after(answer(numbered, 'unmatched:3', 'yes'), { kind: 'part', lines: [3], part: 'heading-2' }, { kind: 'part', lines: [3], part: 'paragraph' });
    expect(headed.recognition.articles[0]?.blocks[0]?.text).toBe('1、开展“三下乡活动”，群众说好。会上又说了许多别的话，大家都记下来了。');
  });
  it('in a line of two parts, the later moves on', () => {
    const text = '云岭市政协常委会工作报告\n各位“委员：现在，我代表市政协常委会，向大会报告工作，请予审议。\n一年来，工作取得了新的成绩。';
    const review = startReview(text, recognise(text));
    const salutation = review.recognition.articles[0]?.fields.salutation;
    expect(salutation?.lines).toEqual(['各位“委员：']);
    const marked = after(review, { kind: 'pair', question: 'q', line: 2, at: 5, mark: '”' });
    expect(marked.recognition.articles[0]?.fields.salutation?.lines).toEqual(['各位“委员”：']);
    expect(marked.recognition.articles[0]?.blocks[0]?.pieces).toEqual([{ line: 2, from: 7, to: 33 }]);
  });
  it('refuses a half inside a drawn number', () => {
    expect(refused(start(), { kind: 'pair', question: 'q', line: 4, at: 1, mark: '”' })).toBe('第4行的这个地方不能添字。');
  });
  it('a repeat is doubted: the later sentence is under its mark in the package', () => {
    const twice = '全市上下满怀信心迈向新的征程，一步一个脚印把工作做实。';
    const text = `云岭市政协常委会工作报告\n各位委员：\n${twice}另有一句。\n又有一句。${twice}`;
    const review = answer(startReview(text, recognise(text)), 'repeat:', 'yes');
    const doc = reviewPackage(review, { id: 'p', name: '稿' }, { bytes: new Uint8Array(), sha256: '0'.repeat(64) }).articles[0]?.doc;
    const marked: string[] = [];
    doc?.descendants((node) => { if (node.marks.some(({ type }) => type.name === 'doubt')) marked.push(node.text ?? ''); });
    expect(marked).toEqual([twice.slice(0, -1)]);
    expect(doc?.lastChild?.firstChild?.text).toBe('又有一句。');
    expect(asked(review)).toEqual([]);
  });
  it('an answer that leaves things as they are is not asked again, and changes nothing', () => {
    const before = start();
    const review = answer(before, 'unmatched:9', 'no');
    expect(asked(review)).not.toContain('unmatched:9');
    expect(review.recognition).toBe(before.recognition);
  });
  it('a line that went to an article by hand is not asked about any more', () => {
    const text = `${PAGE}\n社论\n同心启新程\n岚水汤汤，春潮渐起，全市上下满怀信心迈向新的征程。\n大会应出席委员286人，实到271人，符合规定。`;
    const review = startReview(text, recognise(text));
    expect(asked(review)).toContain('unassigned:16');
    expect(asked(after(review, { kind: 'send', lines: [16], article: 'a3', before: null }))).not.toContain('unassigned:16');
  });
  it('nor one that stays where it was put: it is no guess any more', () => {
    const text = `${PAGE}\n社论\n同心启新程\n岚水汤汤，春潮渐起，全市上下满怀信心迈向新的征程。\n大会应出席委员286人，实到271人，符合规定。`;
    const review = startReview(text, recognise(text));
    const guess = (one: Review): unknown => one.recognition.lineReasons.find(({ line }) => line === 16);
    expect(guess(review)).toMatchObject({ sure: false });
    expect(guess(answer(review, 'unassigned:16', 'no'))).toMatchObject({ article: 'a2', sure: true, reason: '人工：就放在这一篇' });
  });
  it('lines with unread bytes are named', () => {
    expect(questionsOf(start(), [{ line: 9, bytes: [0xcc, 0x0f] }]).find(({ kind }) => kind === 'damaged')).toMatchObject({ lines: [9], yes: null, proposal: 'no', text: expect.stringContaining('2 个读不出的字节（CC 0F）') as string });
  });
});
