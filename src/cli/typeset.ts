// banxin typeset --dump: the display list of an edition as text, a line a run.
import { dumpList } from '../core/display/dump';
import { Typesetter } from '../core/typeset';
import { readArguments, type CommandShape } from './arguments';
import { EDITION_OPTIONS, EDITION_USAGE, openForSetting } from './edition-options';
import { print } from './print';
import { sayDiagnostics } from './say-diagnostics';

const SHAPE: CommandShape = {
  usage: `banxin typeset <文件> ${EDITION_USAGE} --dump`,
  files: ['要排版的文件'],
  options: { ...EDITION_OPTIONS, dump: 'flag' },
  required: ['edition', 'dump'],
};

export async function run(words: readonly string[]): Promise<number> {
  const { pkg, edition, fonts } = await openForSetting(readArguments(words, SHAPE));
  const { list, diagnostics } = new Typesetter({ fonts: fonts.fonts, images: pkg.assets }).typeset(pkg, edition);
  print(dumpList(list));
  sayDiagnostics(diagnostics);
  return 0;
}
