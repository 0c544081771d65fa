// The sequence decision: which role each line has, over the whole text at once
// (Viterbi), so that one odd line does not derail the rest. roles.ts says what a
// line looks like; here stands what order of parts a report or a page can have.
// Linear in lines; long paragraphs have one to three possible roles.
import { findDate } from './date';
import type { LineFacts } from './line-facts';
import { CLOSING, NEVER, Role, ROLE_COUNT, roleCosts } from './roles';
import { weighHint } from './weigh-hint';

// What follows what: cost of going from a role to the next line's role. A role left out cannot follow.
type Row = Readonly<Partial<Record<keyof typeof Role, number>>>;

const AFTER_BODY: Row = { body: 0, sign: 0.5, subhead: 1, title: 3, label: 1, jump: 0, dateline: 2, salutation: 3, occasion: 5, sub: 5, date: 5, speaker: 6 };

const FOLLOW: Readonly<Record<keyof typeof Role, Row>> = {
  label: { title: 0, body: 1.5, dateline: 2, sub: 3, label: 2, speaker: 2, subhead: 4, salutation: 4 },
  title: { title: 1.2, sub: 0, occasion: 0, date: 0.5, speaker: 1, salutation: 0.5, dateline: 0, body: 1.2, label: 1, jump: 0.5, subhead: 3.5 },
  sub: { sub: 1, occasion: 1, date: 0.5, speaker: 0.5, salutation: 0.5, dateline: 0, body: 0.3, label: 1, title: 4, subhead: 2, jump: 0.5 },
  occasion: { occasion: 0.5, date: 0, speaker: 0, salutation: 0, body: 1, sub: 2, subhead: 2, title: 6, label: 5 },
  date: { speaker: 0, salutation: 0, body: 0.8, occasion: 1, date: 3, sub: 1, subhead: 2, title: 5, dateline: 1, label: 3 },
  speaker: { speaker: 0.5, date: 0, salutation: 0, body: 1, occasion: 1, subhead: 2, dateline: 0.5, title: 6 },
  salutation: { body: 0, subhead: 1.5, salutation: 1, title: 6, dateline: 4 },
  subhead: { body: 0, subhead: 1.5, title: 5, dateline: 6, label: 5, salutation: 6, occasion: 7, sub: 7, jump: 4 },
  dateline: AFTER_BODY,
  jump: AFTER_BODY,
  body: AFTER_BODY,
  sign: { sign: 0, title: 0, label: 0, jump: 0, dateline: 2, salutation: 3, body: 4, subhead: 6, occasion: 5, sub: 6 },
};

const START: Row = { title: 0, label: 0, jump: 0, dateline: 1, salutation: 1, body: 2, occasion: 3, sub: 4, date: 3, speaker: 5, subhead: 3 };

const NAMES = Object.keys(Role) as (keyof typeof Role)[];

function table(): Float64Array {
  const costs = new Float64Array(ROLE_COUNT * ROLE_COUNT).fill(NEVER);
  for (const from of NAMES) for (const to of NAMES) costs[Role[from] * ROLE_COUNT + Role[to]] = FOLLOW[from][to] ?? NEVER;
  return costs;
}

/** Running text that may go on under another text's signature. */
const mayFollowSignature = ({ label, short, open, compact }: LineFacts): boolean => label !== null || !short || (!open && compact.length >= 12 && /[，；]/.test(compact));

/** What the lines before change in a head's cost: an unfinished line is followed by its rest, a closing by a head. */
function contextCost(lines: readonly LineFacts[], i: number, from: Role, to: Role): number {
  // Under a signature a piece of another text may go on: its number shows it, or that it is sentences.
  if (from === Role.sign) return to === Role.body && mayFollowSignature(lines[i] as LineFacts) ? -3 : 0;
  // 各位委员： opens a text only before its mandate; elsewhere it is an address in mid speech.
  if (to === Role.salutation) return lines[i + 1]?.start === 'mandate' ? -3 : 3;
  // A story opens behind a headline or a finished paragraph.
  if (to === Role.dateline) return (lines[i - 1] as LineFacts).open && !(lines[i - 1] as LineFacts).row ? 2 : 0;
  if (to !== Role.title && to !== Role.subhead && to !== Role.label) return 0;
  const before = lines[i - 1] as LineFacts;
  const here = lines[i] as LineFacts;
  let cost = 0;
  if (before.open && !before.row && (before.wrapped || !before.short)) cost += to === Role.subhead ? 3 : 1;
  const next = lines[i + 1];
  // Under a heading a paragraph would be indented like all the others.
  if (to === Role.subhead && next !== undefined && next.outdented && here.indented && !(next.short && next.open)) cost += 4;
  if (to === Role.title) {
    if (!before.open && CLOSING.test(before.text.slice(-24))) cost -= 1.5;
    if (here.blanksBefore >= 2) cost -= 0.5;
  }
  return cost;
}

