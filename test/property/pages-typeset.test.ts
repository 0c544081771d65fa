// One Typesetter through a long session of edits gives, after each, the pages that
// a new one gives; after undo those of before; and pages that an edit did not touch
// are the same objects, so that nothing is drawn or sent again (DESIGN).
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { dumpList } from '../../src/core/display/dump';
import { applyChange } from '../../src/core/model/apply-change';
import { History } from '../../src/core/model/history';
import type { PackageChange } from '../../src/core/model/change';
import type { Article, Edition, Package } from '../../src/core/model/package';
import { schema } from '../../src/core/model/schema';
import { Typesetter } from '../../src/core/typeset';
import { article, doc, field, h, lead, note, omit, p, packageOf, par, placeholder, positionOf, table } from '../build';
import { DAILY, FAKE, shipped, smallBooklet } from '../build-edition';
import { checkLaws } from '../laws-pages';
import { prose, random } from '../random';

/** Sessions an edition; more of them in a long run (BANXIN_SOAK=50). */
const SESSIONS = Number(process.env['BANXIN_SOAK'] ?? 2);

type Roll = (below: number) => number;

function randomBlock(roll: Roll): Node {
  switch (roll(9)) {
    case 0: return h(1 + roll(2), '工作回顾');
    case 1: return par({ head: { level: 2 } }, lead('固本铸魂。'), prose(roll, 60));
    case 2: return p(prose(roll, 30), field('term', 'di'), placeholder(), note(`术语${roll(4)}`, '释文。'));
    case 3: return p(prose(roll, 20), omit('newspaper', prose(roll, 20)), prose(roll, 20));
    case 4: return roll(3) === 0 ? table(['类别', '数量'], ['提案', prose(roll, 12)]) : p('一');
    default: return p(prose(roll, 10 + roll(200)));
  }
}

function report(roll: Roll, id: string, blocks: number): Article {
  return article(id, id === 'report' ? 'report' : 'news', doc(...Array.from({ length: blocks }, () => randomBlock(roll))), {
    'deck.main': id === 'report' ? [field('title')] : '大会隆重开幕', 'head.speaker': '林远',
  });
}

const MEETING = { place: '云岭市', organisation: { full: '中国人民政治协商会议云岭市委员会', short: '政协云岭市委员会' }, term: 5, reportTerm: 5, session: 4, opens: '2026-01-12' };

/** One random change: text in or out, a block split, joined, moved, put in or taken out, a value of the record. */
function randomChange(roll: Roll, pkg: Package): PackageChange {
  if (roll(8) === 0) return { kind: 'set', path: 'meeting/term', from: pkg.meeting.term, to: 3 + roll(12) };
  const { id, doc: root } = pkg.articles[roll(pkg.articles.length)]!;
  const tr = new Transform(root);
  const index = roll(root.childCount);
  let at = 0;
  for (let i = 0; i < index; i++) at += root.child(i).nodeSize;
  const block = root.child(index);
  const inside = block.isTextblock ? at + 1 + roll(block.content.size + 1) : null;
  switch (roll(7)) {
    case 0: tr.insert(at, randomBlock(roll)); break;
    case 1: if (root.childCount > 3) tr.delete(at, at + block.nodeSize); break;
    case 2: {
      if (root.childCount < 3) break;
      tr.delete(at, at + block.nodeSize);
      tr.insert(tr.doc.resolve(0).pos, block);
      break;
    }
    case 3: if (inside !== null) tr.split(inside); break;
    case 4: if (index > 0 && root.child(index - 1).type === block.type && block.isTextblock) tr.join(at); break;
    case 5: if (inside !== null && block.content.size > 2) tr.delete(at + 1, at + 1 + roll(Math.min(20, block.content.size))); break;
    default: if (inside !== null) tr.insert(inside, schema.text(prose(roll, 1 + roll(10)))); break;
  }
  return { kind: 'steps', article: id, field: null, steps: tr.steps.map((step) => step.toJSON() as unknown) };
}

const EDITIONS: readonly (readonly [string, Edition, number])[] = [
  ['a small booklet with cover, contents and annex', smallBooklet(['report'], { cover: true, contents: true, annex: true, multiple: 4 }), 12],
  ['the shipped booklet', shipped('gb', ['report', 'story']), 40],
  ['the large-type copy', shipped('speech', ['report']), 30],
  ['the 改稿本', shipped('draft', ['report', 'story'], { printedAt: '2026-01-12T16:20' }), 30],
  ['a broadsheet with jumps', shipped('N8', ['story', 'report'], { paper: DAILY, abridgedNote: true }), 70],
  ['a tabloid', shipped('T6', ['story', 'report'], { paper: { ...DAILY, firstPage: 3 } }), 30],
];

