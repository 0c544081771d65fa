// A line that no break of its paragraph makes better is mended by another measure (issue 7 §6):
// `增长145.6%` does not fit the first line of seventeen characters, and .27 em and more go into each of its
// openings. The make-up that sets it so is told, and stands behind one that does not.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, shipped } from '../../../../test/build-edition';
import { fakeSetting } from '../../../../test/makeup/fake-setting';
import { prose, random } from '../../../../test/random';
import { judgedPaper, proposingPaper } from '../../typeset-paper';
import { looseLines } from './loose-lines';
import { SearchMemory } from '../draft/search-memory';

const roll = random(5);
const pkg = packageOf([
  article('story', 'news', doc(p('我们全年预算监督投入增长145.6%、出台政治引领工作规则，与各界人士面对面商量，把好事办好。'), ...Array.from({ length: 5 }, () => p(prose(roll, 60 + roll(100))))), { 'deck.main': '市政协五届四次会议隆重开幕' }),
  article('comment', 'news', doc(...Array.from({ length: 6 }, () => p(prose(roll, 80 + roll(80))))), { 'deck.main': '攻坚克难 凝心聚力' }),
]);
const edition = shipped('N6', ['story', 'comment'], { paper: { ...DAILY, firstPage: 2 } });
const setting = fakeSetting(pkg, edition);

describe('a story whose first line is too loose at 17 characters', () => {
  const deck = { column: 0, columns: 6, row: 0, rows: 12 };
  const page = (columns: number, into: number) => ({
    number: 2, mastheadRows: 0, pieces: [
      { article: 'story', variant: 'news' as const, deck, body: [{ area: { column: 0, columns, row: 12, rows: 70 }, into }], box: null, from: null, to: null },
      { article: 'comment', variant: 'box' as const, deck: null, body: [], box: { area: { column: columns, columns: 6 - columns, row: 12, rows: 60 }, into: 2 }, from: null, to: null },
    ],
  });

  it('is told with its measure and gap, and costs its make-up something', () => {
    const [line, ...others] = looseLines([page(2, 2)], setting.ruler);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ page: 2, article: 'story', characters: 17 });
    expect(line!.gap).toBeGreaterThan(0.24);
    const { taboos, reasons } = judgedPaper({ placement: { pages: [page(2, 2)], left: [], unboxed: [] }, cost: 0, faults: 0, led: true }, setting);
    expect(taboos).toContainEqual({ kind: 'loose', page: 2, severity: 'warning', articles: ['story'] });
    expect(reasons.join()).toContain('有一行字距过大（17 字一行，每字多 0.27 字）');
  });

  it('is not, broken for a wider measure', () => {
    expect(looseLines([page(3, 2)], setting.ruler)).toEqual([]);
  });

  it('the first proposal has no such line', () => {
    const [first] = [...proposingPaper(setting, new SearchMemory())].at(-1)!;
    expect(looseLines(first!.layout.pages, setting.ruler)).toEqual([]);
    expect(first!.taboos).toEqual([]);
  });
});
