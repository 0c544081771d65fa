import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Look, StyleRecord } from '../model/look';
import { StyleSheet } from './style-sheet';

const look = JSON.parse(readFileSync(new URL('../../../resources/looks/gb.json', import.meta.url), 'utf8')) as Look;
const sheet = (styles: Record<string, StyleRecord>, over: Partial<Look> = {}): StyleSheet =>
  new StyleSheet({ ...look, ...over, styles: { ...look.styles, ...styles } });

describe('a style has its own punctuation and Han–Latin gap', () => {
  it('left out: the look’s; half-width marks in titles (N-13)', () => {
    const own = sheet({}, { punctuation: 'quanjiao', hanLatinGap: 0.125 });
    expect(own.paragraph('body')).toMatchObject({ punctuation: 'quanjiao', hanLatinGap: 0.125 });
    expect(own.paragraph('title')).toMatchObject({ punctuation: 'banjiao', hanLatinGap: 0.125 });
  });

  it('the body’s goes for all styles but titles', () => {
    const own = sheet({ body: { ...look.styles.body, punctuation: 'kaiming', hanLatinGap: 0.25 } });
    expect(own.paragraph('heading1')).toMatchObject({ punctuation: 'kaiming', hanLatinGap: 0.25 });
    expect(own.paragraph('title')).toMatchObject({ punctuation: 'banjiao', hanLatinGap: 0.25 });
  });

  it('a style’s own goes before the body’s', () => {
    const own = sheet({ title: { ...look.styles.title, punctuation: 'quanjiao' }, table: { punctuation: 'banjiao', hanLatinGap: 0 } }, { hanLatinGap: 0.25 });
    expect(own.paragraph('title').punctuation).toBe('quanjiao');
    expect(own.paragraph('table')).toMatchObject({ punctuation: 'banjiao', hanLatinGap: 0 });
    expect(own.paragraph('body').hanLatinGap).toBe(0.25);
  });
});

it('副题, 引题 of a report and of news, a date or adoption line and the stage end their lines by meaning under any look that does not say otherwise', () => {
  const names = ['sub', 'over', 'newsOver', 'date', 'abridged'] as const;
  expect(names.map((name) => sheet({}).paragraph(name).title)).toEqual([true, true, true, true, true]);
  expect(sheet({ sub: { ...look.styles.sub, title: false } }).paragraph('sub').title).toBe(false);
  // Their marks stay as wide as the text's.
  expect(sheet({}, { punctuation: 'quanjiao' }).paragraph('sub').punctuation).toBe('quanjiao');
});

it.each(['gb', 'office', 'speech', 'draft', 'paper'])('T-37: a short title is spaced, whatever prints it: %s', (id) => {
  const own = new StyleSheet(JSON.parse(readFileSync(new URL(`../../../resources/looks/${id}.json`, import.meta.url), 'utf8')) as Look);
  expect((['title', 'heading0'] as const).map((name) => own.paragraph(name).spread)).toEqual([true, true]);
  expect(own.paragraph('body').spread).toBe(false);
});

it('the same style is the same record, however often it is asked for', () => {
  const own = sheet({});
  expect(own.paragraph('body')).toBe(own.paragraph('body'));
  expect(own.variant(own.paragraph('folio'), 'right')).toBe(own.variant(own.paragraph('folio'), 'right'));
});
