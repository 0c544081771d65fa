import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../test/build';
import { DAILY, FAKE, shipped } from '../../../test/build-edition';
import { prose, random } from '../../../test/random';
import type { DisplayPage } from '../../core/display/list';
import { Typesetter } from '../../core/typeset';
import { changedAreas, marksOf, meet, type Mark } from './changed-areas';

const roll = random(4);
const paragraphs = Array.from({ length: 12 }, () => prose(roll, 90));

function pages(preset: string, change: (texts: string[]) => void = () => {}): readonly DisplayPage[] {
  const texts = [...paragraphs];
  change(texts);
  const report = article('report', 'report', doc(...texts.map((text) => p(text))), { 'deck.main': '工作报告' });
  const edition = shipped(preset, ['report'], preset === 'gb' ? {} : { paper: DAILY });
  return new Typesetter(FAKE).typeset(packageOf([report], [edition]), edition).list.pages;
}

/** All of a mark's ink in words. */
const inkOf = ({ key, item, page }: Mark): string => (item.kind === 'glyphs' && page !== null ? `${key}: ${page.glyph.slice(item.first, item.end).join()} ${page.x.slice(item.first, item.end).join()}` : key);

const keysOutside = (page: DisplayPage, areas: readonly Parameters<typeof meet>[0][]): readonly string[] =>
  (marksOf(page) ?? []).filter(({ box }) => !areas.some((area) => meet(area, box))).map(inkOf).toSorted();

describe.each(['gb', 'N8'])('where two settings of a page differ, on %s', (preset) => {
  it('the same text: nowhere', () => {
    expect(changedAreas(pages(preset)[0]!, pages(preset)[0]!)).toEqual([]);
  });

  it('a character in one paragraph: there, and outside of it both have the same ink', () => {
    const before = pages(preset)[0]!;
    const after = pages(preset, (texts) => (texts[2] = `添${texts[2]}`))[0]!;
    const areas = changedAreas(before, after);
    expect(areas?.length).toBeGreaterThan(0);
    expect(keysOutside(after, areas ?? [])).toEqual(keysOutside(before, areas ?? []));
    // Lines above the paragraph are not painted anew.
    expect(keysOutside(after, areas ?? []).length).toBeGreaterThan(5);
  });

  it('one character for another of its width, in the middle of a line: there alone', () => {
    const at = 40;
    const before = pages(preset)[0]!;
    const after = pages(preset, (texts) => (texts[2] = `${texts[2]!.slice(0, at)}${texts[2]![at] === '会' ? '委' : '会'}${texts[2]!.slice(at + 1)}`))[0]!;
    const areas = changedAreas(before, after) ?? [];
    expect(areas.length).toBeGreaterThan(0);
    expect(areas.length).toBeLessThanOrEqual(4);
    expect(keysOutside(after, areas)).toEqual(keysOutside(before, areas));
  });

  it('text that goes: what stood there is painted over', () => {
    const before = pages(preset)[0]!;
    const after = pages(preset, (texts) => texts.splice(3, 6))[0]!;
    const areas = changedAreas(before, after) ?? [];
    expect(keysOutside(after, areas)).toEqual(keysOutside(before, areas));
  });
});

it('a page of another size is painted whole', () => {
  expect(changedAreas(pages('gb')[0]!, pages('N8')[0]!)).toBeNull();
});
