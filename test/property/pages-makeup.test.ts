// A newspaper of many articles under a typist: after every key the pages and the
// words about them are those of a Typesetter that has never seen the text before,
// though the placer takes what it remembers; and a key that moves no line of a page
// leaves that page the same object.
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { dumpList } from '../../src/core/display/dump';
import { applyChange } from '../../src/core/model/apply-change';
import type { Edition, Package } from '../../src/core/model/package';
import { schema } from '../../src/core/model/schema';
import { Typesetter } from '../../src/core/typeset';
import { article, doc, h, p, packageOf } from '../build';
import { DAILY, FAKE, shipped } from '../build-edition';
import { checkLaws } from '../laws-pages';
import { prose, random } from '../random';

type Roll = (below: number) => number;

const KINDS = [['lead', 'news', 6], ['report', 'report', 16], ['comment', 'editorial', 7], ['brief', 'news', 2], ['resolution', 'resolution', 3], ['other', 'news', 4]] as const;

function paper(roll: Roll): Package {
  return packageOf(KINDS.map(([id, kind, blocks]) => article(id, kind, doc(
    ...Array.from({ length: blocks }, (_, i) => (kind === 'report' && i % 6 === 0 ? h(1, '工作回顾') : p(prose(roll, 40 + roll(180))))),
  ), { 'deck.main': `${id === 'report' ? '' : '市政协'}${prose(roll, 9)}` })));
}

/** A character or two typed, a few taken out, or a sentence put in, anywhere. */
function typed(roll: Roll, pkg: Package): Package {
  const { id, doc: root } = pkg.articles[roll(pkg.articles.length)]!;
  const tr = new Transform(root);
  let at = 0;
  const index = roll(root.childCount);
  for (let i = 0; i < index; i++) at += root.child(i).nodeSize;
  const from = at + 1 + roll(root.child(index).content.size);
  const rest = at + 1 + root.child(index).content.size - from;
  switch (roll(5)) {
    case 0: tr.delete(from, from + Math.min(rest, 1 + roll(8))); break;
    case 1: tr.insert(from, schema.text(prose(roll, 20 + roll(60)))); break;
    default: tr.insert(from, schema.text('新的'.slice(0, 1 + roll(2))));
  }
  const changed = applyChange(pkg, { kind: 'steps', article: id, field: null, steps: tr.steps.map((step) => step.toJSON() as unknown) });
  if (!changed.ok) throw new Error(changed.reason);
  return changed.value;
}

const SOAK = Number(process.env['BANXIN_SOAK'] ?? 1);
const KEYS = SOAK * 8;
const ARTICLES = KINDS.map(([id]) => id);
const EDITIONS: readonly (readonly [string, Edition])[] = ['N8', 'N6', 'T6'].map((preset) => [preset, shipped(preset, ARTICLES, { paper: DAILY })]);

// N6 differs from N8 in the number of its columns alone; a long run has it too.
describe.each(EDITIONS.filter(([name]) => SOAK > 1 || name !== 'N6'))('%s of six articles', (_, edition) => {
  it('after every key and every undo: the pages and words of a new Typesetter', () => {
    const roll = random(2027);
    const typesetter = new Typesetter(FAKE);
    const past: Package[] = [paper(roll)];
    for (let key = 0; key < KEYS; key++) {
      const pkg = past.at(-1)!;
      const [set, fresh] = [typesetter, new Typesetter(FAKE)].map((one) => one.typeset(pkg, edition));
      expect(dumpList(set!.list) === dumpList(fresh!.list), `key ${key}`).toBe(true);
      expect(set!.diagnostics.map(({ code, message }) => code + message), `key ${key}`).toEqual(fresh!.diagnostics.map(({ code, message }) => code + message));
      if (key % 6 === 0) expect(checkLaws(set!, pkg, edition, FAKE), `key ${key}`).toEqual([]);
      if (roll(4) === 0 && past.length > 1) past.pop();
      else past.push(typed(roll, pkg));
    }
  });
});

describe('pages that a key does not touch', () => {
  it('a character in a paragraph whose lines stay as many: the other pages are the same objects', () => {
    const roll = random(4);
    const edition = EDITIONS[2]![1];
    const typesetter = new Typesetter(FAKE);
    let pkg = paper(roll);
    let before = typesetter.typeset(pkg, edition).list.pages;
    const touched: number[] = [];
    for (let key = 0; key < 12; key++) {
      const root = pkg.articles[0]!.doc;
      const changed = applyChange(pkg, { kind: 'steps', article: 'lead', field: null, steps: new Transform(root).insert(1 + key, schema.text('新')).steps.map((step) => step.toJSON() as unknown) });
      if (!changed.ok) throw new Error(changed.reason);
      pkg = changed.value;
      const after = typesetter.typeset(pkg, edition).list.pages;
      touched.push(after.filter((page, i) => page !== before[i]).length);
      before = after;
    }
    expect(before.length).toBeGreaterThan(1);
    // A line more now and then moves what stands below it; most keys move nothing.
    expect(touched.filter((pages) => pages <= 1).length).toBeGreaterThanOrEqual(8);
  });
});
