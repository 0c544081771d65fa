// banxin facts: every figure of a file, as JSON or as CSV for a spreadsheet.
import type { TextPlace } from '../core/diagnostic';
import { factsOf, type Fact } from '../core/report/figures/facts';
import { openInput } from '../node/package-store';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { sourceLines } from './edition-options';
import { print, printJson, say } from './print';

const SHAPE: CommandShape = { usage: 'banxin facts <文件> --json|--csv', files: ['要看的文件'], options: { json: 'flag', csv: 'flag' } };

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  if (args.has('json') && args.has('csv')) throw new UsageError('--json 和 --csv 只能写一个');
  const { pkg, text, notes } = await openInput(args.files[0]!);
  for (const note of notes) say(`注意：${note}`);
  const withLines = await sourceLines(text);
  const facts = factsOf(pkg).map((fact): Fact => ({ ...fact, place: withLines([{ severity: 'info', code: 'placeholder-open', message: '', at: fact.place, suggestion: null }])[0]!.at as TextPlace }));
  if (args.has('json')) printJson({ facts });
  else print(args.has('csv') ? csv(facts) : facts.map(({ text: number, unit, measure, section, sentence }) => `${number}${unit ?? ''}${measure ?? ''}\t${section}\t${sentence}\n`).join(''));
  say(`共 ${facts.length} 个数字`);
  return 0;
}

const HEADER = ['数字', '单位', '量词', '稿件', '章节', '原句'];

/** RFC 4180, with a byte order mark: spreadsheets read Chinese right only so. */
function csv(facts: readonly Fact[]): string {
  const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const rows = facts.map(({ text, unit, measure, article, section, sentence }) => [text, unit ?? '', measure ?? '', article, section, sentence]);
  return `\ufeff${[HEADER, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
