import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { article, br, doc, field, h, lead, marked, note, omit, p, packageOf, par, placeholder, table } from '../../test/build';
import { DAILY, FAKE, shipped, smallBooklet, SMALL_SHEET, smallLook } from '../../test/build-edition';
import { checkLaws, textsOf } from '../../test/laws-pages';
import { prose, random } from '../../test/random';
import type { TextPlace } from './diagnostic';
import type { Article, Edition, Package } from './model/package';
import { type Typeset, Typesetter } from './typeset';

function typeset(pkg: Package, edition: Edition): Typeset {
  return new Typesetter(FAKE).typeset(pkg, edition);
}

const report = (...blocks: Node[]): Article => article('report', 'report', doc(...blocks), { 'deck.main': '工作报告' });
/** Texts of the frames of one name, page by page: '3: — 2 —'. */
function frames(set: Typeset, what: string): string[] {
  const out: string[] = [];
  for (const { page, frame, run } of textsOf(set)) if (frame === what) out.push(`${page + 1}: ${run.text}`);
  return out;
}
const labels = (set: Typeset): string[] => set.list.pages.map((page) => page.label);
const codes = ({ diagnostics }: Typeset): string[] => diagnostics.map(({ code }) => code);

/** A report with one of everything, of so many paragraphs. */
function longReport(paragraphs: number, seed = 5): Article {
  const roll = random(seed);
  const blocks = Array.from({ length: paragraphs }, (_, i) => {
    if (i % 7 === 0) return h(1, `第${i}部分工作`);
    if (i % 7 === 2) return par({ head: { level: 2 } }, lead('固本铸魂。'), prose(roll, 150), note(`术语${i}`, '释文。'));
    if (i % 11 === 5) return table(['类别', '数量'], ['提案', '110件'], ['视察', omit('newspaper', '12次')]);
    return p(prose(roll, 40 + roll(300)), marked('strong', null, '加粗'), placeholder(), '件', br, omit('newspaper', '见报略去的一句。'), prose(roll, 30));
  });
  return article('report', 'report', doc(...blocks, par({ align: 'right' }, '2026年1月12日')), {
    'deck.main': [field('title')], 'head.occasion': [field('occasion', 'dash')], 'head.date': '（2026年1月12日）', 'head.speaker': '林远', 'head.salutation': '各位委员：',
  });
}

const MEETING = { place: '云岭市', organisation: { full: '中国人民政治协商会议云岭市委员会', short: '政协云岭市委员会' }, term: 5, reportTerm: 5, session: 4, opens: '2026-01-12' };

describe('the laws hold in every shipped edition', () => {
  const story = article('story', 'news', doc(...Array.from({ length: 25 }, (_, i) => p(prose(random(i), 250)))), { 'deck.over': '肩负重托', 'deck.main': '大会隆重开幕' });
  const editorial = article('editorial', 'editorial', doc(...Array.from({ length: 6 }, (_, i) => p(prose(random(50 + i), 180)))), { 'deck.main': '踔厉奋发启新程', 'deck.sub': '——热烈祝贺大会开幕' }, '社论');
  const articles = [story, editorial, longReport(30)];
  it.each([
    ['gb', ['report'], { booklet: { cover: true, number: '之二', collect: true, contents: true, annex: true, multiple: 4 } }],
    ['office', ['report', 'story'], {}],
    ['speech', ['report'], {}],
    ['N8', ['story', 'editorial', 'report'], { paper: DAILY, abridgedNote: true }],
    ['N6', ['story', 'editorial', 'report'], { paper: { ...DAILY, firstPage: 2 } }],
    ['T6', ['report', 'story', 'editorial'], { paper: null }],
  ] as const)('%s', (preset, ids, more) => {
    const edition = shipped(preset, ids, more);
    const pkg = packageOf(articles, [edition], MEETING);
    const set = typeset(pkg, edition);
    expect(checkLaws(set, pkg, edition, FAKE)).toEqual([]);
    expect(codes(set)).not.toContain('frame-overset');
  });
  it.each([2, 3])('a newspaper page of %d columns, on which the editorial\'s box has less room than on any shipped one', (columns) => {
    const shippedPage = shipped('N8', ['story', 'editorial', 'report'], { paper: null });
    const edition = { ...shippedPage, master: { ...shippedPage.master, columns } } as Edition;
    const pkg = packageOf(articles, [edition], MEETING);
    const set = typeset(pkg, edition);
    expect(checkLaws(set, pkg, edition, FAKE)).toEqual([]);
    expect(codes(set)).not.toContain('frame-overset');
  });
});

