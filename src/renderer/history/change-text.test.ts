import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { p } from '../../../test/build';
import type { PackageChange } from '../../core/model/change';
import { schema } from '../../core/model/schema';
import { insertedText, touchedArticles } from './change-text';

const put = (from: number, to: number, text: string): unknown => new ReplaceStep(from, to, new Slice(Fragment.from(schema.text(text)), 0, 0)).toJSON();
const typed = (text: string, article = 'a', at = 1): PackageChange => ({ kind: 'steps', article, field: null, steps: [put(at, at, text)] });
const set = (path: string): PackageChange => ({ kind: 'set', path, from: null, to: 1 });

describe('what a group of 撤销历史 was about', () => {
  it.each<[string, readonly PackageChange[], string | null]>([
    ['letters one after another', [typed('政'), typed('协', 'a', 2)], '政协'],
    ['of a composition what was chosen, not the pinyin', [{ kind: 'steps', article: 'a', field: null, steps: [put(1, 1, 'z'), put(1, 2, 'zh'), put(1, 3, '政')] }], '政'],
    ['in two places', [typed('甲'), typed('乙', 'a', 9)], '甲乙'],
    ['a pasted paragraph', [{ kind: 'steps', article: 'a', field: null, steps: [new ReplaceStep(1, 1, new Slice(Fragment.from([p('甲'), p('乙')]), 1, 1)).toJSON() as unknown] }], '甲乙'],
    ['a deletion', [{ kind: 'steps', article: 'a', field: null, steps: [new ReplaceStep(1, 2, Slice.empty).toJSON() as unknown] }], null],
    ['much', [typed('一二三四五六七八九十一二三四五六七八')], '一二三四五六七八九十一二三四五六…'],
    ['the record', [set('meeting/term')], null],
  ])('%s', (_, changes, wanted) => {
    expect(insertedText(changes)).toBe(wanted);
  });
  it('which articles', () => {
    expect(touchedArticles([typed('甲', 'a'), set('articles/b/fields/deck.main'), typed('乙', 'a'), set('meeting/term'), { kind: 'add', what: 'article', index: 0, value: { id: 'c' } }])).toEqual(['a', 'b', 'c']);
  });
});
