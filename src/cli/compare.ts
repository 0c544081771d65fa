// banxin compare: two files, or two versions of one (FILE#VERSION), section by section.
import { comparePackages, type ComparedSection } from '../core/report/compare/compare-packages';
import { openInput } from '../node/package-store';
import { readArguments, type CommandShape } from './arguments';
import { print, printJson, say } from './print';

const SHAPE: CommandShape = { usage: 'banxin compare <原来的> <后来的> [--json]', files: ['原来的文件', '后来的文件'], options: { json: 'flag' } };

const WORDS: Readonly<Record<ComparedSection['status'], string>> = { kept: '保留', changed: '改动', new: '新增', gone: '删去' };

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const [a, b] = [await openInput(args.files[0]!), await openInput(args.files[1]!)];
  for (const note of [...a.notes, ...b.notes]) say(`注意：${note}`);
  const { sections, verbatim } = comparePackages(a.pkg, b.pkg);
  if (args.has('json')) printJson({ sections, verbatim });
  else print(sections.map(({ status, from, to, share }) => `${WORDS[status]}  ${status === 'gone' ? '' : `${Math.round(share * 100)}%  `}${(to ?? from)?.excerpt ?? ''}\n`).join(''));
  say(`${sections.length} 节：${Object.entries(WORDS).map(([status, word]) => `${word} ${sections.filter((one) => one.status === status).length}`).join('，')}；原句沿用 ${verbatim.length} 句`);
  return 0;
}
