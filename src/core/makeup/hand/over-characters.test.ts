// How much text has no room is one number, wherever it is told: in the findings, beside the
// block, where 见报略 finds no sentences for it and where others cannot give way.
import { expect, it } from 'vitest';
import { FAKE } from '../../../../test/build-edition';
import { FIXED, fixedPage } from '../../../../test/fixed-page';
import type { Layout } from '../../model/layout';
import { Typesetter } from '../../typeset';
import type { HandAct } from './hand-act';

const { pkg, edition } = fixedPage();
const typesetter = new Typesetter(FAKE);
const done = (act: HandAct, on: Layout): Layout => {
  const outcome = typesetter.actByHand(pkg, edition, on, act);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.layout;
};
const pull = (article: string, bottom: number, on: Layout): Layout => done({ kind: 'pull', page: 1, article, edges: { left: 0, right: 0, top: 0, bottom } }, on);
const finding = (layout: Layout): { readonly message: string; readonly suggestion: string | null } => typesetter.typeset(pkg, { ...edition, layout }).diagnostics.find(({ code }) => code === 'frame-overset')!;

it('what has to be left out for a jump not to be needed is what the findings tell when it is joined', () => {
  // More than may be left out of an article: 88 lines of its 240.
  const jumped = done({ kind: 'jump', page: 1, article: 'lead', to: 2 }, pull('lead', -11, FIXED));
  const refused = typesetter.omission(pkg, edition, jumped, 'lead');
  if (refused === null || refused.ok) throw new Error('there is something to leave out');
  const { message, suggestion } = finding(done({ kind: 'join', page: 1, article: 'lead' }, jumped));
  const [, characters, lines] = /要略约 (\d+) 字（(\d+) 行）/u.exec(refused.reason)!;
  // 152 lines have room, some of them given away for no line of a paragraph to stand alone; what begins a paragraph is indented.
  expect(Number(lines)).toBeGreaterThanOrEqual(88);
  expect(Number(lines)).toBeLessThanOrEqual(92);
  expect(Number(characters)).toBeLessThan(13 * Number(lines));
  expect(message).toContain(`余 ${lines} 行（每行 13 字，约 ${characters} 字）`);
  expect(suggestion).toContain(`约 ${characters} 字见报略`);
});

it('a last line that is short is counted as it is: the characters, not the lines’ room', () => {
  // Its last paragraph, of two lines, is indented by two characters, which are none.
  const low = pull('story', -1, FIXED);
  const room = typesetter.rooms(pkg, edition, low).find(({ article }) => article === 'story')!;
  expect(finding(low).message).toContain(`余 ${room.over} 行（每行 13 字，约 ${room.overCharacters} 字）`);
  expect(room.overCharacters).toBeLessThan(room.over * room.measure);
});
