// What the window shows beside each line of the source: which article it went
// to, which part of it the line is, and why, in one short Chinese sentence. Read
// from what was decided (fields, blocks, joins, noise), so that it can never say
// anything else than the articles do; only the words for a head line's evidence
// are looked up again in its facts.
import type { Page } from './drafts';
import type { LineFacts } from './line-facts';
import type { FieldName, Join, LineReason, Noise, RecognisedArticle, RecognisedBlock, Unassigned } from './recognition';
import { isSlogan, isSpacedOut, namesBody, namesDocument, Role, tellsEvent } from './roles';
import { speakerLine } from './speaker';

export interface Decided {
  readonly page: Page;
  readonly articles: readonly RecognisedArticle[];
  readonly joins: readonly Join[];
  readonly noise: readonly Noise[];
  readonly unassigned: readonly Unassigned[];
}

/** One entry a line that holds text, ascending. */
export function lineReasons(decided: Decided): LineReason[] {
  const reasons = new Map<number, LineReason>();
  const put = (reason: LineReason): void => { if (!reasons.has(reason.line)) reasons.set(reason.line, reason); };
  const facts = new Map<number, LineFacts>();
  const roles = new Map<number, number>();
  decided.page.lines.forEach((line, i) => {
    facts.set(line.line, line);
    roles.set(line.line, decided.page.roles[i] as number);
  });
  const joined = new Map(decided.joins.filter((join) => join.certain).map((join) => [join.afterLine, join]));
  for (const { line, why } of decided.noise) put({ line, article: null, role: 'noise', level: null, reason: why, sure: true });
  for (const article of decided.articles) {
    if (article.label !== null) put({ line: article.label.piece.line, article: article.id, role: 'label', level: null, reason: '社论、评论员一类的标签', sure: true });
    for (const name of FIELD_ORDER) {
      for (const { line } of article.fields[name]?.pieces ?? []) {
        put({ line, article: article.id, role: name, level: null, reason: fieldReason(name, facts.get(line) as LineFacts), sure: true });
      }
    }
    for (const [at, block] of article.blocks.entries()) {
      const overTable = article.blocks.slice(at + 1, at + 3).some(({ kind }) => kind === 'table');
      block.pieces.forEach(({ line }, i) => {
        put({ line, article: article.id, ...blockReason(block, i, roles.get(line) as number, joined.get(line), overTable), sure: true });
      });
    }
  }
  for (const { line, reason } of decided.unassigned) {
    const own = reasons.get(line);
    if (own !== undefined) reasons.set(line, { ...own, reason, sure: false });
  }
  return [...reasons.values()].sort((a, b) => a.line - b.line);
}

const FIELD_ORDER: readonly FieldName[] = ['over', 'main', 'sub', 'occasion', 'date', 'speaker', 'salutation'];

function fieldReason(name: FieldName, facts: LineFacts): string {
  const { compact } = facts;
  switch (name) {
    case 'over': return `引题：主题上面的一行，${titleEvidence(facts)}`;
    case 'main': return titleEvidence(facts);
    case 'sub': return /^[—⸺]/.test(compact) ? '副题：标题下面以破折号开头的一行' : `副题：主题下面的一行，${titleEvidence(facts)}`;
    case 'occasion': return '题注：写明在什么会议上';
    case 'date': return /通过|批准|决定/.test(compact) ? '括号里写明何时何会通过' : '标题下面只写日期的一行';
    case 'speaker': {
      const speaker = speakerLine(facts.text);
      return speaker === 'office' ? '报告人的职务，姓名在另一行' : speaker === 'name' ? '标题下面单独一行的姓名' : '报告人的职务和姓名';
    }
    case 'salutation': return '开头的称呼，以冒号结尾';
  }
}

/** Why a line reads as a headline. */
function titleEvidence(facts: LineFacts): string {
  const { compact } = facts;
  if (isSpacedOut(facts.text)) return '各字之间都有空格的短行';
  if (namesDocument(compact)) return '以报告、决议一类文种名结尾的短行';
  if (isSlogan(facts)) return '几个短语用空格隔开，像标题';
  if (tellsEvent(compact)) return '没有句号的短行，写一件事';
  if (namesBody(compact)) return '以机构、会议名结尾的短行，同下一行合成一个标题';
  return '没有句号的短行，后面另起正文';
}

type BlockReason = Pick<LineReason, 'role' | 'level' | 'reason'>;

function blockReason(block: RecognisedBlock, piece: number, role: number, join: Join | undefined, overTable: boolean): BlockReason {
  if (block.kind === 'table') return { role: 'row', level: null, reason: '用空格或制表符分栏，与上下行栏数相同' };
  if (piece > 0) return { role: 'body', level: null, reason: join === undefined ? '接上一行' : `接第${join.beforeLine}行：${join.reason}` };
  const { head } = block;
  if (head !== null) return { role: head.leadLength === null ? 'heading' : 'run-in', level: head.level, reason: head.reason };
  if (block.align === 'right' || role === Role.sign) return { role: 'signature', level: null, reason: '文末落款：机构名或日期' };
  if (block.align === 'center' && overTable) return { role: 'body', level: null, reason: '表题：表格上面的一行，写的是表的名称' };
  if (block.align === 'center') return { role: 'label', level: null, reason: '标题旁边的又一个标签' };
  if (role === Role.dateline) return { role: 'dateline', level: null, reason: '以“本报讯”一类电头开头' };
  if (role === Role.jump) return { role: 'jump', level: null, reason: '写明上接另一版' };
  return { role: 'body', level: null, reason: '正文段落' };
}
