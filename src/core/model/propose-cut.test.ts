// 见报略 proposed: what is cut are whole sentences, as few characters as make it fit, none
// that another hangs on; and set for real, the article then fits its block. Fake fonts.
import { describe, expect, it } from 'vitest';
import { article, doc, h, omit, p, packageOf, placeholder } from '../../../test/build';
import { DAILY, FAKE, shipped } from '../../../test/build-edition';
import { prose, random } from '../../../test/random';
import { Typesetter } from '../typeset';
import { applyChange, docOf, invertChange } from './apply-change';
import { proposeCut } from './propose-cut';

const all = (...blocks: Parameters<typeof doc>) => ({ id: 'a', kind: 'news' as const, doc: doc(...blocks) });
const FITS = (): number => 0;

const FIRST = p('本报讯 昨日会议开幕。会议由主席主持。');

describe('what may be cut', () => {
  it('a sentence that is long enough, the last one first; never of the first paragraph or a heading', () => {
    const cut = proposeCut(all(FIRST, h(1, '会议听取了工作报告并进行了审议讨论。'), p('会议通过了议程。委员们围绕报告进行了分组讨论。'), p('与会人员还参观了展览。会后举行了座谈活动交流。')), 2, 16, FITS);
    expect(cut?.sentences).toEqual(['会后举行了座谈活动交流。']);
    expect(cut?.characters).toBe(12);
  });
  it('a quotation stays whole, what the next sentence leans on stays, and one of counted points', () => {
    const texts = all(FIRST, p('他说：“要守初心。要担使命。”大家表示赞同。会议同时部署了下一步工作。这项工作由秘书处牵头。'), p('会议要求做到三点。一是提高认识站位。二是抓好贯彻落实。'));
    const cuts = new Set<string>();
    for (let short = 1; short < 30; short++) {
      const cut = proposeCut(texts, 2, 2 * short, FITS);
      for (const sentence of cut?.sentences ?? []) cuts.add(sentence);
    }
    expect([...cuts].some((one) => one.includes('要守初心。') && !one.includes('担使命'))).toBe(false);
    expect([...cuts].some((one) => one.endsWith('部署了下一步工作。'))).toBe(false);
    expect([...cuts].some((one) => one.startsWith('一是') || one.startsWith('二是'))).toBe(false);
    expect(cuts.size).toBeGreaterThan(1);
  });
  it('nothing with a 待填, nothing that is left out already; other editions keep what they leave out', () => {
    const texts = all(FIRST, p('立案', placeholder(), '件，办复率百分之百以上。', omit('newspaper', '已经略去的一句话在这里。')), p('序言短。', omit('speech', '宣读时不念的一句话在这里。')));
    const cut = proposeCut(texts, 2, 16, FITS);
    expect(cut?.sentences).toEqual(['宣读时不念的一句话在这里。']);
    const steps = cut?.change.kind === 'steps' ? JSON.stringify(cut.change.steps) : '';
    expect(steps).toContain('["newspaper","speech"]');
    expect(proposeCut(all(FIRST, p('立案', placeholder(), '件，办复率百分之百以上。')), 2, 10, FITS)).toBeNull();
  });
  it('where one run is not enough two are, and little more than is needed', () => {
    const long = '会议听取并审议了常务委员会工作报告和提案工作情况的报告。';
    const texts = all(FIRST, ...Array.from({ length: 8 }, () => p(`${long}委员们分组讨论了这两个报告。`)));
    let tries = 0;
    // A line is still over after each of the first two.
    const cut = proposeCut(texts, 5, 13, () => (++tries < 3 ? 1 : 0));
    expect(cut!.sentences.length).toBeGreaterThan(1);
    expect(cut!.characters).toBeLessThan(5 * 13 + 40);
  });
  it('who leads, the formula and the closing call stay, and of an editorial the last paragraph', () => {
    const kept = [
      '过去的一年，市政协坚持党的领导、紧跟市委步伐，履职有为。', '会议强调要学习贯彻党中央决策部署，抓好落实工作。', '会议传达了习近平总书记的重要讲话，并作了部署。',
      '在中共云岭市委坚强领导下，各项工作迈上新的台阶。', '市委对政协工作高度重视，多次听取了工作汇报。', '会议要求深刻领悟“两个确立”，坚定不移走下去。',
    ];
    const plain = '全市委员围绕报告提出了意见。';
    const texts = (kind: 'news' | 'editorial') => ({ kind, id: 'a', doc: doc(FIRST, ...kept.map((one) => p(`会议听取汇报。${one}`)), p(`会议听取情况。${plain}`), p('让我们携起手来，共同谱写云岭发展的新篇章。'), p('会议在歌声中闭幕。代表们走出了会场大门。')) });
    const cut = new Set<string>();
    for (let short = 1; short < 60; short++) for (const kind of ['news', 'editorial'] as const) for (const one of proposeCut(texts(kind), 1, short, FITS)?.sentences ?? []) cut.add(one);
    expect([...cut].filter((one) => kept.some((stays) => one.includes(stays)) || /让我们|闭幕|走出了/u.test(one))).toEqual([]);
    expect([...cut].some((one) => one.includes(plain))).toBe(true);
    const end = { id: 'a', kind: 'editorial' as const, doc: doc(FIRST, p(`会议听取情况。${plain}`), p('会议开得很好。大家信心更足了。')) };
    for (let short = 4; short < 14; short++) expect(proposeCut(end, 1, short, FITS)?.sentences.join('') ?? '').not.toContain('信心');
  });
  it('of many sentences those are taken that are little more than is needed, in two places where one is too long', () => {
    const sentence = (length: number): string => `${'会'.repeat(length - 1)}。`;
    const some = [FIRST, ...[40, 30, 90, 25, 60].map((length) => p(`${sentence(12)}${sentence(length)}`))];
    // The last line that is over may be saved by a tail and a half.
    for (const [texts, lines] of [[all(...some), 4], [all(...some, ...some, ...some, ...some), 7]] as const) {
      const least = Math.floor((lines - 1.5) * 15);
      const { characters } = proposeCut(texts, lines, 15, FITS)!;
      expect(characters).toBeGreaterThanOrEqual(least);
      expect(characters).toBeLessThan(least + 15);
    }
  });
  it('more than a third of an article is not cut', () => {
    expect(proposeCut(all(FIRST, p('会议通过了议程。委员们围绕报告讨论。')), 2, 34, FITS)).toBeNull();
  });
});

