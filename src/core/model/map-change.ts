// Carries the undoing of an old change over what was done since (DESIGN, "One
// change log": "undone by its inverse mapped over the later steps, or refused
// with the reason"). Steps are rebased as prosemirror-collab does, then checked:
// a mapped deletion must still delete the very text that was inserted, or a later
// hand's words would go with it. Parts are found again by id, `set` by its value.
import type { Fragment, Node } from 'prosemirror-model';
import { AttrStep, Mapping, ReplaceAroundStep, ReplaceStep, Step } from 'prosemirror-transform';
import { assertNever } from '../assert-never';
import { applyChange, docOf, partsOf, type ChangeResult } from './apply-change';
import type { PackageChange, PartKind } from './change';
import type { Package } from './package';
import { jsonEqual } from './package-json';
import { schema } from './schema';

/** A group made later: its changes, and the index in the list of later groups that it undid, or null. */
export interface LaterGroup {
  readonly changes: readonly PackageChange[];
  readonly undoes: number | null;
}

type StepsChange = Extract<PackageChange, { kind: 'steps' }>;

const CHANGED_SINCE = '这里后来又改过，请先撤销后来的修改';
const fail = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason });
const sameDoc = (a: StepsChange, b: StepsChange): boolean => a.article === b.article && a.field === b.field;
const readStep = (json: unknown): Step => Step.fromJSON(schema, json);
const plainText = (content: Fragment): string => content.textBetween(0, content.size, '\n', '\ufffc');

/** A later change that replaced the doc as a whole: no position maps over it. */
function replacesDoc(change: PackageChange, target: StepsChange): boolean {
  if (change.kind === 'set') return target.field !== null && change.path === `articles/${target.article}/fields/${target.field}`;
  return (change.kind === 'add' || change.kind === 'remove') && change.what === 'article' && (change.value as { readonly id: string }).id === target.article;
}

/** Step maps of the later groups on the target's doc; null where one replaced it whole. A group and its undoing are mirrored. */
function laterMapping(later: readonly LaterGroup[], target: StepsChange): Mapping | null {
  const mapping = new Mapping();
  const ranges: { readonly from: number; readonly to: number }[] = [];
  for (const group of later) {
    const from = mapping.maps.length;
    const mirrored = group.undoes === null ? null : ranges[group.undoes];
    const steps: Step[] = [];
    for (const change of group.changes) {
      if (replacesDoc(change, target)) return null;
      if (change.kind === 'steps' && sameDoc(change, target)) steps.push(...change.steps.map(readStep));
    }
    const pairs = mirrored !== null && mirrored !== undefined && mirrored.to - mirrored.from === steps.length;
    steps.forEach((step, i) => mapping.appendMap(step.getMap(), pairs ? mirrored.to - 1 - i : undefined));
    ranges.push({ from, to: mapping.maps.length });
  }
  return mapping;
}

/** Whether the mapped step still finds what its forward step had left there. */
function findsItsOwn(doc: Node, forward: Step, original: Step, mapped: Step): boolean {
  if (mapped instanceof ReplaceStep && original instanceof ReplaceStep) {
    const left = forward instanceof ReplaceStep ? forward.slice : original.slice;
    return mapped.to <= doc.content.size && plainText(doc.slice(mapped.from, mapped.to).content) === plainText(left.content);
  }
  if (mapped instanceof ReplaceAroundStep && original instanceof ReplaceAroundStep) {
    return mapped.gapFrom - mapped.from === original.gapFrom - original.from && mapped.to - mapped.gapTo === original.to - original.gapTo;
  }
  if (mapped instanceof AttrStep && forward instanceof AttrStep) {
    return jsonEqual(doc.nodeAt(mapped.pos)?.attrs[mapped.attr] as unknown, forward.value);
  }
  return true;
}

/** Index of a part after later changes of its kind; null where it was removed. */
function laterIndex(index: number, what: PartKind, later: readonly PackageChange[]): number | null {
  let at = index;
  for (const change of later) {
    if (change.kind === 'steps' || change.kind === 'set' || change.what !== what) continue;
    switch (change.kind) {
      case 'add':
        if (change.index <= at) at++;
        break;
      case 'remove':
        if (change.index === at) return null;
        if (change.index < at) at--;
        break;
      case 'move': {
        if (change.from === at) at = change.to;
        else {
          if (change.from < at) at--;
          if (change.to <= at) at++;
        }
        break;
      }
      default: return assertNever(change);
    }
  }
  return at;
}

