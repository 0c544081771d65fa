// What people say of figures stays with them through edits, and a changed figure is 未核实 again.
import { describe, expect, it } from 'vitest';
import { article, doc, p, packageOf } from '../../../../test/build';
import { applyChanges } from '../../model/apply-change';
import type { PackageChange } from '../../model/change';
import type { Article, Package } from '../../model/package';
import { confirmFigure, figureLedger, sayOfFigure, withdrawFigure, type FigureRow } from './figure-rows';

const report = (...paragraphs: string[]): Article => article('a', 'report', doc(...paragraphs.map((text) => p(text))));
const of = (...paragraphs: string[]): Package => packageOf([report(...paragraphs)]);
const change = (pkg: Package, changes: readonly PackageChange[]): Package => {
  const done = applyChanges(pkg, changes);
  if (!done.ok) throw new Error(done.reason);
  const back = applyChanges(done.value.pkg, done.value.inverse);
  expect(back.ok && back.value.pkg).toEqual(pkg);
  return done.value.pkg;
};
const reworded = (pkg: Package, ...paragraphs: string[]): Package => ({ ...pkg, articles: [report(...paragraphs)] });
const rows = (pkg: Package): readonly FigureRow[] => figureLedger(pkg).rows;
const states = (pkg: Package): readonly string[] => rows(pkg).map(({ state }) => state);

const TEXT = '全年共收到提案198件，经审查立案171件，办复率100%。';

/** The text with its second figure confirmed. */
function confirmed(): Package {
  const pkg = of(TEXT);
  return change(pkg, [...sayOfFigure(rows(pkg)[1]!, { office: '提案委', basis: '系统导出' })]);
}

describe('a confirmed figure', () => {
  const pkg = ((base: Package) => change(base, confirmFigure(rows(base)[1]!, '白露', '2025-12-22')))(confirmed());

  it.each<[what: string, text: readonly string[], states: readonly string[]]>([
    ['stands', [TEXT], ['unconfirmed', 'confirmed', 'unconfirmed']],
    ['stands when a paragraph comes before it', ['开展视察3次。', TEXT], ['unconfirmed', 'unconfirmed', 'confirmed', 'unconfirmed']],
    ['stands when another figure of its sentence changes', ['全年共收到提案201件，经审查立案171件，办复率99%。'], ['unconfirmed', 'confirmed', 'unconfirmed']],
    ['is 未核实 when it changes', ['全年共收到提案198件，经审查立案173件，办复率100%。'], ['unconfirmed', 'unconfirmed', 'unconfirmed']],
    ['is 未核实 when 余 is added', ['全年共收到提案198件，经审查立案171余件，办复率100%。'], ['unconfirmed', 'unconfirmed', 'unconfirmed']],
    ['stands when its sentence is reworded a little', ['全年共收到各类提案198件，经审查立案171件，办复率100%。'], ['unconfirmed', 'confirmed', 'unconfirmed']],
    ['goes with its sentence', ['开展视察171件次。'], ['unconfirmed']],
  ])('%s', (_, text, expected) => expect(states(reworded(pkg, ...text))).toEqual(expected));

  it('keeps office and basis when it changes, and says so', () => {
    const row = rows(reworded(pkg, TEXT.replace('171', '173')))[1]!;
    expect([row.record?.office, row.record?.basis, row.changed]).toEqual(['提案委', '系统导出', true]);
  });

  it('of a reworded sentence moves to the new key with the next word said of it', () => {
    const now = reworded(pkg, TEXT.replace('提案198', '各类提案198'));
    const row = rows(now)[1]!;
    expect(row.recordKey).not.toBe(row.figure.key);
    const said = change(now, sayOfFigure(row, { basis: '统计表' }));
    expect(Object.values(said.figures ?? {})).toEqual([{ office: '提案委', basis: '统计表', checker: '白露', date: '2025-12-22', confirmed: '171件' }]);
    expect(rows(said)[1]!.recordKey).toBe(rows(said)[1]!.figure.key);
  });

  it('is taken back, and nothing is left of a figure of which nothing is said', () => {
    const back = change(pkg, withdrawFigure(rows(pkg)[1]!));
    expect(states(back)[1]).toBe('unconfirmed');
    expect(rows(back)[1]!.record?.office).toBe('提案委');
    const [row] = rows(back).slice(1);
    expect(change(back, sayOfFigure(row!, { office: '', basis: '', checker: '', date: '' })).figures).toBeUndefined();
  });
});

it('the same sentence twice in an article is two figures; saying the same again changes nothing', () => {
  const pkg = of('召开协商会8次。', '召开协商会8次。');
  const said = change(pkg, confirmFigure(rows(pkg)[0]!, '', '2025-12-22'));
  expect(states(said)).toEqual(['confirmed', 'unconfirmed']);
  expect(sayOfFigure(rows(said)[0]!, { office: '' })).toEqual([]);
  expect(withdrawFigure(rows(said)[1]!)).toEqual([]);
});

it('what does not add up is 有出入 until each of its figures is confirmed as it stands', () => {
  const pkg = of('共收到提案20件：经济类8件、社会类7件。');
  expect(states(pkg)).toEqual(['conflicting', 'conflicting', 'conflicting']);
  const said = rows(pkg).reduce((now, _, i) => change(now, confirmFigure(rows(now)[i]!, '白露', '2025-12-22')), pkg);
  expect(states(said)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  expect(figureLedger(said).conflicts).toEqual([]);
});
