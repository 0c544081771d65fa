// A text that a paper broke off on one page （下转第三版） and went on with on another
// （上接第二版）, where both pieces are here: they are one article again, and the two
// notes, which say where to turn in a paper, are no text of it (N-20 lets them stand
// only where a piece is missing). One beginning and one piece for it, or nothing is done.
import type { Change } from './change';
import { continuesNumbers } from './continues-numbers';
import { opensWith, type Draft, type Page } from './drafts';
import { factsOf, type LineFacts } from './line-facts';
import { isJumpAway, Role } from './roles';

/** Why a note of a jump is not taken. */
export const JUMP_NOTE = '转版的提示，前后已经接上';

/** （下转第二版） at the end of a line, or for itself. */
const JUMP_AWAY = /[（(【\[](?:未完(?:待续)?[，、,]?)?紧?(?:下转|下接)(?:本报)?第?[A-D]?[0-9〇零一二三四五六七八九十]{1,3}版(?:[·：:][\u4e00-\u9fff]{2,6}|[①-⑨])?[）)】\]]$/;

const isAway = (text: string): boolean => text.slice(-24).includes('版') && (isJumpAway(text) || JUMP_AWAY.test(text.slice(-24)));

/** （上接第二版） with nothing behind it. */
const JUMP_FROM = /^[（(【\[▲△▶►◀◄→←]*紧?(?:上接|接|续)(?:本报)?第?[A-D]?[0-9〇零一二三四五六七八九十]{1,3}版(?:[·：:][\u4e00-\u9fff]{2,6}|[①-⑨]|《[^》]{2,60}》)?[）)】\]◀◄←]*$/;

/**
 * Puts the piece that goes on to the one that breaks off. Changes the drafts; one that was taken up is left out.
 * `notes` receives the positions of the lines that are no text now.
 */
export function rejoinJumps(page: Page, drafts: readonly Draft[], notes: Set<number>): readonly Draft[] {
  const away = drafts.filter(({ body }) => isAway(lineAt(page, body.at(-1))?.compact ?? ''));
  const pieces = drafts.filter((draft) => draft.head.length === 0 && opensWith(page, draft, Role.jump));
  const [from, piece] = [away[0], pieces[0]];
  if (from === undefined || piece === undefined || away.length > 1 || pieces.length > 1 || from === piece) return drafts;
  const [end, start] = [from.body.at(-1) as number, piece.body[0] as number];
  const label = piece.body.map((i) => page.lines[i] as LineFacts).find((line) => line.label !== null && line.label.level <= 2 && !line.row);
  if (start < end || (label !== undefined && !continuesNumbers(page, from, label))) return drafts;
  // …提案工作情况报告。（下转第二版） ends a paragraph in its own line.
  if (isJumpAway(lineAt(page, end)?.compact ?? '')) {
    from.body.pop();
    notes.add(end);
  } else cutNote(page, end, 'end');
  // （上接第二版）深入… opens a paragraph in its own line.
  if (JUMP_FROM.test(lineAt(page, start)?.compact ?? '')) {
    piece.body.shift();
    notes.add(start);
  } else cutNote(page, start, 'head');
  from.body.push(...piece.body);
  from.reasons.push(`第${lineAt(page, start)?.line ?? 0}行上接第${lineAt(page, end)?.line ?? 0}行`);
  return drafts.filter((draft) => draft !== piece);
}

const NOTE_AT = {
  end: /\s*[（(【\[](?:未完(?:待续)?[，、,]?)?紧?(?:下转|下接)[^（）()【】\[\]]{1,12}版(?:[·：:][\u4e00-\u9fff]{2,6}|[①-⑨])?[）)】\]]$/,
  head: /^[（(【\[]紧?(?:上接|接|续)[^（）()【】\[\]《》]{1,10}版(?:[·：:][\u4e00-\u9fff]{2,6}|[①-⑨]|《[^》]{2,60}》)?[）)】\]]\s*/,
} as const;

/** Cuts the note from a line that it shares with text; the recogniser lists the change. Lines that hold nothing else are the caller's. */
function cutNote(page: Page, at: number, side: 'head' | 'end'): void {
  const line = lineAt(page, at);
  const words = line === undefined ? undefined : NOTE_AT[side].exec(line.text)?.[0];
  if (line === undefined || words === undefined || words.length === line.text.length) return;
  const text = side === 'end' ? line.text.slice(0, -words.length) : line.text.slice(words.length);
  const { wrapped, outdented, scheduled, loose } = line;
  page.roles[at] = Role.body;
  (page.lines as LineFacts[])[at] = { ...factsOf(line.line, text, line.indented, line.blanksBefore, line.hint), wrapped, outdented, scheduled, loose, ...(side === 'end' ? { label: line.label } : {}), cut: { words, side } };
}

/** The clean text of such a line without the note; the change is appended. */
export function withoutNote(text: string, line: number, { words, side }: NonNullable<LineFacts['cut']>, changes: Change[]): string {
  // A blank beside it may be gone by now.
  const note = [words, words.trim()].find((one) => (side === 'end' ? text.endsWith(one) : text.startsWith(one)));
  if (note === undefined) return text;
  const at = side === 'end' ? text.length - note.length : 0;
  changes.push({ line, kind: 'jump', from: note, to: '', at });
  return text.slice(0, at) + text.slice(at + note.length);
}

/**
 * Takes out the notes of pieces that went home by their numbers or their words: what is left of such a piece is its
 * （上接第二版） alone, which is no text, nor is the （下转第三版） behind which it stands now. A note with its piece stays (N-20).
 */
export function dropJumpNotes(page: Page, drafts: readonly Draft[], notes: Set<number>): readonly Draft[] {
  const isNote = (at: number): boolean => JUMP_FROM.test(lineAt(page, at)?.compact ?? '');
  const lonely = new Set(drafts.filter(({ head, body }) => head.length === 0 && body.length > 0 && body.every(isNote)));
  if (lonely.size === 0) return drafts;
  for (const { body } of lonely) for (const at of body) notes.add(at);
  for (const draft of drafts) {
    if (lonely.has(draft)) continue;
    // What was put behind it stood elsewhere.
    const turned = draft.body.filter((at, k) => k < draft.body.length - 1 && draft.body[k + 1] !== at + 1 && isJumpAway(lineAt(page, at)?.compact ?? ''));
    for (const at of turned) {
      draft.body.splice(draft.body.indexOf(at), 1);
      notes.add(at);
    }
  }
  return drafts.filter((draft) => !lonely.has(draft));
}

/** How many lines at the head of a piece are its note alone: 0 or 1; null: it is no such piece. */
export function noteOfPiece(page: Page, draft: Draft): number | null {
  if (draft.head.length > 0 || !opensWith(page, draft, Role.jump)) return null;
  return JUMP_FROM.test(lineAt(page, draft.body[0])?.compact ?? '') ? 1 : 0;
}

const lineAt = (page: Page, at: number | undefined): LineFacts | undefined => (at === undefined ? undefined : page.lines[at]);
