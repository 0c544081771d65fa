import { describe, expect, it } from 'vitest';
import { article, br, doc, field, h, marked, p, packageOf, placeholder, positionOf, table } from '../../../test/build';
import { FAKE, smallBooklet } from '../../../test/build-edition';
import { applyChanges } from '../../core/model/apply-change';
import { History } from '../../core/model/history';
import type { Package } from '../../core/model/package';
import { readPackage, writePackage } from '../../core/model/package-file';
import { schema } from '../../core/model/schema';
import { dumpList } from '../../core/display/dump';
import { Typesetter } from '../../core/typeset';
import { addThread, answerThread, removeThread, tickThread, type CommentEntry } from './comment-changes';
import { commentPlaces } from './comment-places';
import { withoutCopies } from './without-copies';

const ENTRY: CommentEntry = { by: '老王', at: '2027-01-05T02:30:00.000Z', text: '这里再核一下' };
const TEXT = doc(h(1, '回顾'), p('开头<a>立案', placeholder(), '件<b>，办<c>结。'), p('第二段<d>'));
const at = (tag: string): number => positionOf(TEXT, tag);
const start = (): Package => packageOf([article('a', 'report', TEXT, { 'deck.main': ['工作', br, '报告'] }), article('b', 'news', doc(p('消息')))]);
const BODY = { article: 'a', field: null } as const;

function applied(pkg: Package, changes: ReturnType<typeof addThread>): Package {
  const result = applyChanges(pkg, structuredClone(changes ?? []));
  if (!result.ok) throw new RangeError(result.reason);
  return result.value.pkg;
}

const withOne = (pkg = start()): Package => applied(pkg, addThread(pkg, BODY, at('a'), at('b'), 'c1', ENTRY));

describe('a thread on words', () => {
  it('has its mark and its record, with the words as others read them', () => {
    const pkg = withOne();
    expect(pkg.comments).toEqual([{ id: 'c1', article: 'a', entries: [ENTRY], done: false, quote: '立案件' }]);
    expect(commentPlaces(pkg).get('c1')).toEqual({ article: 'a', field: null, block: 1, from: 2, to: 6, quote: '立案件' });
  });

  it('two may overlap, and one goes without the other', () => {
    const two = applied(withOne(), addThread(withOne(), BODY, at('b') - 1, at('c'), 'c2', ENTRY));
    expect([...commentPlaces(two)].map(([id, { from, to }]) => [id, from, to])).toEqual([['c1', 2, 6], ['c2', 5, 8]]);
    const one = applied(two, removeThread(two, 'c1'));
    expect([...commentPlaces(one).keys()]).toEqual(['c2']);
    expect(one.comments.map(({ id }) => id)).toEqual(['c2']);
  });

  it('runs over blocks', () => {
    const pkg = applied(start(), addThread(start(), BODY, at('b'), at('d'), 'c1', ENTRY));
    expect(commentPlaces(pkg).get('c1')?.quote).toBe('，办结。第二段');
  });

  it('stands in a field of the head too, over its hard break', () => {
    const pkg = applied(start(), addThread(start(), { article: 'a', field: 'deck.main' }, 1, 6, 'c1', ENTRY));
    expect(commentPlaces(pkg).get('c1')).toMatchObject({ field: 'deck.main', from: 0, to: 5 });
  });

  it('stands in a cell, offsets running on over the cells', () => {
    const text = doc(table(['甲', '乙丙']));
    const pkg = packageOf([article('a', 'report', text)]);
    // table, row, cell, paragraph open before 甲; they close and open again before 乙.
    const done = applied(pkg, addThread(pkg, BODY, 10, 11, 'c1', ENTRY));
    expect(commentPlaces(done).get('c1')).toMatchObject({ block: 0, from: 3, to: 4, quote: '丙' });
  });

  it('on nothing there is none', () => {
    expect(addThread(start(), BODY, at('a'), at('a'), 'c1', ENTRY)).toBeNull();
    expect(addThread(start(), { article: 'gone', field: null }, 1, 2, 'c1', ENTRY)).toBeNull();
  });
});

describe('answering, ticking off, deleting', () => {
  it('each is undone whole', () => {
    const history = new History(start());
    const does = (changes: ReturnType<typeof addThread>): void => {
      expect(history.apply(changes ?? [], { label: '批注', at: 0 }).ok).toBe(true);
    };
    does(addThread(history.pkg, BODY, at('a'), at('b'), 'c1', ENTRY));
    does(answerThread(history.pkg, 'c1', { ...ENTRY, by: '小李', text: '已核' }));
    does(tickThread(history.pkg, 'c1', true));
    expect(history.pkg.comments[0]).toMatchObject({ done: true, entries: [{ by: '老王' }, { by: '小李', text: '已核' }] });
    does(removeThread(history.pkg, 'c1'));
    expect([history.pkg.comments.length, commentPlaces(history.pkg).size]).toEqual([0, 0]);
    history.undo(1);
    expect([history.pkg.comments.length, commentPlaces(history.pkg).size]).toEqual([1, 1]);
    for (let i = 0; i < 3; i++) history.undo(1);
    expect(history.pkg.articles[0]?.doc.eq(TEXT)).toBe(true);
    expect(history.pkg.comments).toEqual([]);
  });

  it('ticking what is ticked changes nothing', () => {
    expect(tickThread(withOne(), 'c1', false)).toEqual([]);
    expect(answerThread(withOne(), 'no', ENTRY)).toEqual([]);
    expect(removeThread(withOne(), 'no')).toEqual([]);
  });
});

describe('what is kept and what is printed', () => {
  it('the file holds threads and marks', () => {
    const { pkg } = readPackage(writePackage(withOne(), null));
    expect(pkg.comments).toEqual(withOne().comments);
    expect(commentPlaces(pkg).get('c1')?.quote).toBe('立案件');
  });

  it('no edition prints a thing of it: the same runs at the same places', () => {
    const text = (body: ReturnType<typeof doc>) => packageOf([article('a', 'report', body)], [], { speaker: '林致远' });
    const plain = doc(p('政协委员“建言”，', field('speaker'), '协商2026年议政。'));
    const commented = doc(p('政协', marked('comment', { id: 'c1' }, '委员“建'), marked('comment', { id: 'c2' }, '言”，'), field('speaker'), '协商20', marked('comment', { id: 'c1' }, '26年'), '议政。'));
    const dumpOf = (body: ReturnType<typeof doc>): string => dumpList(new Typesetter(FAKE).typeset(text(body), smallBooklet(['a'])).list);
    expect(dumpOf(commented)).toBe(dumpOf(plain));
    expect(dumpOf(plain)).toContain('协商2026年');
  });

  it('the mark is not taken over by what is typed behind it', () => {
    expect(schema.marks.comment.spec.inclusive).toBe(false);
  });
});

describe('copied words', () => {
  const marksOf = (pkg: Package, from: Package) => {
    const slice = withoutCopies(from.articles[0]?.doc.slice(at('a'), at('b')) ?? TEXT.slice(0, 0), pkg);
    const found: string[] = [];
    slice.content.descendants((node) => {
      for (const mark of node.marks) found.push(mark.type.name);
    });
    return found;
  };

  it('have no thread while its own words stand', () => {
    expect(marksOf(withOne(), withOne())).toEqual([]);
  });

  it('keep it where they were cut', () => {
    const cut = { ...withOne(), articles: start().articles };
    expect(marksOf(cut, withOne())).toEqual(['comment', 'comment', 'comment']);
  });

  it('of another package are plain', () => {
    expect(marksOf(start(), withOne())).toEqual([]);
  });
});