describe('T-35: every body baseline stands on the grid of its page', () => {
  it.each(['N8', 'N6', 'T6'])('%s: unboxed text of the body\'s size, modulo 11.25 (test 5)', (preset) => {
    const edition = shipped(preset, ['story', 'report'], { paper: DAILY });
    const story = article('story', 'news', doc(...Array.from({ length: 40 }, (_, i) => p(prose(random(i), 200)))), { 'deck.main': '大会隆重开幕' });
    const set = typeset(packageOf([story, longReport(30)], [edition], MEETING), edition);
    if (edition.master.kind !== 'paper') throw new TypeError();
    const { top, firstBaseline, pitch } = edition.master;
    const bodies = textsOf(set).filter(({ frame, run }) => frame === 'body' && run.size === 9);
    expect(bodies.length).toBeGreaterThan(300);
    for (const { y } of bodies) {
      const row = (y - top - firstBaseline) / pitch;
      expect(Math.abs(row - Math.round(row))).toBeLessThan(0.001);
    }
  });
  it('booklet: 22 baselines of constant spacing (test 4)', () => {
    const edition = shipped('gb', ['report']);
    const set = typeset(packageOf([longReport(30)], [edition], MEETING), edition);
    const second = [...new Set(textsOf(set).filter(({ page, frame }) => page === 1 && frame === 'text').map(({ y }) => y.toFixed(3)))].map(Number).sort((a, b) => a - b);
    expect(second.length).toBeGreaterThanOrEqual(21);
    for (const [i, y] of second.entries()) expect((y - 104.882 - 13.898) / 29.619).toBeCloseTo(Math.round((y - second[0]!) / 29.619) + Math.round((second[0]! - 118.78) / 29.619), 3 - Number(i < 0));
  });
});

