// Cuts behind a full stop, between two articles: columns were read in the wrong order, and
// no mark shows it. What does are the usual ends of articles. A report, comment or resolution
// that stops without one while another article follows lacks its rest; a paragraph behind such
// an end, without number or head, is another text's. Where a report's numbers went home from a
// story that cut it, the paragraphs right above them may be the report's too. All of it is asked,
// nothing moves: words alone are no proof.
import { continuesNumbers } from './continues-numbers';
import type { Draft, Page } from './drafts';
import type { LineFacts } from './line-facts';
import type { Unassigned } from './recognition';
import { CLOSING, endsInHail, isFormLine, isHail, Role } from './roles';

/** The reason of a line that is where it belongs, while the article seems to go on elsewhere. */
export const UNENDED = '不像是这一篇的结尾，后面却是另一篇，下文可能排在别处，也可能缺了';

/** Characters of a paragraph that can be the rest of another text. */
const SHORTEST_REST = 20;
/** Characters of a whole sentence that can be one; below it stand hails and asides. */
const SHORTEST_SENTENCE = 8;
/** Lines of a body in which its end is looked for: signatures, hails and a few notes stand behind it. */
const LAST_LINES = 6;

const lineOf = ({ lines }: Page, at: number): LineFacts => lines[at] as LineFacts;

/** Paragraphs behind an article's end, at the most, that may close it once more. */
const SHORT_REST = 3;

/** How paragraphs begin that stand behind an article's end and are its own. */
const OWN = /^(?:附[件录表注：:]?|注|备注|来源|链接|延伸|相关|另[，：]|又讯|据悉|据了解|名词|（?(?:责|编|记者|作者|执笔|文\/)|[出列]席)/;

/** Last paragraphs of each kind; `sure`: hardly found in its middle. */
const REPORT_END = /让我们|紧密(?:地)?团结|谢谢|特此报告|以上报告|报告完毕|(?:贡献|奋斗|篇章|辉煌|保障|支撑|作为|担当|力量|胜利)[！!]”?$/;
/** In the last sentence: 领导的希望，让我们备受鼓舞！ stands in the middle. */
const SURE_REPORT_END = /(?:^|[。！？!?])[^。！？!?]{0,6}让我们[^。！？]*[。！!]?”?$|紧密(?:地)?团结[^。！？]*[。！!]?$|谢谢大家[！!。]$/;
const SPEECH_END = /让我们|谢谢|[！!]”?$|(?:闭|开)幕[。！]?$|散会|完毕|圆满/;
const COMMENT_END = /让我们|预祝|祝愿|祝大会|(?:[！!]|……)”?$/;
const VERDICT = /^(?:会议|大会|全会)(?:认为|指出|充分肯定|高度评价|高度赞[同扬]|完全?同意|同意|赞同|审议|听取)/;
const CALL = /^(?:会议|大会|全会)(?:号召|呼吁)/;

/** How a story's paragraphs show that they are its own. */
const TOLD = /^[^，。]{0,10}(?:强调|指出|要求|希望|(?:说|表示)[，：]|主持(?!办)|出席|列席|参加|到会)|^.{0,40}(?:记者|本报|会议期间|大会|闭幕|开幕|会上|掌声)/;

/** The paragraph in body line `k` of a story, comment or resolution, right above a piece that went home to its report by its number: may it be the report's as well? */
export function mayBeReports(page: Page, draft: Draft, k: number): boolean {
  const at = draft.body[k];
  if (at === undefined || k === 0 || lineOf(page, at).open) return false;
  // 各位委员， and 我代表常务委员会… are no story's words.
  if (draft.kind !== 'address' && ['members', 'mandate'].includes(lineOf(page, at).start)) return true;
  if (!isPlain(page, draft, at)) return false;
  const text = paragraphAt(page, draft.body, k);
  return draft.kind === 'news' || draft.kind === 'continuation' ? !TOLD.test(text) || /我们/.test(text) : !isSureEnd(draft.kind, text) && !isEnd(draft.kind, text);
}

/** A story's last scene. */
const MEETING_OVER = /(?:大会|会议|闭幕会|开幕会)在[^。，]{0,12}(?:国歌|掌|歌)声中(?:胜利|圆满)?(?:结束|闭幕|落下帷幕)/;

/** Asks about cuts of which the usual ends of articles tell. `drafts`: all pieces at home that show where that is. */
export function askLostEnds(page: Page, drafts: readonly Draft[], ask: Unassigned[]): void {
  if (drafts.length < 2) return;
  const asked = new Set(ask.map(({ line }) => line));
  const put = (at: number, reason: string): void => {
    const { line } = lineOf(page, at);
    if (!asked.has(line)) ask.push({ line, reason });
    asked.add(line);
  };
  for (const draft of drafts) {
    const at = restAt(page, draft);
    if (at !== null) put(at, '上一段已是结语，它又没有自己的标题，像是另一篇的下文');
  }
  // 会议号召 in another text, and a resolution that has none.
  if (drafts.some(({ kind, body }) => kind === 'resolution' && !body.some((i) => CALL.test(lineOf(page, i).text)))) {
    for (const { kind, body } of drafts) {
      const at = kind === 'resolution' ? undefined : body.find((i, k) => k > 0 && body[k - 1] === i - 1 && CALL.test(lineOf(page, i).text));
      if (at !== undefined) put(at, '这一段像是决议的结尾，前面的决议里没有');
    }
  }
  const lines = ask.map(({ line }) => line);
  drafts.slice(0, -1).forEach((draft, d) => {
    const at = ownBody(draft).at(-1);
    // Right behind it another one must begin.
    if (at === undefined || !lacksEnd(page, draft) || draft.body.includes(at + 1) || !drafts.some(({ head, body }) => head.includes(at + 1) || body[0] === at + 1)) return;
    // One question a cut: where its rest may stand is asked already.
    const rests = new Set(drafts.slice(d + 1).flatMap(({ body }) => body.map((i) => lineOf(page, i).line)));
    if (!lines.some((line) => rests.has(line))) put(at, UNENDED);
  });
}

