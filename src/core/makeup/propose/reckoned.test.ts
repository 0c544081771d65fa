// 按行长折算: the paper's own measures, and in each the lines that the text takes when it is set.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { DAILY, FAKE, shipped } from '../../../../test/build-edition';
import { Typesetter } from '../../typeset';

// Han that are one em each: thirty-nine of them are three lines of 13, two of 20 and of 27.
const pkg = packageOf([article('a', 'news', doc(p('会'.repeat(37)), p('议'.repeat(11))), { 'deck.main': '会议开幕' })]);

describe.each([['N8', [13, 20, 27]], ['N6', [17, 26, 35]]] as const)('%s', (preset, measures) => {
  it('has lines of one column, of three broken into two, and of two', () => {
    const edition = shipped(preset, ['a'], { paper: DAILY });
    const typesetter = new Typesetter(FAKE);
    const [row] = typesetter.reckoned(pkg, edition);
    expect(row!.lines.map(({ measure }) => measure)).toEqual(measures);
    // Two characters of indent in each paragraph.
    expect(row!.lines.map(({ lines }) => lines)).toEqual(measures.map((measure) => Math.ceil(39 / measure) + Math.ceil(13 / measure)));
    expect(row!.lines[0]!.lines).toBe(typesetter.linesAtMeasure(pkg, edition, 'a'));
  });
});
