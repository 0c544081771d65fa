// 去年的版式 goes onto the booklet as one undoable step, and only where it differs.
import { describe, expect, it } from 'vitest';
import { samplePackage } from '../../../test/sample-package';
import { applyChanges } from '../../core/model/apply-change';
import { makeEdition } from '../../core/model/editions';
import type { WordLook } from '../../ipc/opened';
import { shippedPreset } from '../../node/presets';
import { lookChanges } from './look-changes';
import { asksForChoice, revisionWords } from './revision-words';

const office = shippedPreset('office');
const LOOK: WordLook = { said: [], look: office.look, master: office.master, booklet: { cover: true, number: null, collect: false, contents: false, annex: false, multiple: 1 } };
const PKG = { ...samplePackage, editions: [makeEdition(shippedPreset('gb'), ['report'], 'b')] };

describe('lookChanges', () => {
  it('sets look, master and parts of the booklet; applied, nothing is left to change', () => {
    const changes = lookChanges(PKG, LOOK);
    expect(changes.map((change) => (change.kind === 'set' ? change.path : change.kind))).toEqual(['editions/b/look', 'editions/b/master', 'editions/b/booklet']);
    const applied = applyChanges(PKG, changes);
    expect(applied.ok && lookChanges(applied.value.pkg, LOOK)).toEqual([]);
  });
  it('a package without a booklet keeps its looks', () => {
    expect(lookChanges({ editions: [] }, LOOK)).toEqual([]);
  });
});

it('tracked changes in words; a change of format alone asks for no choice', () => {
  const revisions = { choice: 'accepted' as const, insertions: 5, deletions: 0, moves: 1, formatting: 2, authors: [] };
  expect(revisionWords(revisions)).toBe('插入 5 处、移动 1 处、格式 2 处');
  const word = { name: 'a', found: [], notTaken: [], comments: 0, edition: null, look: null };
  expect([asksForChoice({ ...word, revisions }), asksForChoice({ ...word, revisions: { ...revisions, insertions: 0, moves: 0 } })]).toEqual([true, false]);
});
