// What T offers is what was tried: all of the text has room then, no other block lost any, and
// the page is worth most of all ways. On the page that is written row by row.
import { describe, expect, it } from 'vitest';
import { FAKE } from '../../../../test/build-edition';
import { FIXED, fixedPage } from '../../../../test/fixed-page';
import type { BlockName, Layout } from '../../model/layout';
import { Typesetter } from '../../typeset';
import type { DeskAct, HandAct, HandOutcome, RemedyWay } from './hand-act';
import { failedWords, type TriedWays } from './remedies';
import { allOf } from '../measure/steps';
import { askedName } from './way-names';

const { pkg, edition } = fixedPage();
const typesetter = new Typesetter(FAKE);
const act = (one: DeskAct, on: Layout): HandOutcome => typesetter.actByHand(pkg, edition, on, one);
const done = (one: DeskAct, on: Layout = FIXED): Layout => {
  const outcome = act(one, on);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.layout;
};
const at = (article: string): BlockName => ({ page: 1, article });
const STILL = { left: 0, right: 0, top: 0, bottom: 0 };
const pull = (article: string, edges: Partial<typeof STILL>, giveWay?: 'shift' | 'level'): HandAct => ({ kind: 'pull', ...at(article), edges: { ...STILL, ...edges }, ...(giveWay === undefined ? {} : { giveWay }) });
const overs = (on: Layout): Readonly<Record<string, number>> => Object.fromEntries(typesetter.rooms(pkg, edition, on).flatMap(({ article, over }) => (over > 0 ? [[article, over]] : [])));
const tried = (on: Layout, ways: readonly RemedyWay[]): TriedWays => allOf(typesetter.remedies(pkg, edition, on, ways));

