// Laws of the review of an import, on random texts under random decisions: the
// text that came in is rebuilt to the last character from articles, noise and
// listed changes; every line of text is in exactly one article or in noise; what
// the lists of joins and reasons say is what the blocks hold; a package can be
// made of every state; the same decisions give the same review; no decision
// touches the review before it, which is what undo goes back to.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise, restoreText } from '../../src/core/import';
import type { ImportDecision, LinePart } from '../../src/core/import/review/decision';
import { decide, PART_NAMES, questionsOf, replay, reviewPackage, startReview, type Review, type ReviewStep } from '../../src/core/import/review';
import type { ArticleKind } from '../../src/core/model/package';

const LONG = '委员们走进社区和企业听取意见，就群众关心的停车、就医、入学等问题提出建议，一批问题得到解决';
const LINES = [
  '', '　　', '社论', '政府工作报告', '工 作 报 告', '——在政协云岭市第六届委员会第二次会议上', '(2025年1月7日) 何 田', '（2025年1月7日）', '何　田', '各位委员：', '各位代表：现在，我代表市人民政府，向大会报告工作。',
  '一、2024年工作回顾', '二、2025年工作安排', `(一)把牢方向，根基更加稳固。${LONG}。`, '（二）、拓宽渠道，成效更加明显。围绕产业建言。', '1、完善制度。修订办法3件。', '1．抓学习。', '（1）抓落实', '第一，坚持政治引领。', '第二，坚持为民履职。',
  `${LONG}，大家都说协商`, '真管用，回去以后逐条梳理。', '“三下乡活动(试点) 已经 开展 12 次,群众说好.', `    ${LONG}”。`, '（上接第一版）深入开展调查研究。', `本报讯（记者 于海 江 平）1月7日，${LONG}。`, '大会应出席委员279人，实到266人，符合规定人数。', '预祝大会圆满成功！',
  '云岭日报 2025年1月8日 星期三 第二版 要闻', '责任编辑：江平 校对：于海', '首页 > 要闻 > 正文', '项目\t数量\t备注', '提案　　110件　　已办复', 'Hello, world (v1.2)', '⽂⺠\u00a0X\u200bY\ufeff', 'a\ud800b', '。', '乘势而上 再谱新篇', '2024年工作回顾',
  '（', '（三', '三）践行履职为民', '）践行履职为民。组织委员走访。', '目　录', '2025-01-08', '相关阅读', '新华社江州1月7日电', '（下转第二版）', '名词解释', '1.“三下乡”：文化、科技、卫生下乡。', '2、产业：各行各业。',
];

const line = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) });
const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r')), { minLength: 1, maxLength: 30 }).map((parts) => parts.map(([one, end]) => one + end).join(''));

const PARTS = Object.keys(PART_NAMES) as LinePart[];
const KINDS: readonly ArticleKind[] = ['report', 'editorial', 'news', 'resolution', 'address', 'notice', 'continuation'];

/** Numbers that stand for lines, articles and questions of whatever the review holds by then. */
const wish = fc.record({ what: fc.nat(11), a: fc.nat(40), b: fc.nat(40), c: fc.nat(40), answer: fc.nat(2) });
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;

function decisionOf(review: Review, { what, a, b, c, answer }: Wish, step: number): ImportDecision | null {
  const { lineCount, articles } = review.recognition;
  const lineAt = (n: number): number => 1 + (n % lineCount);
  const [from, to] = [Math.min(lineAt(a), lineAt(b)), Math.max(lineAt(a), lineAt(b))];
  const lines = Array.from({ length: Math.min(to - from + 1, 1 + (c % 6)) }, (_, i) => from + i);
  const article = articles[c % Math.max(1, articles.length)]?.id ?? 'gone';
  switch (what) {
    case 0: return { kind: 'join', before: lineAt(a), after: lineAt(b) };
    case 1: {
      const certain = review.recognition.joins[a % Math.max(1, review.recognition.joins.length)];
      return certain === undefined ? null : { kind: 'apart', before: certain.beforeLine, after: certain.afterLine };
    }
    case 2: return { kind: 'send', lines, article, before: null };
    case 3: return { kind: 'send', lines, article, before: lineAt(c) };
    case 4: return { kind: 'open', lines, id: `n${step}`, as: KINDS[c % KINDS.length] as ArticleKind };
    case 5: return { kind: 'noise', lines };
    case 6: return { kind: 'text', lines, id: `t${step}` };
    case 7: case 8: return { kind: 'part', lines, part: PARTS[(a + c) % PARTS.length] as LinePart };
    case 9: return { kind: 'article-kind', article, to: KINDS[a % KINDS.length] as ArticleKind };
    case 10: return { kind: 'order', article, to: a % Math.max(1, articles.length) };
    default: {
      const questions = questionsOf(review, []);
      const question = questions[a % Math.max(1, questions.length)];
      return question === undefined ? null : (answer === 0 ? question.no : question.yes ?? question.no).decision;
    }
  }
}

