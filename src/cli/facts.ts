// banxin facts: every figure of a file, as JSON or as CSV for a spreadsheet, with last year's
// value where the file keeps last year's text, what is still to be filled in, and what does not
// add up.
import type { TextPlace } from '../core/diagnostic';
import { fieldText } from '../core/model/field-text';
import type { Package } from '../core/model/package';
import { csvOf } from '../core/report/csv';
import { figureLedger } from '../core/report/figures/figure-rows';
import { factsOf, type Fact } from '../core/report/figures/facts';
import { shownLast, type LedgerFigure } from '../core/report/figures/ledger';
import { LAST_YEAR } from '../core/report/roll/version-ids';
import { openInput } from '../node/package-store';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { sourceLines } from './edition-options';
import { print, printJson, say } from './print';

const SHAPE: CommandShape = { usage: 'banxin facts <文件> --json|--csv', files: ['要看的文件'], options: { json: 'flag', csv: 'flag' } };

/** `last`, and `lastText` as it is written (1600余): there only where the file keeps last year's text; null: no sentence of it matches. */
type ToldFact = Fact & { readonly last?: number | null; readonly lastText?: string | null };

/** A number that is still to be filled in, with what the draft keeps of last year's; its place stands as □ in the sentence. */
type OpenFact = Pick<Fact, 'unit' | 'measure' | 'sentence' | 'article' | 'section' | 'place'> & { readonly last: number | null; readonly lastText: string | null };

const openFact = (figure: LedgerFigure, place: TextPlace): OpenFact => ({ unit: figure.unit, measure: figure.measure, sentence: figure.sentence.trim(), article: figure.article, section: figure.section, place, last: figure.last, lastText: figure.last === null ? null : shownLast(figure) });

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  if (args.has('json') && args.has('csv')) throw new UsageError('--json 和 --csv 只能写一个');
  const { pkg, text, notes } = await openInput(args.files[0]!);
  for (const note of notes) say(`注意：${note}`);
  const withLines = await sourceLines(text);
  const lined = (place: TextPlace): TextPlace => withLines([{ severity: 'info', code: 'placeholder-open', message: '', at: place, suggestion: null }])[0]!.at as TextPlace;
  const ledger = figureLedger(pkg);
  const facts = withLast(pkg, ledger).map((fact): ToldFact => ({ ...fact, place: lined(fact.place) }));
  const open = ledger.rows.flatMap(({ figure }): OpenFact[] => (figure.value === null ? [openFact(figure, lined(figure.place))] : []));
  const conflicts = ledger.conflicts.map(({ kind, message, figures }) => ({ kind, message, places: figures.map((index) => lined(ledger.rows[index]!.figure.place)) }));
  if (args.has('json')) printJson({ facts, open, conflicts });
  else print(args.has('csv') ? csv(facts, open, nameOf(pkg)) : facts.map(({ text: number, unit, measure, section, sentence }) => `${number}${unit ?? ''}${measure ?? ''}\t${section}\t${sentence}\n`).join(''));
  for (const { message, isHint } of ledger.conflicts) say(`${isHint === true ? '提示' : '有出入'}：${message}`);
  say(`共 ${facts.length} 个数字${open.length === 0 ? '' : `，另有待填 ${open.length} 个${args.has('csv') ? '（列在后面，数字空着）' : ''}`}`);
  return 0;
}

const at = ({ article, block, field, from }: TextPlace): string => `${article} ${block} ${field} ${from}`;

function withLast(pkg: Package, { rows }: ReturnType<typeof figureLedger>): readonly ToldFact[] {
  const facts = factsOf(pkg);
  if (!pkg.versions.some(({ id }) => id === LAST_YEAR)) return facts;
  const known = new Map(rows.map(({ figure }) => [at(figure.place), figure]));
  return facts.map((fact) => {
    const figure = known.get(at(fact.place));
    return { ...fact, last: figure?.last ?? null, lastText: figure === undefined || figure.last === null ? null : shownLast(figure) };
  });
}

const HEADER = ['数字', '单位', '量词', '稿件', '章节', '原句'];

/** An article by its title, for a spreadsheet; by its id where it has none. */
function nameOf({ articles, meeting }: Package): (id: string) => string {
  const names = new Map(articles.map(({ id, fields }) => [id, fieldText(fields['deck.main'], meeting).replaceAll(/\s/g, '')]));
  return (id) => names.get(id) || id;
}

function csv(facts: readonly ToldFact[], open: readonly OpenFact[], articleName: (id: string) => string): string {
  const isRolled = open.length > 0 || facts.some(({ last }) => last !== undefined);
  const rows = [...facts, ...open.map((one) => ({ ...one, text: '' }))].map(({ text, unit, measure, article, section, sentence, lastText }) => [text, unit ?? '', measure ?? '', articleName(article), section, sentence.replaceAll('□', '〔待填〕'), ...(isRolled ? [lastText ?? ''] : [])]);
  return csvOf([isRolled ? [...HEADER, '去年'] : HEADER, ...rows]);
}
