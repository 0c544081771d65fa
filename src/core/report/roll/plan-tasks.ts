// The tasks of a plan (TYPESETTING W-14): each 要… is one, where a sentence says several of
// them one by one (要…，要…；一要…，二要…), else the sentence that opens with what is to be done; in a
// paragraph without any, as congresses write (一是制定…；二是修改…, 听取审议…), what it names. In:
// a paragraph. Out: stretches. 要点, 重要, 需要 and what somebody is quoted to ask for are none.
import { sentencesOf } from './sentences';
import type { Stretch } from './names';

/** What opens a sentence that promises something without saying 要 first. */
const PROMISE = /^(?:[^，。]{0,6}[，：])?(?:要|我们将|将|着力|持续|积极|深入|继续|推动|组织|开展)/;

/** Who is to do it: 各专委会要…, 全体委员都要…. */
const WHO = '[^，。；：、“”]{0,8}(?:委员|委员会|专委会|政协|界别|我们|机关|干部|常委会|同志|大家|党组|单位|代表|组织|部门|上下)';
/** A clause that says what is to be done; 要求真务实 does, 要求各单位 does not. */
const CLAUSE = new RegExp(`^(?:[一二三四五六七八九十]是?|第[一二三四五六七八九十]，?|${WHO})?(?:同时|并且?|而且|特别|尤其|必须|都|也|还|更|既|又|就)*要(?![素件闻害么是塞职道旨义诀目]|点(?!亮|面|线|单|题|对点)|紧(?![盯扣抓跟贴密紧围握绷])|领(?![悟会导衔办先跑])|求(?!真|实|精|新|突破|进|深|细|变|效))`);
/** Says that tasks follow, and none. */
const ANNOUNCES = /(?:以下|如下|下列|[几一二三四五六七八九]个?方面)[^，。；：]{0,8}[。：]?$/;
/** Somebody else's words. */
const SAID = /总书记|强调|指出/;
/** Letters that a sentence has that promises something, with 要 and without, and one of several tasks in it. */
const LEAST = 6;
const LEAST_WITHOUT = 8;
const LEAST_PART = 5;

/** One of the things that a sentence counts. */
const COUNTED = /^(?:[一二三四五六七八九]是|第[一二三四五六七八九]，)/;
/** What opens a sentence that says what is to be done, in a paragraph of such. */
const NAMED = /^(?:听取|审议|制定|修改|修订|开展|检查|视察|调研|推进|推动|加强|深化|完善|健全|落实|抓好|做好|办好|组织|举办|聚焦|围绕|紧扣|督促|支持|打造|建立|优化|提升|拓展|助力|促进|对[^，。]{2,20}开展)/;

/** Tasks of a text, each from its first word to its last; a sentence's own stop is the last one's. `lead`: where its run-in heading ends, which is no task where nothing says 要. */
export function planTasks(text: string, lead = 0): readonly Stretch[] {
  const said = saidTasks(text);
  return said.length > 0 || SAID.test(text) ? said : sentencesOf(text).filter(({ from }) => from >= lead).flatMap(({ from, text: sentence }) => namedTasks(sentence).map((one): Stretch => ({ from: from + one.from, to: from + one.to })));
}

/** 一是制定…；二是修改…: each; of a sentence that opens with what is to be done all of it. */
function namedTasks(sentence: string): readonly Stretch[] {
  const counted = clausesOf(sentence).filter(({ words }) => COUNTED.test(words)).map(({ at }) => at);
  if (counted.length >= 2) return counted.map((at, i): Stretch => ({ from: at, to: counted[i + 1] === undefined ? sentence.length : at + sentence.slice(at, counted[i + 1]).replace(/[，；：]$/, '').length }));
  return NAMED.test(sentence) && sentence.length >= LEAST_WITHOUT ? [{ from: 0, to: sentence.length }] : [];
}

function saidTasks(text: string): readonly Stretch[] {
  return sentencesOf(text).flatMap(({ from, text: sentence }): readonly Stretch[] => {
    const starts = SAID.test(sentence) || ANNOUNCES.test(sentence) ? [] : clausesOf(sentence).filter(({ words }) => CLAUSE.test(words)).map(({ at }) => at);
    if (starts.length === 0 ? sentence.length < LEAST_WITHOUT || !PROMISE.test(sentence) || ANNOUNCES.test(sentence) : sentence.length < LEAST) return [];
    // What stands before the first says of it where or when.
    const cuts = starts.slice(1).filter((at, i) => (starts[i + 2] ?? sentence.length) - at > LEAST_PART);
    return [0, ...cuts].map((at, i): Stretch => ({ from: from + at, to: from + (cuts[i] === undefined ? sentence.length : at + sentence.slice(at, cuts[i]).replace(/[，；：]$/, '').length) }));
  });
}

/** The clauses of a sentence, what stands in quotation marks left whole. */
function clausesOf(sentence: string): readonly { readonly at: number; readonly words: string }[] {
  const clauses: { at: number; words: string }[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= sentence.length; i++) {
    const letter = sentence.charAt(i);
    if (letter === '“') depth++;
    else if (letter === '”') depth = Math.max(0, depth - 1);
    if (i < sentence.length && (depth > 0 || !/[，；：]/.test(letter))) continue;
    clauses.push({ at: start, words: sentence.slice(start, i) });
    start = i + 1;
  }
  return clauses;
}