/** All reviews on the way, the first included. */
function run(source: string, wishes: readonly Wish[]): readonly Review[] {
  const states = [startReview(source, recognise(source))];
  wishes.forEach((one, step) => {
    const now = states.at(-1) as Review;
    const decision = decisionOf(now, one, step);
    const done = decision === null ? null : decide(now, decision);
    if (done?.ok === true) states.push(done.review);
    else if (done !== null) expect(done.reason).toMatch(/[。]$/);
  });
  return states;
}

const journeys = fc.tuple(text, fc.array(wish, { minLength: 1, maxLength: 14 }));

describe('the review of an import keeps the law of the recogniser', () => {
  it('rebuilds the source after every decision', () => {
    fc.assert(fc.property(journeys, ([source, wishes]) => {
      for (const { recognition } of run(source, wishes)) expect(restoreText(recognition)).toBe(source);
    }), { numRuns: 500 });
  });

  it('holds every line of text exactly once, in an article or in noise, whatever was decided', () => {
    fc.assert(fc.property(journeys, ([source, wishes]) => {
      const [first, ...later] = run(source, wishes);
      const held = ({ recognition }: Review): number[] => [...recognition.articles.flatMap(({ lines }) => lines), ...recognition.noise.map(({ line: number }) => number)].sort((x, y) => x - y);
      for (const one of later) {
        expect(held(one)).toEqual(held(first as Review));
        expect(one.recognition.articles.filter(({ lines }) => lines.length === 0)).toEqual([]);
        expect(new Set(one.recognition.articles.map(({ id }) => id)).size).toBe(one.recognition.articles.length);
      }
    }), { numRuns: 200 });
  });

  it('lists as certain joins what its blocks join, and a reason for every line', () => {
    fc.assert(fc.property(journeys, ([source, wishes]) => {
      for (const { recognition } of run(source, wishes)) {
        const inBlocks = recognition.articles.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind !== 'table')
          .flatMap(({ pieces }) => pieces.slice(1).map((piece, i) => [pieces[i]?.line, piece.line])).filter(([a, b]) => a !== b).map(String).sort();
        expect(recognition.joins.filter(({ certain }) => certain).map(({ beforeLine, afterLine }) => `${beforeLine},${afterLine}`).sort()).toEqual(inBlocks);
        const owner = new Map(recognition.articles.flatMap(({ id, lines }) => lines.map((number) => [number, id] as const)));
        for (const { line: number, article, reason } of recognition.lineReasons) {
          expect(article).toBe(owner.get(number) ?? null);
          expect(reason).not.toBe('');
        }
        expect(recognition.lineReasons.length).toBe(owner.size + recognition.noise.length);
      }
    }), { numRuns: 150 });
  });

  it('makes a sound package of every state, and keeps the text as it came in it', () => {
    const bytes = new TextEncoder().encode('原文');
    fc.assert(fc.property(journeys, ([source, wishes]) => {
      const state = run(source, wishes).at(-1) as Review;
      const pkg = reviewPackage(state, { id: 'p', name: '稿' }, { bytes, sha256: 'a'.repeat(64) });
      for (const article of pkg.articles) article.doc.check();
      expect(pkg.assets.get(`${'a'.repeat(64)}.txt`)).toBe(bytes);
      expect(pkg.articles.length).toBe(state.recognition.articles.length);
    }), { numRuns: 150 });
  });

  it('gives the same twice, and leaves the states before as they were', () => {
    fc.assert(fc.property(journeys, ([source, wishes]) => {
      const once = run(source, wishes);
      const copies = once.map((state) => structuredClone(state.recognition));
      expect(run(source, wishes).map(({ recognition }) => recognition)).toEqual(copies);
      expect(once.map(({ recognition }) => recognition)).toEqual(copies);
    }), { numRuns: 150 });
  });

  it('comes again from what is kept of it on the disk', () => {
    fc.assert(fc.property(journeys, fc.array(fc.constantFrom('undo', 'redo', null, null), { minLength: 14, maxLength: 14 }), ([source, wishes], turns) => {
      const first = startReview(source, recognise(source));
      const steps: ReviewStep[] = [];
      const states = [first];
      let at = 0;
      wishes.forEach((one, step) => {
        const decision = decisionOf(states[at] as Review, one, step);
        const done = decision === null ? null : decide(states[at] as Review, decision);
        if (decision !== null && done?.ok === true && done.review !== states[at]) {
          states.splice(at + 1, states.length, done.review);
          at += 1;
          steps.push({ kind: 'decide', label: `${step}`, decisions: [decision] });
        }
        const turn = turns[step] ?? null;
        if (turn === null) return;
        at = turn === 'undo' ? Math.max(0, at - 1) : Math.min(states.length - 1, at + 1);
        steps.push({ kind: turn });
      });
      const again = replay(first, JSON.parse(JSON.stringify(steps)) as ReviewStep[]);
      expect([again.done, again.lost]).toEqual([at, 0]);
      expect((again.steps[again.done - 1]?.after ?? first).recognition).toEqual(states[at]?.recognition);
    }), { numRuns: 100 });
  });
});
