// banxin facts: every figure of a file, as JSON or as CSV for a spreadsheet, with last year's
// value where the file keeps last year's text, and what does not add up.
import type { TextPlace } from '../core/diagnostic';
import { fieldText } from '../core/model/field-text';
import type { Package } from '../core/model/package';
import { csvOf } from '../core/report/csv';
import { figureLedger } from '../core/report/figures/figure-rows';
import { factsOf, type Fact } from '../core/report/figures/facts';
import { LAST_YEAR } from '../core/report/roll/version-ids';
import { openInput } from '../node/package-store';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { sourceLines } from './edition-options';
import { print, printJson, say } from './print';

const SHAPE: CommandShape = { usage: 'banxin facts <文件> --json|--csv', files: ['要看的文件'], options: { json: 'flag', csv: 'flag' } };

/** `last`: there only where the file keeps last year's text; null: no sentence of it matches. */
type ToldFact = Fact & { readonly last?: number | null };

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  if (args.has('json') && args.has('csv')) throw new UsageError('--json 和 --csv 只能写一个');
  const { pkg, text, notes } = await openInput(args.files[0]!);
  for (const note of notes) say(`注意：${note}`);
  const withLines = await sourceLines(text);
  const lined = (place: TextPlace): TextPlace => withLines([{ severity: 'info', code: 'placeholder-open', message: '', at: place, suggestion: null }])[0]!.at as TextPlace;
  const ledger = figureLedger(pkg);
  const facts = withLast(pkg, ledger).map((fact): ToldFact => ({ ...fact, place: lined(fact.place) }));
  const conflicts = ledger.conflicts.map(({ kind, message, figures }) => ({ kind, message, places: figures.map((index) => lined(ledger.rows[index]!.figure.place)) }));
  if (args.has('json')) printJson({ facts, conflicts });
  else print(args.has('csv') ? csv(facts, nameOf(pkg)) : facts.map(({ text: number, unit, measure, section, sentence }) => `${number}${unit ?? ''}${measure ?? ''}\t${section}\t${sentence}\n`).join(''));
  for (const { message, isHint } of ledger.conflicts) say(`${isHint === true ? '提示' : '有出入'}：${message}`);
  const open = ledger.rows.filter(({ figure }) => figure.value === null).length;
  say(`共 ${facts.length} 个数字${open === 0 ? '' : `，另有待填 ${open} 个`}`);
  return 0;
}

const at = ({ article, block, field, from }: TextPlace): string => `${article} ${block} ${field} ${from}`;

function withLast(pkg: Package, { rows }: ReturnType<typeof figureLedger>): readonly ToldFact[] {
  const facts = factsOf(pkg);
  if (!pkg.versions.some(({ id }) => id === LAST_YEAR)) return facts;
  const known = new Map(rows.map(({ figure }) => [at(figure.place), figure.last]));
  return facts.map((fact) => ({ ...fact, last: known.get(at(fact.place)) ?? null }));
}

const HEADER = ['数字', '单位', '量词', '稿件', '章节', '原句'];

/** An article by its title, for a spreadsheet; by its id where it has none. */
function nameOf({ articles, meeting }: Package): (id: string) => string {
  const names = new Map(articles.map(({ id, fields }) => [id, fieldText(fields['deck.main'], meeting).replaceAll(/\s/g, '')]));
  return (id) => names.get(id) || id;
}

function csv(facts: readonly ToldFact[], articleName: (id: string) => string): string {
  const isRolled = facts.some(({ last }) => last !== undefined);
  const rows = facts.map(({ text, unit, measure, article, section, sentence, last }) => [text, unit ?? '', measure ?? '', articleName(article), section, sentence, ...(isRolled ? [last === null || last === undefined ? '' : String(last)] : [])]);
  return csvOf([isRolled ? [...HEADER, '去年'] : HEADER, ...rows]);
}
