// The band beside each line of the source: which article it went to, which part of
// it, why, and what was changed. Looked up line by line, so that a list of 100,000
// lines asks only for those in view.
import type { Change, ChangeKind } from '../../core/import/change';
import type { LinePart } from '../../core/import/review/decision';
import { PART_NAMES, type Review } from '../../core/import/review/index';
import type { LineReason, LineRole } from '../../core/import/recognition';
import { labelsOf } from './article-labels';

export interface LineBand {
  /** 报告; null: in no article. */
  readonly article: string | null;
  readonly tint: number | null;
  /** 正文, 二级标题, 不收. */
  readonly part: string;
  readonly reason: string;
  readonly sure: boolean;
  /** How many changes were made in the line. */
  readonly changes: number;
}

export interface Bands {
  /** null: a line that holds nothing. @param line 1-based. */
  readonly bandOf: (line: number) => LineBand | null;
  readonly changesOf: (line: number) => readonly Change[];
}

const BODY_NAMES: Readonly<Record<Exclude<LineRole, LinePart | 'heading' | 'run-in'>, string>> = { body: '正文', dateline: '电头段', jump: '转版续文', signature: '落款', noise: '不收' };

function partName({ role, level }: LineReason): string {
  if (role === 'heading') return PART_NAMES[`heading-${level ?? 5}` as LinePart];
  if (role === 'run-in') return `${PART_NAMES[`heading-${level ?? 5}` as LinePart]}起段`;
  return role in BODY_NAMES ? BODY_NAMES[role as keyof typeof BODY_NAMES] : PART_NAMES[role as LinePart];
}

/** The bands of a review as it stands. */
export function bandsOf({ recognition }: Review): Bands {
  const labels = labelsOf(recognition.articles);
  const at = new Int32Array(recognition.lineCount + 1).fill(-1);
  recognition.lineReasons.forEach(({ line }, i) => { at[line] = i; });
  const follows = new Map(recognition.joins.filter(({ certain }) => certain).map((join) => [join.afterLine, join.beforeLine]));
  const changes = new Map<number, Change[]>();
  for (const change of recognition.changes) {
    const own = changes.get(change.line);
    if (own === undefined) changes.set(change.line, [change]);
    else own.push(change);
  }
  const changesOf = (line: number): readonly Change[] => changes.get(line) ?? [];
  return {
    changesOf,
    bandOf(line) {
      const entry = recognition.lineReasons[at[line] ?? -1];
      if (entry === undefined) return null;
      const label = entry.article === null ? undefined : labels.get(entry.article);
      const before = follows.get(line);
      return {
        article: label?.name ?? null, tint: label?.tint ?? null, part: before === undefined ? partName(entry) : `接第${before}行`, reason: entry.reason, sure: entry.sure,
        changes: changesOf(line).length,
      };
    },
  };
}

const CHANGE_NAMES: Readonly<Record<ChangeKind, string>> = {
  markup: '去网页代码', reference: '网页字符代码', quote: '去引用标记', 'line-number': '去行号、页码', ornament: '去装饰符号', jump: '去转版提示',
  indent: '去行首空白', 'trailing-space': '去行尾空白', space: '空格', 'zero-width': '去看不见的字符', control: '去控制字符', bracket: '括号改全角', mark: '标点改全角', width: '全角数字字母改半角',
  compatibility: '兼容字改常用字', interpunct: '间隔号', dash: '破折号', surrogate: '残缺字符', wire: '去电头或网站名', label: '序号', cell: '分栏', pair: '补标点',
};

/** What was changed in a line, in words; a kind that only takes something away needs no more than its name. */
export function changeWords(changes: readonly Change[]): string {
  const words = changes.map(({ kind, from, to }) => {
    const name = CHANGE_NAMES[kind];
    if (kind === 'pair') return `补上${to}`;
    if (kind === 'space') return to === '' ? '去空格' : '空白改空格';
    return from.trim() === '' || to.trim() === '' || kind === 'surrogate' ? name : `${name} ${from}→${to}`;
  });
  const counted = new Map<string, number>();
  for (const word of words) counted.set(word, (counted.get(word) ?? 0) + 1);
  const told = [...counted].map(([word, count]) => (count === 1 ? word : `${word}（${count} 处）`));
  return told.length > MOST_TOLD ? `${told.slice(0, MOST_TOLD).join('；')}等` : told.join('；');
}

/** Kinds of change that a line's words name. */
const MOST_TOLD = 6;
