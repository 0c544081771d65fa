import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chooseEdition } from '../../src/core/model/editions';
import { fieldText } from '../../src/core/model/field-text';
import type { Article } from '../../src/core/model/package';
import { Typesetter } from '../../src/core/typeset';
import { findFonts } from '../../src/node/fonts';
import { shippedPreset } from '../../src/node/presets';
import { makeSample, makeSamplePackage, sampleFile } from './make-sample';
import { LANPU, SAMPLES } from './samples';

it.each(SAMPLES)('the shipped sample package $file is what its texts make', (sample) => {
  const made = makeSample(sample);
  if (process.env.BANXIN_UPDATE === '1') writeFileSync(sampleFile(sample), made);
  expect(Buffer.from(made).equals(readFileSync(sampleFile(sample)))).toBe(true);
});

it('the report has the parts of an annual report in prose of at least 7,000 characters', () => {
  const report = reportOf(makeSamplePackage().articles);
  expect(report.kind).toBe('report');
  expect(length(report.doc.textContent)).toBeGreaterThanOrEqual(7000);
  expect(headLevels(report)).toEqual([1, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2]);
});

describe('the sample of a broadsheet page', () => {
  const pkg = makeSamplePackage(LANPU);

  it('has a report of some 5,000 characters, of which the paper leaves out less than a fifth', () => {
    const report = reportOf(pkg.articles);
    let leftOut = '';
    report.doc.descendants((node) => {
      if (node.isText && node.marks.some(({ type }) => type.name === 'omit')) leftOut += node.text ?? '';
    });
    expect(headLevels(report)).toEqual([1, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2]);
    expect(length(report.doc.textContent)).toBeGreaterThanOrEqual(5000);
    expect(leftOut.length).toBeGreaterThanOrEqual(800);
    expect(leftOut.length).toBeLessThan(length(report.doc.textContent) / 5);
  });

  it('has decks of every make', () => {
    const decks = pkg.articles.filter(({ kind }) => kind !== 'report').map(({ id, fields, label }) => [
      id, ...(['deck.over', 'deck.main', 'deck.sub'] as const).map((path) => fieldText(fields[path], pkg.meeting)), label,
    ]);
    expect(decks).toEqual([
      ['lead', '市政协六届二次会议举行大会发言', '把账算在码头 把话说到心坎', '12位委员登台建言 高伯衡韦知远到会听取意见', null],
      ['comment', '', '让一条好建议走完最后一里', '', '本报评论员'],
      ['story-harbour', '', '夜归的船看见了灯', '——一件重点提案的办理回访', null],
      ['story-stairs', '', '她把二十三户人家画在一张图上', '——市政协委员林舒与一条老巷', null],
      ['story-joint', '经济、工商联界委员在联组讨论时提出', '一只集装箱 四家人算同一本账', '', null],
      ['brief-proposals', '', '大会收到提案341件', '', null],
      ['brief-today', '', '大会今日日程', '', null],
      ['brief-standing', '', '市政协举行六届五次常委会会议', '', null],
      ['brief-paper', '', '会场少了一摞纸', '', null],
    ]);
  });

  it.each([['N8', 90], ['N6', 80]] as const)('fills one page of %s from corner to corner, each proposal over %i', (preset, bar) => {
    const choice = chooseEdition(pkg, { edition: 'paper-sitting', article: null, preset: shippedPreset(preset) }, shippedPreset);
    if (!choice.ok) throw new Error(choice.message);
    const proposals = new Typesetter({ fonts: findFonts({ system: false, edition: 'newspaper' }).fonts, images: new Map() }).propose(pkg, choice.edition);
    expect(proposals).toHaveLength(3);
    for (const { layout, fill, taboos, score } of proposals) {
      expect({ pages: layout.pages.length, fill, taboos }).toEqual({ pages: 1, fill: 1, taboos: [] });
      expect(score).toBeGreaterThan(bar);
    }
  });

  // Search led by pieces one by one spills such an edition over two pages as soon as it has a little room.
  it.each([['N8', 3], ['N6', 6]] as const)('with %s: left a little shorter, by %i paragraphs of its stories, it still stands on one page', (preset, count) => {
    let gone = 0;
    const articles = pkg.articles.map((one) => {
      if (one.kind !== 'news' || gone >= count || one.doc.childCount < 3) return one;
      gone++;
      return { ...one, doc: one.doc.cut(0, one.doc.content.size - one.doc.lastChild!.nodeSize) };
    });
    const shorter = { ...pkg, articles };
    const choice = chooseEdition(shorter, { edition: 'paper-sitting', article: null, preset: shippedPreset(preset) }, shippedPreset);
    if (!choice.ok) throw new Error(choice.message);
    const [first] = new Typesetter({ fonts: findFonts({ system: false, edition: 'newspaper' }).fonts, images: new Map() }).propose(shorter, choice.edition);
    expect({ pages: first!.layout.pages.length, taboos: first!.taboos }).toEqual({ pages: 1, taboos: [] });
    expect(first!.score).toBeGreaterThan(75);
  });
});

function reportOf(articles: readonly Article[]): Article {
  return articles.find(({ id }) => id === 'report')!;
}

function length(text: string): number {
  return text.replace(/\s/g, '').length;
}

/** Levels 1 and 2 of its heads, in order. */
function headLevels({ doc }: Article): number[] {
  const levels: number[] = [];
  doc.forEach((block) => {
    const head = block.type.name === 'heading' ? block.attrs : (block.attrs.head as { level: number } | null);
    if (head !== null && head.level <= 2) levels.push(head.level as number);
  });
  return levels;
}
