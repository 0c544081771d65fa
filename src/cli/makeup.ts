// banxin makeup: several make-ups of a newspaper edition, each with what it is worth
// in words (COMMANDS, "makeup"); with --choose and -o one of them is kept in the
// edition, and every later export prints it.
import type { Proposal } from '../core/makeup/judge/proposal';
import { applyChange } from '../core/model/apply-change';
import { layoutChange } from '../core/model/layout';
import type { Edition, Package } from '../core/model/package';
import { profileDiagnostics } from '../core/report-profile';
import { Typesetter } from '../core/typeset';
import { AppError } from '../node/app-error';
import { savePackage } from '../node/package-store';
import { readArguments, UsageError, type CommandShape } from './arguments';
import { EDITION_OPTIONS, openForSetting } from './edition-options';
import { keepOld, packageTarget } from './keep-old';
import { layoutJson } from './layout-json';
import { print, printJson, say } from './print';

const SHAPE: CommandShape = {
  usage: 'banxin makeup <文件> [--edition 编号] [--article 编号] [--preset N8|N6|T6|文件] [--stage 稿次] [--fonts 文件夹] [--choose 第几个 -o 文稿包.banxin] [--json]',
  files: ['要拼版的文件'],
  options: { ...EDITION_OPTIONS, choose: 'value', o: 'value', json: 'flag' },
};

/** Make-ups that there are to choose from, as a rule. */
const WANTED = 3;

export async function run(words: readonly string[]): Promise<number> {
  const args = readArguments(words, SHAPE);
  const asked = args.value('choose');
  const named = args.value('o');
  if ((asked === null) !== (named === null)) throw new UsageError('--choose 和 -o 要一起用：选第几个方案，写到哪个文稿包');
  if (asked !== null && args.value('article') !== null) throw new UsageError('--choose 存的是整个版式的方案，不能只排一篇（--article）');
  const target = named === null ? null : packageTarget(named);
  const { pkg, edition, fonts } = await openForSetting(args, 'newspaper');
  if (edition.master.kind !== 'paper') throw new AppError('preset-mismatch', `版式“${edition.name}”不是报纸，没有拼版方案`);
  for (const { message, suggestion } of profileDiagnostics(edition, pkg.meeting)) say(`注意：${message}${suggestion === null ? '' : `（${suggestion}）`}`);
  const proposals = new Typesetter({ fonts: fonts.fonts, images: pkg.assets }).propose(pkg, edition);
  const chosen = asked === null ? null : proposals[Number(asked) - 1];
  if (chosen === undefined) throw new AppError('proposal-unknown', `没有方案 ${asked}，一共 ${proposals.length} 个`);
  if (proposals.length < WANTED) say(`注意：只拼出 ${proposals.length} 个方案：只有 ${edition.articles.length} 篇稿件，${edition.articles.length === 1 ? '换个宽窄、换种行长，都没有别的排得下、字距不太松的拼法' : '没有再找到两篇换了位置或宽窄、又排得下的拼法'}`);
  if (args.has('json')) printJson({ proposals: proposals.map(layoutJson) });
  else print(`${proposals.flatMap(forPeople).join('\n')}\n`);
  if (target !== null && chosen !== null) {
    const kept = keepOld(target);
    await savePackage(target, withLayout(pkg, edition, chosen), null);
    if (kept !== null) say(`原有的“${target}”已留作“${kept}”`);
    say(`方案 ${asked} 已存入“${target}”的版式“${edition.name}”（${edition.id}）`);
  }
  return 0;
}

function forPeople({ score, reasons }: Proposal, i: number): string[] {
  return [`方案 ${i + 1}：${score} 分`, ...reasons.map((reason) => `  ${reason}`)];
}

/** The package with the make-up in its edition; an edition that was made for the command comes with it. */
function withLayout(pkg: Package, edition: Edition, { layout }: Proposal): Package {
  const stored = pkg.editions.find(({ id }) => id === edition.id);
  if (stored === undefined) return { ...pkg, editions: [...pkg.editions, { ...edition, layout }] };
  // With --preset the edition takes the page that was made up.
  if (stored.master !== edition.master) return { ...pkg, editions: pkg.editions.map((one) => (one === stored ? { ...edition, layout } : one)) };
  const changed = applyChange(pkg, layoutChange(stored, layout));
  if (!changed.ok) throw new AppError('layout-refused', `方案没有存成：${changed.reason}`);
  return changed.value;
}