describe('the booklet', () => {
  const pkg = (...articles: Article[]): Package => packageOf(articles, [], MEETING);
  it('G-02, G-10: folios outside, one character in: at the right on odd pages, at the left on even ones', () => {
    const set = typeset(pkg(report(p(prose(random(1), 300)))), smallBooklet(['report']));
    expect(frames(set, 'folio').slice(0, 3)).toEqual(['1: — 1 —', '2: — 2 —', '3: — 3 —']);
    const edges = textsOf(set).filter(({ frame }) => frame === 'folio').map(({ page, run, x }) => {
      const display = set.list.pages[page]!;
      return [x + display.x[run.first]!, x + display.x[run.end - 1]! + run.size];
    });
    expect(edges[0]![1]).toBeCloseTo(140 - 10); // type area 40–140, one character of 10 pt in
    expect(edges[1]![0]).toBeCloseTo(60 + 10); // and 60–160 on even pages
  });
  it('G-10: the text stands at the binding side: 40 on odd pages, 60 on even ones', () => {
    const set = typeset(pkg(report(p(prose(random(1), 300)))), smallBooklet(['report']));
    const lefts = new Map(textsOf(set).filter(({ frame }) => frame === 'text').map(({ page, x }) => [page, x]));
    expect([lefts.get(0), lefts.get(1), lefts.get(2)]).toEqual([40, 60, 40]);
  });
  it('G-22: each report begins on a recto; the blank before it has no number; numbers count on', () => {
    const one = report(p('第一篇。'));
    const two = article('two', 'report', doc(p('第二篇。')), { 'deck.main': '提案报告' });
    const set = typeset(pkg(one, two), smallBooklet(['report', 'two']));
    expect(labels(set)).toEqual(['1', '', '3']);
  });
  it('blanks at the end fill the sheets: a multiple of 4', () => {
    expect(labels(typeset(pkg(report(p('一。'))), smallBooklet(['report'], { multiple: 4 })))).toEqual(['1', '', '', '']);
  });
  it('G-21: the cover says the conference, the number in the set, the title, who and when; it is a recto with a blank back', () => {
    const set = typeset(pkg(longReport(1)), smallBooklet(['report'], { cover: true, number: '之二', collect: true }, { look: smallLook(), master: { ...SMALL_SHEET, lines: 22, columns: { characters: 28, em: 10 }, width: 400, height: 600 } }));
    expect(labels(set).slice(0, 3)).toEqual(['', '', '1']);
    const said = ['cover-series', 'cover-collect', 'cover-title', 'cover-work', 'cover-occasion', 'cover-speaker', 'cover-foot'].map((what) => frames(set, what).map((text) => text.slice(3)).join(''));
    expect(said).toEqual([
      '政协云岭市第五届委员会第四次会议文件（之二）', '会后收回', '中国人民政治协商会议云岭市第五届委员会常务委员会', '工　作　报　告',
      '——在政协云岭市第五届委员会第四次会议上', '林　远', '政协云岭市委员会2026年1月　云岭市',
    ]);
  });
  it('a congress\'s cover takes the meeting\'s name from the text\'s occasion; a number in the set is printed with or without one', () => {
    const congress = { ...MEETING, organisation: { full: '云岭市人民代表大会', short: null } };
    const series = (occasion: string | null): string => {
      const given = article('report', 'report', doc(p('请予审议。')), { 'deck.main': '政府工作报告', ...(occasion === null ? {} : { 'head.occasion': occasion }), 'head.speaker': '云岭市人民政府市长　周 砚秋' });
      const set = typeset(packageOf([given], [], congress), smallBooklet(['report'], { cover: true, number: '之二' }, { look: smallLook(), master: { ...SMALL_SHEET, lines: 22, columns: { characters: 28, em: 10 }, width: 400, height: 600 } }));
      expect(set.list.author).toBe('云岭市人民政府市长 周 砚秋');
      return frames(set, 'cover-series').map((text) => text.slice(3)).join('');
    };
    expect(series('——2026年1月15日在云岭市第十八届人民代表大会第五次会议上')).toBe('云岭市第十八届人民代表大会第五次会议文件（之二）');
    expect(series('（在1月15日云岭市第十八届人民代表大会第五次会议上）')).toBe('云岭市第十八届人民代表大会第五次会议文件（之二）');
    expect(series(null)).toBe('会议文件（之二）');
  });
  it('G-21: under a theme the cover names the report, and says that no month is known', () => {
    const given = article('report', 'report', doc(p('请予审议。')), { 'deck.main': '凝心聚力开新局', 'deck.sub': '——政协云岭市第五届委员会常务委员会工作报告', 'head.speaker': '林远' });
    const set = typeset(packageOf([given], [], { ...MEETING, opens: null }), smallBooklet(['report'], { cover: true }, { look: smallLook(), master: { ...SMALL_SHEET, lines: 22, columns: { characters: 28, em: 10 }, width: 400, height: 600 } }));
    expect(['cover-title', 'cover-sub', 'cover-foot'].map((what) => frames(set, what).map((text) => text.slice(3)).join(''))).toEqual(['凝心聚力开新局', '——政协云岭市第五届委员会常务委员会工作报告', '政协云岭市委员会']);
    expect(set.diagnostics.filter(({ code }) => code === 'field-empty').map(({ message }) => message)).toEqual(['会议信息缺“开幕日期”，封面下端没有年月']);
  });
  it.each([
    ['政府工作报告', ['政府工作报告'], 30],
    ['云岭市人民政府工作报告', ['云岭市人民政府工作报告'], 26],
    ['云岭市第十八届人民代表大会常务委员会工作报告', ['云岭市第十八届人民代表大会常务委员会', '工　作　报　告'], 26],
    ['政协云岭市第五届委员会常务委员会工作报告', ['政协云岭市第五届委员会常务委员会', '工　作　报　告'], 26],
  ])('the title of an office\'s report is one line of one size: %s', (title, lines, size) => {
    const given = article('report', 'report', doc(p('请予审议。')), { 'deck.main': title });
    const look = smallLook();
    const large = { ...look, styles: { ...look.styles, coverTitle: { ...look.styles.coverTitle, size: 26 }, coverWork: { ...look.styles.coverWork, size: 30 } } };
    const set = typeset(packageOf([given], [], MEETING), smallBooklet(['report'], { cover: true }, { look: large, master: { ...SMALL_SHEET, lines: 22, columns: { characters: 28, em: 11 }, width: 400, height: 700 } }));
    const shown = textsOf(set).filter(({ frame }) => frame === 'cover-title' || frame === 'cover-work');
    expect(['cover-title', 'cover-work'].map((what) => shown.filter(({ frame }) => frame === what).map(({ run }) => run.text).join('')).filter((text) => text !== '')).toEqual(lines);
    expect(shown[0]?.run.size).toBe(size);
  });
  it('the contents\' page numbers are those that the headings are printed on', () => {
    const set = typeset(pkg(longReport(40)), smallBooklet(['report'], { cover: true, contents: true, annex: true }));
    const printed = new Map<string, string>();
    for (const { title, page } of set.list.outline) if (!printed.has(title)) printed.set(title, set.list.pages[page - 1]!.label);
    const entries = textsOf(set).filter(({ frame }) => frame === 'contents-entry' || frame === 'contents-page');
    let title = '';
    let seen = 0;
    for (const { frame, run } of entries) {
      if (frame === 'contents-entry') title += run.text;
      else {
        if (title !== '名词解释' && !title.startsWith('（')) {
          expect(run.text, title).toBe(printed.get(title));
          seen++;
        }
        title = '';
      }
    }
    expect(seen).toBeGreaterThan(3);
    expect(entries.at(-2)!.run.text).toContain('名词解释');
  });
  it('no contents without a heading: a resolution begins behind its cover', () => {
    const pkg = packageOf([article('r', 'resolution', doc(p('会议同意这个报告。')), { 'deck.main': '决议' })], [], MEETING);
    const set = typeset(pkg, smallBooklet(['r'], { cover: true, contents: true }));
    expect([frames(set, 'contents-title'), labels(set)]).toEqual([[], ['', '', '1']]);
  });
  it('名词解释: terms by first appearance, the anchors\' numbers the same, on a recto of its own', () => {
    const set = typeset(pkg(report(p('甲', note('机制', '一种机制。'), '乙', marked('deleted', { by: null, at: null }, note('旧词')), note('平台', '一个平台。'), '丙', note('机制')))), smallBooklet(['report'], { annex: true }));
    const anchors = textsOf(set).filter(({ run }) => run.source.kind === 'atom').map(({ run }) => run.text);
    expect(anchors).toEqual(['〔1〕', '〔2〕', '〔1〕']);
    const annex = textsOf(set).filter(({ page }) => page === 2 && textsOf(set).length > 0).map(({ run }) => run.text).join('');
    expect(labels(set)).toEqual(['1', '', '3']);
    expect(annex).toContain('1.机制：一种机制。2.平台：一个平台。');
  });
  it('the outline names headings with their pages, run-in ones and their fields too', () => {
    const set = typeset(pkg(report(h(1, field('opens', 'year'), '工作回顾'), par({ head: { level: 2 } }, lead('固本铸魂。'), prose(random(2), 200)))), smallBooklet(['report']));
    expect(set.list.outline.map(({ level, title, page }) => [level, title, page])).toEqual([[1, '一、2026年工作回顾', 1], [2, '（一）固本铸魂', 1]]);
  });
});

