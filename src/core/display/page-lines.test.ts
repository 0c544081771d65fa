import { describe, expect, it } from 'vitest';
import { article, doc, field, h, note, p, packageOf, placeholder, table } from '../../../test/build';
import { FAKE, smallBooklet } from '../../../test/build-edition';
import { textsOf } from '../../../test/laws-pages';
import { Typesetter } from '../typeset';
import { printedPages } from './page-lines';

const MARKS = { every: 1, gap: 4, header: 12, margin: 4 };

function setDraft() {
  const report = article('report', 'report', doc(
    p('委员们认为，过去一年，常委会履职有力，成效明显。'), table(['会议', '4次'], ['视察', '6次']), h(1, '主要工作'),
    p('培训', placeholder('figure'), '人次，围绕', note('双服务', '服务大局'), '中心服务大局。'),
  ), { 'deck.main': '工作报告', 'head.occasion': field('place') });
  const base = smallBooklet(['report'], { annex: true });
  const edition = { ...base, master: { ...base.master, folio: { place: 'none', belowTypeArea: 0, inset: 0, dash: false }, draft: MARKS } as typeof base.master };
  const pkg = packageOf([report], [edition], { place: '云岭市' });
  const typeset = new Typesetter(FAKE).typeset(pkg, edition);
  return { typeset, pages: printedPages(typeset.list, typeset.origins) };
}

describe('the printed lines of a page', () => {
  const { typeset, pages } = setDraft();
  it('top to bottom, headings with their numbers, the cells of a row one line; furniture left out', () => {
    expect(pages.map(({ label, lines }) => [label, lines.map(({ text }) => text)])).toEqual([
      ['1', ['工作报告', '云岭市', '委员们认为，过去', '一年，常委会履职有力，', '成效明显。']],
      ['2', ['会议4次', '视察6次', '一、主要工作', '培训〔数字：待填〕']],
      ['3', ['人次，围绕〔1〕中心服务', '大局。']],
      ['4', expect.any(Array)],
    ]);
  });
  it('each with its place in the text, atoms one character', () => {
    expect(pages[0]!.lines[0]).toMatchObject({ article: 'report', field: 'deck.main', block: null, from: 0, to: 4, source: '工作报告' });
    expect(pages[0]!.lines[3]).toMatchObject({ article: 'report', field: null, block: 0, from: 8, to: 19, source: '一年，常委会履职有力，' });
    expect(pages[1]!.lines[1]).toMatchObject({ block: 1, source: '视察6次' });
    expect(pages[1]!.lines[2]).toMatchObject({ block: 2, from: 0, to: 4, source: '主要工作' });
    expect(pages[1]!.lines[3]!.source).toBe('培训\ufffc');
    expect(pages[3]!.lines[0]).toMatchObject({ article: '#annex', field: null, block: null, source: '' });
  });
  it('line n is the line that a 改稿本 prints n beside', () => {
    const texts = textsOf(typeset);
    pages.forEach(({ lines }, page) => {
      const numbers = texts.filter((one) => one.page === page && one.frame === 'line-number');
      expect(numbers.map(({ run }) => Number(run.text))).toEqual(lines.map((_, i) => i + 1));
      numbers.forEach(({ y }, i) => {
        const beside = texts.filter((one) => one.page === page && one.article !== null && Math.abs(one.y - y) < 6).map(({ run }) => run.text).join('');
        expect(beside).toBe(lines[i]!.text);
      });
    });
  });
});