describe.each(['N8', 'T6'])('on a page of %s', (preset) => {
  const roll = random(31);
  const pkg = packageOf([7, 5, 6].map((blocks, i) => article(`a${i}`, 'news', doc(...Array.from({ length: blocks }, () => p(prose(roll, 50 + roll(130))))), { 'deck.main': `市政协${prose(roll, 9)}` })));
  const edition = shipped(preset, pkg.articles.map(({ id }) => id), { paper: DAILY });

  it('an article that is a few lines too long fits when its sentences are left out, and the change is undone', () => {
    const typesetter = new Typesetter(FAKE);
    const { layout } = typesetter.typeset(pkg, edition).layout!;
    let cuts = 0;
    for (const { number, pieces } of layout.pages) {
      for (const { article: id, from, to } of pieces) {
        if (from !== null || to !== null) continue;
        const outcome = typesetter.actByHand(pkg, edition, layout, { kind: 'pull', page: number, article: id, edges: { left: 0, right: 0, top: 0, bottom: -2 } });
        if (!outcome.ok) continue;
        const over = (one: typeof pkg): number => typesetter.rooms(one, edition, outcome.layout).find((room) => room.article === id)!.over;
        const answer = typesetter.omission(pkg, edition, outcome.layout, id);
        if (over(pkg) === 0) {
          expect(answer).toEqual({ ok: false, reason: expect.stringContaining('不用略') as string });
          continue;
        }
        if (!answer.ok) continue;
        const [{ cut } = { cut: null }] = answer.omission.parts;
        if (cut === null) throw new Error('nothing is left out');
        cuts++;
        const changed = applyChange(pkg, cut.change);
        if (!changed.ok) throw new Error(changed.reason);
        expect(over(changed.value)).toBe(0);
        // What it says that the page is worth then is what the page is worth once it is set so.
        expect(answer.omission.score).toBe(typesetter.typeset(changed.value, { ...edition, layout: outcome.layout }).layout?.score);
        expect(docOf(changed.value, id, null)?.textContent).toBe(docOf(pkg, id, null)?.textContent);
        const back = invertChange(pkg, cut.change);
        if (!back.ok) throw new Error(back.reason);
        const undone = applyChange(changed.value, back.value);
        expect(undone.ok && docOf(undone.value, id, null)?.eq(docOf(pkg, id, null)!)).toBe(true);
      }
    }
    expect(cuts).toBeGreaterThan(0);
  });
});
