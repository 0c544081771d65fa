// Papers made of fields (提案人：…, 出席：…) and the heads of bulletins (社情民意信息, 第8期),
// as their lines show by their words: a field is a paragraph of its own whatever else it
// looks like, and no furniture of a site; a bulletin's name, number and editor stand over
// the title. Also the numbers that accounts set over the heads of their sections. In: the
// lines of a text. Out: hints.
import { startKind } from './line-facts';
import { isKnownName } from './speaker';
import type { Unmarked } from './unmarked-line';

const FIELD = /^[\s\u3000]*(?:[（(【]?([\u4e00-\u9fff][\u4e00-\u9fff\s\u3000]{0,9}[\u4e00-\u9fff])[】）)]?\s*[:：]|【([\u4e00-\u9fff]{2,8})】)/;
/** Names of fields that a proposal, minutes or a letter have and no site has over an article. */
const OWN = /^(?:案由|案号|提案(?:人|者|编号|号|单位|委员|形式|类别)?|第一提案人|领衔(?:人|提案人)|联名(?:人|提案人)?|附议人|审查意见|立案(?:意见|情况)|办理(?:单位|意见|方式|建议)|主办单位|会办单位|分办单位|承办单位|建议承办单位|主送|界别|党派|会议(?:时间|地点)|主持人?|出席(?:人员)?|列席(?:人员)?|缺席(?:人员)?|请假(?:人员)?|参加(?:人员)?|记录人?|反映人|撰稿人?|签发人?|报送单位|分送|报送?)$/;
const FEWEST = 3;
const LONGEST_FIELD = 240;

/** Says which lines are the fields of a form: three and more under each other, two of them with names of their own, or two of a proposal. */
export function formLines(lines: Unmarked): void {
  let run: { readonly line: number; readonly own: boolean; readonly proposal: boolean; readonly hosts: boolean }[] = [];
  const close = (): void => {
    const owned = run.filter(({ own }) => own).length;
    // 主办单位 and 承办单位 stand at a site's foot as well.
    if ((run.length >= FEWEST && owned >= 2 && run.some(({ hosts, own }) => own && !hosts)) || (run.length === 2 && owned === 2 && run.some(({ proposal }) => proposal))) for (const { line } of run) lines.hint(line, { item: true, kept: true });
    run = [];
  };
  for (let line = 1; line <= lines.count; line += 1) {
    if (!lines.isOpen(line)) continue;
    const text = lines.text(line);
    const field = text.length > LONGEST_FIELD || !(text.includes('：') || text.includes('【') || text.includes(':')) ? null : FIELD.exec(text);
    const name = (field?.[1] ?? field?.[2])?.replace(/\s/g, '');
    if (name === undefined || name.length > 8) close();
    else run.push({ line, own: OWN.test(name), hosts: /^(?:主办|承办|会办|分办)单位$/.test(name), proposal: /^(?:案由|案号|提案|审查|联名|附议|领衔)/.test(name) });
  }
  close();
}

const BULLETIN = /^[\u4e00-\u9fff“”·]{0,24}(?:社情民意(?:信息|专报|简报)?|信息(?:专报|快报|摘报|参考|直报)|简报|专报|快报|参阅(?:件|材料)?|情况反映|工作(?:动态|交流|信息)|政协信息|建言专报|重要(?:情况|信息)(?:反映|专报)?)$/;
const ISSUE = /^[（(〔\[]?(?:\d{4}年)?(?:第)?[\d一二三四五六七八九十百○〇零]{1,5}期[）)〕\]]?(?:[（(]?总第?\d{1,5}期[）)]?)?$/;
const EDITOR = /^[\u4e00-\u9fff]{4,30}(?:编印?|主办|办公室|办公厅|委员会|编辑部|秘书处|信息中心)(?:（?\d{4}年\d{1,2}月\d{1,2}日）?)$/;
/** Lines of a text in which its bulletin's head stands. */
const HEAD_REACH = 12;

/** Says which lines at the head of a text are a bulletin's name, number and editor: the name and the number under each other at least. */
export function bulletinHead(lines: Unmarked): void {
  const top: { readonly line: number; readonly bare: string }[] = [];
  for (let line = 1; line <= lines.count && top.length < HEAD_REACH; line += 1) if (lines.isOpen(line)) top.push({ line, bare: lines.text(line).slice(0, 80).replace(/\s/g, '') });
  if (!top.some(({ bare }) => bare.includes('期'))) return;
  const name = top.findIndex(({ bare }, i) => top[i + 1]?.bare.includes('期') === true && BULLETIN.test(bare) && ISSUE.test(top[i + 1]?.bare ?? ''));
  if (name < 0) return;
  const editor = EDITOR.test(top[name + 2]?.bare ?? '') ? name + 2 : name + 1;
  for (const { line } of top.slice(name, editor + 1)) lines.hint(line, { over: true, kept: true });
}

