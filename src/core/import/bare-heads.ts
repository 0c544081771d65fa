// A head that stands alone, its text cut from it: between title and salutation stands a line
// of a form that no rule knows (地点：…, a note in brackets), which reads as body text, so that
// the salutation opens a text of its own. Such a head and the text right below it are one
// article. In: drafts as they were cut, in order. Out: drafts with head and text together; a line
// that says neither who nor when stands under the title, and is asked about.
import { isAboveName } from './above-name';
import { findDate } from './date';
import { headText, type Draft, type Page } from './drafts';
import type { LineFacts } from './line-facts';
import { occasionPart } from './occasion';
import type { Unassigned } from './recognition';
import { isFormLine, namesDocument, Role } from './roles';
import { isKnownName, speakerLine } from './speaker';

/** Lines between a title and its salutation that no rule knows. */
const MOST_ODD = 3;
const LONGEST_ODD = 44;

/** Why such a line is asked about. */
export const ODD_LINE = '夹在标题和称呼之间，看不出说的是什么，先排在标题下面';

/** Puts heads without a text to the text without a head that follows. Changes roles and drafts. */
export function joinBareHeads(page: Page, drafts: readonly Draft[], ask: Unassigned[]): Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const before = out.at(-1);
    if (before !== undefined && standsOver(page, before, draft)) {
      for (const i of before.body) page.roles[i] = isAboveName((page.lines[i] as LineFacts).compact) ? Role.title : roleOf(page.lines[i] as LineFacts);
      draft.head.unshift(...before.body);
      out.splice(-1, 1, draft);
      continue;
    }
    if (before === undefined || !isBareHead(page, before) || !isHeadless(page, draft) || last(before) + 1 !== draft.head[0]) {
      out.push(draft);
      continue;
    }
    for (const i of before.body) {
      const role = roleOf(page.lines[i] as LineFacts);
      page.roles[i] = role;
      if (role === Role.sub) ask.push({ line: (page.lines[i] as LineFacts).line, reason: ODD_LINE });
    }
    // One by one: a text of nothing but dashes has thousands.
    for (const i of [before.body.splice(0), draft.head].flat()) before.head.push(i);
    for (const i of draft.body) before.body.push(i);
    before.reasons.push('标题下面没有正文，下面的正文没有标题，同属一稿');
  }
  return out;
}

/** Why a report's title is asked about that has no text. */
export const NO_TEXT = '只有标题，没有正文：正文可能排在别处，也可能缺了';

/** Asks about reports that are nothing but a head beside other articles, when all pieces are where they belong. */
export function askBareHeads(page: Page, drafts: readonly Draft[], ask: Unassigned[]): void {
  if (drafts.length < 2) return;
  for (const { kind, head, body } of drafts) {
    const [first] = head;
    if (kind === 'report' && body.length === 0 && first !== undefined) ask.push({ line: (page.lines[first] as LineFacts).line, reason: NO_TEXT });
  }
}

/** Who speaks, the day or 附件： right over a document's title: all of a piece that has nothing else. */
function standsOver(page: Page, over: Draft, draft: Draft): boolean {
  if (over.head.length > 0 || over.body.length === 0 || over.body.length > 2 || last(over) + 1 !== draft.head[0] || !namesDocument(headText(page, draft, Role.title))) return false;
  const isSpoken = has(page, draft, Role.speaker);
  return over.body.every((i) => {
    const line = page.lines[i] as LineFacts;
    return line.short && line.label === null && !line.row && (isAboveName(line.compact) || (!isSpoken && (isKnownName(line.compact) || speakerLine(line.text) === 'office-and-name')));
  });
}

const last = ({ head, body }: Draft): number => Math.max(head.at(-1) ?? -1, body.at(-1) ?? -1);

const has = ({ roles }: Page, draft: Draft, role: Role): boolean => draft.head.some((i) => roles[i] === role);

/** The head of a document, and under it nothing but a few short lines that are no sentences. */
function isBareHead(page: Page, draft: Draft): boolean {
  if (!has(page, draft, Role.title) || has(page, draft, Role.salutation) || draft.body.length > MOST_ODD) return false;
  const named = [Role.title, Role.sub].some((role) => namesDocument(headText(page, draft, role)));
  if (!named && ![Role.occasion, Role.date, Role.speaker].some((role) => has(page, draft, role))) return false;
  return draft.body.every((i) => isOdd(page.lines[i] as LineFacts, page.roles[i] as number));
}

function isOdd(line: LineFacts, role: number): boolean {
  return line.short && line.compact.length <= LONGEST_ODD && (role === Role.body || role === Role.subhead || role === Role.sign) && line.label === null && !line.row && !line.wrapped && line.start === 'plain' && !/[。；！？，、]$/.test(line.compact);
}

/** A salutation, who speaks or the day before it, and a text. */
function isHeadless(page: Page, draft: Draft): boolean {
  return draft.body.length > 0 && has(page, draft, Role.salutation) && !has(page, draft, Role.title) && !has(page, draft, Role.label) && !has(page, draft, Role.sub);
}

function roleOf(line: LineFacts): Role {
  const { compact, text } = line;
  if (occasionPart(compact) === 'whole') return Role.occasion;
  if (speakerLine(text) !== null && !isFormLine(line)) return Role.speaker;
  if (findDate(compact) !== null) return Role.date;
  return Role.sub;
}
