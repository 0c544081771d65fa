// Sums of tables that are wrong: a column against its 合计 row, a row against its 合计 column. In:
// the ledger. Out: conflicts by index. Only what claims to be the sum is held to it, and only
// where every cell says a number or that there is none: shares, averages, ranks and tables
// with 其中 in their heads have no sum that could be told.
import { amountOf } from './amount';
import { shownFigure, type LedgerFigure } from './ledger';
import type { TableCell } from './table-cells';

/** A figure of a table with its index in the ledger. */
interface Held {
  readonly index: number;
  readonly figure: LedgerFigure;
  readonly cell: TableCell;
}

/** As a conflict of conflicts.ts. */
interface WrongSum {
  readonly kind: 'sum-differs' | 'part-exceeds';
  readonly figures: readonly number[];
  readonly message: string;
}

const TOTAL = /(?:合计|总计|共计)$|^总数$/;
const SUBTOTAL = /小计$/;
const PART = /其中/;
/** Columns or rows that do not add up, whatever stands at their foot. */
const NO_SUM = /率|占|比例|比重|百分|同比|增[长减幅]|平均|人均|户均|排名|名次|位次|得分|单价|指数|系数/;

/** Wrong sums of the ledger's tables, in the order of their totals. */
export function tableSums(ledger: readonly LedgerFigure[]): WrongSum[] {
  const tables = new Map<string, Held[]>();
  ledger.forEach((figure, index) => {
    if (figure.cell === null) return;
    const key = `${figure.article}/${figure.place.block ?? ''}`;
    const held = { index, figure, cell: figure.cell };
    const known = tables.get(key);
    if (known === undefined) tables.set(key, [held]);
    else known.push(held);
  });
  return [...tables.values()].flatMap((held) => [...columnSums(firsts(held)), ...rowSums(firsts(held))]);
}

/** A cell's first number: the second is its share. */
const firsts = (held: readonly Held[]): Held[] => held.filter(({ cell }, i) => held[i - 1]?.cell !== cell);

function columnSums(held: readonly Held[]): WrongSum[] {
  const columns = [...new Set(held.map(({ cell }) => cell.column))].map((column) => held.filter(({ cell }) => cell.column === column));
  return columns.flatMap((column) => {
    const { cell: { columnName, columnAddsUp } } = column[0]!;
    if (NO_SUM.test(columnName)) return [];
    if (column.some(({ cell }) => PART.test(cell.rowName))) return column.flatMap((one, i) => aboveWhole(one, column[i - 1]));
    if (!columnAddsUp) return [];
    const found: WrongSum[] = [];
    const inColumn = columnName === '' ? '' : `“${columnName}”一栏`;
    // What is summed by the next 小计, and by the next 合计.
    let part: Held[] = [];
    let whole: Held[] = [];
    for (const [i, one] of column.entries()) {
      const { rowName } = one.cell;
      if (SUBTOTAL.test(rowName)) {
        // A 小计 over its parts: whose rows are whose is not told.
        if (part.length === 0) return [];
        found.push(...differs(one, part, rowName, inColumn));
        whole = [...whole.filter((held) => !part.includes(held)), one];
        part = [];
      } else if (TOTAL.test(rowName)) {
        // 合计 over its parts stands first.
        const parts = i === 0 ? below(column) : whole;
        found.push(...differs(one, parts, rowName, inColumn));
        if (i === 0) return found;
        [part, whole] = [[], []];
      } else [part, whole] = [[...part, one], [...whole, one]];
    }
    return found;
  });
}

/** 其中：委员提案 of the row above it cannot be more than that. */
function aboveWhole(part: Held, whole: Held | undefined): WrongSum[] {
  if (whole === undefined || !PART.test(part.cell.rowName) || PART.test(whole.cell.rowName) || part.figure.value === null || whole.figure.value === null) return [];
  const [a, b] = [amountOf(part.figure), amountOf(whole.figure)];
  return a.word !== b.word || /[%％‰倍]/.test(a.word) || /[余多]/.test(whole.figure.text) || a.amount <= b.amount ? [] : [{ kind: 'part-exceeds', figures: [whole.index, part.index], message: `表中“${part.cell.rowName}”${shownFigure(part.figure)}，大于“${whole.cell.rowName}”${shownFigure(whole.figure)}` }];
}

/** The rows below a 合计 that stands first; none where another sum stands among them. */
function below(column: readonly Held[]): readonly Held[] {
  const parts = column.slice(1);
  return parts.some(({ cell: { rowName } }) => TOTAL.test(rowName) || SUBTOTAL.test(rowName)) ? [] : parts;
}

function rowSums(held: readonly Held[]): WrongSum[] {
  if (held.some(({ cell }) => PART.test(cell.columnName) || SUBTOTAL.test(cell.columnName))) return [];
  return held.filter(({ cell }) => TOTAL.test(cell.columnName) && !NO_SUM.test(cell.rowName) && cell.rowAddsUp).flatMap((total) => {
    const parts = held.filter(({ cell }) => cell.row === total.cell.row && cell.column !== total.cell.column && !NO_SUM.test(cell.columnName));
    return parts.some(({ cell }) => TOTAL.test(cell.columnName)) ? [] : differs(total, parts, total.cell.columnName, total.cell.rowName === '' ? '' : `“${total.cell.rowName}”一行`);
  });
}

/** The conflict of a total with its parts; none where they agree, or cannot be added. */
function differs(total: Held, parts: readonly Held[], name: string, where: string): WrongSum[] {
  const all = [total, ...parts];
  const { amount: whole, word } = amountOf(total.figure);
  if (parts.length < 2 || all.some(({ figure }) => figure.value === null || /[余多]/.test(figure.text) || amountOf(figure).word !== word || /[%％‰倍]/.test(amountOf(figure).word))) return [];
  const sum = Math.round(parts.reduce((added, { figure }) => added + amountOf(figure).amount, 0) * 1000) / 1000;
  // Numbers that were rounded before they were added may be off by half of their last place each.
  const digits = Math.max(...all.map(({ figure }) => figure.text.split('.')[1]?.replaceAll(/\D/g, '').length ?? 0));
  const scale = total.figure.value === 0 || total.figure.value === null ? 1 : whole / total.figure.value;
  const slack = digits === 0 ? 0 : 0.5 * 10 ** -digits * parts.length * scale;
  if (Math.abs(sum - whole) <= slack + 1e-9) return [];
  const shown = Math.round((sum / scale) * 1000) / 1000;
  return [{ kind: 'sum-differs', figures: all.map(({ index }) => index), message: `表中${where}相加是${shown}，与“${name}”${shownFigure(total.figure)}不等` }];
}