const SECTION = /^\s*(?:(?:PART|NO)[.·:：\s]{0,2}0?\d{1,2}[.·]?|0\d|[\u2460-\u2473\u2776-\u277f])\s*$/i;

function sectionValue(text: string): number {
  const c = text.trim().charCodeAt(0);
  return c >= 0x2776 ? c - 0x2775 : c >= 0x2460 ? c - 0x245f : Number(/\d+/.exec(text)?.[0]);
}

const LONGEST_HEAD = 32;

/** 01 over 凝心聚力谋发展: the number is the account's ornament, the line below it a heading. They count from one on, two at least. */
export function sectionNumbers(lines: Unmarked): void {
  const found: { readonly line: number; readonly head: number }[] = [];
  for (let line = 1; line < lines.count; line += 1) {
    if (lines.text(line).length > 12 || !SECTION.test(lines.text(line)) || sectionValue(lines.text(line)) !== found.length + 1) continue;
    let head = line + 1;
    while (head < lines.count && !lines.isOpen(head)) head += 1;
    const text = lines.text(head).trim();
    if (text === '' || text.length > LONGEST_HEAD || /[。；：，]$/.test(text)) return;
    found.push({ line, head });
  }
  if (found.length < 2) return;
  for (const { line, head } of found) {
    lines.leave(line, '公众号的分节标记');
    lines.hint(head, { heading: { level: null, sure: true, reason: '上面一行是分节的序号' } });
  }
}

/** 本报记者 何田： · 何田委员： */
const WHO_SAYS = /^[\s\u3000]*(?:(?:本报)?(?:特约|见习)?(?:记者|通讯员|评论员)[\s\u3000]*([\u3400-\u9fff\s\u3000]{2,5}?)|([\u3400-\u9fff]{2,4})(?:委员|代表|主席|主任|书记|[市县区州省]长))[：:]\s*$/;
/** 何田：加快补齐养老短板 */
const VOICE = /^[\s\u3000]*([\u3400-\u9fff]{2,4})(?:委员|代表)?[：:]([^。；]{4,28})$/;

/** Names with a colon: alone over a headline they stand over it; before what they say, two and more times, they are headings. */
export function voices(lines: Unmarked): void {
  const said: number[] = [];
  for (let line = 1; line < lines.count; line += 1) {
    const text = lines.text(line);
    if (text.length > 40 || !(text.includes('：') || text.includes(':')) || !lines.isOpen(line)) continue;
    const voice = VOICE.exec(text);
    if (voice !== null && isKnownName(voice[1] as string) && !/[，、？]$/.test(text) && !opensStory(lines.text(nextOpen(lines, line)))) said.push(line);
    const who = WHO_SAYS.exec(text);
    if (who === null || !isKnownName((who[1] ?? who[2] ?? '').replace(/\s/g, ''))) continue;
    const head = nextOpen(lines, line);
    const below = nextOpen(lines, head);
    if (head > 0 && below > 0 && lines.text(head).trim().length <= LONGEST_HEAD && !/[。；：，]\s*$/.test(lines.text(head)) && isSentence(lines.text(below))) {
      lines.hint(line, { over: true, kept: true });
      lines.hint(head, { title: { sure: true, reason: '上面一行写明是谁，下面另有正文' } });
    }
  }
  // Each over its own text; a record of what was said in turn has no such lines between.
  if (said.length >= 2 && said.every((line) => isSentence(lines.text(nextOpen(lines, line))))) for (const line of said) lines.hint(line, { heading: { level: null, sure: true, reason: '几个短行都写明是谁、说什么，下面另有正文' } });
}

/** 农业界：盐碱地上做文章 over 本报讯 is the headline of a story, whatever stands before its colon. */
const opensStory = (text: string): boolean => startKind(text.trimStart()) === 'dateline';

const isSentence = (text: string): boolean => text.length > LONGEST_HEAD || /[。！？][”’]?\s*$/.test(text);

/** The next line that holds text; 0: none. */
function nextOpen(lines: Unmarked, after: number): number {
  if (after === 0) return 0;
  for (let line = after + 1; line <= lines.count; line += 1) if (lines.isOpen(line)) return line;
  return 0;
}
