import { describe, expect, it } from 'vitest';
import { article, br, doc, field, h, lead, marked, note, omit, p, packageOf, par, placeholder, table } from '../../../test/build';
import { DAILY, FAKE, shipped, smallBooklet } from '../../../test/build-edition';
import { textsOf } from '../../../test/laws-pages';
import { prose, random } from '../../../test/random';
import { type Typeset, Typesetter } from '../typeset';
import { caretRect, hitTest, placedRuns } from './hit-test';

const roll = random(9);
const report = article('report', 'report', doc(
  h(1, '2025年工作回顾'), par({ head: { level: 2 } }, lead('固本铸魂。'), prose(roll, 60), field('term', 'di'), '委员', placeholder(), '件', note('释'), prose(roll, 40)),
  p('折行', br, '之后 with Latin 12.5% and 100件', marked('strong', null, '加粗9'), marked('kai', null, '8楷体'), omit('booklet', '略去'), '末'), table(['甲乙', '丙'], ['丁', '戊12']), p(prose(roll, 120)),
), { 'deck.main': '工作报告', 'head.speaker': '林远' });

function set(preset: string): Typeset {
  const edition = preset === 'small' ? smallBooklet(['report'], { annex: true }) : shipped(preset, ['report'], { paper: DAILY });
  return new Typesetter(FAKE).typeset(packageOf([report], [edition], { term: 9 }), edition);
}

describe.each(['small', 'gb', 'speech', 'N8'])('point ↔ position, on the pages of %s', (preset) => {
  const typeset = set(preset);
  it('a caret\'s own place gives its position back: every character of every page', () => {
    let places = 0;
    for (const { page, run } of textsOf(typeset)) {
      const { source } = run;
      if (source.kind === 'generated') continue;
      for (let g = run.first; g < run.end; g++) {
        const offset = source.kind === 'text' ? source.from + typeset.list.pages[page]!.at[g]! : source.from;
        const caret = caretRect(typeset.list, source.block, offset)!;
        expect(caret).not.toBeNull();
        if (source.kind === 'atom' && g > run.first) continue;
        expect(caret.page).toBe(page);
        const hit = hitTest(typeset.list.pages[page]!, { x: caret.rect.x + 0.01, y: caret.rect.y + caret.rect.height / 2 })!;
        expect(hit.offset, `${run.text} at ${offset}`).toBe(offset);
        places++;
      }
    }
    expect(places).toBeGreaterThan(200);
  });
  it('the left half of a character is before it, the right half behind it', () => {
    for (const { page, run, x, y } of textsOf(typeset)) {
      const { source } = run;
      if (source.kind !== 'text') continue;
      const display = typeset.list.pages[page]!;
      for (let g = run.first; g + 1 < run.end; g++) {
        const [left, right] = [x + display.x[g]!, x + display.x[g + 1]!];
        if (right - left < 1) continue;
        const at = (point: number): number | null => hitTest(display, { x: point, y: y - run.size * 0.4 })!.offset;
        expect(at(left + (right - left) * 0.4), run.text).toBe(source.from + display.at[g]!);
        expect(at(left + (right - left) * 0.6), run.text).toBe(source.from + display.at[g + 1]!);
      }
    }
  });
  it('a seam between two faces is one position, from either side', () => {
    const runs = textsOf(typeset);
    runs.forEach((one, i) => {
      const next = runs[i + 1];
      if (next === undefined || next.group !== one.group || next.y !== one.y || one.run.source.kind !== 'text' || next.run.source.kind !== 'text') return;
      if (next.run.source.from !== one.run.source.to || next.run.source.block !== one.run.source.block) return;
      const x = next.x + typeset.list.pages[one.page]!.x[next.run.first]!;
      for (const shift of [-0.5, 0.5]) expect(hitTest(typeset.list.pages[one.page]!, { x: x + shift, y: one.y - 3 })!.offset).toBe(one.run.source.to);
    });
  });
});

describe('places without text', () => {
  const { list } = set('small');
  it('beside a line: its nearest end', () => {
    const [first] = [...placedRuns(list.pages[0]!)].filter(({ run }) => run.source.kind === 'text');
    const { run, x, y } = first!;
    if (run.source.kind !== 'text') throw new TypeError();
    expect(hitTest(list.pages[0]!, { x: x - 30, y: y + run.y - 3 })!.offset).toBe(run.source.from);
  });
  it('far from all text: nothing', () => {
    const page = { ...list.pages[0]!, items: [] };
    expect(hitTest(page, { x: 50, y: 50 })).toBeNull();
    expect(hitTest(list.pages[0]!, { x: 50, y: 5000 })).toBeNull();
  });
  it('furniture has a source and no offset', () => {
    const folio = textsOf(set('small')).find(({ run }) => run.source.kind === 'generated' && run.source.what === 'folio')!;
    const hit = hitTest(list.pages[folio.page]!, { x: folio.x + list.pages[folio.page]!.x[folio.run.first]! + 1, y: folio.y - 1 })!;
    expect(hit).toMatchObject({ source: { what: 'folio' }, offset: null });
  });
  it('a block that is not printed has no caret', () => expect(caretRect(list, 99_999, 0)).toBeNull());
  it('an empty paragraph prints nothing, and has none either', () => {
    const empty = article('e', 'report', doc(p('前'), p(), p('后')));
    const edition = smallBooklet(['e']);
    const typeset = new Typesetter(FAKE).typeset(packageOf([empty], [edition]), edition);
    const ref = [...typeset.origins].find(([, origin]) => origin.kind === 'block' && origin.index === 1)![0];
    expect(caretRect(typeset.list, ref, 0)).toBeNull();
  });
  it('a heading\'s number is its beginning: a click on it means the text behind it', () => {
    const number = textsOf(set('small')).find(({ run }) => run.source.kind === 'generated' && run.source.what === 'number')!;
    const page = list.pages[number.page]!;
    expect(hitTest(page, { x: number.x + page.x[number.run.first]! + 1, y: number.y - 3 })).toMatchObject({ source: { what: 'number' }, offset: 0 });
  });
});
