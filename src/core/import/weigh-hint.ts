// What the file shows of a line (line-hints.ts) against what its characters say (roles.ts):
// the costs of its roles, changed by its hint. Evidence beside evidence; only what the
// file cannot be wrong about (a row of a table, an item of a list) excludes the rest.
import type { LineFacts } from './line-facts';
import { NEVER, Role } from './roles';

/** Changes the costs of a line's roles by what its hint says. */
export function weighHint({ hint, label, compact }: LineFacts, costs: Float64Array): void {
  if (hint === null) return;
  if (hint.row === true) {
    costs.fill(NEVER);
    costs[Role.body] = 0;
    return;
  }
  if (hint.item === true) {
    costs.fill(NEVER);
    costs[Role.body] = 0;
    return;
  }
  if (hint.over === true) {
    costs.fill(NEVER);
    costs[Role.title] = 0;
    return;
  }
  const add = (role: Role, cost: number): void => { costs[role] = Math.min(NEVER, Math.max(0, (costs[role] as number) + cost)); };
  if (hint.title !== undefined) {
    costs[Role.title] = hint.title.sure ? 0 : Math.min(costs[Role.title] as number, 0.5);
    add(Role.body, 5);
    add(Role.subhead, 5);
  } else if (hint.heading !== undefined && label === null) {
    costs[Role.subhead] = Math.min(costs[Role.subhead] as number, hint.heading.sure ? 0 : 0.5);
    add(Role.body, hint.heading.sure ? 6 : 3);
    if (hint.heading.sure) add(Role.title, 3);
  } else if (hint.plain === true) {
    add(Role.subhead, 2.5);
    add(Role.title, 2.5);
  }
  if (hint.align === 'center' && label === null) {
    add(Role.title, -1);
    add(Role.body, 1);
  } else if (hint.align === 'right') {
    // A signature, a number: never a headline.
    add(Role.title, 4);
    add(Role.subhead, 4);
    add(Role.date, 2);
  } else if (hint.plain === true && compact.length >= 4) add(Role.title, 0.5);
}
