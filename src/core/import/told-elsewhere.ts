// Cuts behind a full stop between two articles, where the words of the piece behind the cut
// hang on the other one: 周正阳强调 without an office in a story that has not named him, while
// the one before has; 三要… where nothing in its article says 二要. Both are asked about,
// nothing moves. In: drafts with all pieces at home that show where that is.
import type { Draft, Page } from './drafts';
import type { LineFacts } from './line-facts';
import type { Unassigned } from './recognition';
import { isFormLine, Role } from './roles';
import { isKnownName } from './speaker';

/** Articles before one that are looked through, and paragraphs of each; a page has a dozen. */
const MOST_DRAFTS = 6;
const MOST_LINES = 60;
const SHORTEST = 12;

/** A name alone that says or does something at the head of a sentence. */
const SAYS = /(?:^|[。！？；”])([\u4e00-\u9fff]{2,3})(?:还|在讲话中|在主持会议时|一行)?(?=强调|指出|要求|希望|表示|说[，：]|认为|主持|代表|宣布|向大会|对|在讲话)/g;
/** 三要, 第三，, 其三: what comes behind two others. */
const ORDINAL = /^(?:(第)([二三四五六])[，,、]|(其)([二三四])[，,]|([二三四五六])([是要]))/;

const lineOf = (page: Page, at: number): LineFacts => page.lines[at] as LineFacts;

/** Asks about paragraphs whose words hang on an article before theirs: one an article. */
export function askToldElsewhere(page: Page, drafts: readonly Draft[], ask: Unassigned[]): void {
  if (drafts.length < 2) return;
  const asked = new Set(ask.map(({ line }) => line));
  drafts.forEach((draft, d) => {
    const before = drafts.slice(Math.max(0, d - MOST_DRAFTS), d);
    if (before.length === 0 || draft.kind === 'notice' || draft.body.some((at) => asked.has(lineOf(page, at).line))) return;
    const others = before.map((other) => textOf(page, other));
    const all = drafts.filter((other) => other !== draft).map((other) => textOf(page, other));
    let own = draft.head.map((at) => lineOf(page, at).compact).join('\n');
    for (const [k, at] of draft.body.slice(0, MOST_LINES).entries()) {
      const line = lineOf(page, at);
      const reason = k === 0 || !isPlain(page, draft, at) || lineOf(page, draft.body[k - 1] as number).open ? null : hangsOn(line.text, own, others, all);
      if (reason !== null) {
        ask.push({ line: line.line, reason });
        return;
      }
      own += `\n${line.text}`;
    }
  });
}

const textOf = (page: Page, { head, body }: Draft): string => [...head, ...body.slice(0, MOST_LINES)].map((at) => lineOf(page, at).text).join('\n');

function isPlain(page: Page, draft: Draft, at: number): boolean {
  const line = lineOf(page, at);
  return page.roles[at] === Role.body && line.start === 'plain' && line.label === null && !line.row && !line.wrapped && !line.scheduled && line.text.length >= SHORTEST && line.hint?.heading === undefined && !isFormLine(line) && !draft.strays.has(at);
}

/** What in the paragraph only an article before it explains; null: nothing. */
function hangsOn(text: string, own: string, others: readonly string[], all: readonly string[]): string | null {
  const ordinal = ORDINAL.exec(text);
  if (ordinal !== null) {
    const [, di, diNumber, qi, qiNumber, bare, verb = ''] = ordinal;
    const number = diNumber ?? qiNumber ?? bare ?? '';
    const last = '一二三四五六'['一二三四五六'.indexOf(number) - 1] ?? '';
    const words = di !== undefined ? `第${last}` : qi !== undefined ? `其${last}` : `${last}${verb}`;
    if (!own.includes(words) && others.some((other) => other.includes(words))) return `它以“${ordinal[0].replace(/[，,、]$/, '')}”开头，这一篇前面没有“${words}”，前面另一篇有，像是那一篇的下文`;
  }
  for (const [, name = ''] of text.matchAll(SAYS)) {
    // Whom several texts of a page name is known to its readers, and needs no office.
    if (!isKnownName(name) || own.includes(name) || all.filter((other) => other.includes(name)).length > 1) continue;
    // Named with an office, or at the head of a sentence of its own, in the one before.
    if (others.some((other) => new RegExp(`(?:主席|书记|[市省县区州旗盟]长|主任|秘书长|委员|部长|局长|院长|检察长|同志|会长|主委)\\s?${name}|${name}(?:委员|同志|代表)`).test(other))) return `“${name}”在这一篇前面没有提到，前面另一篇写了职务，像是那一篇的下文`;
  }
  return null;
}