describe('ways to mend a block', () => {
  const low = done(pull('brief', { bottom: -3 }));
  const ways: RemedyWay[] = [
    { title: '下边加高 3 行，下面的让位', act: pull('brief', { bottom: 3 }, 'shift') },
    { title: '右边加宽 1 栏', act: pull('brief', { right: 1 }) },
    { title: '下边加高 3 行', act: pull('brief', { bottom: 3 }) },
  ];
  it('those that work, each with all of its text in its room and no other the worse; one page once', () => {
    expect(overs(low)).toEqual({ brief: 6 });
    const { tried: found, failed } = tried(low, ways);
    // The room below is still free: with others or without, it is the page as it was.
    expect(found.map(({ title }) => title)).toEqual(['下边加高 3 行，下面的让位']);
    expect(found[0]!.layout).toEqual(FIXED);
    expect(failed).toMatch(/会压住“同心启新程”的框（右边加宽 1 栏）$/u);
    const outcome = act({ kind: 'remedies', ways }, low);
    expect(outcome).toEqual({ ok: true, layout: FIXED, note: '下边加高 3 行，下面的让位', title: '下边加高 3 行，下面的让位' });
  });
  it('one that leaves the page less than is asked is not taken, and says so; the same is where it is asked for no more than it leaves', () => {
    const [best] = tried(low, ways).tried;
    const { score } = best!;
    expect(score).toBeGreaterThan(0);
    expect(act({ kind: 'remedies', ways, least: score + 1 }, low)).toEqual({ ok: false, reason: `没有试排：最好的是下边加高 3 行，下面的让位，版面只有 ${score} 分` });
    expect(act({ kind: 'remedies', ways, least: score - 1 }, low)).toMatchObject({ ok: true, layout: FIXED });
  });
  it('an edge that is a few rows short is tried further, and named as it is; added rows are the text’s', () => {
    const [best] = tried(low, [{ title: '下边加高 1 行', act: pull('brief', { bottom: 1 }) }]).tried;
    expect(best?.title).toBe('下边加高 3 行');
    expect(best?.layout).toEqual(FIXED);
    // A title's zone that is lower than its need stays as it is when the block is made higher.
    const tight: Layout = { pages: FIXED.pages.map((page) => ({ ...page, pieces: page.pieces.map((piece) => (piece.article !== 'other' ? piece : { ...piece, deck: { ...piece.deck!, rows: 3 }, body: [{ area: { column: 0, columns: 2, row: 65, rows: 25 }, into: 2 }] })) })) };
    const next = done(pull('other', { bottom: 3 }), tight).pages[0]!.pieces.find(({ article }) => article === 'other')!;
    expect([next.deck?.rows, next.body[0]?.area.rows]).toEqual([3, 28]);
  });
  it('one after which a line is still without room is none; who asks for it alone is told', () => {
    const little = { title: '标题区减去 1 行', act: { kind: 'head', ...at('brief'), rows: -1 } } as const;
    const roomy = done(pull('brief', { bottom: -4 }), done({ kind: 'head', ...at('brief'), rows: 1 }, done({ kind: 'move', ...at('other'), columns: 0, rows: 1 })));
    expect(overs(roomy)).toEqual({ brief: 10 });
    expect(tried(roomy, [little])).toEqual({ tried: [], failed: expect.stringContaining('“市政协举行会议”还余 8 行（标题区减去 1 行）') as string });
    expect(act({ kind: 'remedies', ways: [little] }, roomy)).toEqual({ ok: false, reason: expect.stringMatching(/^试过的 1 条都不行/u) as string });
    expect(act({ kind: 'remedy', act: little.act }, roomy)).toEqual({ ok: true, layout: expect.anything() as Layout, note: expect.stringContaining('“市政协举行会议”余 8 行') as string });
  });
  it('one that breaks a rule of the page that was kept comes behind one about as good and says so in its name; T never takes it', () => {
    const narrow = done(pull('editorial', { left: -1 }));
    const wider: RemedyWay = { title: '左边加宽 1 栏', act: pull('editorial', { left: 1 }) };
    const lower: RemedyWay = { title: '下边加高 8 行，下面的让位', act: pull('editorial', { bottom: 8 }, 'shift') };
    const found = tried(narrow, [wider, lower]).tried;
    expect(found.map(askedName)).toEqual(['下边加高 8 行，下面的让位', '左边加宽 1 栏（会添 1 处碰题）']);
    expect(found[1]!.left).toBeGreaterThan(found[0]!.left);
    expect(act({ kind: 'remedies', ways: [wider, lower] }, narrow)).toMatchObject({ ok: true, title: lower.title, layout: found[0]!.layout });
    expect(act({ kind: 'remedies', ways: [wider] }, narrow)).toEqual({ ok: false, reason: expect.stringMatching(/^没有试排：排得下的，好的都会添版面忌讳，如左边加宽 1 栏（会添 1 处碰题）（[\d.]+ 分）。要这样排，在右边“所选”里按那一条$/u) as string });
    // By its name it is made.
    expect(act({ kind: 'remedy', act: found[1]!.act }, narrow)).toMatchObject({ ok: true, layout: FIXED });
  });
  it('where none can be, ways with one reason are told together, in short', () => {
    expect(failedWords([
      { title: '下边加高 9 行', reason: '会压住“甲”的框：换个位置、与它对调，或按 G 让它让位。' },
      { title: '下边加高 9 行，下面的让位', reason: '会压住“甲”的框：换个位置、与它对调，或按 G 让它让位。' },
      { title: '右边加宽 1 栏', reason: '第1版有一篇排到了版心外。' },
    ])).toBe('试过的 3 条都不行，可以略去几句（L），或把旁边一篇移到下一版（Ctrl+Alt+PageDown）再试。会压住“甲”的框（下边加高 9 行 / 下边加高 9 行，下面的让位）；第1版有一篇排到了版心外（右边加宽 1 栏）');
    // Text that does not fill its block is not cut.
    expect(failedWords([{ title: '撑版：放松几段', reason: '超出了撑版的限度' }], false)).toBe('试过的 1 条都不行，可以配图、加几句，或把下面的一篇往上移。超出了撑版的限度（撑版：放松几段）');
    // A text's lines seldom go evenly into its columns: nothing is wrong with one line.
    expect(failedWords([{ title: '撑版：放松几段', reason: '超出了撑版的限度' }], false, 1)).toBe('试过的 1 条都不行，末栏短 1 行是常有的，可以不动；要排满就加一句。超出了撑版的限度（撑版：放松几段）');
  });
});

describe('several acts as one', () => {
  it('are one outcome, what the page is worth then told; none is made where one cannot be', () => {
    const acts: HandAct[] = [{ kind: 'move', ...at('other'), columns: 0, rows: 5, giveWay: true }, pull('other', { bottom: -2 })];
    const outcome = act({ kind: 'acts', acts }, FIXED);
    expect(outcome).toEqual({ ok: true, layout: done(acts[1]!, done(acts[0]!)), note: expect.stringMatching(/版面由 [\d.]+ 分变为 [\d.]+ 分.*“委员走进社区”余 4 行/u) as string });
    expect(act({ kind: 'acts', acts: [...acts, { kind: 'move', ...at('other'), columns: 0, rows: 99 }] }, FIXED).ok).toBe(false);
  });
});