/** Its lines without the sentences that came from other articles: a hail found there shows that more of it may be there. */
function ownBody({ body, strays }: Draft): readonly number[] {
  return strays.size === 0 ? body : body.filter((i) => !strays.has(i));
}

/** The paragraph that ends with body line `k`, its hard-wrapped lines joined. */
function paragraphAt(page: Page, body: readonly number[], k: number): string {
  let text = lineOf(page, body[k] as number).text;
  for (let at = k - 1; at >= 0 && lineOf(page, body[at] as number).wrapped && body[at] === (body[at + 1] as number) - 1 && text.length < 400; at -= 1) text = lineOf(page, body[at] as number).text + text;
  return text.replace(/\s/g, '');
}

/** Position of the first paragraph behind the article's sure end; null where there is none. */
function restAt(page: Page, draft: Draft): number | null {
  const { body, kind } = draft;
  for (let k = 1; k < body.length; k += 1) {
    const [at, before] = [body[k] as number, body[k - 1] as number];
    if (before !== at - 1 || lineOf(page, before).wrapped || lineOf(page, before).open || !isPlain(page, draft, at) || !isSureEnd(kind, paragraphAt(page, body, k - 1))) continue;
    // The numbers go on: it was the end of a part.
    const next = body.slice(k).map((i) => lineOf(page, i)).find(({ label, row }) => label !== null && label.level <= 2 && !row);
    if (next !== undefined && continuesNumbers(page, { ...draft, body: body.slice(0, k) }, next)) continue;
    const rest = body.slice(k).map((_, j) => paragraphAt(page, body, k + j));
    // What ends the article once more is its own (two calls), but not behind much more text, or in another kind's words.
    return rest.length <= SHORT_REST && rest.some((text) => isSureEnd(kind, text) && (kind === 'resolution' || !CALL.test(text))) ? null : at;
  }
  return null;
}

/** A paragraph that could be the rest of another text. */
function isPlain(page: Page, draft: Draft, at: number): boolean {
  const line = lineOf(page, at);
  return page.roles[at] === Role.body && line.start === 'plain' && line.label === null && !line.row && line.text.length >= (line.open ? SHORTEST_REST : SHORTEST_SENTENCE)
    && line.hint?.heading === undefined && !OWN.test(line.text) && !isHail(line.compact) && !isFormLine(line) && !draft.strays.has(at) && !draft.seams.has(at);
}

function isSureEnd(kind: Draft['kind'], text: string): boolean {
  switch (kind) {
    case 'report': return SURE_REPORT_END.test(text) && (CLOSING.test(text.slice(-24)) || /[！!]”?$/.test(text));
    case 'address': return SURE_REPORT_END.test(text) && CLOSING.test(text.slice(-24));
    case 'editorial': return endsInHail(text) || (SURE_REPORT_END.test(text) && CLOSING.test(text.slice(-24)));
    case 'resolution': return CALL.test(text);
    case 'news': return MEETING_OVER.test(text);
    default: return false;
  }
}

/** Does the article stop, behind a full stop, without one of the ends that its kind has? */
function lacksEnd(page: Page, draft: Draft): boolean {
  const { kind } = draft;
  const body = ownBody(draft);
  const at = body.at(-1);
  if (at === undefined || (body.length < 2 && draft.strays.size === 0 && kind !== 'report') || page.roles[at] !== Role.body) return false;
  const last = lineOf(page, at);
  // A sentence broken off is asked about as such; a table, a list and a heading end otherwise.
  if (last.open || last.row || isFormLine(last) || last.text.length < SHORTEST_REST) return false;
  const ends = body.slice(-LAST_LINES).map((_, j, all) => paragraphAt(page, body, body.length - all.length + j));
  switch (kind) {
    case 'report':
    case 'address': return !ends.some((text) => isEnd(kind, text));
    // The first paragraph sends greetings: 致以热烈祝贺！ is no end.
    case 'editorial': return !ends.slice(body.length > 2 ? -2 : 1 - body.length || ends.length).some((text) => isEnd(kind, text));
    case 'resolution': return !ends.some((text) => isEnd(kind, text)) && VERDICT.test(ends.at(-1) as string);
    default: return false;
  }
}

/** Could a paragraph be the last one of such an article? */
function isEnd(kind: Draft['kind'], text: string): boolean {
  if (kind === 'resolution') return CALL.test(text);
  const end = kind === 'report' ? REPORT_END.test(text.slice(-120)) : kind === 'address' ? SPEECH_END.test(text.slice(-60)) : COMMENT_END.test(text.slice(-60));
  return end || CLOSING.test(text.slice(-24));
}
