import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { bareNumber, headingLabel, numberHeadings } from './numbering';
import { schema, type HeadAttrs } from './schema';

const plain: HeadAttrs = { level: 1, numbered: true, start: null, form: null };
const h = (level: number, more: Partial<HeadAttrs> = {}): Node => schema.node('heading', { ...plain, level, ...more, adjust: null }, schema.text('题'));
const run = (level: number, more: Partial<HeadAttrs> = {}): Node => schema.node('paragraph', { head: { ...plain, level, ...more } }, schema.text('题。文'));
const p = (): Node => schema.node('paragraph', null, schema.text('文'));
const numbers = (...blocks: Node[]): (string | null)[] => numberHeadings(schema.node('doc', null, blocks));

describe('the chain is 一、 （一） 1. （1）', () => {
  it('each level has its own make', () => {
    expect(numbers(h(1), h(2), h(3), h(4))).toEqual(['一、', '（一）', '1.', '（1）']);
  });
  it('a level counts on over body text', () => {
    expect(numbers(h(1), p(), h(2), p(), h(2), p(), h(1))).toEqual(['一、', null, '（一）', null, '（二）', null, '二、']);
  });
  it('a head restarts the levels below it', () => {
    expect(numbers(h(1), h(2), h(2), h(1), h(2))).toEqual(['一、', '（一）', '（二）', '二、', '（一）']);
  });
  it('a run-in heading counts with the headings of its level', () => {
    expect(numbers(h(1), run(2), h(2), run(2))).toEqual(['一、', '（一）', '（二）', '（三）']);
  });
  it('a head that is struck out whole is none: it neither counts nor restarts', () => {
    const struck = (level: number): Node => schema.node('heading', { ...plain, level, adjust: null }, schema.text('题', [schema.marks.deleted.create({ by: '', at: null })]));
    expect(numbers(h(1), h(2), struck(2), struck(1), h(2), h(1))).toEqual(['一、', '（一）', null, null, '（二）', '二、']);
  });
  it('a level may be left out', () => expect(numbers(h(1), h(3), h(3), h(1), h(3))).toEqual(['一、', '1.', '2.', '二、', '1.']));
});

describe('what has no number', () => {
  it('level 0 and 5 are never numbered; a part title restarts 一、', () => {
    expect(numbers(h(0), h(1), h(5), h(1), h(0), h(1))).toEqual([null, '一、', null, '二、', null, '一、']);
  });
  it('a theme sentence between （一） and （二） does not restart them', () => {
    expect(numbers(run(2), run(5, { numbered: false }), run(2))).toEqual(['（一）', null, '（二）']);
  });
  it('an unnumbered title of level 1 restarts （一）', () => {
    expect(numbers(h(1, { numbered: false }), h(2), h(1, { numbered: false }), h(2))).toEqual([null, '（一）', null, '（一）']);
  });
});

describe('a text keeps its own numbers', () => {
  it('a report that begins with （五） stays so and counts on', () => expect(numbers(run(2, { start: 5 }), run(2))).toEqual(['（五）', '（六）']));
  it('第一， stays 第一，', () => expect(numbers(h(1), run(2, { form: 'di' }), run(2, { form: 'di' }))).toEqual(['一、', '第一，', '第二，']));
});

describe('the bare number of a label', () => {
  it.each([['一、', '一'], ['（十二）', '十二'], ['3.', '3'], ['（4）', '4'], ['第一，', '一']])('%s is %s', (label, bare) => {
    expect(bareNumber(label)).toBe(bare);
  });
  it('levels without a make have no label', () => expect([headingLabel(0, null, 1), headingLabel(5, null, 1)]).toEqual([null, null]));
});