/**
 * What stands right over a story's first line (本报讯, 本报记者 …) is its headline: behind a blank line or a finished
 * paragraph all the more, though a file sets it as a heading, and though it ends as a body's name does (七百件提案提交大会): who signs a text signs with its day.
 * Changes the costs of its roles.
 */
function weighOverStory({ blanksBefore, label, row, hint, compact, open }: LineFacts, above: LineFacts | null, below: LineFacts | undefined, costs: Float64Array): void {
  if (below?.start !== 'dateline' || below.blanksBefore > 0 || label !== null || row) return;
  if (findDate(compact) === null) costs[Role.sign] = (costs[Role.sign] as number) + AS_SIGNED;
  const set = hint?.heading === undefined ? 0 : AS_SET;
  costs[Role.subhead] = (costs[Role.subhead] as number) + set;
  if ((costs[Role.title] as number) < NEVER) costs[Role.title] = Math.max(0, (costs[Role.title] as number) - set - (blanksBefore > 0 || (open && above?.open === false) ? SET_OFF : 0));
}

/** Costs: of a name without a day that would sign what is above, of a heading of the file that would be no headline, and of what shows that nothing above goes on in it. */
const [AS_SIGNED, AS_SET, SET_OFF] = [3, 6, 1.5];

/** The likeliest role of every line. `lines` are the lines that hold text and are not noise, in order. */
export function decideRoles(lines: readonly LineFacts[]): Uint8Array {
  const n = lines.length;
  const roles = new Uint8Array(n);
  if (n === 0) return roles;
  const follow = table();
  const own = new Float64Array(ROLE_COUNT);
  let best = new Float64Array(ROLE_COUNT);
  let next = new Float64Array(ROLE_COUNT);
  const back = new Uint8Array(n * ROLE_COUNT);
  roleCosts(lines[0] as LineFacts, null, own);
  weighHint(lines[0] as LineFacts, own);
  weighOverStory(lines[0] as LineFacts, null, lines[1], own);
  for (const name of NAMES) best[Role[name]] = (own[Role[name]] as number) + (START[name] ?? NEVER);
  for (let i = 1; i < n; i += 1) {
    roleCosts(lines[i] as LineFacts, lines[i - 1] as LineFacts, own);
    weighHint(lines[i] as LineFacts, own);
    weighOverStory(lines[i] as LineFacts, lines[i - 1] as LineFacts, lines[i + 1], own);
    for (let to = 0; to < ROLE_COUNT; to += 1) {
      next[to] = NEVER * 2;
      const emit = own[to] as number;
      if (emit >= NEVER) continue;
      const context = contextCost(lines, i, Role.body, to as Role);
      const signed = contextCost(lines, i, Role.sign, to as Role);
      let least = Infinity;
      let from = Role.body as number;
      for (let f = 0; f < ROLE_COUNT; f += 1) {
        const cost = (best[f] as number) + (follow[f * ROLE_COUNT + to] as number) + (f === Role.sign ? signed : f >= Role.dateline ? context : 0);
        if (cost < least) {
          least = cost;
          from = f;
        }
      }
      next[to] = least + emit;
      back[i * ROLE_COUNT + to] = from;
    }
    // Costs are kept small, or a long text's sum would swallow the differences.
    let floor = Infinity;
    for (let r = 0; r < ROLE_COUNT; r += 1) if ((next[r] as number) < floor) floor = next[r] as number;
    for (let r = 0; r < ROLE_COUNT; r += 1) next[r] = (next[r] as number) - floor;
    const spare = best; // not swapped as lists, which make an object for each cost: it is done for every line
    best = next;
    next = spare;
  }
  let role = 0;
  for (let r = 1; r < ROLE_COUNT; r += 1) if ((best[r] as number) < (best[role] as number)) role = r;
  for (let i = n - 1; i >= 0; i -= 1) {
    roles[i] = role;
    role = back[i * ROLE_COUNT + role] as number;
  }
  return roles;
}
