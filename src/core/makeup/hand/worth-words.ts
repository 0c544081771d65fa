// What a page is worth after an act by hand, told: its score before and after, what is without
// room, and, where it is worth much less, what was broken. In: a layout before and after. Out:
// words for the desk's foot, or none. That 撤销 brings the old page back is the desk's to say.
import type { Layout } from '../../model/layout';
import { quoted } from '../../model/quote';
import type { HandTools, Worth } from './hand-act';
import { roomsOf } from '../judge/rooms';

/** Points less from which on it is told what was broken. */
const MUCH = 10;
/** Points that one thing takes more than before, to be named, and things that are named. */
const LEAST = 2;
const MOST_NAMED = 2;
/** Points that nobody sees. */
const NOTHING = 0.05;
/** A text without room is told by its lines. */
const OVER = '还有余，没有排完';

/** `，版面由 86.7 分变为 45.3 分（第1版头条不在左上…），“…”余 2 行`, or what of it is so; empty where nothing is the worse for it. */
export function worthWords(before: Layout, after: Layout, { worthOf, ruler, titleOf }: HandTools): string {
  const [was, is] = [worthOf(before), worthOf(after)];
  const over = roomsOf(after, ruler).filter((room) => room.over > 0).map((room) => `${quoted(titleOf(room.article))}余 ${room.over} 行`);
  const broken = was.left - is.left > MUCH ? brokenBy(was, is) : [];
  return `${is.score < was.score - NOTHING ? scoreWords(was, is) : ''}${broken.length === 0 ? '' : `（${broken.join('；')}）`}${over.length === 0 ? '' : `，${over.join('，')}`}`;
}

/** `，版面由 86.7 分变为 90 分`; empty where it is the same. */
export function scoreWords({ score: was }: Worth, { score: is }: Worth): string {
  return was === is ? '' : `，版面由 ${was} 分变为 ${is} 分`;
}

/** A note of what was done, `worth` behind it: what the page is worth then, or nothing. */
export function noteWith(done: string, worth: string): { readonly note: string; readonly done: string } {
  return { note: `${done}${worth}`, done };
}

/** What an act has to say of itself. */
type Said = { readonly note?: string; readonly done?: string };

/** What an act said of itself, with what the page is worth after it where it has not said so. */
export function withWorth({ note = '', done }: Said, before: Layout, after: Layout, tools: HandTools): string {
  return done === undefined ? `${note}${worthWords(before, after, tools)}` : note;
}

/** What several acts said one after another, with what the page is worth at the end: what one said of it on the way is not that. */
export function withWorthAtEnd(said: readonly Said[], before: Layout, after: Layout, tools: HandTools): string {
  const own = said.map(({ note = '', done = note }) => done).filter((one) => one !== '');
  return `${own.join('；')}${worthWords(before, after, tools)}`;
}

/** Without the comma that words added to nothing begin with. */
export function asSaid(words: string): { readonly note?: string } {
  return words === '' ? {} : { note: words.replace(/^，/u, '') };
}

/** What takes more points than before, the most first, in short. */
function brokenBy(before: Worth, after: Worth): string[] {
  const old = new Map<string, number>();
  for (const { points, say } of before.losses) old.set(keyOf(say), (old.get(keyOf(say)) ?? 0) + points);
  const more = after.losses.map(({ points, say }) => {
    const known = Math.min(points, old.get(keyOf(say)) ?? 0);
    old.set(keyOf(say), (old.get(keyOf(say)) ?? 0) - known);
    return { points: points - known, say };
  });
  return more.filter(({ points, say }) => points >= LEAST && !say.endsWith(OVER)).toSorted((a, b) => b.points - a.points).slice(0, MOST_NAMED).map(({ say }) => say.split('；')[0]!);
}

/** The same thing said of other numbers is the same thing. */
function keyOf(say: string): string {
  return say.replaceAll(/[\d.]+/gu, '');
}