describe.each(EDITIONS)('%s', (_, edition, blocks) => {
  it('after every random edit and undo: the pages of a new Typesetter, and the laws', () => {
    for (let seed = 1; seed <= SESSIONS; seed++) {
      const roll = random(seed * 104729);
      const history = new History(packageOf([report(roll, 'report', blocks), report(roll, 'story', blocks)], [edition], MEETING));
      const typesetter = new Typesetter(FAKE);
      const past = new Map<Package, string>();
      for (let step = 0; step < 14; step++) {
        const { pkg } = history;
        const set = typesetter.typeset(pkg, edition);
        const dump = dumpList(set.list);
        const fresh = new Typesetter(FAKE).typeset(pkg, edition);
        const where = `seed ${seed}, step ${step}`;
        expect(firstDifference(dump, dumpList(fresh.list)), where).toBe('');
        expect(set.diagnostics.map(({ code, message }) => code + message), where).toEqual(fresh.diagnostics.map(({ code, message }) => code + message));
        if (step % 3 === 0) expect(checkLaws(set, pkg, edition, FAKE), where).toEqual([]);
        for (const [old, text] of past) if (old.articles === pkg.articles && old.meeting === pkg.meeting) expect(dump).toBe(text);
        past.set(pkg, dump);
        if (roll(4) === 0) history.undo(step * 1000);
        else history.apply([randomChange(roll, pkg)], { label: '输入', at: step * 1000 });
      }
    }
  });
});

/** The first line in which two dumps differ; '' where none does. */
function firstDifference(a: string, b: string): string {
  const [x, y] = [a.split('\n'), b.split('\n')];
  const at = x.findIndex((line, i) => line !== y[i]);
  if (at < 0 && x.length === y.length) return '';
  return `${at}: ${x[at]} | ${y[at]}`;
}

describe('pages that an edit did not touch are the same objects', () => {
  const roll = random(77);
  const blocks = Array.from({ length: 60 }, () => p(prose(roll, 150)));
  const edition = shipped('gb', ['report']);
  const pkg = packageOf([article('report', 'report', doc(...blocks.slice(0, 30), p('这里<here>改一个字。'), ...blocks.slice(30)), { 'deck.main': '工作报告' })], [edition]);
  const change: PackageChange = {
    kind: 'steps', article: 'report', field: null,
    steps: new Transform(pkg.articles[0]!.doc).insert(positionOf(pkg.articles[0]!.doc, 'here'), schema.text('也')).steps.map((step) => step.toJSON() as unknown),
  };
  const changed = applyChange(pkg, change);
  if (!changed.ok) throw new Error(changed.reason);

  it('one character in the middle: one page is another, all others stand', () => {
    const typesetter = new Typesetter(FAKE);
    const before = typesetter.typeset(pkg, edition).list.pages;
    const after = typesetter.typeset(changed.value, edition).list.pages;
    expect(after).toHaveLength(before.length);
    expect(after.filter((page, i) => page !== before[i])).toHaveLength(1);
  });
  it('undo: every page is the one of before', () => {
    const typesetter = new Typesetter(FAKE);
    const before = typesetter.typeset(pkg, edition).list.pages;
    typesetter.typeset(changed.value, edition);
    const after = typesetter.typeset(pkg, edition).list.pages;
    expect(after.filter((page, i) => dumpPageless(page) !== dumpPageless(before[i]!))).toEqual([]);
    expect(after.filter((page, i) => page === before[i]).length).toBeGreaterThanOrEqual(before.length - 1);
  });
  it('the same package again: the same objects, covers and newspaper pages too', () => {
    for (const one of [smallBooklet(['report'], { cover: true, contents: true }), shipped('N8', ['report'], { paper: DAILY })]) {
      const typesetter = new Typesetter(FAKE);
      const before = typesetter.typeset(pkg, one).list.pages;
      const after = typesetter.typeset(pkg, one).list.pages;
      expect(after.map((page, i) => page === before[i])).toEqual(before.map(() => true));
    }
  });
  it('a page master that changed changes every page, though its name did not', () => {
    const typesetter = new Typesetter(FAKE);
    typesetter.typeset(pkg, edition);
    if (edition.master.kind !== 'sheet') throw new TypeError();
    const moved = { ...edition, master: { ...edition.master, top: edition.master.top + 10 } };
    const [again, fresh] = [typesetter, new Typesetter(FAKE)].map((one) => dumpList(one.typeset(pkg, moved).list));
    expect(firstDifference(again!, fresh!)).toBe('');
  });
});

function dumpPageless(page: { readonly glyph: Uint16Array; readonly x: Float32Array; readonly label: string }): string {
  return `${page.label} ${page.glyph.join()} ${page.x.join()}`;
}