describe('diagnostics name the place', () => {
  it('a line higher than the type area is an error on its page', () => {
    const edition = smallBooklet(['report'], {}, { look: smallLook({ title: { role: 'song', gridLines: 9, title: true, keepWithNext: 1, indent: 0 } }) });
    const { diagnostics } = typeset(packageOf([report(p('一'))]), edition);
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'frame-overset', at: { page: 1 } }]);
  });
  it('an article that no newspaper page holds is an error at its title', () => {
    const edition = shipped('T6', ['report']);
    const big = article('report', 'report', doc(p('正文')), { 'deck.main': '比版面还高的标题'.repeat(200) });
    const found = typeset(packageOf([big]), edition).diagnostics.filter(({ code }) => code === 'frame-overset');
    expect(found).toMatchObject([{ severity: 'error', at: { article: 'report', field: 'deck.main' } }]);
  });
  it('what an edition left out is said once, with its words, in paragraphs and tables', () => {
    const one = article('report', 'editorial', doc(p('前', omit('newspaper', '略去的话'), '后'), table(['', '甲乙'], ['丙', omit('newspaper', '略去的格')])), { 'deck.main': '社论' });
    const { diagnostics } = typeset(packageOf([one]), shipped('N8', ['report']));
    const omitted = diagnostics.filter(({ code }) => code === 'omitted').map(({ at }) => at as TextPlace);
    expect(omitted.map(({ block, from, to, excerpt }) => [block, from, to, excerpt])).toEqual([[0, 1, 5, '略去的话'], [1, 6, 10, '略去的格']]);
  });
  it('a field without value is said once, though its article was measured in several surroundings', () => {
    const one = article('report', 'editorial', doc(...Array.from({ length: 60 }, () => p(prose(random(1), 500))), p('届：', field('term'))), { 'deck.main': '社论' });
    expect(codes(typeset(packageOf([one]), shipped('T6', ['report']))).filter((code) => code === 'field-empty')).toHaveLength(1);
  });
  it('a place that does not tell what it is, is not said to be missing', () => {
    const set = typeset(packageOf([report(p(field('level'), '委、', field('superior'), '政协、', field('level'), '政府'))], [], { place: '临川古城' }), smallBooklet(['report']));
    const said = set.diagnostics.filter(({ code }) => code === 'field-empty').map(({ message }) => message);
    expect([...new Set(said)]).toEqual(['地名“临川古城”看不出是省、市、县还是区，文中“市委、省政协”一类由它而来的词印作待填']);
  });
  it('an excerpt shows the value of a field, which is no more than an atom in the text', () => {
    const { diagnostics } = typeset(packageOf([report(p('一'), p('报告人：', field('speaker'), '的委托', omit('booklet', field('place'), '略去')))], [], { speaker: '林远', place: '云岭市' }), smallBooklet(['report']));
    const omitted = diagnostics.filter(({ code }) => code === 'omitted').map(({ at }) => (at as TextPlace).excerpt);
    expect(omitted).toEqual(['云岭市略去']);
  });
  it('a line that no rule can satisfy names its block', () => {
    const { diagnostics } = typeset(packageOf([report(p('前言'), p(`${'。'.repeat(60)}`))]), smallBooklet(['report']));
    const overfull = diagnostics.filter(({ code }) => code === 'line-overfull');
    expect(overfull.length).toBeGreaterThan(0);
    for (const { at } of overfull) expect(at).toMatchObject({ article: 'report', block: 1 });
  });
  it('an edition that names an article which is not there is a programmer\'s mistake', () => {
    expect(() => typeset(packageOf([]), smallBooklet(['report']))).toThrow(RangeError);
  });
});

