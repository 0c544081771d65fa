// The 合计 of a table against what the text says of the same (TYPESETTING P-12): 立案121件 beside
// a table whose column 立案 ends in 120. In: the ledger. Out: conflicts by index. Surely the same
// is what the column (or row) is called right before the number, with its word, and is counted
// once for the whole body. Of anything else (调研6次 may be one line's) a figure beside the table
// that is nearly the same is a hint. Where one place of the text agrees with the table, the others
// speak of something else.
import { quoted } from '../../model/quote';
import { amountOf } from './amount';
import { shownFigure, wordOf, type LedgerFigure } from './ledger';

/** As a conflict of conflicts.ts, the total first. */
interface OtherTotal {
  readonly kind: 'sum-differs';
  readonly figures: readonly number[];
  readonly message: string;
  readonly isHint?: true;
}

const TOTAL = /^(?:合计|总计|共计|总数)$/;
/** Names that say how it is counted and not what. */
const GENERAL = /^(?:合计|总计|共计|总数|[件次人项条篇个户场期家名位]?(?:数|数量)|数量|数目|场次|人次|件次|金额|小计)?$/;
/** What is counted once for the whole body: there is no other number of it in a year. */
const OF_THE_BODY = /提案|立案|社情民意|建议案|大会发言|常委会会议|主席会议|主任会议|全体会议|议案/;
/** Another year, another stretch of time, a change: not what the table sums. */
const OTHER = /上年|去年|累计|历年|以来共|五年|本届|上届|增加|增长|减少|下降|同比|比[^，。]{0,8}[多少]|其中[^，。；]*$/;
/** Between a name and its number: 立案共121件. */
const BETWEEN = '(?:总数|数量|数)?(?:共|共计|计|达到?|为|了|到|有)?';
/** Blocks before and behind a table in which what it tells is summed up, and how far a figure that means the same may be off. */
const BEFORE = 4;
const BEHIND = 1;
const CLOSE = 0.2;

interface Total {
  readonly index: number;
  readonly figure: LedgerFigure;
  /** What is counted; null: its head says only how. */
  readonly name: string | null;
}

/** 合计 that the text says otherwise, in the order of the tables. */
export function tableTotals(ledger: readonly LedgerFigure[]): readonly OtherTotal[] {
  return totalsOf(ledger).flatMap((total): OtherTotal[] => {
    const said = ledger.flatMap((figure, index) => (isSame(figure, total) ? [{ figure, index }] : []));
    if (said.some(({ figure }) => amountOf(figure).amount === amountOf(total.figure).amount)) return [];
    const blockOf = ({ place }: LedgerFigure): number => place.block ?? 0;
    // Of what is called so the nearest place; of the rest the nearest number.
    const far = ({ figure }: { readonly figure: LedgerFigure }): number => (!isSure(total) ? Math.abs(amountOf(figure).amount - amountOf(total.figure).amount) : Math.abs(blockOf(figure) - blockOf(total.figure)));
    const [near] = said.toSorted((a, b) => far(a) - far(b));
    if (near === undefined) return [];
    const [table, text] = [shownFigure(total.figure), shownFigure(near.figure)];
    if (!isSure(total)) return [{ kind: 'sum-differs', figures: [total.index, near.index], message: `表中${total.name === null ? '' : `“${total.name}”`}合计${table}，正文写${quoted(clauseOf(near.figure))}，请核对是不是一回事`, isHint: true }];
    return [{ kind: 'sum-differs', figures: [total.index, near.index], message: `表中“${total.name}”合计${table}，正文写${text}` }];
  });
}

const isSure = ({ name }: Total): boolean => name !== null && OF_THE_BODY.test(name);

function totalsOf(ledger: readonly LedgerFigure[]): readonly Total[] {
  return ledger.flatMap((figure, index): Total[] => {
    const { cell, value } = figure;
    // A cell's second number is its share.
    if (cell === null || value === null || ledger[index - 1]?.cell === cell || wordOf(figure) === '' || /[%％‰倍]/.test(wordOf(figure))) return [];
    const name = TOTAL.test(cell.rowName) ? cell.columnName : TOTAL.test(cell.columnName) ? cell.rowName : null;
    if (name === null || /率|比|平均|人均|其中/.test(name)) return [];
    // 合计 of both heads is the table's.
    return [{ index, figure, name: GENERAL.test(name) || TOTAL.test(name) || name.length < 2 ? null : name }];
  });
}

/** Whether a figure of the text says what the total of a table says. */
function isSame(figure: LedgerFigure, of: Total): boolean {
  const { figure: total, name } = of;
  if (figure.cell !== null || figure.value === null || figure.article !== total.article || figure.place.field !== null || amountOf(figure).word !== amountOf(total).word || /[余多几来数～~]/.test(figure.text)) return false;
  const before = figure.sentence.slice(0, figure.inSentence[0]);
  if (OTHER.test(before.slice(-24)) || /^(?:以上|左右|以内|多|余)/.test(figure.sentence.slice(figure.inSentence[1] + wordOf(figure).length))) return false;
  if (name !== null && !new RegExp(`${escaped(name)}${BETWEEN}$`).test(before)) return false;
  if (isSure(of)) return true;
  const by = (figure.place.block ?? 0) - (total.place.block ?? 0);
  const [a, b] = [amountOf(figure).amount, amountOf(total).amount];
  return by >= -BEFORE && by <= BEHIND && Math.abs(a - b) <= CLOSE * b;
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The clause up to a figure, with it. */
const clauseOf = (figure: LedgerFigure): string => `${/[^，。；：、]*$/.exec(figure.sentence.slice(0, figure.inSentence[0]))?.[0] ?? ''}${shownFigure(figure)}`;