function mapPart(pkg: Package, change: Exclude<PackageChange, { kind: 'steps' } | { kind: 'set' }>, later: readonly PackageChange[]): ChangeResult<PackageChange> {
  const parts = partsOf(pkg, change.what);
  switch (change.kind) {
    case 'add': {
      const index = laterIndex(change.index, change.what, later) ?? change.index;
      return { ok: true, value: { ...change, index: Math.max(0, Math.min(index, parts.length)) } };
    }
    case 'remove': {
      const { id } = change.value as { readonly id: string };
      const index = parts.findIndex((part) => part.id === id);
      return index < 0 ? fail('要去掉的一项已不在') : { ok: true, value: { ...change, index } };
    }
    case 'move': {
      const from = laterIndex(change.from, change.what, later);
      if (from === null) return fail('要移动的一项已不在');
      const to = Math.max(0, Math.min(laterIndex(change.to, change.what, later) ?? change.to, parts.length - 1));
      return { ok: true, value: { ...change, from, to } };
    }
    default: return assertNever(change);
  }
}

/** Drops groups that were undone at once, with their undoing: what is left is the net of the later groups. */
function netOf(later: readonly LaterGroup[]): LaterGroup[] {
  const kept: { readonly group: LaterGroup; readonly index: number }[] = [];
  later.forEach((group, index) => {
    if (group.undoes !== null && kept.at(-1)?.index === group.undoes) kept.pop();
    else kept.push({ group, index });
  });
  const place = new Map(kept.map(({ index }, at) => [index, at]));
  return kept.map(({ group }) => ({ ...group, undoes: group.undoes === null ? null : (place.get(group.undoes) ?? null) }));
}

/**
 * `inverse` (of `forward`, in the order to be applied) made to fit `pkg`, the package after the later
 * groups. The answer's changes apply in order; a reason (Chinese) where later changes stand in the way.
 */
export function mapOverLater(
  pkg: Package, forward: readonly PackageChange[], inverse: readonly PackageChange[], laterGroups: readonly LaterGroup[],
): ChangeResult<readonly PackageChange[]> {
  const later = netOf(laterGroups);
  if (later.length === 0) return { ok: true, value: inverse };
  const flat = later.flatMap((group) => group.changes);
  // One rebasing per doc, shared by the inverse's changes on it: its own steps come before and after the later ones.
  const rebased = new Map<string, { readonly mapping: Mapping; mapFrom: number }>();
  let current = pkg;
  const out: PackageChange[] = [];
  for (const [at, change] of inverse.entries()) {
    let mapped: PackageChange;
    if (change.kind === 'steps') {
      const done = forward[inverse.length - 1 - at];
      const key = `${change.article}/${change.field ?? ''}`;
      let state = rebased.get(key);
      if (state === undefined) {
        const own = inverse.filter((other): other is StepsChange => other.kind === 'steps' && sameDoc(other, change)).flatMap((other) => other.steps.map(readStep));
        const over = laterMapping(later, change);
        if (over === null) return fail('这篇稿件或这一栏后来整个换过');
        const mapping = new Mapping(own.map((step) => step.getMap().invert()).reverse());
        mapping.appendMapping(over);
        state = { mapping, mapFrom: own.length };
        rebased.set(key, state);
      }
      const steps: unknown[] = [];
      for (const [i, json] of change.steps.entries()) {
        const original = readStep(json);
        const step = original.map(state.mapping.slice(state.mapFrom));
        const doc = docOf(current, change.article, change.field);
        const forwardJson = done?.kind === 'steps' ? done.steps[done.steps.length - 1 - i] : undefined;
        if (doc === null) return fail('这篇稿件或这一栏已不在');
        if (step === null || forwardJson === undefined || !findsItsOwn(doc, readStep(forwardJson), original, step)) return fail(CHANGED_SINCE);
        const one = { ...change, steps: [step.toJSON() as unknown] };
        const applied = applyChange(current, one);
        if (!applied.ok) return fail(CHANGED_SINCE);
        current = applied.value;
        state.mapFrom--;
        state.mapping.appendMap(step.getMap(), state.mapFrom);
        steps.push(one.steps[0]);
      }
      out.push({ ...change, steps });
      continue;
    }
    if (change.kind === 'set') mapped = change;
    else {
      const part = mapPart(current, change, flat);
      if (!part.ok) return part;
      mapped = part.value;
    }
    const applied = applyChange(current, mapped);
    if (!applied.ok) return applied;
    current = applied.value;
    out.push(mapped);
  }
  return { ok: true, value: out };
}