describe('hostile packages end, with every law kept', () => {
  const cases: readonly (readonly [string, Article])[] = [
    ['nothing but an empty paragraph', article('x', 'report', doc(p()))],
    ['everything omitted', article('x', 'report', doc(p(omit('booklet', '略')), p(omit('newspaper', '略')), p(omit('speech', '略'))))],
    ['only headings', article('x', 'report', doc(...Array.from({ length: 200 }, (_, i) => h(1 + (i % 3), '工作回顾'))))],
    ['3,000 paragraphs of one character', article('x', 'news', doc(...Array.from({ length: 3000 }, () => p('一'))))],
    ['a paragraph longer than ten pages', article('x', 'report', doc(p(prose(random(1), 12_000))))],
    ['a table longer than a page and wider than the frame', article('x', 'notice', doc(table(...Array.from({ length: 60 }, (_, i) => Array.from({ length: 12 }, (__, k) => `第${i}行第${k}格的文字`)))))],
    ['no Han at all', article('x', 'report', doc(p('The quick brown fox jumps over the lazy dog, 12345 times. '.repeat(20))))],
    ['emoji, rare characters, a lone surrogate', article('x', 'report', doc(p('表情😀与生僻字𠮷䶮，孤\ud83d零。')))],
  ];
  it.each(cases)('%s', (_, one) => {
    for (const preset of ['gb', 'speech', 'N8', 'T6']) {
      const edition = shipped(preset, ['x'], { paper: DAILY });
      const pkg = packageOf([one], [edition]);
      const set = typeset(pkg, edition);
      expect(checkLaws(set, pkg, edition, FAKE), preset).toEqual([]);
      expect(set.list.pages.length, preset).toBeLessThan(250);
    }
  });
});
